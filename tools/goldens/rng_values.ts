/** Recorded arrays of the random goldens (`$t`, or `$t_digest` for long ones) and their comparison bit for bit. */
import { createHash } from "node:crypto";
import { halfBits } from "../../src/np/half.js";

export interface Recorded {
  readonly $t?: { readonly dtype: string; readonly shape: readonly number[]; readonly data: readonly unknown[] };
  readonly $t_digest?: {
    readonly dtype: string;
    readonly shape: readonly number[];
    readonly head: readonly unknown[];
    readonly tail: readonly unknown[];
    readonly sha256: string;
  };
}

/** A JSON number, or the text that stands for one: "-0", "nan", "inf", "-inf", or an integer beyond 2^53. */
export function numberOf(x: unknown): number | bigint {
  if (typeof x === "number") return x;
  if (typeof x === "boolean") return x ? 1 : 0;
  if (x === "-0") return -0;
  if (x === "nan") return Number.NaN;
  if (x === "inf" || x === "-inf") return x === "inf" ? Infinity : -Infinity;
  if (typeof x === "string" && /^-?\d+$/.test(x)) return BigInt(x);
  throw new Error(`not a number: ${JSON.stringify(x)}`);
}

/** Row-major values with a dtype's name; float16 values lie in a Float32Array. */
export interface Values {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: ArrayLike<number | bigint>;
}

function bytesOf({ dtype, data }: Values): Uint8Array {
  const n = data.length;
  const numbers = (i: number) => Number(data[i]);
  switch (dtype) {
    case "float32":
      return new Uint8Array(Float32Array.from({ length: n }, (_, i) => numbers(i)).buffer);
    case "float64":
      return new Uint8Array(Float64Array.from({ length: n }, (_, i) => numbers(i)).buffer);
    case "float16":
      return new Uint8Array(Uint16Array.from({ length: n }, (_, i) => halfBits(numbers(i))).buffer);
    case "int32":
      return new Uint8Array(Int32Array.from({ length: n }, (_, i) => numbers(i)).buffer);
    case "int64":
      return new Uint8Array(BigInt64Array.from({ length: n }, (_, i) => BigInt(data[i]!)).buffer);
    default:
      throw new Error(`no digest of ${dtype}`);
  }
}

const SINGLE = new Set(["float32"]);

function same(dtype: string, want: unknown, got: number | bigint): boolean {
  const w = numberOf(want);
  if (typeof w === "bigint" || typeof got === "bigint") return BigInt(w) === BigInt(got);
  return Object.is(SINGLE.has(dtype) ? Math.fround(w) : dtype === "float16" ? half(w) : w, got);
}

/** Recorded halves are written with a half's few digits. */
function half(x: number): number {
  const step = 2 ** (Math.max(-14, Math.floor(Math.log2(Math.abs(x)))) - 10);
  return x === 0 ? x : Math.round(x / step) * step;
}

/** Null when the values have the recorded dtype, shape and bits; else what differs first. */
export function difference(recorded: Recorded, got: Values): string | null {
  const meta = recorded.$t ?? recorded.$t_digest;
  if (!meta) throw new Error("neither $t nor $t_digest");
  if (meta.dtype !== got.dtype) return `dtype ${got.dtype}, recorded ${meta.dtype}`;
  if (meta.shape.join() !== got.shape.join()) return `shape [${got.shape}], recorded [${meta.shape}]`;
  const digest = recorded.$t_digest;
  const n = got.data.length;
  const wanted: (readonly [number, unknown])[] = digest
    ? [
        ...digest.head.map((x, i) => [i, x] as const),
        ...digest.tail.map((x, i) => [n - digest.tail.length + i, x] as const),
      ]
    : (recorded.$t?.data ?? []).map((x, i) => [i, x] as const);
  if (!digest && wanted.length !== n) return `${n} values, recorded ${wanted.length}`;
  for (const [i, x] of wanted) {
    if (!same(meta.dtype, x, got.data[i]!)) return `[${i}] is ${got.data[i]}, recorded ${String(x)}`;
  }
  if (digest && createHash("sha256").update(bytesOf(got)).digest("hex") !== digest.sha256) return "digest differs";
  return null;
}
