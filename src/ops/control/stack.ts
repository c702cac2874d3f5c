/**
 * Stacks: what a loop remembers for its gradient, one value for each iteration.
 * Source: core/kernels/stack.cc, core/ops/data_flow_ops.cc.
 */
import { createOp } from "../../graph/create_op.js";
import type { DType } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import type { Data } from "../../np/dtype.js";
import { copyData } from "../state/variable_ops.js";

interface Entry {
  readonly shape: readonly number[];
  readonly data: Data;
}

/** Behind a handle; made anew in every run. */
class Stack {
  readonly entries: Entry[] = [];
  readonly maxSize: number;
  readonly name: string;

  constructor(maxSize: number, name: string) {
    this.maxSize = maxSize;
    this.name = name;
  }
}

function stackOf(handle: Value): Stack {
  return (handle.data as unknown as readonly Stack[])[0]!;
}

const makeKernel: Kernel = (k) => {
  const size = k.input(0);
  const { data } = k.output(0, []);
  return () => {
    (data as unknown[])[0] = new Stack(Number(size.data[0]), k.name);
  };
};

const pushKernel: Kernel = (k) => {
  const handle = k.input(0);
  const value = k.input(1);
  k.alias(0, 1);
  return () => {
    const stack = stackOf(handle);
    if (stack.maxSize >= 0 && stack.entries.length >= stack.maxSize)
      throw invalidArgument(`Stack[${stack.name}] overflowed its max_size (${stack.maxSize})`);
    stack.entries.push({ shape: value.shape, data: value.data.slice() });
  };
};

function popFrom(handle: Value): Entry {
  const stack = stackOf(handle);
  const top = stack.entries.pop();
  if (!top) throw invalidArgument(`Stack[${stack.name}] is empty when calling Pop().`);
  return top;
}

const popKernel: Kernel = (k) => {
  const handle = k.input(0);
  const known = k.knownShape(0);
  if (known) {
    const { data } = k.output(0, known);
    return () => copyData(popFrom(handle).data, data);
  }
  // What lies on top may have any shape: known in the run only.
  k.readsData();
  const top = popFrom(handle);
  const out = k.output(0, top.shape);
  return () => copyData(top.data, out.data);
};

export const stackRecords: readonly OpRecord[] = [
  { type: "StackV2", shape: () => [new TensorShape([2])], kernel: makeKernel, grad: "none" },
  { type: "StackPushV2", shape: (c) => [c.input(1)], kernel: pushKernel, grad: "none" },
  { type: "StackPopV2", shape: () => [unknownShape], kernel: popKernel, grad: "none" },
  { type: "StackCloseV2", shape: () => [], kernel: () => undefined, grad: "none" },
];

export function stack(max_size: Tensor, elem_type: DType, name: string): Tensor {
  return createOp("StackV2", { max_size }, { elem_type }, name);
}
export function stackPush(handle: Tensor, elem: Tensor, swap_memory: boolean): Tensor {
  return createOp("StackPushV2", { handle, elem }, { swap_memory });
}
export function stackPop(handle: Tensor, elem_type: DType): Tensor {
  return createOp("StackPopV2", { handle }, { elem_type });
}
