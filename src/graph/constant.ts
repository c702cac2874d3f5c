/**
 * Constants.
 * Source: tf.constant (tensorflow/python/framework/constant_op.py).
 */
import type { Attr } from "./attr.js";
import type { DType } from "./dtypes.js";
import { getDefaultGraph } from "./graph.js";
import { makeLiteral } from "./literal.js";
import { opDefOf } from "./op_def.js";
import type { Tensor } from "./tensor.js";

export interface ConstantOptions {
  readonly dtype?: DType | null;
  readonly shape?: readonly number[] | null;
  readonly name?: string;
  readonly verifyShape?: boolean;
  readonly allowBroadcast?: boolean;
}

/** A Const node in the default graph. */
export function constant(value: unknown, options: ConstantOptions = {}): Tensor {
  const { dtype = null, shape = null, name = "Const", verifyShape = false, allowBroadcast = false } = options;
  const literal = makeLiteral(value, { dtype, shape, verifyShape, allowBroadcast });
  const attrs = new Map<string, Attr>([
    ["value", { type: "tensor", value: literal.array }],
    ["dtype", { type: "type", value: literal.dtype }],
  ]);
  const op = getDefaultGraph().createNode({
    def: opDefOf("Const")!,
    name,
    inputs: [],
    inputTypes: [],
    attrs,
    outputTypes: [literal.dtype],
  });
  return op.outputs[0]!;
}
