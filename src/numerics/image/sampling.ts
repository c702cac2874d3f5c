/**
 * Scaling and moving images with a filter, along rows and then along columns, and the gradient.
 * Source: tensorflow/core/kernels/scale_and_translate_op.cc, sampling_kernels.h.
 */
import { exp } from "../../np/libm/exp.js";
import { sinf } from "../../np/libm/sincosf.js";
import type { Dims4 } from "./scale.js";

const f = Math.fround;

/** A filter: its weight at a distance, zero from `radius` on. */
interface Filter {
  readonly radius: number;
  readonly weight: (x: number) => number;
}

const PI = f(Math.PI);

function lanczos(radius: number): Filter {
  const weight = (x: number): number => {
    if (x > radius) return 0;
    if (x <= 1e-3) return 1;
    const top = f(f(radius * sinf(f(PI * x))) * sinf(f(f(PI * x) / radius)));
    return f(top / f(f(f(PI * PI) * x) * x));
  };
  return { radius, weight };
}

/** c0 + c1 x + c2 x^2 + c3 x^3, from the highest power down. */
function cubic(c3: number, c2: number, c1: number, c0: number, x: number): number {
  return f(f(f(f(f(f(c3 * x) + c2) * x) + c1) * x) + c0);
}

const GAUSSIAN_RADIUS = 1.5;
const GAUSSIAN_WIDTH = 0.5;
const [M3, M2, M0] = [f(7 / 6), -2, f(8 / 9)];
const [N3, N2, N1, N0] = [f(-7 / 18), 2, -f(10 / 3), f(16 / 9)];

/** By the names that the attribute `kernel_type` may have. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  lanczos1: lanczos(1),
  lanczos3: lanczos(3),
  lanczos5: lanczos(5),
  gaussian: {
    radius: GAUSSIAN_RADIUS,
    weight: (x) => (x >= GAUSSIAN_RADIUS ? 0 : f(exp(f(-x * x) / (2 * GAUSSIAN_WIDTH * GAUSSIAN_WIDTH)))),
  },
  box: { radius: 1, weight: (x) => (x < 0.5 ? 1 : x === 0.5 ? 0.5 : 0) },
  triangle: { radius: 1, weight: (x) => (x < 1 ? f(1 - x) : 0) },
  keyscubic: {
    radius: 2,
    weight: (x) => (x >= 2 ? 0 : x >= 1 ? cubic(-0.5, 2.5, -4, 2, x) : cubic(1.5, -2.5, 0, 1, x)),
  },
  mitchellcubic: {
    radius: 2,
    weight: (x) => (x >= 2 ? 0 : x >= 1 ? cubic(N3, N2, N1, N0, x) : cubic(M3, M2, 0, M0, x)),
  },
};

/** For each output place the first input it reads and `size` weights. */
export interface Spans {
  readonly size: number;
  readonly starts: Int32Array;
  readonly weights: Float32Array;
}

const SMALLEST = f(1000 * 2 ** -126);

/** One dimension: its size before and after, how it is scaled and moved, and whether the filter widens when it shrinks. */
export interface Resampling {
  readonly input: number;
  readonly output: number;
  readonly scale: number;
  readonly translate: number;
  readonly filter: Filter;
  readonly antialias: boolean;
}

export function computeSpans({ input, output, scale, translate, filter, antialias }: Resampling): Spans {
  const inverse = f(1 / scale);
  const shift = f(-inverse * translate);
  const widen = antialias ? Math.max(inverse, 1) : 1;
  const reach = f(filter.radius * widen);
  const size = Math.min(2 * Math.ceil(reach) + 1, input);
  const starts = new Int32Array(output);
  const weights = new Float32Array(size * output);
  const narrow = f(1 / widen);
  const clamp = (v: number): number => Math.min(input - 1, Math.max(0, v));
  for (let x = 0; x < output; x++) {
    const at = f(f(f(x + 0.5) * inverse) + shift);
    if (at < 0 || at > input) continue;
    const start = clamp(Math.ceil(f(f(at - reach) - 0.5)));
    const end = clamp(Math.floor(f(f(at + reach) - 0.5))) + 1;
    let sum = 0;
    for (let source = start; source < end; source++) {
      const weight = filter.weight(Math.abs(f(f(f(source + 0.5) - at) * narrow)));
      sum = f(sum + weight);
      weights[size * x + source - start] = weight;
    }
    const isUsable = Math.abs(sum) >= SMALLEST;
    const inverseSum = f(1 / sum);
    for (let i = size * x; i < size * x + end - start; i++) weights[i] = isUsable ? weights[i]! * inverseSum : 0;
    starts[x] = start;
  }
  return { size, starts, weights };
}

/** The spans of the gradient: for each input place the outputs that read it. */
export function gradientSpans(spans: Spans, input: number): Spans {
  const parts = Array.from({ length: input }, (): [output: number, weight: number][] => []);
  spans.starts.forEach((start, x) => {
    for (let j = 0; j < spans.size && start + j < input; j++) {
      const weight = spans.weights[x * spans.size + j]!;
      if (weight !== 0) parts[start + j]!.push([x, weight]);
    }
  });
  const size = parts.reduce((n, p) => (p.length === 0 ? n : Math.max(n, p.at(-1)![0] - p[0]![0] + 1)), 0);
  const starts = new Int32Array(input);
  const weights = new Float32Array(size * input);
  parts.forEach((list, i) => {
    starts[i] = list[0]?.[0] ?? 0;
    for (const [x, weight] of list) weights[i * size + x - starts[i]!]! += weight;
  });
  return { size, starts, weights };
}

/** Binds the weighted sums of rows, then of columns. `rows` and `columns` read images of `dims`. */
export function bindGatherSpans(
  dims: Dims4,
  rows: Spans,
  columns: Spans,
): (images: Float32Array, out: Float32Array) => void {
  const [batch, height, width, channels] = dims;
  const row = width * channels;
  const outHeight = rows.starts.length;
  const outWidth = columns.starts.length;
  const mixed = new Float32Array(outHeight * row);
  return (images, out) => {
    for (let b = 0; b < batch; b++) {
      gather(images, b * height * row, height, row, rows, mixed, 0);
      for (let y = 0; y < outHeight; y++) {
        gather(mixed, y * row, width, channels, columns, out, (b * outHeight + y) * outWidth * channels);
      }
    }
  };
}

/** Weighted sums of `count` runs of `n` elements, one for each span. */
function gather(
  from: Float32Array,
  at: number,
  count: number,
  n: number,
  { size, starts, weights }: Spans,
  out: Float32Array,
  to: number,
): void {
  for (let x = 0; x < starts.length; x++, to += n) {
    const start = starts[x]!;
    const end = Math.min(start + size, count);
    out.fill(0, to, to + n);
    for (let s = start; s < end; s++) {
      const weight = weights[x * size + s - start]!;
      for (let i = 0, p = at + s * n; i < n; i++, p++) out[to + i] = f(out[to + i]! + f(weight * from[p]!));
    }
  }
}
