/**
 * One variable scope: names and defaults of the variables made in it.
 * Source: tf.VariableScope (tensorflow/python/ops/variable_scope.py).
 */
import { convertToTensor } from "../../graph/convert.js";
import { as_dtype, type DType, type DTypeLike, float32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import { type CallsOf, pySignature } from "../../graph/signature.js";
import { ValueError } from "../../np/errors.js";
import { repr } from "../../py/repr.js";
import type { PartitionedVariable } from "./partitioned_variable.js";
import type { Partitioner } from "./partitioning.js";
import type { Reuse } from "./reuse.js";
import type { Constraint, Variable } from "./variable.js";
import {
  type GetVariable,
  type InitializerLike,
  isInitializer,
  type Regularizer,
  variableStoreOf,
} from "./variable_store.js";

export const GETTER = pySignature<
  Omit<GetVariable, "dtype"> & { dtype: DTypeLike | undefined; synchronization: unknown; aggregation: unknown }
>()(
  "_true_getter",
  "(name, shape=None, dtype=tf.float32, initializer=None, regularizer=None, reuse=None, trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, constraint=None, synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE)",
);
/** The next getter: makes the variable from a name and Python's other arguments, usually those that came. */
export type Getter = (...args: CallsOf<typeof GETTER>) => Variable;
/** Makes a variable in the place of get_variable: gets the next getter, the name, and the other arguments by name. */
export type CustomGetter = (getter: Getter, name: string, kwargs: Omit<GetVariable, "name">) => Variable;

export interface ScopeInit {
  readonly reuse: Reuse;
  readonly name: string;
  readonly nameScope: string;
  readonly initializer: InitializerLike | null;
  readonly regularizer: Regularizer | null;
  readonly caching_device: string | null;
  readonly partitioner: Partitioner | null;
  readonly custom_getter: CustomGetter | null;
  readonly dtype: DType;
  readonly use_resource: boolean | null;
  readonly constraint: Constraint | null;
}

export class VariableScope {
  private state: ScopeInit;

  constructor(init: ScopeInit) {
    this.state = init;
  }
  get name(): string {
    return this.state.name;
  }
  /** Name scope that was opened with this scope, with a trailing slash. */
  get original_name_scope(): string {
    return this.state.nameScope;
  }
  get reuse(): Reuse {
    return this.state.reuse;
  }
  get initializer(): InitializerLike | null {
    return this.state.initializer;
  }
  get regularizer(): Regularizer | null {
    return this.state.regularizer;
  }
  get dtype(): DType {
    return this.state.dtype;
  }
  get use_resource(): boolean | null {
    return this.state.use_resource;
  }
  get caching_device(): string | null {
    return this.state.caching_device;
  }
  get partitioner(): Partitioner | null {
    return this.state.partitioner;
  }
  get custom_getter(): CustomGetter | null {
    return this.state.custom_getter;
  }
  get constraint(): Constraint | null {
    return this.state.constraint;
  }
  get settings(): ScopeInit {
    return this.state;
  }
  reuse_variables(): void {
    this.state = { ...this.state, reuse: true };
  }
  set_initializer(initializer: InitializerLike | null): void {
    this.state = { ...this.state, initializer };
  }
  set_regularizer(regularizer: Regularizer | null): void {
    this.state = { ...this.state, regularizer };
  }
  set_dtype(dtype: DTypeLike): void {
    this.state = { ...this.state, dtype: as_dtype(dtype) };
  }
  set_use_resource(use_resource: boolean | null): void {
    this.state = { ...this.state, use_resource };
  }
  set_caching_device(caching_device: string | null): void {
    this.state = { ...this.state, caching_device };
  }
  set_partitioner(partitioner: Partitioner | null): void {
    this.state = { ...this.state, partitioner };
  }
  set_custom_getter(custom_getter: CustomGetter | null): void {
    this.state = { ...this.state, custom_getter };
  }
  get_collection(name: string): unknown[] {
    return getDefaultGraph().get_collection(name, this.name === "" ? null : `${this.name}/`);
  }
  trainable_variables(): Variable[] {
    return this.get_collection(GraphKeys.TRAINABLE_VARIABLES) as Variable[];
  }
  global_variables(): Variable[] {
    return this.get_collection(GraphKeys.GLOBAL_VARIABLES) as Variable[];
  }

  local_variables(): Variable[] {
    return this.get_collection(GraphKeys.LOCAL_VARIABLES) as Variable[];
  }

  /** The variable `name` of this scope. Names depend on variable scopes only, so the name scope is left meanwhile. */
  get(p: ScopedRequest, customGetter: CustomGetter | null): Variable | PartitionedVariable {
    const graph = getDefaultGraph();
    const { state } = this;
    const full = state.name === "" ? p.name : `${state.name}/${p.name}`;
    const getter = customGetter ?? state.custom_getter;
    if (getter !== null && typeof getter !== "function")
      throw new ValueError(`Passed a custom_getter which is not callable: ${repr(getter)}`);
    return graph.inScope(null, () => {
      if (p.dtype !== null && p.initializer !== null && !isInitializer(p.initializer)) {
        const found = convertToTensor(p.initializer).dtype.base_dtype;
        if (found !== p.dtype.base_dtype)
          throw new ValueError(`Initializer type '${found}' and explicit dtype '${p.dtype}' don't match.`);
      }
      const request: Omit<GetVariable, "name"> = {
        shape: p.shape,
        dtype: (p.dtype ?? state.dtype).base_dtype,
        initializer: p.initializer ?? state.initializer,
        regularizer: p.regularizer ?? state.regularizer,
        reuse: p.reuse ?? state.reuse,
        trainable: p.trainable ?? true,
        collections: p.collections,
        caching_device: p.caching_device ?? state.caching_device,
        partitioner: p.partitioner ?? state.partitioner,
        validate_shape: p.validate_shape,
        use_resource: p.use_resource ?? state.use_resource,
        constraint: p.constraint ?? state.constraint,
      };
      const store = variableStoreOf(graph);
      if (getter === null) return store.get({ ...request, name: full });
      const make: Getter = (...args) => {
        const { dtype, ...given } = GETTER.bind(args);
        // A getter passes on whatever was made, parts included.
        return store.get({ ...given, dtype: as_dtype(dtype ?? float32) }) as Variable;
      };
      return getter(make, full, request);
    });
  }

  /** The variable `name` in the parts that the scope's partitioner makes. Raises ValueError. */
  getPartitioned(name: string | null, p: Omit<ScopedRequest, "name">): PartitionedVariable {
    const { state } = this;
    if (state.custom_getter !== null) {
      throw new ValueError(
        "Private access to _get_partitioned_variable is not allowed when a custom getter is set.  Consider instead using get_variable with a non-empty partitioner parameter instead.",
      );
    }
    const partitioner = p.partitioner ?? state.partitioner;
    if (partitioner === null) throw new ValueError("No partitioner was specified");
    const graph = getDefaultGraph();
    return graph.inScope(null, () =>
      variableStoreOf(graph).inParts(
        {
          ...p,
          name: [state.name, name ?? ""].filter((s) => s !== "").join("/"),
          dtype: p.dtype ?? state.dtype,
          initializer: p.initializer ?? state.initializer,
          regularizer: p.regularizer ?? state.regularizer,
          reuse: state.reuse,
          caching_device: p.caching_device ?? state.caching_device,
          partitioner,
          use_resource: p.use_resource ?? state.use_resource,
          constraint: p.constraint ?? state.constraint,
        },
        partitioner,
      ),
    );
  }
}

/** What a caller asks of a scope; null where the scope decides. */
export type ScopedRequest = Omit<GetVariable, "dtype"> & { readonly dtype: DType | null };
