/**
 * Functions that make their variables on the first call and share them on all later ones.
 * Source: tf.make_template (tensorflow/python/ops/template.py).
 */
import { getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import { ValueError } from "../../np/errors.js";
import { withContext } from "../../py/context.js";
import { repr } from "../../py/repr.js";
import type { CustomGetter, VariableScope } from "./scope.js";
import type { Variable } from "./variable.js";
import { uniqueScopeName, variable_scope, withPureScope } from "./variable_scope.js";

interface Options {
  readonly create_scope_now_?: boolean;
  readonly unique_name_?: string | null;
  readonly custom_getter_?: CustomGetter | null;
}

/** What tf.make_template gives: call it like the function. */
export interface Template<F extends (...args: never[]) => unknown> {
  (...args: Parameters<F>): ReturnType<F>;
  /** The scope of the variables; null before it is made. */
  readonly variable_scope: VariableScope | null;
  readonly variables: Variable[];
  readonly trainable_variables: Variable[];
  readonly global_variables: Variable[];
  readonly local_variables: Variable[];
}

class Sharing<F extends (...args: never[]) => unknown> {
  scope: VariableScope | null = null;
  private made = false;
  private isFirst = true;
  private readonly name: string;
  private readonly func: F;
  private readonly options: Options;

  constructor(name: string, func: F, options: Options) {
    if (name === null) throw new ValueError("name cannot be None.");
    this.name = name;
    this.func = func;
    this.options = options;
    if (options.create_scope_now_) {
      const own = options.unique_name_ ?? uniqueScopeName(name);
      this.scope = withPureScope(own, options.custom_getter_ ?? null, (scope) => scope);
    }
  }

  call(args: Parameters<F>): ReturnType<F> {
    if (this.scope) return withContext(variable_scope(this.scope, { reuse: !this.isFirst }), () => this.run(args));
    const { unique_name_ = null, custom_getter_ = null } = this.options;
    return withContext(variable_scope(unique_name_, this.name, { custom_getter: custom_getter_ }), (scope) => {
      this.scope = scope;
      return this.run(args);
    });
  }

  private run(args: Parameters<F>): ReturnType<F> {
    const trainable = getDefaultGraph().get_collection_ref(GraphKeys.TRAINABLE_VARIABLES);
    const before = trainable.length;
    const wasFirst = this.isFirst;
    this.isFirst = false;
    let result: ReturnType<F>;
    try {
      result = this.func(...args) as ReturnType<F>;
    } catch (error) {
      if (!this.made) this.isFirst = wasFirst;
      throw error;
    }
    if (this.made && trainable.length !== before) {
      throw new ValueError(
        `Trainable variable created when calling a template after the first time, perhaps you used tf.Variable when you meant tf.get_variable: ${repr(trainable.slice(before))}`,
      );
    }
    this.made = true;
    return result;
  }

  collection(key: string): Variable[] {
    if (!this.made || !this.scope) return [];
    const { name } = this.scope;
    const pattern = name === "" || name.endsWith("/") ? name : `${name}/`;
    return getDefaultGraph().get_collection(key, pattern) as Variable[];
  }
}

/**
 * tf.make_template: the function, in a variable scope of its own that its first call fills and later calls share.
 * Keywords of the template come last; arguments for `func_` itself are bound with a closure. Raises ValueError when a later
 * call makes a trainable variable.
 */
export function make_template<F extends (...args: never[]) => unknown>(
  name_: string,
  func_: F,
  options: Options = {},
): Template<F> {
  const sharing = new Sharing(name_, func_, options);
  const call = (...args: Parameters<F>): ReturnType<F> => sharing.call(args);
  const member = <T>(get: () => T) => ({ get, enumerable: true });
  const all = () => [
    ...sharing.collection(GraphKeys.GLOBAL_VARIABLES),
    ...sharing.collection(GraphKeys.LOCAL_VARIABLES),
  ];
  return Object.defineProperties(call, {
    variable_scope: member(() => sharing.scope),
    variables: member(all),
    trainable_variables: member(() => sharing.collection(GraphKeys.TRAINABLE_VARIABLES)),
    global_variables: member(() => sharing.collection(GraphKeys.GLOBAL_VARIABLES)),
    local_variables: member(() => sharing.collection(GraphKeys.LOCAL_VARIABLES)),
  }) as Template<F>;
}
