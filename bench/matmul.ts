/**
 * Matrix products beside a plain triple loop in the same run: microseconds a call, GFLOP/s, and how many times the plain
 * loop's speed. Run with npm run bench -- matmul.
 */
import { performance } from "node:perf_hooks";
import { type DType, dtypeOf } from "../src/np/dtype.js";
import { bindBatchMatMul } from "../src/numerics/matmul/batch_matmul.js";
import {
  bindBlockDiagonalInputGradient,
  bindBlockDiagonalMatMul,
  bindBlockDiagonalValuesGradient,
} from "../src/numerics/matmul/block_diagonal.js";
import { bindMatMul } from "../src/numerics/matmul/matmul.js";

type Floats = Float32Array | Float64Array;

const f32 = dtypeOf("float32");
const f64 = dtypeOf("float64");

function values(dtype: DType, n: number): Floats {
  const out = dtype.make(n) as Floats;
  for (let i = 0; i < n; i++) out[i] = ((i * 7919) % 1000) / 500 - 1;
  return out;
}

/** Milliseconds per call: the best of three rounds of at least 100 ms. */
function time(run: () => void): number {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    let calls = 1;
    for (;;) {
      const start = performance.now();
      for (let i = 0; i < calls; i++) run();
      const spent = performance.now() - start;
      if (spent > 100) {
        best = Math.min(best, spent / calls);
        break;
      }
      calls *= 4;
    }
  }
  return best;
}

/** What one writes without thinking of caches: row, column, term. */
function plain(a: Floats, b: Floats, c: Floats, m: number, k: number, n: number, at: [number, number, number]): void {
  const [a0, b0, c0] = at;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) sum += a[a0 + i * k + p]! * b[b0 + p * n + j]!;
      c[c0 + i * n + j] = sum;
    }
  }
}

function report(name: string, multiplications: number, ours: number, theirs: number): void {
  const rate = (2 * multiplications) / ours / 1e6;
  const line = [
    name.padEnd(36),
    `${(ours * 1000).toFixed(2)} us`.padStart(14),
    `${rate.toFixed(2)} GFLOP/s`.padStart(16),
  ];
  process.stdout.write(`${line.join(" ")}   ${(theirs / ours).toFixed(2)} times the plain loop\n`);
}

function product(dtype: DType, m: number, k: number, n: number): void {
  const [a, b, c] = [values(dtype, m * k), values(dtype, k * n), values(dtype, m * n)];
  const bound = bindMatMul(dtype, m, k, n, false, false);
  const ours = time(() => bound(a, b, c));
  const theirs = time(() => plain(a, b, c, m, k, n, [0, 0, 0]));
  report(`[${m},${k}] x [${k},${n}] ${dtype}`, m * k * n, ours, theirs);
}

export function run(): void {
  for (const dtype of [f32, f64]) {
    for (const [m, k, n] of [
      [4, 2, 3],
      [32, 10, 8],
      [1, 784, 100],
      [100, 784, 10],
      [128, 128, 128],
      [512, 512, 512],
    ] as const) {
      product(dtype, m, k, n);
    }
  }

  const [blocks, batch, rows, cols] = [1000, 32, 10, 8];
  {
    const [a, b] = [values(f32, blocks * batch * rows), values(f32, blocks * rows * cols)];
    const c = values(f32, blocks * batch * cols);
    const bound = bindBatchMatMul(f32, [blocks, batch, rows], [blocks, rows, cols], false, false);
    const ours = time(() => bound(a, b, c));
    const theirs = time(() => {
      for (let i = 0; i < blocks; i++) {
        plain(a, b, c, batch, rows, cols, [i * batch * rows, i * rows * cols, i * batch * cols]);
      }
    });
    report(`${blocks} x [${batch},${rows}] x [${rows},${cols}]`, blocks * batch * rows * cols, ours, theirs);
  }

  {
    // Two layers of blocks, 10 -> 8 -> 1: forward and both gradients, beside the same products written as plain loops.
    const layers = [rows, cols, 1].map((width) => Array<number>(blocks).fill(width)) as [number[], number[], number[]];
    let ours = 0;
    let theirs = 0;
    let work = 0;
    for (const [r, c] of [[layers[0], layers[1]] as const, [layers[1], layers[2]] as const]) {
      const [rk, ck] = [r[0]!, c[0]!];
      const [x, w, y] = [
        values(f32, batch * blocks * rk),
        values(f32, blocks * rk * ck),
        values(f32, batch * blocks * ck),
      ];
      const [dx, dw] = [x.slice(), w.slice()];
      const forward = bindBlockDiagonalMatMul(f32, batch, r, c);
      const toInput = bindBlockDiagonalInputGradient(f32, batch, r, c);
      const toValues = bindBlockDiagonalValuesGradient(f32, batch, r, c);
      ours += time(() => {
        forward(x, w, y);
        toInput(y, w, dx);
        toValues(x, y, dw);
      });
      theirs += time(() => {
        for (let b = 0; b < blocks; b++) {
          for (let i = 0; i < batch; i++) {
            for (let j = 0; j < ck; j++) {
              let sum = 0;
              for (let p = 0; p < rk; p++) sum += x[(i * blocks + b) * rk + p]! * w[(b * rk + p) * ck + j]!;
              y[(i * blocks + b) * ck + j] = sum;
            }
            for (let p = 0; p < rk; p++) {
              let sum = 0;
              for (let j = 0; j < ck; j++) sum += y[(i * blocks + b) * ck + j]! * w[(b * rk + p) * ck + j]!;
              dx[(i * blocks + b) * rk + p] = sum;
            }
          }
          for (let p = 0; p < rk; p++) {
            for (let j = 0; j < ck; j++) {
              let sum = 0;
              for (let i = 0; i < batch; i++) sum += x[(i * blocks + b) * rk + p]! * y[(i * blocks + b) * ck + j]!;
              dw[(b * rk + p) * ck + j] = sum;
            }
          }
        }
      });
      work += 3 * blocks * batch * rk * ck;
    }
    report(`${blocks} blocks 10 -> 8 -> 1, all products`, work, ours, theirs);
  }
}
