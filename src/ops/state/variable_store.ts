/**
 * Variables by name, for sharing through tf.get_variable.
 * Source: _VariableStore (tensorflow/python/ops/variable_scope.py).
 */

import type { TensorLike } from "../../graph/convert.js";
import { as_dtype, type DType } from "../../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { typeName } from "../../np/printing/type_name.js";
import { repr } from "../../py/repr.js";
import {
  glorot_uniform_initializer,
  Initializer,
  type InitializerFunction,
  type PartitionInfo,
  zeros_initializer,
} from "../random/initializers.js";
import { checkSharedParts, PartitionedVariable } from "./partitioned_variable.js";
import {
  callPartitioner,
  checkSlices,
  type Partitioner,
  partInitializer,
  type Slice,
  slicesOf,
} from "./partitioning.js";
import { resource_variables_enabled } from "./resource_default.js";
import { isResourceVariable } from "./resource_variable.js";
import type { Reuse } from "./reuse.js";
import type { Constraint, InitialValue, Variable } from "./variable.js";
import { makeVariable } from "./variable_class.js";

/** Loss of a variable, added to the collection of regularization losses; null for none. */
export type Regularizer = (variable: Variable) => Tensor | null;
/** tf.no_regularizer: no loss, whatever the scope says. */
export function no_regularizer(_: Variable): null {
  return null;
}
export type InitializerLike = Initializer | InitializerFunction | (() => Initializer) | TensorLike;

/** What tf.get_variable asks of a store, and custom getters get by name. */
export interface GetVariable {
  readonly name: string;
  readonly shape: ShapeLike;
  readonly dtype: DType;
  readonly initializer: InitializerLike | null;
  readonly regularizer: Regularizer | null;
  readonly reuse: Reuse;
  readonly trainable: boolean | null;
  readonly collections: readonly string[] | null;
  readonly caching_device: string | null;
  readonly partitioner: Partitioner | null;
  readonly validate_shape: boolean;
  readonly use_resource: boolean | null;
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
  private readonly partitioned = new Map<string, PartitionedVariable>();

  /** The variable of that name, in parts where a partitioner says so: an existing one where sharing is allowed. Raises ValueError. */
  get(p: GetVariable): Variable | PartitionedVariable {
    const isScalar = Array.isArray(p.shape) && p.shape.length === 0;
    const graph = getDefaultGraph();
    if (p.partitioner !== null && !isScalar) {
      const { partitioner } = p;
      if (typeof partitioner !== "function")
        throw new ValueError(`Partitioner must be callable, but received: ${repr(partitioner)}`);
      return graph.inScope(null, () => this.inParts(p, partitioner));
    }
    if (p.reuse === true && p.partitioner === null && this.partitioned.has(p.name)) return this.inParts(p, null);
    if (this.variables.has(`${p.name}/part_0`)) {
      throw new ValueError(
        `No partitioner was provided, but a partitioned version of the variable was found: ${p.name}/part_0. Perhaps a variable of the same name was already created with partitioning?`,
      );
    }
    return this.single(p);
  }

  /** A variable in parts. Without a partitioner only an existing one. */
  inParts(p: GetVariable, partitioner: Partitioner | null): PartitionedVariable {
    const { name } = p;
    if (this.variables.has(name)) {
      throw new ValueError(
        `A partitioner was provided, but an unpartitioned version of the variable was found: ${name}.  Perhaps a variable of the same name was already created without partitioning?`,
      );
    }
    const given = p.initializer instanceof Tensor ? p.initializer.shape : as_shape(null);
    const shape = as_shape(p.shape).merge_with(given);
    const partitions = partitioner && callPartitioner(partitioner, shape, p.dtype);
    const found = this.partitioned.get(name);
    if (found) {
      checkSharedParts(found, { name, reuse: p.reuse, shape, dtype: p.dtype, partitions });
      return found;
    }
    if (p.reuse === true || partitions === null) {
      throw new ValueError(
        `PartitionedVariable ${name} does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=False or reuse=tf.AUTO_REUSE in VarScope?`,
      );
    }
    const slices = slicesOf(shape.known!, partitions);
    checkSlices((n) => this.variables.has(n), name, slices.length);
    const parts = slices.map((slice, i) => this.part(p, shape.known!, slice, i));
    const made = new PartitionedVariable(name, shape, p.dtype, parts, partitions);
    this.partitioned.set(name, made);
    return made;
  }

  private part(p: GetVariable, fullShape: readonly number[], slice: Slice, i: number): Variable {
    const graph = getDefaultGraph();
    const name = `${p.name}/part_${i}`;
    const [initializer, dtype] = graph.inScope(`${name}/PartitionedInitializer`, () =>
      partInitializer(p.initializer ?? defaultInitializer(p.name, p.dtype), p.dtype, slice),
    );
    const shape = isInitializer(initializer) ? slice.shape : null;
    const request = { ...p, name, initializer, dtype, shape, partitioner: null };
    const variable = graph.inScope(null, () =>
      this.single(request, { full_shape: fullShape, var_offset: slice.offset }),
    );
    variable._set_save_slice_info({
      full_name: p.name,
      full_shape: fullShape,
      var_offset: slice.offset,
      var_shape: slice.shape,
    });
    return variable;
  }

  private single(p: GetVariable, partition: PartitionInfo | null = null): Variable {
    const fromValue = p.initializer !== null && !isInitializer(p.initializer);
    if (p.shape !== null && fromValue) throw new ValueError("If initializer is a constant, do not specify shape.");
    const dtype = as_dtype(p.dtype).base_dtype;
    const shape = as_shape(p.shape);
    const found = this.variables.get(p.name);
    if (found) {
      if (p.reuse === false) {
        const text = `Variable ${p.name} already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?`;
        if (isResourceVariable(found)) throw new ValueError(text);
        throw new ValueError(`${text} Originally defined at:\n\n  ${found.op.definedAt}\n`);
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
    const made = this.make(p, dtype, partition);
    this.variables.set(p.name, made);
    if (p.regularizer) this.regularize(made, p.name, p.regularizer);
    return made;
  }

  private make(p: GetVariable, dtype: DType, partition: PartitionInfo | null): Variable {
    const shape = as_shape(p.shape);
    let initialValue: InitialValue;
    let variableDtype: DType | null = null;
    const given = p.initializer ?? defaultInitializer(p.name, dtype);
    if (!isInitializer(given)) initialValue = given as TensorLike;
    else {
      const known = shape.known;
      if (known) {
        initialValue = () => initialized(given, known, dtype, partition);
        variableDtype = dtype;
      } else if (typeof given === "function" && given.length === 0 && !isClassLike(given)) {
        initialValue = given as () => TensorLike & Initializer;
      } else {
        throw new ValueError(
          "The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.",
        );
      }
    }
    return makeVariable(
      {
        initialValue,
        name: p.name,
        trainable: p.trainable,
        collections: p.collections,
        cachingDevice: p.caching_device,
        dtype: variableDtype,
        validateShape: p.validate_shape,
        constraint: p.constraint,
      },
      p.use_resource ?? resource_variables_enabled(),
    );
  }

  private regularize(variable: Variable, name: string, regularizer: Regularizer): void {
    const graph = getDefaultGraph();
    const loss = graph.withColocation(variable.op, () =>
      graph.inScope(`${name}/Regularizer/`, () =>
        graph.withControls(null, () => {
          if (typeof regularizer !== "function")
            throw new TypeError(`'${typeName(regularizer)}' object is not callable`);
          return regularizer(variable);
        }),
      ),
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
  partition: PartitionInfo | null,
): TensorLike {
  const own = isClassLike(given) ? (given as () => Initializer)() : given;
  if (own instanceof Initializer) return own.call(shape, dtype, partition?.full_shape);
  return (own as InitializerFunction)(shape, { dtype, partition_info: partition });
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
