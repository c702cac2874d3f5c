import { expect, test } from "vitest";
import { roundHalf } from "../../src/np/half.js";
import { PhiloxState } from "../../src/numerics/philox.js";
import { gamma, gammaFloat16 } from "../../src/numerics/random/gamma.js";
import { multinomial } from "../../src/numerics/random/multinomial.js";
import {
  normalFloat16,
  normalFloat32,
  normalFloat64,
  truncatedNormalFloat16,
  truncatedNormalFloat32,
  truncatedNormalFloat64,
} from "../../src/numerics/random/normal.js";
import { poisson } from "../../src/numerics/random/poisson.js";
import { shuffledOrder } from "../../src/numerics/random/shuffle.js";
import {
  uniformFloat16,
  uniformFloat32,
  uniformFloat64,
  uniformInt32,
  uniformInt64,
} from "../../src/numerics/random/uniform.js";
import { readGolden } from "../../tools/goldens/kinds/numerics.js";
import { difference, numberOf, type Recorded, type Values } from "../../tools/goldens/rng_values.js";

interface Case {
  readonly op: string;
  readonly args: {
    readonly shape?: readonly number[];
    readonly dtype?: string;
    readonly output_dtype?: string;
    readonly minval?: number | string;
    readonly maxval?: number | string;
    readonly mean?: number;
    readonly stddev?: number;
    readonly alpha?: number | number[];
    readonly beta?: number | number[];
    readonly lam?: number;
    readonly logits?: number[][];
    readonly num_samples?: number;
    readonly value?: Recorded & { readonly $py?: string };
  };
  readonly deterministic: boolean;
  readonly random_ops: readonly { readonly seed: number; readonly seed2: number }[];
  readonly runs: readonly Recorded[];
  readonly new_session: Recorded;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

/** The float arithmetic of the nodes behind the kernel, in the dtype. */
const ROUND: Record<string, (x: number) => number> = {
  float16: roundHalf,
  float32: Math.fround,
  float64: (x) => x,
};

const FLOAT_KERNELS = {
  random_uniform: { float16: uniformFloat16, float32: uniformFloat32, float64: uniformFloat64 },
  random_normal: { float16: normalFloat16, float32: normalFloat32, float64: normalFloat64 },
  truncated_normal: {
    float16: truncatedNormalFloat16,
    float32: truncatedNormalFloat32,
    float64: truncatedNormalFloat64,
  },
};

/** x * scale + shift, as two nodes. */
function affine(data: Float32Array | Float64Array, scale: number, shift: number, dtype: string): void {
  const round = ROUND[dtype]!;
  data.forEach((x, i) => {
    data[i] = round(round(x * scale) + shift);
  });
}

function floats(c: Case, op: keyof typeof FLOAT_KERNELS, state: PhiloxState): Values {
  const { shape = [], dtype = "float32" } = c.args;
  const n = sizeOf(shape);
  const kernels = FLOAT_KERNELS[op];
  const wide = new Float64Array(dtype === "float64" ? n : 0);
  const data = dtype === "float64" ? wide : new Float32Array(n);
  if (data === wide) kernels.float64(state, wide, n);
  else kernels[dtype === "float32" ? "float32" : "float16"](state, data as Float32Array, n);
  const round = ROUND[dtype]!;
  if (op === "random_uniform") {
    const low = round(Number(c.args.minval ?? 0));
    affine(data, round(round(Number(c.args.maxval ?? 1)) - low), low, dtype);
  } else affine(data, round(c.args.stddev ?? 1), round(c.args.mean ?? 0), dtype);
  return { dtype, shape, data };
}

function integers(c: Case, state: PhiloxState): Values {
  const { shape = [], dtype = "int32" } = c.args;
  const n = sizeOf(shape);
  const low = numberOf(c.args.minval ?? 0);
  const high = numberOf(c.args.maxval ?? 0);
  if (dtype === "int32") {
    const data = new Int32Array(n);
    uniformInt32(state, data, n, Number(low), Number(high));
    return { dtype, shape, data };
  }
  const data = new BigInt64Array(n);
  uniformInt64(state, data, n, BigInt(low), BigInt(high));
  return { dtype, shape, data };
}

function shuffled(c: Case, state: PhiloxState): Values {
  const rows = c.args.value?.$t;
  const range = /^tf\.range\((\d+)\)$/.exec(c.args.value?.$py ?? "");
  const shape = rows?.shape ?? [Number(range?.[1])];
  const order = new Int32Array(shape[0]!);
  shuffledOrder(state, order, shape[0]!);
  if (!rows) return { dtype: "int32", shape, data: order };
  const width = rows.data.length / shape[0]!;
  const data = [...order].flatMap((r) => rows.data.slice(r * width, (r + 1) * width).map(numberOf));
  return { dtype: rows.dtype, shape, data };
}

function classes(c: Case, state: PhiloxState): Values {
  const logits = c.args.logits ?? [];
  const samples = c.args.num_samples ?? 0;
  const width = logits[0]?.length ?? 0;
  const data = new Int32Array(logits.length * samples);
  multinomial(state, Float32Array.from(logits.flat()), logits.length, width, samples, data);
  return { dtype: c.args.output_dtype ?? "int64", shape: [logits.length, samples], data };
}

function gammas(c: Case, state: PhiloxState): Values {
  const { shape = [], dtype = "float32", alpha = 1, beta = 1 } = c.args;
  const alphas = [alpha].flat();
  const betas = [beta].flat();
  const round = ROUND[dtype]!;
  const n = sizeOf(shape) * alphas.length;
  const data = dtype === "float64" ? new Float64Array(n) : new Float32Array(n);
  if (dtype === "float64") gamma(state, Float64Array.from(alphas), sizeOf(shape), data);
  else if (dtype === "float32") gamma(state, Float32Array.from(alphas), sizeOf(shape), data);
  else gammaFloat16(state, Float32Array.from(alphas, roundHalf), sizeOf(shape), data as Float32Array);
  const out = data.map((x, i) => round(x / round(betas[i % betas.length]!)));
  return { dtype, shape: Array.isArray(alpha) ? [...shape, alphas.length] : shape, data: out };
}

function counts(c: Case, state: PhiloxState): Values {
  const { shape = [], dtype = "float32", lam = 0 } = c.args;
  const data = new Float64Array(sizeOf(shape));
  poisson(state, Float64Array.of(ROUND[dtype]!(lam)), data.length, Number.MAX_VALUE, data);
  return { dtype, shape, data };
}

function run(c: Case, state: PhiloxState): Values {
  switch (c.op) {
    case "random_uniform":
      return c.args.dtype?.startsWith("int") ? integers(c, state) : floats(c, c.op, state);
    case "random_normal":
    case "truncated_normal":
      return floats(c, c.op, state);
    case "random_shuffle":
      return shuffled(c, state);
    case "multinomial":
      return classes(c, state);
    case "random_gamma":
      return gammas(c, state);
    case "random_poisson":
      return counts(c, state);
    default:
      throw new Error(`no kernel: ${c.op}`);
  }
}

const { cases } = readGolden("test/goldens/rng", "tf_random") as { cases: Case[] };
// Dropout is a graph of several nodes around the uniform kernel; unseeded cases record only that runs differ.
const seeded = cases.filter((c) => c.deterministic && !c.op.startsWith("nn.dropout"));

const kinds = new Map<string, Case[]>();
for (const c of seeded) {
  const kind = `${c.op} ${c.args.dtype ?? c.args.output_dtype ?? ""}`;
  kinds.set(kind, [...(kinds.get(kind) ?? []), c]);
}

test.each([...kinds])("%s: every run and session bit for bit", (_, group) => {
  const wrong: string[] = [];
  for (const c of group) {
    const { seed, seed2 } = c.random_ops[0]!;
    for (const session of [c.runs, [c.new_session]]) {
      const state = new PhiloxState(seed, seed2);
      session.forEach((recorded, k) => {
        const text = difference(recorded, run(c, state));
        if (text !== null) wrong.push(`${JSON.stringify(c.args).slice(0, 120)} run ${k}: ${text}`);
      });
    }
  }
  expect(wrong).toEqual([]);
});

test("all recorded kernel cases take part", () => {
  expect(seeded.length).toBeGreaterThan(800);
});

test("unseeded states differ from each other", () => {
  const [a, b] = [new Float32Array(8), new Float32Array(8)];
  uniformFloat32(new PhiloxState(0, 0), a, 8);
  uniformFloat32(new PhiloxState(0, 0), b, 8);
  expect([...a]).not.toEqual([...b]);
});

test("blocks are skipped across all words of the counter", () => {
  const key = 0x0123456789abcdefn;
  const words = new Uint32Array(4);
  const there = new Uint32Array(4);
  const far = new PhiloxState(key, 0xffffffffffffffffn);
  far.reserveBlocks(2 ** 53 - 1);
  for (let i = 0; i < 2 ** 11 - 1; i++) far.reserveBlocks(2 ** 53 - 1);
  far.reserveBlocks(2 ** 11).fill(words, 1);
  // 2^11 * (2^53 - 1) + 2^11 = 2^64 blocks: the counter's upper half wrapped around to 0.
  far.reserveBlocks(1).fill(there, 1);
  const zero = new Uint32Array(4);
  const unseeded = new PhiloxState(key, 0);
  unseeded.reserveBlocks(1).fill(zero, 1);
  expect([...there]).toEqual([...zero]);
  expect([...words]).not.toEqual([...zero]);
});
