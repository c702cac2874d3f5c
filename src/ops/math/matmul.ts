/**
 * Products of matrices and of stacks of matrices.
 * Source: tf.matmul (tensorflow/python/ops/math_ops.py, math_grad.py; core/kernels/matmul_op.cc, batch_matmul_op_impl.h).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { bfloat16, float32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { ValueError } from "../../np/errors.js";
import { broadcastShapes } from "../../numerics/broadcast.js";
import { bindBatchMatMul } from "../../numerics/matmul/batch_matmul.js";
import { bindMatMul } from "../../numerics/matmul/matmul.js";
import { subshape } from "../array/dimensions.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import { transposeBy } from "../array/transpose.js";
import { broadcastStatic, mergeDim, withRank, withRankAtLeast } from "../shape_functions.js";
import { castTo } from "./cast.js";
import { conjOf } from "./complex.js";
import { numpyName, shapeText } from "./elementwise.js";
import { reduceSum } from "./reductions.js";

/** Shape of a product of two matrices, `ta` and `tb` saying which are stored transposed. */
const productShape: ShapeFn = (c) => {
  const [ta, tb] = [c.attr<boolean>("transpose_a"), c.attr<boolean>("transpose_b")];
  const a = withRank(c.input(0), 2);
  const b = withRank(c.input(1), 2);
  mergeDim(a[ta ? 0 : 1]!, b[tb ? 1 : 0]!);
  return [new TensorShape([a[ta ? 1 : 0]!, b[tb ? 0 : 1]!])];
};

const matMulKernel: Kernel = (k) => {
  const [a, b] = [k.input(0), k.input(1)];
  if (a.shape.length !== 2) throw invalidArgument(`In[0] is not a matrix. Instead it has shape ${shapeText(a.shape)}`);
  if (b.shape.length !== 2) throw invalidArgument(`In[1] is not a matrix. Instead it has shape ${shapeText(b.shape)}`);
  const [ta, tb] = [k.attr<boolean>("transpose_a"), k.attr<boolean>("transpose_b")];
  const [rows, depth] = ta ? [a.shape[1]!, a.shape[0]!] : [a.shape[0]!, a.shape[1]!];
  const [inner, cols] = tb ? [b.shape[1]!, b.shape[0]!] : [b.shape[0]!, b.shape[1]!];
  if (depth !== inner)
    throw invalidArgument(`Matrix size-incompatible: In[0]: ${shapeText(a.shape)}, In[1]: ${shapeText(b.shape)}`);
  const product = bindMatMul(dtypeOf(numpyName(a)), rows, depth, cols, ta, tb);
  const [x, y] = [a.data as NumericData, b.data as NumericData];
  const out = k.output(0, [rows, cols]).data as NumericData;
  return () => product(x, y, out);
};

const batchShape: ShapeFn = (c) => {
  const [a, b] = [withRankAtLeast(c.input(0), 2), withRankAtLeast(c.input(1), 2)];
  const [ad, bd] = [a.dims, b.dims];
  if (ad === null || bd === null) return [unknownShape];
  const [adjX, adjY] = [c.attr<boolean>("adj_x"), c.attr<boolean>("adj_y")];
  mergeDim(ad.at(adjX ? -2 : -1)!, bd.at(adjY ? -1 : -2)!);
  const rowsAndColumns = [ad.at(adjX ? -1 : -2)!, bd.at(adjY ? -2 : -1)!];
  return [broadcastStatic(subshape(a, 0, -2), subshape(b, 0, -2)).concatenate(rowsAndColumns)];
};

const batchKernel: Kernel = (k) => {
  const [a, b] = [k.input(0), k.input(1)];
  const [adjX, adjY] = [k.attr<boolean>("adj_x"), k.attr<boolean>("adj_y")];
  const [x, y] = [a.shape, b.shape];
  let batch: readonly number[] | null;
  if (k.type === "BatchMatMul") {
    if (x.length !== y.length)
      throw invalidArgument(`In[0] and In[1] has different ndims: ${shapeText(x)} vs. ${shapeText(y)}`);
    if (x.length < 2) throw invalidArgument(`In[0] and In[1] ndims must be >= 2: ${x.length}`);
    for (let i = 0; i < x.length - 2; i++) {
      if (x[i] !== y[i])
        throw invalidArgument(
          `In[0].dim(${i}) and In[1].dim(${i}) must be the same: ${shapeText(x)} vs ${shapeText(y)}`,
        );
    }
    batch = x.slice(0, -2);
  } else {
    if (x.length < 2) throw invalidArgument(`In[0] ndims must be >= 2: ${x.length}`);
    if (y.length < 2) throw invalidArgument(`In[1] ndims must be >= 2: ${y.length}`);
    batch = broadcastShapes(x.slice(0, -2), y.slice(0, -2));
    if (!batch)
      throw invalidArgument(
        `In[0] and In[1] must have compatible batch dimensions: ${shapeText(x)} vs. ${shapeText(y)}`,
      );
  }
  const [rows, depth] = adjX ? [x.at(-1)!, x.at(-2)!] : [x.at(-2)!, x.at(-1)!];
  const [inner, cols] = adjY ? [y.at(-1)!, y.at(-2)!] : [y.at(-2)!, y.at(-1)!];
  if (depth !== inner) {
    const flags = `${adjX ? 1 : 0} ${adjY ? 1 : 0}`;
    throw invalidArgument(
      `In[0] mismatch In[1] shape: ${depth} vs. ${inner}: ${shapeText(x)} ${shapeText(y)} ${flags}`,
    );
  }
  const product = bindBatchMatMul(dtypeOf(numpyName(a)), x, y, adjX, adjY);
  const [p, q] = [a.data as NumericData, b.data as NumericData];
  const out = k.output(0, [...batch, rows, cols]).data as NumericData;
  return () => product(p, q, out);
};

function product(a: unknown, b: unknown, transpose_a = false, transpose_b = false): Tensor {
  return createOp("MatMul", { a, b }, { transpose_a, transpose_b });
}

const matMulGrad: GradientFn = (op, dy) => {
  const [ta, tb] = [op.attr<boolean>("transpose_a"), op.attr<boolean>("transpose_b")];
  const a = conjOf(op.inputs[0]!);
  const b = conjOf(op.inputs[1]!);
  if (!ta && !tb) return [product(dy, b, false, true), product(a, dy, true)];
  if (!ta) return [product(dy, b), product(dy, a, true)];
  if (!tb) return [product(b, dy, false, true), product(a, dy)];
  return [product(b, dy, true, true), product(dy, a, true, true)];
};

function batchGradients(op: Operation, dy: Tensor): [Tensor, Tensor] {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  const [adjX, adjY] = [op.attr<boolean>("adj_x"), op.attr<boolean>("adj_y")];
  const adjoint = (a: Tensor, b: Tensor, adjoint_a: boolean, adjoint_b: boolean): Tensor =>
    matmulOf(a, b, { adjoint_a, adjoint_b });
  if (!adjX && !adjY) return [adjoint(dy, y, false, true), adjoint(x, dy, true, false)];
  if (!adjX) return [adjoint(dy, y, false, false), adjoint(dy, x, true, false)];
  if (!adjY) return [adjoint(y, dy, false, true), adjoint(x, dy, false, false)];
  return [adjoint(y, dy, true, true), adjoint(dy, x, true, true)];
}

/** Batch dimensions that were broadcast are summed over. */
const batchV2Grad: GradientFn = (op, dy) => {
  const [x, y] = op.inputs as readonly [Tensor, Tensor];
  const [gx, gy] = batchGradients(op, dy as Tensor);
  if (x.shape.isFullyDefined && x.shape.equals(y.shape)) return [gx, gy];
  const sx = shapeInternal(x);
  const sy = shapeInternal(y);
  const [rx, ry] = createOperation("BroadcastGradientArgs", { s0: sx.at(":-2"), s1: sy.at(":-2") }).outputs;
  const toX = reshapeTo(reduceSum(gx, rx!), sx);
  return [toX, reshapeTo(reduceSum(gy, ry!), sy)];
};

/** The gradients of a product that was declared sparse are declared so, too, as far as that can be told. */
const sparseMatMulGrad: GradientFn = (op, given) => {
  const dy = given as Tensor;
  const [a, b] = op.inputs as readonly [Tensor, Tensor];
  const [ta, tb] = [op.attr<boolean>("transpose_a"), op.attr<boolean>("transpose_b")];
  const isSparse = new Map([
    [a, op.attr<boolean>("a_is_sparse")],
    [b, op.attr<boolean>("b_is_sparse")],
    [dy, dy.op.type === "ReluGrad"],
  ]);
  const times = (x: Tensor, y: Tensor, like: Tensor, transpose_a = false, transposeY = false): Tensor => {
    const [a_is_sparse, b_is_sparse] = [isSparse.get(x)!, isSparse.get(y)!];
    const right = transposeY ? transposeBy(y) : y;
    const made = matmulOf(x, right, { transpose_a, a_is_sparse, b_is_sparse });
    return castTo(made, like.dtype);
  };
  if (!ta && !tb) return [times(dy, b, a, false, true), times(a, dy, b, true)];
  if (!ta) return [times(dy, b, a), times(dy, a, b, true)];
  if (!tb) return [times(b, dy, a, false, true), times(a, dy, b)];
  return [times(b, dy, a, true, true), times(dy, a, b, true, true)];
};

export const matmulRecords: readonly OpRecord[] = [
  { type: "MatMul", shape: productShape, kernel: matMulKernel, grad: matMulGrad },
  { type: "SparseMatMul", shape: productShape, kernel: matMulKernel, grad: sparseMatMulGrad },
  { type: "BatchMatMul", shape: batchShape, kernel: batchKernel, grad: (op, dy) => batchGradients(op, dy as Tensor) },
  { type: "BatchMatMulV2", shape: batchShape, kernel: batchKernel, grad: batchV2Grad },
];

export interface MatmulOptions {
  readonly transpose_a?: boolean;
  readonly transpose_b?: boolean;
  readonly adjoint_a?: boolean;
  readonly adjoint_b?: boolean;
  readonly a_is_sparse?: boolean;
  readonly b_is_sparse?: boolean;
}

function emit(a: Tensor, b: Tensor, o: MatmulOptions, name: string): Tensor {
  let { transpose_a = false, transpose_b = false, adjoint_a = false, adjoint_b = false } = o;
  const { a_is_sparse = false, b_is_sparse = false } = o;
  const stacked = [a, b].some((t) => t.shape.rank === null || t.shape.rank > 2);
  if (!a_is_sparse && !b_is_sparse && stacked) {
    let [x, y] = [a, b];
    if (transpose_a) {
      x = conjOf(a);
      adjoint_a = true;
    }
    if (transpose_b) {
      y = conjOf(b);
      adjoint_b = true;
    }
    return createOp("BatchMatMulV2", { x, y }, { adj_x: adjoint_a, adj_y: adjoint_b }, name);
  }
  let [x, y] = [a, b];
  if (adjoint_a) {
    x = conjOf(a);
    transpose_a = true;
  }
  if (adjoint_b) {
    y = conjOf(b);
    transpose_b = true;
  }
  const types = [a.dtype.base_dtype, b.dtype.base_dtype];
  const halves = types.filter((t) => t === bfloat16).length;
  const declared = (a_is_sparse || b_is_sparse) && types.every((t) => t === bfloat16 || t === float32);
  if (!declared && halves !== 1) return createOp("MatMul", { a: x, b: y }, { transpose_a, transpose_b }, name);
  const made = createOp("SparseMatMul", { a: x, b: y }, { transpose_a, transpose_b, a_is_sparse, b_is_sparse }, name);
  return halves === 2 ? castTo(made, bfloat16) : made;
}

export function matmulOf(a: TensorLike, b: TensorLike, o: MatmulOptions = {}, name: string | null = null): Tensor {
  return scoped(name, "MatMul", [a, b], (scope) => {
    if (o.transpose_a && o.adjoint_a) throw new ValueError("Only one of transpose_a and adjoint_a can be True.");
    if (o.transpose_b && o.adjoint_b) throw new ValueError("Only one of transpose_b and adjoint_b can be True.");
    return emit(convertToTensor(a, { name: "a" }), convertToTensor(b, { name: "b" }), o, scope);
  });
}

type MatmulArguments = { a: TensorLike; b: TensorLike; name: string | null } & {
  readonly [K in keyof MatmulOptions]-?: boolean;
};

/**
 * tf.matmul: the product of matrices `a` [m, k] and `b` [k, n], or of stacks of them whose leading dimensions broadcast.
 * `transpose_*` and `adjoint_*` say that an operand is stored [k, m] or [n, k]; `*_is_sparse` is a hint for many zeros.
 * Raises ValueError for shapes that don't fit.
 */
export const matmul = pyFunction<MatmulArguments>()(
  "matmul",
  "(a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, name=None)",
  ({ a, b, name, ...options }) => matmulOf(a, b, options, name),
);

type SparseMatmulArguments = Omit<MatmulArguments, "adjoint_a" | "adjoint_b">;

/** tf.sparse_matmul: the product of two dense matrices of which one or both are declared to be mostly zeros. */
export const sparse_matmul = pyFunction<SparseMatmulArguments>()(
  "sparse_matmul",
  "(a, b, transpose_a=False, transpose_b=False, a_is_sparse=False, b_is_sparse=False, name=None)",
  ({ a, b, name, ...attrs }) => createOp("SparseMatMul", { a, b }, attrs, name),
);
