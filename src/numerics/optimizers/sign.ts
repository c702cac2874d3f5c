/**
 * AddSign and PowerSign updates.
 * Source: tensorflow/core/kernels/training_ops.cc; sign() keeps these expressions out of packets.
 */
import type { Floats } from "../matmul/tile.js";
import { signOf } from "./precision.js";
import type { BindRow } from "./row.js";

/** Scalars: lr, alpha, sign_decay, beta. */
export const addSign: BindRow = ({ round }) => {
  return (state, at, g, from, n, scalars) => {
    const [v, m] = state as [Floats, Floats];
    const [lr, alpha, decay, beta] = scalars as [number, number, number, number];
    const rest = round(1 - beta);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const mean = round(round(m[at + i]! * beta) + round(d * rest));
      m[at + i] = mean;
      const factor = round(lr * round(alpha + round(decay * (signOf(d) * signOf(mean)))));
      v[at + i] = round(v[at + i]! - round(factor * d));
    }
  };
};

/** Scalars: lr, logbase, sign_decay, beta. */
export const powerSign: BindRow = ({ round, exp }) => {
  return (state, at, g, from, n, scalars) => {
    const [v, m] = state as [Floats, Floats];
    const [lr, logBase, decay, beta] = scalars as [number, number, number, number];
    const rest = round(1 - beta);
    const scale = round(logBase * decay);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const mean = round(round(m[at + i]! * beta) + round(d * rest));
      m[at + i] = mean;
      const factor = round(lr * exp(round(scale * (signOf(d) * signOf(mean)))));
      v[at + i] = round(v[at + i]! - round(factor * d));
    }
  };
};
