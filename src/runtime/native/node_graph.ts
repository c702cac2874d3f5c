/**
 * A GraphDef of one node between placeholders, for ops with attributes that the addon cannot set on a single op.
 * Source: graph.proto, node_def.proto, attr_value.proto, tensor_shape.proto.
 */
import type { AttrScalar, Attrs } from "../../graph/attr.js";
import { DType } from "../../graph/dtypes.js";
import type { AttrKind, AttrType, OpDef } from "../../graph/op_def.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { type NativeBridge, NativeError, type NativeGraph, type NativeTensorHandle } from "./bridge.js";
import { float, join, message, number, text } from "./wire.js";

/** The node's name; its placeholders are called in0, in1, … */
const NODE = "node";
const placeholder = (i: number): string => `in${i}`;

function shapeProto(field: number, { dims }: TensorShape): Uint8Array {
  if (dims === null) return message(field, number(3, 1));
  return message(field, ...dims.map((d) => message(2, number(1, d ?? -1))));
}

/** One value in the field that its kind has, both in AttrValue and in its ListValue. */
function scalarProto(kind: AttrKind, value: AttrScalar): Uint8Array {
  if (kind === "string") return text(2, String(value));
  if (kind === "int") return number(3, value as number | bigint);
  if (kind === "float") return float(4, Number(value));
  if (kind === "bool") return number(5, value ? 1 : 0);
  if (value instanceof DType) return number(6, value.base_dtype.as_datatype_enum);
  if (value instanceof TensorShape) return shapeProto(7, value);
  throw new NativeError(`the native engine cannot be given an attribute of kind ${kind}`);
}

function attrProto(name: string, type: AttrType, value: AttrScalar | readonly AttrScalar[]): Uint8Array {
  const kind = (/^list\((\w+)\)$/.exec(type)?.[1] ?? type) as AttrKind;
  const encoded = Array.isArray(value)
    ? message(1, ...value.map((v: AttrScalar) => scalarProto(kind, v)))
    : scalarProto(kind, value as AttrScalar);
  return message(5, text(1, name), message(2, encoded));
}

/** Serialized GraphDef. Raises NativeError for tensors and functions among the attributes. */
function graphDef(def: OpDef, attrs: Attrs, inputs: readonly DType[]): Uint8Array {
  const feeds = inputs.map((dtype, i) =>
    message(1, text(1, placeholder(i)), text(2, "Placeholder"), attrProto("dtype", "type", dtype)),
  );
  const own = def.attrs.flatMap(({ name }) => {
    const attr = attrs.get(name);
    return attr ? [attrProto(name, attr.type, attr.value)] : [];
  });
  const names = inputs.map((_, i) => text(3, placeholder(i)));
  return join([...feeds, message(1, text(1, NODE), text(2, def.name), ...names, ...own)]);
}

/** Where a session's message tells the node, which here is always the same one. */
const LOCATION = /\s*\[\[\{\{node [\s\S]*$/;

/** One node in a libtensorflow session of its own. */
export class NodeGraph {
  private readonly graph: NativeGraph;
  private readonly outputs: readonly string[];

  /** Raises NativeError where libtensorflow doesn't accept the node. */
  constructor(bridge: NativeBridge, def: OpDef, attrs: Attrs, inputs: readonly DType[], outputCount: number) {
    this.graph = bridge.load(graphDef(def, attrs, inputs));
    this.outputs = Array.from({ length: outputCount }, (_, i) => `${NODE}:${i}`);
  }

  run(inputs: readonly NativeTensorHandle[]): NativeTensorHandle[] {
    try {
      return this.graph.run(new Map(inputs.map((handle, i) => [`${placeholder(i)}:0`, handle])), this.outputs);
    } catch (error) {
      if (!(error instanceof NativeError)) throw error;
      throw new NativeError(error.message.replace(LOCATION, ""), { cause: error });
    }
  }

  close(): void {
    this.graph.close();
  }
}
