/**
 * Text and bytes of files.
 */
import { bytes, str } from "../py/builtin_types.js";

export const decodeText = (b: Uint8Array, encoding: string): string => bytes.decode(b, encoding);
export const encodeText = (s: string, encoding: string): Uint8Array => str.encode(s, encoding);
