/**
 * Python's open and input.
 * Source: io.open (Python 3.7). The encoding is UTF-8 unless another is given.
 */

import { bind } from "../np/arguments.js";
import { EOFError, ValueError } from "../np/errors.js";
import { print } from "../py/print.js";
import { BinaryFile } from "./files/binary_file.js";
import { DiskRaw, parseMode } from "./files/raw.js";
import { TextFile, type TextOptions } from "./files/text_file.js";

interface OpenOptions extends TextOptions {
  readonly mode?: string;
  readonly buffering?: number;
  readonly encoding?: string | null;
  readonly errors?: string | null;
  readonly newline?: string | null;
  readonly closefd?: boolean;
}

type BinaryMode = `${string}b${string}`;
type Path = string | number | { __fspath__(): string };

/** Opens a file. Raises FileNotFoundError and its like. */
export function open(file: Path, mode: BinaryMode, buffering?: number): BinaryFile;
export function open(file: Path, options: OpenOptions & { readonly mode: BinaryMode }): BinaryFile;
export function open<M extends string>(
  file: Path,
  mode: string extends M ? M : never,
  ...rest: readonly unknown[]
): TextFile | BinaryFile;
export function open(file: Path, mode: string, options?: OpenOptions): TextFile;
export function open(file: Path, options?: OpenOptions): TextFile;
export function open(
  file: Path,
  mode?: string,
  buffering?: number,
  encoding?: string | null,
  errors?: string | null,
  newline?: string | null,
  closefd?: boolean,
): TextFile | BinaryFile;
export function open(...args: readonly unknown[]): TextFile | BinaryFile {
  const names = ["file", "mode", "buffering", "encoding", "errors", "newline", "closefd"] as const;
  const given = bind<OpenOptions & { file: Path }>("open", names, args);
  const mode = given.mode ?? "r";
  const { verb, binary } = parseMode(mode);
  if (binary && given.encoding) throw new ValueError("binary mode doesn't take an encoding argument");
  if (binary && given.newline) throw new ValueError("binary mode doesn't take a newline argument");
  const file = typeof given.file === "object" ? given.file.__fspath__() : given.file!;
  const raw = new DiskRaw(file, verb, mode.includes("+"));
  return binary ? new BinaryFile(raw, file, mode) : new TextFile(raw, file, mode, given);
}

let stdin: TextFile | null = null;

/** Standard input, opened when it is first asked for. */
export function standardInput(): TextFile {
  stdin ??= new TextFile(new DiskRaw(0, "r", false), "<stdin>", "r");
  return stdin;
}

/** Python's input(prompt): a line of standard input. Raises EOFError. */
export function input(prompt: unknown = ""): string {
  print(prompt, { end: "" });
  const line = standardInput().readline();
  if (line === "") throw new EOFError("EOF when reading a line");
  return line.replace(/\n$/, "");
}
