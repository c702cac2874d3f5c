/**
 * Python's module sys.
 * Source: Python 3.7 sys. Texts that sys.stdout gets go through print's sink.
 */
import { SystemExit } from "../np/errors.js";
import { str } from "../np/printing/repr.js";
import { PyTuple, tuple } from "../np/pytuple.js";
import { lastCaught } from "../py/caught.js";
import { PyDict } from "../py/dict.js";
import { print } from "../py/print.js";
import type { TextFile } from "./files/text_file.js";
import { standardInput } from "./open.js";

/** Standard output or error. */
export class Stream {
  readonly name: string;
  readonly encoding = "UTF-8";
  readonly closed = false;
  private readonly put: (text: string) => void;
  private readonly fd: number;

  constructor(name: string, fd: number, put: (text: string) => void) {
    this.name = name;
    this.fd = fd;
    this.put = put;
  }
  write(text: string): number {
    this.put(text);
    return Array.from(text).length;
  }
  writelines(lines: Iterable<string>): void {
    for (const line of lines) this.write(line);
  }
  flush(): void {}
  isatty(): boolean {
    return (this.fd === 1 ? process.stdout : process.stderr).isTTY === true;
  }
  fileno(): number {
    return this.fd;
  }
  writable(): boolean {
    return true;
  }
  /** Bytes are written as the text that they are in UTF-8. */
  get buffer(): { write(bytes: Uint8Array): number; flush(): void } {
    return {
      write: (bytes) => {
        this.put(new TextDecoder().decode(bytes));
        return bytes.length;
      },
      flush: () => {},
    };
  }
}

/** The script and its arguments. */
export const argv: string[] = process.argv.slice(1);
export const stdout = new Stream("<stdout>", 1, (text) => print(text, { end: "" }));
export const stderr = new Stream("<stderr>", 2, (text) => void process.stderr.write(text));
export const __stdout__ = stdout;
export const __stderr__ = stderr;
export const stdin: TextFile = new Proxy({} as TextFile, {
  get: (_, name) => {
    const file = standardInput();
    const value: unknown = Reflect.get(file, name, file);
    return typeof value === "function" ? (value.bind(file) as unknown) : value;
  },
});

/** Ends the program: raises SystemExit, which nobody has to catch. */
export function exit(status: unknown = null): never {
  if (process.listenerCount("uncaughtException") === 0) process.on("uncaughtException", uncaught);
  throw status === null ? new SystemExit() : new SystemExit(status);
}

function uncaught(error: unknown): void {
  if (!(error instanceof SystemExit)) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
  const { code } = error;
  if (code !== null && typeof code !== "number" && typeof code !== "boolean") process.stderr.write(`${str(code)}\n`);
  process.exit(code === null ? 0 : typeof code === "number" || typeof code === "boolean" ? Number(code) & 255 : 1);
}

export const version = "3.7.16 (default, Dec  6 2022, 00:00:00) \n[GCC 7.5.0]";

/** sys.version_info: a tuple whose items have names. */
class VersionInfo extends PyTuple<number | string> {
  get major(): number {
    return 3;
  }
  get minor(): number {
    return 7;
  }
  get micro(): number {
    return 16;
  }
  get releaselevel(): string {
    return "final";
  }
  get serial(): number {
    return 0;
  }
  __repr__(): string {
    return "sys.version_info(major=3, minor=7, micro=16, releaselevel='final', serial=0)";
  }
}
export const version_info: VersionInfo = Object.assign(new VersionInfo(), [3, 7, 16, "final", 0]);
export const hexversion = 0x030710f0;
export const platform: string = process.platform;
export const byteorder = "little";
export const maxsize: number | bigint = 9223372036854775807n;
export const maxunicode = 0x10ffff;
export const executable: string = process.execPath;
export const path: string[] = [process.cwd()];
export const modules: PyDict<string, unknown> = new PyDict();
export const float_info = {
  max: Number.MAX_VALUE,
  min: 2.2250738585072014e-308,
  epsilon: Number.EPSILON,
  dig: 15,
  mant_dig: 53,
  max_exp: 1024,
  min_exp: -1021,
} as const;
export const prefix = "/usr/local";
export const dont_write_bytecode = false;

let limit = 1000;
export function getrecursionlimit(): number {
  return limit;
}
/** Is remembered; the depth of calls is JavaScript's. */
export function setrecursionlimit(n: number): void {
  limit = n;
}
export function getdefaultencoding(): string {
  return "utf-8";
}
export function getfilesystemencoding(): string {
  return "utf-8";
}
/** No size of CPython's: about what the object takes here. */
export function getsizeof(x: unknown): number {
  if (typeof x === "string") return 49 + x.length;
  if (Array.isArray(x)) return 64 + 8 * x.length;
  return x instanceof Uint8Array ? 33 + x.length : 28;
}
/** Class, value and (no) traceback of what was caught last. */
export function exc_info(): PyTuple<unknown> {
  const error = lastCaught();
  return tuple([error instanceof Error ? error.constructor : null, error, null]);
}
/** sys.intern: the text. */
export function intern(text: string): string {
  return text;
}
