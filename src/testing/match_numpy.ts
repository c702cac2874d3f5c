/**
 * Arrays against what NumPy has, as nested lists, a golden's entry, or a .npy file.
 */
import { array, asarray, load, type NDArray } from "../np/index.js";

export interface NumpyOptions {
  readonly rtol?: number;
  readonly atol?: number;
}

/** A golden's way to write an array. */
interface Entry {
  readonly $t: { readonly dtype: string; readonly shape: readonly number[]; readonly data: readonly unknown[] };
}

function isEntry(x: unknown): x is Entry {
  return typeof x === "object" && x !== null && "$t" in x;
}

function expected(want: unknown): NDArray {
  if (typeof want === "string" && want.endsWith(".npy")) return load(want) as NDArray;
  if (!isEntry(want)) return array(want as never);
  const numbers = want.$t.data.map((v) =>
    v === "nan"
      ? Number.NaN
      : v === "inf"
        ? Number.POSITIVE_INFINITY
        : v === "-inf"
          ? Number.NEGATIVE_INFINITY
          : v === "-0"
            ? -0
            : v,
  );
  return array(numbers as never, { dtype: want.$t.dtype as never }).reshape([...want.$t.shape]);
}

/** Why the array is not the wanted one; null where it is. */
export function differenceFromNumpy(got: unknown, want: unknown, options: NumpyOptions = {}): string | null {
  const { rtol = 1e-7, atol = 0 } = options;
  const mine = asarray(got as never);
  const original = expected(want);
  if (JSON.stringify(mine.shape) !== JSON.stringify(original.shape)) {
    return `shape: want (${original.shape.join(", ")}), got (${mine.shape.join(", ")})`;
  }
  if (isEntry(want) && String(mine.dtype) !== want.$t.dtype)
    return `dtype: want ${want.$t.dtype}, got ${String(mine.dtype)}`;
  const [a, b] = [original.ravel().tolist() as unknown[], mine.ravel().tolist() as unknown[]];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    const [p, q] = [Number(x), Number(y)];
    if (Number.isNaN(p) && Number.isNaN(q)) continue;
    if (!(Math.abs(p - q) <= atol + rtol * Math.abs(p))) return `element ${i}: want ${String(x)}, got ${String(y)}`;
  }
  return null;
}
