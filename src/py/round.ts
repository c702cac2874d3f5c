/**
 * Python's round: half to even, decided on the exact value.
 * Source: float.__round__, int.__round__ (Python 3.7); NumPy scalars round by their own method.
 */
import { asInt } from "../np/convert.js";
import { OverflowError, TypeError_ } from "../np/errors.js";
import { exactDigits } from "../np/printing/digits.js";
import { asInteger } from "../np/printing/numbers.js";
import { isScalar, typeName } from "../np/printing/type_name.js";
import { Strided } from "../np/strided.js";
import { floatValue, intOf, numeric, type PyNumber } from "./number.js";

function roundFloat(x: number, places: number): number {
  // Beyond these places a float64 has nothing to round, or nothing left.
  if (!Number.isFinite(x) || x === 0 || places > 323) return x;
  if (places < -308) return x < 0 ? -0 : 0;
  const { digits, exponent } = exactDigits(x, { fraction: places });
  const rounded = Number(`${digits[0]}.${digits.slice(1)}e${exponent}`);
  if (!Number.isFinite(rounded)) throw new OverflowError("rounded value too large to represent");
  return x < 0 ? -rounded : rounded;
}

function roundInt(n: number | bigint, places: number): number | bigint {
  if (places >= 0) return intOf(n);
  const unit = 10n ** BigInt(-places);
  const value = BigInt(n);
  const size = value < 0n ? -value : value;
  const quotient = size / unit;
  const twice = 2n * (size % unit);
  const up = twice > unit || (twice === unit && quotient % 2n === 1n);
  const rounded = (up ? quotient + 1n : quotient) * unit;
  return intOf(value < 0n ? -rounded : rounded);
}

/** Python's round(x): an int without places, a float with them. */
export function round<R>(x: { round(places: number): R }, places?: unknown): R;
export function round(x: PyNumber, places?: unknown): PyNumber;
export function round(x: unknown, places?: unknown): unknown {
  const whole = places === undefined || places === null;
  if (x instanceof Strided && isScalar(x) && "round" in x && typeof x.round === "function") {
    return x.round(whole ? 0 : asInt(places));
  }
  const n = numeric(x);
  if (n === null || n.kind === "complex") throw new TypeError_(`type ${typeName(x)} doesn't define __round__ method`);
  if (n.kind === "int") return roundInt(n.value, whole ? 0 : asInt(places));
  if (whole) return intOf(asInteger(roundFloat(n.value, 0))!);
  return floatValue(roundFloat(n.value, asInt(places)));
}
