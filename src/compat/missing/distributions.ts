/**
 * Names of `tf.distributions` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const Normal = missing("tf.distributions.Normal");
export const kl_divergence = missing("tf.distributions.kl_divergence");
