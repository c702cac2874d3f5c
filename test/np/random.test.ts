import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { copyAs } from "../../src/np/casting.js";
import * as random from "../../src/np/random/index.js";
import { Strided } from "../../src/np/strided.js";
import { readGolden } from "../../tools/goldens/kinds/numerics.js";
import { replayNumpy } from "../../tools/goldens/kinds/rng_numpy.js";
import { readCall } from "../../tools/goldens/python_call.js";

test("recorded calls of NumPy 1.18.5", () => {
  const doc = readGolden("test/goldens/rng", "numpy_legacy") as { cases: Parameters<typeof replayNumpy>[0] };
  const families = replayNumpy(doc.cases, null);
  expect(families.flatMap((f) => f.failures)).toEqual([]);
  expect(families.reduce((n, f) => n + f.passed, 0)).toBe(doc.cases.length);
});

interface Drawn {
  readonly seed: number | number[];
  readonly call: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly sha256: string;
  readonly first: readonly (string | number)[];
  readonly after?: number;
}

const { cases } = readGolden("test/goldens/np", "random") as { cases: Drawn[] };

/** The bytes of a result's elements, and its dtype and shape. */
function described(value: unknown): { dtype: string; shape: readonly number[]; bytes: Uint8Array } {
  if (value instanceof Uint8Array) return { dtype: "bytes", shape: [value.length], bytes: value };
  if (typeof value === "number") {
    const data = Number.isInteger(value) ? BigInt64Array.of(BigInt(value)) : Float64Array.of(value);
    return { dtype: Number.isInteger(value) ? "int64" : "float64", shape: [], bytes: new Uint8Array(data.buffer) };
  }
  if (!(value instanceof Strided)) throw new Error(`no array: ${String(value)}`);
  const data = copyAs(value).data as Float64Array;
  return {
    dtype: value.dtype.name,
    shape: value.shape,
    bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}

const byFunction = new Map<string, Drawn[]>();
for (const c of cases) {
  const name = c.call.slice(0, c.call.indexOf("("));
  byFunction.set(name, [...(byFunction.get(name) ?? []), c]);
}

test.each([...byFunction])("%s draws what RandomState draws", (_, group) => {
  const wrong: string[] = [];
  for (const c of group) {
    const stream = new random.RandomState(c.seed);
    const { name, args } = readCall(c.call);
    const method: unknown = stream[name as keyof random.RandomState];
    if (typeof method !== "function") throw new Error(`no ${name}`);
    const { dtype, shape, bytes } = described(method.apply(stream, args));
    const problems = [];
    if (dtype !== c.dtype || shape.join() !== c.shape.join()) problems.push(`${dtype}[${shape}]`);
    if (createHash("sha256").update(bytes).digest("hex") !== c.sha256) problems.push("values");
    if (c.after !== undefined && stream.standard_normal() + stream.random_sample() !== c.after)
      problems.push("position");
    if (problems.length > 0) wrong.push(`${JSON.stringify(c.seed)} ${c.call}: ${problems}`);
  }
  expect(wrong).toEqual([]);
});

test("a state that was taken brings the same numbers again", () => {
  const stream = new random.RandomState(5);
  stream.randn(3);
  const [tuple, dict] = [stream.get_state(), stream.get_state({ legacy: false })];
  const want = String(stream.randn(4));
  for (const state of [tuple, dict, [...tuple]]) {
    const other = random.RandomState(0);
    other.set_state(state);
    expect(String(other.randn(4))).toBe(want);
  }
  expect(() => stream.set_state(["PCG64"])).toThrow("set_state can only be used with legacy MT19937 state instances.");
});

/** Texts of NumPy 1.18.5's exceptions. */
const REFUSED: [string, string][] = [
  ["normal(0, -1)", "scale < 0"],
  ["poisson([-1])", "lam < 0 or lam contains NaNs"],
  ["binomial(1, 1.5)", "p < 0, p > 1 or p is NaN"],
  ["triangular(3, 2, 1)", "left > mode"],
  ["randint(5, 5)", "low >= high"],
  ["randint(0, 300, dtype=np.uint8)", "high is out of bounds for uint8"],
  ["seed(-1)", "Seed must be between 0 and 2**32 - 1"],
  ["choice([[1, 2]])", "a must be 1-dimensional"],
  ["choice(2, p=[0.5, 0.6])", "probabilities do not sum to 1"],
  ["choice(2, 3, False)", "Cannot take a larger sample than population when 'replace=False'"],
  ["dirichlet([0, 1])", "alpha <= 0"],
  ["multinomial(3, [0.6, 0.6, 0.1])", "sum(pvals[:-1]) > 1.0"],
  ["normal([0, 1], 1, size=3)", "shape mismatch: objects cannot be broadcast to a single shape"],
  ["normal(size=-1)", "negative dimensions are not allowed"],
];

test.each(REFUSED)("%s is refused", (call, text) => {
  const { name, args } = readCall(call);
  const stream = new random.RandomState(0);
  const method: unknown = stream[name as keyof random.RandomState];
  if (typeof method !== "function") throw new Error(`no ${name}`);
  expect(() => method.apply(stream, args)).toThrow(text);
});

test("one number is a plain number, with a size or arrays there are arrays", () => {
  const stream = new random.RandomState(1);
  const single: number[] = [stream.normal(), stream.uniform(-1, 1), stream.poisson({ lam: 3 }), stream.randint(5)];
  expect(single.every((x) => typeof x === "number")).toBe(true);
  expect(stream.normal(0, 1, [2, 3]).shape).toEqual([2, 3]);
  expect(stream.normal({ size: 4 }).shape).toEqual([4]);
  expect(stream.poisson([1, 2]).dtype.name).toBe("int64");
  expect(stream.randint(3, { dtype: "int32" }).dtype.name).toBe("int32");
});
