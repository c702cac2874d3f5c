/**
 * The `tf.saved_model` namespace.
 */
export * as builder from "./planned/saved_model_builder.generated.js";
export * as signature_def_utils from "./planned/saved_model_signature_def_utils.generated.js";
export * as utils from "./planned/saved_model_utils.generated.js";
export * as tag_constants from "./saved_model_tag_constants.js";
