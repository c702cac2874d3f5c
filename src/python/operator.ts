/**
 * Python's operator.
 * Source: Lib/operator.py (Python 3.7).
 */

import { getattr } from "../py/attributes.js";
import { invoke } from "../py/calls.js";
import { tuple } from "../py/containers.js";
import { getitem } from "../py/subscript.js";

export { eq, ge, gt, le, lt, ne } from "../py/comparison.js";
export { contains } from "../py/containers.js";
export { iadd, imul, isub } from "../py/inplace.js";
export {
  abs,
  add,
  and_,
  floordiv,
  invert,
  lshift,
  matmul,
  mod,
  mul,
  neg,
  or_,
  pos,
  pow,
  rshift,
  sub,
  truediv,
  xor,
} from "../py/operators.js";
export { delitem, getitem, setitem } from "../py/subscript.js";
export { is_true as truth, not_ } from "../py/truth.js";

/** A function that reads these items. */
export function itemgetter(...keys: readonly unknown[]): (x: unknown) => never {
  return (x) => (keys.length === 1 ? getitem(x, keys[0]) : tuple(keys.map((k) => getitem(x, k)))) as never;
}
/** A function that reads these attributes. */
export function attrgetter(...names: readonly string[]): (x: unknown) => never {
  const one = (x: unknown, name: string): unknown => name.split(".").reduce<unknown>((o, n) => getattr(o, n), x);
  return (x) => (names.length === 1 ? one(x, names[0]!) : tuple(names.map((n) => one(x, n)))) as never;
}
/** A function that calls a method. */
export function methodcaller(name: string, ...args: readonly unknown[]): (x: unknown) => never {
  return (x) => invoke(x, name, args);
}
