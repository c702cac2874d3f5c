/**
 * Cast: elements as another type.
 * Source: tf.cast, tf.to_float …, tf.saturate_cast (tensorflow/python/ops/math_ops.py, core/kernels/cast_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, type DTypeName, dtypeNamed } from "../../graph/dtypes.js";
import { KernelError } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import { Tensor } from "../../graph/tensor.js";
import { bindCast } from "../../numerics/cast.js";
import { unchanged } from "../shape_functions.js";
import { numpyName } from "./elementwise.js";

const castKernel: Kernel = (k) => {
  const x = k.input(0);
  const run = bindCast(numpyName(x), k.outputTypes[0]!.numpyName ?? "object", x.size);
  if (!run) {
    const [source, target] = [x.dtype, k.outputTypes[0]!].map((t) => t.cppName);
    throw new KernelError("UNIMPLEMENTED", `Cast ${source} to ${target} is not supported`);
  }
  const from = x.data;
  const to = k.output(0, x.shape).data;
  return () => run(from, to);
};

function isDifferentiable(dtype: DType): boolean {
  return dtype.is_floating || dtype.is_complex;
}

const castGrad: GradientFn = (op, dy) => {
  const source = op.inputs[0]!.dtype.base_dtype;
  return [isDifferentiable(source) && isDifferentiable(dy!.dtype.base_dtype) ? castAny(dy!, source) : null];
};

export const castRecords: readonly OpRecord[] = [
  { type: "Cast", shape: unchanged, kernel: castKernel, grad: castGrad },
];

/** What has elements to cast: dense, sparse or the rows of a gradient. */
export type Castable = TensorLike | SparseTensor | IndexedSlices;

/** A dense tensor as another type; the tensor itself if it has that type. */
export function castTo(x: unknown, dtype: DType, name: string | null = null): Tensor {
  if (x instanceof Tensor && x.dtype === dtype) return x;
  return scoped(name, "Cast", [x], (scope) => {
    const tensor = convertToTensor(x, { name: "x" });
    return tensor.dtype.base_dtype === dtype ? tensor : createOp("Cast", { x: tensor }, { DstT: dtype }, scope);
  });
}

function castAny(x: TensorLike | IndexedSlices, dtype: DType, name?: string | null): Tensor | IndexedSlices;
function castAny(x: Castable, dtype: DType, name?: string | null): Tensor | SparseTensor | IndexedSlices;
function castAny(x: Castable, dtype: DType, name: string | null = null): Tensor | SparseTensor | IndexedSlices {
  if (x instanceof SparseTensor) {
    return scoped(
      name,
      "Cast",
      [x.values],
      (scope) => new SparseTensor(x.indices, castTo(x.values, dtype, scope), x.dense_shape),
    );
  }
  if (x instanceof IndexedSlices) {
    return scoped(
      name,
      "Cast",
      [x.values],
      (scope) => new IndexedSlices(castTo(x.values, dtype, scope), x.indices, x.dense_shape),
    );
  }
  return castTo(x, dtype, name);
}

type Name = string | null;
type Named = Name | { readonly name?: Name };

/** Sparse in, sparse out. */
interface CastFunction<S extends string> {
  (x: TensorLike, dtype: DTypeLike, name?: Named): Tensor;
  (x: SparseTensor, dtype: DTypeLike, name?: Named): SparseTensor;
  (x: IndexedSlices, dtype: DTypeLike, name?: Named): IndexedSlices;
  (x: TensorLike, keywords: { readonly dtype: DTypeLike; readonly name?: Name }): Tensor;
  (x: SparseTensor, keywords: { readonly dtype: DTypeLike; readonly name?: Name }): SparseTensor;
  (x: IndexedSlices, keywords: { readonly dtype: DTypeLike; readonly name?: Name }): IndexedSlices;
  (keywords: { readonly x: TensorLike; readonly dtype: DTypeLike; readonly name?: Name }): Tensor;
  readonly signature: S;
}

const SIGNATURE = "(x, dtype, name=None)";

/** tf.cast: the elements of `x` as `dtype`, floats cut to integers, integers wrapped. A sparse tensor stays sparse. */
export const cast = pyFunction<{ x: Castable; dtype: DTypeLike; name: Name }>()(
  "cast",
  SIGNATURE,
  ({ x, dtype, name }) => castAny(x, as_dtype(dtype).base_dtype, name),
) as CastFunction<typeof SIGNATURE>;

function castFunction<const S extends string>(name: string, signature: S, dtype: DTypeName) {
  return pyFunction<{ x: TensorLike; name: Name }>()(name, signature, (p) => castTo(p.x, dtypeNamed(dtype), p.name));
}

/** tf.to_float: `x` as float32. */
export const to_float = castFunction("to_float", "(x, name='ToFloat')", "float32");
/** tf.to_double: `x` as float64. */
export const to_double = castFunction("to_double", "(x, name='ToDouble')", "float64");
/** tf.to_int32: `x` as int32. */
export const to_int32 = castFunction("to_int32", "(x, name='ToInt32')", "int32");
/** tf.to_int64: `x` as int64. */
export const to_int64 = castFunction("to_int64", "(x, name='ToInt64')", "int64");
/** tf.to_bfloat16: `x` as bfloat16. */
export const to_bfloat16 = castFunction("to_bfloat16", "(x, name='ToBFloat16')", "bfloat16");
/** tf.to_complex64: `x` as complex64. */
export const to_complex64 = castFunction("to_complex64", "(x, name='ToComplex64')", "complex64");
/** tf.to_complex128: `x` as complex128. */
export const to_complex128 = castFunction("to_complex128", "(x, name='ToComplex128')", "complex128");

/** Smallest and largest finite values. Source: DType.min, DType.max. */
const LIMITS: { readonly [T in DTypeName]?: readonly [min: number | bigint, max: number | bigint] } = {
  bool: [0, 1],
  uint8: [0, 255],
  int8: [-128, 127],
  uint16: [0, 65535],
  int16: [-32768, 32767],
  uint32: [0, 4294967295],
  int32: [-2147483648, 2147483647],
  uint64: [0, 18446744073709551615n],
  int64: [-9223372036854775808n, 9223372036854775807n],
  float16: [-65504, 65504],
  bfloat16: [-3.3895313892515355e38, 3.3895313892515355e38],
  float32: [-3.4028234663852886e38, 3.4028234663852886e38],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
};

export function limitsOf(dtype: DType): readonly [number | bigint, number | bigint] {
  const found = LIMITS[dtype.baseName];
  if (!found) throw new TypeError(`Cannot find minimum value of ${dtype}.`);
  return found;
}

/** tf.saturate_cast: like tf.cast, but what `dtype` can't hold becomes its nearest limit. */
export const saturate_cast = pyFunction<{ value: TensorLike; dtype: DTypeLike; name: Name }>()(
  "saturate_cast",
  "(value, dtype, name=None)",
  (p) =>
    scoped(p.name, "saturate_cast", [p.value], (scope) => {
      let value = convertToTensor(p.value, { name: "value" });
      const dtype = as_dtype(p.dtype).base_dtype;
      const [lowest, highest] = limitsOf(dtype);
      const [low, high] = limitsOf(value.dtype);
      const limit = (x: number | bigint, name: string): Tensor => convertToTensor(x, { dtype: value.dtype, name });
      if (low < lowest) value = createOp("Maximum", { x: value, y: limit(lowest, "min") });
      if (high > highest) value = createOp("Minimum", { x: value, y: limit(highest, "max") });
      return castTo(value, dtype, scope);
    }),
);
