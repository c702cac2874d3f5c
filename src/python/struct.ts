/**
 * Python's module struct.
 * Source: Modules/_struct.c (Python 3.7), native sizes those of a 64-bit Linux.
 */
import { PyError } from "../np/errors.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { float, int } from "./support.js";

/** struct.error */
export class error extends PyError {}
const SIZES: Readonly<Record<string, number>> = {
  x: 1,
  c: 1,
  b: 1,
  B: 1,
  "?": 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  e: 2,
  f: 4,
  d: 8,
  s: 1,
  p: 1,
};

interface Item {
  readonly code: string;
  readonly count: number;
  readonly size: number;
  readonly at: number;
}
function parse(format: string): { items: Item[]; size: number; little: boolean } {
  const order = /^[@=<>!]/.exec(format)?.[0] ?? "@";
  const items: Item[] = [];
  let at = 0;
  for (const [, n, code] of format
    .replace(/^[@=<>!]/, "")
    .replace(/\s/g, "")
    .matchAll(/(\d*)(.)/g)) {
    const known = SIZES[code!];
    if (known === undefined) throw new error("bad char in struct format");
    const size = order === "@" && "lL".includes(code!) ? 8 : known;
    if (order === "@") at = Math.ceil(at / size) * size;
    const count = n === "" ? 1 : Number(n);
    if ("sp".includes(code!)) items.push({ code: code!, count, size: count, at });
    else for (let i = 0; i < count; i++) items.push({ code: code!, count: 1, size, at: at + i * size });
    at += count * size;
  }
  return { items, size: at, little: order !== ">" && order !== "!" };
}
export function calcsize(format: string): number {
  return parse(format).size;
}
const isSigned = (code: string): boolean => "bhilqn".includes(code);

export function pack(format: string, ...values: readonly unknown[]): Uint8Array {
  const { items, size, little } = parse(format);
  const wanted = items.filter((i) => i.code !== "x");
  if (wanted.length !== values.length)
    throw new error(`pack expected ${wanted.length} items for packing (got ${values.length})`);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  wanted.forEach(({ code, size: n, at }, i) => {
    const v = values[i];
    if (code === "s" || code === "c") {
      if (!(v instanceof Uint8Array)) throw new error(`argument for '${code}' must be a bytes object`);
      out.set(v.subarray(0, n), at);
    } else if (code === "?") out[at] = v ? 1 : 0;
    else if (code === "f") view.setFloat32(at, Number(v), little);
    else if (code === "d") view.setFloat64(at, Number(v), little);
    else if ("ep".includes(code)) throw new error(`format '${code}' is not supported here`);
    else {
      if (typeof v !== "bigint" && !Number.isInteger(v) && typeof v !== "boolean")
        throw new error("required argument is not an integer");
      const x = BigInt(v as number);
      const bits = BigInt(8 * n);
      const [lo, hi] = isSigned(code) ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
      if (x < lo || x > hi)
        throw new error(
          n < 4
            ? `${n === 1 ? (isSigned(code) ? "byte" : "ubyte") : isSigned(code) ? "short" : "ushort"} format requires ${n === 1 ? `${lo} <= number <= ${hi}` : `(${lo}) <= number <= ${hi}`}`
            : `'${code}' format requires ${lo} <= number <= ${hi}`,
        );
      for (let k = 0; k < n; k++) out[at + (little ? k : n - 1 - k)] = Number((x >> BigInt(8 * k)) & 255n);
    }
  });
  return out;
}
export function unpack_from(format: string, buffer: Uint8Array, offset = 0): PyTuple<number> {
  const { items, size, little } = parse(format);
  if (buffer.length < offset + size) throw new error(`unpack_from requires a buffer of at least ${size} bytes`);
  const view = new DataView(buffer.buffer, buffer.byteOffset + offset, size);
  const one = ({ code, size: n, at }: Item): unknown => {
    if (code === "s" || code === "c") return buffer.slice(offset + at, offset + at + n);
    if (code === "?") return view.getUint8(at) !== 0;
    if (code === "f") return float(view.getFloat32(at, little));
    if (code === "d") return float(view.getFloat64(at, little));
    let x = 0n;
    for (let k = 0; k < n; k++) x |= BigInt(view.getUint8(at + (little ? k : n - 1 - k))) << BigInt(8 * k);
    return int(isSigned(code) ? BigInt.asIntN(8 * n, x) : x);
  };
  return tuple(items.filter((i) => i.code !== "x").map(one)) as PyTuple<number>;
}
export function unpack(format: string, buffer: Uint8Array): PyTuple<number> {
  const size = calcsize(format);
  if (buffer.length !== size) throw new error(`unpack requires a buffer of ${size} bytes`);
  return unpack_from(format, buffer);
}
export function* iter_unpack(format: string, buffer: Uint8Array): Generator<PyTuple<number>, void, undefined> {
  const size = calcsize(format);
  for (let at = 0; at < buffer.length; at += size) yield unpack_from(format, buffer, at);
}
