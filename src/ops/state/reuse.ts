/**
 * How tf.get_variable treats names that are taken.
 * Source: tf.AUTO_REUSE (tensorflow/python/ops/variable_scope.py).
 */

/** tf.AUTO_REUSE: make a variable unless it exists. */
export const AUTO_REUSE = Object.freeze({ __repr__: () => "_ReuseMode.AUTO_REUSE" });
export type Reuse = boolean | typeof AUTO_REUSE | null;
