/**
 * The attributes of numbers: real, imag, numerator, denominator.
 * Source: Python 3.7 built-in types int, float, complex.
 */
import { floatValue, numeric } from "./number.js";

/** The attribute of that name; undefined where the number has none. */
export function numberPart(x: unknown, name: string): unknown {
  const n = numeric(x);
  if (!n) return undefined;
  switch (name) {
    case "real":
      return n.kind === "complex" ? floatValue(n.value.re) : n.kind === "int" ? n.value : x;
    case "imag":
      if (n.kind === "complex") return floatValue(n.value.im);
      return n.kind === "int" ? 0 : floatValue(0);
    case "numerator":
      return n.kind === "int" ? n.value : undefined;
    case "denominator":
      return n.kind === "int" ? 1 : undefined;
    default:
      return undefined;
  }
}
