/**
 * Run-time tensors: dense row-major buffers.
 */

import type { DType } from "../graph/dtypes.js";
import type { Value } from "../graph/kernel.js";
import { type Data, dtypeOf } from "../np/dtype.js";
import { Strided, sizeOf } from "../np/strided.js";

/** Zeroed storage of the element type for n elements. */
export function storage(dtype: DType, n: number): Data {
  return dtypeOf(dtype.numpyName ?? "object").make(n);
}

export class DenseValue implements Value {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly size: number;
  readonly data: Data;

  constructor(dtype: DType, shape: readonly number[], data: Data) {
    this.dtype = dtype;
    this.shape = shape;
    this.size = sizeOf(shape);
    this.data = data;
  }
}

export function makeValue(dtype: DType, shape: readonly number[]): DenseValue {
  return new DenseValue(dtype, shape, storage(dtype, sizeOf(shape)));
}

/** Row-major arrays become values without copying. */
export function valueFromArray(dtype: DType, array: Strided): DenseValue {
  const per = array.dtype.kind === "c" ? 2 : 1;
  const whole = array.offset === 0 && array.data.length === array.size * per;
  const data = whole ? array.data : array.data.slice(array.offset * per, (array.offset + array.size) * per);
  return new DenseValue(dtype, array.shape, data);
}

export function arrayFromValue(value: Value): Strided {
  return new Strided(value.data, dtypeOf(value.dtype.numpyName ?? "object"), value.shape);
}

/** Integers of a small tensor (axes, shapes), as numbers. */
export function intsOfValue(v: Value): number[] {
  const out = new Array<number>(v.size);
  for (let i = 0; i < out.length; i++) out[i] = Number(v.data[i]);
  return out;
}

/** Copies all elements; both sides have the same type and length. */
export function copyElements(from: Data, to: Data): void {
  if (Array.isArray(to) || Array.isArray(from)) for (let i = 0; i < to.length; i++) (to as unknown[])[i] = from[i];
  else if (to instanceof BigInt64Array || to instanceof BigUint64Array) to.set(from as BigInt64Array);
  else to.set(from as Float32Array);
}
