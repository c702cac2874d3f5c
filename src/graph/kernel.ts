/**
 * What a kernel sees of the engine that binds it: inputs, outputs, attributes, state.
 *
 * A kernel is bound once for given input shapes and returns the closure that computes; the closure allocates nothing.
 */
import type { Data } from "../np/dtype.js";
import type { AttrValue } from "./attr.js";
import type { DType } from "./dtypes.js";

/** Dense row-major tensor at run time. `data` belongs to the engine: valid until the run ends. */
export interface Value {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: Data;
  readonly size: number;
}

/** Storage of a variable in one session. Its buffer stays the same as long as its shape does. */
export interface VariableStore {
  readonly name: string;
  readonly dtype: DType;
  readonly value: Value;
  initialized: boolean;
  /** False where any value may have another shape than the one before. */
  readonly hasFixedShape: boolean;
  /** Whether the session has made any variable yet: what a missing one is told to lack depends on it. */
  readonly hasContainer: boolean;
  /** Gives the variable another shape, and with it a new zeroed buffer. */
  resize(shape: readonly number[]): void;
}

export interface KernelContext {
  readonly type: string;
  readonly name: string;
  readonly inputCount: number;
  readonly outputTypes: readonly DType[];
  attr<T extends AttrValue>(name: string): T;
  input(i: number): Value;
  /** Elements of an integer input, read while binding (axes, shapes, sizes): the engine binds again when they change. */
  ints(i: number): number[];
  /** Declares that outputs depend on the data itself (Where, Unique): the engine binds in every run. */
  readsData(): void;
  /** The shape of output i where the graph or the plan knows all of it, else null. */
  knownShape(i: number): readonly number[] | null;
  /** A new buffer for output i. */
  output(i: number, shape: readonly number[]): Value;
  /** Output i is input `from` under another shape; nothing is copied. */
  alias(i: number, from: number, shape?: readonly number[]): Value;
  /** True when the buffer of input `from` may be overwritten by this operation, its last reader. */
  mayOverwrite(from: number): boolean;
  /** The variable behind a reference or handle input, or behind this operation itself (VariableV2, VarHandleOp) for -1. */
  variable(i: number): VariableStore;
  /** Output i is the variable itself. */
  outputVariable(i: number, variable: VariableStore): void;
  /** State of this node in this session, made on first use (random generators, queues). */
  state<T extends object>(create: () => T): T;
}

export type Kernel = (k: KernelContext) => (() => void) | undefined;
