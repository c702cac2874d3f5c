/**
 * Python's x[index] for values of any type: text, lists, tuples, bytes, dicts, and all that has `at(...)`.
 * Source: operator.getitem (Python 3.7).
 */
import { IndexError, KeyError, TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { asIndex } from "../np/printing/numbers.js";
import { typeName } from "../np/printing/type_name.js";
import { PyTuple, tuple } from "../np/pytuple.js";
import { PySlice } from "./slice.js";

type Sequence = string | Uint8Array | readonly unknown[];

function sliced(sequence: Sequence, slice: PySlice): Sequence {
  const items: readonly unknown[] = Array.from<unknown>(sequence);
  const { first, step, count } = slice.of(items.length);
  const kept = Array.from({ length: count }, (_, i) => items[first + i * step]);
  if (typeof sequence === "string") return kept.join("");
  if (sequence instanceof Uint8Array) return Uint8Array.from(kept as number[]);
  return sequence instanceof PyTuple ? tuple(kept) : kept;
}

/** How error texts call a sequence. */
function kindOf(sequence: Sequence): string {
  if (typeof sequence === "string") return "string";
  if (sequence instanceof Uint8Array) return "byte";
  return sequence instanceof PyTuple ? "tuple" : "list";
}

function item(sequence: Sequence, index: unknown): unknown {
  const kind = kindOf(sequence);
  const at = asIndex(index);
  if (at === undefined) {
    const what = kind === "string" ? "integers" : `integers or slices, not ${typeName(index)}`;
    throw new TypeError_(`${kind} indices must be ${what}`);
  }
  const items = typeof sequence === "string" ? [...sequence] : sequence;
  const i = Number(at) < 0 ? Number(at) + items.length : Number(at);
  if (i < 0 || i >= items.length) throw new IndexError(`${kind === "byte" ? "" : `${kind} `}index out of range`);
  return items[i];
}

function entry(dict: ReadonlyMap<unknown, unknown>, key: unknown): unknown {
  if (!dict.has(key)) throw new KeyError(String(key));
  return dict.get(key);
}

/** Python's operator.getitem(x, index): `x[index]`; several indices are a tuple, a slice is `py.slice(a, b)`. */
export function getitem(x: unknown, index: unknown): unknown {
  if (typeof x === "string" || Array.isArray(x) || x instanceof Uint8Array) {
    return index instanceof PySlice ? sliced(x, index) : item(x, index);
  }
  if (x instanceof Map) return entry(x, index);
  if (isPlainObject(x)) return entry(new Map(Object.entries(x)), index);
  if (typeof x === "object" && x !== null && "at" in x && typeof x.at === "function") {
    return index instanceof PyTuple ? x.at(...index) : x.at(index);
  }
  throw new TypeError_(`'${typeName(x)}' object is not subscriptable`);
}
