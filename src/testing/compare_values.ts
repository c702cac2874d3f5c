/** Compares values in golden encoding: structure and non-floats exactly, floats within tolerance, counting equal bits. */
import type { Json } from "./encode.js";

export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

export interface Bits {
  equal: number;
  total: number;
}

type Rec = { readonly [key: string]: Json };

function isRec(x: Json | undefined): x is Rec {
  return typeof x === "object" && x !== null && !Array.isArray(x);
}

/** Resolves {"$ref": k} against the golden's pool of repeated values. */
export function resolved(x: Json, pool: readonly Json[]): Json {
  if (Array.isArray(x)) return x.map((v: Json) => resolved(v, pool));
  if (!isRec(x)) return x;
  if (typeof x["$ref"] === "number") return resolved(pool[x["$ref"]]!, pool);
  return Object.fromEntries(Object.entries(x).map(([k, v]) => [k, resolved(v, pool)]));
}

function number(x: Json): number {
  if (x === "nan") return Number.NaN;
  if (x === "inf") return Number.POSITIVE_INFINITY;
  if (x === "-inf") return Number.NEGATIVE_INFINITY;
  if (x === "-0") return -0;
  return Number(x);
}

/** Goldens write float32 in the shortest text that gives the same float32 back. */
function rounded(dtype: string, x: number): number {
  return dtype === "float32" || dtype === "float16" || dtype === "complex64" ? Math.fround(x) : x;
}

function compareFloats(
  want: readonly Json[],
  got: readonly Json[],
  dtype: string,
  tol: Tolerance,
  bits: Bits,
): string | null {
  let worst: string | null = null;
  want.forEach((w, i) => {
    const a = rounded(dtype, number(w));
    const b = rounded(dtype, number(got[i]!));
    bits.total++;
    if (Object.is(a, b)) {
      bits.equal++;
      return;
    }
    if (Number.isNaN(a) && Number.isNaN(b)) return;
    const off = Math.abs(a - b);
    if (!(off <= tol.atol + tol.rtol * Math.abs(a)) && worst === null) worst = `element ${i}: want ${a}, got ${b}`;
  });
  return worst;
}

/** Null when equal, else where and how they differ. */
export function difference(want: Json, got: Json, tol: Tolerance, bits: Bits, path = ""): string | null {
  if (Array.isArray(want)) {
    const list = want as readonly Json[];
    if (!Array.isArray(got) || got.length !== list.length)
      return `${path}: want ${list.length} items, got ${JSON.stringify(got)?.slice(0, 80)}`;
    for (let i = 0; i < list.length; i++) {
      const d = difference(list[i]!, (got as readonly Json[])[i]!, tol, bits, `${path}[${i}]`);
      if (d) return d;
    }
    return null;
  }
  if (isRec(want)) {
    if (!isRec(got))
      return `${path}: want ${JSON.stringify(want).slice(0, 120)}, got ${JSON.stringify(got)?.slice(0, 120)}`;
    const box = want["$t"] ?? want["$big"];
    const mine = want["$t"] ? got["$t"] : got["$big"];
    if (isRec(box) && isRec(mine)) return arrays(box, mine, tol, bits, path);
    const keys = [...new Set([...Object.keys(want), ...Object.keys(got)])];
    for (const k of keys) {
      if (!(k in want)) return `${path}.${k}: not in the original`;
      if (!(k in got)) return `${path}.${k}: missing`;
      const d = difference(want[k]!, got[k]!, tol, bits, `${path}.${k}`);
      if (d) return d;
    }
    return null;
  }
  return Object.is(want, got) ? null : `${path}: want ${JSON.stringify(want)}, got ${JSON.stringify(got)}`;
}

function arrays(want: Rec, got: Rec, tol: Tolerance, bits: Bits, path: string): string | null {
  const head = (x: Rec) => `${String(x["dtype"])} ${JSON.stringify(x["shape"])}`;
  if (head(want) !== head(got)) return `${path}: want ${head(want)}, got ${head(got)}`;
  const dtype = String(want["dtype"]);
  const isFloat = /^(float|bfloat|complex)/.test(dtype);
  for (const part of ["data", "first", "last"]) {
    const a = want[part] as readonly Json[] | undefined;
    if (a === undefined) continue;
    const b = got[part] as readonly Json[];
    const d = isFloat
      ? compareFloats(a.flat(), b.flat(), dtype, tol, bits)
      : JSON.stringify(a) === JSON.stringify(b)
        ? null
        : `want ${JSON.stringify(a).slice(0, 100)}, got ${JSON.stringify(b).slice(0, 100)}`;
    if (d) return `${path}: ${d}`;
  }
  // Sums over all elements stand for those that were not written out.
  for (const part of ["sum", "sumsq"]) {
    if (want[part] === undefined) continue;
    const a = number(want[part]!);
    const b = number(got[part]!);
    const scale = Math.sqrt(Math.abs(number(want["sumsq"]!))) + 1;
    if (Math.abs(a - b) > tol.rtol * Math.max(Math.abs(a), scale)) return `${path}.${part}: want ${a}, got ${b}`;
  }
  return null;
}
