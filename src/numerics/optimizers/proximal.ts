/**
 * Updates with l1 and l2 regularization: proximal gradient descent and Adagrad, Ftrl, dual averaging Adagrad.
 * Source: tensorflow/core/kernels/training_ops.cc. Expressions with sign() have no packet form, so roots in them are exact.
 */
import type { Floats } from "../matmul/tile.js";
import { signOf } from "./precision.js";
import type { BindRow } from "./row.js";

/** Scalars: lr, l1, l2. */
export const proximalGradientDescent: BindRow = ({ round }, variant) => {
  // The C++ of a single element divides in double.
  const denominator = variant === "sparse scalar" ? (x: number): number => 1 + x : (x: number): number => round(1 + x);
  return (state, at, g, from, n, scalars) => {
    const v = state[0]!;
    const [lr, l1, l2] = scalars as [number, number, number];
    const threshold = round(lr * l1);
    const by = denominator(round(l2 * lr));
    for (let i = 0; i < n; i++) {
      const p = round(v[at + i]! - round(g[from + i]! * lr));
      const q = l1 > 0 ? signOf(p) * Math.max(round(Math.abs(p) - threshold), 0) : p;
      v[at + i] = round(q / by);
    }
  };
};

/** Scalars: lr, l1, l2. */
export const proximalAdagrad: BindRow = (p, variant) => {
  const { round } = p;
  const scalar = variant === "sparse scalar";
  return (state, at, g, from, n, scalars) => {
    const [v, a] = state as [Floats, Floats];
    const [lr, l1, l2] = scalars as [number, number, number];
    const full = n - (n % p.lanes);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const sum = round(a[at + i]! + round(d * d));
      a[at + i] = sum;
      const exact = scalar ? round(lr / p.sqrt(sum)) : round(lr * p.rsqrt(sum));
      const rate = scalar || i >= full ? exact : round(lr * p.packetRsqrt(sum));
      const x = round(v[at + i]! - round(d * rate));
      if (scalar) {
        const q = l1 > 0 ? signOf(x) * Math.max(round(Math.abs(x) - round(rate * l1)), 0) : x;
        v[at + i] = round(q / (1 + round(l2 * rate)));
      } else if (l1 > 0) {
        const q = signOf(x) * Math.max(round(Math.abs(x) - round(exact * l1)), 0);
        v[at + i] = round(q / round(1 + round(l2 * exact)));
      } else v[at + i] = round(x / round(1 + round(l2 * rate)));
    }
  };
};

function bindFtrl(shrinks: boolean): BindRow {
  return (p, variant) => {
    const { round } = p;
    const clamp = (x: number, most: number): number => Math.max(Math.min(x, most), -most);
    return (state, at, g, from, n, scalars) => {
      const [v, accum, linear] = state as [Floats, Floats, Floats];
      const [lr, l1, l2] = scalars as [number, number, number];
      const shrinkage = shrinks ? round(2 * scalars[3]!) : 0;
      const power = -scalars[shrinks ? 4 : 3]!;
      const rooted = power === 0.5;
      const full = n - (n % p.lanes);
      for (let i = 0; i < n; i++) {
        const d = g[from + i]!;
        const old = accum[at + i]!;
        const shrunk = shrinks ? round(d + round(shrinkage * v[at + i]!)) : d;
        const sum = round(old + round(d * d));
        const vector = i < full ? p.packetSqrt : p.sqrt;
        const exact = rooted ? p.sqrt(sum) : p.pow(sum, power);
        if (variant === "sparse scalar") {
          const sigma = round(round(p.pow(sum, power) - p.pow(old, power)) / lr);
          const l = round(round(linear[at + i]! + shrunk) - round(sigma * v[at + i]!));
          linear[at + i] = l;
          v[at + i] = round(round(clamp(l, l1) - l) / round(round(exact / lr) + round(2 * l2)));
        } else {
          const root = rooted ? vector(sum) : exact;
          const before = rooted ? vector(old) : p.pow(old, power);
          const change = round(round(round(root - before) / lr) * v[at + i]!);
          const l = round(linear[at + i]! + round(shrunk - change));
          linear[at + i] = l;
          if (variant === "sparse") {
            v[at + i] = round(round(clamp(l, l1) - l) / round(round(root / lr) + round(2 * l2)));
          } else {
            const x = round(round(l1 * signOf(l)) - l);
            v[at + i] = Math.abs(l) > l1 ? round(x / round(round(exact / lr) + round(2 * l2))) : 0;
          }
        }
        accum[at + i] = sum;
      }
    };
  };
}

/** Scalars: lr, l1, l2, lr_power. */
export const ftrl: BindRow = bindFtrl(false);
/** Scalars: lr, l1, l2, l2_shrinkage, lr_power. */
export const ftrlV2: BindRow = bindFtrl(true);

/** State: variable, gradient sum, sum of squares. Scalars: lr, l1, l2, global_step. */
export const adagradDA: BindRow = (p, variant) => {
  const { round } = p;
  return (state, at, g, from, n, scalars) => {
    const [v, sums, squares] = state as [Floats, Floats, Floats];
    const [lr, l1, l2, step] = scalars as [number, number, number, number];
    const full = n - (n % p.lanes);
    const t = round(step);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const sum = round(sums[at + i]! + d);
      // A single element's square is added in double.
      const square =
        variant === "sparse scalar" ? round(squares[at + i]! + d * d) : round(squares[at + i]! + round(d * d));
      sums[at + i] = sum;
      squares[at + i] = square;
      const root = l1 > 0 || i >= full ? p.sqrt(square) : p.packetSqrt(square);
      let value: number;
      if (variant === "sparse scalar") {
        const by = step * l2 * lr + p.sqrt(square);
        value = l1 > 0 ? (signOf(-sum) * lr * Math.max(Math.abs(sum) - step * l1, 0)) / by : (-sum * lr) / by;
      } else if (variant === "sparse") {
        const by = round(l2 + round(root / round(t * lr)));
        const top = l1 > 0 ? -signOf(sum) * Math.max(round(round(Math.abs(sum) / t) - l1), 0) : -round(sum / t);
        value = top / by;
      } else {
        const by = round(round(l2 * round(t * lr)) + root);
        const top =
          l1 > 0 ? round(-lr * signOf(sum) * Math.max(round(Math.abs(sum) - round(t * l1)), 0)) : -round(lr * sum);
        value = top / by;
      }
      v[at + i] = round(value);
    }
  };
};
