/**
 * A sparse tensor with a dense one, element by element: the dense one broadcasts to the sparse one's entries.
 * Source: SparseTensor's operators (tensorflow/python/ops/math_ops.py, sparse_grad.py; core/kernels/sparse_dense_binary_op_shared.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf } from "../../np/dtype.js";
import { NotImplementedError } from "../../np/errors.js";
import { rowMajor } from "../../np/strided.js";
import { bindBinary } from "../../numerics/elementwise/binary.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { onesOf, zerosLike } from "../array/fill.js";
import { gatherNd } from "../array/gather_nd.js";
import { bindCopyRun } from "../array/move.js";
import { shapeInternal, sizeInternal } from "../array/shape.js";
import { slice } from "../array/slice.js";
import { shapeText } from "../run_shapes.js";
import { withRank } from "../shape_functions.js";
import { addSparse } from "./add.js";
import { Coordinates } from "./entries.js";

type Verb = "Add" | "Mul" | "Div";

function kernel(verb: Verb): Kernel {
  return (k) => {
    k.readsData();
    const [indices, values, dense] = [k.input(0), k.input(1), k.input(3)];
    const shape = k.ints(2);
    const added = shape.length - dense.shape.length;
    if (added < 0 || dense.shape.some((n, d) => n !== 1 && n !== shape[d + added])) {
      throw invalidArgument(
        `SparseDenseBinaryOpShared broadcasts dense to sparse only; got incompatible shapes: ${shapeText(shape)} vs. ${shapeText(dense.shape)}`,
      );
    }
    const coordinates = new Coordinates(indices);
    const strides = rowMajor(dense.shape);
    const name = values.dtype.numpyName!;
    const side = {
      ...dense,
      shape: [coordinates.count],
      size: coordinates.count,
      data: dtypeOf(name).make(coordinates.count),
    };
    const copy = bindCopyRun(dense, side, 1);
    for (let e = 0; e < coordinates.count; e++) {
      let at = 0;
      dense.shape.forEach((n, d) => {
        if (n !== 1) at += coordinates.at(e, d + added) * strides[d]!;
      });
      copy(at, e);
    }
    const out = k.output(0, [coordinates.count]);
    const isInteger = values.dtype.is_integer;
    const type = verb === "Div" && !isInteger ? "RealDiv" : verb === "Div" ? "Div" : verb;
    bindBinary(type, name, values.shape, side.shape)!.run(values.data, side.data, out.data);
    return undefined;
  };
}

/** Source: _SparseDenseCwiseMulOrDivGrad. */
function gradient(isMul: boolean): GradientFn {
  return (op, given) => {
    const grad = given as Tensor;
    const [indices, values, shape, y] = op.inputs as readonly [Tensor, Tensor, Tensor, Tensor];
    const yShape = createOp("Cast", { x: shapeInternal(y) }, { DstT: int64 });
    const added = expandDims(sizeInternal(shape).sub(sizeInternal(yShape)), 0);
    const augmented = concatValues([onesOf(added, int64), yShape], 0);
    const scaling = shape.floordiv(augmented);
    const scaled = slice(indices.floordiv(scaling), concatValues([[0], added], 0), [-1, -1]);
    const dense = gatherNd(y, scaled);
    const dx = isMul ? grad.mul(dense) : grad.truediv(dense);
    const dyValues = isMul ? grad.mul(values) : grad.mul(values.neg().truediv(createOp("Square", { x: dense })));
    const dy = addSparse(zerosLike(y), new SparseTensor(scaled, dyValues, yShape)) as Tensor;
    return [null, dx, null, dy];
  };
}

const shape: OpRecord["shape"] = (c) => [new TensorShape([withRank(c.input(0), 2)[0]!])];

export const sparseDenseBinaryRecords: readonly OpRecord[] = [
  {
    type: "SparseDenseCwiseAdd",
    shape,
    kernel: kernel("Add"),
    grad: () => {
      throw new NotImplementedError("Gradient for SparseDenseCwiseAdd is currently not implemented yet.");
    },
  },
  { type: "SparseDenseCwiseMul", shape, kernel: kernel("Mul"), grad: gradient(true) },
  { type: "SparseDenseCwiseDiv", shape, kernel: kernel("Div"), grad: gradient(false) },
];

/** The values of `sparse op dense`, one for each entry. */
export function denseBinary(verb: Verb, sparse: SparseTensor, dense: TensorLike, name: string | null = null): Tensor {
  const inputs = { sp_indices: sparse.indices, sp_values: sparse.values, sp_shape: sparse.dense_shape, dense };
  return createOp(`SparseDenseCwise${verb}`, inputs, {}, name);
}

/** `sparse * dense`, `sparse / dense`: an operator's name as Python gives it. */
export function sparseOperator(name: "mul" | "div" | "truediv", sparse: SparseTensor, other: unknown): SparseTensor {
  return scoped(null, name, [sparse.values], (scope) => {
    const y = convertToTensor(other, { dtype: sparse.dtype.base_dtype, name: "y" });
    const values = denseBinary(name === "mul" ? "Mul" : "Div", sparse, y, scope);
    return new SparseTensor(sparse.indices, values, sparse.dense_shape);
  });
}

/** `dense * sparse`. */
export function timesSparse(dense: Tensor, sparse: SparseTensor): SparseTensor {
  const values = scoped(null, "mul", [dense, sparse.values], (scope) => denseBinary("Mul", sparse, dense, scope));
  return new SparseTensor(sparse.indices, values, sparse.dense_shape);
}
