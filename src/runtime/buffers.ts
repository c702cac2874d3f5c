/**
 * Buffers of a plan: a block is given again once its last reader has run.
 */

import type { DType } from "../graph/dtypes.js";
import { type Data, dtypeOf } from "../np/dtype.js";

/** What a node's output lives in; aliases share one. */
export class PlanBuffer {
  /** Reads that are still to come; never 0 for what a fetch or a later run needs. */
  uses = 0;
  /** Given back to the pool already: aliases may reach zero reads one after another. */
  isFree = false;
  /** Null: not from the pool (constants, variables, feeds, text). */
  readonly block: ArrayBuffer | null;

  constructor(block: ArrayBuffer | null) {
    this.block = block;
  }
}

/** Blocks that no pending node needs, smallest first. */
export class BufferPool {
  private free: ArrayBuffer[] = [];
  /** Bytes of all blocks ever made: the plan's memory. */
  total = 0;

  acquire(bytes: number): ArrayBuffer {
    const at = this.free.findIndex((b) => b.byteLength >= bytes);
    const found = this.free[at];
    // A block much larger than asked for is left for those that need it.
    if (found && found.byteLength <= 2 * bytes + 64) {
      this.free.splice(at, 1);
      return found;
    }
    const size = Math.max(8, Math.ceil(bytes / 8) * 8);
    this.total += size;
    return new ArrayBuffer(size);
  }

  release(block: ArrayBuffer): void {
    const at = this.free.findIndex((b) => b.byteLength >= block.byteLength);
    if (at < 0) this.free.push(block);
    else this.free.splice(at, 0, block);
  }
}

/** Typed array of n elements on a block; null for types whose values are objects. */
export function viewOf(dtype: DType, n: number, block: ArrayBuffer): Data {
  const name = dtype.numpyName!;
  switch (name) {
    case "bool":
    case "uint8":
      return new Uint8Array(block, 0, n);
    case "int8":
      return new Int8Array(block, 0, n);
    case "int16":
      return new Int16Array(block, 0, n);
    case "uint16":
      return new Uint16Array(block, 0, n);
    case "int32":
      return new Int32Array(block, 0, n);
    case "uint32":
      return new Uint32Array(block, 0, n);
    case "int64":
      return new BigInt64Array(block, 0, n);
    case "uint64":
      return new BigUint64Array(block, 0, n);
    case "float16":
    case "float32":
      return new Float32Array(block, 0, n);
    case "float64":
      return new Float64Array(block, 0, n);
    case "complex64":
      return new Float32Array(block, 0, 2 * n);
    case "complex128":
      return new Float64Array(block, 0, 2 * n);
    default:
      throw new Error(`no typed array holds ${name}`);
  }
}

/** Bytes that n elements take in our storage; 0 for types whose values are objects. */
export function bytesOf(dtype: DType, n: number): number {
  const name = dtype.numpyName;
  if (name === null || name === "object") return 0;
  if (name === "float16") return 4 * n;
  return dtypeOf(name).itemsize * n;
}
