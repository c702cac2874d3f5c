/**
 * Python's module time.
 * Source: Modules/timemodule.c (Python 3.7). Times are those of the process's time zone (TZ).
 */
import { ValueError } from "../np/errors.js";
import { PyTuple } from "../np/pytuple.js";
import { format_time, MONTHS, parse_time, WEEKDAYS } from "./files/time_format.js";
import { double, float } from "./support.js";

/** time.struct_time: a tuple whose items have names. */
export class struct_time extends PyTuple<number> {
  get tm_year(): number {
    return this[0]!;
  }
  get tm_mon(): number {
    return this[1]!;
  }
  get tm_mday(): number {
    return this[2]!;
  }
  get tm_hour(): number {
    return this[3]!;
  }
  get tm_min(): number {
    return this[4]!;
  }
  get tm_sec(): number {
    return this[5]!;
  }
  get tm_wday(): number {
    return this[6]!;
  }
  get tm_yday(): number {
    return this[7]!;
  }
  get tm_isdst(): number {
    return this[8]!;
  }
  __repr__(): string {
    const names = ["year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst"];
    return `time.struct_time(${names.map((n, i) => `tm_${n}=${this[i]}`).join(", ")})`;
  }
}
const made = (items: readonly number[]): struct_time => {
  const out = new struct_time();
  for (const x of items) out.push(x);
  return out;
};
const dayOfYear = (y: number, m: number, d: number): number =>
  (Date.UTC(y, m - 1, d) - Date.UTC(y, 0, 1)) / 86400000 + 1;

export function time(): number {
  return float(performance.timeOrigin / 1000 + performance.now() / 1000);
}
export function time_ns(): number {
  return Number(time()) * 1e9;
}
export function perf_counter(): number {
  return float(performance.now() / 1000);
}
export function monotonic(): number {
  return float(performance.now() / 1000);
}
export function process_time(): number {
  const { user, system } = process.cpuUsage();
  return float((user + system) / 1e6);
}
/** time.clock of Python 2: seconds of the processor. */
export function clock(): number {
  return process_time();
}
/** Stops the whole program for so long. */
export function sleep(secs: number): void {
  const s = double(secs);
  if (s < 0) throw new ValueError("sleep length must be non-negative");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, s * 1000);
}
const seconds = (secs: number | null): Date =>
  new Date(Math.floor(secs === null ? Date.now() / 1000 : double(secs)) * 1000);

export function gmtime(secs: number | null = null): struct_time {
  const t = seconds(secs);
  const y = t.getUTCFullYear();
  const [m, d] = [t.getUTCMonth() + 1, t.getUTCDate()];
  const wday = (t.getUTCDay() + 6) % 7;
  return made([y, m, d, t.getUTCHours(), t.getUTCMinutes(), t.getUTCSeconds(), wday, dayOfYear(y, m, d), 0]);
}
export function localtime(secs: number | null = null): struct_time {
  const t = seconds(secs);
  const y = t.getFullYear();
  const [m, d] = [t.getMonth() + 1, t.getDate()];
  const standard = Math.max(...[0, 6].map((month) => new Date(y, month, 1).getTimezoneOffset()));
  const isdst = t.getTimezoneOffset() < standard ? 1 : 0;
  const wday = (t.getDay() + 6) % 7;
  return made([y, m, d, t.getHours(), t.getMinutes(), t.getSeconds(), wday, dayOfYear(y, m, d), isdst]);
}
export function mktime(t: readonly number[]): number {
  return float(new Date(t[0]!, t[1]! - 1, t[2]!, t[3]!, t[4]!, t[5]!).getTime() / 1000);
}
const fields = (t: readonly number[]) => ({
  year: t[0]!,
  month: t[1]!,
  day: t[2]!,
  hour: t[3]!,
  minute: t[4]!,
  second: t[5]!,
  microsecond: 0,
});
export function strftime(format: string, t: readonly number[] = localtime()): string {
  const zone = t instanceof struct_time ? zoneOf(new Date(Number(mktime(t)) * 1000)) : "";
  return format_time(format, fields(t), { offset: "+0000", name: zone });
}
function zoneOf(t: Date): string {
  return (
    /\(([A-Z]+)\)/.exec(t.toTimeString())?.[1] ?? /GMT|UTC/.exec(t.toTimeString())?.[0]?.replace("GMT", "UTC") ?? ""
  );
}
export function asctime(t: readonly number[] = localtime()): string {
  const two = (n: number, fill = "0"): string => String(n).padStart(2, fill);
  const clock_ = [t[3]!, t[4]!, t[5]!].map((n) => two(n)).join(":");
  return `${WEEKDAYS[t[6]!]!.slice(0, 3)} ${MONTHS[t[1]! - 1]!.slice(0, 3)} ${two(t[2]!, " ")} ${clock_} ${t[0]}`;
}
export function ctime(secs: number | null = null): string {
  return asctime(localtime(secs));
}
export function strptime(text: string, format = "%a %b %d %H:%M:%S %Y"): struct_time {
  const f = parse_time(text, format);
  const wday = (new Date(Date.UTC(f.year, f.month - 1, f.day)).getUTCDay() + 6) % 7;
  return made([f.year, f.month, f.day, f.hour, f.minute, f.second, wday, dayOfYear(f.year, f.month, f.day), -1]);
}
/** Seconds west of UTC, without summer time. */
export const timezone: number = new Date(new Date().getFullYear(), 0, 1).getTimezoneOffset() * 60;
export const tzname: PyTuple<string> = Object.assign(new PyTuple<string>(), ["UTC", "UTC"]);
