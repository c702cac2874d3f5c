/**
 * Python's module zlib.
 * Source: Modules/zlibmodule.c (Python 3.7).
 */
import * as z from "node:zlib";
import { PyError } from "../np/errors.js";

/** zlib.error */
export class error extends PyError {}
const attempt = (f: () => Uint8Array): Uint8Array => {
  try {
    return new Uint8Array(f());
  } catch (cause) {
    throw new error(`Error -3 while decompressing data: ${cause instanceof Error ? cause.message : ""}`);
  }
};
export const compress = (data: Uint8Array, level = -1): Uint8Array => new Uint8Array(z.deflateSync(data, { level }));
export const decompress = (data: Uint8Array, wbits = 15): Uint8Array =>
  attempt(() => (wbits < 0 ? z.inflateRawSync(data) : wbits > 15 ? z.unzipSync(data) : z.inflateSync(data)));

function table(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
}
let crcs: Uint32Array | null = null;
export function crc32(data: Uint8Array, value = 0): number {
  crcs ??= table();
  let c = ~value;
  for (const b of data) c = crcs[(c ^ b) & 255]! ^ (c >>> 8);
  return ~c >>> 0;
}
export function adler32(data: Uint8Array, value = 1): number {
  let [a, b] = [value & 0xffff, value >>> 16];
  for (const x of data) {
    a = (a + x) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
