/**
 * np against plain typed-array loops of the same process, on 10^6 elements.
 * A row gives milliseconds of both and their ratio.
 */
import * as np from "../src/np/index.js";

const N = 1_000_000;
const ROUNDS = 60;

interface Row {
  readonly name: string;
  readonly np: number;
  readonly plain: number;
  readonly ratio: number;
}

/**
 * Milliseconds of two bodies, the lower quartile of the rounds: what allocation and other processes cost at times is
 * left out. They take turns in going first, because the second finds the first one's garbage.
 */
function measure(name: string, ours: () => unknown, plain: () => unknown): Row {
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < ROUNDS + 6; i++) {
    for (let turn = 0; turn < 2; turn++) {
      const who = (i + turn) % 2 === 0 ? 0 : 1;
      const start = performance.now();
      (who === 0 ? ours : plain)();
      if (i >= 6) times[who].push(performance.now() - start);
    }
  }
  const [a, b] = times.map((t) => t.sort((x, y) => x - y)[ROUNDS >> 2]!) as [number, number];
  return { name, np: a, plain: b, ratio: a / b };
}

function elementwise(): Row[] {
  const x = new Float64Array(N).map((_, i) => (i % 1000) / 7);
  const y = new Float64Array(N).map((_, i) => (i % 777) / 3 + 1);
  const fx = Float32Array.from(x);
  const fy = Float32Array.from(y);
  const ix = new Int32Array(N).map((_, i) => i % 1000);
  const iy = new Int32Array(N).map((_, i) => i % 77);
  const [a, b] = [np.NDArray.of("float64", x, [N]), np.NDArray.of("float64", y, [N])];
  const [fa, fb] = [np.NDArray.of("float32", fx, [1000, 1000]), np.NDArray.of("float32", fy, [1000, 1000])];
  const [ia, ib] = [np.NDArray.of("int32", ix, [N]), np.NDArray.of("int32", iy, [N])];
  const row = np.NDArray.of("float32", fy.slice(0, 1000), [1000]);
  return [
    measure(
      "float64 x + y",
      () => a.add(b),
      () => {
        const o = new Float64Array(N);
        for (let i = 0; i < N; i++) o[i] = x[i]! + y[i]!;
        return o;
      },
    ),
    measure(
      "float64 x * 2.5",
      () => a.mul(2.5),
      () => {
        const o = new Float64Array(N);
        for (let i = 0; i < N; i++) o[i] = x[i]! * 2.5;
        return o;
      },
    ),
    measure(
      "float32 x * y",
      () => fa.mul(fb),
      () => {
        const o = new Float32Array(N);
        for (let i = 0; i < N; i++) o[i] = fx[i]! * fy[i]!;
        return o;
      },
    ),
    measure(
      "float32 x / y",
      () => fa.truediv(fb),
      () => {
        const o = new Float32Array(N);
        for (let i = 0; i < N; i++) o[i] = fx[i]! / fy[i]!;
        return o;
      },
    ),
    measure(
      "float32 x + row",
      () => fa.add(row),
      () => {
        const o = new Float32Array(N);
        for (let r = 0, i = 0; r < 1000; r++) for (let c = 0; c < 1000; c++, i++) o[i] = fx[i]! + fy[c]!;
        return o;
      },
    ),
    measure(
      "int32 x - y",
      () => ia.sub(ib),
      () => {
        const o = new Int32Array(N);
        for (let i = 0; i < N; i++) o[i] = ix[i]! - iy[i]!;
        return o;
      },
    ),
    measure(
      "float64 sqrt(y)",
      () => np.sqrt(b),
      () => {
        const o = new Float64Array(N);
        for (let i = 0; i < N; i++) o[i] = Math.sqrt(y[i]!);
        return o;
      },
    ),
    measure(
      "float64 -x",
      () => a.neg(),
      () => {
        const o = new Float64Array(N);
        for (let i = 0; i < N; i++) o[i] = -x[i]!;
        return o;
      },
    ),
    measure(
      "float64 x > y",
      () => a.gt(b),
      () => {
        const o = new Uint8Array(N);
        for (let i = 0; i < N; i++) o[i] = x[i]! > y[i]! ? 1 : 0;
        return o;
      },
    ),
  ];
}

function others(): Row[] {
  const x = new Float64Array(N).map((_, i) => (i % 1000) / 7);
  const a = np.NDArray.of("float64", x, [1000, 1000]);
  const n = 200;
  const [p, q] = [x.slice(0, n * n), x.slice(n * n, 2 * n * n)];
  const [pa, qa] = [np.NDArray.of("float64", p, [n, n]), np.NDArray.of("float64", q, [n, n])];
  return [
    measure(
      "sum",
      () => a.sum(),
      () => {
        let s = 0;
        for (let i = 0; i < N; i++) s += x[i]!;
        return s;
      },
    ),
    measure(
      "sum over axis 0",
      () => a.sum(0),
      () => {
        const o = new Float64Array(1000);
        for (let r = 0, i = 0; r < 1000; r++) for (let c = 0; c < 1000; c++, i++) o[c]! += x[i]!;
        return o;
      },
    ),
    measure(
      "matmul 200 x 200",
      () => pa.matmul(qa),
      () => {
        const o = new Float64Array(n * n);
        for (let i = 0; i < n; i++) {
          for (let k = 0; k < n; k++) {
            const v = p[i * n + k]!;
            for (let j = 0; j < n; j++) o[i * n + j]! += v * q[k * n + j]!;
          }
        }
        return o;
      },
    ),
    measure(
      "slice, copied",
      () => a.at(":", "::2").copy(),
      () => {
        const o = new Float64Array(N / 2);
        for (let r = 0, k = 0; r < 1000; r++) for (let c = 0; c < 1000; c += 2) o[k++] = x[r * 1000 + c]!;
        return o;
      },
    ),
    measure(
      "1000 slices (views)",
      () => {
        for (let i = 0; i < 1000; i++) a.at(i, "1:-1");
      },
      () => {
        for (let i = 0; i < 1000; i++) x.subarray(i * 1000 + 1, i * 1000 + 999);
      },
    ),
  ];
}

/** Measures all rows and prints them. */
export function run(): void {
  const rows = [...elementwise(), ...others()];
  for (const r of rows) {
    console.log(
      `${r.name.padEnd(24)} np ${r.np.toFixed(3)} ms   loop ${r.plain.toFixed(3)} ms   ratio ${r.ratio.toFixed(2)}`,
    );
  }
}
