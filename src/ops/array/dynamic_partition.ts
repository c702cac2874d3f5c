/**
 * DynamicPartition: rows distributed over several tensors by a number each.
 * Source: tf.dynamic_partition (core/kernels/dynamic_partition_op.cc; tensorflow/python/ops/data_flow_grad.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { sizeOf } from "../../np/strided.js";
import { placeText, shapeText, startsWith } from "../run_shapes.js";
import { merge } from "../shape_functions.js";
import { subshape } from "./dimensions.js";
import { allAxes } from "./fill.js";
import { bindCopyRun } from "./move.js";
import { rangeOf } from "./range.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal } from "./shape.js";

const partitionKernel: Kernel = (k) => {
  k.readsData();
  const data = k.input(0);
  const by = k.input(1);
  const n = Number(k.attr<number>("num_partitions"));
  if (!startsWith(data.shape, by.shape)) {
    throw invalidArgument(
      `data.shape must start with partitions.shape, got data.shape = ${shapeText(data.shape)}, partitions.shape = ${shapeText(by.shape)}`,
    );
  }
  const numbers = by.data as Int32Array;
  const counts = new Array<number>(n).fill(0);
  for (let i = 0; i < numbers.length; i++) {
    const p = numbers[i]!;
    if (p < 0 || p >= n) throw invalidArgument(`partitions${placeText(by.shape, i)} = ${p} is not in [0, ${n})`);
    counts[p]!++;
  }
  const rest = data.shape.slice(by.shape.length);
  const inner = sizeOf(rest);
  const copies = counts.map((count, p) => bindCopyRun(data, k.output(p, [count, ...rest]), inner));
  const at = new Array<number>(n).fill(0);
  for (let i = 0; i < numbers.length; i++) {
    const p = numbers[i]!;
    copies[p]!(i * inner, at[p]!);
    at[p]! += inner;
  }
  return undefined;
};

/** Where each row went is partitioned in the same way, and brings the gradients back. */
function partitionGradient(op: Operation, grads: readonly Gradient[]): Tensor {
  const [data, by] = op.inputs as [Tensor, Tensor];
  const prefix = shapeInternal(by);
  const count = createOp("Prod", { input: prefix, reduction_indices: allAxes(prefix) });
  const places = reshapeTo(rangeOf(0, count), prefix);
  const num_partitions = op.attr<number>("num_partitions");
  const parts = createOperation("DynamicPartition", { data: places, partitions: by }, { num_partitions }).outputs;
  const stitched = createOp("DynamicStitch", { indices: parts, data: grads });
  return reshapeTo(stitched, shapeInternal(data));
}

export const dynamicPartitionRecords: readonly OpRecord[] = [
  {
    type: "DynamicPartition",
    shape: (c) => {
      const data = c.input(0);
      const by = c.input(1);
      const n = c.outputCount;
      if (by.dims === null || data.dims === null) return new Array<TensorShape>(n).fill(unknownShape);
      const rank = by.dims.length;
      merge(subshape(data, 0, rank), by);
      return new Array<TensorShape>(n).fill(new TensorShape([null, ...data.dims.slice(rank)]));
    },
    kernel: partitionKernel,
    grad: (op, ...dys) => [partitionGradient(op, dys), null],
  },
];

interface PartitionArguments {
  data: TensorLike;
  partitions: TensorLike;
  num_partitions: number;
  name: string | null;
}

/** tf.dynamic_partition: row i of `data` goes to result number partitions[i]. */
export const dynamic_partition = pyFunction<PartitionArguments>()(
  "dynamic_partition",
  "(data, partitions, num_partitions, name=None)",
  ({ data, partitions, num_partitions, name }) =>
    createOperation("DynamicPartition", { data, partitions }, { num_partitions }, name).outputs.slice(),
);
