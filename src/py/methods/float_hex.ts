/**
 * Floats as hexadecimal text, exactly.
 * Source: float.hex, float.fromhex (Python 3.7).
 */
import { OverflowError, ValueError } from "../../np/errors.js";
import { floatRepr } from "../../np/printing/repr.js";

/** `0x1.8000000000000p+1`. */
export function floatHex(x: number): string {
  if (!Number.isFinite(x)) return floatRepr(x);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const sign = bits >> 63n ? "-" : "";
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const digits = (bits & 0xfffffffffffffn).toString(16).padStart(13, "0");
  if (x === 0) return `${sign}0x0.0p+0`;
  const power = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${digits}p${power < 0 ? "-" : "+"}${Math.abs(power)}`;
}

const HEX = /^([-+]?)(?:0x)?([\da-f]*)(?:\.([\da-f]*))?(?:p([-+]?\d+))?$/i;

/** Reads what `hex` writes, and shorter forms. Raises ValueError and OverflowError. */
export function floatFromHex(text: string): number {
  const bare = text.trim();
  const word = /^([-+]?)(inf|infinity|nan)$/i.exec(bare);
  if (word) return word[2]!.toLowerCase() === "nan" ? NaN : word[1] === "-" ? -Infinity : Infinity;
  const m = HEX.exec(bare);
  const digits = `${m?.[2] ?? ""}${m?.[3] ?? ""}`;
  if (!m || digits === "") throw new ValueError("invalid hexadecimal floating-point string");
  const value = scaled(BigInt(`0x${digits}`), Number(m[4] ?? 0) - 4 * (m[3]?.length ?? 0));
  if (!Number.isFinite(value)) throw new OverflowError("hexadecimal value too large to represent as a float");
  return m[1] === "-" ? -value : value;
}

/** digits * 2^power, rounded once, half to even. */
function scaled(digits: bigint, power: number): number {
  if (digits === 0n) return 0;
  const size = digits.toString(2).length;
  if (size + power > 1024) return Infinity;
  if (size + power < -1074) return 0;
  // What lies below the last bit that the float has.
  const cut = Math.max(size - 53, -1074 - power);
  if (cut <= 0) return shifted(Number(digits), power);
  const unit = 1n << BigInt(cut);
  const rest = digits % unit;
  const isUp = rest * 2n > unit || (rest * 2n === unit && (digits / unit) % 2n === 1n);
  return shifted(Number(digits / unit + (isUp ? 1n : 0n)), power + cut);
}

/** In two steps, because 2^power alone may be no float. */
function shifted(x: number, power: number): number {
  const half = Math.trunc(power / 2);
  return x * 2 ** half * 2 ** (power - half);
}
