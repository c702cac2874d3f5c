/**
 * A variable in parts, usable as the whole tensor.
 * Source: PartitionedVariable (tensorflow/python/ops/variables.py).
 */
import type { TensorConvertible, TensorLike } from "../../graph/convert.js";
import type { DType } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import type { CallsOf } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { NotImplementedError, ValueError } from "../../np/errors.js";
import { sameShape } from "../../np/strided.js";
import { repr } from "../../py/repr.js";
import { concatValues } from "../array/concat.js";
import { identity } from "../array/identity.js";
import { splitValue } from "../array/split.js";
import type { Reuse } from "./reuse.js";
import { ASSIGN, ASSIGN_ADD, ASSIGN_SUB, type Variable, type Written } from "./variable.js";

type Update = { use_locking: boolean | null; name: string | null; read_value: boolean };
/** The parts' new values, or their operations where these weren't to be read. */
type WrittenParts = (Written | Operation)[];

export class PartitionedVariable implements TensorConvertible {
  readonly name: string;
  readonly shape: TensorShape;
  readonly dtype: DType;
  private readonly parts: readonly Variable[];
  private readonly partitions: readonly number[];

  constructor(
    name: string,
    shape: TensorShape,
    dtype: DType,
    variable_list: readonly Variable[],
    partitions: readonly number[],
  ) {
    if (variable_list.length === 0) throw new ValueError("variable_list may not be empty");
    if (partitions.some((p) => p < 1)) throw new ValueError(`partition values must be positive: ${repr(partitions)}`);
    this.name = name;
    this.shape = shape;
    this.dtype = dtype;
    this.parts = variable_list;
    this.partitions = partitions;
  }

  [Symbol.iterator](): Iterator<Variable> {
    return this.parts[Symbol.iterator]();
  }
  __len__(): number {
    const axes = this._partition_axes();
    if (axes.length > 1) throw new ValueError(`Cannot get a length for ${axes.length} > 1 partition axes`);
    return this.parts.length;
  }
  get_shape(): TensorShape {
    return this.shape;
  }
  _get_variable_list(): readonly Variable[] {
    return this.parts;
  }
  _get_partitions(): readonly number[] {
    return this.partitions;
  }
  _partition_axes(): number[] {
    const axes = this.partitions.flatMap((p, i) => (p > 1 ? [i] : []));
    return axes.length === 0 ? [0] : axes;
  }

  /** The whole: all parts side by side. Raises NotImplementedError where they are cut along several axes. */
  as_tensor(): Tensor {
    const graph = getDefaultGraph();
    return graph.withControls(null, () => {
      const [only, ...more] = this.parts;
      if (only && more.length === 0) return graph.inScope(null, () => identity(only, { name: this.name }));
      const axes = this._partition_axes();
      if (axes.length > 1) {
        throw new NotImplementedError(
          `Cannot concatenate along more than one dimension: ${repr(axes)}.  Multi-axis partition concat is not supported`,
        );
      }
      const whole = graph.inScope(`${this.name}/ConcatPartitions/`, () => concatValues(this.parts, axes[0]!));
      return graph.inScope(null, () => identity(whole, { name: this.name }));
    });
  }
  toTensor(dtype: DType | null, _name: string | null, asRef: boolean): Tensor {
    if (dtype !== null && !dtype.is_compatible_with(this.dtype)) {
      throw new ValueError(
        `Incompatible type conversion requested to type '${dtype.name}' for variable of type '${this.dtype.name}'`,
      );
    }
    if (asRef) throw new NotImplementedError("PartitionedVariable doesn't support being used as a reference.");
    return this.as_tensor();
  }

  private each(
    value: TensorLike | PartitionedVariable,
    p: Update,
    write: (v: Variable, x: TensorLike) => Written,
  ): WrittenParts {
    const axes = this._partition_axes();
    if (axes.length > 1) {
      throw new NotImplementedError(
        `Cannot do assign action along more than one dimension: ${repr(axes)}.  Multi-axis partition assign action is not supported `,
      );
    }
    const axis = axes[0]!;
    const values: readonly TensorLike[] = Array.isArray(value)
      ? value
      : value instanceof PartitionedVariable
        ? value.parts
        : splitValue(
            value,
            this.parts.map((v) => v.shape.known![axis]!),
            axis,
          );
    return this.parts.map((v, i) => {
      const written = write(v, values[i]!);
      return p.read_value ? written : written.op;
    });
  }
  /** Writes every part: from one value for the whole, from another variable in parts, or from a list. */
  assign(...args: CallsOf<typeof ASSIGN>): WrittenParts {
    const { value, ...p } = ASSIGN.bind(args);
    return this.each(value, p, (v, x) => v.assign(x, p));
  }
  assign_add(...args: CallsOf<typeof ASSIGN_ADD>): WrittenParts {
    const { delta, ...p } = ASSIGN_ADD.bind(args);
    return this.each(delta, p, (v, x) => v.assign_add(x, p));
  }
  assign_sub(...args: CallsOf<typeof ASSIGN_SUB>): WrittenParts {
    const { delta, ...p } = ASSIGN_SUB.bind(args);
    return this.each(delta, p, (v, x) => v.assign_sub(x, p));
  }
}

/** What is asked for fits the variable that is there. Raises ValueError. */
export function checkSharedParts(
  found: PartitionedVariable,
  asked: { name: string; reuse: Reuse; shape: TensorShape; dtype: DType; partitions: readonly number[] | null },
): void {
  const { name, shape, dtype, partitions } = asked;
  if (asked.reuse === false) {
    throw new ValueError(
      `Partitioned variable with name ${name} already exists. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?`,
    );
  }
  const trying = `Trying to reuse partitioned variable ${name}, but specified`;
  if (!shape.is_compatible_with(found.shape))
    throw new ValueError(`${trying} shape ${shape} and found shape ${found.shape}.`);
  if (!dtype.is_compatible_with(found.dtype))
    throw new ValueError(`${trying} dtype ${dtype.name} and found dtype ${found.dtype.name}.`);
  const own = found._get_partitions();
  if (partitions !== null && !sameShape(partitions, own))
    throw new ValueError(`${trying} partitions ${repr(partitions)} and found partitions ${repr(own)}.`);
}
