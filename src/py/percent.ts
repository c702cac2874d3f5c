/**
 * Python's `text % values` as a function.
 * Source: printf-style string formatting (Python 3.7).
 */
import { percentFormat } from "../np/printing/percent.js";
import { tuple } from "../np/pytuple.js";

/**
 * `py.percent("%d of %d", 1, 3)` is Python's `"%d of %d" % (1, 3)`. A single argument is the right operand itself:
 * a tuple gives its items, a Map or plain object serves `%(name)s`, anything else is one value.
 */
export function percent(format: string, ...values: readonly unknown[]): string {
  return percentFormat(format, values.length === 1 ? values[0] : tuple(values));
}
