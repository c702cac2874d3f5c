/**
 * Where a condition holds: coordinates, or elements of one tensor or another.
 * Source: tf.where, tf.where_v2 (tensorflow/python/ops/array_ops.py; core/kernels/where_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { bool } from "../../graph/dtypes.js";
import type { Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";

/** Flat places of the elements that are not zero. */
function nonzero(value: Value): Int32Array {
  const { data, size } = value;
  const places = new Int32Array(size);
  let n = 0;
  if (value.dtype.is_complex) {
    for (let i = 0; i < size; i++) if (data[2 * i] !== 0 || data[2 * i + 1] !== 0) places[n++] = i;
  } else if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    for (let i = 0; i < size; i++) if (data[i] !== 0n) places[n++] = i;
  } else {
    const numbers = data as Float64Array;
    for (let i = 0; i < size; i++) if (numbers[i] !== 0) places[n++] = i;
  }
  return places.subarray(0, n);
}

export const whereRecords: readonly OpRecord[] = [
  {
    type: "Where",
    shape: (c) => [new TensorShape([null, c.input(0).rank])],
    kernel: (k) => {
      k.readsData();
      const input = k.input(0);
      const { shape } = input;
      const rank = shape.length;
      const places = nonzero(input);
      const data = k.output(0, [places.length, rank]).data as BigInt64Array;
      for (let i = 0; i < places.length; i++) {
        let rest = places[i]!;
        for (let d = rank - 1; d >= 0; d--) {
          const n = shape[d]!;
          data[i * rank + d] = BigInt(rest % n);
          rest = Math.floor(rest / n);
        }
      }
      return undefined;
    },
  },
];

/** Coordinates of the true (nonzero) elements, int64 [count, rank], in row-major order. */
export function whereTrue(condition: TensorLike, name: string | null = null): Tensor {
  return scoped(name, "Where", [condition], (scope) => {
    const input = convertToTensor(condition, { preferred: bool, name: "condition" });
    return createOp("Where", { input }, {}, scope);
  });
}

interface WhereArguments {
  condition: TensorLike;
  x: TensorLike | null;
  y: TensorLike | null;
  name: string | null;
}

function choose(type: "Select" | "SelectV2", { condition, x, y, name }: WhereArguments): Tensor {
  if (x === null && y === null) return whereTrue(condition, name);
  if (x === null || y === null) throw new ValueError("x and y must both be non-None or both be None.");
  return createOp(type, { condition, t: x, e: y }, {}, name);
}

/** tf.where: with `x` and `y` of one shape, elements (or rows, for a vector condition) of either; alone, where `condition` is true. */
export const where = pyFunction<WhereArguments>()("where", "(condition, x=None, y=None, name=None)", (p) =>
  choose("Select", p),
);

/** tf.where_v2: as tf.where, but condition, `x` and `y` broadcast. */
export const where_v2 = pyFunction<WhereArguments>()("where_v2", "(condition, x=None, y=None, name=None)", (p) =>
  choose("SelectV2", p),
);
