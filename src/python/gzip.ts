/**
 * Python's module gzip.
 * Source: Lib/gzip.py (Python 3.7). The whole file is in memory while it is open.
 */
import * as fs from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { OSError } from "../np/errors.js";
import { BinaryFile } from "./files/binary_file.js";
import { attempt } from "./files/os_errors.js";
import { MemoryRaw } from "./files/raw.js";
import { TextFile, type TextOptions } from "./files/text_file.js";

export function decompress(data: Uint8Array): Uint8Array {
  if (data[0] !== 0x1f || data[1] !== 0x8b)
    throw new OSError("Not a gzipped file (b'" + String.fromCharCode(...data.slice(0, 2)) + "')");
  return new Uint8Array(gunzipSync(data));
}
export function compress(data: Uint8Array, compresslevel = 9): Uint8Array {
  return new Uint8Array(gzipSync(data, { level: compresslevel }));
}
function rawOf(filename: string, mode: string, level: number): MemoryRaw {
  if (mode.includes("r")) return new MemoryRaw(decompress(attempt(filename, () => fs.readFileSync(filename))));
  const flag = mode.includes("a") ? "a" : mode.includes("x") ? "wx" : "w";
  attempt(filename, () => fs.writeFileSync(filename, "", { flag }));
  return new MemoryRaw(new Uint8Array(0), (bytes) =>
    fs.writeFileSync(filename, compress(bytes, level), { flag: flag === "a" ? "a" : "w" }),
  );
}
/** Opens a compressed file: of bytes, or with a "t" in the mode of text. */
export function open(
  filename: string,
  mode = "rb",
  compresslevel = 9,
  encoding: string | null = null,
  options: TextOptions = {},
): BinaryFile | TextFile {
  const raw = rawOf(filename, mode, compresslevel);
  return mode.includes("t")
    ? new TextFile(raw, filename, mode, { encoding, ...options })
    : new BinaryFile(raw, filename, mode);
}
export class GzipFile extends BinaryFile {
  constructor(filename: string, mode = "rb", compresslevel = 9) {
    super(rawOf(filename, mode, compresslevel), filename, mode);
  }
}
