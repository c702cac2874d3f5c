/**
 * Messages that set up sessions and runs, callable as Python calls them.
 */
import { callable, pyFunction } from "../graph/signature.js";
import * as proto from "../runtime/config_proto.js";

export const ConfigProto = callable(proto.ConfigProto);
export const GPUOptions = callable(proto.GPUOptions);
export const GraphOptions = callable(proto.GraphOptions);
export const OptimizerOptions = callable(proto.OptimizerOptions);
export const RunOptions = callable(proto.RunOptions);

/** tf.disable_v2_behavior: this is TensorFlow 1; nothing to disable. */
export const disable_v2_behavior = pyFunction<Record<never, never>>()("disable_v2_behavior", "()", (): void => {});
