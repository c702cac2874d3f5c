/**
 * log|gamma(x)| between -15 and -2, where it has zeros: an expansion around the nearest one.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/lgamma_negf.c.
 */
import { log1pf } from "./log1pf.js";
import { logf } from "./logf.js";
import { cosf, sinf } from "./sincosf.js";

const f = Math.fround;
const PI = f(Math.PI);
const E_HI = 2.7182817459106445;
const E_LO = 8.254840366817007e-8;

/** The zeros, one per half-integer interval from -2.5 down, each as a float32 and what is left. */
// biome-ignore format: a table
const ZEROS = new Float32Array([
  -2.4570248126983643, 7.447756189549182e-8, -2.747682571411133, -7.531627943535568e-8,
  -3.143580913543701, 2.519372088727323e-8, -3.955294370651245, 8.579264942909504e-8,
  -4.039361953735352, 1.1399481536500389e-7, -4.991544723510742, 8.295069164887536e-8,
  -5.008218288421631, 1.2009903116450005e-7, -5.998607635498047, 1.5541716891220858e-7,
  -6.00138521194458, -8.250857774783071e-8, -6.9998016357421875, 1.2785154979155777e-7,
  -7.0001983642578125, 3.085048660977918e-8, -7.999975204467773, 7.371952825963035e-9,
  -8.000024795532227, -4.73845540582829e-9, -8.99999713897705, -1.0527392646508815e-7,
  -9.00000286102295, 1.0530812488696029e-7, -10, 2.755733703452279e-7,
  -10, -2.755730008630053e-7, -11, 2.5052109720036242e-8,
  -11, -2.5052106167322563e-8, -12, 2.08767581000302e-9,
  -12, -2.0876755879584152e-9, -13, 1.6059044372074283e-10,
  -13, -1.6059044372074283e-10, -14, 1.147074536050896e-11,
  -14, -1.147074536050896e-11, -15, 7.647163609812713e-13,
]);

/** (|gamma(x)| - 1)(x - n)/(x - x0) on the eighths from -2 to -3, lowest power first. */
// biome-ignore format: a table
const EIGHTHS = [
  [-1.044704794883728, -0.7782305479049683, -0.12024343758821487, -0.8886043429374695, -0.0632145032286644, -0.9247764348983765],
  [-0.9475560784339905, -0.790481448173523, 0.22572706639766693, -1.010298728942871, 0.5960501432418823, -1.3187105655670166],
  [-0.8430564999580383, -0.9007308483123779, 0.6907492280006409, -1.571299433708191, 1.8549000024795532, -3.091686487197876],
  [-0.7160435914993286, -1.1660575866699219, 1.5312836170196533, -3.1954994201660156, 5.340487957000732, -9.973321914672852,
    17.762815475463867],
  [-0.2385263741016388, 1.8020861148834229, 3.506288766860962, 6.518733501434326, 11.746682167053223, 21.498796463012695,
    39.72468948364258],
  [-0.4193900227546692, 1.159515619277954, 1.857012152671814, 2.882983684539795, 4.2686076164245605, 6.385261535644531,
    9.428522109985352],
  [-0.5400649309158325, 0.8033522963523865, 1.0798808336257935, 1.4613014459609985, 1.8388853073120117, 2.3423361778259277],
  [-0.6260808706283569, 0.5900197625160217, 0.6661628484725952, 0.8240180015563965, 0.8679611682891846, 0.9988899827003479],
];

/** Stirling's B_2k / (2k (2k - 1)). */
const STIRLING = new Float32Array([0.0833333358168602, -0.0027777778450399637, 0.0007936508045531809]);

/** sin and cos of pi x, for -0.25 <= x <= 0.5. */
function sinPi(x: number): number {
  return x <= 0.25 ? sinf(f(PI * x)) : cosf(f(PI * f(0.5 - x)));
}
function cosPi(x: number): number {
  return x <= 0.25 ? cosf(f(PI * x)) : sinf(f(PI * f(0.5 - x)));
}

/** log(sin(pi x0) / sin(pi x)), from the distances of both to the integer end of the interval. */
function logSinRatio(toX: number, toZero: number, difference: number): number {
  if (toZero < f(toX * 0.5)) return logf(f(sinPi(toZero) / sinPi(toX)));
  const half = f(difference * 0.5);
  const s = sinPi(half);
  const cot = f(cosPi(toX) / sinPi(toX));
  return log1pf(f(f(2 * s) * f(-s + f(cosPi(half) * cot))));
}

/** log(gamma(1 - x0) / gamma(1 - x)). */
function logGammaRatio(x: number, zeroHi: number, zeroLo: number, difference: number): number {
  const y0 = f(1 - zeroHi);
  const y0Rest = f(f(-zeroHi + f(1 - y0)) - zeroLo);
  const y = f(1 - x);
  const yRest = f(-x + f(1 - y));
  const high = f(
    f(difference * log1pf(f(f(f(f(y0 - E_HI) - E_LO) + y0Rest) / E_HI))) +
      f(f(f(y - 0.5) + yRest) * log1pf(f(difference / y))),
  );
  const y0r = f(1 / y0);
  const yr = f(1 / y);
  const y0r2 = f(y0r * y0r);
  const yr2 = f(yr * yr);
  const d0 = f(-difference / f(y * y0));
  const e0 = f(f(d0 * yr) * f(yr + y0r));
  const d1 = f(f(d0 * y0r2) + e0);
  const d2 = f(f(d1 * y0r2) + f(e0 * yr2));
  const low = f(f(f(d2 * STIRLING[2]!) + f(d1 * STIRLING[1]!)) + f(d0 * STIRLING[0]!));
  return f(high + low);
}

/** -15 < x < -2. */
export function lgammaNegative(x: number): number {
  const halves = Math.floor(-2 * x);
  const even = (halves & 1) === 0;
  if (even && halves === -2 * x) return Number.POSITIVE_INFINITY;
  const end = even ? -halves / 2 : (-halves - 1) / 2;
  const at = halves - 4;
  const zeroHi = ZEROS[2 * at]!;
  const zeroLo = ZEROS[2 * at + 1]!;
  const difference = f(f(x - zeroHi) - zeroLo);
  if (at < 2) {
    const j = Math.floor(-8 * x) - 16;
    const t = f(x - (-33 - 2 * j) * 0.0625);
    const c = EIGHTHS[j]!;
    let g = c[c.length - 1]!;
    for (let i = c.length - 2; i >= 0; i--) g = f(f(g * t) + c[i]!);
    return log1pf(f(f(g * difference) / f(x - end)));
  }
  const toX = Math.abs(f(end - x));
  const toZero = Math.abs(f(f(end - zeroHi) - zeroLo));
  const ratio = logSinRatio(toX, toZero, even ? difference : -difference);
  return f(ratio + logGammaRatio(x, zeroHi, zeroLo, difference));
}
