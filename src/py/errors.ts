/**
 * Python's exceptions under their own names: `py.ValueError`, `py.TypeError`, ….
 * Source: Python 3.7 exception hierarchy.
 */
export {
  ArithmeticError,
  AssertionError,
  AttributeError,
  FileNotFoundError,
  IndexError,
  KeyError,
  LookupError,
  NotImplementedError,
  OSError,
  OverflowError,
  PyError as Exception,
  PyError,
  RuntimeError,
  StopIteration,
  TypeError_ as TypeError,
  ValueError,
  ZeroDivisionError,
} from "../np/errors.js";
