/**
 * The `tf.saved_model` namespace.
 */
export * from "./missing/saved_model.js";
export * as tag_constants from "./saved_model_tag_constants.js";
