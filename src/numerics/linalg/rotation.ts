/**
 * Plane rotations: of Givens, which zero an element, and of Jacobi, which make a symmetric 2 x 2 matrix diagonal.
 * Source: Eigen's JacobiRotation.
 */
export interface Rotation {
  readonly c: number;
  readonly s: number;
}

export const IDENTITY: Rotation = { c: 1, s: 0 };

/** The rotation that turns (p, q) into (r, 0). */
export function givens(p: number, q: number): Rotation {
  if (q === 0) return { c: p < 0 ? -1 : 1, s: 0 };
  if (p === 0) return { c: 0, s: q < 0 ? 1 : -1 };
  if (Math.abs(p) > Math.abs(q)) {
    const t = q / p;
    const u = Math.sqrt(1 + t * t) * (p < 0 ? -1 : 1);
    return { c: 1 / u, s: -t / u };
  }
  const t = p / q;
  const u = Math.sqrt(1 + t * t) * (q < 0 ? -1 : 1);
  return { c: t / u, s: -1 / u };
}

/** The rotation that makes [[x, y], [y, z]] diagonal. */
export function jacobi(x: number, y: number, z: number): Rotation {
  const by = 2 * Math.abs(y);
  if (by < Number.MIN_VALUE) return IDENTITY;
  const tau = (x - z) / by;
  const w = Math.sqrt(tau * tau + 1);
  const t = tau > 0 ? 1 / (tau + w) : 1 / (tau - w);
  const n = 1 / Math.sqrt(t * t + 1);
  return { c: n, s: -Math.sign(t) * Math.sign(y) * Math.abs(t) * n };
}

export function inverse({ c, s }: Rotation): Rotation {
  return { c, s: -s };
}
export function times(a: Rotation, b: Rotation): Rotation {
  return { c: a.c * b.c - a.s * b.s, s: a.c * b.s + a.s * b.c };
}

/** x = c x + s y, y = c y - s x for `n` elements, `step` apart. */
function rotate(m: Float64Array, x: number, y: number, step: number, n: number, { c, s }: Rotation): void {
  for (let i = 0; i < n; i++, x += step, y += step) {
    const [a, b] = [m[x]!, m[y]!];
    m[x] = c * a + s * b;
    m[y] = c * b - s * a;
  }
}

/** Rows p and q of m [rows, cols]. */
export function rotateRows(m: Float64Array, cols: number, p: number, q: number, rotation: Rotation): void {
  rotate(m, p * cols, q * cols, 1, cols, rotation);
}
/** Columns p and q of m [rows, cols]. */
export function rotateColumns(
  m: Float64Array,
  rows: number,
  cols: number,
  p: number,
  q: number,
  rotation: Rotation,
): void {
  rotate(m, p, q, cols, rows, inverse(rotation));
}
