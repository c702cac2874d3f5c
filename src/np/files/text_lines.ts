/**
 * Text files as lists of fields: comments, blank lines, delimiters.
 * Source: split_line of numpy.loadtxt, numpy.lib._iotools.LineSplitter (NumPy 1.18).
 */
import { gunzipSync } from "fflate";
import { readBytes, type Source } from "./file_system.js";

/** What text readers take: a file, or the lines themselves. */
export type TextSource = Source | readonly (string | Uint8Array)[];

const decoder = new TextDecoder();
const latin1 = new TextDecoder("latin1");

/** UTF-8 where the bytes are that, else one character a byte, as Python's default for text of unknown encoding. */
function decode(bytes: Uint8Array, encoding: string | null | undefined): string {
  if (encoding === "latin1" || encoding === "latin-1") return latin1.decode(bytes);
  return decoder.decode(bytes);
}

/** All lines of a text, without line ends. Files that end in .gz are decompressed. */
export function linesOf(source: TextSource, encoding: string | null | undefined): string[] {
  if (Array.isArray(source)) {
    return source.map((line) => (typeof line === "string" ? line : decode(line, encoding)).replace(/[\r\n]+$/, ""));
  }
  const bytes = readBytes(source as Source);
  const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = decode(zipped ? gunzipSync(bytes) : bytes, encoding);
  const lines = text.split(/\r\n|\r|\n/);
  if (lines[lines.length - 1] === "") lines.pop();
  return lines;
}

/** The part of a line before the first comment sign. */
export function uncommented(line: string, signs: readonly string[]): string {
  let end = line.length;
  for (const sign of signs) {
    const at = line.indexOf(sign);
    if (at >= 0 && at < end) end = at;
  }
  return line.slice(0, end);
}

/** Fields between delimiters; null splits at white space. */
export function fieldsOf(line: string, delimiter: string | null): string[] {
  if (delimiter === null) {
    const trimmed = line.trim();
    return trimmed === "" ? [] : trimmed.split(/\s+/);
  }
  return line.split(delimiter);
}
