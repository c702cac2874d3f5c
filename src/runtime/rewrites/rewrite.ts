/**
 * The original's graph optimizer, as far as it changes results: which rewrites run, in which order.
 * Source: grappler's meta optimizer (tensorflow/core/grappler/optimizers/meta_optimizer.cc). Rewrites that leave every bit
 * as it is (fused chains of unary operations, x*x as a square, removed identities) are left out.
 */
import { propagate } from "../fold.js";
import type { Ir } from "../ir.js";
import { rewriteArithmetic } from "./arithmetic.js";
import { sortCommutativeInputs } from "./canonical_order.js";
import { pushConstantsDown } from "./constant_push_down.js";
import { divideByConstants } from "./reciprocal.js";
import { View } from "./view.js";

/** Smaller graphs are left alone: one operation on a placeholder keeps its own arithmetic. */
const MIN_NODES = 4;
/** The meta optimizer goes over the graph twice. */
const ROUNDS = 2;

export function rewrite(ir: Ir): void {
  const worthwhile = ir.nodes.length >= MIN_NODES;
  propagate(ir, null);
  if (!worthwhile) return;
  for (let round = 0; round < ROUNDS; round++) {
    foldAndSimplify(ir);
    const view = new View(ir);
    for (const node of view.nodes) {
      if (round === 0) sortCommutativeInputs(view, node);
      rewriteArithmetic(view, node);
    }
    view.commit();
  }
}

/** Folding can make a node simple, and simplifying can make it foldable. */
function foldAndSimplify(ir: Ir): void {
  for (let changed = true; changed; ) {
    propagate(ir, null);
    const view = new View(ir);
    changed = false;
    for (const node of view.nodes) {
      if (node.isConstant) continue;
      // One rewrite a node and pass, as the original does.
      if (divideByConstants(view, node) || pushConstantsDown(view, node)) changed = true;
    }
    view.commit();
  }
}
