/**
 * Files of bytes.
 * Source: io.BufferedReader, io.BufferedWriter, io.BytesIO (Python 3.7).
 */
import { PyError, TypeError_, ValueError } from "../../np/errors.js";
import { typeName } from "../../np/printing/type_name.js";
import { OpenFile } from "./file.js";
import { join, MemoryRaw, type Raw } from "./raw.js";

/** io.UnsupportedOperation. */
export class UnsupportedOperation extends ValueError {}
Object.defineProperty(UnsupportedOperation, "pythonName", { value: "UnsupportedOperation" });
export const isUnsupported = (e: unknown): boolean => e instanceof PyError && e instanceof UnsupportedOperation;

export class BinaryFile extends OpenFile<Uint8Array> {
  protected readonly raw: Raw;

  constructor(raw: Raw, name: string | number, mode: string) {
    super(name, mode);
    this.raw = raw;
  }
  override read(size: number | null = -1): Uint8Array {
    this.opened();
    if (!this.readable()) throw new UnsupportedOperation("read");
    return this.raw.read(size ?? -1);
  }
  override readline(size = -1): Uint8Array {
    this.opened();
    if (!this.readable()) throw new UnsupportedOperation("read");
    const parts: Uint8Array[] = [];
    let left = size < 0 ? Number.POSITIVE_INFINITY : size;
    while (left > 0) {
      const chunk = this.raw.read(Math.min(8192, left));
      if (chunk.length === 0) break;
      const end = chunk.indexOf(10);
      if (end >= 0) {
        parts.push(chunk.subarray(0, end + 1));
        if (end + 1 < chunk.length) this.raw.seek(end + 1 - chunk.length, 1);
        break;
      }
      parts.push(chunk);
      left -= chunk.length;
    }
    return join(parts);
  }
  override write(content: Uint8Array): number {
    this.opened();
    if (!this.writable()) throw new UnsupportedOperation("write");
    if (!(content instanceof Uint8Array))
      throw new TypeError_(`a bytes-like object is required, not '${typeName(content)}'`);
    this.raw.write(content);
    return content.length;
  }
  override seek(offset: number, whence = 0): number {
    this.opened();
    return this.raw.seek(offset, whence);
  }
  override tell(): number {
    this.opened();
    return this.raw.tell();
  }
  truncate(size: number | null = null): number {
    this.opened();
    const to = size ?? this.raw.tell();
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

/** io.BytesIO: a file of bytes in memory. */
export class BytesIO extends BinaryFile {
  private readonly memory: MemoryRaw;

  constructor(initial_bytes: Uint8Array = new Uint8Array(0)) {
    const memory = new MemoryRaw(initial_bytes);
    super(memory, "", "rb+");
    this.memory = memory;
  }
  getvalue(): Uint8Array {
    this.opened();
    return this.memory.all();
  }
  getbuffer(): Uint8Array {
    return this.getvalue();
  }
}
