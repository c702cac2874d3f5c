/**
 * The `tf.strings` namespace.
 */
export {
  as_string,
  length,
  lower,
  string_to_hash_bucket as to_hash_bucket,
  string_to_number as to_number,
  strip_ as strip,
  to_hash_bucket_fast,
  to_hash_bucket_strong,
  upper,
} from "../ops/strings/elementwise.js";
export { format, reduce_join, string_join as join } from "../ops/strings/join.js";
export { regex_full_match, regex_replace } from "../ops/strings/regex.js";
export { split, substr } from "../ops/strings/split.js";
