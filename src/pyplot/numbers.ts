/**
 * Numbers of what is plotted: lists, arrays and ranges.
 */
import { asFloat } from "../np/printing/numbers.js";
import { list } from "../py/iteration.js";

export type Data = Iterable<unknown> | { readonly shape: readonly number[] } | number;

export function numbers(data: unknown): number[] {
  if (typeof data === "number") return [data];
  return list(data as Iterable<unknown>).flatMap((x) => {
    try {
      return [asFloat(x)];
    } catch {
      return numbers(x);
    }
  });
}
/** Round steps that cover a span. */
export function ticks(lo: number, hi: number): number[] {
  const rough = (hi - lo) / 6 || 1;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * ten).find((s) => s >= rough) ?? rough;
  const out: number[] = [];
  for (let k = Math.ceil(lo / step - 1e-9); k * step <= hi + 1e-9 * step; k++)
    out.push(Number((k * step).toPrecision(12)));
  return out;
}
