/**
 * Python's module statistics, over floats.
 * Source: Lib/statistics.py (Python 3.7). Sums are exact, then rounded once.
 */
import { ValueError } from "../np/errors.js";
import { keyOf } from "../py/hash.js";
import { list, sorted } from "../py/iteration.js";
import { truediv } from "../py/operators.js";
import { fsum } from "./math.js";
import { double, float } from "./support.js";

/** statistics.StatisticsError */
export class StatisticsError extends ValueError {}

function values(data: Iterable<unknown>, least: number, text: string): unknown[] {
  const all = list(data as Iterable<unknown>);
  if (all.length < least) throw new StatisticsError(text);
  return all;
}
const total = (all: readonly unknown[]): number => Number(fsum(all));
/** Of ints that an int says exactly, as Python does. */
const asTheirs = (all: readonly unknown[], x: number): number =>
  Number.isInteger(x) && all.every((v) => typeof v === "number" && Number.isInteger(v)) ? x : float(x);

export function mean(data: Iterable<unknown>): number {
  const all = values(data, 1, "mean requires at least one data point");
  return asTheirs(all, total(all) / all.length);
}
export function median(data: Iterable<unknown>): number {
  const all = sorted(values(data, 1, "no median for empty data") as number[]);
  const i = all.length >> 1;
  return all.length % 2 === 1
    ? all[i]!
    : (truediv((double(all[i - 1]) + double(all[i])) as never, 2 as never) as number);
}
export function median_low(data: Iterable<unknown>): number {
  const all = sorted(values(data, 1, "no median for empty data") as number[]);
  return all[(all.length - 1) >> 1]!;
}
export function median_high(data: Iterable<unknown>): number {
  const all = sorted(values(data, 1, "no median for empty data") as number[]);
  return all[all.length >> 1]!;
}
export function mode<T>(data: Iterable<T>): T {
  const all = values(data, 1, "no mode for empty data") as T[];
  const counts = new Map<unknown, [T, number]>();
  for (const x of all) {
    const entry = counts.get(keyOf(x));
    if (entry) entry[1]++;
    else counts.set(keyOf(x), [x, 1]);
  }
  const most = Math.max(...Array.from(counts.values(), (e) => e[1]));
  const best = [...counts.values()].filter((e) => e[1] === most);
  if (best.length > 1) throw new StatisticsError(`no unique mode; found ${best.length} equally common values`);
  return best[0]![0];
}
function squares(all: readonly unknown[], center: number | null): number {
  const c = center === null ? total(all) / all.length : double(center);
  return total(all.map((x) => (double(x) - c) ** 2));
}
export function variance(data: Iterable<unknown>, xbar: number | null = null): number {
  const all = values(data, 2, "variance requires at least two data points");
  return asTheirs(all, squares(all, xbar) / (all.length - 1));
}
export function pvariance(data: Iterable<unknown>, mu: number | null = null): number {
  const all = values(data, 1, "pvariance requires at least one data point");
  return asTheirs(all, squares(all, mu) / all.length);
}
export function stdev(data: Iterable<unknown>, xbar: number | null = null): number {
  return float(Math.sqrt(double(variance(data, xbar))));
}
export function pstdev(data: Iterable<unknown>, mu: number | null = null): number {
  return float(Math.sqrt(double(pvariance(data, mu))));
}
