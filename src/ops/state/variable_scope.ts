/**
 * Variable scopes: names, sharing and defaults for tf.get_variable.
 * Source: tf.variable_scope, tf.get_variable (tensorflow/python/ops/variable_scope.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { graphOf } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike, float32 } from "../../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import { notImplemented } from "../../graph/not_implemented.js";
import { pyClass, pyFunction } from "../../graph/signature.js";
import type { ShapeLike } from "../../graph/tensor_shape.js";
import { RuntimeError, ValueError } from "../../np/errors.js";
import { ContextManager } from "../../py/context.js";
import { type Constraint, refuseResource, type Variable } from "./variable.js";
import {
  AUTO_REUSE,
  type GetVariable,
  type InitializerLike,
  isInitializer,
  type Regularizer,
  type Reuse,
  variableStoreOf,
} from "./variable_store.js";

/** Makes a variable in the place of get_variable: gets the next getter, the name, and the other arguments by name. */
export type CustomGetter = (
  getter: (name: string, rest: Partial<GetVariable>) => Variable,
  name: string,
  rest: GetVariable,
) => Variable;

interface ScopeInit {
  readonly reuse: Reuse;
  readonly name: string;
  readonly nameScope: string;
  readonly initializer: InitializerLike | null;
  readonly regularizer: Regularizer | null;
  readonly cachingDevice: string | null;
  readonly customGetter: CustomGetter | null;
  readonly dtype: DType;
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
  get_collection(name: string): unknown[] {
    return getDefaultGraph().get_collection(name, this.name === "" ? null : `${this.name}/`);
  }
  trainable_variables(): Variable[] {
    return this.get_collection(GraphKeys.TRAINABLE_VARIABLES) as Variable[];
  }
  global_variables(): Variable[] {
    return this.get_collection(GraphKeys.GLOBAL_VARIABLES) as Variable[];
  }

  /** The variable `name` of this scope. Names depend on variable scopes only, so the name scope is left meanwhile. */
  get(p: Omit<GetVariable, "dtype"> & { readonly dtype: DType | null }, customGetter: CustomGetter | null): Variable {
    const graph = getDefaultGraph();
    const { state } = this;
    const full = state.name === "" ? p.name : `${state.name}/${p.name}`;
    return graph.inScope(null, () => {
      if (p.dtype !== null && p.initializer !== null && !isInitializer(p.initializer)) {
        const found = convertToTensor(p.initializer).dtype.base_dtype;
        if (found !== p.dtype.base_dtype)
          throw new ValueError(`Initializer type '${found}' and explicit dtype '${p.dtype}' don't match.`);
      }
      const request: GetVariable = {
        ...p,
        name: full,
        dtype: p.dtype ?? state.dtype,
        initializer: p.initializer ?? state.initializer,
        regularizer: p.regularizer ?? state.regularizer,
        cachingDevice: p.cachingDevice ?? state.cachingDevice,
        constraint: p.constraint ?? state.constraint,
        reuse: p.reuse ?? state.reuse,
      };
      const getter = customGetter ?? state.customGetter;
      const make = (name: string, rest: Partial<GetVariable>) =>
        variableStoreOf(graph).get({ ...request, ...rest, name });
      return getter ? getter(make, full, request) : make(full, {});
    });
  }
}

/** Current scope of a graph, and how often each scope name was opened. */
class ScopeStore {
  current: VariableScope = new VariableScope({
    reuse: false,
    name: "",
    nameScope: "",
    initializer: null,
    regularizer: null,
    cachingDevice: null,
    customGetter: null,
    dtype: float32,
    constraint: null,
  });
  counts = new Map<string, number>();

  open(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
  closeSubscopes(name: string): void {
    for (const key of this.counts.keys()) if (name === "" || key.startsWith(`${name}/`)) this.counts.set(key, 0);
  }
  /** name, name_1, … : the first that was not opened in the current scope. */
  unique(prefix: string): string {
    const outer = this.current.name;
    const full = (n: string) => (outer === "" ? n : `${outer}/${n}`);
    const used = (n: string) => (this.counts.get(full(n)) ?? 0) > 0;
    if (!used(prefix)) return prefix;
    let i = 1;
    while (used(`${prefix}_${i}`)) i++;
    return `${prefix}_${i}`;
  }
}

const scopeStores = new WeakMap<Graph, ScopeStore>();

function scopesOf(graph: Graph): ScopeStore {
  let store = scopeStores.get(graph);
  if (!store) {
    store = new ScopeStore();
    scopeStores.set(graph, store);
  }
  return store;
}

export interface VariableScopeArguments {
  name_or_scope: string | VariableScope | null;
  default_name: string | null;
  values: readonly TensorLike[] | null;
  initializer: InitializerLike | null;
  regularizer: Regularizer | null;
  caching_device: string | null;
  partitioner: null;
  custom_getter: CustomGetter | null;
  reuse: Reuse;
  dtype: DTypeLike | null;
  use_resource: boolean | null;
  constraint: Constraint | null;
  auxiliary_name_scope: boolean;
}

class VariableScopeContext extends ContextManager<VariableScope> {
  private readonly p: VariableScopeArguments;
  private readonly graph: Graph;
  private undo: (() => void)[] = [];

  constructor(p: VariableScopeArguments) {
    super();
    if (p.default_name === null && p.name_or_scope === null)
      throw new TypeError("If default_name is None then name_or_scope is required");
    if (p.reuse !== null && typeof p.reuse !== "boolean" && p.reuse !== AUTO_REUSE) {
      throw new ValueError("The reuse parameter must be True or False or None.");
    }
    if (
      p.name_or_scope !== null &&
      typeof p.name_or_scope !== "string" &&
      !(p.name_or_scope instanceof VariableScope)
    ) {
      throw new TypeError("VariableScope: name_or_scope must be a string or VariableScope.");
    }
    if (p.partitioner)
      throw notImplemented("variable_scope(partitioner=…)", "partitioned variables come with their own issue");
    this.p = p.reuse === false ? { ...p, reuse: null } : p;
    this.graph = graphOf(p.values ?? []);
  }

  __enter__(): VariableScope {
    this.undo = [];
    try {
      const context = this.graph.as_default();
      context.__enter__();
      this.undo.push(() => context.__exit__());
      return this.open();
    } catch (error) {
      this.__exit__();
      throw error;
    }
  }
  __exit__(): void {
    const undo = this.undo;
    this.undo = [];
    while (undo.length > 0) undo.pop()!();
  }

  private enterNameScope(name: string): string {
    const { graph, p } = this;
    const again = graph.get_name_scope();
    const context = graph.name_scope(p.auxiliary_name_scope ? name : again === "" ? null : `${again}/`);
    const scope = context.__enter__();
    this.undo.push(() => context.__exit__());
    return scope;
  }

  private open(): VariableScope {
    const { p } = this;
    const store = scopesOf(this.graph);
    if (p.name_or_scope === null) {
      if (p.reuse) throw new ValueError("reuse=True cannot be used without a name_or_scope");
      const nameScope = this.enterNameScope(p.default_name!);
      return this.prolong(store, store.unique(p.default_name!), nameScope);
    }
    if (typeof p.name_or_scope === "string") {
      const name = p.name_or_scope;
      const nameScope = name !== "" || !p.auxiliary_name_scope ? this.enterNameScope(name) : "";
      return this.prolong(store, name, nameScope);
    }
    const shared = p.name_or_scope;
    const last = shared.name.split("/").at(-1)!;
    if (last !== "" || !p.auxiliary_name_scope) this.enterNameScope(last);
    return this.jump(store, shared);
  }

  private settings(base: ScopeInit): ScopeInit {
    const { p } = this;
    return {
      ...base,
      initializer: p.initializer ?? base.initializer,
      regularizer: p.regularizer ?? base.regularizer,
      cachingDevice: p.caching_device ?? base.cachingDevice,
      customGetter: wrapGetter(p.custom_getter, base.customGetter),
      dtype: p.dtype === null ? base.dtype : as_dtype(p.dtype),
      constraint: p.constraint,
    };
  }

  /** A scope below the current one, which it inherits from. */
  private prolong(store: ScopeStore, name: string, nameScope: string): VariableScope {
    const old = store.current;
    const full = old.name === "" ? name : `${old.name}/${name}`;
    const made = new VariableScope(
      this.settings({ ...old.settings, name: full, nameScope, reuse: this.p.reuse || old.reuse }),
    );
    store.open(full);
    this.become(store, made, old, () => store.closeSubscopes(full));
    return made;
  }

  /** A scope made earlier, entered again from wherever we are. */
  private jump(store: ScopeStore, shared: VariableScope): VariableScope {
    const old = store.current;
    const made = new VariableScope(this.settings({ ...shared.settings, reuse: this.p.reuse || shared.reuse }));
    store.open(shared.name);
    const counts = new Map(store.counts);
    this.become(store, made, old, () => {
      store.counts = counts;
    });
    return made;
  }

  private become(store: ScopeStore, made: VariableScope, old: VariableScope, close: () => void): void {
    store.current = made;
    this.undo.push(() => {
      if (store.current !== made) throw new RuntimeError("Improper nesting of variable_scope.");
      close();
      store.current = old;
    });
  }
}

function wrapGetter(inner: CustomGetter | null, outer: CustomGetter | null): CustomGetter | null {
  if (!inner || !outer) return inner ?? outer;
  return (getter, name, rest) => inner((n, more) => outer(getter, n, { ...rest, ...more }), name, rest);
}

/**
 * tf.variable_scope: a context for get_variable: prefix of names, sharing (`reuse` true, tf.AUTO_REUSE or null to inherit),
 * default initializer, regularizer and dtype. Raises TypeError and ValueError as TensorFlow does.
 */
export const variable_scope = pyClass<VariableScopeArguments>()(
  "variable_scope",
  "(name_or_scope, default_name=None, values=None, initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, use_resource=None, constraint=None, auxiliary_name_scope=True)",
  VariableScopeContext.prototype,
  (p) => new VariableScopeContext(p),
);

/** tf.get_variable_scope: the innermost scope. */
export function get_variable_scope(): VariableScope {
  return scopesOf(getDefaultGraph()).current;
}

/**
 * tf.get_variable: the variable of that name in the current scope, made on first use. `initializer` is an initializer
 * object, a function of shape and dtype, or the value; without one glorot uniform, or zeros for integers.
 * Raises ValueError on sharing that the scope doesn't allow and on shapes or dtypes that don't fit.
 */
export const get_variable = pyFunction<{
  name: string;
  shape: ShapeLike;
  dtype: DTypeLike | null;
  initializer: InitializerLike | null;
  regularizer: Regularizer | null;
  trainable: boolean | null;
  collections: readonly string[] | null;
  caching_device: string | null;
  partitioner: null;
  validate_shape: boolean;
  use_resource: boolean | null;
  custom_getter: CustomGetter | null;
  constraint: Constraint | null;
  synchronization: unknown;
  aggregation: unknown;
}>()(
  "get_variable",
  "(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None, custom_getter=None, constraint=None, synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE)",
  (p) => {
    refuseResource("tf.get_variable", p.use_resource);
    return get_variable_scope().get(
      {
        name: p.name,
        shape: p.shape,
        dtype: p.dtype === null ? null : as_dtype(p.dtype),
        initializer: p.initializer,
        regularizer: p.regularizer,
        reuse: null,
        trainable: p.trainable,
        collections: p.collections,
        cachingDevice: p.caching_device,
        validateShape: p.validate_shape,
        constraint: p.constraint,
      },
      p.custom_getter,
    );
  },
);
