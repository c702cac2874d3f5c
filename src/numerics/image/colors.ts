/**
 * Colors as hue, saturation and value, and changes of hue and saturation.
 * Source: tensorflow/core/kernels/colorspace_op.h, adjust_hue_op.cc, adjust_saturation_op.cc.
 */
import { type Floats, rounding } from "./scale.js";

/** Binds rgb -> hsv of `n` colors. */
export function bindRgbToHsv(n: number, dtype: string): (rgb: Floats, hsv: Floats) => void {
  const f = rounding(dtype);
  const [sixth, third, twoThirds] = [f(1 / 6), f(2 / 6), f(4 / 6)];
  return (rgb, hsv) => {
    for (let i = 0; i < 3 * n; i += 3) {
      const [r, g, b] = [rgb[i]!, rgb[i + 1]!, rgb[i + 2]!];
      const v = Math.max(r, g, b);
      const range = f(v - Math.min(r, g, b));
      const norm = f(f(1 / range) * sixth);
      let h = f(f(norm * f(r - g)) + twoThirds);
      if (r === v) h = f(norm * f(g - b));
      else if (g === v) h = f(f(norm * f(b - r)) + third);
      if (!(range > 0)) h = 0;
      hsv[i] = h < 0 ? f(h + 1) : h;
      hsv[i + 1] = v > 0 ? f(range / v) : 0;
      hsv[i + 2] = v;
    }
  };
}

/** Binds hsv -> rgb of `n` colors. */
export function bindHsvToRgb(n: number, dtype: string): (hsv: Floats, rgb: Floats) => void {
  const f = rounding(dtype);
  const unit = (x: number): number => Math.min(Math.max(x, 0), 1);
  return (hsv, rgb) => {
    for (let i = 0; i < 3 * n; i += 3) {
      const [h, s, v] = [hsv[i]!, hsv[i + 1]!, hsv[i + 2]!];
      const turn = f(h * 6);
      const rest = f(-s + 1);
      const channel = (part: number): number => f(f(rest + f(s * unit(part))) * v);
      rgb[i] = channel(f(Math.abs(f(turn - 3)) - 1));
      rgb[i + 1] = channel(f(-Math.abs(f(turn - 2)) + 2));
      rgb[i + 2] = channel(f(-Math.abs(f(turn - 4)) + 2));
    }
  };
}

const f = Math.fround;

/** Places of the largest, middle and smallest channel in each sixth of the circle. */
const ORDER = [
  [0, 1, 2],
  [1, 0, 2],
  [1, 2, 0],
  [2, 1, 0],
  [2, 0, 1],
  [0, 2, 1],
] as const;

/** The sixth of the circle that a color lies in. */
function sixthOf(r: number, g: number, b: number): number {
  if (r < g) return b < r ? 1 : b > g ? 3 : 2;
  return b < g ? 0 : b > r ? 4 : 5;
}

/** Binds a turn of the hue by `delta[0]` circles, of `n` colors. */
export function bindAdjustHue(n: number): (rgb: Float32Array, delta: Float32Array, out: Float32Array) => void {
  return (rgb, delta, out) => {
    const turn = f(delta[0]! * 6);
    for (let i = 0; i < 3 * n; i += 3) {
      const sixth = sixthOf(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!);
      const [high, middle, low] = ORDER[sixth]!;
      const max = rgb[i + high]!;
      const min = rgb[i + low]!;
      let h = 0;
      if (max !== min) {
        const ratio = f(f(rgb[i + middle]! - min) / f(max - min));
        h = f(sixth + (sixth % 2 === 0 ? ratio : f(1 - ratio)));
      }
      h = intoRange(f(h + turn), 6, false);
      const to = Math.trunc(h);
      const part = f(h - to);
      const mid = f(min + f((to % 2 === 0 ? part : f(1 - part)) * f(max - min)));
      const [toHigh, toMiddle, toLow] = ORDER[to] ?? ORDER[5];
      out[i + toHigh] = max;
      out[i + toMiddle] = mid;
      out[i + toLow] = min;
    }
  };
}

/** x brought into [0, size), or (0, size) if `open`, by steps of `size`; where a step is lost to rounding, x as it is. */
function intoRange(x: number, size: number, open: boolean): number {
  while (open ? x <= 0 : x < 0) {
    const next = f(x + size);
    if (next === x) return x;
    x = next;
  }
  while (x >= size) {
    const next = f(x - size);
    if (next === x) return x;
    x = next;
  }
  return x;
}

/** Binds a saturation multiplied by `scale[0]` and clipped, of `n` colors. */
export function bindAdjustSaturation(n: number): (rgb: Float32Array, scale: Float32Array, out: Float32Array) => void {
  return (rgb, scale, out) => {
    for (let i = 0; i < 3 * n; i += 3) {
      const [r, g, b] = [rgb[i]!, rgb[i + 1]!, rgb[i + 2]!];
      const v = Math.max(r, g, b);
      const range = f(v - Math.min(r, g, b));
      const s = v > 0 ? f(range / v) : 0;
      const norm = f(1 / f(6 * range));
      let h: number;
      if (r === v) h = f(norm * f(g - b));
      else if (g === v) h = f(f(norm * f(b - r)) + 2 / 6);
      else h = f(f(norm * f(r - g)) + 4 / 6);
      if (range <= 0) h = 0;
      if (h < 0) h = f(h + 1);
      const scaled = f(s * scale[0]!);
      const clipped = scaled > 0 ? Math.min(1, scaled) : 0;
      writeRgb(h, clipped, v, out, i);
    }
  };
}

function writeRgb(h: number, s: number, v: number, out: Float32Array, at: number): void {
  const c = f(s * v);
  const m = f(v - c);
  const turn = f(h * 6);
  const x = f(c * f(1 - Math.abs(f(intoRange(turn, 2, true) - 1))));
  const order = turn < 6 ? ORDER[Math.trunc(turn)] : undefined;
  if (!order) {
    out.fill(m, at, at + 3);
    return;
  }
  const [high, middle, low] = order;
  out[at + high] = f(c + m);
  out[at + middle] = f(x + m);
  out[at + low] = m;
}
