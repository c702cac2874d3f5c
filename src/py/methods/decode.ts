/**
 * Bytes as text.
 * Source: bytes.decode, UnicodeDecodeError (Python 3.7).
 */
import { LookupError, UnicodeDecodeError } from "../../np/errors.js";
import { normalized, placed } from "./keywords.js";
import { type Fault, faultIn } from "./utf8.js";

/** Bytes as the characters of the same numbers. */
export const latin = (b: Uint8Array): string => Array.from(b, (c) => String.fromCharCode(c)).join("");

function faultOf(
  encoding: "utf8" | "ascii",
  b: Uint8Array,
  from: number,
): (Omit<Fault, "reason"> & { reason: string }) | null {
  if (encoding === "utf8") return faultIn(b, from);
  const at = b.subarray(from).findIndex((c) => c > 127);
  return at < 0 ? null : { start: from + at, end: from + at + 1, reason: "ordinal not in range(128)" };
}

/** Bytes as text. Raises UnicodeDecodeError, and LookupError for an unknown encoding or way to deal with errors. */
export function decode(b: Uint8Array, ...args: readonly unknown[]): string {
  const [given = "utf-8", errors = "strict"] = placed("decode", ["encoding", "errors"], args);
  const encoding = normalized(String(given));
  if (encoding === "latin1") return latin(b);
  const plain = new TextDecoder("utf-8", { ignoreBOM: String(given).toLowerCase() !== "utf-8-sig" });
  let out = "";
  let from = 0;
  for (;;) {
    const fault = faultOf(encoding, b, from);
    out += plain.decode(b.subarray(from, fault?.start));
    if (!fault) return out;
    const bad = b.slice(fault.start, fault.end);
    if (errors === "strict") {
      throw new UnicodeDecodeError(encoding === "utf8" ? "utf-8" : "ascii", b, fault.start, fault.end, fault.reason);
    }
    if (errors === "replace") out += "\ufffd";
    else if (errors === "backslashreplace") {
      out += Array.from(bad, (c) => `\\x${c.toString(16).padStart(2, "0")}`).join("");
    } else if (errors === "surrogateescape") out += latin(bad).replace(/./gs, escaped);
    else if (errors !== "ignore") throw new LookupError(`unknown error handler name '${String(errors)}'`);
    from = fault.end;
  }
}

/** A byte that is no text, as Python keeps it within one. */
function escaped(c: string): string {
  return String.fromCharCode(0xdc00 + c.charCodeAt(0));
}
