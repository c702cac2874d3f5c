/**
 * Products of arrays, as functions: dot, matmul, inner, outer, einsum and the like.
 * Source: numpy/core/numeric.py, numpy/core/einsumfunc.py, numpy/lib/shape_base.py (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { oneAxis } from "./axes.js";
import { copyAs, withType } from "./casting.js";
import { type ArrayLike, asStrided } from "./convert.js";
import { apply1, apply2 } from "./dispatch.js";
import { dtypeOf } from "./dtype.js";
import { ValueError } from "./errors.js";
import * as linear from "./linear.js";
import { NDArray, returned } from "./ndarray.js";
import { resultType } from "./promotion.js";
import * as reductions from "./reductions.js";
import { diagonal, expandDims, pick, ravel, reshape, transpose } from "./shaping.js";
import { allocate, Strided, shapeText } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

/** Sum over a's last and b's second-to-last axis. Raises ValueError "shapes … not aligned". */
export function dot(a: ArrayLike, b: ArrayLike): NDArray {
  return returned(linear.dot(asStrided(a), asStrided(b)));
}
/** The matrix product, broadcasting all but the last two axes. */
export function matmul(a: ArrayLike, b: ArrayLike): NDArray {
  return returned(linear.matmul(asStrided(a), asStrided(b)));
}
export function inner(a: ArrayLike, b: ArrayLike): NDArray {
  const [x, y] = [asStrided(a), asStrided(b)];
  if (x.ndim === 0 || y.ndim === 0) return returned(apply2(ufuncs.multiply, x, y));
  const k = x.shape[x.ndim - 1];
  if (k !== y.shape[y.ndim - 1]) {
    throw new ValueError(
      `shapes ${shapeText(x.shape)} and ${shapeText(y.shape)} not aligned: ${k} (dim ${x.ndim - 1}) != ` +
        `${y.shape[y.ndim - 1]} (dim ${y.ndim - 1})`,
    );
  }
  return returned(linear.tensordot(x, y, [x.ndim - 1], [y.ndim - 1]));
}
export function vdot(a: ArrayLike, b: ArrayLike): NDArray {
  return returned(linear.dot(apply1(ufuncs.conjugate, ravel(asStrided(a))), ravel(asStrided(b))));
}
/** Every element of a with every element of b. */
export function outer(a: ArrayLike, b: ArrayLike): NDArray {
  const [x, y] = [ravel(asStrided(a)), ravel(asStrided(b))];
  return NDArray.from(apply2(ufuncs.multiply, expandDims(x, 1), expandDims(y, 0)));
}
/** Sum over the last `axes` axes of a and first of b, or over two lists of axes. */
export function tensordot(
  a: ArrayLike,
  b: ArrayLike,
  ...args: Call<
    [axes: number | readonly [number | readonly number[], number | readonly number[]]],
    {
      axes?: number | readonly [number | readonly number[], number | readonly number[]];
    }
  >
): NDArray {
  const { axes = 2 } = bind<{ axes: number | readonly [number | readonly number[], number | readonly number[]] }>(
    "tensordot",
    ["axes"],
    args,
  );
  const [x, y] = [asStrided(a), asStrided(b)];
  const list = (v: number | readonly number[], n: number) =>
    (typeof v === "number" ? [v] : [...v]).map((k) => oneAxis(k, n));
  const count = typeof axes === "number" ? axes : 0;
  const axesA =
    typeof axes === "number" ? Array.from({ length: count }, (_, i) => x.ndim - count + i) : list(axes[0], x.ndim);
  const axesB = typeof axes === "number" ? Array.from({ length: count }, (_, i) => i) : list(axes[1], y.ndim);
  return returned(linear.tensordot(x, y, axesA, axesB));
}
/** Kronecker product. */
export function kron(a: ArrayLike, b: ArrayLike): NDArray {
  let [x, y] = [asStrided(a), asStrided(b)];
  while (x.ndim < y.ndim) x = expandDims(x, 0);
  while (y.ndim < x.ndim) y = expandDims(y, 0);
  const n = x.ndim;
  const left = reshape(
    x,
    x.shape.flatMap((d) => [d, 1]),
  );
  const right = reshape(
    y,
    y.shape.flatMap((d) => [1, d]),
  );
  const all = apply2(ufuncs.multiply, left, right);
  return returned(
    reshape(
      all,
      Array.from({ length: n }, (_, i) => x.shape[i]! * y.shape[i]!),
    ),
  );
}
/** Cross product of vectors of 2 or 3 components along the last axis. */
export function cross(a: ArrayLike, b: ArrayLike): NDArray {
  const [x, y] = [asStrided(a), asStrided(b)];
  const parts = (v: Strided) => Array.from({ length: v.shape[v.ndim - 1]! }, (_, i) => pick(v, v.ndim - 1, i));
  const [p, q] = [parts(x), parts(y)];
  if (![2, 3].includes(p.length) || ![2, 3].includes(q.length)) {
    throw new ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)");
  }
  const times = (u: Strided, v: Strided) => apply2(ufuncs.multiply, u, v);
  const minus = (u: Strided, v: Strided) => apply2(ufuncs.subtract, u, v);
  const third = minus(times(p[0]!, q[1]!), times(p[1]!, q[0]!));
  if (p.length === 2 && q.length === 2) return returned(third);
  const zero = (v: Strided[]) => v[2] ?? allocate(v[0]!.dtype, v[0]!.shape);
  const [pz, qz] = [zero(p), zero(q)];
  const all = [minus(times(p[1]!, qz), times(pz, q[1]!)), minus(times(pz, q[0]!), times(p[0]!, qz)), third];
  const out = NDArray.from(allocate(third.dtype, [...third.shape, 3]));
  all.forEach((c, i) => {
    out.set_at(["...", i], NDArray.from(c));
  });
  return out;
}

/** One operand's labels expanded to axes of a common order: repeated labels are diagonals. */
function labelled(a: Strided, labels: string): { array: Strided; labels: string } {
  let array = a;
  let names = labels;
  for (let i = 0; i < names.length; i++) {
    const j = names.indexOf(names[i]!, i + 1);
    if (j < 0) continue;
    array = diagonal(array, 0, i, j);
    names = names.slice(0, j) + names.slice(j + 1);
    names = names.slice(0, i) + names.slice(i + 1) + labels[i];
    i = -1;
  }
  return { array, labels: names };
}

/** Sums of products by labels of axes: "ij,jk->ik". An ellipsis is not supported. */
export function einsum(subscripts: string, ...operands: ArrayLike[]): NDArray {
  const [left, right] = subscripts.replace(/\s/g, "").split("->") as [string, string | undefined];
  if (subscripts.includes("...")) throw new ValueError("einsum: an ellipsis in the subscripts is not supported");
  const terms = left.split(",");
  if (terms.length !== operands.length) {
    throw new ValueError(
      terms.length > operands.length
        ? "fewer operands provided to einstein sum function than specified in the subscripts string"
        : "more operands provided to einstein sum function than specified in the subscripts string",
    );
  }
  const all = [...left.replace(/,/g, "")];
  const output =
    right ??
    [...new Set(all)]
      .filter((c) => all.filter((d) => d === c).length === 1)
      .sort()
      .join("");
  const summed = [...new Set(all)].filter((c) => !output.includes(c));
  const order = output + summed.join("");
  const sizes = new Map<string, number>();
  const parts = operands.map((o, i) => {
    const a = asStrided(o);
    if (a.ndim !== terms[i]!.length) {
      throw new ValueError(
        a.ndim > terms[i]!.length
          ? "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to " +
              "broadcast the extra dimensions."
          : `einstein sum subscripts string contains too many subscripts for operand ${i}`,
      );
    }
    [...terms[i]!].forEach((c, k) => {
      const have = sizes.get(c);
      if (have !== undefined && have !== a.shape[k] && have !== 1 && a.shape[k] !== 1) {
        throw new ValueError(`operands could not be broadcast together with remapped shapes`);
      }
      sizes.set(c, Math.max(have ?? 0, a.shape[k]!));
    });
    return labelled(a, terms[i]!);
  });
  if (parts.length === 2 && summed.length > 0) return contract(parts[0]!, parts[1]!, output);
  const placed = parts.map(({ array, labels }) => {
    const axes = [...order].filter((c) => labels.includes(c)).map((c) => labels.indexOf(c));
    return reshape(
      transpose(array, axes),
      [...order].map((c) => (labels.includes(c) ? sizes.get(c)! : 1)),
    );
  });
  const product = placed.reduce((p, q) => apply2(ufuncs.multiply, p, q));
  const axes = summed.map((_, i) => output.length + i);
  return returned(axes.length === 0 ? copyAs(product) : reductions.sum(product, { axis: axes, dtype: product.dtype }));
}

interface Labelled {
  readonly array: Strided;
  readonly labels: string;
}
/** Two operands: labels in both and in the output are batch axes, those in both alone are summed as a matrix product. */
function contract(a: Labelled, b: Labelled, output: string): NDArray {
  const alone = (x: Labelled, y: Labelled): Labelled => {
    const gone = [...x.labels].filter((c) => !y.labels.includes(c) && !output.includes(c));
    if (gone.length === 0) return x;
    const axes = gone.map((c) => x.labels.indexOf(c));
    const labels = [...x.labels].filter((c) => !gone.includes(c)).join("");
    return { array: reductions.sum(x.array, { axis: axes, dtype: x.array.dtype }), labels };
  };
  const [x, y] = [alone(a, b), alone(b, a)];
  const batch = [...x.labels].filter((c) => y.labels.includes(c) && output.includes(c));
  const inner_ = [...x.labels].filter((c) => y.labels.includes(c) && !output.includes(c));
  const freeX = [...x.labels].filter((c) => !y.labels.includes(c));
  const freeY = [...y.labels].filter((c) => !x.labels.includes(c));
  const arrange = (v: Labelled, groups: string[][]) =>
    transpose(
      v.array,
      groups.flat().map((c) => v.labels.indexOf(c)),
    );
  const p = arrange(x, [batch, freeX, inner_]);
  const q = arrange(y, [batch, inner_, freeY]);
  const dims = (v: Strided, from: number, count: number) => v.shape.slice(from, from + count);
  const count = (d: readonly number[]) => d.reduce((n, k) => n * k, 1);
  const bs = dims(p, 0, batch.length);
  const m = dims(p, batch.length, freeX.length);
  const k = dims(p, batch.length + freeX.length, inner_.length);
  const n = dims(q, batch.length + inner_.length, freeY.length);
  const t = resultType([p, q]);
  const left = reshape(withType(p, t), [count(bs), count(m), count(k)]);
  const right = reshape(withType(q, t), [count(bs), count(k), count(n)]);
  const product = reshape(linear.matmul(left, right), [...bs, ...m, ...n]);
  const labels = [...batch, ...freeX, ...freeY];
  return returned(
    copyAs(
      transpose(
        product,
        [...output].map((c) => labels.indexOf(c)),
      ),
    ),
  );
}

/** Discrete convolution of two sequences; modes full, same, valid. */
export function convolve(a: ArrayLike, v: ArrayLike, mode: "full" | "same" | "valid" = "full"): NDArray {
  let [x, y] = [asStrided(a), asStrided(v)];
  if (x.size === 0) throw new ValueError("a cannot be empty");
  if (y.size === 0) throw new ValueError("v cannot be empty");
  if (y.size > x.size) [x, y] = [y, x];
  const t = resultType([x, y]);
  const work = t.kind === "f" && t.name !== "float16" ? t : dtypeOf("float64");
  const p = copyAs(x, work).data as Float64Array;
  const q = copyAs(y, work).data as Float64Array;
  const full = Array.from({ length: p.length + q.length - 1 }, (_, i) => {
    let sum = 0;
    for (let j = Math.max(0, i - q.length + 1); j <= Math.min(i, p.length - 1); j++) {
      const term = p[j]! * q[i - j]!;
      sum = work.name === "float32" ? Math.fround(sum + Math.fround(term)) : sum + term;
    }
    return sum;
  });
  const n = mode === "full" ? full.length : mode === "same" ? p.length : p.length - q.length + 1;
  const start = mode === "full" ? 0 : mode === "same" ? Math.floor((q.length - 1) / 2) : q.length - 1;
  const out = new Strided(Float64Array.from(full.slice(start, start + n)), dtypeOf("float64"), [n]);
  return NDArray.from(withType(out, t));
}
/** Values of a polynomial with falling coefficients. */
export function polyval(p: ArrayLike, x: ArrayLike): NDArray {
  const at = asStrided(x);
  let y: Strided = allocate(at.dtype, at.shape);
  for (const c of NDArray.from(asStrided(p))) y = apply2(ufuncs.add, apply2(ufuncs.multiply, y, at), c);
  return returned(y);
}
