/**
 * Singular values and right singular vectors of a square matrix, with LAPACK's signs.
 * Source: LAPACK dgebd2 (Householder bidiagonalisation), dbdsqr (implicit QR iteration), dlasv2, dlas2, dlartg.
 */

const EPS = 2 ** -53;
const TOLERANCE = Math.max(10, Math.min(100, EPS ** (-1 / 8))) * EPS;
const SMALLEST = 2 ** -1022;
const MAX_SWEEPS = 6;
const { abs, max, min, sqrt } = Math;

/** |a| with the sign of b. */
function signed(a: number, b: number): number {
  return b < 0 || Object.is(b, -0) ? -abs(a) : abs(a);
}

/** sqrt(x*x + y*y) without overflow. */
function length2(x: number, y: number): number {
  const w = max(abs(x), abs(y));
  const z = min(abs(x), abs(y));
  return z === 0 ? w : w * sqrt(1 + (z / w) ** 2);
}

/** A plane rotation that turns (f, g) into (r, 0). */
interface Rotation {
  readonly c: number;
  readonly s: number;
  readonly r: number;
}

function rotation(f: number, g: number): Rotation {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: 1, r: g };
  const r = sqrt(f * f + g * g);
  return abs(f) > abs(g) && f < 0 ? { c: -f / r, s: -g / r, r: -r } : { c: f / r, s: g / r, r };
}

/** The smaller singular value of [[f, g], [0, h]]. */
function smallerOfTwo(f: number, g: number, h: number): number {
  const low = min(abs(f), abs(h));
  const high = max(abs(f), abs(h));
  const ga = abs(g);
  if (low === 0) return 0;
  const as = 1 + low / high;
  const at = (high - low) / high;
  if (ga < high) {
    const au = (ga / high) ** 2;
    return low * (2 / (sqrt(as * as + au) + sqrt(at * at + au)));
  }
  const au = high / ga;
  if (au === 0) return (low * high) / ga;
  const half = low * (1 / (sqrt(1 + (as * au) ** 2) + sqrt(1 + (at * au) ** 2))) * au;
  return half + half;
}

/** Both singular values of [[f, g], [0, h]] and the rotation on the right. */
function ofTwo(f: number, g: number, h: number): { large: number; small: number; c: number; s: number } {
  const swap = abs(h) > abs(f);
  const [ft, ht] = swap ? [h, f] : [f, h];
  const fa = abs(ft);
  const ha = abs(ht);
  const ga = abs(g);
  let small = ha;
  let large = fa;
  let [cl, sl, cr, sr] = [1, 0, 1, 0];
  const dominant = ga > fa;
  if (ga !== 0 && dominant && fa / ga < EPS) {
    large = ga;
    small = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
    [cl, sl, cr, sr] = [1, ht / g, ft / g, 1];
  } else if (ga !== 0) {
    const d = fa - ha;
    let l = d === fa ? 1 : d / fa;
    const m = g / ft;
    let t = 2 - l;
    const mm = m * m;
    const s = sqrt(t * t + mm);
    const r = l === 0 ? abs(m) : sqrt(l * l + mm);
    const a = 0.5 * (s + r);
    small = ha / a;
    large = fa * a;
    if (mm !== 0) t = (m / (s + t) + m / (r + l)) * (1 + a);
    else t = l === 0 ? signed(2, ft) * signed(1, g) : g / signed(d, ft) + m / t;
    l = sqrt(t * t + 4);
    cr = 2 / l;
    sr = t / l;
    cl = (cr + sr * m) / a;
    sl = ((ht / ft) * sr) / a;
  }
  const left = swap ? { c: sr, s: cr } : { c: cl, s: sl };
  const right = swap ? { c: sl, s: cl } : { c: cr, s: sr };
  // The sign of the entry that is largest decides.
  let sign: number;
  if (ga !== 0 && dominant) sign = signed(1, right.s) * signed(1, left.c) * signed(1, g);
  else if (swap) sign = signed(1, right.s) * signed(1, left.s) * signed(1, h);
  else sign = signed(1, right.c) * signed(1, left.c) * signed(1, f);
  return { large: signed(large, sign), small: signed(small, sign * signed(1, f) * signed(1, h)), ...right };
}

/** Rotates rows i and i + 1 of a matrix. */
function rotateRows(vt: Float64Array, n: number, i: number, c: number, s: number): void {
  for (let k = i * n; k < (i + 1) * n; k++) {
    const below = vt[k + n]!;
    vt[k + n] = c * below - s * vt[k]!;
    vt[k] = s * below + c * vt[k]!;
  }
}

/** A Householder vector in place of x: the new first element, and the factor of the reflection (0: none). */
function householder(x: Float64Array): { beta: number; tau: number } {
  let norm = 0;
  for (let i = 1; i < x.length; i++) norm = length2(norm, x[i]!);
  const alpha = x[0]!;
  if (norm === 0) return { beta: alpha, tau: 0 };
  const beta = -signed(length2(alpha, norm), alpha);
  for (let i = 1; i < x.length; i++) x[i] = x[i]! * (1 / (alpha - beta));
  x[0] = 1;
  return { beta, tau: (beta - alpha) / beta };
}

/** Upper bidiagonal form: diagonal d, the elements e above it, and the rows that were reflected on the right. */
function bidiagonal(a: Float64Array, n: number): { d: Float64Array; e: Float64Array; vt: Float64Array } {
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  const reflections: { from: number; v: Float64Array; tau: number }[] = [];
  for (let i = 0; i < n; i++) {
    const column = Float64Array.from({ length: n - i }, (_, k) => a[(i + k) * n + i]!);
    const left = householder(column);
    d[i] = left.beta;
    for (let j = i + 1; j < n; j++) {
      let w = 0;
      for (let k = 0; k < column.length; k++) w += column[k]! * a[(i + k) * n + j]!;
      for (let k = 0; k < column.length; k++) a[(i + k) * n + j]! -= left.tau * w * column[k]!;
    }
    if (i + 1 === n) break;
    const row = a.slice(i * n + i + 1, (i + 1) * n);
    const right = householder(row);
    e[i] = right.beta;
    for (let r = i + 1; r < n; r++) {
      let w = 0;
      for (let k = 0; k < row.length; k++) w += row[k]! * a[r * n + i + 1 + k]!;
      for (let k = 0; k < row.length; k++) a[r * n + i + 1 + k]! -= right.tau * w * row[k]!;
    }
    reflections.push({ from: i + 1, v: row, tau: right.tau });
  }
  const vt = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vt[i * n + i] = 1;
  return { d, e, vt: applyReflections(vt, n, reflections) };
}

/** Multiplies on the right with the reflections, last made first. */
function applyReflections(
  vt: Float64Array,
  n: number,
  reflections: readonly { from: number; v: Float64Array; tau: number }[],
): Float64Array {
  for (let r = reflections.length - 1; r >= 0; r--) {
    const { from, v, tau } = reflections[r]!;
    for (let i = 0; i < n; i++) {
      let w = 0;
      for (let k = 0; k < v.length; k++) w += vt[i * n + from + k]! * v[k]!;
      for (let k = 0; k < v.length; k++) vt[i * n + from + k]! -= tau * w * v[k]!;
    }
  }
  return vt;
}

/** Singular values, largest first, and the rows of V transposed; a is n x n, row-major. */
export function svd(matrix: ArrayLike<number>, n: number): { s: Float64Array; vt: Float64Array } {
  const { d, e, vt } = bidiagonal(Float64Array.from(matrix), n);
  iterate(d, e, vt, n);
  for (let i = 0; i < n; i++) {
    if (!(d[i]! < 0) && !Object.is(d[i], -0)) continue;
    d[i] = -d[i]!;
    for (let k = i * n; k < (i + 1) * n; k++) vt[k] = -vt[k]!;
  }
  for (let last = n - 1; last > 0; last--) {
    let least = 0;
    for (let j = 1; j <= last; j++) if (d[j]! <= d[least]!) least = j;
    if (least === last) continue;
    [d[least], d[last]] = [d[last]!, d[least]!];
    for (let k = 0; k < n; k++) {
      [vt[least * n + k], vt[last * n + k]] = [vt[last * n + k]!, vt[least * n + k]!];
    }
  }
  return { s: d, vt };
}

/** Drives e to zero by QR sweeps over blocks without a zero in e, from the end on. */
function iterate(d: Float64Array, e: Float64Array, vt: Float64Array, n: number): void {
  let least = abs(d[0]!);
  let mu = least;
  for (let i = 1; i < n && least > 0; i++) {
    mu = abs(d[i]!) * (mu / (mu + abs(e[i - 1]!)));
    least = min(least, mu);
  }
  const threshold = max(TOLERANCE * (least / sqrt(n)), MAX_SWEEPS * n * n * SMALLEST);
  let top = n - 1;
  let previous = { from: -1, to: -1, down: true };
  for (let budget = MAX_SWEEPS * n * n; top > 0 && budget > 0; budget--) {
    let largest = abs(d[top]!);
    let from = top;
    while (from > 0 && abs(e[from - 1]!) > threshold) {
      from--;
      largest = max(largest, abs(d[from]!), abs(e[from]!));
    }
    if (from > 0) e[from - 1] = 0;
    if (from === top) {
      top--;
      continue;
    }
    if (from === top - 1) {
      const two = ofTwo(d[from]!, e[from]!, d[top]!);
      d[from] = two.large;
      e[from] = 0;
      d[top] = two.small;
      rotateRows(vt, n, from, two.c, two.s);
      top -= 2;
      continue;
    }
    // A new block is swept from its larger end to the smaller.
    const fresh = from > previous.to || top < previous.from;
    const down = fresh ? abs(d[from]!) >= abs(d[top]!) : previous.down;
    const smallest = converged(d, e, from, top, down);
    if (smallest === null) continue;
    previous = { from, to: top, down };
    let shift = 0;
    if (n * TOLERANCE * (smallest / largest) > max(EPS, 0.01 * TOLERANCE)) {
      const end = abs(d[down ? from : top]!);
      const at = down ? top - 1 : from;
      shift = smallerOfTwo(d[at]!, e[at]!, d[at + 1]!);
      if (end > 0 && (shift / end) ** 2 < EPS) shift = 0;
    }
    if (down) sweepDown(d, e, vt, n, from, top, shift);
    else sweepUp(d, e, vt, n, from, top, shift);
    const end = down ? top - 1 : from;
    if (abs(e[end]!) <= threshold) e[end] = 0;
  }
}

/** Sets an element of e that is negligible to zero and gives null; else a lower bound of the block's singular values. */
function converged(d: Float64Array, e: Float64Array, from: number, top: number, down: boolean): number | null {
  const end = down ? top - 1 : from;
  if (abs(e[end]!) <= TOLERANCE * abs(d[down ? top : from]!)) {
    e[end] = 0;
    return null;
  }
  let mu = abs(d[down ? from : top]!);
  let smallest = mu;
  for (let k = 0; k < top - from; k++) {
    const i = down ? from + k : top - 1 - k;
    if (abs(e[i]!) <= TOLERANCE * mu) {
      e[i] = 0;
      return null;
    }
    mu = abs(d[down ? i + 1 : i]!) * (mu / (mu + abs(e[i]!)));
    smallest = min(smallest, mu);
  }
  return smallest;
}

function sweepDown(
  d: Float64Array,
  e: Float64Array,
  vt: Float64Array,
  n: number,
  from: number,
  top: number,
  shift: number,
): void {
  if (shift === 0) {
    let right: Rotation = { c: 1, s: 0, r: 0 };
    let left: Rotation = { c: 1, s: 0, r: 0 };
    for (let i = from; i < top; i++) {
      right = rotation(d[i]! * right.c, e[i]!);
      if (i > from) e[i - 1] = left.s * right.r;
      left = rotation(left.c * right.r, d[i + 1]! * right.s);
      d[i] = left.r;
      rotateRows(vt, n, i, right.c, right.s);
    }
    const h = d[top]! * right.c;
    d[top] = h * left.c;
    e[top - 1] = h * left.s;
    return;
  }
  let f = (abs(d[from]!) - shift) * (signed(1, d[from]!) + shift / d[from]!);
  let g = e[from]!;
  for (let i = from; i < top; i++) {
    const right = rotation(f, g);
    if (i > from) e[i - 1] = right.r;
    f = right.c * d[i]! + right.s * e[i]!;
    e[i] = right.c * e[i]! - right.s * d[i]!;
    g = right.s * d[i + 1]!;
    d[i + 1] = right.c * d[i + 1]!;
    const left = rotation(f, g);
    d[i] = left.r;
    f = left.c * e[i]! + left.s * d[i + 1]!;
    d[i + 1] = left.c * d[i + 1]! - left.s * e[i]!;
    if (i < top - 1) {
      g = left.s * e[i + 1]!;
      e[i + 1] = left.c * e[i + 1]!;
    }
    rotateRows(vt, n, i, right.c, right.s);
  }
  e[top - 1] = f;
}

function sweepUp(
  d: Float64Array,
  e: Float64Array,
  vt: Float64Array,
  n: number,
  from: number,
  top: number,
  shift: number,
): void {
  if (shift === 0) {
    let right: Rotation = { c: 1, s: 0, r: 0 };
    let left: Rotation = { c: 1, s: 0, r: 0 };
    for (let i = top; i > from; i--) {
      right = rotation(d[i]! * right.c, e[i - 1]!);
      if (i < top) e[i] = left.s * right.r;
      left = rotation(left.c * right.r, d[i - 1]! * right.s);
      d[i] = left.r;
      rotateRows(vt, n, i - 1, left.c, -left.s);
    }
    const h = d[from]! * right.c;
    d[from] = h * left.c;
    e[from] = h * left.s;
    return;
  }
  let f = (abs(d[top]!) - shift) * (signed(1, d[top]!) + shift / d[top]!);
  let g = e[top - 1]!;
  for (let i = top; i > from; i--) {
    const right = rotation(f, g);
    if (i < top) e[i] = right.r;
    f = right.c * d[i]! + right.s * e[i - 1]!;
    e[i - 1] = right.c * e[i - 1]! - right.s * d[i]!;
    g = right.s * d[i - 1]!;
    d[i - 1] = right.c * d[i - 1]!;
    const left = rotation(f, g);
    d[i] = left.r;
    f = left.c * e[i - 1]! + left.s * d[i - 1]!;
    d[i - 1] = left.c * d[i - 1]! - left.s * e[i - 1]!;
    if (i > from + 1) {
      g = left.s * e[i - 2]!;
      e[i - 2] = left.c * e[i - 2]!;
    }
    rotateRows(vt, n, i - 1, left.c, -left.s);
  }
  e[from] = f;
}
