/**
 * Python's module operator.
 * Source: Lib/operator.py (Python 3.7).
 */
import { type PyTuple, tuple } from "../np/pytuple.js";
import { getattr } from "../py/attributes.js";
import { invoke } from "../py/calls.js";
import { eq } from "../py/comparison.js";
import { contains as containsOf } from "../py/containers.js";
import { list } from "../py/iteration.js";
import { getitem } from "../py/subscript.js";
import { index as indexOf, parts } from "./support.js";

export { eq, ge, gt, le, lt, ne } from "../py/comparison.js";
export * from "../py/inplace.js";
export {
  abs,
  add,
  add as concat,
  and_,
  div,
  floordiv,
  invert,
  invert as inv,
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

export const is_ = (a: unknown, b: unknown): boolean => a === b;
export const is_not = (a: unknown, b: unknown): boolean => a !== b;
export const contains = (a: unknown, b: unknown): boolean => containsOf(a, b);
export const index = (a: unknown): number => indexOf(a);
export const countOf = (a: Iterable<unknown>, b: unknown): number =>
  list(a).filter((x) => eq(x, b as never) === true).length;

/** What is asked for in a list of one, or in a tuple of several. */
function several<T>(each: (x: T) => unknown, of: readonly T[]): unknown | PyTuple<unknown> {
  return of.length === 1 ? each(of[0] as T) : tuple(of.map(each));
}
export function itemgetter(...items: readonly unknown[]): (x: unknown) => unknown {
  return (x) => several((i: unknown) => getitem(x, i), items);
}
export function attrgetter(...names: readonly string[]): (x: unknown) => unknown {
  const one = (x: unknown, name: string): unknown =>
    name.split(".").reduce((y: unknown, n) => getattr(y, n) as unknown, x);
  return (x) => several((n: string) => one(x, n), names);
}
export function methodcaller(name: string, ...args: readonly unknown[]): (x: unknown) => unknown {
  const [positional, named] = parts<Record<string, unknown>>(args);
  return (x) => invoke(x, name, positional, named);
}
