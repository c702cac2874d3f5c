/**
 * Python's module collections.abc: what values can do.
 * Source: Lib/_collections_abc.py (Python 3.7). `isinstance(x, Mapping)` asks the value, not its class.
 */
import { isPlainObject } from "../np/printing/mapping.js";

const has = (x: unknown, name: string | symbol): boolean =>
  typeof x === "string" || (typeof x === "object" && x !== null && name in x);

/** A class whose instances are all values of that kind; programs may extend it. */
abstract class Kind {
  static is(_x: unknown): boolean {
    return false;
  }
  static [Symbol.hasInstance](x: unknown): boolean {
    return this.is(x) || Function.prototype[Symbol.hasInstance].call(this, x);
  }
}
export class Iterable extends Kind {
  static override is(x: unknown): boolean {
    return has(x, Symbol.iterator) || has(x, "__iter__") || isPlainObject(x);
  }
}
export class Iterator extends Kind {
  static override is(x: unknown): boolean {
    return typeof x === "object" && x !== null && (("next" in x && Symbol.iterator in x) || "__next__" in x);
  }
}
export class Sized extends Kind {
  static override is(x: unknown): boolean {
    return has(x, "length") || has(x, "size") || has(x, "__len__") || isPlainObject(x);
  }
}
export class Hashable extends Kind {
  static override is(x: unknown): boolean {
    return !(
      x instanceof globalThis.Map ||
      x instanceof globalThis.Set ||
      (Array.isArray(x) && x.constructor === Array)
    );
  }
}
export class Callable extends Kind {
  static override is(x: unknown): boolean {
    return typeof x === "function" || (typeof x === "object" && x !== null && "__call__" in x);
  }
}
export class Mapping extends Kind {
  static override is(x: unknown): boolean {
    return this === Mapping || this === MutableMapping ? x instanceof globalThis.Map || isPlainObject(x) : false;
  }
}
export class MutableMapping extends Mapping {}
export class Sequence extends Kind {
  static override is(x: unknown): boolean {
    return typeof x === "string" || Array.isArray(x) || x instanceof Uint8Array;
  }
}
export class Set extends Kind {
  static override is(x: unknown): boolean {
    return x instanceof globalThis.Set;
  }
}
