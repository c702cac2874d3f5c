/**
 * Files of text.
 * Source: io.TextIOWrapper, io.StringIO (Python 3.7): newlines are read as \n unless `newline` says otherwise.
 */
import { LookupError, UnicodeDecodeError, UnicodeEncodeError } from "../../np/errors.js";
import { strRepr } from "../../np/printing/repr.js";
import { typeName } from "../../np/printing/type_name.js";
import { UnsupportedOperation } from "./binary_file.js";
import { OpenFile, wantsText } from "./file.js";
import type { Raw } from "./raw.js";

const CODECS: Readonly<Record<string, string>> = {
  utf8: "utf-8",
  u8: "utf-8",
  utf: "utf-8",
  utf8sig: "utf-8-sig",
  ascii: "ascii",
  usascii: "ascii",
  latin1: "latin-1",
  iso88591: "latin-1",
  l1: "latin-1",
};

export function codec(encoding: string): string {
  const known = CODECS[encoding.toLowerCase().replace(/[-_ ]/g, "")];
  if (known === undefined) throw new LookupError(`unknown encoding: ${encoding}`);
  return known;
}

export function decode(bytes: Uint8Array, encoding = "utf-8", errors = "strict"): string {
  const name = codec(encoding);
  if (name === "latin-1") return Buffer.from(bytes).toString("latin1");
  if (name === "ascii") return ascii(bytes, errors);
  const text = new TextDecoder("utf-8", { ignoreBOM: name === "utf-8" }).decode(bytes);
  if (errors === "replace" || !text.includes("\ufffd")) return text;
  if (errors === "ignore") return text.replaceAll("\ufffd", "");
  return strictUtf8(bytes, text);
}

function ascii(bytes: Uint8Array, errors: string): string {
  const bad = bytes.findIndex((b) => b > 127);
  if (bad >= 0 && errors === "strict") throw decodeError("ascii", bytes[bad]!, bad, "ordinal not in range(128)");
  const shown = errors === "ignore" ? "" : "\ufffd";
  return Array.from(bytes, (b) => (b > 127 ? shown : String.fromCharCode(b))).join("");
}

/** The text, if its replacement characters are the file's own. */
function strictUtf8(bytes: Uint8Array, text: string): string {
  if (Buffer.from(text, "utf8").equals(bytes)) return text;
  const encoded = Buffer.from(text, "utf8");
  let at = 0;
  while (at < bytes.length && bytes[at] === encoded[at]) at++;
  // Back to the start of the character that is broken.
  while (at > 0 && at < bytes.length && (bytes[at]! & 0xc0) === 0x80 && bytes[at - 1]! >= 0x80) at--;
  const byte = bytes[Math.min(at, bytes.length - 1)]!;
  const isStart = byte >= 0xc2 && byte <= 0xf4;
  throw decodeError("utf-8", byte, at, isStart ? "invalid continuation byte" : "invalid start byte");
}

function decodeError(name: string, byte: number, at: number, why: string): UnicodeDecodeError {
  const hex = byte.toString(16).padStart(2, "0");
  return new UnicodeDecodeError(`'${name}' codec can't decode byte 0x${hex} in position ${at}: ${why}`);
}

export function encode(text: string, encoding = "utf-8", errors = "strict"): Uint8Array {
  const name = codec(encoding);
  if (name.startsWith("utf-8")) return new TextEncoder().encode(name === "utf-8-sig" ? `\ufeff${text}` : text);
  const limit = name === "ascii" ? 128 : 256;
  const out: number[] = [];
  Array.from(text).forEach((c, i) => {
    const code = c.codePointAt(0)!;
    if (code < limit) out.push(code);
    else if (errors === "replace") out.push(63);
    else if (errors !== "ignore") {
      const shown = strRepr(c).slice(0, 1) + `\\x${code.toString(16)}'`;
      const escaped = code < 256 ? shown : `'\\u${code.toString(16).padStart(4, "0")}'`;
      throw new UnicodeEncodeError(
        `'${name}' codec can't encode character ${escaped} in position ${i}: ordinal not in range(${limit})`,
      );
    }
  });
  return Uint8Array.from(out);
}

/** Up to `count` characters from there on; where they end. */
export function ahead(text: string, from: number, count: number): number {
  if (count < 0) return text.length;
  let at = from;
  for (let n = 0; n < count && at < text.length; n++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

const universal = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

export interface TextOptions {
  readonly encoding?: string | null;
  readonly errors?: string | null;
  readonly newline?: string | null;
}

export class TextFile extends OpenFile<string> {
  readonly encoding: string;
  readonly errors: string;
  readonly newlines = null;
  private readonly newline: string | null;
  private readonly raw: Raw;
  /** What was read ahead, from which byte on, and how much of it is used. */
  private text: string | null = null;
  private start = 0;
  private used = 0;

  constructor(raw: Raw, name: string | number, mode: string, options: TextOptions = {}) {
    super(name, mode);
    this.raw = raw;
    this.encoding = options.encoding ?? "UTF-8";
    codec(this.encoding);
    this.errors = options.errors ?? "strict";
    this.newline = options.newline ?? null;
  }
  private load(): string {
    this.opened();
    if (!this.readable()) throw new UnsupportedOperation("not readable");
    if (this.text === null || this.used === this.text.length) {
      this.start = this.tell();
      this.text = decode(this.raw.read(-1), this.encoding, this.errors);
      this.used = 0;
    }
    return this.text;
  }
  override read(size: number | null = -1): string {
    const text = this.load();
    const from = this.used;
    this.used = ahead(text, from, size ?? -1);
    const out = text.slice(from, this.used);
    return this.newline === null ? universal(out) : out;
  }
  override readline(size = -1): string {
    const text = this.load();
    const from = this.used;
    let end: number;
    if (this.newline === null || this.newline === "") {
      const pattern = /\r\n|\r|\n/g;
      pattern.lastIndex = from;
      end = pattern.test(text) ? pattern.lastIndex : text.length;
    } else {
      const at = text.indexOf(this.newline, from);
      end = at < 0 ? text.length : at + this.newline.length;
    }
    this.used = Math.min(end, ahead(text, from, size));
    const out = text.slice(from, this.used);
    return this.newline === null ? universal(out) : out;
  }
  override write(content: string): number {
    this.opened();
    if (!this.writable()) throw new UnsupportedOperation("not writable");
    wantsText(content, typeName);
    this.forget();
    const own = this.newline === null || this.newline === "" ? "\n" : this.newline;
    this.raw.write(encode(own === "\n" ? content : content.replaceAll("\n", own), this.encoding, this.errors));
    return Array.from(content).length;
  }
  /** Puts the file where the reader is. */
  private forget(): void {
    if (this.text === null) return;
    this.raw.seek(this.tell(), 0);
    this.text = null;
  }
  override seek(offset: number, whence = 0): number {
    this.opened();
    if (whence !== 0 && offset !== 0)
      throw new UnsupportedOperation(`can't do nonzero ${whence === 1 ? "cur" : "end"}-relative seeks`);
    this.forget();
    return this.raw.seek(offset, whence);
  }
  override tell(): number {
    this.opened();
    if (this.text === null) return this.raw.tell();
    return this.start + encode(this.text.slice(0, this.used), this.encoding, "replace").length;
  }
  truncate(size: number | null = null): number {
    const to = size ?? this.tell();
    this.raw.truncate(to);
    return to;
  }
  fileno(): number {
    if ("fd" in this.raw && typeof this.raw.fd === "number") return this.raw.fd;
    throw new UnsupportedOperation("fileno");
  }
  protected override closing(): void {
    this.raw.close();
  }
}

/** io.StringIO: a file of text in memory. */
export class StringIO extends OpenFile<string> {
  private text: string;
  private at = 0;

  constructor(initial_value: string | null = "", _newline: string | null = "\n") {
    super("", "r+");
    this.text = initial_value ?? "";
  }
  override read(size: number | null = -1): string {
    this.opened();
    const from = this.at;
    this.at = Math.max(from, ahead(this.text, from, size ?? -1));
    return this.text.slice(from, this.at);
  }
  override readline(size = -1): string {
    this.opened();
    const from = this.at;
    const end = this.text.indexOf("\n", from);
    const line = end < 0 ? this.text.length : end + 1;
    this.at = Math.max(from, Math.min(line, ahead(this.text, from, size)));
    return this.text.slice(from, this.at);
  }
  override write(content: string): number {
    this.opened();
    if (typeof content !== "string") wantsText(content, (x) => `'${typeName(x)}'`);
    const before = this.text.padEnd(this.at, "\0");
    this.text = before.slice(0, this.at) + content + before.slice(this.at + content.length);
    this.at += content.length;
    return Array.from(content).length;
  }
  override seek(offset: number, whence = 0): number {
    this.opened();
    this.at = whence === 2 ? this.text.length : whence === 1 ? this.at : offset;
    return this.at;
  }
  override tell(): number {
    this.opened();
    return this.at;
  }
  truncate(size: number | null = null): number {
    const to = size ?? this.at;
    this.text = this.text.slice(0, to);
    return to;
  }
  getvalue(): string {
    this.opened();
    return this.text;
  }
  protected override closing(): void {}
}
