/**
 * Python's logging: loggers that write lines on stderr.
 * Source: Lib/logging (Python 3.7).
 */

import { isPlainObject } from "../np/printing/mapping.js";
import { str } from "../np/printing/repr.js";
import { percent } from "../py/percent.js";
import { open } from "./files.js";
import { stderr, type TextStream } from "./sys.js";
import { localtime, strftime, time } from "./time.js";

export const CRITICAL = 50;
export const FATAL = 50;
export const ERROR = 40;
export const WARNING = 30;
export const WARN = 30;
export const INFO = 20;
export const DEBUG = 10;
export const NOTSET = 0;

const NAMES: Readonly<Record<number, string>> = {
  50: "CRITICAL",
  40: "ERROR",
  30: "WARNING",
  20: "INFO",
  10: "DEBUG",
  0: "NOTSET",
};
export const getLevelName = (level: number): string => NAMES[level] ?? `Level ${level}`;
const levelOf = (level: number | string): number =>
  typeof level === "number" ? level : Number(Object.entries(NAMES).find(([, n]) => n === level)?.[0] ?? 0);

interface Record_ {
  readonly name: string;
  readonly level: number;
  readonly message: string;
}

export class Formatter {
  readonly format_: string;
  readonly datefmt: string | null;

  constructor(
    fmt: string | null | { readonly fmt?: string; readonly datefmt?: string } = null,
    datefmt: string | null = null,
  ) {
    const isNamed = typeof fmt === "object" && fmt !== null;
    this.format_ = (isNamed ? fmt.fmt : fmt) ?? "%(message)s";
    this.datefmt = isNamed ? (fmt.datefmt ?? null) : datefmt;
  }
  format(r: Record_): string {
    const now = time();
    const ms = String(Math.floor((Number(now) % 1) * 1000)).padStart(3, "0");
    const asctime =
      this.datefmt === null ? `${strftime("%Y-%m-%d %H:%M:%S")},${ms}` : strftime(this.datefmt, localtime());
    const values = new Map<string, unknown>([
      ["message", r.message],
      ["name", r.name],
      ["levelname", getLevelName(r.level)],
      ["levelno", r.level],
      ["asctime", asctime],
      ["process", process.pid],
      ["filename", ""],
      ["lineno", 0],
      ["module", ""],
      ["funcName", ""],
    ]);
    return percent(this.format_, values);
  }
}

/** Writes what it is given to a stream. */
export class StreamHandler {
  level = NOTSET;
  protected formatter = new Formatter();
  protected stream: Pick<TextStream, "write">;

  constructor(stream: Pick<TextStream, "write"> | null = null) {
    this.stream = stream ?? stderr;
  }
  setLevel(level: number | string): void {
    this.level = levelOf(level);
  }
  setFormatter(f: Formatter): void {
    this.formatter = f;
  }
  handle(r: Record_): void {
    if (r.level >= this.level) this.stream.write(`${this.formatter.format(r)}\n`);
  }
  close(): void {}
}
export class FileHandler extends StreamHandler {
  constructor(file: string, mode = "a") {
    super(open(file, mode) as Pick<TextStream, "write">);
  }
}
export class NullHandler extends StreamHandler {
  override handle(_r: Record_): void {}
}

export class Logger {
  readonly name: string;
  level = NOTSET;
  propagate = true;
  readonly handlers: StreamHandler[] = [];
  disabled = false;

  constructor(name: string) {
    this.name = name;
  }
  setLevel(level: number | string): void {
    this.level = levelOf(level);
  }
  getEffectiveLevel(): number {
    return this.level || root.level;
  }
  isEnabledFor(level: number): boolean {
    return level >= this.getEffectiveLevel();
  }
  addHandler(h: StreamHandler): void {
    this.handlers.push(h);
  }
  removeHandler(h: StreamHandler): void {
    const at = this.handlers.indexOf(h);
    if (at >= 0) this.handlers.splice(at, 1);
  }
  hasHandlers(): boolean {
    return this.handlers.length > 0 || (this.propagate && root.handlers.length > 0);
  }
  log(level: number, message: unknown, ...args: readonly unknown[]): void {
    if (this.disabled || !this.isEnabledFor(level)) return;
    const values = isPlainObject(args.at(-1)) ? args.slice(0, -1) : args;
    const text = values.length > 0 ? percent(str(message), ...values) : str(message);
    const r = { name: this.name, level, message: text };
    for (const h of this.handlers) h.handle(r);
    if (this !== root && this.propagate) for (const h of root.handlers) h.handle(r);
    // Without any handler warnings still reach stderr, bare.
    if (!this.hasHandlers() && level >= WARNING) stderr.write(`${text}\n`);
  }
  debug(message: unknown, ...args: readonly unknown[]): void {
    this.log(DEBUG, message, ...args);
  }
  info(message: unknown, ...args: readonly unknown[]): void {
    this.log(INFO, message, ...args);
  }
  warning(message: unknown, ...args: readonly unknown[]): void {
    this.log(WARNING, message, ...args);
  }
  warn(message: unknown, ...args: readonly unknown[]): void {
    this.log(WARNING, message, ...args);
  }
  error(message: unknown, ...args: readonly unknown[]): void {
    this.log(ERROR, message, ...args);
  }
  exception(message: unknown, ...args: readonly unknown[]): void {
    this.log(ERROR, message, ...args);
  }
  critical(message: unknown, ...args: readonly unknown[]): void {
    this.log(CRITICAL, message, ...args);
  }
}

export const root = /* @__PURE__ */ new Logger("root");
root.level = WARNING;
const known = new Map<string, Logger>();

export function getLogger(name: string | null = null): Logger {
  if (name === null || name === "" || name === "root") return root;
  let found = known.get(name);
  if (!found) {
    found = new Logger(name);
    known.set(name, found);
  }
  return found;
}

export interface BasicOptions {
  readonly filename?: string;
  readonly filemode?: string;
  readonly format?: string;
  readonly datefmt?: string;
  readonly level?: number | string;
  readonly stream?: Pick<TextStream, "write">;
  readonly handlers?: readonly StreamHandler[];
}
/** Sets up the root logger, unless it has handlers already. */
export function basicConfig(options: BasicOptions = {}): void {
  if (root.handlers.length > 0) return;
  const made = options.handlers ?? [
    options.filename
      ? new FileHandler(options.filename, options.filemode ?? "a")
      : new StreamHandler(options.stream ?? null),
  ];
  const format = options.format ?? "%(levelname)s:%(name)s:%(message)s";
  for (const h of made) {
    h.setFormatter(new Formatter({ fmt: format, ...(options.datefmt !== undefined && { datefmt: options.datefmt }) }));
    root.addHandler(h);
  }
  if (options.level !== undefined) root.setLevel(options.level);
}
function byRoot(level: number) {
  return (message: unknown, ...args: readonly unknown[]): void => {
    basicConfig();
    root.log(level, message, ...args);
  };
}
export const debug = /* @__PURE__ */ byRoot(DEBUG);
export const info = /* @__PURE__ */ byRoot(INFO);
export const warning = /* @__PURE__ */ byRoot(WARNING);
export const warn = warning;
export const error = /* @__PURE__ */ byRoot(ERROR);
export const exception = error;
export const critical = /* @__PURE__ */ byRoot(CRITICAL);
export function disable(_level: number = CRITICAL): void {
  root.disabled = true;
}
