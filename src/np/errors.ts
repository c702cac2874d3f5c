/**
 * Python's exception classes; every one carries Python's name.
 * Source: Python 3.7 exception hierarchy, numpy.AxisError, numpy.linalg.LinAlgError.
 */

import { tuple } from "./pytuple.js";

/** Further classes an error counts as an instance of (Python's second base class). */
const ALSO = Symbol("python bases");

/** instanceof that honours `ALSO`; a class inherits it from its base. */
function isInstance(this: unknown, value: unknown): boolean {
  if (Function.prototype[Symbol.hasInstance].call(this, value)) return true;
  // JavaScript's TypeError is Python's.
  if (value instanceof TypeError && (this === PyError || this === BaseException)) return true;
  return value instanceof Error && ALSO in value && Array.isArray(value[ALSO]) && value[ALSO].includes(this);
}

/** The positional arguments of a Python exception; JavaScript's `{ cause }` may follow them. */
function split(args: readonly unknown[]): {
  readonly given: readonly unknown[];
  readonly options: ErrorOptions | undefined;
} {
  const last = args.at(-1);
  const isOptions =
    typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype && "cause" in last;
  return isOptions ? { given: args.slice(0, -1), options: last } : { given: args, options: undefined };
}

/** What JavaScript shows: Python's own text comes from `str(error)`, which knows how to write every value. */
function messageOf(given: readonly unknown[]): string {
  return given.length === 0 ? "" : String(given.length === 1 ? given[0] : `(${given.join(", ")})`);
}

/** The class's name in Python; what JavaScript has already, ends in `_` here. */
export function pythonName(made: { readonly name: string }): string {
  return made === PyError ? "Exception" : made.name.replace(/_$/, "");
}

/** Python's BaseException: `args` holds what it was made with. */
export class BaseException extends Error {
  readonly args: readonly unknown[];
  static override readonly [Symbol.hasInstance] = isInstance;

  constructor(...args: readonly unknown[]) {
    const { given, options } = split(args);
    super(messageOf(given), options);
    this.name = pythonName(new.target);
    this.args = tuple(given);
  }
}

/** Python's Exception: base of all that programs catch. */
export class PyError extends BaseException {}
/** What sys.exit raises. */
export class SystemExit extends BaseException {
  get code(): unknown {
    return this.args[0] ?? null;
  }
}
export class KeyboardInterrupt extends BaseException {}
export class GeneratorExit extends BaseException {}
export class ArithmeticError extends PyError {}
export class AssertionError extends PyError {}
export class AttributeError extends PyError {}
export class BufferError extends PyError {}
export class EOFError extends PyError {}
export class ImportError extends PyError {}
export class LookupError extends PyError {}
export class MemoryError extends PyError {}
export class NameError extends PyError {}
/** The class of an OSError with that number (Linux). */
const ERRNOS: ReadonlyMap<number, () => new (...args: readonly unknown[]) => OSError> = new Map([
  [1, () => PermissionError],
  [2, () => FileNotFoundError],
  [3, () => ProcessLookupError],
  [4, () => InterruptedError],
  [10, () => ChildProcessError],
  [11, () => BlockingIOError],
  [13, () => PermissionError],
  [17, () => FileExistsError],
  [20, () => NotADirectoryError],
  [21, () => IsADirectoryError],
  [32, () => BrokenPipeError],
  [103, () => ConnectionAbortedError],
  [104, () => ConnectionResetError],
  [110, () => TimeoutError],
  [111, () => ConnectionRefusedError],
]);

/** Python's OSError(errno, strerror, filename): the numbers say which it is. */
export class OSError extends PyError {
  readonly errno: unknown;
  readonly strerror: unknown;
  readonly filename: unknown;

  constructor(...args: readonly unknown[]) {
    const named = split(args).given[2] ?? null;
    // The name of the file is no part of `args`.
    super(...(named === null ? args : args.slice(0, 2)));
    const made = new.target === OSError ? ERRNOS.get(Number(this.args[0])) : undefined;
    if (made && this.args.length >= 2) {
      const special = new (made())(...args);
      // A constructor that returns another object than its own gives that one.
      // biome-ignore lint/correctness/noConstructorReturn: OSError(2, "…") is a FileNotFoundError in Python
      return special;
    }
    const isFull = this.args.length >= 2;
    this.errno = isFull ? this.args[0] : null;
    this.strerror = isFull ? this.args[1] : null;
    this.filename = isFull ? named : null;
  }
}
export class ReferenceError_ extends PyError {}
export class RuntimeError extends PyError {}
export class StopIteration extends PyError {
  /** What the generator returned. */
  get value(): unknown {
    return this.args[0] ?? null;
  }
}
export class SyntaxError_ extends PyError {}
export class SystemError extends PyError {}
export class ValueError extends PyError {}
export class Warning extends PyError {}
export class FloatingPointError extends ArithmeticError {}
export class OverflowError extends ArithmeticError {}
export class ZeroDivisionError extends ArithmeticError {}
export class ModuleNotFoundError extends ImportError {}
export class IndexError extends LookupError {}
export class KeyError extends LookupError {}
export class UnboundLocalError extends NameError {}
export class BlockingIOError extends OSError {}
export class ChildProcessError extends OSError {}
export class ConnectionError extends OSError {}
export class FileExistsError extends OSError {}
export class FileNotFoundError extends OSError {}
export class InterruptedError extends OSError {}
export class IsADirectoryError extends OSError {}
export class NotADirectoryError extends OSError {}
export class PermissionError extends OSError {}
export class ProcessLookupError extends OSError {}
export class TimeoutError extends OSError {}
export class BrokenPipeError extends ConnectionError {}
export class ConnectionAbortedError extends ConnectionError {}
export class ConnectionRefusedError extends ConnectionError {}
export class ConnectionResetError extends ConnectionError {}
export class NotImplementedError extends RuntimeError {}
export class RecursionError extends RuntimeError {}
export class UnicodeError extends ValueError {}
/** What both kinds of UnicodeError know: which part of what was no text of that encoding, and why. */
abstract class CodecError extends UnicodeError {
  get encoding(): unknown {
    return this.args[0];
  }
  get object(): unknown {
    return this.args[1];
  }
  get start(): number {
    return Number(this.args[2]);
  }
  get end(): number {
    return Number(this.args[3]);
  }
  get reason(): unknown {
    return this.args[4];
  }
  /** The part, if it is a single byte or character, as the text shows it. */
  protected abstract get shown(): string;

  __str__(): string {
    if (this.args.length < 5) return this.message;
    const what =
      this.end - this.start === 1
        ? `${this.shown} in position ${this.start}`
        : `${this.shown}s in position ${this.start}-${this.end - 1}`;
    return `'${String(this.encoding)}' codec can't ${what}: ${String(this.reason)}`;
  }
}
/** UnicodeDecodeError(encoding, object, start, end, reason). */
export class UnicodeDecodeError extends CodecError {
  protected get shown(): string {
    if (this.end - this.start > 1) return "decode byte";
    const byte: unknown = this.object instanceof Uint8Array ? this.object[this.start] : 0;
    return `decode byte 0x${Number(byte).toString(16).padStart(2, "0")}`;
  }
}
/** UnicodeEncodeError(encoding, object, start, end, reason). */
export class UnicodeEncodeError extends CodecError {
  protected get shown(): string {
    if (this.end - this.start > 1) return "encode character";
    const code = Array.from(String(this.object))[this.start]?.codePointAt(0) ?? 0;
    const [mark, size] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
    return `encode character '\\${mark}${code.toString(16).padStart(Number(size), "0")}'`;
  }
}
export class UnicodeTranslateError extends UnicodeError {}
export class DeprecationWarning extends Warning {}
export class FutureWarning extends Warning {}
export class ImportWarning extends Warning {}
export class PendingDeprecationWarning extends Warning {}
export class ResourceWarning extends Warning {}
export class RuntimeWarning extends Warning {}
export class SyntaxWarning extends Warning {}
export class UnicodeWarning extends Warning {}
export class UserWarning extends Warning {}

/** What JavaScript calls a TypeError is one; a class made from it wants its own. */
function isTypeError(this: unknown, value: unknown): boolean {
  return this === TypeError_ ? value instanceof TypeError : Function.prototype[Symbol.hasInstance].call(this, value);
}

/** Python's TypeError; also an instance of JavaScript's. */
export class TypeError_ extends TypeError {
  static override readonly [Symbol.hasInstance] = isTypeError;
  readonly [ALSO]: readonly unknown[] = [PyError, BaseException];
  readonly args: readonly unknown[];

  constructor(...args: readonly unknown[]) {
    const { given, options } = split(args);
    super(messageOf(given), options);
    this.name = pythonName(new.target);
    this.args = tuple(given);
  }
}

/** numpy.AxisError: a ValueError and an IndexError. */
export class AxisError extends ValueError {
  readonly [ALSO] = [IndexError, LookupError];

  constructor(axis: number, ndim: number) {
    super(`axis ${axis} is out of bounds for array of dimension ${ndim}`);
  }
}

/** numpy.linalg.LinAlgError. */
export class LinAlgError extends PyError {}
