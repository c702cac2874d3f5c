/**
 * Errors between Python and JavaScript: what a `catch` sees as Python's exception, what translated code raises.
 */
import {
  AttributeError,
  BaseException,
  NameError,
  NotImplementedError,
  RecursionError,
  TypeError_,
  UnboundLocalError,
} from "../np/errors.js";
import { typeName } from "../np/printing/type_name.js";

let current: unknown = null;

/** The exception that was caught last: what sys.exc_info and traceback speak of. */
export function lastCaught(): unknown {
  return current;
}

/** JavaScript's own errors that a Python program would have met as Python's. */
export function caught(error: unknown): unknown {
  current = asPython(error);
  return current;
}

function asPython(error: unknown): unknown {
  if (error instanceof BaseException && !(error instanceof TypeError)) return error;
  if (error instanceof RangeError && error.message.includes("call stack")) {
    return new RecursionError("maximum recursion depth exceeded", { cause: error });
  }
  if (error instanceof ReferenceError) return missingName(error);
  if (!(error instanceof TypeError)) return error;
  if (/^Cannot set property .* which has only a getter$/.test(error.message))
    return new AttributeError("can't set attribute", { cause: error });
  const only = /^Cannot destructure property '([^']+)' of '(?:undefined|.*)' as it is undefined/.exec(error.message);
  if (only) return missingKeyword(only[1]!, error);
  const read = /Cannot (?:read|set) properties of (undefined|null) \((?:reading|setting) '(.*)'\)/.exec(error.message);
  if (read) return new AttributeError(`'NoneType' object has no attribute '${read[2]}'`, { cause: error });
  if (/is not a (?:function|constructor)/.test(error.message)) {
    const name = /([\w$]+)(?:\(\.\.\.\))? is not a/.exec(error.message)?.[1];
    // A method that isn't there, or a value that is none.
    if (error.message.includes(".")) return new AttributeError(`object has no attribute '${name}'`, { cause: error });
    return new TypeError_(`'${name}' object is not callable`, { cause: error });
  }
  return error;
}

/** A parameter that only a keyword reaches was not given: the innermost frame of the stack is the function. */
function missingKeyword(parameter: string, error: TypeError): TypeError_ {
  const name = /\n\s*at (?:new )?(?:[\w$]+\.)*([\w$]+) \(/.exec(error.stack ?? "")?.[1] ?? "<lambda>";
  return new TypeError_(`${name}() missing 1 required keyword-only argument: '${parameter}'`, { cause: error });
}

function missingName(error: ReferenceError): unknown {
  const early = /Cannot access '(.*)' before initialization/.exec(error.message);
  if (early)
    return new UnboundLocalError(`local variable '${early[1]}' referenced before assignment`, { cause: error });
  const name = /^(.*) is not defined/.exec(error.message)?.[1];
  return name === undefined ? error : new NameError(`name '${name}' is not defined`, { cause: error });
}

/** What `raise x` throws: an exception, or one of that class. Raises TypeError for anything else. */
export function raised(x: unknown): unknown {
  if (x instanceof BaseException || x instanceof Error) return x;
  if (typeof x === "function" && (x.prototype instanceof BaseException || x.prototype instanceof Error)) {
    return Reflect.construct(x, []) as unknown;
  }
  return new TypeError_("exceptions must derive from BaseException", { cause: typeName(x) });
}

/** Stands where the translator could not say what Python said. Raises NotImplementedError. */
export function unported<T = never>(what: string, where: string): T {
  throw new NotImplementedError(`${where}: ${what}`);
}

/** Stands for a name that a module of the original has not. Raises AttributeError. */
export function no_attribute<T = never>(module: string, name: string): T {
  throw new AttributeError(`module '${module}' has no attribute '${name}'`);
}

/** Stands for a name that nothing binds. Raises NameError. */
export function unbound(name: string): never {
  throw new NameError(`name '${name}' is not defined`);
}
