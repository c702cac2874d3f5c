/**
 * Writing a slice of a variable.
 * Source: tensorflow/core/kernels/strided_slice_op.cc, core/ops/array_ops.cc.
 */
import { KernelError } from "../../graph/errors.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { rowMajor, sameShape, sizeOf } from "../../np/strided.js";
import { bindMove } from "../array/move.js";
import { place, specOf } from "../array/strided_slice.js";
import { shapeText } from "../run_shapes.js";
import { requireValue } from "./resource_ops.js";

const assignKernel: Kernel = (k) => {
  const variable = k.variable(0);
  const value = k.input(4);
  const isHandle = k.outputTypes.length === 0;
  if (!isHandle) k.outputVariable(0, variable);
  // Begin, end and strides are read while binding; the variable's buffer may be another one in the run.
  const { shape } = variable.value;
  const spec = specOf(k, shape, 1);
  const final = spec.final as number[];
  if (sizeOf(spec.processing as number[]) > 0 && !sameShape(final, value.shape)) {
    throw new KernelError(
      "UNIMPLEMENTED",
      `sliced l-value shape ${shapeText(final)} does not match r-value shape ${shapeText(value.shape)}. Automatic broadcasting not yet implemented.`,
    );
  }
  const inner = spec.processing as number[];
  const to = place(spec, shape);
  let bound: Value | null = null;
  let move = (): void => {};
  return () => {
    if (isHandle) requireValue(variable);
    if (variable.value !== bound) {
      bound = variable.value;
      move = bindMove(value, bound, { shape: inner, from: rowMajor(inner), to: to.strides, toStart: to.start });
    }
    move();
  };
};

export const sliceAssignRecords: readonly OpRecord[] = [
  { type: "StridedSliceAssign", shape: (c) => [c.input(0)], kernel: assignKernel, grad: "none" },
  { type: "ResourceStridedSliceAssign", shape: () => [], kernel: assignKernel, grad: "none" },
];
