/**
 * What is logged: levels and records.
 * Source: Lib/logging/__init__.py (Python 3.7).
 */
import { TypeError_, ValueError } from "../np/errors.js";
import { percentFormat } from "../np/printing/percent.js";
import { repr, str } from "../np/printing/repr.js";
import { tuple } from "../np/pytuple.js";

const NAMES = new Map<number, string>([
  [50, "CRITICAL"],
  [40, "ERROR"],
  [30, "WARNING"],
  [20, "INFO"],
  [10, "DEBUG"],
  [0, "NOTSET"],
]);
const NUMBERS = new Map<string, number>([
  ...[...NAMES].map(([n, name]) => [name, n] as const),
  ["WARN", 30],
  ["FATAL", 50],
]);

export function getLevelName(level: number | string): string | number {
  if (typeof level === "string") return NUMBERS.get(level) ?? `Level ${level}`;
  return NAMES.get(Number(level)) ?? `Level ${level}`;
}
export function addLevelName(level: number, name: string): void {
  NAMES.set(level, name);
  NUMBERS.set(name, level);
}
export function levelOf(level: unknown): number {
  if (typeof level === "number") return level;
  if (typeof level !== "string") throw new TypeError_(`Level not an integer or a valid string: ${repr(level)}`);
  const n = NUMBERS.get(level);
  if (n === undefined) throw new ValueError(`Unknown level: ${repr(level)}`);
  return n;
}

const started = Date.now();

/** The file and line that called the logger. */
function caller(): { path: string; line: number; name: string } {
  const lines = (new Error().stack ?? "").split("\n").slice(1);
  const at = lines.find((l) => !/[/\\]logging(?:_record|_handlers)?\.[jt]s/.test(l)) ?? "";
  const m = /at (?:(.*?) \()?(?:file:\/\/)?(.*?):(\d+):\d+\)?$/.exec(at);
  return { path: m?.[2] ?? "", line: Number(m?.[3] ?? 0), name: m?.[1] ?? "<module>" };
}

export class LogRecord {
  readonly name: string;
  readonly levelno: number;
  readonly levelname: string;
  readonly msg: unknown;
  readonly args: readonly unknown[];
  readonly created: number = Date.now() / 1000;
  readonly msecs: number;
  readonly relativeCreated: number = Date.now() - started;
  readonly process: number = globalThis.process.pid;
  readonly processName = "MainProcess";
  readonly threadName = "MainThread";
  readonly thread = 1;
  readonly pathname: string;
  readonly filename: string;
  readonly module: string;
  readonly lineno: number;
  readonly funcName: string;
  message = "";
  asctime = "";
  exc_info: unknown = null;

  constructor(name: string, level: number, msg: unknown, args: readonly unknown[]) {
    this.name = name;
    this.levelno = level;
    this.levelname = String(getLevelName(level));
    this.msg = msg;
    this.args = args;
    this.msecs = (this.created - Math.floor(this.created)) * 1000;
    const from = caller();
    this.pathname = from.path;
    this.filename = from.path.slice(from.path.lastIndexOf("/") + 1);
    this.module = this.filename.replace(/\.\w+$/, "");
    this.lineno = from.line;
    this.funcName = from.name;
  }
  getMessage(): string {
    const text = str(this.msg);
    if (this.args.length === 0) return text;
    const only = this.args[0];
    return String(percentFormat(text, this.args.length === 1 && only instanceof Map ? only : tuple(this.args)));
  }
}
