/**
 * GradientDescent, Momentum and KerasMomentum updates.
 * Source: tensorflow/core/kernels/training_ops.cc; each product and sum rounded on its own.
 */
import type { DType } from "../../np/dtype.js";
import type { Floats } from "../matmul/tile.js";
import { minusProduct32, precisionOf } from "./precision.js";
import type { BindRow, Row } from "./row.js";

const gradientDescent32: Row = (state, at, g, from, n, scalars) => {
  const v = state[0]!;
  const lr = scalars[0]!;
  for (let i = 0; i < n; i++) v[at + i] = minusProduct32(v[at + i]!, g[from + i]!, lr);
};

export const gradientDescent: BindRow = ({ round, lanes }) => {
  if (lanes === 8) return gradientDescent32;
  return (state, at, g, from, n, scalars) => {
    const v = state[0]!;
    const lr = scalars[0]!;
    for (let i = 0; i < n; i++) v[at + i] = round(v[at + i]! - round(g[from + i]! * lr));
  };
};

/** v -= g * lr over n elements. */
export function applyGradientDescent(dtype: DType): (v: Floats, lr: number, g: Floats, n: number) => void {
  const row = gradientDescent(precisionOf(dtype), "dense", {});
  const state: Floats[] = [];
  const scalars = [0];
  return (v, lr, g, n) => {
    state[0] = v;
    scalars[0] = lr;
    row(state, 0, g, 0, n, scalars);
  };
}

const momentum32: Row = (state, at, g, from, n, scalars) => {
  const [v, a] = state as [Floats, Floats];
  const [lr, momentum] = scalars as [number, number];
  for (let i = 0; i < n; i++) {
    const x = minusProduct32(g[from + i]!, a[at + i]!, -momentum);
    a[at + i] = x;
    v[at + i] = minusProduct32(v[at + i]!, x, lr);
  }
};

export const momentum: BindRow = ({ round, lanes }, variant, { useNesterov }) => {
  if (!useNesterov && lanes === 8) return momentum32;
  const sparse = variant !== "dense";
  return (state, at, g, from, n, scalars) => {
    const [v, a] = state as [Floats, Floats];
    const [lr, m] = scalars as [number, number];
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const x = round(round(a[at + i]! * m) + d);
      a[at + i] = x;
      let step: number;
      if (!useNesterov) step = round(x * lr);
      else if (sparse) step = round(round(lr * d) + round(round(lr * m) * x));
      else step = round(round(d * lr) + round(round(x * m) * lr));
      v[at + i] = round(v[at + i]! - step);
    }
  };
};

/** accum = accum * momentum + g; v -= accum * lr, or Nesterov's form of it. */
export function applyMomentum(
  dtype: DType,
  useNesterov = false,
): (v: Floats, accum: Floats, lr: number, g: Floats, momentum: number, n: number) => void {
  const row = momentum(precisionOf(dtype), "dense", { useNesterov });
  const state: Floats[] = [];
  const scalars = [0, 0];
  return (v, accum, lr, g, m, n) => {
    state[0] = v;
    state[1] = accum;
    scalars[0] = lr;
    scalars[1] = m;
    row(state, 0, g, 0, n, scalars);
  };
}

export const kerasMomentum: BindRow = ({ round }, _variant, { useNesterov }) => {
  return (state, at, g, from, n, scalars) => {
    const [v, a] = state as [Floats, Floats];
    const [lr, m] = scalars as [number, number];
    for (let i = 0; i < n; i++) {
      const step = round(g[from + i]! * lr);
      const x = round(round(a[at + i]! * m) - step);
      a[at + i] = x;
      v[at + i] = round(v[at + i]! + (useNesterov ? round(round(x * m) - step) : x));
    }
  };
};
