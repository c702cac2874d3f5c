/**
 * Python's x[...] on tensors, as StridedSlice operations.
 * Source: _slice_helper (tensorflow/python/ops/array_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { type DType, int32, int64 } from "../../graph/dtypes.js";
import { Operators } from "../../graph/operators.js";
import { type Index, Tensor } from "../../graph/tensor.js";
import { Dimension, type TensorShape } from "../../graph/tensor_shape.js";
import { Strided } from "../../np/strided.js";
import { repr } from "../../py/repr.js";
import { booleanMask } from "./boolean_mask.js";
import { stackValues } from "./pack.js";

interface Slice {
  readonly start: unknown;
  readonly stop: unknown;
  readonly step: unknown;
}

const VALID =
  "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are valid indices";

function isSlice(x: unknown): x is Slice {
  return typeof x === "object" && x !== null && "start" in x && "stop" in x && "step" in x;
}

function isInt(x: unknown): x is number | bigint {
  return typeof x === "bigint" || (typeof x === "number" && Number.isInteger(x));
}

/** "1:-1", "::2", ":": a slice written as text; null for any other text. */
function parseSlice(text: string): Slice | null {
  if (!/^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(:\s*(-?\d+)?\s*)?$/.test(text)) return null;
  const [start, stop, step] = [0, 1, 2].map((i) => {
    const part = text.split(":")[i]?.trim() ?? "";
    return part === "" ? null : Number(part);
  });
  return { start, stop, step };
}

/** Raises TypeError for what can't be an index. Source: _check_index. */
function checkIndex(x: unknown): void {
  if (isInt(x) || x instanceof Dimension) return;
  if (x instanceof Operators && "dtype" in x && "shape" in x) {
    const dtype = (x.dtype as DType).base_dtype;
    const { rank } = x.shape as TensorShape;
    if ((dtype === int32 || dtype === int64) && rank !== 1) return;
  } else if (x instanceof Strided && (x.dtype.name === "int32" || x.dtype.name === "int64") && x.ndim !== 1) return;
  throw new TypeError(`${VALID}, got ${repr(x)}`);
}

/** index + 1, as Python adds: a tensor gets an operation. */
function next(x: unknown): TensorLike {
  if (typeof x === "number") return x + 1;
  if (typeof x === "bigint") return x + 1n;
  if (x instanceof Dimension) return x.add(1);
  if (x instanceof Operators) return x.add(1);
  const scalar = x as Strided;
  return Number(scalar.data[scalar.offset]) + 1;
}

/** The three lists and five masks of a StridedSlice. */
class Spec {
  readonly begin: TensorLike[] = [];
  readonly end: TensorLike[] = [];
  readonly strides: TensorLike[] = [];
  begin_mask = 0;
  end_mask = 0;
  ellipsis_mask = 0;
  new_axis_mask = 0;
  shrink_axis_mask = 0;

  add(item: unknown): void {
    const bit = 1 << this.begin.length;
    const text = typeof item === "string" ? (item.trim() === "..." ? item : parseSlice(item)) : null;
    if (typeof text === "string") {
      this.push(0, 0, 1);
      this.ellipsis_mask |= bit;
    } else if (item === null || item === undefined) {
      this.push(0, 0, 1);
      this.new_axis_mask |= bit;
    } else if (text !== null || isSlice(item)) this.range(text ?? (item as Slice), bit);
    else {
      checkIndex(item);
      this.push(item as TensorLike, next(item), 1);
      this.shrink_axis_mask |= bit;
    }
  }

  private push(begin: TensorLike, end: TensorLike, stride: TensorLike): void {
    this.begin.push(begin);
    this.end.push(end);
    this.strides.push(stride);
  }

  private range({ start, stop, step }: Slice, bit: number): void {
    const given = (x: unknown): boolean => x !== null && x !== undefined;
    for (const x of [start, stop, step]) if (given(x)) checkIndex(x);
    this.push(
      given(start) ? (start as TensorLike) : 0,
      given(stop) ? (stop as TensorLike) : 0,
      given(step) ? (step as TensorLike) : 1,
    );
    if (!given(start)) this.begin_mask |= bit;
    if (!given(stop)) this.end_mask |= bit;
  }
}

/** Begin, end and strides as tensors of one integer type. */
function packed(spec: Spec): Tensor[] {
  if (spec.begin.length === 0) {
    const none = constant([], { dtype: int32 });
    return [none, none, none];
  }
  const all = [stackValues(spec.begin), stackValues(spec.end), stackValues(spec.strides)];
  if (all.every((t) => t.dtype !== int64)) return all;
  return all.map((t) => (t.dtype === int64 ? t : createOp("Cast", { x: t }, { DstT: int64 })));
}

function isMask(index: readonly unknown[]): boolean {
  if (index.length !== 1) return false;
  const [only] = index;
  return (
    typeof only === "boolean" ||
    (only instanceof Tensor && only.dtype.base_dtype.is_bool) ||
    (only instanceof Strided && only.dtype.kind === "b")
  );
}

/** x[index…]: ints, slices (as objects or texts such as "1:-1"), "...", null for a new axis, scalar tensors; or one boolean mask. */
export function getitem(x: Tensor, index: readonly Index[]): Tensor {
  if (isMask(index)) return booleanMask(x, index[0] as TensorLike);
  const spec = new Spec();
  for (const item of index) spec.add(item);
  const { begin: _b, end: _e, strides: _s, ...masks } = spec;
  return scoped(null, "strided_slice", [x, ...spec.begin, ...spec.end, ...spec.strides], (scope) => {
    const [begin, end, strides] = packed(spec);
    return createOp("StridedSlice", { input: convertToTensor(x), begin, end, strides }, masks, scope);
  });
}
