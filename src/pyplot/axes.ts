/**
 * Axes: what is drawn on one pair of coordinates, and its SVG.
 * Source: the methods of matplotlib.axes.Axes that scripts use most.
 */
import { isPlainObject } from "../np/printing/mapping.js";
import { str } from "../np/printing/repr.js";
import { list } from "../py/iteration.js";
import { type Data, numbers, ticks } from "./numbers.js";

export interface Style {
  readonly [name: string]: unknown;
}
interface Shape {
  readonly kind: "line" | "points" | "bars" | "fill" | "image";
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly base?: readonly number[];
  readonly width?: number;
  readonly color: string;
  readonly dash?: string;
  readonly marker?: boolean;
  readonly label?: string | null;
  readonly rows?: readonly (readonly unknown[])[];
}
const COLORS = [
  "#1f77b4",
  "#ff7f0e",
  "#2ca02c",
  "#d62728",
  "#9467bd",
  "#8c564b",
  "#e377c2",
  "#7f7f7f",
  "#bcbd22",
  "#17becf",
];
const LETTERS: Readonly<Record<string, string>> = {
  b: "blue",
  g: "green",
  r: "red",
  c: "cyan",
  m: "magenta",
  y: "gold",
  k: "black",
  w: "white",
};
const DASHES: Readonly<Record<string, string>> = { "--": "6 4", ":": "2 3", "-.": "6 3 2 3" };
const escaped = (s: unknown): string => str(s).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const keywords = (args: readonly unknown[]): [unknown[], Style] => {
  const last = args.at(-1);
  return isPlainObject(last) ? [args.slice(0, -1), last] : [[...args], {}];
};

export class Axes {
  private readonly shapes: Shape[] = [];
  private texts: { x: number; y: number; text: string }[] = [];
  private heading = "";
  private names: [string, string] = ["", ""];
  private xlimits: [number, number] | null = null;
  private ylimits: [number, number] | null = null;
  private hasLegend = false;
  private hasGrid = false;
  private isHidden = false;

  private color(style: Style, format = ""): string {
    const letter = /[bgrcmykw]/.exec(format.replace(/[-.]/g, ""))?.[0];
    const given = style["color"] ?? style["c"] ?? letter;
    if (typeof given === "string") return LETTERS[given] ?? given;
    return COLORS[this.shapes.filter((s) => s.kind !== "image").length % COLORS.length]!;
  }
  private label(style: Style): string | null {
    return style["label"] === undefined || style["label"] === null ? null : str(style["label"]);
  }
  /** Lines: `plot(y)`, `plot(x, y, "r--")`, several of them. */
  plot(...args: readonly unknown[]): unknown[] {
    const [given, style] = keywords(args);
    const made: unknown[] = [];
    for (let i = 0; i < given.length; ) {
      const first = numbers(given[i++]);
      const second = i < given.length && typeof given[i] !== "string" ? numbers(given[i++]) : null;
      const format = typeof given[i] === "string" ? (given[i++] as string) : "";
      const line = str(
        style["linestyle"] ??
          style["ls"] ??
          /--|-\.|:|-/.exec(format)?.[0] ??
          (/[.ox+*sv^]/.test(format) ? "none" : "-"),
      );
      const marker =
        (style["marker"] !== undefined && style["marker"] !== null) || /[.ox+*sv^]/.test(format.replace("-.", ""));
      const x = second ? first : first.map((_, k) => k);
      const shape: Shape = {
        kind: line === "none" || line === "None" || line === "" ? "points" : "line",
        x,
        y: second ?? first,
        color: this.color(style, format),
        dash: DASHES[line] ?? "",
        marker,
        label: this.label(style),
      };
      this.shapes.push(shape);
      made.push(shape);
    }
    return made;
  }
  scatter(x: Data, y: Data, style: Style = {}): void {
    this.shapes.push({
      kind: "points",
      x: numbers(x),
      y: numbers(y),
      color: this.color(style),
      label: this.label(style),
    });
  }
  bar(x: Data, height: Data, ...rest: readonly unknown[]): void {
    const [given, style] = keywords(rest);
    const y = numbers(height);
    const at = list(x as Iterable<unknown>);
    const places = at.some((v) => typeof v === "string") ? at.map((_, i) => i) : numbers(x);
    this.shapes.push({
      kind: "bars",
      x: places,
      y: places.map((_, i) => y[i] ?? y[0]!),
      width: Number(given[0] ?? style["width"] ?? 0.8),
      color: this.color(style),
      label: this.label(style),
    });
  }
  /** Counts in bins of equal width; the counts and the edges. */
  hist(x: Data, ...rest: readonly unknown[]): [n: number[], bins: number[]] {
    const [given, style] = keywords(rest);
    const all = numbers(x);
    const bins = given[0] ?? style["bins"] ?? 10;
    const lo = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const hi = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const edges =
      typeof bins === "number"
        ? Array.from({ length: bins + 1 }, (_, i) => lo + ((hi - lo || 1) * i) / bins)
        : numbers(bins);
    const n = edges
      .slice(1)
      .map((to, i) => all.filter((v) => v >= edges[i]! && (v < to || (i === edges.length - 2 && v <= to))).length);
    this.shapes.push({
      kind: "bars",
      x: n.map((_, i) => (edges[i]! + edges[i + 1]!) / 2),
      y: n,
      width: edges[1]! - edges[0]!,
      color: this.color(style),
      label: this.label(style),
    });
    return [n, edges];
  }
  fill_between(x: Data, y1: Data, y2: Data = 0, style: Style = {}): void {
    const top = numbers(y1);
    const low = numbers(y2);
    this.shapes.push({
      kind: "fill",
      x: numbers(x),
      y: top,
      base: top.map((_, i) => low[i] ?? low[0] ?? 0),
      color: this.color(style),
      label: this.label(style),
    });
  }
  /** Rows of numbers in grey, or of red, green and blue. */
  imshow(data: Iterable<unknown>, _style: Style = {}): void {
    const rows = list(data).map((row) => list(row as Iterable<unknown>));
    this.shapes.push({
      kind: "image",
      x: [-0.5, (rows[0]?.length ?? 1) - 0.5],
      y: [-0.5, rows.length - 0.5],
      color: "",
      rows,
    });
  }
  axhline(y = 0, style: Style = {}): void {
    this.shapes.push({
      kind: "line",
      x: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      y: [y, y],
      color: this.color(style),
      label: this.label(style),
    });
  }
  axvline(x = 0, style: Style = {}): void {
    this.shapes.push({
      kind: "line",
      x: [x, x],
      y: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
      color: this.color(style),
      label: this.label(style),
    });
  }
  text(x: number, y: number, s: unknown, _style: Style = {}): void {
    this.texts.push({ x: Number(x), y: Number(y), text: str(s) });
  }
  set_title(label: string, _style: Style = {}): void {
    this.heading = str(label);
  }
  set_xlabel(label: string, _style: Style = {}): void {
    this.names[0] = str(label);
  }
  set_ylabel(label: string, _style: Style = {}): void {
    this.names[1] = str(label);
  }
  set_xlim(left: unknown, right: unknown = null): void {
    const both = typeof left === "number" ? [left, Number(right)] : numbers(left);
    this.xlimits = [both[0]!, both[1]!];
  }
  set_ylim(bottom: unknown, top: unknown = null): void {
    const both = typeof bottom === "number" ? [bottom, Number(top)] : numbers(bottom);
    this.ylimits = [both[0]!, both[1]!];
  }
  legend(..._args: readonly unknown[]): void {
    this.hasLegend = true;
  }
  grid(visible: unknown = true, _style: Style = {}): void {
    this.hasGrid = visible !== false;
  }
  /** "off", or the four limits. */
  axis(what: unknown = "on", _style: Style = {}): void {
    if (typeof what === "string" || typeof what === "boolean") this.isHidden = what === "off" || what === false;
    else {
      const [a, b, c, d] = numbers(what);
      this.xlimits = [a!, b!];
      this.ylimits = [c!, d!];
    }
  }
  clear(): void {
    this.shapes.length = 0;
    this.texts = [];
  }
  private limits(of: "x" | "y"): [number, number] {
    const fixed = of === "x" ? this.xlimits : this.ylimits;
    if (fixed) return fixed;
    const isImage = this.shapes.some((s) => s.kind === "image");
    const values = this.shapes.flatMap((s) => {
      const half = of === "x" && s.kind === "bars" ? (s.width ?? 0) / 2 : 0;
      const own = s[of].flatMap((v) => (half ? [v - half, v + half] : [v]));
      return of === "y" ? [...own, ...(s.base ?? []), ...(s.kind === "bars" ? [0] : [])] : own;
    });
    const finite = values.filter(Number.isFinite);
    if (finite.length === 0) return [0, 1];
    const lo = finite.reduce((a, b) => Math.min(a, b));
    const hi = finite.reduce((a, b) => Math.max(a, b));
    if (isImage) return of === "y" ? [hi, lo] : [lo, hi];
    const margin = (hi - lo || 1) * 0.05;
    return [lo - margin, hi + margin];
  }
  /** Into a box of the figure. */
  svg(left: number, top: number, w: number, h: number): string {
    const [x0, x1] = this.limits("x");
    const [y0, y1] = this.limits("y");
    const n = (v: number): string => v.toFixed(2);
    const clamp = (v: number, lo: number, hi: number): number =>
      Math.min(Math.max(v, Math.min(lo, hi)), Math.max(lo, hi));
    const X = (x: number): number => left + (((Number.isFinite(x) ? x : clamp(x, x0, x1)) - x0) / (x1 - x0)) * w;
    const Y = (y: number): number => top + h - (((Number.isFinite(y) ? y : clamp(y, y0, y1)) - y0) / (y1 - y0)) * h;
    const out: string[] = [];
    const label = (x: number, y: number, text: unknown, anchor: string, extra = ""): void => {
      out.push(`<text x="${n(x)}" y="${n(y)}" text-anchor="${anchor}" font-size="11"${extra}>${escaped(text)}</text>`);
    };
    if (!this.isHidden) {
      for (const t of ticks(Math.min(x0, x1), Math.max(x0, x1))) {
        if (this.hasGrid) out.push(`<path d="M${n(X(t))} ${n(top)}v${n(h)}" stroke="#ccc"/>`);
        label(X(t), top + h + 14, t, "middle");
      }
      for (const t of ticks(Math.min(y0, y1), Math.max(y0, y1))) {
        if (this.hasGrid) out.push(`<path d="M${n(left)} ${n(Y(t))}h${n(w)}" stroke="#ccc"/>`);
        label(left - 4, Y(t) + 4, t, "end");
      }
    }
    for (const s of this.shapes) out.push(this.shape(s, X, Y, n));
    if (!this.isHidden)
      out.push(`<rect x="${n(left)}" y="${n(top)}" width="${n(w)}" height="${n(h)}" fill="none" stroke="black"/>`);
    for (const t of this.texts) label(X(t.x), Y(t.y), t.text, "start");
    label(left + w / 2, top - 8, this.heading, "middle");
    label(left + w / 2, top + h + 30, this.names[0], "middle");
    label(
      left - 40,
      top + h / 2,
      this.names[1],
      "middle",
      ` transform="rotate(-90 ${n(left - 40)} ${n(top + h / 2)})"`,
    );
    if (this.hasLegend) {
      this.shapes
        .filter((s) => s.label)
        .forEach((s, i) => {
          out.push(
            `<path d="M${n(left + w - 110)} ${n(top + 14 + 16 * i)}h20" stroke="${escaped(s.color)}" stroke-width="3"/>`,
          );
          label(left + w - 84, top + 18 + 16 * i, s.label, "start");
        });
    }
    return out.join("\n");
  }
  private shape(s: Shape, X: (x: number) => number, Y: (y: number) => number, n: (v: number) => string): string {
    const points = s.x.map((x, i) => [X(x), Y(s.y[i] ?? Number.NaN)] as const).filter(([, y]) => !Number.isNaN(y));
    const color = escaped(s.color);
    const dots = points.map(([x, y]) => `<circle cx="${n(x)}" cy="${n(y)}" r="3" fill="${color}"/>`).join("");
    const path = points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L");
    switch (s.kind) {
      case "points":
        return dots;
      case "line":
        return `<path d="M${path}" fill="none" stroke="${color}" stroke-width="1.5"${s.dash ? ` stroke-dasharray="${s.dash}"` : ""}/>${s.marker ? dots : ""}`;
      case "fill":
        return `<path d="M${path}L${s.x
          .map((x, i) => `${n(X(x))} ${n(Y(s.base![i]!))}`)
          .reverse()
          .join("L")}Z" fill="${color}" opacity="0.5"/>`;
      case "bars":
        return s.x
          .map((x, i) => {
            const [a, b] = [Y(0), Y(s.y[i]!)];
            return `<rect x="${n(X(x - s.width! / 2))}" y="${n(Math.min(a, b))}" width="${n(Math.abs(X(x + s.width! / 2) - X(x - s.width! / 2)))}" height="${n(Math.abs(a - b))}" fill="${color}"/>`;
          })
          .join("");
      default:
        return image(s.rows ?? [], X, Y, n);
    }
  }
}

function image(
  rows: readonly (readonly unknown[])[],
  X: (x: number) => number,
  Y: (y: number) => number,
  n: (v: number) => string,
): string {
  const cells = rows.map((row) => row.map(numbers1));
  const all = cells.flat(2);
  const lo = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const hi = all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const isBytes = hi > 1;
  const grey = (v: number): number => Math.round(((v - lo) / (hi - lo || 1)) * 255);
  const color = (c: readonly number[]): string => {
    const rgb =
      c.length >= 3 ? c.slice(0, 3).map((v) => Math.round(isBytes ? v : v * 255)) : [0, 0, 0].map(() => grey(c[0]!));
    return `rgb(${rgb.join(",")})`;
  };
  return cells
    .map((row, i) =>
      row
        .map(
          (c, j) =>
            `<rect x="${n(X(j - 0.5))}" y="${n(Math.min(Y(i - 0.5), Y(i + 0.5)))}" width="${n(Math.abs(X(j + 0.5) - X(j - 0.5)))}" height="${n(Math.abs(Y(i + 0.5) - Y(i - 0.5)))}" fill="${color(c)}"/>`,
        )
        .join(""),
    )
    .join("");
}
const numbers1 = (x: unknown): number[] => (typeof x === "number" ? [x] : numbersOf(x));
function numbersOf(x: unknown): number[] {
  try {
    return numbers(x);
  } catch {
    return [Number(x)];
  }
}
