/**
 * Updates scaled by running squares: Adagrad, Adadelta, RMSProp and its centered form.
 * Source: tensorflow/core/kernels/training_ops.cc.
 */
import type { Floats } from "../matmul/tile.js";
import type { BindRow } from "./row.js";

/** Scalars: lr. */
export const adagrad: BindRow = (p, variant, { updateSlots = true }) => {
  const { round } = p;
  return (state, at, g, from, n, scalars) => {
    const [v, a] = state as [Floats, Floats];
    const lr = scalars[0]!;
    const full = n - (n % p.lanes);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const sum = updateSlots ? round(a[at + i]! + round(d * d)) : a[at + i]!;
      a[at + i] = sum;
      let step: number;
      if (variant === "sparse scalar") step = round(round(lr * d) / p.sqrt(sum));
      else step = round(round(d * lr) * (i < full ? p.packetRsqrt(sum) : p.rsqrt(sum)));
      v[at + i] = round(v[at + i]! - step);
    }
  };
};

/** Scalars: lr, rho, epsilon. */
export const adadelta: BindRow = (p) => {
  const { round } = p;
  return (state, at, g, from, n, scalars) => {
    const [v, a, u] = state as [Floats, Floats, Floats];
    const [lr, rho, epsilon] = scalars as [number, number, number];
    const rest = round(1 - rho);
    const full = n - (n % p.lanes);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const sum = round(round(a[at + i]! * rho) + round(round(d * d) * rest));
      a[at + i] = sum;
      const top = round(u[at + i]! + epsilon);
      const bottom = round(sum + epsilon);
      const ratio = i < full ? round(p.packetSqrt(top) * p.packetRsqrt(bottom)) : round(p.sqrt(top) * p.rsqrt(bottom));
      const update = round(ratio * d);
      u[at + i] = round(round(u[at + i]! * rho) + round(round(update * update) * rest));
      v[at + i] = round(v[at + i]! - round(update * lr));
    }
  };
};

/** State: variable, ms, mom. Scalars: lr, rho, momentum, epsilon. */
export const rmsProp: BindRow = (p, variant) => {
  const { round } = p;
  const sparse = variant !== "dense";
  return (state, at, g, from, n, scalars) => {
    const [v, ms, mom] = state as [Floats, Floats, Floats];
    const [lr, rho, momentum, epsilon] = scalars as [number, number, number, number];
    const rest = round(1 - rho);
    const full = n - (n % p.lanes);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const square = round(d * d);
      const old = ms[at + i]!;
      let step: number;
      if (sparse) {
        const mean = round(round(old * rho) + round(square * rest));
        ms[at + i] = mean;
        const q = round(mean + epsilon);
        step = round(round((i < full ? p.packetRsqrt(q) : p.rsqrt(q)) * lr) * d);
      } else {
        const mean = round(old + round(round(square - old) * rest));
        ms[at + i] = mean;
        const q = round(mean + epsilon);
        step = round(round(d * lr) / (i < full ? p.packetSqrt(q) : p.sqrt(q)));
      }
      const x = round(round(mom[at + i]! * momentum) + step);
      mom[at + i] = x;
      v[at + i] = round(v[at + i]! - x);
    }
  };
};

/** State: variable, mg, ms, mom. Scalars: lr, rho, momentum, epsilon. */
export const centeredRmsProp: BindRow = (p, variant) => {
  const { round } = p;
  const sparse = variant !== "dense";
  return (state, at, g, from, n, scalars) => {
    const [v, mg, ms, mom] = state as [Floats, Floats, Floats, Floats];
    const [lr, rho, momentum, epsilon] = scalars as [number, number, number, number];
    const rest = round(1 - rho);
    const full = n - (n % p.lanes);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const square = round(d * d);
      let step: number;
      if (sparse) {
        const mean = round(round(ms[at + i]! * rho) + round(square * rest));
        const center = round(round(mg[at + i]! * rho) + round(d * rest));
        ms[at + i] = mean;
        mg[at + i] = center;
        const q = round(round(mean + epsilon) - round(center * center));
        step = round(round((i < full ? p.packetRsqrt(q) : p.rsqrt(q)) * lr) * d);
      } else {
        const mean = round(ms[at + i]! + round(round(square - ms[at + i]!) * rest));
        const center = round(mg[at + i]! + round(round(d - mg[at + i]!) * rest));
        ms[at + i] = mean;
        mg[at + i] = center;
        const q = round(round(mean - round(center * center)) + epsilon);
        step = round(round(d * lr) / (i < full ? p.packetSqrt(q) : p.sqrt(q)));
      }
      const x = round(round(mom[at + i]! * momentum) + step);
      mom[at + i] = x;
      v[at + i] = round(v[at + i]! - x);
    }
  };
};
