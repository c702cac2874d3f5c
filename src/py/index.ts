/**
 * The py namespace: Python's built-ins and operators for ported scripts, `import * as py from ".../py/index.js"`.
 * Source: Python 3.7 built-ins and the module operator.
 */

export { PyFloat } from "../np/pyfloat.js";
export { PyTuple } from "../np/pytuple.js";
export * from "./attributes.js";
export {
  bytes,
  dict,
  float,
  frozenset,
  int,
  int as long,
  list,
  set,
  str,
  str as unicode,
  tuple,
} from "./builtin_types.js";
export * from "./builtins.js";
export { call, class_attributes, decorated, invoke, varargs } from "./calls.js";
export { caught, no_attribute, raised, unbound, unported } from "./caught.js";
export * from "./collections.js";
export * from "./comparison.js";
export * from "./containers.js";
export { type Context, ContextManager, type Entered, enter, SimpleContext, withContext } from "./context.js";
export * from "./convert.js";
export { PyDict } from "./dict.js";
export * from "./errors.js";
export { format_value } from "./format_spec.js";
export { hash } from "./hash.js";
export * from "./inplace.js";
export * from "./iteration.js";
export * from "./logic.js";
export type { PyNumber } from "./number.js";
export * from "./operators.js";
export { percent } from "./percent.js";
export { type PrintSink, print, setPrintSink } from "./print.js";
export { PyRange, range } from "./range.js";
export { ascii, repr } from "./repr.js";
export { round } from "./round.js";
export { PyFrozenSet, PySet } from "./set.js";
export * from "./slice.js";
export { format } from "./str_format.js";
export { delitem, getitem, setitem } from "./subscript.js";
export { is_true, not_ } from "./truth.js";
export { callable, issubclass, type } from "./types.js";
