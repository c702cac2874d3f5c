/**
 * Python's module copy.
 * Source: Lib/copy.py (Python 3.7).
 */
import { isPlainObject } from "../np/printing/mapping.js";
import { isFloatList, markFloats, PyFloat } from "../np/pyfloat.js";
import { PyTuple, tuple } from "../np/pytuple.js";
import { Strided } from "../np/strided.js";
import { PyDict } from "../py/dict.js";

type Copies = Map<unknown, unknown>;
const isAtom = (x: unknown): boolean =>
  typeof x !== "object" || x === null || x instanceof PyFloat || x instanceof Error;

function own(x: object, name: string): (() => unknown) | null {
  const f: unknown = Reflect.get(x, name);
  return typeof f === "function" ? (...args: readonly unknown[]) => Reflect.apply(f, x, args) as unknown : null;
}

/** An empty object of the same class with the same own attributes. */
function shell(x: object): object {
  const made = Object.create(Object.getPrototypeOf(x) as object) as object;
  return Object.defineProperties(made, Object.getOwnPropertyDescriptors(x));
}

/** The same items in a container of the same kind. */
export function copy<T>(x: T): T {
  return (isAtom(x) ? x : shallow(x as object)) as T;
}
function shallow(x: object): unknown {
  const made = own(x, "__copy__")?.() ?? (x instanceof Strided ? own(x, "copy")?.() : undefined);
  if (made !== undefined) return made;
  if (x instanceof PyTuple) return x;
  if (Array.isArray(x)) return isFloatList(x) ? markFloats([...x]) : [...(x as unknown[])];
  if (x instanceof Uint8Array) return x.slice();
  if (x instanceof Map && x.constructor === Map) return new Map(x);
  if (x instanceof Map && x.constructor === PyDict) return new PyDict(x);
  if (x instanceof Map || x instanceof Set) return own(x, "copy")?.() ?? Reflect.construct(x.constructor, [x]);
  return isPlainObject(x) ? { ...x } : shell(x);
}

/** A copy all the way down; what is shared or circular stays so. */
export function deepcopy<T>(x: T, memo: Map<unknown, unknown> = new Map()): T {
  return deep(x, memo) as T;
}
function deep(x: unknown, memo: Copies): unknown {
  if (isAtom(x)) return x;
  if (memo.has(x)) return memo.get(x);
  const made = copied(x as object, memo);
  memo.set(x, made);
  return made;
}
function copied(x: object, memo: Copies): unknown {
  const hook: unknown = Reflect.get(x, "__deepcopy__");
  if (typeof hook === "function") return Reflect.apply(hook, x, [memo]) as unknown;
  if (x instanceof Strided) return own(x, "copy")?.() ?? x;
  if (x instanceof Uint8Array) return x.slice();
  if (x instanceof PyTuple) {
    const items = Array.from(x, (y) => deep(y, memo));
    if (items.every((y, i) => y === x[i])) return x;
    const out = x.constructor === PyTuple ? tuple(items) : (shell(x) as unknown[]);
    if (out.length === items.length) for (const [i, y] of items.entries()) out[i] = y;
    return out;
  }
  if (Array.isArray(x)) {
    const out: unknown[] = isFloatList(x) ? markFloats([]) : [];
    memo.set(x, out);
    for (const y of x) out.push(deep(y, memo));
    return out;
  }
  if (x instanceof Map) {
    const out = shallow(x) as Map<unknown, unknown>;
    memo.set(x, out);
    const entries = [...x];
    out.clear();
    for (const [k, v] of entries) out.set(deep(k, memo), deep(v, memo));
    return out;
  }
  if (x instanceof Set) {
    const out = shallow(x) as Set<unknown>;
    out.clear();
    for (const y of x) out.add(deep(y, memo));
    return out;
  }
  const out = shell(x);
  memo.set(x, out);
  for (const [name, d] of Object.entries(Object.getOwnPropertyDescriptors(out))) {
    if ("value" in d && d.writable) Reflect.set(out, name, deep(d.value, memo));
    else if ("value" in d && d.configurable) Object.defineProperty(out, name, { ...d, value: deep(d.value, memo) });
  }
  return out;
}
