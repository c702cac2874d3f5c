/**
 * The stack of control_dependencies blocks of one graph.
 * Source: Graph.control_dependencies (tensorflow/python/framework/ops.py).
 */
import type { Operation } from "./operation.js";

/** One `with control_dependencies(...)` block. */
export interface Controller {
  readonly inputs: readonly Operation[];
  /** Operations made inside the block: whoever reads one of them is ordered already. */
  readonly seen: Set<Operation>;
}

export class ControlStack {
  private controllers: Controller[] = [];

  /** Control inputs an operation with these data inputs needs. */
  inputsFor(data: readonly Operation[]): Operation[] {
    const out: Operation[] = [];
    for (const c of this.controllers) {
      if (data.some((op) => c.seen.has(op))) continue;
      for (const op of c.inputs) if (!data.includes(op)) out.push(op);
    }
    return out;
  }

  record(op: Operation): void {
    for (const c of this.controllers) c.seen.add(op);
  }

  /** Enters a block; null clears all outer ones. Returns what leaves it. */
  enter(ops: readonly Operation[] | null): () => void {
    const saved = this.controllers;
    if (ops === null) {
      this.controllers = [{ inputs: [], seen: new Set() }];
    } else {
      const current = new Set(saved.flatMap((c) => c.inputs));
      const added: Operation[] = [];
      for (const op of ops) {
        if (!current.has(op)) added.push(op);
        current.add(op);
      }
      this.controllers = [...saved, { inputs: added, seen: new Set() }];
    }
    return () => {
      this.controllers = saved;
    };
  }
}
