/**
 * Comparing computed arrays with recorded bit patterns: element by element, or by SHA-256 all or nothing.
 * Source: the format notes in the first field of each numerics golden.
 */
import { createHash } from "node:crypto";
import type { DTypeName, NumericData } from "../../../../src/np/dtype.js";
import { dtypeOf } from "../../../../src/np/dtype.js";
import type { Family } from "../../replay.js";
import { family } from "../../replay.js";

/** A recorded array: all elements as big-endian hex, or a digest of them. */
export interface Recorded {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly hex?: string;
  readonly sha256?: string;
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((n, d) => n * d, 1);
}

/** Storage of a numeric dtype. */
export function makeArray(dtype: DTypeName, n: number): NumericData {
  const data = dtypeOf(dtype).make(n);
  if (Array.isArray(data)) throw new Error(`${dtype} is not numeric`);
  return data;
}

function bytesOf(data: NumericData): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

function swapped(bytes: Buffer, width: number): Buffer {
  const out = Buffer.from(bytes);
  if (width === 8) return out.swap64();
  if (width === 4) return out.swap32();
  if (width === 2) return out.swap16();
  return out;
}

/** The array behind big-endian hex digits. */
export function fromHex(hex: string, dtype: DTypeName, n: number): NumericData {
  const out = makeArray(dtype, n);
  bytesOf(out).set(swapped(Buffer.from(hex, "hex"), out.BYTES_PER_ELEMENT));
  return out;
}

function isFloat(data: NumericData): boolean {
  return data instanceof Float32Array || data instanceof Float64Array;
}

/** How many elements have the recorded bits; any NaN stands for any other. */
export function equalElements(got: NumericData, want: Recorded, digest: "big" | "little"): number {
  const n = sizeOf(want.shape);
  if (got.length !== n) return 0;
  const width = got.BYTES_PER_ELEMENT;
  if (want.sha256 !== undefined) {
    const bytes = bytesOf(got);
    const hash = createHash("sha256").update(digest === "big" ? swapped(bytes, width) : bytes);
    return hash.digest("hex") === want.sha256 ? n : 0;
  }
  const expected = fromHex(want.hex ?? "", want.dtype, n);
  const a = bytesOf(got);
  const b = bytesOf(expected);
  let equal = 0;
  for (let i = 0; i < n; i++) {
    const same = a.compare(b, i * width, (i + 1) * width, i * width, (i + 1) * width) === 0;
    if (same || (isFloat(got) && Number.isNaN(Number(got[i])) && Number.isNaN(Number(expected[i])))) equal++;
  }
  return equal;
}

/** Counts per family name, in order of first appearance. */
export class Tally {
  readonly #families = new Map<string, Family>();

  /** Records one case: its outputs beside the recorded ones; a thrown error fails it. */
  check(name: string, id: string, want: readonly Recorded[], digest: "big" | "little", run: () => NumericData[]): void {
    let into = this.#families.get(name);
    if (!into) {
      into = { ...family(name), bits: { equal: 0, total: 0 } };
      this.#families.set(name, into);
    }
    const total = want.reduce((n, w) => n + sizeOf(w.shape), 0);
    let equal = 0;
    let reason = "";
    try {
      const got = run();
      want.forEach((w, i) => {
        const e = got[i] ? equalElements(got[i], w, digest) : 0;
        if (e !== sizeOf(w.shape)) reason += ` output ${i}: ${e} of ${sizeOf(w.shape)} elements equal`;
        equal += e;
      });
    } catch (error) {
      reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    if (into.bits) {
      into.bits.equal += equal;
      into.bits.total += total;
    }
    if (reason) into.failures.push({ id, reason: reason.trim() });
    else into.passed++;
  }

  get families(): Family[] {
    return [...this.#families.values()];
  }
}
