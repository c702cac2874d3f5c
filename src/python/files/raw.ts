/**
 * Where the bytes of an open file are: on the disk, or in memory.
 * Source: io.FileIO, io.BytesIO (Python 3.7).
 */
import * as fs from "node:fs";
import { OSError, ValueError } from "../../np/errors.js";
import { attempt, osError } from "./os_errors.js";

export interface Raw {
  /** Up to `count` bytes, all of them below 0. */
  read(count: number): Uint8Array;
  write(bytes: Uint8Array): void;
  seek(offset: number, whence: number): number;
  tell(): number;
  truncate(size: number): void;
  close(): void;
}

/** "r", "w", "a" or "x", and whether it reads and writes. Raises ValueError. */
export function parseMode(mode: string): { verb: string; reads: boolean; writes: boolean; binary: boolean } {
  if (!/^[rwaxbt+U]+$/.test(mode) || new Set(mode).size < mode.length) throw new ValueError(`invalid mode: '${mode}'`);
  const verbs = mode.match(/[rwax]/g) ?? [];
  if (mode.includes("t") && mode.includes("b")) throw new ValueError("can't have text and binary mode at once");
  const verb = verbs[0] ?? (mode.includes("U") ? "r" : "");
  if (verb === "" || verbs.length > 1) throw new ValueError("must have exactly one of create/read/write/append mode");
  const plus = mode.includes("+");
  return { verb, reads: verb === "r" || plus, writes: verb !== "r" || plus, binary: mode.includes("b") };
}

export class DiskRaw implements Raw {
  readonly fd: number;
  /** null where the system keeps the place: pipes, terminals. */
  private position: number | null;
  private readonly appends: boolean;

  constructor(file: string | number, verb: string, plus: boolean) {
    if (typeof file === "number") this.fd = file;
    else {
      this.fd = attempt(file, () => fs.openSync(file, `${verb === "x" ? "wx" : verb}${plus ? "+" : ""}`));
      if (fs.fstatSync(this.fd).isDirectory()) {
        fs.closeSync(this.fd);
        throw osError("EISDIR", file);
      }
    }
    const isFile = fs.fstatSync(this.fd).isFile();
    this.appends = verb === "a";
    this.position = isFile ? (this.appends ? this.size() : 0) : null;
  }
  private size(): number {
    return fs.fstatSync(this.fd).size;
  }
  read(count: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let left = count < 0 ? Number.POSITIVE_INFINITY : count;
    while (left > 0) {
      const chunk = new Uint8Array(Math.min(left, 65536));
      const n = this.readOnce(chunk);
      if (n === 0) break;
      if (this.position !== null) this.position += n;
      parts.push(chunk.subarray(0, n));
      left -= n;
      // A terminal gives a line at a time.
      if (this.position === null && count >= 0) break;
    }
    return join(parts);
  }
  private readOnce(into: Uint8Array): number {
    for (;;) {
      try {
        return fs.readSync(this.fd, into, 0, into.length, this.position);
      } catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : "";
        if (code === "EOF") return 0;
        if (code !== "EAGAIN") throw error;
      }
    }
  }
  write(bytes: Uint8Array): void {
    if (this.appends && this.position !== null) this.position = this.size();
    for (let done = 0; done < bytes.length; ) {
      const n = fs.writeSync(this.fd, bytes, done, bytes.length - done, this.position);
      done += n;
      if (this.position !== null) this.position += n;
    }
  }
  seek(offset: number, whence: number): number {
    if (this.position === null) throw new OSError(29, "Illegal seek");
    this.position = target(offset, whence, this.position, () => this.size());
    return this.position;
  }
  tell(): number {
    return this.position ?? 0;
  }
  truncate(size: number): void {
    fs.ftruncateSync(this.fd, size);
  }
  close(): void {
    if (this.fd > 2) fs.closeSync(this.fd);
  }
}

export class MemoryRaw implements Raw {
  private bytes: Uint8Array;
  private length: number;
  private position = 0;
  private readonly closed: ((bytes: Uint8Array) => void) | null;

  /** `closed` gets everything in the end. */
  constructor(bytes: Uint8Array = new Uint8Array(0), closed: ((bytes: Uint8Array) => void) | null = null) {
    this.bytes = bytes.slice();
    this.length = bytes.length;
    this.closed = closed;
  }
  read(count: number): Uint8Array {
    const end = count < 0 ? this.length : Math.min(this.length, this.position + count);
    const out = this.bytes.slice(Math.min(this.position, end), end);
    this.position += out.length;
    return out;
  }
  write(bytes: Uint8Array): void {
    const end = this.position + bytes.length;
    if (end > this.bytes.length) {
      const more = new Uint8Array(Math.max(end, 2 * this.bytes.length));
      more.set(this.bytes.subarray(0, this.length));
      this.bytes = more;
    }
    this.bytes.set(bytes, this.position);
    this.position = end;
    this.length = Math.max(this.length, end);
  }
  seek(offset: number, whence: number): number {
    this.position = target(offset, whence, this.position, () => this.length);
    return this.position;
  }
  tell(): number {
    return this.position;
  }
  truncate(size: number): void {
    this.bytes.fill(0, size);
    this.length = Math.min(this.length, size);
  }
  all(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
  close(): void {
    this.closed?.(this.all());
  }
}

function target(offset: number, whence: number, now: number, size: () => number): number {
  const to = offset + (whence === 0 ? 0 : whence === 1 ? now : size());
  if (whence === 0 && to < 0) throw new ValueError(`negative seek value ${to}`);
  if (to < 0) throw new OSError(22, "Invalid argument");
  return to;
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}
