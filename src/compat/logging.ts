/**
 * The `tf.logging` namespace: lines "LEVEL:tensorflow:message" on stderr.
 * Source: tensorflow/python/platform/tf_logging.py.
 */
import { pyFunction } from "../graph/signature.js";
import { percent } from "../py/percent.js";

export const DEBUG = 10;
export const INFO = 20;
export const WARN = 30;
export const ERROR = 40;
export const FATAL = 50;

const NAMES: Readonly<Record<number, string>> = { 10: "DEBUG", 20: "INFO", 30: "WARNING", 40: "ERROR", 50: "CRITICAL" };

let verbosity: number = WARN;

/** What stays silent: everything below level `v`. */
export const set_verbosity = pyFunction<{ v: number }>()("set_verbosity", "(v)", ({ v }) => {
  verbosity = v;
});
export const get_verbosity = pyFunction<Record<never, never>>()("get_verbosity", "()", (): number => verbosity);

/** tf.logging.log: `msg % args` at a level. */
export function log(level: number, msg: unknown, ...args: readonly unknown[]): void {
  if (level < verbosity) return;
  const text = args.length === 0 ? String(msg) : percent(String(msg), ...args);
  console.error(`${NAMES[level] ?? `Level ${level}`}:tensorflow:${text}`);
}

type Log = (msg: unknown, ...args: readonly unknown[]) => void;
const at =
  (level: number): Log =>
  (msg, ...args) => {
    log(level, msg, ...args);
  };

export const debug: Log = at(DEBUG);
export const info: Log = at(INFO);
export const warn: Log = at(WARN);
export const warning: Log = warn;
export const error: Log = at(ERROR);
export const fatal: Log = at(FATAL);

/** tf.logging.log_if: only where `condition` holds. */
export function log_if(level: number, msg: unknown, condition: boolean, ...args: readonly unknown[]): void {
  if (condition) log(level, msg, ...args);
}

const counts = new Map<unknown, number>();
function nth(msg: unknown): number {
  const n = counts.get(msg) ?? 0;
  counts.set(msg, n + 1);
  return n;
}
/** tf.logging.log_every_n: the first of every `n` calls with that message. */
export function log_every_n(level: number, msg: unknown, n: number, ...args: readonly unknown[]): void {
  log_if(level, msg, nth(msg) % n === 0, ...args);
}
/** tf.logging.log_first_n: the first `n` calls with that message. */
export function log_first_n(level: number, msg: unknown, n: number, ...args: readonly unknown[]): void {
  log_if(level, msg, nth(msg) < n, ...args);
}

/** tf.logging.flush: lines are never held back. */
export const flush = pyFunction<Record<never, never>>()("flush", "()", (): void => {});
