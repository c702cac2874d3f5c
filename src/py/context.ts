/**
 * Python's `with` statement: `using x = ctx` (TypeScript >= 5.2), or `withContext(ctx, (x) => …)` everywhere.
 * Source: context managers (PEP 343).
 */

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
