/**
 * Variable scopes: names, sharing and defaults for tf.get_variable.
 * Source: tf.variable_scope, tf.get_variable (tensorflow/python/ops/variable_scope.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { graphOf } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, float32 } from "../../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import { pyClass, pyFunction } from "../../graph/signature.js";
import { RuntimeError, ValueError } from "../../np/errors.js";
import { ContextManager, withContext } from "../../py/context.js";
import { repr } from "../../py/repr.js";
import type { Partitioner } from "./partitioning.js";
import { onResourceQuestion } from "./resource_default.js";
import { AUTO_REUSE, type Reuse } from "./reuse.js";
import { type CustomGetter, GETTER, type ScopeInit, VariableScope } from "./scope.js";
import type { Constraint } from "./variable.js";
import type { InitializerLike, Regularizer } from "./variable_store.js";

/** Current scope of a graph, and how often each scope name was opened. */
class ScopeStore {
  current: VariableScope = new VariableScope({
    reuse: false,
    name: "",
    nameScope: "",
    initializer: null,
    regularizer: null,
    caching_device: null,
    partitioner: null,
    custom_getter: null,
    dtype: float32,
    use_resource: null,
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
    const made = new ScopeStore();
    store = made;
    scopeStores.set(graph, made);
    onResourceQuestion(graph, () => made.current.use_resource);
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
  partitioner: Partitioner | null;
  custom_getter: CustomGetter | null;
  reuse: Reuse;
  dtype: DTypeLike | null;
  use_resource: boolean | null;
  constraint: Constraint | null;
  auxiliary_name_scope: boolean;
}

const NO_SETTINGS = {
  default_name: null,
  values: null,
  initializer: null,
  regularizer: null,
  caching_device: null,
  partitioner: null,
  reuse: null,
  dtype: null,
  use_resource: null,
  constraint: null,
  auxiliary_name_scope: true,
} as const;

interface ContextArguments extends VariableScopeArguments {
  /** No name scope is opened with it. */
  readonly isPure?: boolean;
}

class VariableScopeContext extends ContextManager<VariableScope> {
  private readonly p: ContextArguments;
  private readonly graph: Graph;
  private undo: (() => void)[] = [];

  constructor(p: ContextArguments) {
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
    if (typeof p.auxiliary_name_scope !== "boolean") {
      throw new TypeError(
        `The auxiliary_name_scope must be \`True\` or \`False\`, while get ${repr(p.auxiliary_name_scope)}`,
      );
    }
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
      if (p.isPure) return this.prolong(store, name, name);
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
      caching_device: p.caching_device ?? base.caching_device,
      partitioner: p.partitioner ?? base.partitioner,
      custom_getter: wrapGetter(p.custom_getter, base.custom_getter),
      dtype: p.dtype === null ? base.dtype : as_dtype(p.dtype),
      use_resource: p.use_resource ?? base.use_resource,
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

/** The inner getter's next getter is the outer one. */
function wrapGetter(inner: CustomGetter | null, outer: CustomGetter | null): CustomGetter | null {
  if (!inner || !outer) return inner ?? outer;
  return (getter, name, kwargs) =>
    inner(
      (...args) => {
        const { name: passed, dtype, synchronization: _s, aggregation: _a, ...rest } = GETTER.bind(args);
        return outer(getter, passed, { ...rest, dtype: as_dtype(dtype ?? float32) });
      },
      name,
      kwargs,
    );
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

/** tf.variable_op_scope: the old order of arguments of tf.variable_scope. */
export const variable_op_scope = pyFunction<
  Omit<VariableScopeArguments, "auxiliary_name_scope" | "values"> & { values: readonly TensorLike[] }
>()(
  "variable_op_scope",
  "(values, name_or_scope, default_name=None, initializer=None, regularizer=None, caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, use_resource=None, constraint=None)",
  (p): ContextManager<VariableScope> => new VariableScopeContext({ ...p, auxiliary_name_scope: true }),
);

/** A scope by name without a name scope of its own. Source: _pure_variable_scope. */
export function withPureScope<T>(
  name: string,
  custom_getter: CustomGetter | null,
  body: (scope: VariableScope) => T,
): T {
  return withContext(
    new VariableScopeContext({ ...NO_SETTINGS, name_or_scope: name, custom_getter, isPure: true }),
    body,
  );
}

/** The name, made unique among the scopes of the current one. */
export function uniqueScopeName(prefix: string): string {
  return scopesOf(getDefaultGraph()).unique(prefix);
}

/** tf.get_variable_scope: the innermost scope. */
export function get_variable_scope(): VariableScope {
  return scopesOf(getDefaultGraph()).current;
}
