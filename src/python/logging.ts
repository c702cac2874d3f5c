/**
 * Python's module logging.
 * Source: Lib/logging/__init__.py (Python 3.7).
 */

import { ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { lastCaught } from "../py/caught.js";
import { FileHandler, Formatter, type Handler, StreamHandler } from "./logging_handlers.js";
import { getLevelName, LogRecord, levelOf } from "./logging_record.js";

export { FileHandler, Formatter, Handler, NullHandler, StreamHandler } from "./logging_handlers.js";
export { addLevelName, getLevelName, LogRecord } from "./logging_record.js";
export const CRITICAL = 50;
export const FATAL = 50;
export const ERROR = 40;
export const WARNING = 30;
export const WARN = 30;
export const INFO = 20;
export const DEBUG = 10;
export const NOTSET = 0;

interface LogOptions {
  readonly exc_info?: unknown;
  readonly extra?: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> | null;
  readonly stack_info?: boolean;
}
let disabled = 0;
const lastResort = new StreamHandler();
lastResort.setLevel(WARNING);
lastResort.setFormatter(new Formatter("%(message)s"));

export class Logger {
  readonly name: string;
  parent: Logger | null;
  level: number;
  propagate = true;
  disabled = false;
  handlers: Handler[] = [];
  private readonly filters: unknown[] = [];

  constructor(name: string, level: number | string = NOTSET, parent: Logger | null = null) {
    this.name = name;
    this.level = levelOf(level);
    this.parent = parent;
  }
  setLevel(level: number | string): void {
    this.level = levelOf(level);
  }
  getEffectiveLevel(): number {
    return this.level || (this.parent?.getEffectiveLevel() ?? NOTSET);
  }
  isEnabledFor(level: number): boolean {
    return level > disabled && level >= this.getEffectiveLevel();
  }
  addHandler(handler: Handler): void {
    if (!this.handlers.includes(handler)) this.handlers.push(handler);
  }
  removeHandler(handler: Handler): void {
    this.handlers = this.handlers.filter((h) => h !== handler);
  }
  hasHandlers(): boolean {
    return this.handlers.length > 0 || (this.propagate && (this.parent?.hasHandlers() ?? false));
  }
  addFilter(filter: unknown): void {
    this.filters.push(filter);
  }
  log(level: number, msg: unknown, ...args: readonly unknown[]): void {
    if (!this.isEnabledFor(level) || this.disabled) return;
    const last = args.at(-1);
    const isOptions = isPlainObject(last) && Object.keys(last).some((k) => /^(exc_info|extra|stack_info)$/.test(k));
    const options: LogOptions = isOptions ? last : {};
    const record = new LogRecord(this.name, level, msg, isOptions ? args.slice(0, -1) : args);
    if (options.exc_info) record.exc_info = options.exc_info instanceof Error ? options.exc_info : lastCaught();
    const extra = options.extra ?? {};
    Object.assign(record, extra instanceof Map ? Object.fromEntries(extra) : extra);
    this.handle(record);
  }
  handle(record: LogRecord): void {
    let found = false;
    for (let logger: Logger | null = this; logger; logger = logger.propagate ? logger.parent : null) {
      for (const h of logger.handlers) {
        found = true;
        if (record.levelno >= h.level) h.handle(record);
      }
    }
    if (!found && record.levelno >= lastResort.level) lastResort.handle(record);
  }
  debug(msg: unknown, ...args: readonly unknown[]): void {
    this.log(DEBUG, msg, ...args);
  }
  info(msg: unknown, ...args: readonly unknown[]): void {
    this.log(INFO, msg, ...args);
  }
  warning(msg: unknown, ...args: readonly unknown[]): void {
    this.log(WARNING, msg, ...args);
  }
  warn(msg: unknown, ...args: readonly unknown[]): void {
    this.log(WARNING, msg, ...args);
  }
  error(msg: unknown, ...args: readonly unknown[]): void {
    this.log(ERROR, msg, ...args);
  }
  critical(msg: unknown, ...args: readonly unknown[]): void {
    this.log(CRITICAL, msg, ...args);
  }
  fatal(msg: unknown, ...args: readonly unknown[]): void {
    this.log(CRITICAL, msg, ...args);
  }
  exception(msg: unknown, ...args: readonly unknown[]): void {
    this.log(ERROR, msg, ...args, { exc_info: true });
  }
  getChild(suffix: string): Logger {
    return getLogger(this === root ? suffix : `${this.name}.${suffix}`);
  }
  __repr__(): string {
    return `<Logger ${this.name} (${getLevelName(this.getEffectiveLevel())})>`;
  }
}

export const root = new Logger("root", WARNING);
const loggers = new Map<string, Logger>();

/** The logger of that name; the one above it is named by what stands before the last dot. */
export function getLogger(name: string | null = null): Logger {
  if (name === null || name === "") return root;
  let found = loggers.get(name);
  if (!found) {
    const dot = name.lastIndexOf(".");
    found = new Logger(name, NOTSET, dot < 0 ? root : getLogger(name.slice(0, dot)));
    loggers.set(name, found);
  }
  return found;
}

interface ConfigOptions {
  readonly filename?: string | null;
  readonly filemode?: string;
  readonly format?: string;
  readonly datefmt?: string | null;
  readonly style?: string;
  readonly level?: number | string | null;
  readonly stream?: { write(text: string): unknown } | null;
  readonly handlers?: Iterable<Handler> | null;
}
/** Sets up the root logger, unless it has handlers. */
export function basicConfig(options: ConfigOptions = {}): void {
  if (root.handlers.length > 0) return;
  const { filename = null, filemode = "a", stream = null, handlers = null, level = null } = options;
  if (filename !== null && stream !== null)
    throw new ValueError("'stream' and 'filename' should not be specified together");
  const made = handlers ?? [filename === null ? new StreamHandler(stream) : new FileHandler(filename, filemode)];
  const formatter = new Formatter(
    options.format ?? "%(levelname)s:%(name)s:%(message)s",
    options.datefmt ?? null,
    options.style ?? "%",
  );
  for (const h of made) {
    h.formatter ??= formatter;
    root.addHandler(h);
  }
  if (level !== null) root.setLevel(level);
}
/** Nothing up to that level is written any more. */
export function disable(level: number = CRITICAL): void {
  disabled = level;
}
export function shutdown(): void {
  for (const h of root.handlers) h.close();
}
function atRoot(level: number, msg: unknown, args: readonly unknown[]): void {
  if (root.handlers.length === 0) basicConfig();
  root.log(level, msg, ...args);
}
export function log(level: number, msg: unknown, ...args: readonly unknown[]): void {
  atRoot(level, msg, args);
}
export function debug(msg: unknown, ...args: readonly unknown[]): void {
  atRoot(DEBUG, msg, args);
}
export function info(msg: unknown, ...args: readonly unknown[]): void {
  atRoot(INFO, msg, args);
}
export function warning(msg: unknown, ...args: readonly unknown[]): void {
  atRoot(WARNING, msg, args);
}
export const warn = warning;
export function error(msg: unknown, ...args: readonly unknown[]): void {
  atRoot(ERROR, msg, args);
}
export function critical(msg: unknown, ...args: readonly unknown[]): void {
  atRoot(CRITICAL, msg, args);
}
export const fatal = critical;
export function exception(msg: unknown, ...args: readonly unknown[]): void {
  atRoot(ERROR, msg, [...args, { exc_info: true }]);
}
export function captureWarnings(_capture: boolean): void {}
