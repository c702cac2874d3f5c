/**
 * Python's module contextlib.
 * Source: Lib/contextlib.py (Python 3.7).
 */
import { RuntimeError } from "../np/errors.js";
import { isinstance } from "../py/containers.js";
import { ContextManager } from "../py/context.js";

class GeneratorContext<T> extends ContextManager<T> {
  private readonly steps: Iterator<T>;

  constructor(steps: Iterator<T>) {
    super();
    this.steps = steps;
  }
  __enter__(): T {
    const { value, done } = this.steps.next();
    if (done) throw new RuntimeError("generator didn't yield");
    return value;
  }
  __exit__(error?: unknown): boolean {
    if (error === undefined || error === null) {
      if (this.steps.next().done) return false;
      throw new RuntimeError("generator didn't stop");
    }
    if (!this.steps.throw) return false;
    if (this.steps.throw(error).done) return true;
    throw new RuntimeError("generator didn't stop after throw()");
  }
}
/** A function that yields once, as a context: before it enters, after it leaves. */
export function contextmanager<A extends readonly unknown[], T>(
  func: (...args: A) => Generator<T, unknown, unknown>,
): (...args: A) => ContextManager<T> {
  return (...args) => new GeneratorContext(func(...args));
}
export class closing<T extends { close(): unknown }> extends ContextManager<T> {
  private readonly thing: T;

  constructor(thing: T) {
    super();
    this.thing = thing;
  }
  __enter__(): T {
    return this.thing;
  }
  __exit__(_error?: unknown): void {
    this.thing.close();
  }
}
/** Errors of these classes end the block, and nothing more. */
export class suppress extends ContextManager<null> {
  private readonly kinds: readonly unknown[];

  constructor(...exceptions: readonly unknown[]) {
    super();
    this.kinds = exceptions;
  }
  __enter__(): null {
    return null;
  }
  __exit__(error?: unknown): boolean {
    return error !== undefined && error !== null && this.kinds.some((k) => isinstance(error, k));
  }
}
export class nullcontext<T = null> extends ContextManager<T> {
  private readonly result: T;

  constructor(enter_result: T = null as T) {
    super();
    this.result = enter_result;
  }
  __enter__(): T {
    return this.result;
  }
  __exit__(_error?: unknown): void {}
}
