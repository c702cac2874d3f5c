/**
 * tf.sets: what rows have in common, and what they don't.
 * Source: tensorflow/python/ops/sets_impl.py.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import type { DTypeName } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, SparseTensorValue } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { requireSparse } from "../sparse/to_dense.js";

/** Sets as rows: along the last dimension of a tensor, or the entries of a sparse one. */
export type SetLike = TensorLike | SparseTensor | SparseTensorValue;

const TYPES: readonly DTypeName[] = ["int8", "int16", "int32", "int64", "uint8", "uint16", "string"];

/** Sparse tensors as they are, everything else as a dense one. Source: convert_to_tensor_or_sparse_tensor. */
export function denseOrSparse(x: SetLike, name: string | null = null): Tensor | SparseTensor {
  return x instanceof SparseTensor || x instanceof SparseTensorValue ? requireSparse(x) : convertToTensor(x, { name });
}

/** The operands as the operations take them, a dense one first; and whether they changed places. */
function operands(left: SetLike, right: SetLike): [Tensor | SparseTensor, Tensor | SparseTensor, boolean] {
  const a = denseOrSparse(left, "a");
  if (!TYPES.includes(a.dtype.baseName)) throw new TypeError(`'a' invalid dtype ${a.dtype}.`);
  const b = denseOrSparse(right, "b");
  if (b.dtype.base_dtype !== a.dtype.base_dtype) throw new TypeError(`Types don't match, ${a.dtype} vs ${b.dtype}.`);
  return a instanceof SparseTensor && !(b instanceof SparseTensor) ? [b, a, true] : [a, b, false];
}

function operation(
  a: Tensor | SparseTensor,
  b: Tensor | SparseTensor,
  set_operation: string,
  validate_indices: boolean,
): SparseTensor {
  const attrs = { set_operation, validate_indices };
  const parts = (n: 1 | 2, s: SparseTensor) => ({
    [`set${n}_indices`]: s.indices,
    [`set${n}_values`]: s.values,
    [`set${n}_shape`]: s.dense_shape,
  });
  let op: ReturnType<typeof createOperation>;
  if (a instanceof SparseTensor) {
    if (!(b instanceof SparseTensor))
      throw new ValueError("Sparse,Dense is not supported, but Dense,Sparse is. Please flip the order of your inputs.");
    op = createOperation("SparseToSparseSetOperation", { ...parts(1, a), ...parts(2, b) }, attrs);
  } else if (b instanceof SparseTensor) {
    op = createOperation("DenseToSparseSetOperation", { set1: a, ...parts(2, b) }, attrs);
  } else op = createOperation("DenseToDenseSetOperation", { set1: a, set2: b }, attrs);
  const [indices, values, shape] = op.outputs as readonly [Tensor, Tensor, Tensor];
  return new SparseTensor(indices, values, shape);
}

/** Numbers of unique values per row, int32. */
export function sizesOf(given: SetLike, validate_indices = true): Tensor {
  const a = denseOrSparse(given, "a");
  if (!(a instanceof SparseTensor)) throw new TypeError(`Expected \`SparseTensor\`, got ${a}.`);
  if (!TYPES.includes(a.values.dtype.baseName)) throw new TypeError(`Invalid dtype ${a.values.dtype}.`);
  const inputs = { set_indices: a.indices, set_values: a.values, set_shape: a.dense_shape };
  return createOp("SetSize", inputs, { validate_indices });
}
export function intersectionOf(left: SetLike, right: SetLike, validate = true): SparseTensor {
  const [a, b] = operands(left, right);
  return operation(a, b, "intersection", validate);
}
export function differenceOf(left: SetLike, right: SetLike, aminusb = true, validate = true): SparseTensor {
  const [a, b, flipped] = operands(left, right);
  return operation(a, b, aminusb !== flipped ? "a-b" : "b-a", validate);
}

interface SetArguments {
  a: SetLike;
  b: SetLike;
  validate_indices: boolean;
}

/** tf.sets.size: numbers of unique values along the last dimension of a sparse tensor, int32. Raises TypeError for dense ones. */
export const set_size = pyFunction<{ a: SetLike; validate_indices: boolean }>()(
  "set_size",
  "(a, validate_indices=True)",
  (p) => sizesOf(p.a, p.validate_indices),
);
/** tf.sets.intersection: for each row the values that `a` and `b` share, as a sparse tensor. Integers or strings. */
export const set_intersection = pyFunction<SetArguments>()("set_intersection", "(a, b, validate_indices=True)", (p) =>
  intersectionOf(p.a, p.b, p.validate_indices),
);
/** tf.sets.difference: for each row the values of `a` that `b` lacks, or with `aminusb` off the reverse. */
export const set_difference = pyFunction<SetArguments & { aminusb: boolean }>()(
  "set_difference",
  "(a, b, aminusb=True, validate_indices=True)",
  (p) => differenceOf(p.a, p.b, p.aminusb, p.validate_indices),
);
/** tf.sets.union: for each row the values of either. */
export const set_union = pyFunction<SetArguments>()("set_union", "(a, b, validate_indices=True)", (p) => {
  const [a, b] = operands(p.a, p.b);
  return operation(a, b, "union", p.validate_indices);
});
