/**
 * Decimal digits of binary floats: the shortest that identify a value among its neighbours, and correctly rounded ones.
 * Source: Burger and Dybvig, "Printing floating-point numbers quickly and accurately" (1996), as NumPy's Dragon4
 * (numpy/core/src/multiarray/dragon4.c) applies it: margins belong to even mantissas, ties go to the even digit.
 */

/** d.ddd… × 10^exponent, without a sign. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** Width of the format whose neighbours count: a float16 needs fewer digits than a float64. */
export type FloatBits = 16 | 32 | 64;

/** How many digits at most: after the decimal point, or altogether. */
export type Cutoff = { readonly fraction: number } | { readonly total: number };

const ZERO: Decimal = { digits: "0", exponent: 0 };
const box = new Float64Array(1);
const words = new BigUint64Array(box.buffer);

/** |x| = mantissa × 2^exponent of a finite float64. */
function parts(x: number): { mantissa: bigint; exponent: number } {
  box[0] = x;
  const bits = words[0]!;
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

const tens: bigint[] = [1n];
function tenTo(n: number): bigint {
  for (let i = tens.length; i <= n; i++) tens.push(tens[i - 1]! * 10n);
  return tens[n]!;
}

/** Exponent of the first digit. 20 digits, because fewer could round 9.99… up to the next power of ten. */
function leadingExponent(x: number): number {
  const text = Math.abs(x).toExponential(20);
  return Number(text.slice(text.indexOf("e") + 1));
}

/** The digits and one more in the last place; carries may shorten the text (`1299` + 1 is `13`) or move the point. */
function incremented(digits: string, exponent: number): Decimal {
  const more = (BigInt(digits) + 1n).toString();
  return { digits: more.replace(/0+$/, ""), exponent: exponent + more.length - digits.length };
}

/** All digits down to 10^place, rounded half to even; zeros at the end only where more digits would follow. */
function roundedAt(x: number, place: number): Decimal {
  const { mantissa, exponent } = parts(x);
  let top = mantissa;
  let bottom = 1n;
  if (exponent >= 0) top <<= BigInt(exponent);
  else bottom <<= BigInt(-exponent);
  if (place <= 0) top *= tenTo(-place);
  else bottom *= tenTo(place);
  const quotient = top / bottom;
  const rest = 2n * (top - quotient * bottom);
  const up = rest > bottom || (rest === bottom && (quotient & 1n) === 1n);
  const text = quotient.toString();
  const first = place + text.length - 1;
  if (up) return incremented(text, first);
  return { digits: rest === 0n && quotient !== 0n ? text.replace(/0+$/, "") : text, exponent: first };
}

/** Digits of the exact value of x, rounded half to even where the cutoff ends them. */
export function exactDigits(x: number, cutoff: Cutoff): Decimal {
  if (x === 0) return ZERO;
  if ("fraction" in cutoff) return roundedAt(x, -cutoff.fraction);
  return roundedAt(x, leadingExponent(x) - cutoff.total + 1);
}

function shortestDouble(x: number): Decimal {
  // The JavaScript number's own text is the shortest, nearest one for float64.
  const [digits, exponent] = Math.abs(x).toExponential().split("e") as [string, string];
  return { digits: digits.replace(".", ""), exponent: Number(exponent) };
}

/** Mantissa bits and the exponent of the smallest step of the narrow formats. */
const NARROW = { 16: { precision: 11, least: -24 }, 32: { precision: 24, least: -149 } } as const;

function shortestNarrow(x: number, bits: 16 | 32): Decimal {
  const { precision, least } = NARROW[bits];
  const whole = parts(x);
  // The step between neighbours is 2^step; the value is m steps.
  const step = Math.max(least, whole.exponent + whole.mantissa.toString(2).length - precision);
  const m = whole.mantissa >> BigInt(step - whole.exponent);
  const even = (m & 1n) === 0n;
  const powerOfTwo = m === 1n << BigInt(precision - 1) && step > least;
  const exponent = leadingExponent(x);
  const unit = (step > 0 ? 1n << BigInt(step) : 1n) * tenTo(Math.max(0, -exponent));
  const scale = 4n * (step < 0 ? 1n << BigInt(-step) : 1n) * tenTo(Math.max(0, exponent));
  // All in quarters of a step: below a power of two the neighbour is half as far away.
  let rest = 4n * m * unit;
  let below = powerOfTwo ? unit : 2n * unit;
  let above = 2n * unit;
  let digits = "";
  for (;;) {
    const digit = rest / scale;
    rest -= digit * scale;
    digits += digit.toString();
    const low = even ? rest <= below : rest < below;
    const high = even ? rest + above >= scale : rest + above > scale;
    if (low || high) {
      const half = 2n * rest - scale;
      const up = low === high ? half > 0n || (half === 0n && (digit & 1n) === 1n) : high;
      return up ? incremented(digits, exponent) : { digits, exponent };
    }
    rest *= 10n;
    below *= 10n;
    above *= 10n;
  }
}

/** The shortest digits that no other value of the format rounds from; of several, the nearest. */
export function shortestDigits(x: number, bits: FloatBits): Decimal {
  if (x === 0) return ZERO;
  return bits === 64 ? shortestDouble(x) : shortestNarrow(x, bits);
}

/** Shortest digits, but correctly rounded ones where those would go beyond the cutoff. */
export function uniqueDigits(x: number, bits: FloatBits, cutoff: Cutoff | null): Decimal {
  const shortest = shortestDigits(x, bits);
  if (cutoff === null) return shortest;
  const { digits, exponent } = shortest;
  const enough = "fraction" in cutoff ? digits.length - 1 - exponent <= cutoff.fraction : digits.length <= cutoff.total;
  return enough ? shortest : exactDigits(x, cutoff);
}
