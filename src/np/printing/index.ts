/**
 * Text of numbers, arrays and containers as NumPy 1.18 and Python print them.
 * Source: numpy/core/arrayprint.py; Python's repr.
 */
export { type Array2StringArgs, array_repr, array_str, array2string, arrayRepr, arrayStr } from "./array_text.js";
export { formatFloat } from "./float_format.js";
export { format_float_positional, format_float_scientific } from "./format_float.js";
export {
  get_printoptions,
  type PrintOptionArgs,
  type PrintOptions,
  printoptions,
  set_printoptions,
} from "./options.js";
export { percentFormat } from "./percent.js";
export { ascii, bytesRepr, complexRepr, floatRepr, repr, str, strRepr } from "./repr.js";
export { scalarRepr, scalarStr } from "./scalar_text.js";
