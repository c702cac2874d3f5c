/**
 * `tf.raw_ops`: every op type of TensorFlow 1.15 as a function of keyword arguments.
 */
import type { Operation } from "../graph/operation.js";
import { type RawOutputs, type RawResult, rawOp } from "../graph/raw_op.js";
import type { Tensor } from "../graph/tensor.js";
import { LIST, OPERATION, OUTPUTS, TENSOR } from "./raw_op_names.generated.js";

/** `tf.raw_ops.Add({ x, y, name: "sum" })`: inputs, attributes and the name by their own names. */
export type RawOp<R extends RawResult> = (keywords?: Readonly<Record<string, unknown>>) => R;

export type RawOps = {
  readonly [K in (typeof OPERATION)[number]]: RawOp<Operation>;
} & { readonly [K in (typeof TENSOR)[number]]: RawOp<Tensor> } & {
  readonly [K in (typeof LIST)[number]]: RawOp<readonly Tensor[]>;
} & { readonly [K in (typeof OUTPUTS)[number]]: RawOp<RawOutputs> };

function functions(): RawOps {
  const made: Record<string, (...args: readonly unknown[]) => RawResult> = {};
  for (const type of [...OPERATION, ...TENSOR, ...LIST, ...OUTPUTS]) {
    made[type] = (...args) => rawOp(type, args);
  }
  return made as object as RawOps;
}

/** Names and arguments are those of the op types; what a function returns depends on the outputs that its type has. */
export const raw_ops: RawOps = functions();
