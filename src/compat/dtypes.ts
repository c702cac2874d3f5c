/**
 * The `tf.dtypes` namespace.
 */
export { as_dtype, DType } from "../graph/dtypes.js";
export { cast, saturate_cast } from "../ops/math/cast.js";
export { complex } from "../ops/math/complex.js";
export { as_string } from "../ops/strings/elementwise.js";
