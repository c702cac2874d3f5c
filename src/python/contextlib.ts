/**
 * Python's contextlib.
 * Source: Lib/contextlib.py (Python 3.7).
 */

import { caught } from "../py/caught.js";
import { isinstance } from "../py/containers.js";
import { ContextManager, SimpleContext } from "../py/context.js";
import { RuntimeError } from "../py/errors.js";

/** A context made of a generator: what it yields is the value, what stands behind runs at the end. */
class GeneratorContext extends ContextManager<never> {
  private readonly steps: Generator<unknown, unknown, unknown>;

  constructor(steps: Generator<unknown, unknown, unknown>) {
    super();
    this.steps = steps;
  }
  override __enter__(): never {
    const first = this.steps.next();
    if (first.done) throw new RuntimeError("generator didn't yield");
    return first.value as never;
  }
  override __exit__(error?: unknown): boolean | undefined {
    if (error === undefined || error === null) {
      if (!this.steps.next().done) throw new RuntimeError("generator didn't stop");
      return undefined;
    }
    // Thrown where the generator waits; it may deal with it.
    if (!this.steps.throw(error).done) throw new RuntimeError("generator didn't stop after throw()");
    return true;
  }
}
export function contextmanager<A extends readonly unknown[]>(f: (...args: A) => Generator<unknown, unknown, unknown>) {
  return (...args: A): ContextManager<never> => new GeneratorContext(f(...args));
}

/** Closes the thing at the end. */
export function closing<T extends { close(): unknown }>(thing: T): ContextManager<T> {
  return new SimpleContext(
    () => thing,
    () => {
      thing.close();
    },
  );
}

class Suppress extends ContextManager<null> {
  private readonly types: readonly unknown[];

  constructor(types: readonly unknown[]) {
    super();
    this.types = types;
  }
  override __enter__(): null {
    return null;
  }
  override __exit__(error?: unknown): boolean {
    return error !== undefined && isinstance(caught(error), [...this.types]);
  }
}
export const suppress = (...types: readonly unknown[]): ContextManager<null> => new Suppress(types);
