/**
 * asinh, acosh and atanh of a float32.
 * Source: glibc 2.36, sysdeps/ieee754/flt-32/s_asinhf.c, e_acoshf.c and e_atanhf.c.
 */
import { log1pf } from "./log1pf.js";
import { logf } from "./logf.js";

const f = Math.fround;
const LN2 = f(6.9314718246e-1);

export function asinhf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a) || a < 2 ** -15 || a === Number.POSITIVE_INFINITY) return x;
  let w: number;
  if (a > 2 ** 15) {
    w = f(logf(a) + LN2);
  } else {
    const t = f(a * a);
    if (a > 2) w = logf(f(f(2 * a) + f(1 / f(f(Math.sqrt(f(t + 1))) + a))));
    else w = log1pf(f(a + f(t / f(1 + f(Math.sqrt(f(1 + t)))))));
  }
  return x < 0 ? -w : w;
}

export function acoshf(x: number): number {
  if (!(x >= 1)) return Number.NaN;
  if (x >= 2 ** 28) return x === Number.POSITIVE_INFINITY ? x : f(logf(x) + LN2);
  if (x === 1) return 0;
  if (x > 2) {
    const t = f(x * x);
    return logf(f(f(2 * x) - f(1 / f(x + f(Math.sqrt(f(t - 1)))))));
  }
  const t = f(x - 1);
  return log1pf(f(t + f(Math.sqrt(f(f(2 * t) + f(t * t))))));
}

export function atanhf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(a) || a > 1) return Number.NaN;
  if (a === 1) return x / 0;
  if (a < 2 ** -28) return x;
  const t = f(a + a);
  const w = f(0.5 * log1pf(a < 0.5 ? f(t + f(f(t * a) / f(1 - a))) : f(t / f(1 - a))));
  return x < 0 ? -w : w;
}
