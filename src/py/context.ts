/**
 * Python's `with` statement: `using x = ctx` (TypeScript >= 5.2), or `withContext(ctx, (x) => …)` everywhere.
 * Source: context managers (PEP 343).
 */

import { AttributeError } from "../np/errors.js";
import { caught } from "./caught.js";
import { is_true } from "./truth.js";

export abstract class ContextManager<T> {
  /** What Python's `with … as value` would bind; set on entering. */
  value: T | undefined;

  abstract __enter__(): T;
  /** `error` is what the block threw, undefined when it ended normally. */
  abstract __exit__(error?: unknown): void;

  /**
   * `using x = ctx` reads this property once, when the declaration is reached: that is the moment to enter.
   * (JavaScript has no hook of its own for entering; a context that nobody `using`s or `with`s must do nothing.)
   */
  get [Symbol.dispose](): () => void {
    this.value = this.__enter__();
    return () => this.__exit__();
  }
}

/** Anything that can stand behind `with`. */
export interface Context<T> {
  __enter__(): T;
  __exit__(error?: unknown): void;
}

/** Runs `body` inside the context and leaves it in any case. */
export function withContext<T, R>(context: Context<T>, body: (value: T) => R): R {
  const value = context.__enter__();
  let result: R;
  try {
    result = body(value);
  } catch (error) {
    context.__exit__(error);
    throw error;
  }
  context.__exit__();
  return result;
}

/** A context made of two functions. */
export class SimpleContext<T> extends ContextManager<T> {
  private readonly enter: () => T;
  private readonly leave: (error?: unknown) => void;

  constructor(enter: () => T, leave: (error?: unknown) => void) {
    super();
    this.enter = enter;
    this.leave = leave;
  }
  __enter__(): T {
    return this.enter();
  }
  __exit__(error?: unknown): void {
    this.leave(error);
  }
}

/** A context that is entered: for `with` around code that leaves it in other ways than by its end. */
export interface Entered<T> {
  readonly value: T;
  /** Hands over what the block threw; throws it again unless the context's `__exit__` says that it is dealt with. */
  caught(error: unknown): void;
  /** Leaves, if the block has not thrown. */
  leave(): void;
  [Symbol.dispose](): void;
}

/** Enters anything that Python's `with` takes. Raises AttributeError for what is no context. */
export function enter<X>(context: 0 extends 1 & X ? X : never): Entered<X>;
export function enter<T>(context: { __enter__(): T }): Entered<T>;
export function enter(context: unknown): Entered<never>;
export function enter(context: unknown): Entered<unknown> {
  const has = (name: string): boolean => typeof context === "object" && context !== null && name in context;
  if (!has("__enter__")) throw new AttributeError("__enter__");
  if (!has("__exit__")) throw new AttributeError("__exit__");
  const entered = context as { __enter__(): unknown; __exit__(...what: unknown[]): unknown };
  const value = entered.__enter__();
  let isOpen = true;
  const leave = (): void => {
    if (isOpen) entered.__exit__(...nothing(entered));
    isOpen = false;
  };
  return {
    value,
    caught(error: unknown): void {
      isOpen = false;
      const what = caught(error);
      const kind = typeof what === "object" && what !== null ? what.constructor : null;
      if (!is_true(entered.__exit__(...(wantsThree(entered) ? [kind, what, null] : [error])))) throw error;
    },
    leave,
    [Symbol.dispose]: leave,
  };
}

/** The program's own classes get type, value and traceback, as in Python; the library's only the error. */
function wantsThree(context: { __exit__(...what: unknown[]): unknown }): boolean {
  return !(context instanceof ContextManager) && context.__exit__.length !== 1;
}
function nothing(context: { __exit__(...what: unknown[]): unknown }): unknown[] {
  return wantsThree(context) ? [null, null, null] : [];
}
