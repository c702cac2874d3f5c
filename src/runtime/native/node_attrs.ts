/**
 * Attributes of a graph's node as the native bridge takes them.
 * Source: AttrValue (tensorflow/core/framework/attr_value.proto).
 */
import type { Attr, Attrs, AttrValue } from "../../graph/attr.js";
import { DType } from "../../graph/dtypes.js";
import type { AttrDef, AttrKind, AttrType, OpDef } from "../../graph/op_def.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import type { NativeAttr } from "./bridge.js";

/** Kinds that the addon has no way to set. */
const UNSETTABLE = new Set<AttrType>([
  "list(type)",
  "list(shape)",
  "list(string)",
  "tensor",
  "list(tensor)",
  "func",
  "list(func)",
]);

/** A node with state, in a session of its own. */
export interface Owner {
  readonly session: string;
  readonly node: string;
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => same(x, b[i]));
  if (a instanceof TensorShape && b instanceof TensorShape) return a.toRuntimeString() === b.toRuntimeString();
  return Object.is(a, b);
}

/** libtensorflow fills in defaults itself, also of kinds that the addon cannot set. */
function isLeftToDefault(attr: Attr, { default: byDefault }: AttrDef): boolean {
  const isHard = UNSETTABLE.has(attr.type) || (attr.value instanceof TensorShape && attr.value.dims === null);
  return isHard && byDefault !== undefined && same(attr.value, byDefault);
}

function dims(shape: TensorShape): number[] | null {
  return shape.dims?.map((d) => d ?? -1) ?? null;
}

function item(kind: AttrKind, value: unknown): unknown {
  if (value instanceof DType) return value.as_datatype_enum;
  if (kind === "shape" && value instanceof TensorShape) return dims(value);
  return value;
}

function nativeAttr(name: string, type: AttrType, value: AttrValue): NativeAttr {
  const kind = (/^list\((\w+)\)$/.exec(type)?.[1] ?? type) as AttrKind;
  const converted = Array.isArray(value) ? value.map((v) => item(kind, v)) : item(kind, value);
  // The table of kinds and their JavaScript types is the same on both sides.
  return { name, kind: type, value: converted } as NativeAttr;
}

/**
 * All attributes that the op declares and the node has. `owner` tells the state of a node's kernel, and the resource that it
 * makes, from those of equal nodes: libtensorflow keeps both by attributes, for the whole process.
 */
export function nativeAttrs(def: OpDef, attrs: Attrs, owner: Owner | null): NativeAttr[] {
  const out: NativeAttr[] = [];
  for (const declared of def.attrs) {
    const attr = attrs.get(declared.name);
    if (!attr || isLeftToDefault(attr, declared)) continue;
    const shares = owner !== null && declared.name === "shared_name";
    const value = shares ? `${owner.session}/${attr.value || owner.node}` : attr.value;
    out.push(nativeAttr(declared.name, attr.type, value));
  }
  if (owner) out.push({ name: "_owner", kind: "string", value: `${owner.session}/${owner.node}` });
  return out;
}
