/**
 * The `tf.sets` namespace.
 */
export {
  set_difference,
  set_difference as difference,
  set_intersection,
  set_intersection as intersection,
  set_size,
  set_size as size,
  set_union,
  set_union as union,
} from "../ops/sets/sets.js";
