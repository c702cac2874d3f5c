/**
 * Products of tensors over chosen axes.
 * Source: tf.tensordot, tf.linalg.matvec (tensorflow/python/ops/math_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { sizeOf } from "../../np/strided.js";
import { concatValues } from "../array/concat.js";
import { expandDims, squeezeDims } from "../array/expand_dims.js";
import { stackValues } from "../array/pack.js";
import { rangeOf } from "../array/range.js";
import { reshapeTo } from "../array/reshape.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { transposeBy } from "../array/transpose.js";
import { binary } from "./gradient_rules.js";
import { matmulOf } from "./matmul.js";
import { add, sub } from "./operators.js";
import { reduceProd } from "./reductions.js";

type Name = string | null;
type Axes = number | TensorLike | readonly (number | readonly number[])[];
type Dims = readonly (number | null)[];

/** An operand as a matrix, and the axes that are left of it: as numbers, or as a tensor with what is known of them. */
interface Operand {
  readonly matrix: Tensor;
  readonly free: readonly number[] | Tensor;
  readonly known: Dims | null;
}

/** Brings the contracted axes to the end (to the front if `flipped`). */
function operandOf(a: Tensor, axes: readonly number[] | Tensor, flipped: boolean): Operand {
  const { dims, known } = a.shape;
  if (known && Array.isArray(axes)) {
    const own = (axes as readonly number[]).map((i) => (i >= 0 ? i : i + known.length));
    const free = known.map((_, i) => i).filter((i) => !own.includes(i));
    const size = (list: readonly number[]): number => sizeOf(list.map((i) => known[i]!));
    const perm = flipped ? [...own, ...free] : [...free, ...own];
    const shape = flipped ? [size(own), size(free)] : [size(free), size(own)];
    const freeDims = free.map((i) => known[i]!);
    return { matrix: reshapeTo(transposeBy(a, perm), shape), free: freeDims, known: freeDims };
  }
  let contracted: Tensor;
  let free: Tensor;
  let shape: Tensor;
  let freeDims: Dims | null = null;
  if (dims !== null && Array.isArray(axes)) {
    const own = (axes as readonly number[]).map((i) => (i >= 0 ? i : i + dims.length));
    const left = dims.map((_, i) => i).filter((i) => !own.includes(i));
    freeDims = left.map((i) => dims[i]!);
    contracted = convertToTensor(own, { dtype: int32, name: "axes" });
    free = convertToTensor(left, { dtype: int32, name: "free" });
    shape = shapeInternal(a);
  } else {
    shape = shapeInternal(a);
    const rank = rankInternal(a);
    const given = convertToTensor(axes, { dtype: int32, name: "axes" });
    const condition = binary("GreaterEqual", given, 0);
    contracted = createOp("Select", { condition, t: given, e: add(given, rank) });
    free = createOperation("ListDiff", { x: rangeOf(0, rank), y: contracted }).outputs[0]!;
  }
  const gather = (indices: Tensor): Tensor => createOp("GatherV2", { params: shape, indices, axis: 0 });
  const freeShape = gather(free);
  const contractedShape = gather(contracted);
  const freeSize = reduceProd(freeShape);
  const contractedSize = reduceProd(contractedShape);
  const perm = concatValues(flipped ? [contracted, free] : [free, contracted], 0);
  const size = stackValues(flipped ? [contractedSize, freeSize] : [freeSize, contractedSize]);
  return { matrix: reshapeTo(transposeBy(a, perm), size), free: freeShape, known: freeDims };
}

/** The contracted axes of both operands. Raises ValueError. */
function contractedAxes(a: Tensor, axes: Axes): readonly [readonly number[] | Tensor, readonly number[] | Tensor] {
  if (typeof axes === "number") {
    if (axes < 0) throw new ValueError("'axes' must be at least 0.");
    const { rank } = a.shape;
    const first = Array.from({ length: axes }, (_, i) => i);
    if (rank === null) {
      const n = rankInternal(a);
      return [rangeOf(sub(n, axes), n, 1, int32), rangeOf(0, axes, 1, int32)];
    }
    if (axes > rank) throw new ValueError(`'axes' must not be larger than the number of dimensions of tensor ${a}.`);
    return [first.map((i) => i + rank - axes), first];
  }
  if (Array.isArray(axes)) {
    if (axes.length !== 2) throw new ValueError("'axes' must be an integer or have length 2.");
    const [x, y] = (axes as readonly (number | readonly number[])[]).map((l) =>
      typeof l === "number" ? [l] : [...l],
    ) as [number[], number[]];
    if (x.length !== y.length)
      throw new ValueError(`Different number of contraction axes 'a' and 'b', ${x.length} != ${y.length}.`);
    return [x, y];
  }
  const both = convertToTensor(axes, { name: "axes", dtype: int32 });
  return [both.at(0), both.at(1)];
}

/** tf.tensordot: sums of products over the last `axes` axes of a and the first of b, or over two lists of axes. */
export const tensordot = pyFunction<{ a: TensorLike; b: TensorLike; axes: Axes; name: Name }>()(
  "tensordot",
  "(a, b, axes, name=None)",
  (p) =>
    scoped(p.name, "Tensordot", [p.a, p.b, p.axes], (scope) => {
      const a = convertToTensor(p.a, { name: "a" });
      const b = convertToTensor(p.b, { name: "b" });
      const [aAxes, bAxes] = contractedAxes(a, p.axes);
      const x = operandOf(a, aAxes, false);
      const y = operandOf(b, bAxes, true);
      const matrix = matmulOf(x.matrix, y.matrix);
      if (!(x.free instanceof Tensor) && !(y.free instanceof Tensor))
        return reshapeTo(matrix, [...x.free, ...y.free], scope);
      const free = [convertToTensor(x.free, { dtype: int32 }), convertToTensor(y.free, { dtype: int32 })];
      const result = reshapeTo(matrix, concatValues(free, 0), scope);
      if (x.known && y.known) result.set_shape([...x.known, ...y.known]);
      return result;
    }),
);

interface MatvecArguments {
  a: TensorLike;
  b: TensorLike;
  transpose_a: boolean;
  adjoint_a: boolean;
  a_is_sparse: boolean;
  b_is_sparse: boolean;
  name: Name;
}

/** tf.linalg.matvec: products of matrices and vectors. */
export const matvec = pyFunction<MatvecArguments>()(
  "matvec",
  "(a, b, transpose_a=False, adjoint_a=False, a_is_sparse=False, b_is_sparse=False, name=None)",
  ({ a, b, name, ...options }) =>
    scoped(name, "MatVec", [a, b], () => squeezeDims(matmulOf(a, expandDims(b, -1), options), [-1])),
);
