/**
 * Python's module io.
 * Source: Lib/io.py (Python 3.7).
 */
export { BinaryFile as BufferedReader, BytesIO, UnsupportedOperation } from "./files/binary_file.js";
export { StringIO, TextFile as TextIOWrapper } from "./files/text_file.js";
export { open } from "./open.js";
export const SEEK_SET = 0;
export const SEEK_CUR = 1;
export const SEEK_END = 2;
export const DEFAULT_BUFFER_SIZE = 8192;
