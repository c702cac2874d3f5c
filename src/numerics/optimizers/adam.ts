/**
 * Adam and AdaMax updates.
 * Source: tensorflow/core/kernels/training_ops.cc (ApplyAdamNonCuda: every step rounded, vector roots in full packets).
 */
import type { DType } from "../../np/dtype.js";
import { TINY32 } from "../../np/libm/flush.js";
import type { Floats } from "../matmul/tile.js";
import * as packet from "../packet.js";
import { precisionOf, round32, UNTOUCHED } from "./precision.js";
import type { BindRow, Row } from "./row.js";

const fround = Math.fround;

const adam32: Row = (state, at, g, from, n, scalars) => {
  const [v, m, w] = state as [Floats, Floats, Floats];
  const [beta1Power, beta2Power, lr, beta1, beta2, epsilon] = scalars as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const alpha = round32(round32(lr * round32(Math.sqrt(round32(1 - beta2Power)))) / round32(1 - beta1Power));
  const rest1 = round32(1 - beta1);
  const rest2 = round32(1 - beta2);
  const full = n - (n % 8);
  for (let i = 0; i < n; i++) {
    const d = g[from + i]!;
    const x = m[at + i]!;
    const y = w[at + i]!;
    // First without flushing denormals, which is right wherever nothing comes near them.
    let first = fround(x + fround(fround(d - x) * rest1));
    let second = fround(y + fround(fround(fround(d * d) - y) * rest2));
    let change = fround(first * alpha);
    const ordinary = Math.abs(first) >= UNTOUCHED && second >= UNTOUCHED && Math.abs(change) >= TINY32;
    if (!ordinary) {
      first = round32(x + round32(round32(d - x) * rest1));
      second = round32(y + round32(round32(round32(d * d) - y) * rest2));
      change = round32(first * alpha);
    }
    m[at + i] = first;
    w[at + i] = second;
    const root = i < full ? packet.sqrt(second) : fround(Math.sqrt(second));
    v[at + i] = round32(v[at + i]! - round32(change / fround(root + epsilon)));
  }
};

/** Scalars: beta1_power, beta2_power, lr, beta1, beta2, epsilon. */
export const adam: BindRow = (p, _variant, { useNesterov }) => {
  if (p.lanes === 8 && !useNesterov) return adam32;
  const { round } = p;
  return (state, at, g, from, n, scalars) => {
    const [v, m, w] = state as [Floats, Floats, Floats];
    const beta1 = scalars[3]!;
    const epsilon = scalars[5]!;
    const corrected = round(scalars[2]! * p.sqrt(round(1 - scalars[1]!)));
    const alpha = round(corrected / round(1 - scalars[0]!));
    const rest1 = round(1 - beta1);
    const rest2 = round(1 - scalars[4]!);
    const full = n - (n % p.lanes);
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const first = round(m[at + i]! + round(round(d - m[at + i]!) * rest1));
      const second = round(w[at + i]! + round(round(round(d * d) - w[at + i]!) * rest2));
      m[at + i] = first;
      w[at + i] = second;
      const direction = useNesterov ? round(round(d * rest1) + round(beta1 * first)) : first;
      const root = i < full ? p.packetSqrt(second) : p.sqrt(second);
      v[at + i] = round(v[at + i]! - round(round(direction * alpha) / round(root + epsilon)));
    }
  };
};

/** The dense Adam step over n elements; the caller updates the beta powers. */
export function applyAdam(
  dtype: DType,
  useNesterov = false,
): (
  v: Floats,
  m: Floats,
  w: Floats,
  beta1Power: number,
  beta2Power: number,
  lr: number,
  beta1: number,
  beta2: number,
  epsilon: number,
  g: Floats,
  n: number,
) => void {
  const row = adam(precisionOf(dtype), "dense", { useNesterov });
  const state: Floats[] = [];
  const scalars = [0, 0, 0, 0, 0, 0];
  return (v, m, w, beta1Power, beta2Power, lr, beta1, beta2, epsilon, g, n) => {
    state[0] = v;
    state[1] = m;
    state[2] = w;
    scalars[0] = beta1Power;
    scalars[1] = beta2Power;
    scalars[2] = lr;
    scalars[3] = beta1;
    scalars[4] = beta2;
    scalars[5] = epsilon;
    row(state, 0, g, 0, n, scalars);
  };
}

/** Scalars: beta1_power, lr, beta1, beta2, epsilon. */
export const adaMax: BindRow = ({ round }) => {
  return (state, at, g, from, n, scalars) => {
    const [v, m, w] = state as [Floats, Floats, Floats];
    const [beta1Power, lr, beta1, beta2, epsilon] = scalars as [number, number, number, number, number];
    const rest = round(1 - beta1);
    const rate = round(lr / round(1 - beta1Power));
    for (let i = 0; i < n; i++) {
      const d = g[from + i]!;
      const first = round(m[at + i]! + round(round(d - m[at + i]!) * rest));
      const second = Math.max(round(beta2 * w[at + i]!), Math.abs(d));
      m[at + i] = first;
      w[at + i] = second;
      v[at + i] = round(v[at + i]! - round(rate * round(first / round(second + epsilon))));
    }
  };
};
