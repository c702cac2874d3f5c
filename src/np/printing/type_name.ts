/**
 * Python's name of a value's type in error texts, NumPy scalars included.
 * Source: tp_name of the built-in and NumPy types.
 */
import { typeName as plainName } from "../element.js";
import { Strided } from "../strided.js";

/** True for a NumPy scalar, false for an array, 0-d ones included. */
export function isScalar(value: Strided): boolean {
  return value.ndim === 0 && "isScalar" in value && value.isScalar === true;
}

/** Names of scalar types where they differ from the dtype's. */
const SCALARS: Readonly<Record<string, string>> = { bool: "bool_", str: "str_", bytes: "bytes_", object: "object_" };

export function typeName(value: unknown): string {
  if (!(value instanceof Strided) || !isScalar(value)) return plainName(value);
  const { name } = value.dtype;
  return `numpy.${SCALARS[name] ?? name}`;
}
