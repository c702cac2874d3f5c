/**
 * Signatures of op types: inputs, outputs, attributes, defaults.
 * Source: OpDef (tensorflow/core/framework/op_def.proto), as TensorFlow 1.15 registers them.
 */
import { as_dtype, type DType, type DTypeName } from "./dtypes.js";
import { OP_DEF_LINES } from "./op_defs.generated.js";
import { TensorShape } from "./tensor_shape.js";

export interface ArgDef {
  readonly name: string;
  /** Exactly one of these three says the element type. */
  readonly type: DType | null;
  readonly typeAttr: string | null;
  readonly typeListAttr: string | null;
  /** Set when the argument is a list of that many tensors of one type. */
  readonly numberAttr: string | null;
  readonly isRef: boolean;
}

export type AttrKind = "type" | "int" | "float" | "bool" | "string" | "shape" | "tensor" | "func";
export type AttrType = AttrKind | `list(${AttrKind})`;

/** A scalar attribute value before it is given meaning; tensors are arrays, functions names. */
export type AttrDefault = DType | number | boolean | string | TensorShape;

export interface AttrDef {
  readonly name: string;
  readonly type: AttrType;
  readonly default: AttrDefault | readonly AttrDefault[] | undefined;
  readonly allowed: readonly AttrDefault[] | null;
  readonly minimum: number | null;
}

export interface OpDef {
  readonly name: string;
  readonly inputs: readonly ArgDef[];
  readonly outputs: readonly ArgDef[];
  readonly attrs: readonly AttrDef[];
  readonly isStateful: boolean;
  readonly isCommutative: boolean;
  /** Inputs that are references may be uninitialised variables. */
  readonly allowsUninitializedInput: boolean;
}

let lines: Map<string, string> | null = null;
const parsed = new Map<string, OpDef>();

function index(): Map<string, string> {
  if (lines === null) {
    lines = new Map();
    for (const line of OP_DEF_LINES.split("\n")) {
      if (line !== "") lines.set(line.slice(0, line.indexOf("(")), line);
    }
  }
  return lines;
}

/** The signature of an op type, or null when TensorFlow 1.15 has none of that name. */
export function opDefOf(type: string): OpDef | null {
  const known = parsed.get(type);
  if (known) return known;
  const line = index().get(type);
  if (line === undefined) return null;
  const def = parseOpDef(line);
  parsed.set(type, def);
  return def;
}

/** Adds a signature that TensorFlow does not have (our own op types), in the same notation. */
export function addOpDef(line: string): OpDef {
  const def = parseOpDef(line);
  if (index().has(def.name) || parsed.has(def.name)) throw new Error(`Op type ${def.name} is already defined`);
  parsed.set(def.name, def);
  return def;
}

export function opTypes(): readonly string[] {
  return [...index().keys()];
}

/** Reads one line of the notation that tools/gen/op_defs.py writes. */
export function parseOpDef(line: string): OpDef {
  const match = /^(\w+)\((.*?)\) -> \((.*?)\)(?= \{| \w|$)(?: \{(.*)\})?((?: \w+)*)$/.exec(line);
  if (!match) throw new Error(`Not an op signature: ${line}`);
  const [, name = "", ins = "", outs = "", attrs = "", flags = ""] = match;
  const attrDefs = attrs === "" ? [] : attrs.split(", ").map(parseAttr);
  const types = new Set(attrDefs.map((a) => a.name));
  const args = (text: string) => (text === "" ? [] : text.split(", ").map((t) => parseArg(t, types)));
  return {
    name,
    inputs: args(ins),
    outputs: args(outs),
    attrs: attrDefs,
    isStateful: flags.includes(" stateful"),
    isCommutative: flags.includes(" commutative"),
    allowsUninitializedInput: flags.includes(" uninitialized"),
  };
}

function parseArg(text: string, attrs: ReadonlySet<string>): ArgDef {
  const [name = "", spec = ""] = text.split(": ");
  const star = spec.indexOf("*");
  const numberAttr = star > 0 ? spec.slice(0, star) : null;
  let type = star > 0 ? spec.slice(star + 1) : spec;
  const isRef = type.startsWith("Ref(");
  if (isRef) type = type.slice(4, -1);
  const list = /^list\((\w+)\)$/.exec(type);
  if (list) return { name, type: null, typeAttr: null, typeListAttr: list[1]!, numberAttr, isRef };
  if (attrs.has(type)) return { name, type: null, typeAttr: type, typeListAttr: null, numberAttr, isRef };
  return { name, type: as_dtype(type as DTypeName), typeAttr: null, typeListAttr: null, numberAttr, isRef };
}

function parseAttr(text: string): AttrDef {
  const match = /^(\w+): ([\w()]+)(?: = (\[.*?\]|'.*?'|\S*\(.*?\)|\S+))?(?: in \[(.*?)\])?(?: >= (-?\d+))?$/.exec(text);
  if (!match) throw new Error(`Not an attribute: ${text}`);
  const [, name = "", type = "", byDefault, allowed, minimum] = match;
  const kind = (type.startsWith("list(") ? type.slice(5, -1) : type) as AttrKind;
  let value: AttrDef["default"];
  if (byDefault !== undefined)
    value = byDefault.startsWith("[") ? items(byDefault.slice(1, -1), kind) : scalar(byDefault, kind);
  return {
    name,
    type: type as AttrType,
    default: value,
    allowed: allowed === undefined ? null : items(allowed, kind),
    minimum: minimum === undefined ? null : Number(minimum),
  };
}

function items(text: string, kind: AttrKind): AttrDefault[] {
  return text === "" ? [] : (text.match(/'[^']*'|shape\([^)]*\)|\S+/g) ?? []).map((t) => scalar(t, kind));
}

function scalar(text: string, kind: AttrKind): AttrDefault {
  switch (kind) {
    case "type":
      return as_dtype(text as DTypeName);
    case "int":
    case "float":
      return Number(text);
    case "bool":
      return text === "true";
    case "string":
      return text.slice(1, -1).replace(/\\x2c/g, ",").replace(/\\n/g, "\n").replace(/\\'/g, "'").replace(/\\\\/g, "\\");
    case "shape": {
      const inner = text.slice(6, -1);
      if (inner === "?") return new TensorShape(null);
      return new TensorShape(inner === "" ? [] : inner.split(" ").map((d) => (d === "-1" ? null : Number(d))));
    }
    default:
      return text;
  }
}
