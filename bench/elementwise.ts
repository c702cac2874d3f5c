/**
 * Elementwise kernels beside a plain typed-array loop over Math's functions: nanoseconds an element, and how many times the
 * plain loop's. Run with tsx bench/elementwise.ts [elements].
 */
import { performance } from "node:perf_hooks";
import { bindBinary } from "../src/numerics/elementwise/binary.js";
import { bindUnary } from "../src/numerics/elementwise/unary.js";

const n = Number(process.argv[2] ?? 100_000);
const x = Float32Array.from({ length: n }, (_, i) => ((i * 7919) % 1000) / 250 - 2);
const y = Float32Array.from({ length: n }, (_, i) => ((i * 104729) % 1000) / 1000 + 0.1);
const out = new Float32Array(n);

type Loop = (a: Float32Array, b: Float32Array, o: Float32Array) => void;
const UNARY: Record<string, Loop> = {
  Neg: (a, _, o) => {
    for (let i = 0; i < n; i++) o[i] = -a[i]!;
  },
  Square: (a, _, o) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! * a[i]!;
  },
  Relu: (a, _, o) => {
    for (let i = 0; i < n; i++) o[i] = Math.max(a[i]!, 0);
  },
  Sqrt: (_, b, o) => {
    for (let i = 0; i < n; i++) o[i] = Math.sqrt(b[i]!);
  },
  Exp: (a, _, o) => {
    for (let i = 0; i < n; i++) o[i] = Math.exp(a[i]!);
  },
  Log: (_, b, o) => {
    for (let i = 0; i < n; i++) o[i] = Math.log(b[i]!);
  },
  Tanh: (a, _, o) => {
    for (let i = 0; i < n; i++) o[i] = Math.tanh(a[i]!);
  },
  Sigmoid: (a, _, o) => {
    for (let i = 0; i < n; i++) o[i] = 1 / (1 + Math.exp(-a[i]!));
  },
};
const BINARY: Record<string, Loop> = {
  AddV2: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! + b[i]!;
  },
  Sub: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! - b[i]!;
  },
  Mul: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! * b[i]!;
  },
  RealDiv: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = a[i]! / b[i]!;
  },
  Maximum: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = Math.max(a[i]!, b[i]!);
  },
  ReluGrad: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = b[i]! > 0 ? a[i]! : 0;
  },
  SigmoidGrad: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = b[i]! * a[i]! * (1 - a[i]!);
  },
  TanhGrad: (a, b, o) => {
    for (let i = 0; i < n; i++) o[i] = b[i]! * (1 - a[i]! * a[i]!);
  },
};

/** Best of several rounds, in nanoseconds an element. */
function time(run: () => void): number {
  const rounds = Math.max(3, Math.ceil(5e6 / n));
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 7; k++) {
    const start = performance.now();
    for (let r = 0; r < rounds; r++) run();
    best = Math.min(best, ((performance.now() - start) * 1e6) / (rounds * n));
  }
  return best;
}

function report(op: string, ours: () => void, plain: () => void): void {
  const a = time(ours);
  const b = time(plain);
  process.stdout.write(`${op.padEnd(14)} ${a.toFixed(2)} ns, plain ${b.toFixed(2)} ns, ratio ${(a / b).toFixed(2)}\n`);
}

for (const [op, plain] of Object.entries(UNARY)) {
  const input = op === "Sqrt" || op === "Log" ? y : x;
  const run = bindUnary(op, "float32", n);
  if (run)
    report(
      op,
      () => run(input, out),
      () => plain(x, y, out),
    );
}
for (const [op, plain] of Object.entries(BINARY)) {
  const bound = bindBinary(op, "float32", [n], [n]);
  if (bound)
    report(
      op,
      () => bound.run(x, y, out),
      () => plain(x, y, out),
    );
}
