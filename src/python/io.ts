/**
 * Python's io: files in memory.
 * Source: io (Python 3.7).
 */
import { ContextManager } from "../py/context.js";

export { open } from "./files.js";

class StringIOType extends ContextManager<StringIOType> {
  private text: string;
  private at = 0;

  constructor(text: string) {
    super();
    this.text = text;
  }
  override __enter__(): this {
    return this;
  }
  override __exit__(_error?: unknown): void {}
  write(s: string): number {
    this.text = this.text.slice(0, this.at) + s + this.text.slice(this.at + s.length);
    this.at += s.length;
    return s.length;
  }
  read(size = -1): string {
    const end = size < 0 ? this.text.length : this.at + size;
    const part = this.text.slice(this.at, end);
    this.at += part.length;
    return part;
  }
  readline(): string {
    const end = this.text.indexOf("\n", this.at);
    return this.read(end < 0 ? -1 : end + 1 - this.at);
  }
  readlines(): string[] {
    return Array.from(this);
  }
  *[Symbol.iterator](): Generator<string, void, undefined> {
    for (let line = this.readline(); line !== ""; line = this.readline()) yield line;
  }
  getvalue(): string {
    return this.text;
  }
  seek(at: number): number {
    this.at = at;
    return at;
  }
  tell(): number {
    return this.at;
  }
  flush(): void {}
  close(): void {}
}
export const StringIO = (text = ""): StringIOType => new StringIOType(text);

class BytesIOType extends ContextManager<BytesIOType> {
  private bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes.slice();
  }
  override __enter__(): this {
    return this;
  }
  override __exit__(_error?: unknown): void {}
  write(b: Uint8Array): number {
    const grown = new Uint8Array(Math.max(this.bytes.length, this.at + b.length));
    grown.set(this.bytes);
    grown.set(b, this.at);
    this.bytes = grown;
    this.at += b.length;
    return b.length;
  }
  read(size = -1): Uint8Array {
    const end = size < 0 ? this.bytes.length : this.at + size;
    const part = this.bytes.slice(this.at, end);
    this.at += part.length;
    return part;
  }
  getvalue(): Uint8Array {
    return this.bytes.slice();
  }
  seek(at: number): number {
    this.at = at;
    return at;
  }
  tell(): number {
    return this.at;
  }
  close(): void {}
}
export const BytesIO = (bytes: Uint8Array = new Uint8Array()): BytesIOType => new BytesIOType(bytes);
