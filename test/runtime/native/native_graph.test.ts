/**
 * A graph that TF 1.15 wrote, run by libtensorflow as a whole: test/goldens/scripts/xor_mask_variable, every Session.run.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { NativeBridge, NativeTensor } from "../../../src/runtime/native/bridge.js";
import { openNative } from "../../../src/runtime/native/bridge.js";
import { errorOf, folder } from "./installation.js";

interface Recorded {
  readonly $ref?: number;
  readonly $t?: { readonly dtype: string; readonly shape: number[]; readonly data: number[] };
}

type Fetch = string | { readonly $var: string };

interface Run {
  readonly fetches: Fetch | Fetch[];
  readonly feeds: readonly { readonly name: string; readonly value: Recorded }[];
  readonly result: Recorded | null | (Recorded | null)[];
}

const GOLDEN = new URL("../../goldens/scripts/xor_mask_variable", import.meta.url).pathname;
const golden: { trace: Run[]; pool: Recorded[] } = JSON.parse(readFileSync(`${GOLDEN}.golden.json`, "utf8"));
const graphDef = gunzipSync(readFileSync(`${GOLDEN}.graph0.pb.gz`));
const OPS = ["init", "GradientDescent"];

/** Every tensor of this script is float32, also where Python fed a list of ints. */
function float32(recorded: Recorded): NativeTensor {
  const { shape, data } = (recorded.$ref === undefined ? recorded : golden.pool[recorded.$ref]!).$t!;
  return { dtype: "float32", shape, data: Float32Array.from(data) };
}

describe.runIf(folder)("a graph of TF 1.15 in libtensorflow", () => {
  let native: NativeBridge;
  beforeAll(() => {
    native = openNative(folder);
  });

  it("gives what TF 1.15 gave, run by run, from its own random initial values", () => {
    const before = native.numTensors;
    const graph = native.load(graphDef, OPS);
    for (const run of golden.trace) {
      const fetches = [run.fetches].flat().map((fetch) => (typeof fetch === "string" ? fetch : fetch.$var));
      const results = [run.result].flat();
      const tensors = fetches.filter((name) => name.includes(":"));
      const ops = fetches.filter((name) => !name.includes(":"));
      const feeds = new Map(run.feeds.map(({ name, value }) => [name, native.upload(float32(value))]));
      const fetched = graph.run(feeds, tensors, ops);
      const expected = results.filter((result) => result !== null).map(float32);
      expect(fetched.length).toBe(expected.length);
      for (const [i, handle] of fetched.entries()) {
        const { shape, data } = native.download(handle);
        expect(shape).toEqual(expected[i]!.shape);
        for (const [k, element] of expected[i]!.data.entries()) {
          const value = Number(element);
          // This libtensorflow is a later one than the recorded: 200 training steps apart by rounding.
          expect(Math.abs(Number(data[k]) - value)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
        }
      }
      for (const handle of [...feeds.values(), ...fetched]) native.release(handle);
    }
    graph.close();
    expect(golden.trace.length).toBe(211);
    expect(native.numTensors).toBe(before);
  });

  it("says what TensorFlow says, and what it was not made ready for", () => {
    const graph = native.load(graphDef, OPS);
    expect(graph.run(new Map(), [])).toEqual([]);
    expect(errorOf(() => graph.run(new Map(), ["theta1:0"])).message).toMatch(
      /^Attempting to use uninitialized value theta1\n/,
    );
    expect(errorOf(() => graph.run(new Map(), ["x:0"])).message).toMatch(
      /^You must feed a value for placeholder tensor 'x' with dtype float and shape \[4,2\]\n/,
    );
    expect(errorOf(() => graph.run(new Map(), [], ["mul"])).message).toBe(
      "op mul was not named when the graph was loaded",
    );
    graph.close();
    graph.close();
    expect(errorOf(() => graph.run(new Map(), ["mul:0"])).message).toBe("this graph has been closed");
    expect(errorOf(() => native.load(Uint8Array.of(1, 2, 3))).message).toBe("Read less bytes than requested");
  });
});
