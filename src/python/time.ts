/**
 * Python's time.
 * Source: time (Python 3.7).
 */

import { tuple } from "../py/containers.js";
import { floatValue } from "../py/number.js";
import { strftimeOf } from "./strftime.js";

const start = performance.now();
/** A float, a whole one included. */
const float = (x: number): number => floatValue(x) as number;

/** Seconds since 1970. */
export const time = (): number => float((performance.timeOrigin + performance.now()) / 1000);
export const perf_counter = (): number => float((performance.now() - start) / 1000);
export const monotonic = perf_counter;
export const clock = perf_counter;
export const process_time = (): number => {
  const { user, system } = process.cpuUsage();
  return float((user + system) / 1e6);
};

/** Waits: nothing else runs meanwhile. */
export function sleep(seconds: number): void {
  if (seconds > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}

/** (year, month, day, hour, minute, second, weekday from Monday, day of the year, daylight saving). */
export type StructTime = readonly [number, number, number, number, number, number, number, number, number];

function parts(d: Date): StructTime {
  const first = new Date(d.getFullYear(), 0, 1);
  const day =
    Math.round((new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime() - first.getTime()) / 86400000) + 1;
  return tuple([
    d.getFullYear(),
    d.getMonth() + 1,
    d.getDate(),
    d.getHours(),
    d.getMinutes(),
    d.getSeconds(),
    (d.getDay() + 6) % 7,
    day,
    0,
  ]);
}
export const localtime = (seconds: number = time()): StructTime => parts(new Date(seconds * 1000));
export const gmtime = (seconds: number = time()): StructTime => {
  const d = new Date(seconds * 1000);
  return parts(new Date(d.getTime() + d.getTimezoneOffset() * 60000));
};
export const mktime = (t: StructTime): number => new Date(t[0], t[1] - 1, t[2], t[3], t[4], t[5]).getTime() / 1000;
export const strftime = (format: string, t: StructTime = localtime()): string => strftimeOf(format, t);
export const ctime = (seconds: number = time()): string => strftime("%a %b %e %H:%M:%S %Y", localtime(seconds));
export const asctime = (t: StructTime = localtime()): string => strftime("%a %b %e %H:%M:%S %Y", t);
