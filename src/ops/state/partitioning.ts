/**
 * How large variables are cut into parts along one axis.
 * Source: tensorflow/python/ops/partitioned_variables.py, variable_scope.py.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import type { DType } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { repr } from "../../py/repr.js";
import { Initializer, type InitializerFunction } from "../random/initializers.js";

/** Numbers of parts along each axis of a new variable. */
export type Partitioner = (keywords: { shape: TensorShape; dtype: DType }) => readonly number[];

/** One part: where it begins in the whole, and its own shape. */
export interface Slice {
  readonly offset: readonly number[];
  readonly shape: readonly number[];
}

/** What the partitioner says, checked. Raises ValueError. */
export function callPartitioner(partitioner: Partitioner, shape: TensorShape, dtype: DType): readonly number[] {
  const { rank } = shape;
  if (!shape.isFullyDefined || rank === null)
    throw new ValueError(`Shape of a new partitioned variable must be fully defined, but instead was ${shape}.`);
  if (rank < 1) throw new ValueError(`A partitioned Variable must have rank at least 1, shape: ${shape}`);
  const slicing = partitioner({ shape, dtype });
  if (!Array.isArray(slicing)) throw new ValueError(`Partitioner must return a sequence, but saw: ${repr(slicing)}`);
  if (slicing.length !== rank) {
    throw new ValueError(
      `Partitioner returned a partition list that does not match the Variable's rank: ${repr(slicing)} vs. ${shape}`,
    );
  }
  if (slicing.some((p) => p < 1))
    throw new ValueError(`Partitioner returned zero partitions for some axes: ${repr(slicing)}`);
  if (slicing.filter((p) => p > 1).length > 1) {
    throw new ValueError(
      `Can only slice a variable along one dimension: shape: ${shape}, partitioning: ${repr(slicing)}`,
    );
  }
  return slicing;
}

/** The parts in order; the first ones are longer where the axis doesn't divide evenly. */
export function slicesOf(fullShape: readonly number[], slicing: readonly number[]): Slice[] {
  const axis = Math.max(
    0,
    slicing.findIndex((n) => n > 1),
  );
  const count = slicing[axis]!;
  const least = Math.floor(fullShape[axis]! / count);
  const longer = fullShape[axis]! % count;
  const slices: Slice[] = [];
  let start = 0;
  for (let i = 0; i < count; i++) {
    const length = least + (i < longer ? 1 : 0);
    slices.push({
      offset: fullShape.map((_, d) => (d === axis ? start : 0)),
      shape: fullShape.map((n, d) => (d === axis ? length : n)),
    });
    start += length;
  }
  return slices;
}

/** Parts that exist already must be as many. Raises ValueError. */
export function checkSlices(exists: (name: string) => boolean, name: string, count: number): void {
  if (!exists(`${name}/part_0`)) return;
  const found = `Partitioner returned a different partitioning than what was already found.  Partitioner returned ${count} shards, and shard ${name}/part_0 was found, but`;
  if (!exists(`${name}/part_${count - 1}`)) throw new ValueError(`${found} ${name}/part_${count - 1} was not.`);
  if (exists(`${name}/part_${count}`)) throw new ValueError(`${found} so was the extra shard ${name}/part_${count}.`);
}

type Given = Initializer | InitializerFunction | (() => Initializer) | TensorLike;

/** The initializer of one part: the same function, or its slice of the value. */
export function partInitializer(given: Given, dtype: DType, { offset, shape }: Slice): [Given, DType] {
  if (given instanceof Initializer || typeof given === "function") return [given, dtype];
  const whole = given instanceof Tensor ? given : convertToTensor(given, { dtype });
  const part = createOp("Slice", { input: whole, begin: offset, size: shape });
  return [part, given instanceof Tensor ? part.dtype.base_dtype : dtype];
}

function elementBytes(dtype: DType, stringBytes: number): number {
  return dtype.baseName === "string" ? stringBytes : dtype.size;
}

/** tf.fixed_size_partitioner: `num_shards` parts along `axis` (fewer where it is shorter). */
export const fixed_size_partitioner = pyFunction<{ num_shards: number; axis: number }>()(
  "fixed_size_partitioner",
  "(num_shards, axis=0)",
  ({ num_shards, axis }): Partitioner =>
    ({ shape }) =>
      shape.known!.map((n, d) => (d === axis ? Math.min(num_shards, n) : 1)),
);

/** tf.variable_axis_size_partitioner: parts along `axis` of at most `max_shard_bytes` bytes each. Raises ValueError. */
export const variable_axis_size_partitioner = pyFunction<{
  max_shard_bytes: number;
  axis: number;
  bytes_per_string_element: number;
  max_shards: number | null;
}>()(
  "variable_axis_size_partitioner",
  "(max_shard_bytes, axis=0, bytes_per_string_element=16, max_shards=None)",
  ({ max_shard_bytes, axis, bytes_per_string_element, max_shards }): Partitioner => {
    if (max_shard_bytes < 1 || bytes_per_string_element < 1)
      throw new ValueError("Both max_shard_bytes and bytes_per_string_element must be positive.");
    if (max_shards !== null && max_shards < 0) throw new ValueError("max_shards must be positive.");
    return ({ shape, dtype }) => {
      const dims = shape.known;
      if (dims === null) throw new ValueError(`shape is not fully defined: ${shape}`);
      const length = dims[axis]!;
      const bytesPerSlice = (shape.num_elements()! / length) * elementBytes(dtype, bytes_per_string_element);
      const slicesPerPart = Math.max(1, Math.floor(max_shard_bytes / bytesPerSlice));
      const parts = Math.ceil(length / slicesPerPart);
      return dims.map((_, d) => (d !== axis ? 1 : max_shards ? Math.min(max_shards, parts) : parts));
    };
  },
);

/** tf.min_max_variable_partitioner: as many parts along `axis`, up to `max_partitions`, as have `min_slice_size` bytes each. */
export const min_max_variable_partitioner = pyFunction<{
  max_partitions: number;
  axis: number;
  min_slice_size: number;
  bytes_per_string_element: number;
}>()(
  "min_max_variable_partitioner",
  "(max_partitions=1, axis=0, min_slice_size=262144, bytes_per_string_element=16)",
  ({ max_partitions, axis, min_slice_size, bytes_per_string_element }): Partitioner =>
    ({ shape, dtype }) => {
      const dims = shape.known!;
      if (axis >= dims.length)
        throw new ValueError(`Can not partition variable along axis ${axis} when shape is only ${shape}`);
      const parts = (shape.num_elements()! * elementBytes(dtype, bytes_per_string_element)) / min_slice_size;
      return dims.map((n, d) => (d === axis ? Math.max(1, Math.min(n, max_partitions, Math.ceil(parts))) : 1));
    },
);
