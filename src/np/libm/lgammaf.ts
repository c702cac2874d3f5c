/**
 * log|gamma(x)| of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/e_lgammaf_r.c.
 */
import { lgammaNegative } from "./lgammaf_negative.js";
import { logf } from "./logf.js";
import { cosf, sinf } from "./sincosf.js";
import { bitsOf, floatOf, horner } from "./single.js";

const f = Math.fround;
const PI = f(Math.PI);
/** logf of any denormal once its scaling by 2^23 is flushed: 150 ln 2. */
const LOG_OF_FLUSHED = -floatOf(0x42cff1b4);
/** Where gamma is smallest, log gamma there, and minus the tail of that. */
const TC = f(1.4616321325);
const TF = f(-1.2148628384e-1);
const TT = f(6.6971006518e-9);
const W0 = f(4.1893854737e-1);
// biome-ignore-start format: tables
const A_EVEN = new Float32Array([
  7.7215664089e-2, 6.7352302372e-2, 7.3855509982e-3, 1.1927076848e-3, 2.2086278477e-4, 2.52144564e-5,
]);
const A_ODD = new Float32Array([
  3.2246702909e-1, 2.0580807701e-2, 2.8905137442e-3, 5.1006977446e-4, 1.0801156895e-4, 4.4864096708e-5,
]);
const T_0 = new Float32Array([4.8383611441e-1, -3.2788541168e-2, 6.1005386524e-3, -1.4034647029e-3, 3.1563205994e-4]);
const T_1 = new Float32Array([-1.4758771658e-1, 1.7970675603e-2, -3.6845202558e-3, 8.8108185446e-4, -3.1275415677e-4]);
const T_2 = new Float32Array([6.4624942839e-2, -1.0314224288e-2, 2.2596477065e-3, -5.3859531181e-4, 3.3552918467e-4]);
const U = new Float32Array([
  -7.7215664089e-2, 6.3282704353e-1, 1.4549225569, 9.7771751881e-1, 2.2896373272e-1, 1.3381091878e-2,
]);
const V = new Float32Array([1, 2.4559779167, 2.1284897327, 7.6928514242e-1, 1.0422264785e-1, 3.2170924824e-3]);
const S = new Float32Array([
  -7.7215664089e-2, 2.1498242021e-1, 3.2577878237e-1, 1.4635047317e-1, 2.6642270386e-2, 1.8402845599e-3,
  3.1947532989e-5,
]);
const R = new Float32Array([
  1, 1.3920053244, 7.2193557024e-1, 1.7193385959e-1, 1.8645919859e-2, 7.7794247773e-4, 7.3266842264e-6,
]);
const W = new Float32Array([
  8.3333335817e-2, -2.777777845e-3, 7.9365057172e-4, -5.9518753551e-4, 8.3633989561e-4, -1.6309292987e-3,
]);
// biome-ignore-end format: tables

/** sin(pi x) of a negative x that is above -2^23. */
function sinPi(x: number): number {
  if (x > -0.25) return sinf(f(PI * x));
  const a = -x;
  const whole = Math.floor(a);
  let y: number;
  let eighth: number;
  if (whole !== a) {
    y = f(a * 0.5);
    y = f(2 * f(y - Math.floor(y)));
    eighth = Math.trunc(f(y * 4));
  } else {
    y = whole % 2;
    eighth = 4 * y;
  }
  if (eighth === 0) return -sinf(f(PI * y));
  if (eighth <= 2) return -cosf(f(PI * f(0.5 - y)));
  if (eighth <= 4) return -sinf(f(PI * f(1 - y)));
  if (eighth <= 6) return cosf(f(PI * f(y - 1.5)));
  return -sinf(f(PI * f(y - 2)));
}

/** 0 < x < 2. */
function belowTwo(x: number): number {
  const bits = bitsOf(x);
  let r = 0;
  let y: number;
  let piece: number;
  if (bits <= 0x3f666666) {
    r = -logf(x);
    piece = bits >= 0x3f3b4a20 ? 0 : bits >= 0x3e6d3308 ? 1 : 2;
    y = piece === 0 ? f(1 - x) : piece === 1 ? f(x - f(TC - 1)) : x;
  } else {
    piece = bits >= 0x3fdda618 ? 0 : bits >= 0x3f9da620 ? 1 : 2;
    y = piece === 0 ? f(2 - x) : piece === 1 ? f(x - TC) : f(x - 1);
  }
  if (piece === 2) return f(r + f(f(-0.5 * y) + f(f(y * horner(y, U)) / horner(y, V))));
  const z = f(y * y);
  if (piece === 0) {
    const p = f(f(y * horner(z, A_EVEN)) + f(z * horner(z, A_ODD)));
    return f(r + f(p - f(0.5 * y)));
  }
  const w = f(z * y);
  const p = f(f(z * horner(w, T_0)) - f(TT - f(w * f(horner(w, T_1) + f(y * horner(w, T_2))))));
  return f(r + f(TF + p));
}

/** 2 < x < 8. */
function belowEight(x: number): number {
  const whole = Math.floor(x);
  const y = f(x - whole);
  const r = f(f(0.5 * y) + f(f(y * horner(y, S)) / horner(y, R)));
  if (whole < 3) return r;
  let z = 1;
  for (let k = whole - 1; k >= 2; k--) z = f(z * f(y + k));
  return f(r + logf(z));
}

function positive(x: number): number {
  if (x === 1 || x === 2) return 0;
  if (x < 2) return belowTwo(x);
  if (x < 8) return belowEight(x);
  if (x < 2 ** 26) {
    const z = f(1 / x);
    const w = f(W0 + f(z * horner(f(z * z), W)));
    return f(f(f(x - 0.5) * f(logf(x) - 1)) + w);
  }
  return f(x * f(logf(x) - 1));
}

export function lgammaf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a)) return a;
  if (a === 0 || a === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (a < 2 ** -30) return a < 2 ** -126 ? -LOG_OF_FLUSHED : -logf(a);
  if (x > 0) return positive(x);
  if (a >= 2 ** 23) return Number.POSITIVE_INFINITY;
  if (a > 2 && a < 15) return lgammaNegative(x);
  const t = sinPi(x);
  if (t === 0) return Number.POSITIVE_INFINITY;
  return f(logf(f(PI / Math.abs(f(t * x)))) - positive(a));
}
