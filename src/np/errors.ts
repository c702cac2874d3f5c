/**
 * Python's exception classes, as far as arrays raise them; every one is a PyError and carries Python's name.
 * Source: Python 3.7 exception hierarchy, numpy.AxisError, numpy.linalg.LinAlgError.
 */

/** Further classes an error counts as an instance of (Python's second base class). */
const ALSO = Symbol("python bases");

/** instanceof that honours `ALSO`; a class inherits it from its base. */
function isInstance(this: unknown, value: unknown): boolean {
  if (Function.prototype[Symbol.hasInstance].call(this, value)) return true;
  return value instanceof Error && ALSO in value && Array.isArray(value[ALSO]) && value[ALSO].includes(this);
}

/** Base of all Python exceptions. */
export class PyError extends Error {
  override name = "Exception";
  static override readonly [Symbol.hasInstance] = isInstance;
}

export class ArithmeticError extends PyError {
  override name = "ArithmeticError";
}
export class AssertionError extends PyError {
  override name = "AssertionError";
}
export class AttributeError extends PyError {
  override name = "AttributeError";
}
export class LookupError extends PyError {
  override name = "LookupError";
}
export class OSError extends PyError {
  override name = "OSError";
}
export class RuntimeError extends PyError {
  override name = "RuntimeError";
}
export class StopIteration extends PyError {
  override name = "StopIteration";
}
export class ValueError extends PyError {
  override name = "ValueError";
}
export class FileNotFoundError extends OSError {
  override name = "FileNotFoundError";
}
export class IndexError extends LookupError {
  override name = "IndexError";
}
export class KeyError extends LookupError {
  override name = "KeyError";
}
export class NotImplementedError extends RuntimeError {
  override name = "NotImplementedError";
}
export class OverflowError extends ArithmeticError {
  override name = "OverflowError";
}
export class ZeroDivisionError extends ArithmeticError {
  override name = "ZeroDivisionError";
}

/** Python's TypeError; also an instance of JavaScript's. */
export class TypeError_ extends TypeError {
  override name = "TypeError";
  readonly [ALSO] = [PyError];
}

/** numpy.AxisError: a ValueError and an IndexError. */
export class AxisError extends ValueError {
  override name = "AxisError";
  readonly [ALSO] = [IndexError, LookupError];

  constructor(axis: number, ndim: number) {
    super(`axis ${axis} is out of bounds for array of dimension ${ndim}`);
  }
}

/** numpy.linalg.LinAlgError. */
export class LinAlgError extends PyError {
  override name = "LinAlgError";
}
