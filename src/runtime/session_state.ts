/**
 * What lives as long as a session: variables, generators, queues.
 */
import type { DType } from "../graph/dtypes.js";
import type { Value, VariableStore } from "../graph/kernel.js";
import { makeValue } from "./value.js";

class Variable implements VariableStore {
  readonly name: string;
  readonly dtype: DType;
  value: Value;
  initialized = false;

  constructor(name: string, dtype: DType, shape: readonly number[]) {
    this.name = name;
    this.dtype = dtype;
    this.value = makeValue(dtype, shape);
  }
  resize(shape: readonly number[]): void {
    this.value = makeValue(this.dtype, shape);
  }
}

export class SessionState {
  private readonly variables = new Map<string, VariableStore>();
  private readonly states = new Map<string, object>();

  /** The variable of that name, made on first use. */
  variable(name: string, dtype: DType, shape: readonly number[]): VariableStore {
    let found = this.variables.get(name);
    if (!found) {
      found = new Variable(name, dtype, shape);
      this.variables.set(name, found);
    }
    return found;
  }

  state<T extends object>(name: string, create: () => T): T {
    const found = this.states.get(name);
    if (found) return found as T;
    const made = create();
    this.states.set(name, made);
    return made;
  }

  clear(): void {
    this.variables.clear();
    this.states.clear();
  }
}
