/**
 * The `tf.compat` namespace: text and bytes, as code for both Pythons converts them.
 * Source: tensorflow/python/util/compat.py. `tf.compat.v1` is `tf` itself.
 */
import { pyFunction } from "../graph/signature.js";
import { TypeError_ } from "../np/errors.js";
import { repr } from "../py/repr.js";

type Text = string | Uint8Array;

function refused(value: unknown): TypeError_ {
  return new TypeError_(`Expected binary or unicode string, got ${repr(value)}`);
}

function bytesOf({ bytes_or_text }: { bytes_or_text: Text }): Uint8Array {
  if (bytes_or_text instanceof Uint8Array) return bytes_or_text;
  if (typeof bytes_or_text !== "string") throw refused(bytes_or_text);
  return new TextEncoder().encode(bytes_or_text);
}

function textOf({ bytes_or_text }: { bytes_or_text: Text }): string {
  if (typeof bytes_or_text === "string") return bytes_or_text;
  if (!(bytes_or_text instanceof Uint8Array)) throw refused(bytes_or_text);
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes_or_text);
}

type Converting = { bytes_or_text: Text; encoding: string };

/** tf.compat.as_bytes: text as UTF-8 bytes, bytes as they are. */
export const as_bytes = pyFunction<Converting>()("as_bytes", "(bytes_or_text, encoding='utf-8')", bytesOf);
/** tf.compat.as_text: UTF-8 bytes as text, text as it is. */
export const as_text = pyFunction<Converting>()("as_text", "(bytes_or_text, encoding='utf-8')", textOf);
/** tf.compat.as_str: what Python 3 calls str. */
export const as_str = pyFunction<Converting>()("as_str", "(bytes_or_text, encoding='utf-8')", textOf);

/** tf.compat.as_str_any: as_str, or Python's str of anything else. */
export const as_str_any = pyFunction<{ value: unknown }>()("as_str_any", "(value)", ({ value }): string =>
  value instanceof Uint8Array ? textOf({ bytes_or_text: value }) : String(value),
);
