/**
 * Einstein sums of any number of tensors, as products of two at a time.
 * Source: tf.einsum (tensorflow/python/ops/special_math_ops.py).
 */
import { scoped } from "../../graph/create_op.js";
import type { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { expandDims } from "../array/expand_dims.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { transposeBy } from "../array/transpose.js";
import { traceOf } from "../linalg/diagonals.js";
import { binary } from "./gradient_rules.js";
import { matmulOf } from "./matmul.js";
import { mul } from "./operators.js";
import { reduceSum } from "./reductions.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

interface Labels {
  readonly inputs: readonly string[];
  readonly output: string;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
/** Python's order of letters: by code point. */
function sorted(letters: Iterable<string>): string[] {
  return [...letters].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Ellipses get letters of their own: as many as the input has axes without a label. */
function resolveEllipses(inputs: string[], shapes: readonly TensorShape[]): string {
  const unused = [...LETTERS].filter((l) => !inputs.join("").includes(l)).join("");
  let longest = "";
  inputs.forEach((labels, i) => {
    if (!labels.includes("...")) return;
    const parts = labels.split("...");
    if (parts.length !== 2) throw new ValueError("Unable to resolve ellipsis. Excess number found.");
    const { rank } = shapes[i]!;
    if (rank === null) throw new ValueError("Unable to statically infer ellipsis axes.");
    const n = rank - parts.join("").length;
    if (n < 0) throw new ValueError("Ellipses lengths do not match.");
    if (unused.length < n) throw new ValueError("Unable to resolve ellipsis, too many distinct labels.");
    const letters = n > 0 ? unused.slice(-n) : "";
    inputs[i] = labels.replace("...", letters);
    if (letters.length > longest.length) longest = letters;
  });
  if (inputs.some((labels) => labels.includes("."))) throw new ValueError('period "." found outside of ellipsis');
  return longest;
}

/** The axes of each input and of the output, one letter each. Raises ValueError. */
function parseEquation(given: string, shapes: readonly TensorShape[]): Labels {
  const equation = given.replaceAll(" ", "");
  const match = /^([a-zA-Z,.]+)(->[a-zA-Z.]*)?$/.exec(equation);
  if (!match) throw new ValueError(`Indices have incorrect format: ${equation}`);
  const inputs = match[1]!.split(",");
  let output = match[2]?.slice(2) ?? null;
  if (shapes.length !== inputs.length) {
    throw new ValueError(`Got ${shapes.length} arguments for equation "${equation}", expecting ${inputs.length}`);
  }
  let ellipsis = "";
  if (equation.includes("...")) {
    ellipsis = resolveEllipses(inputs, shapes);
    output = output?.replace("...", ellipsis) ?? null;
    if (output?.includes(".")) throw new ValueError('period "." found outside of ellipsis');
  }
  if (output === null) {
    const all = inputs.join("");
    const once = [...new Set(all)].filter((l) => !ellipsis.includes(l) && count(all, l) === 1);
    output = ellipsis + sorted(once).join("");
  }
  return { inputs, output };
}

type Size = number | null | Tensor;

function sizesOf(t: Tensor): Size[] {
  const { dims } = t.shape;
  const sizes: Size[] = [...dims!];
  if (!sizes.includes(null)) return sizes;
  const shape = shapeInternal(t);
  return sizes.map((d, i) => d ?? shape.at(i));
}

function totalOf(sizes: readonly Size[]): Size {
  return sizes.reduce<Size>(
    (total, size) => (typeof total === "number" && typeof size === "number" ? total * size : mul(total, size)),
    1,
  );
}

function reshaped(t: Tensor, sizes: readonly Size[]): Tensor {
  const dims = t.shape.dims!;
  const target = sizes.map((d) => d ?? -1);
  if (target.length === dims.length && target.every((d, i) => typeof d === "number" && (d === dims[i] || d === -1)))
    return t;
  return reshapeTo(t, target);
}

function transposed(t: Tensor, perm: readonly number[]): Tensor {
  return perm.every((p, i) => p === i) ? t : transposeBy(t, perm);
}

interface Labelled {
  readonly tensor: Tensor;
  readonly labels: string;
}

function checkRank(t: Tensor, labels: string, name: string): void {
  if (t.shape.length === labels.length) return;
  throw new ValueError(
    `Tensor ${name} of rank ${t.shape.length} does not match einsum reduction of length ${labels.length}`,
  );
}

/** Product of two tensors, summed over `summed`: axes in both that are kept come first in the result. */
function product(x: Labelled, y: Labelled, summed: ReadonlySet<string>): Labelled {
  checkRank(x.tensor, x.labels, "t0");
  checkRank(y.tensor, y.labels, "t1");
  const kept = new Set([...x.labels].filter((l) => y.labels.includes(l) && !summed.has(l)));
  const own = [x, y].map(({ labels }) => [...new Set(labels)].filter((l) => !kept.has(l) && !summed.has(l))) as [
    string[],
    string[],
  ];
  const key = (input: 0 | 1, l: string): string => {
    const early = input === 0 ? own[0].includes(l) : summed.has(l);
    return (kept.has(l) ? "0" : early ? "1" : "2") + l;
  };
  const order = ([x, y] as const).map(({ labels }, i) =>
    [...labels].sort((a, b) => (key(i as 0 | 1, a) < key(i as 0 | 1, b) ? -1 : 1)),
  ) as [string[], string[]];
  let [t0, t1] = ([x, y] as const).map(({ tensor, labels }, i) =>
    transposed(
      tensor,
      order[i]!.map((l) => labels.indexOf(l)),
    ),
  ) as [Tensor, Tensor];
  if (summed.size === 0) {
    for (const _ of own[1]) t0 = expandDims(t0, -1);
    for (const _ of own[0]) t1 = expandDims(t1, kept.size);
    return { tensor: binary("Mul", t0, t1), labels: [...order[0], ...order[1].slice(kept.size)].join("") };
  }
  const n0 = sizesOf(t0);
  const left = totalOf(n0.slice(kept.size, -summed.size));
  const inner = totalOf(n0.slice(-summed.size));
  t0 = reshaped(t0, [...n0.slice(0, kept.size), left, inner]);
  const n1 = sizesOf(t1);
  const right = totalOf(n1.slice(kept.size + summed.size));
  t1 = reshaped(t1, [...n1.slice(0, kept.size), inner, right]);
  const matrix = matmulOf(t0, t1);
  const sizes = [...n0.slice(0, kept.size + own[0].length), ...n1.slice(n1.length - own[1].length)];
  const labels = [...order[0].slice(0, kept.size + own[0].length), ...order[1].slice(order[1].length - own[1].length)];
  return { tensor: reshaped(matrix, sizes), labels: labels.join("") };
}

/** All inputs broadcast against each other, multiplied and summed: for indices that more than two inputs share. */
function broadcastProduct(inputs: readonly Tensor[], { inputs: given, output }: Labels): Tensor {
  const all = sorted(new Set(given.join("") + output));
  const order = [...all.filter((l) => !output.includes(l)), ...output];
  const expanded = inputs.map((t, i) => {
    const labels = given[i]!;
    if (t.shape.rank !== labels.length) {
      throw new ValueError(
        `Input ${i} with axes ${labels} has incorrect number of dimensions (expected ${labels.length}, got ${t.shape.rank})`,
      );
    }
    const own = [...labels].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    if (new Set(labels).size !== labels.length) {
      throw new ValueError(`Subscript not supported: an axis appears more than once: ${labels}`);
    }
    const tensor = transposed(
      t,
      own.map((l) => labels.indexOf(l)),
    );
    const dims = tensor.shape.dims!;
    return { tensor, own, shape: order.map((l) => (own.includes(l) ? dims[own.indexOf(l)] || -1 : 1)) };
  });
  order.forEach((label, j) => {
    const sizes = new Set(expanded.map(({ shape }) => shape[j]!).filter((d) => d > 1));
    if (sizes.size > 1) throw new ValueError(`Dimension mismatch on axis: ${label}`);
  });
  const summed = order.flatMap((l, j) => (output.includes(l) ? [] : [j]));
  const shaped = expanded.map(({ tensor, shape }) => reshapeTo(tensor, shape));
  const total = shaped.reduce<Tensor | number>((sum, t) => mul(sum, t), 1);
  return reduceSum(total, summed);
}

function evaluate(equation: string, inputs: readonly Tensor[]): Tensor {
  const labels = parseEquation(
    equation,
    inputs.map((t) => t.shape),
  );
  const { inputs: given, output } = labels;
  const all = new Set(given.join("") + output);
  for (const a of all) {
    for (const own of given) {
      const isMirrored = own === [...own].reverse().join("");
      if (given.length === 1 && count(own, a) === 2 && isMirrored && !equation.includes("->"))
        return traceOf(inputs[0]!);
      if (count(own, a) > 1) throw new ValueError(`Subscript not supported: an axis appears more than once: ${own}`);
    }
  }
  for (const a of all) {
    if (given.filter((own) => own.includes(a)).length > 2 && !output.includes(a))
      return broadcastProduct(inputs, labels);
  }
  let result: Labelled = { tensor: inputs[0]!, labels: given[0]! };
  for (let i = 1; i < inputs.length; i++) {
    const next = given[i]!;
    const summed = new Set([...result.labels].filter((l) => next.includes(l) && !output.includes(l)));
    result = product(result, { tensor: inputs[i]!, labels: next }, summed);
  }
  let { tensor, labels: left } = result;
  const axes = [...left].flatMap((l, i) => (output.includes(l) ? [] : [i]));
  if (axes.length > 0) {
    tensor = reduceSum(tensor, axes);
    left = [...left].filter((l) => output.includes(l)).join("");
  }
  if (sorted(left).join("") !== sorted(output).join("")) throw new ValueError(`Invalid equation: ${equation}`);
  return transposed(
    tensor,
    [...output].map((l) => left.indexOf(l)),
  );
}

/**
 * tf.einsum: for example `einsum("ij,jk->ik", a, b)`; a letter names an axis, those missing after the arrow are summed
 * over. A trailing object may hold the `name`. Raises ValueError for equations that don't fit the tensors.
 */
export function einsum(equation: string, ...inputs: readonly (Tensor | { readonly name?: string | null })[]): Tensor {
  const last = inputs.at(-1);
  const isOptions = last !== undefined && Object.getPrototypeOf(last) === Object.prototype;
  const options = isOptions ? (last as Record<string, unknown>) : {};
  const unknown = sorted(Object.keys(options).filter((key) => key !== "name"));
  if (unknown.length > 0) throw new TypeError(`invalid keyword arguments for this function: ${unknown.join(", ")}`);
  const tensors = (isOptions ? inputs.slice(0, -1) : inputs) as readonly Tensor[];
  const name = (options["name"] as string | null | undefined) ?? null;
  return scoped(name, "einsum", [equation, tensors], () => evaluate(equation, tensors));
}
