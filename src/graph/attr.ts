/**
 * Attribute values of operations, tagged with their kind.
 * Source: AttrValue (tensorflow/core/framework/attr_value.proto).
 */

import { ValueError } from "../np/errors.js";
import { PyFloat } from "../np/pyfloat.js";
import type { Strided } from "../np/strided.js";
import { repr } from "../py/repr.js";
import { DType } from "./dtypes.js";
import type { AttrDefault, AttrKind, AttrType, OpDef } from "./op_def.js";
import { as_shape, type ShapeLike, type TensorShape } from "./tensor_shape.js";

/** A named function with the attributes it is instantiated with. */
export interface NameAttrList {
  readonly name: string;
}

export interface AttrValues {
  type: DType;
  int: number | bigint;
  float: number;
  bool: boolean;
  string: string;
  shape: TensorShape;
  tensor: Strided;
  func: NameAttrList;
}

export type AttrScalar = AttrValues[AttrKind];
export type AttrValue = AttrScalar | readonly AttrScalar[];

export interface Attr {
  readonly type: AttrType;
  readonly value: AttrValue;
}

export type Attrs = ReadonlyMap<string, Attr>;

/** What a caller may give for an attribute: the value itself, or null for the op's default. */
export type AttrInput = AttrScalar | PyFloat | ShapeLike | readonly (AttrScalar | ShapeLike)[] | undefined;

function describe(value: AttrInput): string {
  return value === undefined ? "None" : repr(value);
}

/** Checks one value against its kind. Raises TypeError as op_def_library does for a value of the wrong kind. */
function coerce(kind: AttrKind, value: AttrInput, name: string): AttrScalar {
  switch (kind) {
    case "int":
      if (typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value))) return value;
      if (typeof value === "boolean") return value ? 1 : 0;
      throw new TypeError(`Expected int for argument '${name}' not ${describe(value)}.`);
    case "float":
      if (typeof value === "number") return value;
      if (value instanceof PyFloat) return value.value;
      if (typeof value === "boolean") return value ? 1 : 0;
      throw new TypeError(`Expected float for argument '${name}' not ${describe(value)}.`);
    case "bool":
      if (typeof value === "boolean") return value;
      throw new TypeError(`Expected bool for argument '${name}' not ${describe(value)}.`);
    case "string":
      if (typeof value === "string") return value;
      throw new TypeError(`Expected string for argument '${name}' not ${describe(value)}.`);
    case "type":
      if (value instanceof DType) return value.base_dtype;
      throw new TypeError(`Expected DataType for argument '${name}' not ${describe(value)}.`);
    case "shape":
      return as_shape(value as ShapeLike);
    default:
      return value as AttrScalar;
  }
}

/** Gives an attribute its declared kind, filling in the op's default for undefined or null. */
export function makeAttr(def: OpDef, name: string, value: AttrInput): Attr {
  const attr = def.attrs.find((a) => a.name === name);
  if (!attr) throw new TypeError(`Inconsistent OpDef for '${def.name}', missing attr '${name}'`);
  if ((value === undefined || value === null) && attr.default !== undefined) {
    return { type: attr.type, value: attr.default as AttrDefault & AttrValue };
  }
  const list = /^list\((\w+)\)$/.exec(attr.type);
  if (list) {
    if (!Array.isArray(value)) throw new TypeError(`Expected list for attr ${name}`);
    if (attr.minimum !== null && value.length < attr.minimum) {
      throw new ValueError(
        `Attr '${name}' of '${def.name}' Op passed list of length ${value.length} less than minimum ${attr.minimum}.`,
      );
    }
    const kind = list[1] as AttrKind;
    return { type: attr.type, value: value.map((v: AttrInput) => coerce(kind, v, name)) };
  }
  const scalar = coerce(attr.type as AttrKind, value, name);
  if (attr.type === "int" && attr.minimum !== null && Number(scalar) < attr.minimum) {
    throw new ValueError(`Attr '${name}' of '${def.name}' Op passed ${scalar} less than minimum ${attr.minimum}.`);
  }
  if (attr.allowed && attr.type === "string" && !attr.allowed.includes(scalar as string)) {
    const list = attr.allowed.join('", "');
    throw new ValueError(`Attr '${name}' of '${def.name}' Op passed string '${scalar}' not in: "${list}".`);
  }
  if (attr.allowed && attr.type === "type" && !attr.allowed.includes(scalar as DType)) {
    const list = attr.allowed.map((t) => (t as DType).name).join(", ");
    throw new TypeError(
      `Value passed to parameter '${name}' has DataType ${(scalar as DType).name} not in list of allowed values: ${list}`,
    );
  }
  return { type: attr.type, value: scalar };
}
