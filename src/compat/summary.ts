/**
 * The `tf.summary` namespace.
 */
export { Summary } from "../graph/summary_message.js";
export * from "./missing/summary.js";
