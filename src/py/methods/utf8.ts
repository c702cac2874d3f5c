/**
 * UTF-8 as Python reads it, with the places and reasons of what is none.
 * Source: unicode_decode_utf8, Objects/stringlib/codecs.h (Python 3.7).
 */

/** Bytes from `start` to before `end` that no text is made of. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly reason: "invalid start byte" | "invalid continuation byte" | "unexpected end of data";
}

/** How many bytes follow a first byte, and which the first of them may be; null for what begins nothing. */
function following(lead: number): { readonly count: number; readonly low: number; readonly high: number } | null {
  if (lead >= 0xc2 && lead <= 0xdf) return { count: 1, low: 0x80, high: 0xbf };
  if (lead >= 0xe0 && lead <= 0xef) {
    return { count: 2, low: lead === 0xe0 ? 0xa0 : 0x80, high: lead === 0xed ? 0x9f : 0xbf };
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return { count: 3, low: lead === 0xf0 ? 0x90 : 0x80, high: lead === 0xf4 ? 0x8f : 0xbf };
  }
  return null;
}

/** The first fault at or behind a position; null where all is text. */
export function faultIn(bytes: Uint8Array, from = 0): Fault | null {
  let i = from;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const more = following(lead);
    if (!more) return { start: i, end: i + 1, reason: "invalid start byte" };
    for (let k = 1; k <= more.count; k++) {
      const at = i + k;
      if (at >= bytes.length) return { start: i, end: at, reason: "unexpected end of data" };
      const [low, high] = k === 1 ? [more.low, more.high] : [0x80, 0xbf];
      if (bytes[at]! < low || bytes[at]! > high) return { start: i, end: at, reason: "invalid continuation byte" };
    }
    i += more.count + 1;
  }
  return null;
}
