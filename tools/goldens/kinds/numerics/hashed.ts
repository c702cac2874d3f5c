/** Arrays of reductions.json and optimizers.json: literal, or from the recorder's integer-hash generator. */
import type { DTypeName, NumericData } from "../../../../src/np/dtype.js";
import { fromHex, makeArray, type Recorded, sizeOf } from "./bits.js";

interface Generator {
  readonly kind: "index" | "sorted" | "uniform" | "positive" | "wide" | "near1";
  readonly seed: number;
  readonly scale?: number;
  readonly below?: number;
}

export interface HashedArray {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly hex?: string;
  readonly gen?: Generator;
}

export interface HashedCase {
  readonly id: string;
  readonly op: string;
  readonly in_dtype: DTypeName;
  readonly threads?: number;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly in: readonly (string | HashedArray)[];
  readonly out: readonly Recorded[];
}

export interface HashedDocument {
  readonly arrays: Readonly<Record<string, HashedArray>>;
  readonly cases: readonly HashedCase[];
}

/** An input with its shape. */
export interface Input {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly data: NumericData;
}

function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function generate({ kind, seed, scale = 1, below = 1 }: Generator, dtype: DTypeName, n: number): NumericData {
  const out = makeArray(dtype, n);
  const values: number[] = [];
  for (let i = 0; i < n; i++) {
    const h = mix((2 * i + seed * 7919) >>> 0);
    const k = mix((2 * i + seed * 7919 + 1) >>> 0);
    const u = dtype === "float64" ? ((h >>> 8) * 2 ** 29 + (k >>> 3)) / 2 ** 53 : (h >>> 8) / 2 ** 24;
    if (kind === "index" || kind === "sorted") values.push(h % below);
    else if (kind === "uniform") values.push((u * 2 - 1) * scale);
    else if (kind === "positive") values.push((u + 2 ** -20) * scale);
    else if (kind === "near1") values.push(1 + (u - 0.5) * scale);
    else values.push(((k >>> 20) & 1 ? -1 : 1) * (1 + u) * 2 ** ((k % 13) - 6));
  }
  if (kind === "sorted") values.sort((a, b) => a - b);
  if (out instanceof BigInt64Array || out instanceof BigUint64Array) {
    for (let i = 0; i < n; i++) out[i] = BigInt(values[i]!);
  } else out.set(values);
  return out;
}

/** The inputs of a case. */
export function inputsOf(c: HashedCase, arrays: HashedDocument["arrays"]): Input[] {
  return c.in.map((name) => {
    const spec = typeof name === "string" ? arrays[name] : name;
    if (!spec) throw new Error(`no array ${String(name)}`);
    const n = sizeOf(spec.shape);
    const data = spec.gen ? generate(spec.gen, spec.dtype, n) : fromHex(spec.hex ?? "", spec.dtype, n);
    return { dtype: spec.dtype, shape: spec.shape, data };
  });
}
