/**
 * Walks over a dict or set that raise where its size changes meanwhile.
 * Source: dictiter_iternextkey, setiter_iternext (Python 3.7). JavaScript's own iterators would go on with what was added.
 */
import { RuntimeError } from "../np/errors.js";

/** The items of one walk, which begins now. Raises RuntimeError. */
export function steady<T>(of: Sized, what: string, items: Iterator<T>): Generator<T, undefined> {
  return walk(of, of.size, what, items);
}

interface Sized {
  readonly size: number;
}

function* walk<T>(of: Sized, size: number, what: string, items: Iterator<T>): Generator<T, undefined> {
  for (;;) {
    if (of.size !== size) throw new RuntimeError(`${what} changed size during iteration`);
    const step = items.next();
    if (step.done) return;
    yield step.value;
  }
}
