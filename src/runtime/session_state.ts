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

  readonly hasFixedShape: boolean;
  /** A variable behind a handle is there once it has a value; one behind a reference as soon as it is run. */
  private readonly isHandle: boolean;
  private readonly all: ReadonlyMap<string, Variable>;

  constructor(
    name: string,
    dtype: DType,
    shape: readonly number[] | null,
    isHandle: boolean,
    all: ReadonlyMap<string, Variable>,
  ) {
    this.name = name;
    this.isHandle = isHandle;
    this.all = all;
    this.dtype = dtype;
    this.hasFixedShape = shape !== null;
    this.value = makeValue(dtype, shape ?? [0]);
  }
  get hasContainer(): boolean {
    for (const v of this.all.values()) if (v.initialized || !v.isHandle) return true;
    return false;
  }
  resize(shape: readonly number[]): void {
    this.value = makeValue(this.dtype, shape);
  }
}

export class SessionState {
  private readonly variables = new Map<string, Variable>();
  private readonly states = new Map<string, object>();

  /** The variable of that name, made on first use; `shape` is null where it isn't known. */
  variable(name: string, dtype: DType, shape: readonly number[] | null, isHandle: boolean): VariableStore {
    let found = this.variables.get(name);
    if (!found) {
      found = new Variable(name, dtype, shape, isHandle, this.variables);
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
