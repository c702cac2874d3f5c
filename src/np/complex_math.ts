/**
 * Complex-number rules of ufuncs; each writes its result to out[0], out[1]. `r` rounds to the working precision, and the
 * last step is rounded when the result is stored.
 * Source: numpy/core/src/umath/loops.c.src and npymath/npy_math_complex.c.src (NumPy 1.18).
 */
import type { Complex1, Complex2 } from "./dispatch.js";

function put(out: Float64Array, re: number, im: number): void {
  out[0] = re;
  out[1] = im;
}

export const add: Complex2 = (a, b, c, d, out) => put(out, a + c, b + d);
export const subtract: Complex2 = (a, b, c, d, out) => put(out, a - c, b - d);
export const multiply: Complex2 = (a, b, c, d, out, r) => put(out, r(a * c) - r(b * d), r(a * d) + r(b * c));

/** Smith's method, as NumPy divides. */
export const divide: Complex2 = (a, b, c, d, out, r) => {
  if (Math.abs(c) >= Math.abs(d)) {
    if (c === 0 && d === 0) return put(out, a / Math.abs(c), b / Math.abs(c));
    const ratio = r(d / c);
    const scale = r(1 / r(c + r(d * ratio)));
    return put(out, r(a + r(b * ratio)) * scale, r(b - r(a * ratio)) * scale);
  }
  const ratio = r(c / d);
  const scale = r(1 / r(d + r(c * ratio)));
  put(out, r(r(a * ratio) + b) * scale, r(r(b * ratio) - a) * scale);
};

export const exp: Complex1 = (re, im, out) => {
  const r = Math.exp(re);
  put(out, im === 0 ? r : r * Math.cos(im), im === 0 ? im : r * Math.sin(im));
};

export const log: Complex1 = (re, im, out) => put(out, Math.log(Math.hypot(re, im)), Math.atan2(im, re));

export const sqrt: Complex1 = (re, im, out) => {
  if (re === 0 && im === 0) return put(out, 0, im);
  if (!Number.isFinite(im) && !Number.isNaN(im)) return put(out, Infinity, im);
  const t = Math.sqrt((Math.abs(re) + Math.hypot(re, im)) * 0.5);
  if (re >= 0) return put(out, t, im / (2 * t));
  put(out, Math.abs(im) / (2 * t), im < 0 || Object.is(im, -0) ? -t : t);
};

export const square: Complex1 = (re, im, out, r) => put(out, r(re * re) - r(im * im), r(re * im) + r(im * re));
export const negative: Complex1 = (re, im, out) => put(out, -re, -im);
export const conjugate: Complex1 = (re, im, out) => put(out, re, -im);
export const absolute: Complex1 = (re, im, out) => put(out, Math.hypot(re, im), 0);
export const sin: Complex1 = (re, im, out) => put(out, Math.sin(re) * Math.cosh(im), Math.cos(re) * Math.sinh(im));
export const cos: Complex1 = (re, im, out) => put(out, Math.cos(re) * Math.cosh(im), -Math.sin(re) * Math.sinh(im));

export const reciprocal: Complex1 = (re, im, out, r) => divide(1, 0, re, im, out, r);

/** Integer exponents below 100 by multiplication, all others as exp(b log a). */
export const power: Complex2 = (a, b, c, d, out, r) => {
  if (c === 0 && d === 0) return put(out, 1, 0);
  if (a === 0 && b === 0) return c > 0 && d === 0 ? put(out, 0, 0) : put(out, NaN, NaN);
  const n = Math.trunc(c);
  if (d === 0 && n === c && n > -100 && n < 100) {
    let pr = a;
    let pi = b;
    let rr = 1;
    let ri = 0;
    for (let mask = Math.abs(n), first = true; mask > 0; mask >>= 1) {
      if (mask & 1) {
        if (first) {
          rr = pr;
          ri = pi;
          first = false;
        } else [rr, ri] = [rr * pr - ri * pi, rr * pi + ri * pr];
      }
      [pr, pi] = [pr * pr - pi * pi, pr * pi + pi * pr];
    }
    return n < 0 ? divide(1, 0, rr, ri, out, r) : put(out, rr, ri);
  }
  log(a, b, out, r);
  const lr = out[0]!;
  const li = out[1]!;
  exp(lr * c - li * d, lr * d + li * c, out, r);
};

/** Lexicographic order, real part first. */
function less(a: number, b: number, c: number, d: number): boolean {
  return a < c || (a === c && b < d);
}

const truth = (f: (a: number, b: number, c: number, d: number) => boolean): Complex2 => {
  return (a, b, c, d, out) => put(out, f(a, b, c, d) ? 1 : 0, 0);
};
export const equal = truth((a, b, c, d) => a === c && b === d);
export const notEqual = truth((a, b, c, d) => a !== c || b !== d);
export const lessThan = truth(less);
export const lessEqual = truth((a, b, c, d) => less(a, b, c, d) || (a === c && b === d));
export const greaterThan = truth((a, b, c, d) => less(c, d, a, b));
export const greaterEqual = truth((a, b, c, d) => less(c, d, a, b) || (a === c && b === d));

const isNan = (re: number, im: number) => Number.isNaN(re) || Number.isNaN(im);
export const maximum: Complex2 = (a, b, c, d, out) =>
  isNan(a, b) || !(isNan(c, d) || less(a, b, c, d)) ? put(out, a, b) : put(out, c, d);
export const minimum: Complex2 = (a, b, c, d, out) =>
  isNan(a, b) || !(isNan(c, d) || less(c, d, a, b)) ? put(out, a, b) : put(out, c, d);
