/**
 * Wraps a GraphDef into the SavedModel that tfjs-node's addon can open, with a tensor to fetch for every op to run.
 * Source: saved_model.proto, meta_graph.proto, graph.proto, node_def.proto, attr_value.proto, tensor.proto.
 */
import { join, message, number, text } from "./wire.js";

/** The tag that the one MetaGraph goes by. */
export const TAG = "graph";

/** Tensor that stands for the end of an op; a session of the addon can fetch tensors only. */
export const endOf = (op: string): string => `tf1_compat_end/${op}`;

/** A NodeDef: Const, an empty float32 vector, after the op. */
function endNode(op: string): Uint8Array {
  const float32 = 1;
  const empty = message(2, message(2, number(1, 0)));
  const dtype = message(5, text(1, "dtype"), message(2, number(6, float32)));
  const value = message(5, text(1, "value"), message(2, message(8, number(1, float32), empty)));
  return message(1, text(1, endOf(op)), text(2, "Const"), text(3, `^${op}`), dtype, value);
}

/** Bytes of saved_model.pb for a serialized GraphDef. */
export function savedModel(graphDef: Uint8Array, ops: readonly string[]): Uint8Array {
  const info = message(1, text(4, TAG));
  // Repeated fields of concatenated messages are concatenated: the nodes are appended without reading the graph.
  const graph = message(2, graphDef, ...ops.map(endNode));
  return join([number(1, 1), message(2, info, graph)]);
}
