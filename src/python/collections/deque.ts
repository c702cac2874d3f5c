/**
 * collections.deque.
 * Source: Modules/_collectionsmodule.c (Python 3.7).
 */
import { bind, type Call } from "../../np/arguments.js";
import { IndexError, ValueError } from "../../np/errors.js";
import { repr } from "../../np/printing/repr.js";
import { eq } from "../../py/comparison.js";

interface DequeOptions<T> {
  readonly iterable?: Iterable<T>;
  readonly maxlen?: number | null;
}

/** A ring: both ends cost the same. */
export class deque<T = unknown> {
  readonly maxlen: number | null;
  private ring: (T | undefined)[] = new Array<T | undefined>(8);
  private first = 0;
  private count = 0;

  constructor(...args: Call<[iterable: Iterable<T>, maxlen: number | null], DequeOptions<T>>) {
    const { iterable = [], maxlen = null } = bind<DequeOptions<T>>("deque", ["iterable", "maxlen"], args);
    if (maxlen !== null && maxlen < 0) throw new ValueError("maxlen must be non-negative");
    this.maxlen = maxlen;
    this.extend(iterable);
  }
  get length(): number {
    return this.count;
  }
  private place(i: number): number {
    return (this.first + i) & (this.ring.length - 1);
  }
  private room(): void {
    if (this.count < this.ring.length) return;
    const items = [...this];
    this.ring = items.concat(new Array<T>(items.length));
    this.first = 0;
  }
  append(x: T): void {
    this.room();
    this.ring[this.place(this.count++)] = x;
    if (this.maxlen !== null && this.count > this.maxlen) this.popleft();
  }
  appendleft(x: T): void {
    this.room();
    this.first = this.place(-1);
    this.ring[this.first] = x;
    this.count++;
    if (this.maxlen !== null && this.count > this.maxlen) this.pop();
  }
  pop(): T {
    if (this.count === 0) throw new IndexError("pop from an empty deque");
    const at = this.place(--this.count);
    const x = this.ring[at] as T;
    this.ring[at] = undefined;
    return x;
  }
  popleft(): T {
    if (this.count === 0) throw new IndexError("pop from an empty deque");
    const x = this.ring[this.first] as T;
    this.ring[this.first] = undefined;
    this.first = this.place(1);
    this.count--;
    return x;
  }
  extend(iterable: Iterable<T>): void {
    for (const x of iterable instanceof deque ? [...iterable] : iterable) this.append(x);
  }
  extendleft(iterable: Iterable<T>): void {
    for (const x of iterable instanceof deque ? [...iterable] : iterable) this.appendleft(x);
  }
  rotate(n = 1): void {
    if (this.count === 0) return;
    const items = [...this];
    const k = ((n % this.count) + this.count) % this.count;
    this.fill([...items.slice(this.count - k), ...items.slice(0, this.count - k)]);
  }
  private fill(items: readonly T[]): void {
    this.clear();
    for (const x of items) this.append(x);
  }
  clear(): void {
    this.ring = new Array<T | undefined>(8);
    this.first = 0;
    this.count = 0;
  }
  private at_(i: number): number {
    const k = i < 0 ? i + this.count : i;
    if (k < 0 || k >= this.count) throw new IndexError("deque index out of range");
    return this.place(k);
  }
  at(i: number): T {
    return this.ring[this.at_(Number(i))] as T;
  }
  __getitem__(i: number): T {
    return this.at(i);
  }
  __setitem__(i: number, x: T): void {
    this.ring[this.at_(Number(i))] = x;
  }
  __delitem__(i: number): void {
    this.at_(Number(i));
    this.fill([...this].toSpliced(Number(i), 1));
  }
  insert(i: number, x: T): void {
    if (this.maxlen !== null && this.count >= this.maxlen) throw new IndexError("deque already at its maximum size");
    this.fill([...this].toSpliced(i, 0, x));
  }
  remove(value: T): void {
    const i = [...this].findIndex((x) => eq(x, value) === true);
    if (i < 0) throw new ValueError("deque.remove(x): x not in deque");
    this.__delitem__(i);
  }
  index(value: T): number {
    const i = [...this].findIndex((x) => eq(x, value) === true);
    if (i < 0) throw new ValueError(`${repr(value)} is not in deque`);
    return i;
  }
  reverse(): void {
    this.fill([...this].reverse());
  }
  copy(): deque<T> {
    return new deque<T>([...this], this.maxlen);
  }
  __len__(): number {
    return this.count;
  }
  __contains__(value: unknown): boolean {
    return [...this].some((x) => eq(x, value as T) === true);
  }
  __eq__(other: unknown): boolean {
    return other instanceof deque && eq([...this], [...other]) === true;
  }
  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let i = 0; i < this.count; i++) yield this.ring[this.place(i)] as T;
  }
  __repr__(): string {
    const end = this.maxlen === null ? "" : `, maxlen=${this.maxlen}`;
    return `deque([${[...this].map(repr).join(", ")}]${end})`;
  }
}
