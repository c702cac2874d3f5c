/**
 * Permuting dimensions.
 * Source: tf.transpose, tf.matrix_transpose (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/transpose_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { rowMajor } from "../../np/strided.js";
import { withRank } from "../shape_functions.js";
import { countOf, vectorInput, withValue } from "./dimensions.js";
import { bindMove } from "./move.js";
import { rankInternal, writeInts } from "./shape.js";

const transposeShape: ShapeFn = (c) => {
  const input = c.input(0);
  const permShape = c.input(1);
  const n = permShape.dims && countOf(permShape.dims);
  const known = input.rank ?? n;
  if (known === null) {
    const perm = vectorInput(c, 1);
    if (perm === null) return [unknownShape];
  }
  const rank = known ?? vectorInput(c, 1)!.length;
  // A permutation of one element may stand for a scalar or a vector: both stay as they are.
  if (input.dims === null && rank < 2) return [input];
  const dims = withRank(input, rank);
  withRank(permShape, 1);
  withValue(n, rank);
  const perm = vectorInput(c, 1);
  if (perm === null) return [new TensorShape(new Array<null>(rank).fill(null))];
  return [
    new TensorShape(
      perm.map((from) => {
        if (from >= rank) throw new ShapeError(`perm dim ${from} is out of range of input rank ${rank}`);
        return dims.at(from) ?? null;
      }),
    ),
  ];
};

/** Raises where `perm` is not a permutation of 0 … rank - 1. */
function checkPermutation(perm: readonly number[], rank: number): void {
  const seen = new Set<number>();
  for (const d of perm) {
    if (d < 0 || d >= rank) throw invalidArgument(`${d} is out of range [0 .. ${rank})`);
    seen.add(d);
  }
  for (let i = 0; i < rank; i++) if (!seen.has(i)) throw invalidArgument(`${i} is missing from {${perm}}.`);
}

function transposeKernel(conjugate: boolean): Kernel {
  return (k) => {
    const input = k.input(0);
    const permShape = k.input(1).shape;
    if (permShape.length !== 1) throw invalidArgument(`perm must be a vector, not [${permShape}]`);
    const perm = k.ints(1);
    const rank = input.shape.length;
    if (perm.length !== rank) {
      throw invalidArgument(
        `transpose expects a vector of size ${rank}. But input(1) is a vector of size ${perm.length}`,
      );
    }
    checkPermutation(perm, rank);
    const shape = perm.map((d) => input.shape[d]!);
    const strides = rowMajor(input.shape);
    const out = k.output(0, shape);
    const move = bindMove(input, out, { shape, from: perm.map((d) => strides[d]!), to: rowMajor(shape) });
    if (!conjugate || !k.outputTypes[0]!.is_complex) return move;
    const data = out.data as Float32Array;
    return () => {
      move();
      for (let i = 1; i < data.length; i += 2) data[i] = -data[i]!;
    };
  };
}

const transposeGradient: GradientFn = (op, dy) => {
  const perm = createOp("InvertPermutation", { x: op.inputs[1] });
  return [transposeBy(dy as Tensor, perm, "transpose", op.type === "ConjugateTranspose"), null];
};

export const transposeRecords: readonly OpRecord[] = [
  { type: "Transpose", shape: transposeShape, kernel: transposeKernel(false), grad: transposeGradient },
  { type: "ConjugateTranspose", shape: transposeShape, kernel: transposeKernel(true), grad: transposeGradient },
  {
    type: "InvertPermutation",
    shape: (c) => [new TensorShape(withRank(c.input(0), 1))],
    kernel: (k) => {
      const { shape } = k.input(0);
      if (shape.length !== 1) throw invalidArgument("invert_permutation expects a 1D vector.");
      const perm = k.ints(0);
      const out = new Array<number>(perm.length).fill(-1);
      perm.forEach((d, i) => {
        if (d < 0 || d >= perm.length) throw invalidArgument(`${d} is not between 0 and ${perm.length}`);
        if (out[d] !== -1) throw invalidArgument(`${d} is duplicated in the input.`);
        out[d] = i;
      });
      return writeInts(k, 0, out, [perm.length]);
    },
    grad: "none",
  },
];

/** Permutes dimensions; without `perm` they are reversed. */
export function transposeBy(
  a: TensorLike,
  perm: TensorLike | null = null,
  name: string | null = "transpose",
  conjugate = false,
): Tensor {
  return scoped(name, "transpose", [a], (scope) => {
    const isComplex = conjugate && a instanceof Tensor && a.dtype.is_complex;
    const type = isComplex ? "ConjugateTranspose" : "Transpose";
    if (perm !== null) return createOp(type, { x: a, perm }, {}, scope);
    const x = convertToTensor(a, { name: "a" });
    const made = createOp(type, { x, perm: reversedAxes(x) }, {}, scope);
    // The permutation of a tensor of unknown rank isn't known to the shape function.
    if (x.shape.dims !== null) made.set_shape([...x.shape.dims].reverse());
    return made;
  });
}

function reversedAxes(x: Tensor): TensorLike {
  const { rank } = x.shape;
  if (rank) return Array.from({ length: rank }, (_, i) => rank - 1 - i);
  const n = createOp("Rank", { input: x });
  const last = n.sub(1);
  return last.sub(createOp("Range", { start: 0, limit: n, delta: 1 }));
}

/** Exchanges the last two dimensions. */
export function matrixTranspose(
  given: TensorLike,
  name: string | null = "matrix_transpose",
  conjugate = false,
): Tensor {
  return scoped(name, "matrix_transpose", [given], () => {
    const a = convertToTensor(given, { name: "a" });
    const { rank } = a.shape;
    if (rank !== null && rank < 2) {
      throw new ValueError(`Argument 'a' should be a (batch) matrix, with rank >= 2.  Found: ${a.shape}`);
    }
    return transposeBy(
      a,
      rank === null ? swappedAxes(a) : [...Array(rank - 2).keys(), rank - 1, rank - 2],
      "transpose",
      conjugate,
    );
  });
}

function swappedAxes(a: Tensor): Tensor {
  const rank = rankInternal(a);
  const leading = createOp("Range", { start: 0, limit: rank.sub(2), delta: 1 });
  return createOp("ConcatV2", { values: [leading, [rank.sub(1), rank.sub(2)]], axis: 0 }, {}, "concat");
}

/** tf.transpose: dimension i of the result is dimension perm[i] of `a`; all reversed without `perm`. */
export const transpose = pyFunction<{ a: TensorLike; perm: TensorLike | null; name: string; conjugate: boolean }>()(
  "transpose",
  "(a, perm=None, name='transpose', conjugate=False)",
  ({ a, perm, name, conjugate }) => transposeBy(a, perm, name, conjugate),
);

/** tf.matrix_transpose: the last two dimensions exchanged. */
export const matrix_transpose = pyFunction<{ a: TensorLike; name: string; conjugate: boolean }>()(
  "matrix_transpose",
  "(a, name='matrix_transpose', conjugate=False)",
  ({ a, name, conjugate }) => matrixTranspose(a, name, conjugate),
);

/** tf.invert_permutation: the permutation that undoes `x`. */
export const invert_permutation = pyFunction<{ x: TensorLike; name: string | null }>()(
  "invert_permutation",
  "(x, name=None)",
  ({ x, name }) => createOp("InvertPermutation", { x }, {}, name),
);
