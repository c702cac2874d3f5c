/**
 * The `tf.logging` namespace: messages to the standard error stream.
 * Source: tensorflow/python/platform/tf_logging.py, with Python's basic format.
 */
import { pyFunction } from "../graph/signature.js";
import { ValueError } from "../np/errors.js";
import { repr } from "../np/printing/repr.js";
import { percent } from "../py/percent.js";

export const DEBUG = 10;
export const INFO = 20;
export const WARN = 30;
export const ERROR = 40;
export const FATAL = 50;

const NAMES: Readonly<Record<number, string>> = {
  [DEBUG]: "DEBUG",
  [INFO]: "INFO",
  [WARN]: "WARNING",
  [ERROR]: "ERROR",
  [FATAL]: "CRITICAL",
};

// Python's root logger decides until somebody says otherwise.
let verbosity = WARN;

/** tf.logging.log: `msg % args` at a level; below the verbosity nothing happens. */
export function log(level: number, msg: unknown, ...args: readonly unknown[]): void {
  if (level < verbosity) return;
  const text = args.length > 0 ? percent(String(msg), ...args) : String(msg);
  console.error(`${NAMES[level] ?? `Level ${level}`}:tensorflow:${text}`);
}

export const debug = (msg: unknown, ...args: readonly unknown[]): void => log(DEBUG, msg, ...args);
export const info = (msg: unknown, ...args: readonly unknown[]): void => log(INFO, msg, ...args);
export const warn = (msg: unknown, ...args: readonly unknown[]): void => log(WARN, msg, ...args);
export const error = (msg: unknown, ...args: readonly unknown[]): void => log(ERROR, msg, ...args);
export const fatal = (msg: unknown, ...args: readonly unknown[]): void => log(FATAL, msg, ...args);
export { log as vlog, warn as warning };

/** tf.logging.TaskLevelStatusMessage: at the level of errors. */
export const TaskLevelStatusMessage = (msg: unknown): void => error(msg);

/** tf.logging.log_if: only where `condition` holds. */
export function log_if(level: number, msg: unknown, condition: unknown, ...args: readonly unknown[]): void {
  if (condition) log(level, msg, ...args);
}

/** How often each message has come, of those that are counted. */
const counts = new Map<string, number>();

function counted(msg: unknown): number {
  const key = String(msg);
  const n = counts.get(key) ?? 0;
  counts.set(key, n + 1);
  return n;
}

/** tf.logging.log_every_n: the first of every `n` of the message. */
export function log_every_n(level: number, msg: unknown, n: number, ...args: readonly unknown[]): void {
  log_if(level, msg, counted(msg) % n === 0, ...args);
}

/** tf.logging.log_first_n: the first `n` of the message. */
export function log_first_n(level: number, msg: unknown, n: number, ...args: readonly unknown[]): void {
  log_if(level, msg, counted(msg) < n, ...args);
}

/** tf.logging.flush: messages are written at once. */
export const flush = pyFunction<object>()("flush", "()", (): void => {});
/** tf.logging.get_verbosity */
export const get_verbosity = pyFunction<object>()("get_verbosity", "()", (): number => verbosity);
/** tf.logging.set_verbosity: the lowest level that is shown. */
export const set_verbosity = pyFunction<{ v: number | string }>()("set_verbosity", "(v)", ({ v }): void => {
  const known = Object.entries(NAMES).find(([, name]) => name === v || (v === "WARN" && name === "WARNING"));
  if (typeof v === "string" && !known) throw new ValueError(`Unknown level: ${repr(v)}`);
  verbosity = typeof v === "number" ? v : Number(known![0]);
});
