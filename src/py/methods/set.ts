/**
 * Methods of Python's set, as functions of the Set.
 * Source: Objects/setobject.c (Python 3.7).
 */
import { KeyError } from "../../np/errors.js";
import { list } from "../iteration.js";
import { PyFrozenSet, PySet } from "../set.js";

type Items = Set<unknown>;

function like<T>(s: ReadonlySet<unknown>, items: Iterable<T>): PySet<T> {
  return s instanceof PyFrozenSet ? new PyFrozenSet(items) : new PySet(items);
}
function other(x: unknown): Items {
  return x instanceof PySet ? x : new PySet(list(x));
}

export function add(s: Items, x: unknown): void {
  s.add(x);
}
export function discard(s: Items, x: unknown): void {
  s.delete(x);
}
export function remove(s: Items, x: unknown): void {
  if (!s.delete(x)) throw new KeyError(x);
}
export function pop<X>(s: 0 extends 1 & X ? X : never): X;
export function pop<T>(s: Set<T>): T;
export function pop(s: Items): unknown {
  for (const x of s) {
    s.delete(x);
    return x;
  }
  throw new KeyError("pop from an empty set");
}
export function clear(s: Items): void {
  s.clear();
}
export function copy<X>(s: 0 extends 1 & X ? X : never): X;
export function copy<T>(s: ReadonlySet<T>): PySet<T>;
export function copy(s: ReadonlySet<unknown>): PySet {
  return like(s, s);
}
export function union<X>(s: 0 extends 1 & X ? X : never, ...more: readonly unknown[]): X;
export function union<T>(s: ReadonlySet<T>, ...more: readonly unknown[]): PySet<T>;
export function union(s: ReadonlySet<unknown>, ...more: readonly unknown[]): PySet {
  return like(s, [...s, ...more.flatMap((m) => list(m))]);
}
export function intersection<X>(s: 0 extends 1 & X ? X : never, ...more: readonly unknown[]): X;
export function intersection<T>(s: ReadonlySet<T>, ...more: readonly unknown[]): PySet<T>;
export function intersection(s: ReadonlySet<unknown>, ...more: readonly unknown[]): PySet {
  const all = more.map(other);
  return like(
    s,
    Array.from(s).filter((x) => all.every((o) => o.has(x))),
  );
}
export function difference<X>(s: 0 extends 1 & X ? X : never, ...more: readonly unknown[]): X;
export function difference<T>(s: ReadonlySet<T>, ...more: readonly unknown[]): PySet<T>;
export function difference(s: ReadonlySet<unknown>, ...more: readonly unknown[]): PySet {
  const all = more.map(other);
  return like(
    s,
    Array.from(s).filter((x) => !all.some((o) => o.has(x))),
  );
}
export function symmetric_difference<X>(s: 0 extends 1 & X ? X : never, x: unknown): X;
export function symmetric_difference<T>(s: ReadonlySet<T>, x: unknown): PySet<T>;
export function symmetric_difference(s: ReadonlySet<unknown>, x: unknown): PySet {
  const o = other(x);
  return like(s, [...Array.from(s).filter((y) => !o.has(y)), ...Array.from(o).filter((y) => !s.has(y))]);
}
function become(s: Items, by: Items): void {
  const items = Array.from(by);
  s.clear();
  for (const x of items) s.add(x);
}
export function update(s: Items, ...more: readonly unknown[]): void {
  for (const m of more) for (const x of list(m)) s.add(x);
}
export function intersection_update(s: Items, ...more: readonly unknown[]): void {
  become(s, intersection(s, ...more));
}
export function difference_update(s: Items, ...more: readonly unknown[]): void {
  become(s, difference(s, ...more));
}
export function symmetric_difference_update(s: Items, x: unknown): void {
  become(s, symmetric_difference(s, x));
}
export function issubset(s: Items, x: unknown): boolean {
  const o = other(x);
  return Array.from(s).every((y) => o.has(y));
}
export function issuperset(s: Items, x: unknown): boolean {
  return list(x).every((y) => s.has(y));
}
export function isdisjoint(s: Items, x: unknown): boolean {
  return list(x).every((y) => !s.has(y));
}
