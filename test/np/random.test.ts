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
