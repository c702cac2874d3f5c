/**
 * What all open files do: lines, iteration, closing, `with`.
 * Source: io.IOBase (Python 3.7).
 */
import { StopIteration, TypeError_, ValueError } from "../../np/errors.js";

/** An open file of text or of bytes. */
export abstract class OpenFile<T extends string | Uint8Array> {
  readonly name: string | number;
  readonly mode: string;
  private isClosed = false;

  constructor(name: string | number, mode: string) {
    this.name = name;
    this.mode = mode;
  }

  get closed(): boolean {
    return this.isClosed;
  }
  abstract read(size?: number | null): T;
  abstract readline(size?: number): T;
  /** How many characters or bytes were written. */
  abstract write(content: T): number;
  abstract seek(offset: number, whence?: number): number;
  abstract tell(): number;
  protected abstract closing(): void;

  readable(): boolean {
    return /[r+]/.test(this.mode);
  }
  writable(): boolean {
    return /[wax+]/.test(this.mode);
  }
  seekable(): boolean {
    return true;
  }
  isatty(): boolean {
    return false;
  }
  flush(): void {
    this.opened();
  }
  /** The lines, no more once they have `hint` characters. */
  readlines(hint = -1): T[] {
    const out: T[] = [];
    let n = 0;
    for (const line of this) {
      out.push(line);
      n += line.length;
      if (hint > 0 && n >= hint) break;
    }
    return out;
  }
  writelines(lines: Iterable<T>): void {
    for (const line of lines) this.write(line);
  }
  close(): void {
    if (this.isClosed) return;
    this.closing();
    this.isClosed = true;
  }
  protected opened(): void {
    if (this.isClosed) throw new ValueError("I/O operation on closed file.");
  }
  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let line = this.readline(); line.length > 0; line = this.readline()) yield line;
  }
  __iter__(): this {
    this.opened();
    return this;
  }
  __next__(): T {
    const line = this.readline();
    if (line.length === 0) throw new StopIteration();
    return line;
  }
  __enter__(): this {
    this.opened();
    return this;
  }
  __exit__(..._error: readonly unknown[]): void {
    this.close();
  }
  [Symbol.dispose](): void {
    this.close();
  }
}

export function wantsText(x: unknown, typeName: (x: unknown) => string): asserts x is string {
  if (typeof x !== "string") throw new TypeError_(`write() argument must be str, not ${typeName(x)}`);
}
