/**
 * Figures: axes in a grid, written as SVG.
 */
import { writeFileSync } from "node:fs";
import { Axes, type Style } from "./axes.js";

export class Figure {
  readonly number: number;
  private readonly size: readonly [number, number];
  private readonly placed: { axes: Axes; rows: number; cols: number; index: number }[] = [];
  private heading = "";

  constructor(number: number, figsize: readonly number[] = [6.4, 4.8]) {
    this.number = number;
    this.size = [Number(figsize[0]) * 100, Number(figsize[1]) * 100];
  }
  get isEmpty(): boolean {
    return this.placed.length === 0;
  }
  add_subplot(rows = 1, cols = 1, index = 1, _style: Style = {}): Axes {
    // 221 stands for 2, 2, 1.
    const [r, c, i] = rows > 99 ? [Math.floor(rows / 100), Math.floor(rows / 10) % 10, rows % 10] : [rows, cols, index];
    const there = this.placed.find((p) => p.rows === r && p.cols === c && p.index === i);
    if (there) return there.axes;
    const axes = new Axes();
    this.placed.push({ axes, rows: r, cols: c, index: i });
    return axes;
  }
  suptitle(text: string, _style: Style = {}): void {
    this.heading = text;
  }
  tight_layout(): void {}
  clear(): void {
    this.placed.length = 0;
  }
  /** SVG, whatever the name ends in; another ending is replaced. */
  savefig(fname: string, _style: Style = {}): string {
    const file = /\.svg$/.test(fname) ? fname : `${fname.replace(/\.(png|pdf|jpe?g|eps)$/, "")}.svg`;
    writeFileSync(file, this.svg());
    return file;
  }
  svg(): string {
    const [w, h] = this.size;
    const body = this.placed.map(({ axes, rows, cols, index }) => {
      const [cw, ch] = [w / cols, h / rows];
      const [col, row] = [(index - 1) % cols, Math.floor((index - 1) / cols)];
      return axes.svg(col * cw + 60, row * ch + 40, Math.max(10, cw - 80), Math.max(10, ch - 85));
    });
    const title = this.heading === "" ? "" : `<title>${this.heading.replace(/[&<]/g, "")}</title>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" font-family="sans-serif">${title}<rect width="100%" height="100%" fill="white"/>\n${body.join("\n")}\n</svg>\n`;
  }
}
