/**
 * Running a ufunc: dtypes, broadcasting, layout of the result, and the loop that fits the operands.
 * Source: numpy/core/src/umath/ufunc_object.c and ufunc_type_resolution.c (NumPy 1.18).
 */
import { broadcastShapes, broadcastStrides } from "./broadcast.js";
import { copyInto, isDense, withType } from "./casting.js";
import type { Data, DType } from "./dtype.js";
import { dtypeOf } from "./dtype.js";
import { load, typeName } from "./element.js";
import { TypeError_, ValueError } from "./errors.js";
import { roundHalves } from "./half.js";
import { forRuns } from "./iterate.js";
import { BINARY, UNARY } from "./loops.generated.js";
import { onObjects } from "./objects.js";
import { type Casting, canCastType, resultType } from "./promotion.js";
import { allocate, Strided, sameShape, shapeText } from "./strided.js";

/** Writes a complex result: real part in out[0], imaginary part in out[1]. */
export type Complex1 = (re: number, im: number, out: Float64Array, r: (x: number) => number) => void;
export type Complex2 = (
  ar: number,
  ai: number,
  br: number,
  bi: number,
  out: Float64Array,
  r: (x: number) => number,
) => void;

interface Rule {
  /** NumPy's name of the ufunc. */
  readonly name: string;
  /** The dtype in which it computes operands of this common dtype; raises TypeError where there is no loop. */
  readonly loop: (common: DType) => DType;
  /** The dtype of its result. */
  readonly result: (loop: DType) => DType;
}

export interface UnaryUfunc extends Rule {
  readonly num: (x: number) => number;
  /** float32 and float16, where they are not the rounded float64 result. */
  readonly num32?: (x: number) => number;
  readonly int?: (x: number) => number;
  /** bool operands (0 or 1, and so must the result be), where the number rule does not do. */
  readonly bool?: (x: number) => number;
  readonly big?: (x: bigint) => bigint | number | boolean;
  readonly cplx?: Complex1;
  readonly object?: (x: unknown) => unknown;
}

export interface BinaryUfunc extends Rule {
  readonly num: (x: number, y: number) => number;
  readonly num32?: (x: number, y: number) => number;
  readonly int?: (x: number, y: number) => number;
  readonly bool?: (x: number, y: number) => number;
  readonly big?: (x: bigint, y: bigint) => bigint | number | boolean;
  readonly cplx?: Complex2;
  /** The operator method and its reflection that objects answer to. */
  readonly methods?: readonly [string, string];
  readonly text?: (x: string, y: string) => boolean;
}

export interface UfuncOptions {
  readonly out?: Strided | null;
  readonly dtype?: DType | null;
  readonly casting?: Casting;
}

/** numpy.core._exceptions.UFuncTypeError. */
export class UFuncTypeError extends TypeError_ {
  override name = "UFuncTypeError";
}

/** repr of a dtype, as ufunc errors show it. */
export function dtypeText(t: DType): string {
  return t.kind === "U" || t.kind === "S" || t.kind === "O"
    ? `dtype('${t.kind === "O" ? "O" : t}')`
    : `dtype('${t.name}')`;
}

/** No loop for these operand dtypes. */
export function noLoop(name: string, types: readonly DType[]): UFuncTypeError {
  const ins = types.map(dtypeText).join(", ");
  return new UFuncTypeError(
    `ufunc '${name}' did not contain a loop with signature matching types (${ins}${types.length === 1 ? "," : ""}) -> ${dtypeText(types[0]!)}`,
  );
}

/** TypeError for operands that a ufunc has no loop for and that can't be cast to one. */
export function unsupported(name: string): TypeError_ {
  return new TypeError_(
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any ` +
      "supported types according to the casting rule ''safe''",
  );
}

function checkOut(name: string, from: DType, to: DType, casting: Casting): void {
  if (canCastType(from, to, casting)) return;
  throw new UFuncTypeError(
    `Cannot cast ufunc '${name}' output from ${dtypeText(from)} to ${dtypeText(to)} with casting rule '${casting}'`,
  );
}

/** Result storage laid out like the first operand that has the result's shape (NumPy's order "K"). */
export function allocateLike(dtype: DType, shape: readonly number[], a: Strided, b: Strided = a): Strided {
  for (const x of [a, b]) {
    if (!sameShape(x.shape, shape)) continue;
    if (x.isContiguous) break;
    if (isDense(x)) return new Strided(dtype.make(x.size), dtype, shape, x.strides, 0);
  }
  return allocate(dtype, shape);
}

/** 1 where an operand runs through memory exactly as the result does, 0 for a single element, -1 otherwise. */
function form(a: Strided, out: Strided): 1 | 0 | -1 {
  if (!sameShape(a.shape, out.shape)) return a.size === 1 ? 0 : -1;
  for (let i = 0; i < a.shape.length; i++) if (a.shape[i] !== 1 && a.strides[i] !== out.strides[i]) return -1;
  return 1;
}

function overlaps(a: Strided, out: Strided): boolean {
  return a.data === out.data && !(a.offset === out.offset && form(a, out) === 1);
}

type Num1 = (x: number) => number;
type Num2 = (x: number, y: number) => number;

function run1(f: Num1, x: number[], o: number[]) {
  return (n: number, i: number, si: number, _b: number, _sb: number, k: number, sk: number): void => {
    for (let e = 0; e < n; e++, i += si, k += sk) o[k] = f(x[i]!);
  };
}

function run2(f: Num2, x: number[], y: number[], o: number[]) {
  return (n: number, i: number, si: number, j: number, sj: number, k: number, sk: number): void => {
    for (let e = 0; e < n; e++, i += si, j += sj, k += sk) o[k] = f(x[i]!, y[j]!);
  };
}

/** Complex loops: real results go to position k, complex ones to the pair at 2k. */
function runComplex(f: Complex2, x: Data, y: Data, o: number[], pairs: boolean) {
  const r = x instanceof Float32Array ? Math.fround : (v: number) => v;
  const z = new Float64Array(2);
  const a = x as number[];
  const b = y as number[];
  return (n: number, i: number, si: number, j: number, sj: number, k: number, sk: number): void => {
    for (let e = 0; e < n; e++, i += si, j += sj, k += sk) {
      f(a[2 * i]!, a[2 * i + 1]!, b[2 * j]!, b[2 * j + 1]!, z, r);
      if (pairs) {
        o[2 * k] = z[0]!;
        o[2 * k + 1] = z[1]!;
      } else o[k] = z[0]!;
    }
  };
}

type Big = bigint | number | boolean;

function runBig(f: (x: bigint, y: bigint) => Big, x: Data, y: Data, o: Data) {
  const a = x as BigInt64Array;
  const b = y as BigInt64Array;
  const out = o as unknown[] | BigInt64Array;
  const big = o instanceof BigInt64Array || o instanceof BigUint64Array;
  return (n: number, i: number, si: number, j: number, sj: number, k: number, sk: number): void => {
    for (let e = 0; e < n; e++, i += si, j += sj, k += sk) {
      const r = f(a[i]!, b[j]!);
      if (big) out[k] = r as bigint;
      else out[k] = Number(r);
    }
  };
}

/** Computes into `out` directly, or through a temporary where `out` has another dtype or overlaps an operand. */
function deliver(
  name: string,
  result: DType,
  shape: readonly number[],
  operands: readonly [Strided, Strided],
  options: UfuncOptions | undefined,
  compute: (out: Strided) => void,
): Strided {
  const given = options?.out ?? null;
  if (!given) {
    const out = allocateLike(result, shape, operands[0], operands[1]);
    compute(out);
    if (result.name === "float16") roundHalves(out.data as Float32Array);
    return out;
  }
  checkOut(name, result, given.dtype, options?.casting ?? "same_kind");
  if (!sameShape(given.shape, shape)) broadcastOut(given, shape);
  if (given.dtype === result && result.name !== "float16" && !operands.some((x) => overlaps(x, given))) {
    compute(given);
    return given;
  }
  const temporary = allocate(result, given.shape);
  compute(temporary);
  if (result.name === "float16") roundHalves(temporary.data as Float32Array);
  copyInto(temporary, given);
  return given;
}

/** The result's shape must broadcast to the given output's own shape. */
function broadcastOut(given: Strided, shape: readonly number[]): void {
  const all = broadcastShapes([given.shape, shape]);
  if (sameShape(all, given.shape)) return;
  throw new ValueError(
    `non-broadcastable output operand with shape ${shapeText(given.shape)} doesn't match the broadcast shape ${shapeText(all)}`,
  );
}

/** Applies a ufunc of one operand. */
export function apply1(u: UnaryUfunc, a: Strided, options?: UfuncOptions): Strided {
  const loop = u.loop(options?.dtype ?? a.dtype);
  const result = u.result(loop);
  const x = withType(a, loop);
  return deliver(u.name, result, x.shape, [x, x], options, (out) => {
    const fast = loop === result && UNARY[u.name]?.[loop.name];
    if (fast && form(x, out) === 1 && isDense(out)) {
      fast(x.size, from(x.data, x.offset), from(out.data, out.offset));
      return;
    }
    forRuns(out.shape, unaryRun(u, x, out), x, undefined, out);
  });
}

function unaryRun(u: UnaryUfunc, x: Strided, out: Strided) {
  const t = x.dtype;
  const pairs = out.dtype.kind === "c";
  if (t.kind === "O") {
    if (!u.object) throw noObject(u.name, load(x.data, t, x.offset));
    return run1(u.object as Num1, x.data as number[], out.data as number[]);
  }
  if (t.kind === "c") {
    const f = u.cplx;
    if (!f) throw unsupported(u.name);
    return runComplex((re, im, _r, _i, z, r) => f(re, im, z, r), x.data, x.data, out.data as number[], pairs);
  }
  if (t.isBig) {
    const f = u.big;
    if (!f) throw unsupported(u.name);
    return runBig((v) => f(v), x.data, x.data, out.data);
  }
  const f = t.kind === "f" ? (t.itemsize < 8 && u.num32) || u.num : (((t.kind === "b" && u.bool) || u.int) ?? u.num);
  return run1(f, x.data as number[], out.data as number[]);
}

function noObject(name: string, value: unknown): TypeError_ {
  return new TypeError_(
    `loop of ufunc does not support argument 0 of type ${typeName(value)} which has no callable ${name} method`,
  );
}

/** Applies a ufunc of two operands. */
export function apply2(u: BinaryUfunc, a: Strided, b: Strided, options?: UfuncOptions): Strided {
  const isText = (t: DType) => t.kind === "U" || t.kind === "S";
  if ((isText(a.dtype) && b.dtype.kind !== "O") || (isText(b.dtype) && a.dtype.kind !== "O")) {
    return applyText(u, a, b, options);
  }
  const common = options?.dtype ?? resultType([a, b]);
  const loop = u.loop(common);
  const result = u.result(loop);
  const x = withType(a, loop);
  const y = withType(b, loop);
  const shape = sameShape(x.shape, y.shape) ? x.shape : broadcastShapes([x.shape, y.shape]);
  return deliver(u.name, result, shape, [x, y], options, (out) => {
    const fast = BINARY[u.name]?.[loop.name];
    if (fast && isDense(out)) {
      const fx = form(x, out);
      const fy = form(y, out);
      const px = from(x.data, x.offset);
      const py = from(y.data, y.offset);
      const po = from(out.data, out.offset);
      if (fx === 1 && fy === 1) return fast.vv(out.size, px, py, po);
      if (fx === 1 && fy === 0) return fast.vs(out.size, px, py, po);
      if (fx === 0 && fy === 1) return fast.sv(out.size, px, py, po);
    }
    const px = { strides: broadcastStrides(x, out.shape), offset: x.offset };
    const py = { strides: broadcastStrides(y, out.shape), offset: y.offset };
    if (fast) {
      forRuns(out.shape, hotRun(fast, binaryRun(u, x, y, out), x.data, y.data, out.data), px, py, out);
    } else forRuns(out.shape, binaryRun(u, x, y, out), px, py, out);
  });
}

/** Storage from a position on; the loops run faster without offsets. */
function from(data: Data, at: number): Data {
  return at === 0 || Array.isArray(data) ? data : data.subarray(at);
}

/** Rows below this length are not worth a view of each. */
const SHORT = 48;

/** Rows of a broadcast operation take the plain loops where they are gapless. */
function hotRun(
  fast: (typeof BINARY)[string][keyof (typeof BINARY)[string]] & object,
  slow: ReturnType<typeof run2>,
  x: Data,
  y: Data,
  o: Data,
) {
  return (n: number, i: number, si: number, j: number, sj: number, k: number, sk: number): void => {
    if (sk !== 1 || n < SHORT) slow(n, i, si, j, sj, k, sk);
    else if (si === 1 && sj === 1) fast.vv(n, from(x, i), from(y, j), from(o, k));
    else if (si === 1 && sj === 0) fast.vs(n, from(x, i), from(y, j), from(o, k));
    else if (si === 0 && sj === 1) fast.sv(n, from(x, i), from(y, j), from(o, k));
    else slow(n, i, si, j, sj, k, sk);
  };
}

function binaryRun(u: BinaryUfunc, x: Strided, y: Strided, out: Strided) {
  const t = x.dtype;
  if (t.kind === "O") {
    // Objects and text keep their own operators; numbers come back as numbers.
    const f = (p: unknown, q: unknown) => {
      const r = onObjects(u, p, q);
      return out.dtype.kind === "b" ? Number(Boolean(r)) : r;
    };
    return run2(f as Num2, x.data as number[], y.data as number[], out.data as number[]);
  }
  if (t.kind === "c") {
    const f = u.cplx;
    if (!f) throw unsupported(u.name);
    return runComplex(f, x.data, y.data, out.data as number[], out.dtype.kind === "c");
  }
  if (t.isBig) {
    const f = u.big;
    if (!f) throw unsupported(u.name);
    return runBig(f, x.data, y.data, out.data);
  }
  const f = t.kind === "f" ? (t.itemsize < 8 && u.num32) || u.num : (((t.kind === "b" && u.bool) || u.int) ?? u.num);
  return run2(f, x.data as number[], y.data as number[], out.data as number[]);
}

/** Ufuncs that look for a loop of the operands' common dtype, and name it where there is none. */
const BY_COMMON_TYPE = new Set(["add", "subtract", "multiply", "maximum", "minimum", "fmax", "fmin"]);

/** Comparison of text with text; everything else has no loop. */
function applyText(u: BinaryUfunc, a: Strided, b: Strided, options?: UfuncOptions): Strided {
  const f = u.text;
  if (!f || !Array.isArray(a.data) || !Array.isArray(b.data)) {
    if (!f && !BY_COMMON_TYPE.has(u.name)) throw unsupported(u.name);
    const common = resultType([a, b]);
    throw noLoop(u.name, [common, common]);
  }
  const shape = broadcastShapes([a.shape, b.shape]);
  const text = (v: unknown) => (v instanceof Uint8Array ? new TextDecoder("latin1").decode(v) : String(v));
  return deliver(u.name, dtypeOf("bool"), shape, [a, b], options, (out) => {
    const compare = (p: unknown, q: unknown) => Number(f(text(p), text(q)));
    const px = { strides: broadcastStrides(a, out.shape), offset: a.offset };
    const py = { strides: broadcastStrides(b, out.shape), offset: b.offset };
    forRuns(
      out.shape,
      run2(compare as Num2, a.data as number[], b.data as number[], out.data as number[]),
      px,
      py,
      out,
    );
  });
}
