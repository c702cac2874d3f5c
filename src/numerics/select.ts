/**
 * bindSelect and bindSelectV2: elements of one of two arrays, by a condition (tf.where with three arguments).
 * Source: SelectOp and SelectV2Op of tensorflow/core/kernels/cwise_op_select.cc. Values are moved, so denormals stay.
 */
import type { Data, DTypeName } from "../np/dtype.js";
import { type BroadcastPlan, planBroadcast } from "./broadcast.js";

type Select = (cond: Uint8Array, a: Data, b: Data, out: Data) => void;

/** Numbers an element takes in storage. */
function widthOf(dtype: DTypeName): number {
  return dtype.startsWith("complex") ? 2 : 1;
}

/** One condition for each run of `run` stored values; Float32Array has a loop of its own because training uses it. */
function runs(run: number, count: number): Select {
  const float32 = (cond: Uint8Array, a: Float32Array, b: Float32Array, out: Float32Array): void => {
    for (let r = 0, i = 0; r < count; r++) {
      const from = cond[r] === 0 ? b : a;
      for (const end = i + run; i < end; i++) out[i] = from[i]!;
    }
  };
  return (cond, a, b, out) => {
    if (a instanceof Float32Array && b instanceof Float32Array && out instanceof Float32Array) {
      float32(cond, a, b, out);
      return;
    }
    for (let r = 0, i = 0; r < count; r++) {
      const from = cond[r] === 0 ? b : a;
      for (const end = i + run; i < end; i++) out[i] = from[i]!;
    }
  };
}

function product(shape: readonly number[]): number {
  return shape.reduce((n, d) => n * d, 1);
}

/**
 * Select: the condition has the shape of the values, or is a scalar, or a vector with one entry per row of the values.
 * Null for any other condition. The result may be written into either array of values.
 */
export function bindSelect(
  dtype: DTypeName,
  condShape: readonly number[],
  shape: readonly number[],
): ((cond: Data, a: Data, b: Data, out: Data) => void) | null {
  const size = product(shape);
  const width = widthOf(dtype);
  const same = condShape.length === shape.length && condShape.every((d, i) => d === shape[i]);
  let count: number;
  if (same) count = size;
  else if (condShape.length === 0) count = 1;
  else if (condShape.length === 1 && shape.length > 0 && condShape[0] === shape[0]) count = condShape[0]!;
  else return null;
  const select = runs(count === 0 ? 0 : (size / count) * width, count);
  return (cond, a, b, out) => {
    if (cond instanceof Uint8Array) select(cond, a, b, out);
  };
}

/** Position in an operand of each run of a plan's result, element by element. */
function positions(starts: Int32Array, step: number, plan: BroadcastPlan): Int32Array {
  const out = new Int32Array(plan.size);
  for (let row = 0, k = 0; row < plan.rows; row++) {
    for (let e = 0, i = starts[row]!; e < plan.inner; e++, k++, i += step) out[k] = i;
  }
  return out;
}

/** A select whose three operands broadcast; null where their shapes disagree. */
export function bindSelectV2(
  dtype: DTypeName,
  condShape: readonly number[],
  aShape: readonly number[],
  bShape: readonly number[],
): { readonly shape: readonly number[]; readonly run: (cond: Data, a: Data, b: Data, out: Data) => void } | null {
  const values = planBroadcast(aShape, bShape);
  const all = values && planBroadcast(condShape, values.shape);
  if (!all) return null;
  const { shape } = all;
  const where = (operand: readonly number[]): Int32Array => {
    const plan = planBroadcast(operand, shape)!;
    return positions(plan.aStart, plan.aStep, plan);
  };
  const [ofCond, ofA, ofB] = [where(condShape), where(aShape), where(bShape)];
  const width = widthOf(dtype);
  return {
    shape,
    run: (cond, a, b, out) => {
      for (let k = 0; k < ofCond.length; k++) {
        const from = cond[ofCond[k]!] === 0 ? b : a;
        const at = (cond[ofCond[k]!] === 0 ? ofB : ofA)[k]! * width;
        for (let w = 0; w < width; w++) out[k * width + w] = from[at + w]!;
      }
    },
  };
}
