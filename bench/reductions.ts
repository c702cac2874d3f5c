/**
 * Reductions, softmax and optimizer updates beside plain loops in the same run: nanoseconds an element, and how many times
 * the plain loop's. Run with npm run bench -- reductions.
 */
import { performance } from "node:perf_hooks";
import { dtypeOf } from "../src/np/dtype.js";
import { applyAdam } from "../src/numerics/optimizers/adam.js";
import { applyGradientDescent, applyMomentum } from "../src/numerics/optimizers/gradient_descent.js";
import { bindReduce } from "../src/numerics/reductions/reduce.js";
import { bindSoftmax, bindSoftmaxCrossEntropy } from "../src/numerics/reductions/softmax.js";
import { bindAddN, bindBiasAdd } from "../src/numerics/reductions/sums.js";

const f32 = dtypeOf("float32");
const cols = 10;
const rows = 10_000;
const n = rows * cols;
const values = (): Float32Array => Float32Array.from({ length: n }, (_, i) => ((i * 7919) % 1000) / 500 - 1);
const [x, y, z, out] = [values(), values(), values(), values()];
const [byRow, byCol] = [new Float32Array(rows), new Float32Array(cols)];

/** Milliseconds per call: the best of three rounds of at least 60 ms. */
function time(run: () => void): number {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    for (let calls = 1; ; calls *= 4) {
      const start = performance.now();
      for (let i = 0; i < calls; i++) run();
      const spent = performance.now() - start;
      if (spent > 60) {
        best = Math.min(best, spent / calls);
        break;
      }
    }
  }
  return best;
}

function compare(name: string, ours: () => void, plain: () => void): void {
  const [a, b] = [time(ours), time(plain)];
  process.stdout.write(
    `${name.padEnd(28)} ${((a * 1e6) / n).toFixed(2).padStart(8)} ns   ${(a / b).toFixed(2)} times the plain loop\n`,
  );
}

export function run(): void {
  const all = bindReduce("Sum", f32, [rows, cols], [0, 1]);
  const one = new Float32Array(1);
  compare(
    "sum of everything",
    () => all.run(x, one),
    () => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += x[i]!;
      one[0] = sum;
    },
  );
  const last = bindReduce("Sum", f32, [rows, cols], [1]);
  compare(
    "sum of rows",
    () => last.run(x, byRow),
    () => {
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let j = 0; j < cols; j++) sum += x[i * cols + j]!;
        byRow[i] = sum;
      }
    },
  );
  const first = bindReduce("Mean", f32, [rows, cols], [0]);
  compare(
    "mean of columns",
    () => first.run(x, byCol),
    () => {
      byCol.fill(0);
      for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) byCol[j]! += x[i * cols + j]!;
      for (let j = 0; j < cols; j++) byCol[j]! /= rows;
    },
  );
  const most = bindReduce("Max", f32, [rows, cols], [1]);
  compare(
    "max of rows",
    () => most.run(x, byRow),
    () => {
      for (let i = 0; i < rows; i++) {
        let best = -Infinity;
        for (let j = 0; j < cols; j++) best = Math.max(best, x[i * cols + j]!);
        byRow[i] = best;
      }
    },
  );
  const addN = bindAddN(f32, 3, n);
  compare(
    "add_n of three",
    () => addN([x, y, z], out),
    () => {
      for (let i = 0; i < n; i++) out[i] = x[i]! + y[i]! + z[i]!;
    },
  );
  const bias = bindBiasAdd(f32, [rows, cols]);
  compare(
    "bias add",
    () => bias(x, byCol, out),
    () => {
      for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out[i * cols + j] = x[i * cols + j]! + byCol[j]!;
    },
  );
  const plainSoftmax = (): void => {
    for (let i = 0; i < rows; i++) {
      let best = -Infinity;
      for (let j = 0; j < cols; j++) best = Math.max(best, x[i * cols + j]!);
      let sum = 0;
      for (let j = 0; j < cols; j++) {
        const e = Math.exp(x[i * cols + j]! - best);
        out[i * cols + j] = e;
        sum += e;
      }
      for (let j = 0; j < cols; j++) out[i * cols + j]! /= sum;
    }
  };
  const softmax = bindSoftmax(f32, rows, cols);
  compare("softmax", () => softmax(x, out), plainSoftmax);
  const xent = bindSoftmaxCrossEntropy(f32, rows, cols);
  compare(
    "softmax cross entropy",
    () => xent(x, y, byRow, out),
    () => {
      plainSoftmax();
      for (let i = 0; i < rows; i++) {
        let loss = 0;
        for (let j = 0; j < cols; j++) {
          loss -= y[i * cols + j]! * Math.log(out[i * cols + j]!);
          out[i * cols + j]! -= y[i * cols + j]!;
        }
        byRow[i] = loss;
      }
    },
  );

  const [v, m, w] = [values(), new Float32Array(n), new Float32Array(n)];
  const descent = applyGradientDescent(f32);
  compare(
    "gradient descent",
    () => descent(v, 1e-3, x, n),
    () => {
      for (let i = 0; i < n; i++) v[i]! -= 1e-3 * x[i]!;
    },
  );
  const momentum = applyMomentum(f32);
  compare(
    "momentum",
    () => momentum(v, m, 1e-3, x, 0.9, n),
    () => {
      for (let i = 0; i < n; i++) {
        m[i] = m[i]! * 0.9 + x[i]!;
        v[i]! -= 1e-3 * m[i]!;
      }
    },
  );
  const adam = applyAdam(f32);
  compare(
    "adam",
    () => adam(v, m, w, 0.9, 0.999, 1e-3, 0.9, 0.999, 1e-8, x, n),
    () => {
      for (let i = 0; i < n; i++) {
        m[i]! += (x[i]! - m[i]!) * 0.1;
        w[i]! += (x[i]! * x[i]! - w[i]!) * 0.001;
        v[i]! -= (m[i]! * 1e-3) / (Math.sqrt(w[i]!) + 1e-8);
      }
    },
  );
}
