/**
 * Attributes of a node as the addon takes them.
 * Source: AssignOpAttr of tfjs-node; the kinds are those of AttrDef in op_def.proto.
 */
import type { RawAttr } from "./binding.js";
import { NativeError } from "./native_error.js";
import { type NativeDType, TRANSPORT } from "./transport.js";

/**
 * One attribute. The addon has no way to set the kinds of the last line, except as empty lists; shapes of unknown rank,
 * strings that are not UTF-8 and listed ints beyond 32 bits cannot be set either. All of these throw.
 */
export type NativeAttr =
  | { readonly name: string; readonly kind: "type"; readonly value: NativeDType | number }
  | { readonly name: string; readonly kind: "int"; readonly value: number | bigint }
  | { readonly name: string; readonly kind: "float"; readonly value: number }
  | { readonly name: string; readonly kind: "bool"; readonly value: boolean }
  | { readonly name: string; readonly kind: "string"; readonly value: string | Uint8Array }
  | { readonly name: string; readonly kind: "shape"; readonly value: readonly number[] | null }
  | { readonly name: string; readonly kind: "list(int)"; readonly value: readonly (number | bigint)[] }
  | { readonly name: string; readonly kind: "list(float)"; readonly value: readonly number[] }
  | { readonly name: string; readonly kind: "list(bool)"; readonly value: readonly boolean[] }
  | { readonly name: string; readonly kind: UnsettableKind; readonly value: unknown };

type UnsettableKind = "list(type)" | "list(shape)" | "list(string)" | "tensor" | "list(tensor)" | "func" | "list(func)";

/** TF_AttrType. */
const STRING = 0;
const INT = 1;
const FLOAT = 2;
const BOOL = 3;
const TYPE = 4;
const SHAPE = 5;

function integer(value: number | bigint, limit: number, attr: NativeAttr): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n > limit || n < -limit - 1) {
    throw new NativeError(`attribute ${attr.name}: ${value} does not fit the native engine's ${attr.kind}`);
  }
  return n;
}

function text(value: string | Uint8Array, attr: NativeAttr): string {
  if (typeof value === "string") return value;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value);
  } catch (cause) {
    throw new NativeError(`attribute ${attr.name}: the native engine takes UTF-8 strings only`, { cause });
  }
}

/** The addon's form of an attribute. */
export function encodeAttr(attr: NativeAttr): RawAttr {
  const { name } = attr;
  switch (attr.kind) {
    case "type":
      return { name, type: TYPE, value: typeof attr.value === "number" ? attr.value : TRANSPORT[attr.value].code };
    case "int":
      return { name, type: INT, value: integer(attr.value, Number.MAX_SAFE_INTEGER, attr) };
    case "float":
      return { name, type: FLOAT, value: attr.value };
    case "bool":
      return { name, type: BOOL, value: attr.value };
    case "string":
      return { name, type: STRING, value: text(attr.value, attr) };
    case "shape":
      if (attr.value) return { name, type: SHAPE, value: [...attr.value] };
      break;
    case "list(int)":
      return { name, type: INT, value: attr.value.map((v) => integer(v, 0x7fffffff, attr)) };
    case "list(float)":
      return { name, type: FLOAT, value: [...attr.value] };
    case "list(bool)":
      return { name, type: BOOL, value: [...attr.value] };
    default:
      // An empty list carries no element type, so an empty list of ints stands for any.
      if (Array.isArray(attr.value) && attr.value.length === 0) return { name, type: INT, value: [] };
  }
  const what = attr.kind === "shape" ? "a shape of unknown rank" : `an attribute of kind ${attr.kind}`;
  throw new NativeError(`attribute ${name}: the native engine cannot be given ${what}`);
}
