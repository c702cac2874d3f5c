/**
 * log|gamma(x)| of a double.
 * Source: fdlibm e_lgamma_r.c (glibc adds expansions around the zeros of negative arguments, left out here).
 */
import { log } from "./log.js";
import { cos, sin } from "./sincos.js";

/** Where gamma is smallest, log gamma there, and minus the tail of that. */
const TC = 1.4616321449683622;
const TF = -0.12148629053584961;
const TT = -3.638676997039505e-18;
const W0 = 0.4189385332046727;
// biome-ignore-start format: tables
const A_EVEN = new Float64Array([
  0.07721566490153287, 0.06735230105312927, 0.007385550860814029, 0.0011927076318336207, 0.00022086279071390839,
  2.5214456545125733e-5,
]);
const A_ODD = new Float64Array([
  0.3224670334241136, 0.020580808432516733, 0.0028905138367341563, 0.0005100697921535113, 0.00010801156724758394,
  4.4864094961891516e-5,
]);
const T_0 = new Float64Array([
  0.48383612272381005, -0.032788541075985965, 0.006100538702462913, -0.0014034646998923284, 0.00031563207090362595,
]);
const T_1 = new Float64Array([
  -0.1475877229945939, 0.01797067508118204, -0.0036845201678113826, 0.000881081882437654, -0.00031275416837512086,
]);
const T_2 = new Float64Array([
  0.06462494023913339, -0.010314224129834144, 0.0022596478090061247, -0.0005385953053567405, 0.0003355291926355191,
]);
const U = new Float64Array([
  -0.07721566490153287, 0.6328270640250934, 1.4549225013723477, 0.9777175279633727, 0.22896372806469245,
  0.013381091853678766,
]);
const V = new Float64Array([
  1, 2.4559779371304113, 2.128489763798934, 0.7692851504566728, 0.10422264559336913, 0.003217092422824239,
]);
const S = new Float64Array([
  -0.07721566490153287, 0.21498241596060885, 0.325778796408931, 0.14635047265246445, 0.02664227030336386,
  0.0018402845140733772, 3.194753265841009e-5,
]);
const R = new Float64Array([
  1, 1.3920053346762105, 0.7219355475671381, 0.17193386563280308, 0.01864591917156529, 0.0007779424963818936,
  7.326684307446256e-6,
]);
const W = new Float64Array([
  0.08333333333333297, -0.0027777777772877554, 0.0007936505586430196, -0.00059518755745034, 0.0008363399189962821,
  -0.0016309293409657527,
]);
// biome-ignore-end format: tables

function horner(x: number, c: Float64Array): number {
  let y = c[c.length - 1]!;
  for (let i = c.length - 2; i >= 0; i--) y = x * y + c[i]!;
  return y;
}

/** |sin(pi x)| of a negative x above -2^52. */
function sinPi(x: number): number {
  const a = -x;
  if (a < 0.25) return sin(Math.PI * a);
  const half = 0.5 * a;
  const y = 2 * (half - Math.floor(half));
  const eighth = Math.trunc(4 * y);
  if (eighth === 0) return Math.abs(sin(Math.PI * y));
  if (eighth <= 2) return Math.abs(cos(Math.PI * (0.5 - y)));
  if (eighth <= 4) return Math.abs(sin(Math.PI * (1 - y)));
  if (eighth <= 6) return Math.abs(cos(Math.PI * (y - 1.5)));
  return Math.abs(sin(Math.PI * (y - 2)));
}

/** 0 < x < 2. */
function belowTwo(x: number): number {
  let r = 0;
  let y: number;
  let piece: number;
  if (x <= 0.9) {
    r = -log(x);
    piece = x >= 0.7316 ? 0 : x >= 0.23164 ? 1 : 2;
    y = piece === 0 ? 1 - x : piece === 1 ? x - (TC - 1) : x;
  } else {
    piece = x >= 1.7316 ? 0 : x >= 1.23 ? 1 : 2;
    y = piece === 0 ? 2 - x : piece === 1 ? x - TC : x - 1;
  }
  if (piece === 2) return r + (-0.5 * y + (y * horner(y, U)) / horner(y, V));
  const z = y * y;
  if (piece === 0) return r + (y * horner(z, A_EVEN) + z * horner(z, A_ODD) - 0.5 * y);
  const w = z * y;
  return r + (TF + (z * horner(w, T_0) - (TT - w * (horner(w, T_1) + y * horner(w, T_2)))));
}

/** 2 < x < 8. */
function belowEight(x: number): number {
  const whole = Math.floor(x);
  const y = x - whole;
  const r = 0.5 * y + (y * horner(y, S)) / horner(y, R);
  let z = 1;
  for (let k = whole - 1; k >= 2; k--) z *= y + k;
  return whole < 3 ? r : r + log(z);
}

function positive(x: number): number {
  if (x === 1 || x === 2) return 0;
  if (x < 2) return belowTwo(x);
  if (x < 8) return belowEight(x);
  if (x < 2 ** 58) {
    const z = 1 / x;
    return (x - 0.5) * (log(x) - 1) + (W0 + z * horner(z * z, W));
  }
  return x * (log(x) - 1);
}

export function lgamma(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a)) return a;
  if (a === 0 || a === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  if (a < 2 ** -70) return -log(a);
  if (x > 0) return positive(x);
  if (x === Math.floor(x)) return Number.POSITIVE_INFINITY;
  return log(Math.PI / (sinPi(x) * a)) - positive(a);
}
