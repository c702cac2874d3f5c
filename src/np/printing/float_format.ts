/**
 * Floats in the C formats e, f, g and %, correctly rounded, ties to even.
 * Source: PyOS_double_to_string (Python 3.7), as used by %-formatting, format specs and NumPy's savetxt.
 */
import { type Decimal, exactDigits } from "./digits.js";

function fixedText({ digits, exponent }: Decimal, places: number): string {
  const whole = exponent >= 0 ? digits.slice(0, exponent + 1).padEnd(exponent + 1, "0") : "0";
  const fraction = exponent >= 0 ? digits.slice(exponent + 1) : "0".repeat(-exponent - 1) + digits;
  return places > 0 ? `${whole}.${fraction.padEnd(places, "0").slice(0, places)}` : whole;
}

function exponentText({ digits, exponent }: Decimal, places: number): string {
  const fraction = places > 0 ? `.${digits.slice(1).padEnd(places, "0")}` : "";
  return `${digits[0]}${fraction}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** Drops zeros at the end of the fraction, and the point after them. */
export function trimmed(text: string): string {
  const [mantissa, power] = text.split("e") as [string, string | undefined];
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return power === undefined ? short : `${short}e${power}`;
}

/** parity: CPython keeps the zeros of a whole number that was cut exactly in the middle, `1.20e+03` for 1205. */
function keepsZeros(x: number, places: number): boolean {
  if (!Number.isInteger(x) || x >= 1e15) return false;
  const digits = String(x);
  return digits[places - 1] === "0" && /^50*$/.test(digits.slice(places));
}

/** `alternate` is the flag "#": the point always shows, and g keeps its zeros. */
function general(x: number, precision: number, alternate: boolean): string {
  const places = Math.max(precision, 1);
  const decimal = exactDigits(x, { total: places });
  const scientific = decimal.exponent < -4 || decimal.exponent >= places;
  const text = scientific
    ? exponentText(decimal, places - 1)
    : fixedText(decimal, Math.max(0, places - 1 - decimal.exponent));
  return alternate || keepsZeros(x, places) ? text : trimmed(text);
}

/** The text with a point, where it has none, before the exponent. */
export function withPoint(text: string): string {
  return text.includes(".") ? text : text.replace(/(?=e)|$/, ".");
}

/** A float in one of the formats e, f, g (E, F, G in capitals), with its minus sign; nan and inf by name. */
export function formatFloat(x: number, type: string, precision: number, alternate = false): string {
  const lower = type.toLowerCase();
  const a = Math.abs(x);
  let text: string;
  if (Number.isNaN(x)) text = "nan";
  else if (a === Infinity) text = "inf";
  else {
    if (lower === "f") text = fixedText(exactDigits(a, { fraction: precision }), precision);
    else if (lower === "e") text = exponentText(exactDigits(a, { total: precision + 1 }), precision);
    else text = general(a, precision, alternate);
    if (alternate) text = withPoint(text);
  }
  if (type !== lower) text = text.toUpperCase();
  return x < 0 || Object.is(x, -0) ? `-${text}` : text;
}
