/**
 * How many threads of a pool a reduction to one number uses: its result depends on that number.
 * Source: Eigen's TensorCostModel and FullReducer for a thread pool, measured on TensorFlow 1.15.5.
 */
import type { DType } from "../../np/dtype.js";

const CYCLES_PER_BYTE = 11 / 64;
const THREAD_START = 100000;

/** `cycles`: cost of one packet's arithmetic. */
export function threadsFor(n: number, dtype: DType, cycles: number, pool: number): number {
  if (pool <= 1) return 1;
  const packet = dtype.kind === "f" && dtype.name !== "float16" ? 32 / dtype.itemsize : 1;
  const cost = n * (dtype.itemsize * CYCLES_PER_BYTE + cycles / packet);
  return Math.max(1, Math.min(pool, Math.trunc((cost - THREAD_START) / THREAD_START + 0.9)));
}
