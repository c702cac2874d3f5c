/**
 * tf.Session("native"): what it says without an installation and, where a build is, that libtensorflow runs our graphs.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { np, tf } from "../../../src/compat/index.js";
import { createOp, createOperation } from "../../../src/graph/create_op.js";
import { NotImplementedError } from "../../../src/np/errors.js";
import { type NativeBridge, openNative } from "../../../src/runtime/native/bridge.js";
import { errorOf, folder } from "./installation.js";

beforeEach(() => tf.reset_default_graph());
afterEach(() => {
  vi.unstubAllEnvs();
});

function thrownBy(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}

describe("without a working installation", () => {
  const empty = mkdtempSync(join(tmpdir(), "tf1-compat-native-"));
  afterAll(() => rmSync(empty, { recursive: true }));

  it("a native session is refused when it is made, with what to do", () => {
    vi.stubEnv("TF1_COMPAT_NATIVE", empty);
    const { message } = errorOf(() => tf.Session("native"));
    expect(message).toContain("needs @tensorflow/tfjs-node: it was not found");
    expect(message).toContain("tools/native/build-tfjs-node.sh");
    expect(() => tf.Session()).not.toThrow();
  });
});

describe.skipIf(!folder)("on libtensorflow (skipped unless tools/native/build-tfjs-node.sh has built it)", () => {
  let native: NativeBridge;
  let session: ReturnType<typeof tf.Session>;
  beforeAll(() => {
    native = openNative(folder);
  });
  beforeEach(() => {
    vi.stubEnv("TF1_COMPAT_NATIVE", folder);
    session = tf.Session("native");
  });
  afterEach(() => {
    session.close();
    expect(native.numTensors).toBe(0);
  });

  const list = (fetch: unknown, feeds?: Parameters<typeof session.run>[1]): unknown =>
    (session.run(fetch, feeds) as { tolist(): unknown }).tolist();

  const texts = (strings: unknown): string[] =>
    (strings as { tolist(): Uint8Array[] }).tolist().map((bytes) => new TextDecoder().decode(bytes));

  it("runs op types that the embedded engine has no kernel for", () => {
    const root = createOp("MatrixSquareRoot", {
      input: tf.constant(
        [
          [4, 0],
          [0, 9],
        ],
        { dtype: tf.float64 },
      ),
    });
    expect(list(root)).toEqual([
      [2, 0],
      [0, 3],
    ]);
    expect(thrownBy(() => tf.Session("").run(root))).toBeInstanceOf(NotImplementedError);
    const half = createOp("Betainc", {
      a: tf.constant([1, 2], { dtype: tf.float64 }),
      b: tf.constant([1, 2], { dtype: tf.float64 }),
      x: tf.constant([0.25, 0.5], { dtype: tf.float64 }),
    });
    const [first, second] = list(half) as [number, number];
    expect(first).toBeCloseTo(0.25, 14);
    expect(second).toBeCloseTo(0.5, 14);
  });

  it("sends ops there that both engines have, and keeps tensors there between them", () => {
    const run = vi.spyOn(native, "run");
    const download = vi.spyOn(native, "download");
    const x = tf.placeholder(tf.float32, [2, 2]);
    const y = tf.reshape(tf.matmul(tf.nn.relu(x), x), [4]);
    expect(
      list(tf.reduce_sum(y), [
        [
          x,
          [
            [1, 2],
            [-3, 4],
          ],
        ],
      ]),
    ).toBe(9);
    expect(run.mock.calls.map(([op]) => op.type)).toEqual(["Relu", "MatMul", "Reshape", "Sum"]);
    expect(download).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });

  it("gives the shapes of its own where they depend on data", () => {
    const x = tf.placeholder(tf.int64, [null]);
    const distinct = createOperation("UniqueWithCounts", { x }, {}).outputs[0]!;
    const doubled = tf.add(distinct, distinct);
    const feed = (...values: number[]) => [[x, values]] as const;
    expect(list(doubled, feed(3, 3, 1))).toEqual([6, 2]);
    expect(list(doubled, feed(5, 5, 5, 5))).toEqual([10]);
  });

  it("trains variables, whose values and errors are the session's", () => {
    const x = tf.constant(
      [
        [1, 2],
        [3, 4],
      ],
      { dtype: tf.float32 },
    );
    const w = tf.Variable(tf.zeros([2, 1]), { name: "w" });
    const loss = tf.reduce_mean(tf.square(tf.subtract(tf.matmul(x, w), [[1], [1]])));
    const train = tf.train.GradientDescentOptimizer(0.05).minimize(loss);
    expect(thrownBy(() => session.run(loss))).toMatchObject({
      name: "FailedPreconditionError",
      message: expect.stringContaining("Attempting to use uninitialized value w"),
    });
    session.run(tf.global_variables_initializer());
    const first = Number(session.run(loss));
    for (let step = 0; step < 50; step++) session.run(train);
    expect(first).toBe(1);
    expect(Number(session.run(loss))).toBeLessThan(0.1 * first);
    const embedded = tf.Session("");
    embedded.run(tf.global_variables_initializer());
    for (let step = 0; step < 50; step++) embedded.run(train);
    const [[a], [b]] = list(w) as [[number], [number]];
    const [[c], [d]] = (embedded.run(w) as { tolist(): unknown }).tolist() as [[number], [number]];
    expect(Math.abs(a - c) + Math.abs(b - d)).toBeLessThan(1e-5);
  });

  it("draws the numbers of TF 1.15", () => {
    const u = tf.random_uniform([3], { seed: 7 });
    const [here, there] = [session, tf.Session("")].map((s) =>
      [1, 2].map(() => [...(s.run(u) as Iterable<unknown>)].map(Number)),
    );
    expect(here).toEqual(there);
  });

  it("passes text, bools, halves, complex and quantized values", () => {
    const words = tf.placeholder(tf.string, [null]);
    const joined = createOp("StringJoin", { inputs: [words, tf.constant(["!", "?"])] }, { separator: "" });
    expect(texts(session.run(joined, [[words, ["é", "b"]]]))).toEqual(["é!", "b?"]);
    expect(list(tf.logical_not(tf.constant([true, false])))).toEqual([false, true]);
    const half = tf.constant([0.1, 2], { dtype: tf.float16 });
    expect(list(tf.add(half, half))).toEqual([0.199951171875, 4]);
    const z = tf.constant(np.array([1, 2]).astype(np.complex64));
    expect(list(tf.real(tf.multiply(z, z)))).toEqual([1, 4]);
    const float = (x: number | number[]) => tf.constant(x, { dtype: tf.float32 });
    const q = createOperation(
      "QuantizeV2",
      { input: float([0, 1]), min_range: float(0), max_range: float(1) },
      { T: tf.quint8 },
    );
    expect(list(q.outputs[0])).toEqual([0, 255]);
    expect(
      list(createOp("Dequantize", { input: q.outputs[0], min_range: q.outputs[1], max_range: q.outputs[2] })),
    ).toEqual([0, 1]);
  });

  it("runs ops with attributes that only a graph can carry", () => {
    const records = tf.placeholder(tf.string, [null]);
    const defaults = [tf.constant([0]), tf.constant(["x"])];
    const csv = createOperation("DecodeCSV", { records, record_defaults: defaults }, {});
    const [numbers, words] = session.run(csv.outputs, [[records, ["7,a", "8,"]]]);
    expect(numbers!.tolist()).toEqual([7, 8]);
    expect(texts(words)).toEqual(["a", "x"]);
    expect(thrownBy(() => session.run(csv.outputs, [[records, ["1,2,3"]]]))).toMatchObject({
      name: "InvalidArgumentError",
      message: expect.stringMatching(/^Expect 2 fields but have 3 in record 0\n\t \[\[node DecodeCSV /),
    });
  });

  it("keeps resources of its own", () => {
    const handle = createOp("VarHandleOp", {}, { dtype: tf.float32, shape: [2] }, "v");
    const write = createOperation(
      "AssignVariableOp",
      { resource: handle, value: tf.constant([1, 2], { dtype: tf.float32 }) },
      {},
    );
    const read = createOp("ReadVariableOp", { resource: handle }, { dtype: tf.float32 });
    session.run(write);
    expect(list(read)).toEqual([1, 2]);
    const other = tf.Session("native");
    expect(thrownBy(() => other.run(read)).name).toBe("FailedPreconditionError");
    other.close();
  });

  it("throws what libtensorflow says, with its code and the node", () => {
    const i = tf.placeholder(tf.int32, [null]);
    const rows = createOp("GatherV2", { params: tf.constant([1, 2, 3]), indices: i, axis: tf.constant(0) }, {}, "rows");
    const error = thrownBy(() => session.run(rows, [[i, [0, 4]]]));
    expect(error).toBeInstanceOf(tf.errors.InvalidArgumentError);
    expect(error.message).toMatch(/^indices\[1\] = 4 is not in \[0, 3\)\n\t \[\[node rows \(defined at /);
    expect(list(rows, [[i, [2]]])).toEqual([3]);
  });

  it("falls back to our kernel where libtensorflow has none for the element types", () => {
    const x = tf.placeholder(tf.int32, [2]);
    const quotient = createOp("RealDiv", { x, y: tf.constant([2, 3]) });
    for (let run = 0; run < 2; run++) expect(list(tf.add(quotient, 1), [[x, [8, 9]]])).toEqual([5, 4]);
  });

  it("names both engines where neither can", () => {
    const fft = createOp("BatchFFT", { input: tf.constant(np.array([1, 2]).astype(np.complex64)) });
    const error = thrownBy(() => session.run(fft));
    expect(error).toBeInstanceOf(NotImplementedError);
    expect(error.message).toBe(
      "op type BatchFFT is not implemented in tf1-compat: the native engine can't run it (libtensorflow has no CPU kernel " +
        "for its element types), and the embedded engine has no kernel for it",
    );
  });

  it("survives signals while it multiplies", async () => {
    // With oneDNN's product, libtensorflow 2.12 corrupts memory at nearly every signal.
    const program = `
      import { openNative } from ${JSON.stringify(new URL("../../../src/runtime/native/bridge.ts", import.meta.url).href)};
      const native = openNative();
      process.on("SIGUSR2", () => {});
      const x = native.upload({ dtype: "float32", shape: [512, 512], data: new Float32Array(512 * 512) });
      console.log("ready");
      for (let i = 0; i < 150; i++) for (const y of native.execute("MatMul", [], [x, x], 1)) native.release(y);
      process.stdout.write("done");
      await new Promise((resolve) => process.once("SIGTERM", resolve));`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      env: { ...process.env, TF1_COMPAT_NATIVE: folder },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    const timer = setInterval(() => said.startsWith("ready") && child.kill("SIGUSR2"), 1);
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.stdout.on("data", (text) => {
      said += text;
      if (said.endsWith("done")) child.kill("SIGTERM");
    });
    await ended;
    clearInterval(timer);
    expect(said).toBe("ready\ndone");
  });
});
