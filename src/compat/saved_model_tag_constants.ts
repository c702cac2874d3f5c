/**
 * The `tf.saved_model.tag_constants` namespace: tags of the graphs of a saved model.
 */
export const SERVING = "serve";
export const TRAINING = "train";
export const GPU = "gpu";
export const TPU = "tpu";
