/**
 * The np namespace: `import * as np from ".../np/index.js"`.
 * Source: numpy (NumPy 1.18.5).
 */
export * from "./buffers.js";
export * from "./constants.js";
export { ndarray } from "./constructor.js";
export * from "./creation.js";
export * from "./elementwise.js";
export { AxisError } from "./errors.js";
export * from "./files/index.js";
export * from "./histograms.js";
export * from "./joining.js";
export * as lib from "./lib.js";
export * as linalg from "./linalg.js";
export * from "./manipulation.js";
export { NDArray, NpScalar } from "./ndarray.js";
export {
  array_repr,
  array_str,
  array2string,
  format_float_positional,
  format_float_scientific,
  get_printoptions,
  printoptions,
  set_printoptions,
} from "./printing/index.js";
export * from "./products.js";
export * as random from "./random/index.js";
export * from "./ranges.js";
export * from "./scalar.js";
export * from "./selecting.js";
export * from "./statistics.js";
export * from "./type_info.js";
