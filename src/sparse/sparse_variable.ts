/**
 * SparseVariable: a sparse tensor that trains. Its indices are fixed, its values an ordinary trainable tf.Variable, so
 * optimizers, savers and summaries work with it unchanged. Asked for in tensorflow issues 3907 and 17582, never built there.
 */
import { convertToTensor, type TensorLike } from "../graph/convert.js";
import { createOp, scoped } from "../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, float32 } from "../graph/dtypes.js";
import { pyClass } from "../graph/signature.js";
import { SparseTensor } from "../graph/sparse_tensor.js";
import type { Tensor } from "../graph/tensor.js";
import { type ShapeLike, TensorShape } from "../graph/tensor_shape.js";
import type { ArrayLike } from "../np/convert.js";
import { ValueError } from "../np/errors.js";
import { glorot_uniform_initializer, type Initializer } from "../ops/random/initializers.js";
import type { Constraint, Variable } from "../ops/state/variable.js";
import { makeVariable } from "../ops/state/variable_class.js";
import { checkIndices, type FixedIndices } from "./indices.js";

export interface SparseVariableArguments {
  indices: ArrayLike;
  dense_shape: ShapeLike;
  initial_value: TensorLike | null;
  initializer: Initializer | null;
  dtype: DTypeLike | undefined;
  trainable: boolean;
  collections: readonly string[] | null;
  constraint: Constraint | null;
  name: string | null;
}

function knownShape(shape: ShapeLike): readonly number[] {
  const known = new TensorShape(shape).known;
  if (!known) throw new ValueError("SparseVariable: dense_shape must be fully known");
  return known;
}

/** Values from an initializer: it sees the mean number of entries per column and row as the numbers of inputs and outputs. */
function drawValues(fixed: FixedIndices, initializer: Initializer, dtype: DType): Tensor {
  const per = (n: number | undefined) => Math.max(1, fixed.count / Math.max(1, n ?? 1));
  return initializer.call([fixed.count], dtype, [per(fixed.denseShape.at(-1)), per(fixed.denseShape[0])]);
}

/** Reads as a tf.SparseTensor everywhere: sparse_tensor_to_dense, sparse_tensor_dense_matmul, fetches. */
export class SparseVariable extends SparseTensor {
  /** The trainable values, 1-D. */
  readonly variable: Variable;

  constructor(p: SparseVariableArguments) {
    const parts = scoped(p.name, "SparseVariable", p.initial_value === null ? [] : [p.initial_value], () => {
      const fixed = checkIndices(p.indices, knownShape(p.dense_shape), "SparseVariable");
      const dtype = as_dtype(p.dtype ?? float32);
      const initial = p.initial_value;
      const variable = makeVariable({
        initialValue: initial ?? (() => drawValues(fixed, p.initializer ?? glorot_uniform_initializer(), dtype)),
        dtype: initial === null || p.dtype !== undefined ? dtype : null,
        trainable: p.trainable,
        collections: p.collections,
        constraint: p.constraint,
        name: "values",
      });
      const length = variable.shape.dims;
      if (length?.length !== 1 || length[0] !== fixed.count) {
        throw new ValueError(
          `SparseVariable: ${fixed.count} indices need values of shape (${fixed.count},), got ${variable.shape}`,
        );
      }
      return { fixed, variable };
    });
    super(parts.fixed.indices, parts.variable, parts.fixed.denseShape);
    this.variable = parts.variable;
  }

  get name(): string {
    return this.variable.name;
  }
  get initializer() {
    return this.variable.initializer;
  }
  get trainable(): boolean {
    return this.variable.trainable;
  }
  /** `this @ x` for a dense x; see matmul. */
  matmul(x: TensorLike): Tensor {
    return matmul(this, x);
  }
  override __repr__(): string {
    return `<tf1_compat.SparseVariable '${this.name}' dense_shape=${this.shape} values=${this.variable.shape} dtype=${this.dtype.name}>`;
  }
}

/**
 * Product of a dense matrix and a sparse one, in either order, without a dense copy of the sparse one: time and memory
 * follow the number of values times the dense matrix's other dimension, forward and backward.
 * Dense [m, k] with sparse [k, n] gives [m, n]; sparse [m, k] with dense [k, n] gives [m, n]. Same dtype on both sides.
 * Source of the operations: tf.sparse_tensor_dense_matmul.
 */
export function matmul(a: TensorLike | SparseTensor, b: TensorLike | SparseTensor, name: string | null = null): Tensor {
  if (a instanceof SparseTensor && b instanceof SparseTensor) {
    throw new TypeError(
      "sparse.matmul: one side must be dense; a product of two sparse matrices has no gradient for its pattern",
    );
  }
  if (!(a instanceof SparseTensor) && !(b instanceof SparseTensor)) {
    throw new TypeError(
      "sparse.matmul: one side must be a SparseTensor or SparseVariable; use tf.matmul for two dense matrices",
    );
  }
  const sparse = (a instanceof SparseTensor ? a : b) as SparseTensor;
  const dense = a instanceof SparseTensor ? b : a;
  return scoped(name, "SparseMatMul", [sparse.values], (scope) => {
    const x = convertToTensor(dense, { dtype: sparse.dtype.base_dtype, name: "dense" });
    const inputs = { a_indices: sparse.indices, a_values: sparse.values, a_shape: sparse.dense_shape, b: x };
    if (a instanceof SparseTensor) return createOp("SparseTensorDenseMatMul", inputs, {}, scope);
    // x S = (S^T x^T)^T, which is how TensorFlow multiplies from the right.
    const product = createOp("SparseTensorDenseMatMul", inputs, { adjoint_a: true, adjoint_b: true });
    return createOp("Transpose", { x: product, perm: [1, 0] }, {}, scope);
  });
}

/**
 * A trainable sparse tensor. `indices` [N, rank] in row-major order without repeats, `dense_shape` [rank]; the values [N]
 * start from `initial_value`, or from `initializer` (glorot uniform by default).
 * Raises ValueError for indices out of bounds, repeated or out of order, and for values of another length.
 */
export const SparseVariableClass = pyClass<SparseVariableArguments>()(
  "SparseVariable",
  "(indices, dense_shape, initial_value=None, initializer=None, dtype=tf.float32, trainable=True, collections=None, constraint=None, name=None)",
  SparseVariable.prototype,
  (p) => new SparseVariable(p),
);
