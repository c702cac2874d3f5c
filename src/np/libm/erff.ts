/**
 * erf and erfc of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/s_erff.c.
 */

import { expf } from "./expf.js";
import { flush32 } from "./flush.js";
import { bitsOf, floatOf, horner } from "./single.js";

const f = Math.fround;
const ERX = f(8.4506291151e-1);
/** 2/sqrt(pi) - 1. */
const EFX = f(1.2837916613e-1);
// biome-ignore-start format: tables
const PP = new Float32Array([1.2837916613e-1, -3.2504209876e-1, -2.8481749818e-2, -5.770270247e-3, -2.3763017452e-5]);
const QQ = new Float32Array([1, 3.9791721106e-1, 6.50222525e-2, 5.0813062117e-3, 1.3249473704e-4, -3.9602282413e-6]);
const PA = new Float32Array([
  -2.3621185683e-3, 4.1485610604e-1, -3.7220788002e-1, 3.1834661961e-1, -1.1089469492e-1, 3.5478305072e-2,
  -2.1663755178e-3,
]);
const QA = new Float32Array([
  1, 1.0642088205e-1, 5.4039794207e-1, 7.1828655899e-2, 1.2617121637e-1, 1.3637083583e-2, 1.1984500103e-2,
]);
const RA = new Float32Array([
  -9.8649440333e-3, -6.938585639e-1, -1.0558626175e1, -6.2375331879e1, -1.6239666748e2, -1.8460508728e2,
  -8.1287437439e1, -9.8143291473,
]);
const SA = new Float32Array([
  1, 1.965127182e1, 1.3765776062e2, 4.3456588745e2, 6.4538726807e2, 4.2900814819e2, 1.0863500214e2, 6.5702495575,
  -6.0424413532e-2,
]);
const RB = new Float32Array([
  -9.864943102e-3, -7.9928326607e-1, -1.7757955551e1, -1.6063638306e2, -6.3756646729e2, -1.0250950928e3,
  -4.8351919556e2,
]);
const SB = new Float32Array([
  1, 3.0338060379e1, 3.2579251099e2, 1.5367296143e3, 3.1998581543e3, 2.553050293e3, 4.7452853394e2, -2.2440952301e1,
]);
// biome-ignore-end format: tables

/** (erf x - x) / x below 0.84375, as a function of x². */
function small(z: number): number {
  return f(horner(z, PP) / horner(z, QQ));
}

/** erf - ERX between 0.84375 and 1.25. */
function middle(a: number): number {
  const s = f(a - 1);
  return f(horner(s, PA) / horner(s, QA));
}

/** erfc of a >= 1.25; `mask` says how many bits of a are squared exactly. */
function tail(a: number, near: boolean, mask: number): number {
  const s = f(1 / f(a * a));
  const q = near ? f(horner(s, RA) / horner(s, SA)) : f(horner(s, RB) / horner(s, SB));
  const z = floatOf(bitsOf(a) & mask);
  const e = flush32(f(expf(f(f(-z * z) - 0.5625)) * expf(f(f(f(z - a) * f(z + a)) + q))));
  return flush32(f(e / a));
}

export function erff(x: number): number {
  if (Number.isNaN(x)) return x;
  const a = Math.abs(x);
  if (a < 0.84375) {
    if (a < 2 ** -28) {
      // The sum is scaled by 16 to keep its last bits where it would be denormal.
      if (bitsOf(a) < 0x04000000) {
        const y = flush32(x);
        return flush32(f(0.0625 * f(f(16 * y) + f(f(16 * EFX) * y))));
      }
      return f(x + f(EFX * x));
    }
    return f(x + f(x * small(f(x * x))));
  }
  if (a < 1.25) return x < 0 ? f(-ERX - middle(a)) : f(ERX + middle(a));
  if (a >= 6) return x < 0 ? -1 : 1;
  const r = tail(a, bitsOf(a) < 0x4036db6e, 0xfffff000);
  return x < 0 ? f(r - 1) : f(1 - r);
}

export function erfcf(x: number): number {
  if (Number.isNaN(x)) return x;
  const a = Math.abs(x);
  if (a < 0.84375) {
    if (a < 2 ** -26) return f(1 - x);
    const y = small(f(x * x));
    if (x < 0.25) return f(1 - f(x + f(x * y)));
    return f(0.5 - f(f(x * y) + f(x - 0.5)));
  }
  if (a < 1.25) return x < 0 ? f(1 + f(ERX + middle(a))) : f(f(1 - ERX) - middle(a));
  if (a >= 28) return x < 0 ? 2 : 0;
  const bits = bitsOf(a);
  if (x < 0 && a >= 6) return 2;
  const r = tail(a, bits < 0x4036db6d, 0xffffe000);
  return x < 0 ? f(2 - r) : r;
}
