/**
 * The `tf.io` namespace.
 */
export { decode_csv, decode_raw } from "../ops/strings/decode.js";
export { decode_base64, encode_base64 } from "../ops/strings/elementwise.js";
export * from "./missing/io.js";
