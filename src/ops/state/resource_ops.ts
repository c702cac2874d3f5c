/**
 * Variables behind handles as operations: the handle, reads, and writes as a whole.
 * Source: tensorflow/core/kernels/resource_variable_ops.cc, core/ops/resource_variable_ops.cc.
 */
import { constant } from "../../graph/constant.js";
import { createOp } from "../../graph/create_op.js";
import { type DType, int32 } from "../../graph/dtypes.js";
import { invalidArgument, KernelError } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel, KernelContext, Value, VariableStore } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { type ShapeContext, shapeBehind } from "../../graph/shape_inference.js";
import type { Tensor } from "../../graph/tensor.js";
import { scalarShape, TensorShape } from "../../graph/tensor_shape.js";
import { sameShape } from "../../np/strided.js";
import { bindBinary } from "../../numerics/elementwise/binary.js";
import { concatValues } from "../array/concat.js";
import { subshape } from "../array/dimensions.js";
import { expandDims } from "../array/expand_dims.js";
import { gatherKernel } from "../array/gather.js";
import { gatherNdKernel, gatherNdShape } from "../array/gather_nd.js";
import { reshapeTo } from "../array/reshape.js";
import { sizeInternal } from "../array/shape.js";
import { shapeText } from "../run_shapes.js";
import { merge, withRankAtLeast } from "../shape_functions.js";
import { copyData } from "./variable_ops.js";

/** "Resource localhost/v/N10tensorflow3VarE does not exist.", or the container's lack while nothing is in it. */
function lack({ name, hasContainer }: VariableStore): string {
  return hasContainer
    ? `Resource localhost/${name}/N10tensorflow3VarE does not exist.`
    : `Container localhost does not exist. (Could not find resource: localhost/${name})`;
}

/** The variable behind a handle must have a value to be changed. */
export function requireValue(variable: VariableStore): void {
  if (!variable.initialized) throw new KernelError("NOT_FOUND", lack(variable));
}

function requireReadable(variable: VariableStore): void {
  if (variable.initialized) return;
  throw new KernelError(
    "FAILED_PRECONDITION",
    `Error while reading resource variable ${variable.name} from Container: localhost. This could mean that the variable was uninitialized. Not found: ${lack(variable)}`,
  );
}

/** A kernel that reads the variable behind its first input; binds again where the variable's shape may have changed. */
function reading(check: (v: VariableStore) => void, bind: (k: KernelContext, value: Value) => () => void): Kernel {
  return (k) => {
    const variable = k.variable(0);
    if (!variable.hasFixedShape) {
      k.readsData();
      check(variable);
    }
    const run = bind(k, variable.value);
    return () => {
      check(variable);
      run();
    };
  };
}

/** A copy: later writes don't reach what was read. */
const readKernel = reading(requireReadable, (k, value) => {
  const out = k.output(0, value.shape);
  return () => copyData(value.data, out.data);
});

const assignKernel: Kernel = (k) => {
  const variable = k.variable(0);
  const value = k.input(1);
  return () => {
    if (!sameShape(variable.value.shape, value.shape)) variable.resize(value.shape);
    copyData(value.data, variable.value.data);
    variable.initialized = true;
  };
};

function update(op: "Add" | "Sub"): Kernel {
  return (k) => {
    const variable = k.variable(0);
    const value = k.input(1);
    const { run } = bindBinary(op, value.dtype.numpyName!, value.shape, value.shape)!;
    return () => {
      requireValue(variable);
      const { shape, data } = variable.value;
      if (!sameShape(shape, value.shape)) {
        throw invalidArgument(
          `Cannot update variable with shape ${shapeText(shape)} using a Tensor with shape ${shapeText(value.shape)}, shapes must be equal.`,
        );
      }
      run(data, value.data, data);
    };
  };
}

/** A value that is written fits the variable. */
function written(c: ShapeContext): TensorShape[] {
  merge(c.handleShape(0), c.input(1));
  return [];
}

function countKernel(k: KernelContext): () => void {
  const variable = k.variable(0);
  const limit = BigInt(k.attr<number>("limit"));
  const out = k.output(0, []);
  return () => {
    if (k.type === "ResourceCountUpTo") requireValue(variable);
    const { data } = variable.value;
    const before = BigInt(data[0] as number | bigint);
    if (before >= limit) throw new KernelError("OUT_OF_RANGE", `Reached limit of ${limit}`);
    copyData(data, out.data);
    if (data instanceof BigInt64Array) data[0] = before + 1n;
    else (data as Int32Array)[0] = Number(before) + 1;
  };
}

/** Static shape of the variable behind a handle: a constant where it is known. Source: variable_shape. */
function variableShape(handle: Tensor): Tensor {
  const { known } = shapeBehind<Operation>(handle.op);
  return known ? constant(known, { dtype: int32 }) : createOp("VariableShape", { input: handle }, { out_type: int32 });
}

function gatherGradient(op: Operation, dy: Tensor): Gradient {
  const [handle, given] = op.inputs as [Tensor, Tensor];
  const shape = variableShape(handle);
  const size = expandDims(sizeInternal(given), 0);
  const values = reshapeTo(dy, concatValues([size, shape.at("1:")], 0));
  return new IndexedSlices(values, reshapeTo(given, size), shape);
}

export const resourceRecords: readonly OpRecord[] = [
  {
    type: "VarHandleOp",
    shape: () => [scalarShape],
    kernel: (k) => {
      k.outputVariable(0, k.variable(-1));
      return undefined;
    },
  },
  {
    type: "ReadVariableOp",
    shape: (c) => [c.handleShape(0)],
    kernel: readKernel,
    grad: (_op, dy) => [dy!],
  },
  {
    type: "VarIsInitializedOp",
    shape: () => [scalarShape],
    kernel: (k) => {
      const variable = k.variable(0);
      const data = k.output(0, []).data as Uint8Array;
      return () => {
        data[0] = variable.initialized ? 1 : 0;
      };
    },
    grad: "none",
  },
  {
    type: "VariableShape",
    shape: (c) => [new TensorShape([c.handleShape(0).rank])],
    kernel: reading(requireValue, (k, value) => {
      const { data } = k.output(0, [value.shape.length]);
      const isBig = k.attr<DType>("out_type").size === 8;
      return () =>
        value.shape.forEach((d, i) => {
          (data as unknown[])[i] = isBig ? BigInt(d) : d;
        });
    }),
    grad: "none",
  },
  { type: "AssignVariableOp", shape: written, kernel: assignKernel },
  { type: "AssignAddVariableOp", shape: written, kernel: update("Add") },
  { type: "AssignSubVariableOp", shape: written, kernel: update("Sub") },
  {
    type: "ResourceGather",
    shape: (c) => {
      const batch = Number(c.attr<number>("batch_dims"));
      const params = withRankAtLeast(c.handleShape(0), 1);
      return [c.input(1).concatenate(subshape(params, batch + 1))];
    },
    kernel: reading(requireValue, (k, value) =>
      gatherKernel(k, Number(k.attr<number>("batch_dims")), Number(k.attr<number>("batch_dims")), value),
    ),
    grad: (op, dy) => [gatherGradient(op, dy as Tensor), null],
  },
  {
    type: "ResourceGatherNd",
    shape: (c) => [gatherNdShape(c.handleShape(0), c.input(1))],
    kernel: reading(requireValue, (k, value) => gatherNdKernel(k, value)),
  },
  { type: "CountUpTo", shape: () => [scalarShape], kernel: countKernel },
  { type: "ResourceCountUpTo", shape: () => [scalarShape], kernel: countKernel },
];
