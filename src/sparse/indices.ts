/**
 * Checks of the fixed indices of a sparse variable.
 */

import { copyAs } from "../np/casting.js";
import type { ArrayLike } from "../np/convert.js";
import { asStrided } from "../np/convert.js";
import { dtypeOf } from "../np/dtype.js";
import { ValueError } from "../np/errors.js";
import type { Strided } from "../np/strided.js";

/** Positions [N, rank] as int64, with the dense shape they lie in. */
export interface FixedIndices {
  readonly indices: Strided;
  readonly denseShape: readonly number[];
  readonly count: number;
}

/**
 * Raises ValueError with the row at fault when indices are not [N, rank], lie outside the dense shape, occur twice, or are
 * not in row-major order (which TensorFlow's sparse ops expect and don't check).
 */
export function checkIndices(given: ArrayLike, denseShape: readonly number[], what: string): FixedIndices {
  const array = asStrided(given);
  if (array.size > 0 && !array.dtype.isInteger)
    throw new TypeError(`${what}: indices must be integers, got ${array.dtype}`);
  denseShape.forEach((d, axis) => {
    if (!Number.isInteger(d) || d < 0)
      throw new ValueError(`${what}: dense_shape[${axis}] must be a non-negative integer, got ${d}`);
  });
  const rank = denseShape.length;
  if (array.ndim !== 2 || array.shape[1] !== rank) {
    throw new ValueError(
      `${what}: indices must have shape [N, ${rank}] for a dense_shape of rank ${rank}, got [${array.shape.join(", ")}]`,
    );
  }
  const indices = copyAs(array, dtypeOf("int64"));
  const data = indices.data as BigInt64Array;
  const count = indices.shape[0]!;
  const row = (i: number): string => `[${Array.from(data.subarray(i * rank, (i + 1) * rank)).join(", ")}]`;
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < rank; axis++) {
      const v = Number(data[i * rank + axis]!);
      if (v < 0 || v >= denseShape[axis]!) {
        throw new ValueError(
          `${what}: indices[${i}] = ${row(i)} is out of bounds for dense_shape [${denseShape.join(", ")}]`,
        );
      }
    }
    if (i === 0) continue;
    const order = compareRows(data, i - 1, i, rank);
    if (order === 0) throw new ValueError(`${what}: indices[${i}] = ${row(i)} is repeated`);
    if (order > 0) {
      throw new ValueError(
        `${what}: indices[${i}] = ${row(i)} is out of order after ${row(i - 1)}; sort the rows (and the values with them) in row-major order`,
      );
    }
  }
  return { indices, denseShape, count };
}

function compareRows(data: BigInt64Array, a: number, b: number, rank: number): number {
  for (let k = 0; k < rank; k++) {
    const d = data[a * rank + k]! - data[b * rank + k]!;
    if (d !== 0n) return d < 0n ? -1 : 1;
  }
  return 0;
}
