/**
 * The original's graph optimizer, as far as it changes results: which rewrites run, in which order.
 * Source: grappler's meta optimizer (tensorflow/core/grappler/optimizers/meta_optimizer.cc).
 */
import { propagate } from "../fold.js";
import type { Ir } from "../ir.js";

export function rewrite(ir: Ir): void {
  propagate(ir, null);
}
