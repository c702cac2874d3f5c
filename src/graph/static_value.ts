/**
 * The value of a tensor as far as Python's side of TensorFlow sees it while a graph is built.
 * Source: tf.get_static_value (tensorflow/python/framework/tensor_util.py).
 *
 * It looks through a few op types only, so that it knows less than the runtime's constant folding: which nodes a function
 * emits depends on just that.
 */

import { rowMajorOf } from "../np/casting.js";
import type { Strided } from "../np/strided.js";
import { constantValue } from "./shape_inference.js";
import type { Tensor } from "./tensor.js";

const OF_INPUTS = new Set(["Range", "Cast", "Concat", "ConcatV2", "Equal", "NotEqual"]);

function isVisible(tensor: Tensor): boolean {
  const { op } = tensor;
  const [first] = op.inputs;
  if (op.type === "Const") return true;
  if (op.type === "Shape" || op.type === "Size") return first!.shape.isFullyDefined;
  if (op.type === "Rank") return first!.shape.rank !== null;
  if (op.type === "Fill") return tensor.shape.isFullyDefined && isVisible(op.inputs[1]!);
  if (op.type === "Pack")
    return op.inputs.length > 0 && Number(op.attr<number>("axis")) === 0 && op.inputs.every(isVisible);
  return OF_INPUTS.has(op.type) && op.inputs.every(isVisible);
}

/** The value, or null where Python can't tell. What was built on it may no longer be fed. */
export function staticValue(tensor: Tensor): Strided | null {
  const value = isVisible(tensor) ? constantValue(tensor) : null;
  if (value) tensor.graph.prevent_feeding(tensor);
  return value;
}

/** The only element of a scalar's value as a number, or null. */
export function staticNumber(tensor: Tensor): number | null {
  const value = staticValue(tensor);
  return value && Number(value.data[value.offset]);
}

/** All elements of an integer tensor, in order, or null. */
export function staticInts(tensor: Tensor): number[] | null {
  const value = staticValue(tensor);
  if (value === null) return null;
  const { data, offset } = rowMajorOf(value);
  return Array.from({ length: value.size }, (_, i) => Number(data[offset + i]));
}
