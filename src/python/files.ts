/**
 * Python's open: text and binary files.
 * Source: io.open (Python 3.7).
 */
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { TypeError_ } from "../np/errors.js";
import { typeName } from "../np/printing/type_name.js";
import { ContextManager } from "../py/context.js";
import { IsADirectoryError, StopIteration, ValueError } from "../py/errors.js";
import { list } from "../py/iteration.js";
import { decodeText, encodeText } from "./encoding.js";
import { asPython } from "./failure.js";

const MODES: Readonly<Record<string, string>> = {
  r: "r",
  w: "w",
  a: "a",
  x: "wx",
  "r+": "r+",
  "w+": "w+",
  "a+": "a+",
  "x+": "wx+",
};

/** Keywords of open. */
export interface OpenOptions {
  readonly mode?: string;
  readonly buffering?: number;
  readonly encoding?: string | null;
  readonly errors?: string | null;
  readonly newline?: string | null;
}

abstract class BaseFile<T extends string | Uint8Array> extends ContextManager<BaseFile<T>> {
  readonly name: string;
  readonly mode: string;
  protected readonly fd: number;
  private isOpen = true;
  /** Where the next read or write goes; null appends. */
  protected at = 0;

  constructor(name: string, mode: string) {
    super();
    this.name = name;
    this.mode = mode;
    const plain = mode.replace(/[bt]/g, "");
    this.fd = asPython(name, () => openSync(name, MODES[plain]!));
    if (fstatSync(this.fd).isDirectory()) {
      closeSync(this.fd);
      throw new IsADirectoryError(21, "Is a directory", name);
    }
    if (plain.startsWith("a")) this.at = fstatSync(this.fd).size;
  }
  get closed(): boolean {
    return !this.isOpen;
  }
  override __enter__(): this {
    this.usable();
    return this;
  }
  override __exit__(_error?: unknown): void {
    this.close();
  }
  private usable(): void {
    if (!this.isOpen) throw new ValueError("I/O operation on closed file.");
  }
  close(): void {
    if (this.isOpen) closeSync(this.fd);
    this.isOpen = false;
  }
  flush(): void {
    this.usable();
  }
  fileno(): number {
    return this.fd;
  }
  readable(): boolean {
    return /[r+]/.test(this.mode);
  }
  writable(): boolean {
    return /[wax+]/.test(this.mode);
  }
  tell(): number {
    return this.at;
  }
  seek(offset: number, whence = 0): number {
    const size = fstatSync(this.fd).size;
    this.at = whence === 0 ? offset : whence === 1 ? this.at + offset : size + offset;
    return this.at;
  }
  truncate(size: number = this.at): number {
    ftruncateSync(this.fd, size);
    return size;
  }
  protected bytes(count: number): Uint8Array {
    this.usable();
    if (!this.readable()) throw new ValueError("not readable");
    const size = Math.max(0, fstatSync(this.fd).size - this.at);
    const buffer = new Uint8Array(count < 0 ? size : Math.min(count, size));
    const got = readSync(this.fd, buffer, 0, buffer.length, this.at);
    this.at += got;
    return buffer.subarray(0, got);
  }
  protected put(bytes: Uint8Array): void {
    this.usable();
    if (!this.writable()) throw new ValueError("not writable");
    writeSync(this.fd, bytes, 0, bytes.length, this.mode.startsWith("a") ? null : this.at);
    this.at += bytes.length;
  }
  abstract read(size?: number): T;
  abstract readline(): T;
  abstract write(data: T): number;
  readlines(): T[] {
    return Array.from(this);
  }
  writelines(lines: Iterable<T>): void {
    for (const line of list(lines)) this.write(line);
  }
  __next__(): T {
    const line = this.readline();
    if (line.length === 0) throw new StopIteration();
    return line;
  }
  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let line = this.readline(); line.length > 0; line = this.readline()) yield line;
  }
}

export class BinaryFile extends BaseFile<Uint8Array> {
  static readonly pythonName = "_io.BufferedReader";

  override read(size = -1): Uint8Array {
    return this.bytes(size);
  }
  override readline(): Uint8Array {
    const from = this.at;
    const rest = this.bytes(-1);
    const end = rest.indexOf(10);
    const line = end < 0 ? rest : rest.subarray(0, end + 1);
    this.at = from + line.length;
    return line;
  }
  override write(data: Uint8Array): number {
    if (!(data instanceof Uint8Array)) throw new TypeError_(`a bytes-like object is required, not '${typeName(data)}'`);
    this.put(data);
    return data.length;
  }
}

export class TextFile extends BaseFile<string> {
  static readonly pythonName = "_io.TextIOWrapper";
  readonly encoding: string;
  /** Text that was read from the disk and not asked for yet. */
  private rest: string | null = null;

  constructor(name: string, mode: string, encoding: string) {
    super(name, mode);
    this.encoding = encoding;
  }
  private text(): string {
    // Universal newlines: every end of a line reads as "\n".
    this.rest ??= decodeText(this.bytes(-1), this.encoding).replace(/\r\n?/g, "\n");
    return this.rest;
  }
  override read(size = -1): string {
    const all = this.text();
    const part = size < 0 ? all : Array.from(all).slice(0, size).join("");
    this.rest = all.slice(part.length);
    return part;
  }
  override readline(): string {
    const all = this.text();
    const end = all.indexOf("\n");
    const line = end < 0 ? all : all.slice(0, end + 1);
    this.rest = all.slice(line.length);
    return line;
  }
  override seek(offset: number, whence = 0): number {
    this.rest = null;
    return super.seek(offset, whence);
  }
  override write(data: string): number {
    if (typeof data !== "string") throw new TypeError_(`write() argument must be str, not ${typeName(data)}`);
    this.rest = null;
    this.put(encodeText(data, this.encoding));
    return Array.from(data).length;
  }
}

/** Python's open(file, mode): a text file, or with "b" in the mode a binary one. Raises OSError and its kin. */
export function open(file: string, mode: `${string}b${string}`, ...rest: readonly unknown[]): BinaryFile;
export function open(file: string, mode?: string | OpenOptions, ...rest: readonly unknown[]): TextFile;
export function open(
  file: string,
  mode: string | OpenOptions = "r",
  ...rest: readonly unknown[]
): TextFile | BinaryFile {
  const last = rest.at(-1);
  const options: OpenOptions = typeof mode === "object" ? mode : typeof last === "object" && last !== null ? last : {};
  const wanted = typeof mode === "string" ? mode : (options.mode ?? "r");
  const plain = wanted.replace(/[btU]/g, "");
  const sorted = plain.includes("+") ? `${plain.replace("+", "")}+` : plain === "" ? "r" : plain;
  if (MODES[sorted] === undefined) throw new ValueError(`invalid mode: '${wanted}'`);
  if (wanted.includes("b")) return new BinaryFile(file, `${sorted}b`);
  return new TextFile(file, sorted, options.encoding ?? "utf-8");
}
