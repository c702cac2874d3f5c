/**
 * Kernels of elementwise op types: the loops of numerics bound to a node's inputs and outputs.
 * Source: UnaryOp, BinaryOp, BinaryOpShared (tensorflow/core/kernels/cwise_ops_common.h, cwise_ops_common.cc).
 */
import { invalidArgument, KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { DTypeName } from "../../np/dtype.js";
import { sameShape } from "../../np/strided.js";
import { bindBinary } from "../../numerics/elementwise/binary.js";
import { bindUnary } from "../../numerics/elementwise/unary.js";
import { DivisionByZero, NegativeIntegerPower } from "../../numerics/errors.js";
import { noKernel } from "../no_kernel.js";
import { shapeText } from "../run_shapes.js";

export { sameShape, shapeText };

/** Attributes that enter the arithmetic of some op types. */
function numericAttrs(k: KernelContext): { alpha?: number; tolerance?: number } {
  if (k.type === "LeakyRelu" || k.type === "LeakyReluGrad") return { alpha: Number(k.attr<number>("alpha")) };
  return k.type === "ApproximateEqual" ? { tolerance: Number(k.attr<number>("tolerance")) } : {};
}

export function numpyName(value: Value): DTypeName {
  return value.dtype.numpyName ?? "object";
}

/** Output 0 of the given shape, in the buffer of one of the inputs where that is free and of the same type. */
export function outputOver(k: KernelContext, shape: readonly number[], candidates: readonly number[]): Value {
  for (const i of candidates) {
    const x = k.input(i);
    if (x.dtype === k.outputTypes[0] && sameShape(x.shape, shape) && k.mayOverwrite(i)) return k.alias(0, i);
  }
  return k.output(0, shape);
}

/**
 * Integers of op types that have kernels for floats only go to the compiler (XLA) that is built in, which refuses these.
 * Source: tensorflow/compiler/xla/client/lib/constants.h, service/shape_inference.cc.
 */
function refusedByCompiler(type: string, { dtype }: Value): KernelError | null {
  const element = { int32: "S32", int64: "S64" }[dtype.name];
  if (element === undefined) return null;
  if (type === "Tan") {
    return invalidArgument(
      `Expected element type in shape to be floating or complex for cosine operation; got ${element}.`,
    );
  }
  return invalidArgument(`Invalid cast from floating point type to ${element} in ConstantR0WithType.`);
}

export const unaryKernel: Kernel = (k) => {
  const x = k.input(0);
  const run = bindUnary(k.type, numpyName(x), x.size, numericAttrs(k));
  if (!run) throw refusedByCompiler(k.type, x) ?? noKernel(k);
  const from = x.data;
  const to = outputOver(k, x.shape, [0]).data;
  return () => run(from, to);
};

/** What integer arithmetic refuses, in the words of the kernel of that type. */
function arithmeticError(type: string, error: unknown): unknown {
  if (error instanceof NegativeIntegerPower)
    return invalidArgument("Integers to negative integer powers are not allowed");
  if (!(error instanceof DivisionByZero)) return error;
  if (type === "TruncateDiv" || type === "TruncateMod") {
    return new KernelError(
      "INTERNAL",
      "Unexpected error in binary operator (only integer div and mod should have errors)",
    );
  }
  return invalidArgument("Integer division by zero");
}

const MAY_FAIL = new Set(["Div", "FloorDiv", "FloorMod", "Mod", "Pow", "TruncateDiv", "TruncateMod"]);

export const binaryKernel: Kernel = (k) => {
  const a = k.input(0);
  const b = k.input(1);
  const bound = bindBinary(k.type, numpyName(a), a.shape, b.shape, numericAttrs(k));
  if (!bound) {
    if (!bindBinary(k.type, numpyName(a), [], [])) throw noKernel(k);
    throw invalidArgument(`Incompatible shapes: ${shapeText(a.shape)} vs. ${shapeText(b.shape)}`);
  }
  const out = outputOver(k, bound.shape, [0, 1]);
  const { run } = bound;
  const [x, y, z] = [a.data, b.data, out.data];
  const { type } = k;
  if (!MAY_FAIL.has(type) || a.dtype.is_floating) return () => run(x, y, z);
  return () => {
    try {
      run(x, y, z);
    } catch (error) {
      throw arithmeticError(type, error);
    }
  };
};
