/**
 * Frames of boxes drawn into images.
 * Source: tensorflow/core/kernels/draw_bounding_box_op.cc.
 */
import type { Dims4 } from "./scale.js";

const f = Math.fround;

/** Yellow, blue, red, lime, purple, olive, maroon, navy, aqua, fuchsia. */
const COLORS = [
  [1, 1, 0, 1],
  [0, 0, 1, 1],
  [1, 0, 0, 1],
  [0, 1, 0, 1],
  [0.5, 0, 0.5, 1],
  [0.5, 0.5, 0, 1],
  [0.5, 0, 0, 1],
  [0, 0, 0.5, 1],
  [0, 1, 1, 1],
  [1, 0, 1, 1],
];

/** The colors of frames in turn: those given [n, 4], else ten of our own, all white on gray images. */
function palette(channels: number, colors: Float32Array | null): readonly ArrayLike<number>[] {
  if (colors && colors.length > 0) {
    return Array.from({ length: colors.length / 4 }, (_, i) => colors.subarray(4 * i, 4 * i + 4));
  }
  return channels === 1 ? COLORS.map(([, ...rest]) => [1, ...rest]) : COLORS;
}

/** Draws the frames of `boxes` [batch, n, 4], corners as parts of height - 1 and width - 1, over the images in `canvas`. */
export function drawBoxes(
  canvas: Float32Array,
  [batch, height, width, channels]: Dims4,
  boxes: Float32Array,
  colors: Float32Array | null,
): void {
  const table = palette(channels, colors);
  const count = batch === 0 ? 0 : boxes.length / 4 / batch;
  const at = (i: number, last: number): number => Math.trunc(f(boxes[i]! * last));
  for (let b = 0; b < batch; b++) {
    for (let n = 0; n < count; n++) {
      const box = 4 * (b * count + n);
      const [top, left] = [at(box, height - 1), at(box + 1, width - 1)];
      const [bottom, right] = [at(box + 2, height - 1), at(box + 3, width - 1)];
      if (top > bottom || left > right) continue;
      if (top >= height || bottom < 0 || left >= width || right < 0) continue;
      const color = table[n % table.length]!;
      const paint = (y: number, x: number): void => {
        const pixel = ((b * height + y) * width + x) * channels;
        for (let c = 0; c < channels; c++) canvas[pixel + c] = color[c]!;
      };
      const [firstRow, lastRow] = [Math.max(top, 0), Math.min(bottom, height - 1)];
      const [firstColumn, lastColumn] = [Math.max(left, 0), Math.min(right, width - 1)];
      for (let x = firstColumn; x <= lastColumn; x++) {
        if (top >= 0) paint(top, x);
        if (bottom < height) paint(bottom, x);
      }
      for (let y = firstRow; y <= lastRow; y++) {
        if (left >= 0) paint(y, left);
        if (right < width) paint(y, right);
      }
    }
  }
}
