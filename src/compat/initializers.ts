/**
 * The `tf.initializers` namespace.
 */
export {
  constant_initializer as constant,
  glorot_normal_initializer as glorot_normal,
  glorot_uniform_initializer as glorot_uniform,
  ones_initializer as ones,
  random_normal_initializer as random_normal,
  random_uniform_initializer as random_uniform,
  truncated_normal_initializer as truncated_normal,
  variance_scaling_initializer as variance_scaling,
  zeros_initializer as zeros,
} from "../ops/random/initializers.js";
export {
  global_variables_initializer as global_variables,
  local_variables_initializer as local_variables,
  variables_initializer as variables,
} from "../ops/state/collections.js";
