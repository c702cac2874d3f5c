/**
 * Python's module heapq.
 * Source: Lib/heapq.py (Python 3.7).
 */
import { IndexError } from "../np/errors.js";
import { lt } from "../py/comparison.js";
import { iter, sorted } from "../py/iteration.js";
import { is_true } from "../py/truth.js";

const less = (a: unknown, b: unknown): boolean => is_true(lt(a as never, b as never));

function down<T>(heap: T[], start: number, at: number): void {
  const item = heap[at] as T;
  let pos = at;
  while (pos > start) {
    const up = (pos - 1) >> 1;
    if (!less(item, heap[up])) break;
    heap[pos] = heap[up] as T;
    pos = up;
  }
  heap[pos] = item;
}
function up<T>(heap: T[], start: number): void {
  const item = heap[start] as T;
  let pos = start;
  for (let child = 2 * pos + 1; child < heap.length; child = 2 * pos + 1) {
    if (child + 1 < heap.length && !less(heap[child], heap[child + 1])) child++;
    heap[pos] = heap[child] as T;
    pos = child;
  }
  heap[pos] = item;
  down(heap, start, pos);
}
export function heappush<T>(heap: T[], item: T): void {
  heap.push(item);
  down(heap, 0, heap.length - 1);
}
export function heappop<T>(heap: T[]): T {
  if (heap.length === 0) throw new IndexError("index out of range");
  const last = heap.pop() as T;
  if (heap.length === 0) return last;
  return heapreplace(heap, last);
}
export function heapreplace<T>(heap: T[], item: T): T {
  if (heap.length === 0) throw new IndexError("index out of range");
  const first = heap[0] as T;
  heap[0] = item;
  up(heap, 0);
  return first;
}
export function heappushpop<T>(heap: T[], item: T): T {
  return heap.length > 0 && less(heap[0], item) ? heapreplace(heap, item) : item;
}
export function heapify<T>(x: T[]): void {
  for (let i = (x.length >> 1) - 1; i >= 0; i--) up(x, i);
}
type Key<T> = ((x: T) => unknown) | { readonly key?: ((x: T) => unknown) | null } | null;
const keyOf = <T>(key: Key<T>): ((x: T) => never) | null =>
  (typeof key === "function" ? key : (key?.key ?? null)) as ((x: T) => never) | null;

export function nlargest<T>(n: number, iterable: Iterable<T>, key: Key<T> = null): T[] {
  return sorted(iterable, { key: keyOf(key), reverse: true }).slice(0, Math.max(0, n));
}
export function nsmallest<T>(n: number, iterable: Iterable<T>, key: Key<T> = null): T[] {
  return sorted(iterable, { key: keyOf(key) }).slice(0, Math.max(0, n));
}
export function* merge<T>(...iterables: readonly Iterable<T>[]): Generator<T, void, undefined> {
  yield* sorted(iterables.flatMap((x) => [...iter(x)]) as T[]);
}
