/**
 * Which keys of a dict or set are the same: Python compares them by value, JavaScript by identity.
 * Source: Python's hash protocol (object.__hash__, numbers of equal value have equal hashes).
 */
import { load } from "../np/element.js";
import { TypeError_ } from "../np/errors.js";
import { isScalar, typeName } from "../np/printing/type_name.js";
import { PyFloat } from "../np/pyfloat.js";
import { PyTuple } from "../np/pytuple.js";
import { Strided } from "../np/strided.js";

const numbers = new WeakMap<object, number>();
let count = 0;

/** A number of its own for every object. */
export function identity(x: object): number {
  let n = numbers.get(x);
  if (n === undefined) {
    n = ++count;
    numbers.set(x, n);
  }
  return n;
}

function unhashable(x: unknown): TypeError_ {
  return new TypeError_(`unhashable type: '${typeName(x)}'`);
}

/** Marks texts that stand for other keys, which no text of a program starts with. */
const MARK = "\u0000";

/** Equal for keys that Python calls equal. Raises TypeError for lists, dicts, sets and arrays. */
export function keyOf(x: unknown): unknown {
  switch (typeof x) {
    case "boolean":
      return x ? 1 : 0;
    case "bigint":
      return Number.isSafeInteger(Number(x)) ? Number(x) : x;
    case "undefined":
      return null;
    case "object":
      return x === null ? null : objectKey(x);
    default:
      return x;
  }
}

function objectKey(x: object): unknown {
  if (x instanceof PyFloat) return x.value;
  if (x instanceof PyTuple) return `${MARK}(${Array.from(x, token).join(",")})`;
  if (x instanceof Uint8Array) return `${MARK}b${Array.from(x).join(",")}`;
  if (x instanceof Strided) {
    if (!isScalar(x)) throw unhashable(x);
    return keyOf(load(x.data, x.dtype, x.offset));
  }
  if ("__hash__" in x && typeof x.__hash__ === "function") return `${MARK}h${String(x.__hash__())}`;
  if (Array.isArray(x) || x instanceof Map || x instanceof Set) throw unhashable(x);
  if ("__eq__" in x && typeof x.__eq__ === "function") throw unhashable(x);
  return x;
}

/** The key within a tuple's text. */
function token(x: unknown): string {
  const key = keyOf(x);
  if (typeof key === "string") return `s${key.length}:${key}`;
  if (typeof key === "object" && key !== null) return `o${identity(key)}`;
  if (typeof key === "function") return `o${identity(key)}`;
  return `n${String(key)}`;
}

/** Python's hash(x), as far as its value can matter: equal things have equal ones. */
export function hash(x: unknown): number {
  const key = keyOf(x);
  if (typeof key === "number" && Number.isSafeInteger(key)) return key === -1 ? -2 : key;
  if (typeof key === "object" && key !== null) return identity(key);
  if (typeof key === "function") return identity(key);
  // FNV-1a.
  let h = 2166136261;
  for (const c of String(key)) h = Math.imul(h ^ c.codePointAt(0)!, 16777619);
  return h;
}
