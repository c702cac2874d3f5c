/**
 * The first elements of a run-time tensor as text, as asserts and prints show them.
 * Source: Tensor::SummarizeValue (tensorflow/core/framework/tensor.cc).
 */
import type { Value } from "../graph/kernel.js";
import { percent } from "../py/percent.js";

/** Few digits where they give the number back, else enough for any. */
function floatText(x: number, isDouble: boolean): string {
  if (Number.isNaN(x)) return "nan";
  if (!Number.isFinite(x)) return x > 0 ? "inf" : "-inf";
  const short = percent(isDouble ? "%.15g" : "%.6g", x);
  const back = isDouble ? Number(short) : Math.fround(Number(short));
  return back === x ? short : percent(isDouble ? "%.17g" : "%.9g", x);
}

/** Bytes as C writes them between quotes: what is no printable ASCII is escaped. */
function escaped(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) {
    const char = String.fromCharCode(b);
    const short = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "'": "\\'", "\\": "\\\\" }[char];
    out += short ?? (b < 32 || b >= 127 ? `\\${b.toString(8).padStart(3, "0")}` : char);
  }
  return out;
}

function elementText(value: Value, i: number, quoted = false): string {
  const { dtype, data } = value;
  if (dtype.is_complex || dtype.baseName === "resource" || dtype.baseName === "variant") return "?";
  const x = data[i];
  if (x instanceof Uint8Array) {
    const text = escaped(x);
    return quoted ? `"${text}"` : text;
  }
  if (dtype.is_floating) return floatText(Number(x), dtype.baseName === "float64");
  return String(x);
}

/** At most `entries` elements (all for -1), with brackets around inner dimensions and "..." for what is left out. */
export function summarizeValue(value: Value, entries: number): string {
  const total = value.size;
  const limit = entries === -1 ? total : Math.min(entries, total);
  let out = "";
  let next = 0;
  const print = (dim: number): void => {
    if (next >= limit) return;
    const count = value.shape[dim]!;
    for (let i = 0; i < count; i++) {
      if (dim === value.shape.length - 1) {
        if (next >= limit) {
          if (dim !== 0) out += "...";
          return;
        }
        out += `${i > 0 ? " " : ""}${elementText(value, next++)}`;
      } else {
        const opened = next < limit;
        if (opened) out += "[";
        print(dim + 1);
        if (opened) out += "]";
      }
    }
  };
  if (value.shape.length > 0) print(0);
  else if (limit > 0) out = elementText(value, 0);
  return total > limit ? `${out}...` : out;
}

/** A whole tensor in rows, `ends` elements at both ends of each dimension (all for -1), as tf.print and tf.strings.format show it. */
export function formatValue(value: Value, ends: number): string {
  const { shape } = value;
  const rank = shape.length;
  if (rank === 0) return elementText(value, 0, true);
  const print = (dim: number, offset: number, stride: number): string => {
    const count = shape[dim]!;
    const inner = count === 0 ? 0 : stride / count;
    const item = (i: number): string =>
      dim === rank - 1 ? elementText(value, offset + i, true) : print(dim + 1, offset + i * inner, inner);
    const all = Array.from({ length: count }, (_, i) => i);
    const isShort = ends < 0 || count <= 2 * ends;
    const items = isShort
      ? all.map(item)
      : [...all.slice(0, ends).map(item), "...", ...all.slice(count - ends).map(item)];
    const separator = dim === rank - 1 ? " " : "\n".repeat(rank - dim - 1) + " ".repeat(dim + 1);
    return `[${items.join(separator)}]`;
  };
  return print(0, 0, value.size);
}
