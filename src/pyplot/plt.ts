/**
 * matplotlib.pyplot as scripts use it: show() writes each figure to figure_N.svg, counted on, and says so on standard error.
 * Source: matplotlib.pyplot 3.
 */
import { bind, type Call } from "../np/arguments.js";
import { isPlainObject } from "../np/printing/mapping.js";
import type { Axes, Style } from "./axes.js";
import { Figure } from "./figure.js";
import type { Data } from "./numbers.js";

export { Axes } from "./axes.js";
export { Figure } from "./figure.js";

const figures = new Map<number, Figure>();
let current: Figure | null = null;
let axes: Axes | null = null;
/** Files of show() so far: none replaces another. */
let written = 0;

interface FigureOptions {
  readonly num?: number | null;
  readonly figsize?: readonly number[];
  readonly dpi?: number | null;
}
export function figure(...args: Call<[num: number | null, figsize: readonly number[]], FigureOptions>): Figure {
  const { num = null, figsize } = bind<FigureOptions>("figure", ["num", "figsize", "dpi"], args);
  const number = num ?? Math.max(0, ...figures.keys()) + 1;
  current = figures.get(number) ?? new Figure(number, figsize ?? undefined);
  figures.set(number, current);
  axes = null;
  return current;
}
export function gcf(): Figure {
  return current ?? figure();
}
export function gca(): Axes {
  axes ??= gcf().add_subplot();
  return axes;
}
export function subplot(rows = 1, cols = 1, index = 1): Axes {
  axes = gcf().add_subplot(rows, cols, index);
  return axes;
}
/** The figure, and its axes: one, a list, or a list of rows. */
export function subplots(...args: readonly unknown[]): [Figure, Axes & Axes[] & Axes[][]] {
  const last = args.at(-1);
  const options = (isPlainObject(last) ? last : {}) as FigureOptions & { nrows?: number; ncols?: number };
  const [r, c] = args.filter((a): a is number => typeof a === "number");
  const [rows, cols] = [r ?? options.nrows ?? 1, c ?? options.ncols ?? 1];
  const fig = figure(options.figsize ? { figsize: options.figsize } : {});
  const grid = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) => fig.add_subplot(rows, cols, i * cols + j + 1)),
  );
  axes = grid[0]![0]!;
  const made = rows === 1 && cols === 1 ? axes : rows === 1 ? grid[0]! : cols === 1 ? grid.map((g) => g[0]!) : grid;
  return [fig, made as Axes & Axes[] & Axes[][]];
}
/** Writes what was drawn; the figures are gone then. */
export function show(..._args: readonly unknown[]): void {
  for (const f of figures.values()) {
    if (!f.isEmpty) process.stderr.write(`${f.savefig(`figure_${++written}.svg`)}\n`);
  }
  close("all");
}
export function savefig(fname: string, _style: Style = {}): void {
  gcf().savefig(fname);
}
export function close(what: unknown = null): void {
  if (what === "all") figures.clear();
  else figures.delete(what instanceof Figure ? what.number : typeof what === "number" ? what : (current?.number ?? 0));
  current = null;
  axes = null;
}
export const plot = (...args: readonly unknown[]): unknown[] => gca().plot(...args);
export const scatter = (x: Data, y: Data, style: Style = {}): void => gca().scatter(x, y, style);
export const bar = (x: Data, height: Data, ...rest: readonly unknown[]): void => gca().bar(x, height, ...rest);
export const hist = (x: Data, ...rest: readonly unknown[]): [n: number[], bins: number[]] => gca().hist(x, ...rest);
export const fill_between = (x: Data, y1: Data, y2: Data = 0, style: Style = {}): void =>
  gca().fill_between(x, y1, y2, style);
export const imshow = (data: Iterable<unknown>, style: Style = {}): void => gca().imshow(data, style);
export const axhline = (y = 0, style: Style = {}): void => gca().axhline(y, style);
export const axvline = (x = 0, style: Style = {}): void => gca().axvline(x, style);
export const text = (x: number, y: number, s: unknown, style: Style = {}): void => gca().text(x, y, s, style);
export const title = (label: string, style: Style = {}): void => gca().set_title(label, style);
export const suptitle = (label: string, style: Style = {}): void => gcf().suptitle(label, style);
export const xlabel = (label: string, style: Style = {}): void => gca().set_xlabel(label, style);
export const ylabel = (label: string, style: Style = {}): void => gca().set_ylabel(label, style);
export const xlim = (left: unknown, right: unknown = null): void => gca().set_xlim(left, right);
export const ylim = (bottom: unknown, top: unknown = null): void => gca().set_ylim(bottom, top);
export const legend = (...args: readonly unknown[]): void => gca().legend(...args);
export const grid = (visible: unknown = true, style: Style = {}): void => gca().grid(visible, style);
export const axis = (what: unknown = "on", style: Style = {}): void => gca().axis(what, style);
export const clf = (): void => {
  gcf().clear();
  axes = null;
};
export const cla = (): void => gca().clear();
/** Have no effect here. */
export const colorbar = (..._args: readonly unknown[]): void => {};
export const tight_layout = (..._args: readonly unknown[]): void => {};
export const subplots_adjust = (..._args: readonly unknown[]): void => {};
export const xticks = (..._args: readonly unknown[]): void => {};
export const yticks = (..._args: readonly unknown[]): void => {};
export const ion = (): void => {};
export const ioff = (): void => {};
export const draw = (): void => {};
export const pause = (_interval: number): void => {};
export const switch_backend = (_name: string): void => {};
