/**
 * Initial values that depend on other variables read those only after these have got a value.
 * Source: _try_guard_against_uninitialized_dependencies (tensorflow/python/ops/variables.py).
 */
import { GraphKeys } from "../../graph/keys.js";
import { opDefOf } from "../../graph/op_def.js";
import type { Operation } from "../../graph/operation.js";
import type { Tensor } from "../../graph/tensor.js";

/** What stands in a collection of variables, as far as it matters here. */
interface Initializable {
  readonly name: string;
  initialized_value(): Tensor;
}

function isInitializable(x: unknown): x is Initializable {
  return typeof x === "object" && x !== null && "initialized_value" in x && "name" in x;
}

const CHECKS = new Set(["IsVariableInitialized", "VarIsInitializedOp", "ReadVariableOp", "If"]);
const VARIABLES = new Set(["Variable", "VariableV2", "VarHandleOp"]);

function hasCycle(op: Operation, state: Map<Operation, "started" | "finished">): boolean {
  const known = state.get(op);
  if (known) return known === "started";
  state.set(op, "started");
  for (const before of [...op.inputs.map((t) => t.op), ...op.control_inputs]) if (hasCycle(before, state)) return true;
  state.set(op, "finished");
  return false;
}

/** The value of a variable once it has one; null for one that is in no collection. */
function initializedValue(op: Operation): Tensor | null {
  for (const key of [GraphKeys.GLOBAL_VARIABLES, GraphKeys.LOCAL_VARIABLES]) {
    for (const v of op.graph.get_collection(key))
      if (isInitializable(v) && (v.name === op.name || v.name === `${op.name}:0`)) return v.initialized_value();
  }
  return null;
}

class Rebuild {
  private readonly made = new Map<Operation, Operation>();
  private readonly suffix: string;

  constructor(scope: string) {
    this.suffix = `_${scope}`.replaceAll(":", "_");
  }

  tensor(t: Tensor): Tensor {
    let op = this.made.get(t.op);
    if (!op) {
      op = this.operation(t.op);
      this.made.set(t.op, op);
    }
    return op.outputs[t.value_index]!;
  }

  private operation(op: Operation): Operation {
    if (CHECKS.has(op.type)) return op;
    if (VARIABLES.has(op.type)) return initializedValue(op)?.op ?? op;
    const inputs = op.inputs.map((t) => this.tensor(t));
    if (inputs.every((t, i) => t === op.inputs[i])) return op;
    return op.graph.createNode({
      // What was a reference is a value now.
      def: op.type === "RefSwitch" ? opDefOf("Switch")! : op.op_def,
      name: `${op.name}${this.suffix}`,
      inputs,
      inputTypes: inputs.map((t) => t.dtype.base_dtype),
      attrs: new Map(op.attrs),
      outputTypes: op.outputs.map((t) => (op.type === "RefSwitch" ? t.dtype.base_dtype : t.dtype)),
    });
  }
}

/** The value again, with all variables before it read in their initialized state; `scope` is that of the new variable. */
export function safeInitialValue(scope: string, value: Tensor): Tensor {
  return hasCycle(value.op, new Map()) ? value : new Rebuild(scope).tensor(value);
}
