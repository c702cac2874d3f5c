/**
 * Variables by name, for sharing through tf.get_variable.
 * Source: _VariableStore (tensorflow/python/ops/variable_scope.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { as_dtype, type DType } from "../../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import {
  glorot_uniform_initializer,
  Initializer,
  type InitializerFunction,
  zeros_initializer,
} from "../random/initializers.js";
import { type Constraint, type InitialValue, Variable } from "./variable.js";

/** tf.AUTO_REUSE: make a variable unless it exists. */
export const AUTO_REUSE = Object.freeze({ __repr__: () => "_ReuseMode.AUTO_REUSE" });
export type Reuse = boolean | typeof AUTO_REUSE | null;

/** Loss of a variable, added to the collection of regularization losses; null for none. */
export type Regularizer = (variable: Tensor) => Tensor | null;
export type InitializerLike = Initializer | InitializerFunction | (() => Initializer) | TensorLike;

export interface GetVariable {
  readonly name: string;
  readonly shape: ShapeLike;
  readonly dtype: DType;
  readonly initializer: InitializerLike | null;
  readonly regularizer: Regularizer | null;
  readonly reuse: Reuse;
  readonly trainable: boolean | null;
  readonly collections: readonly string[] | null;
  readonly cachingDevice: string | null;
  readonly validateShape: boolean;
  readonly constraint: Constraint | null;
}

/** An initializer object, a class or function of that kind; anything else is the value itself. */
export function isInitializer(x: unknown): x is Initializer | InitializerFunction | (() => Initializer) {
  return x instanceof Initializer || typeof x === "function";
}

function defaultInitializer(name: string, dtype: DType): Initializer {
  if (dtype.is_floating) return glorot_uniform_initializer();
  if (dtype.is_integer || dtype.is_bool || dtype.baseName === "string") return zeros_initializer();
  throw new ValueError(`An initializer for variable ${name} of ${dtype.base_dtype} is required`);
}

export class VariableStore {
  private readonly variables = new Map<string, Variable>();

  /** The variable of that name: an existing one where sharing is allowed, else a new one. Raises ValueError. */
  get(p: GetVariable): Variable {
    const fromValue = p.initializer !== null && !isInitializer(p.initializer);
    if (p.shape !== null && fromValue) throw new ValueError("If initializer is a constant, do not specify shape.");
    const dtype = as_dtype(p.dtype).base_dtype;
    const shape = as_shape(p.shape);
    const found = this.variables.get(p.name);
    if (found) {
      if (p.reuse === false) {
        const place = found.op.definedAt;
        throw new ValueError(
          `Variable ${p.name} already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:\n\n  ${place}\n`,
        );
      }
      if (!shape.is_compatible_with(found.shape)) {
        throw new ValueError(
          `Trying to share variable ${p.name}, but specified shape ${shape} and found shape ${found.shape}.`,
        );
      }
      if (!dtype.is_compatible_with(found.dtype)) {
        throw new ValueError(
          `Trying to share variable ${p.name}, but specified dtype ${dtype.name} and found dtype ${found.dtype.name}.`,
        );
      }
      return found;
    }
    if (p.reuse === true) {
      throw new ValueError(
        `Variable ${p.name} does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?`,
      );
    }
    const made = this.make(p, dtype);
    this.variables.set(p.name, made);
    if (p.regularizer) this.regularize(made, p.name, p.regularizer);
    return made;
  }

  private make(p: GetVariable, dtype: DType): Variable {
    const shape = as_shape(p.shape);
    let initialValue: InitialValue;
    let variableDtype: DType | null = null;
    const given = p.initializer ?? defaultInitializer(p.name, dtype);
    if (!isInitializer(given)) initialValue = given as TensorLike;
    else {
      const known = shape.known;
      if (known) {
        initialValue = () => initialized(given, known, dtype);
        variableDtype = dtype;
      } else if (typeof given === "function" && given.length === 0 && !isClassLike(given)) {
        initialValue = given as () => TensorLike & Initializer;
      } else {
        throw new ValueError(
          "The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.",
        );
      }
    }
    return new Variable({
      initialValue,
      name: p.name,
      trainable: p.trainable,
      collections: p.collections,
      cachingDevice: p.cachingDevice,
      dtype: variableDtype,
      validateShape: p.validateShape,
      constraint: p.constraint,
    });
  }

  private regularize(variable: Variable, name: string, regularizer: Regularizer): void {
    const graph = getDefaultGraph();
    const loss = graph.withColocation(variable.op, () =>
      graph.inScope(`${name}/Regularizer/`, () => graph.withControls(null, () => regularizer(variable.value()))),
    );
    if (loss !== null) graph.add_to_collection(GraphKeys.REGULARIZATION_LOSSES, loss);
  }
}

/** tf.zeros_initializer itself, given without being called. */
function isClassLike(f: object): boolean {
  return "signature" in f;
}

function initialized(
  given: Initializer | InitializerFunction | (() => Initializer),
  shape: readonly number[],
  dtype: DType,
): TensorLike {
  if (given instanceof Initializer) return given.call(shape, dtype);
  if (isClassLike(given)) return (given as () => Initializer)().call(shape, dtype);
  return (given as InitializerFunction)(shape, { dtype });
}

const stores = new WeakMap<Graph, VariableStore>();

export function variableStoreOf(graph: Graph): VariableStore {
  let store = stores.get(graph);
  if (!store) {
    store = new VariableStore();
    stores.set(graph, store);
  }
  return store;
}
