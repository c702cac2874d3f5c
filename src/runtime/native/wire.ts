/**
 * Writes protocol buffers: numbers, text, nested messages.
 * Source: the wire format of protocol buffers.
 */

const VARINT = 0;
const LENGTH = 2;
const FIXED32 = 5;

/** Negative numbers are written as 64 bits of two's complement. */
function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return bytes;
}

export function join(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export const number = (field: number, value: number | bigint) =>
  Uint8Array.from([...varint((field << 3) | VARINT), ...varint(value)]);

export function float(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return join([varint((field << 3) | FIXED32), bytes]);
}

export function message(field: number, ...parts: Uint8Array[]): Uint8Array {
  const body = join(parts);
  return join([varint((field << 3) | LENGTH), varint(body.length), body]);
}

export const text = (field: number, value: string) => message(field, new TextEncoder().encode(value));
