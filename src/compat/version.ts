/**
 * The `tf.version` namespace: which TensorFlow this behaves as.
 */
export {
  GRAPH_DEF_VERSION,
  GRAPH_DEF_VERSION_MIN_CONSUMER,
  GRAPH_DEF_VERSION_MIN_PRODUCER,
} from "../graph/node_def.js";

export const VERSION = "1.15.5";
export const GIT_VERSION = "v1.15.4-39-g3db52be";
/** The compiler of the original's CPU kernels. */
export const COMPILER_VERSION = "7.3.1 20180303";
