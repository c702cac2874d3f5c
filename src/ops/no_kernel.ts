/**
 * The error of an op type that has no kernel for the types of a node.
 * Source: FindKernelDef (tensorflow/core/framework/op_kernel.cc).
 */
import { KernelError } from "../graph/errors.js";
import type { KernelContext } from "../graph/kernel.js";

export function noKernel(k: KernelContext): KernelError {
  const types = Array.from({ length: k.inputCount }, (_, i) => k.input(i).dtype.name).join(", ");
  return new KernelError(
    "UNIMPLEMENTED",
    `No kernel of op type '${k.type}' takes inputs of type ${types}, used by node ${k.name}`,
  );
}
