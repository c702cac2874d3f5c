/**
 * The py namespace: Python's built-ins and operators for ported scripts, `import * as py from ".../py/index.js"`.
 * Source: Python 3.7 built-ins and the module operator.
 */

export { PyFloat } from "../np/pyfloat.js";
export { PyTuple } from "../np/pytuple.js";
export * from "./collections.js";
export * from "./comparison.js";
export * from "./containers.js";
export { type Context, ContextManager, SimpleContext, withContext } from "./context.js";
export * from "./convert.js";
export * from "./errors.js";
export { format_value } from "./format_spec.js";
export * from "./iteration.js";
export type { PyNumber } from "./number.js";
export * from "./operators.js";
export { percent } from "./percent.js";
export { type PrintSink, print, setPrintSink } from "./print.js";
export { PyRange, range } from "./range.js";
export { ascii, repr } from "./repr.js";
export { round } from "./round.js";
export * from "./slice.js";
export { format } from "./str_format.js";
export { getitem } from "./subscript.js";
export { is_true, not_ } from "./truth.js";
