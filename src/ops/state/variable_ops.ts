/**
 * Variables as operations: the variable itself and what writes it as a whole.
 * Source: tensorflow/core/kernels/{variable_ops,assign_op,dense_update_ops}.cc.
 */
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, VariableStore } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { scalarShape, type TensorShape } from "../../graph/tensor_shape.js";
import type { Data } from "../../np/dtype.js";
import { sameShape } from "../../np/strided.js";
import { bindBinary } from "../../numerics/elementwise/binary.js";
import { merge } from "../shape_functions.js";

/** Copies all elements; both sides have the same type and length. */
export function copyData(from: Data, to: Data): void {
  if (Array.isArray(to) || Array.isArray(from)) for (let i = 0; i < to.length; i++) (to as unknown[])[i] = from[i];
  else if (to instanceof BigInt64Array || to instanceof BigUint64Array) to.set(from as BigInt64Array);
  else to.set(from as Float32Array);
}

const variableKernel: Kernel = (k) => {
  k.outputVariable(0, k.variable(-1));
  return undefined;
};

const assignKernel: Kernel = (k) => {
  const variable = k.variable(0);
  const value = k.input(1);
  const validate = k.attr<boolean>("validate_shape");
  k.outputVariable(0, variable);
  return () => {
    if (!sameShape(variable.value.shape, value.shape)) {
      if (validate) {
        const text = (s: readonly number[]) => `[${s.join(",")}]`;
        throw invalidArgument(
          `Assign requires shapes of both tensors to match. lhs shape= ${text(variable.value.shape)} rhs shape= ${text(value.shape)}`,
        );
      }
      variable.resize(value.shape);
    }
    copyData(value.data, variable.value.data);
    variable.initialized = true;
  };
};

const assignShape: ShapeFn = (c) => [c.attr<boolean>("validate_shape") ? merge(c.input(0), c.input(1)) : c.input(1)];

/** `ref op= value`, elementwise, in place. */
function update(op: "Add" | "Sub"): Kernel {
  return (k: KernelContext) => {
    const variable: VariableStore = k.variable(0);
    const value = k.input(1);
    const { shape } = variable.value;
    k.outputVariable(0, variable);
    const { run } = bindBinary(op, k.outputTypes[0]!.numpyName!, shape, value.shape)!;
    return () => {
      if (!sameShape(variable.value.shape, value.shape))
        throw invalidArgument("Parameters to the update op must have the same shape");
      const { data } = variable.value;
      run(data, value.data, data);
    };
  };
}

export const variableRecords: readonly OpRecord[] = [
  { type: "VariableV2", shape: (c) => [c.attr<TensorShape>("shape")], kernel: variableKernel, grad: "none" },
  { type: "Variable", shape: (c) => [c.attr<TensorShape>("shape")], kernel: variableKernel, grad: "none" },
  { type: "Assign", shape: assignShape, kernel: assignKernel, grad: "none" },
  { type: "AssignAdd", shape: (c) => [merge(c.input(0), c.input(1))], kernel: update("Add"), grad: "none" },
  { type: "AssignSub", shape: (c) => [merge(c.input(0), c.input(1))], kernel: update("Sub"), grad: "none" },
  {
    type: "IsVariableInitialized",
    shape: () => [scalarShape],
    kernel: (k) => {
      const variable = k.variable(0);
      const { data } = k.output(0, []);
      return () => {
        (data as Uint8Array)[0] = variable.initialized ? 1 : 0;
      };
    },
    grad: "none",
  },
];
