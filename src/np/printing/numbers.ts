/**
 * What a number format makes of its argument: Python's float(), int() and operator.index() of numbers, never of text.
 * Source: PyFloat_AsDouble, PyNumber_Long, PyNumber_Index (Python 3.7).
 */
import { isComplex } from "../dtype.js";
import { load, toBigInt, toFloat } from "../element.js";
import { OverflowError, TypeError_ } from "../errors.js";
import { PyFloat } from "../pyfloat.js";
import { Strided } from "../strided.js";
import { typeName } from "./type_name.js";

function offers<K extends string>(value: object, method: K): value is Record<K, () => unknown> {
  return method in value && typeof (value as Record<K, unknown>)[method] === "function";
}

/** The plain number of a value that has __float__, __index__ or __int__; undefined for all others. */
function converted(value: unknown, methods: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  for (const method of methods) if (offers(value, method)) return value[method]!();
  return undefined;
}

/** Python's float(value) of a number. */
export function asFloat(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value instanceof PyFloat) return value.value;
  if (typeof value === "bigint") {
    const x = Number(value);
    if (!Number.isFinite(x)) throw new OverflowError("int too large to convert to float");
    return x;
  }
  if (value instanceof Strided) {
    if (value.size !== 1) throw new TypeError_("only size-1 arrays can be converted to Python scalars");
    const element = load(value.data, value.dtype, value.offset);
    return isComplex(element) ? element.re : toFloat(element);
  }
  if (typeof value === "object" && value !== null && isComplex(value)) {
    throw new TypeError_("can't convert complex to float");
  }
  const other = converted(value, ["__float__"]);
  if (other !== undefined) return asFloat(other);
  throw new TypeError_(`must be real number, not ${typeName(value)}`);
}

/** Python's int(value) of a number, floats truncated; undefined for what is no number. */
export function asInteger(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" || typeof value === "boolean") return toBigInt(value);
  if (value instanceof PyFloat) return toBigInt(value.value);
  if (value instanceof Strided) {
    if (value.size !== 1 || "SU".includes(value.dtype.kind)) return undefined;
    const element = load(value.data, value.dtype, value.offset);
    return isComplex(element) ? toBigInt(element.re) : asInteger(element);
  }
  const other = converted(value, ["__int__", "__index__"]);
  return other === undefined ? undefined : asInteger(other);
}

/** Python's operator.index(value): ints, booleans, NumPy integers; undefined for floats and all others. */
export function asIndex(value: unknown): bigint | undefined {
  if (typeof value === "bigint") return value;
  if (typeof value === "boolean" || (typeof value === "number" && Number.isInteger(value))) return BigInt(value);
  if (value instanceof Strided) {
    if (value.ndim !== 0 || !"biu".includes(value.dtype.kind)) return undefined;
    return toBigInt(load(value.data, value.dtype, value.offset));
  }
  const other = converted(value, ["__index__"]);
  return other === undefined ? undefined : asIndex(other);
}
