/**
 * What a name stands for in a graph, with Python's words for a name that stands for nothing.
 * Source: tf.Graph.as_graph_element (tensorflow/python/framework/ops.py).
 */
import { KeyError, ValueError } from "../np/errors.js";
import { repr } from "../py/repr.js";
import type { Operation } from "./operation.js";
import type { Tensor } from "./tensor.js";

/** The operation "a/b" or the tensor "a/b:0". Raises KeyError if there is none, ValueError if `wanted` has no room for it. */
export function elementNamed(
  name: string,
  find: (op: string) => Operation | undefined,
  wanted: { readonly allow_tensor: boolean; readonly allow_operation: boolean; readonly types: string },
): Tensor | Operation {
  const { allow_tensor, allow_operation, types } = wanted;
  const quoted = repr(name);
  if (name.includes(":")) {
    if (!allow_tensor) throw new ValueError(`Name ${quoted} appears to refer to a Tensor, not a ${types}.`);
    const match = /^([^:]*):\s*(-?\d+)\s*$/.exec(name);
    if (!match) {
      throw new ValueError(
        `The name ${quoted} looks a like a Tensor name, but is not a valid one. Tensor names must be of the form "<op_name>:<output_index>".`,
      );
    }
    const [, opName = "", index = "0"] = match;
    const op = find(opName);
    if (!op) {
      throw new KeyError(
        `The name ${quoted} refers to a Tensor which does not exist. The operation, ${repr(opName)}, does not exist in the graph.`,
      );
    }
    const out = op.outputs.at(Number(index));
    if (out) return out;
    throw new KeyError(
      `The name ${quoted} refers to a Tensor which does not exist. The operation, ${repr(opName)}, exists but only has ${op.outputs.length} outputs.`,
    );
  }
  const found = find(name);
  if (allow_operation) {
    if (found) return found;
    throw new KeyError(`The name ${quoted} refers to an Operation not in the graph.`);
  }
  const what = found
    ? `The name ${quoted} refers to an Operation, not a ${types}.`
    : `The name ${quoted} looks like an (invalid) Operation name, not a ${types}.`;
  throw new ValueError(`${what} Tensor names must be of the form "<op_name>:<output_index>".`);
}
