/**
 * The inputs of commutative operations are sorted by name, so that equal computations are found: a sum of three or more
 * tensors is added up in that order, not in the one it was written in.
 * Source: CanonicalizeNode (grappler/optimizers/arithmetic_optimizer.cc, utils/canonicalizer.cc).
 */
import type { IrEdge, IrNode } from "../ir.js";
import type { View } from "./view.js";

/** The tensor's name after the pruner took out the identities that pass it on. */
function nameOf(e: IrEdge): string {
  let { node, index } = e;
  for (let next = passedOn(node); next; next = passedOn(node)) ({ node, index } = next);
  return index === 0 ? node.name : `${node.name}:${index}`;
}

/** An Identity of a plain tensor is taken out; one that reads a variable stays. */
function passedOn(node: IrNode): IrEdge | null {
  const input = node.inputs[0];
  if (node.type !== "Identity" || !input || input.node.outputTypes[input.index]!.isRef) return null;
  return input;
}

export function sortCommutativeInputs(view: View, node: IrNode): void {
  // Two operands give the same bits either way.
  if (!node.def?.isCommutative || node.inputs.length < 3) return;
  const named = node.inputs.map((e) => ({ e, name: nameOf(e) }));
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  view.become(
    node,
    node.type,
    named.map(({ e }) => e),
  );
}
