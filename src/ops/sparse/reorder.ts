/**
 * Sparse tensors in row-major order, under another shape, with dimensions exchanged.
 * Source: tf.sparse_reorder, tf.sparse_reshape, tf.sparse_transpose (tensorflow/python/ops/sparse_ops.py, sparse_grad.py;
 * core/kernels/sparse_reorder_op.cc, reshape_util.cc).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { constantShapeOf, intsOf } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, type SparseTensorValue } from "../../graph/sparse_tensor.js";
import { staticValue } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { rowMajor, sizeOf } from "../../np/strided.js";
import { gatherRows } from "../array/gather.js";
import { bindCopyRun } from "../array/move.js";
import { rangeOf } from "../array/range.js";
import { rankInternal, shapeInternal, writeInts } from "../array/shape.js";
import { transposeBy } from "../array/transpose.js";
import { castTo } from "../math/cast.js";
import { shapeText } from "../run_shapes.js";
import { withRank } from "../shape_functions.js";
import { ascending, Coordinates } from "./entries.js";
import { requireSparse } from "./to_dense.js";

type Sparse = SparseTensor | SparseTensorValue;
type Name = string | null;

const reorderKernel: Kernel = (k) => {
  k.readsData();
  const [indices, values] = [k.input(0), k.input(1)];
  if (values.shape.length !== 1)
    throw invalidArgument(`Input values should be a vector but received shape ${shapeText(values.shape)}`);
  const entries = new Coordinates(indices);
  const order = entries.sorted(ascending(entries.rank));
  const row = bindCopyRun(indices, k.output(0, indices.shape), entries.rank);
  const value = bindCopyRun(values, k.output(1, values.shape), 1);
  order.forEach((from, to) => {
    row(from * entries.rank, to * entries.rank);
    value(from, to);
  });
  return undefined;
};

/** Where each entry went is found by reordering the entries' numbers. */
const reorderGradient: GradientFn = (op, _indices, dy) => {
  const [indices, , shape] = op.inputs as readonly [Tensor, Tensor, Tensor];
  const count = shapeInternal(indices).at(0);
  const ordered = reorder(new SparseTensor(indices, rangeOf(0, count), shape));
  const back = createOp("InvertPermutation", { x: ordered.values });
  return [null, gatherRows(dy as Tensor, back), null];
};

/** The target shape with its -1 worked out. */
function resolved(input: readonly number[], target: readonly number[]): number[] {
  const size = sizeOf(input);
  const open = target.indexOf(-1);
  const second = open < 0 ? -1 : target.indexOf(-1, open + 1);
  if (second >= 0) throw invalidArgument(`only one output dimension may be -1, not both ${open} and ${second}`);
  target.forEach((d, i) => {
    if (d < -1) throw invalidArgument(`size ${i} must be non-negative, not ${d}`);
  });
  const rest = target.reduce((n, d) => (d === -1 ? n : n * d), 1);
  const texts = (shape: readonly number[]) => `input_shape=${shapeText(input)} output_shape=${shapeText(shape)}`;
  if (open < 0) {
    if (rest !== size) {
      throw invalidArgument(
        `Input to reshape is a tensor with ${size} dense values, but the requested shape has ${rest}. ${texts(target)}`,
      );
    }
    return [...target];
  }
  if (rest <= 0)
    throw invalidArgument(
      "reshape cannot infer the missing input size for an empty tensor unless all specified input sizes are non-zero",
    );
  if (size % rest !== 0) {
    throw invalidArgument(
      `Input to reshape is a SparseTensor with ${size} dense values, but the requested shape requires a multiple of ${rest}. ${texts(target)}`,
    );
  }
  return target.map((d) => (d === -1 ? size / rest : d));
}

const reshapeKernel: Kernel = (k) => {
  k.readsData();
  const indices = k.input(0);
  if (indices.shape.length !== 2)
    throw invalidArgument(`Input indices should be a matrix but received shape ${shapeText(indices.shape)}`);
  const input = k.ints(1);
  const target = resolved(input, k.ints(2));
  writeInts(k, 1, target, [target.length]);
  const [from, to] = [rowMajor(input), rowMajor(target)];
  const count = indices.shape[0]!;
  const list = indices.data as BigInt64Array;
  const data = k.output(0, [count, target.length]).data as BigInt64Array;
  for (let i = 0; i < count; i++) {
    let at = 0;
    for (let d = 0; d < input.length; d++) at += Number(list[i * input.length + d]) * from[d]!;
    for (let d = 0; d < target.length; d++) {
      data[i * target.length + d] = BigInt(Math.floor(at / to[d]!));
      at %= to[d]!;
    }
  }
  return undefined;
};

export const sparseReorderRecords: readonly OpRecord[] = [
  {
    type: "SparseReorder",
    shape: (c) => {
      const indices = new TensorShape(withRank(c.input(0), 2));
      const values = new TensorShape(withRank(c.input(1), 1));
      withRank(c.input(2), 1);
      return [indices, values];
    },
    kernel: reorderKernel,
    grad: reorderGradient,
  },
  {
    type: "SparseReshape",
    shape: (c) => {
      const [count] = withRank(c.input(0), 2);
      withRank(c.input(1), 1);
      const target = new TensorShape(withRank(c.input(2), 1));
      return [new TensorShape([count!, target.dims![0]!]), target];
    },
    kernel: reshapeKernel,
  },
];

/** The entries in row-major order. */
export function reorder(given: Sparse, name: Name = null): SparseTensor {
  const sparse = requireSparse(given);
  const inputs = { input_indices: sparse.indices, input_values: sparse.values, input_shape: sparse.dense_shape };
  const [indices, values] = createOperation("SparseReorder", inputs, {}, name).outputs as readonly [Tensor, Tensor];
  const shape = sparse.shape.known ?? createOp("Identity", { input: sparse.dense_shape });
  return new SparseTensor(indices, values, shape);
}

/** tf.sparse_reorder: the entries in row-major order, as most sparse operations want them. */
export const sparse_reorder = pyFunction<{ sp_input: Sparse; name: Name }>()(
  "sparse_reorder",
  "(sp_input, name=None)",
  (p) => reorder(p.sp_input, p.name),
);

/** The target shape as a constant, where both shapes are known. Raises ValueError where sizes differ. */
function knownTarget(shape: Tensor, input: TensorShape): number[] | null {
  const { dims } = constantShapeOf(shape);
  const known = input.known;
  if (dims === null || known === null) return null;
  const byUser = staticValue(shape);
  const implied = byUser === null ? 0 : intsOf(byUser).filter((d) => d === -1).length;
  if (byUser !== null && implied > 1) {
    throw new ValueError(`At most one dimension can be inferred (-1). Found: [${intsOf(byUser).join(" ")}]`);
  }
  const open = dims.filter((d) => d === null).length;
  if (open > 1) return null;
  const size = sizeOf(known);
  const rest = dims.reduce<number>((n, d) => n * (d ?? 1), 1);
  const full = dims.map((d) => d ?? Math.floor(size / rest));
  if (sizeOf(full) !== size) {
    const text = dims.map((d) => d ?? "None").join(", ");
    throw new ValueError(
      `Cannot reshape a tensor with ${size} elements to shape [${text}] (${sizeOf(full)} elements).`,
    );
  }
  return full;
}

/** tf.sparse_reshape: the same entries under another shape, which may hold one -1. */
export const sparse_reshape = pyFunction<{ sp_input: Sparse; shape: TensorLike; name: Name }>()(
  "sparse_reshape",
  "(sp_input, shape, name=None)",
  (p) => {
    const sparse = requireSparse(p.sp_input);
    const target = castTo(p.shape, int64);
    return scoped(p.name, "SparseReshape", [sparse.values], (scope) => {
      const inputs = { input_indices: sparse.indices, input_shape: sparse.dense_shape, new_shape: target };
      const [indices, made] = createOperation("SparseReshape", inputs, {}, scope).outputs as readonly [Tensor, Tensor];
      const full = knownTarget(target, sparse.shape);
      const shape = full === null ? made : constant(full, { dtype: int64 });
      return new SparseTensor(indices, createOp("Identity", { input: sparse.values }), shape);
    });
  },
);

/** tf.sparse_transpose: dimension i of the result is dimension perm[i]; all reversed without `perm`. */
export const sparse_transpose = pyFunction<{ sp_input: SparseTensor; perm: TensorLike | null; name: Name }>()(
  "sparse_transpose",
  "(sp_input, perm=None, name=None)",
  ({ sp_input, perm: given, name }) =>
    scoped(name, "SparseTranspose", [sp_input.values], () => {
      let perm = given;
      if (perm === null) {
        const rank = rankInternal(sp_input);
        perm = rank.sub(1).sub(rangeOf(0, rank, 1));
      }
      const indices = transposeBy(gatherRows(transposeBy(sp_input.indices), perm));
      const order = staticValue(convertToTensor(perm));
      const known = sp_input.shape.known;
      const shape =
        order !== null && known !== null ? intsOf(order).map((d) => known[d]!) : gatherRows(sp_input.dense_shape, perm);
      return reorder(new SparseTensor(indices, sp_input.values, shape));
    }),
);
