/**
 * The native bridge: what it says where nothing is installed and, where a build is, that values and ops cross it unharmed.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { NativeAttr, NativeBridge, NativeDType, NativeTensor } from "../../../src/runtime/native/bridge.js";
import { openNative } from "../../../src/runtime/native/bridge.js";
import { errorOf, folder } from "./installation.js";

describe("without a working installation", () => {
  const empty = mkdtempSync(join(tmpdir(), "tf1-compat-native-"));
  const installed = join(empty, "node_modules", "@tensorflow", "tfjs-node");
  afterAll(() => rmSync(empty, { recursive: true }));

  it("says what to install, or to do behind a closed network, or without either", () => {
    expect(errorOf(() => openNative(empty)).message).toBe(
      "The native engine needs @tensorflow/tfjs-node: it was not found. " +
        "Install it with `npm install @tensorflow/tfjs-node`; where that cannot download libtensorflow, run " +
        "tools/native/build-tfjs-node.sh of this package and set TF1_COMPAT_NATIVE to the folder it names. " +
        "The embedded engine needs neither: tf.Session() without a target.",
    );
  });

  it("tells a package without its binding, and a binding that does not load", () => {
    mkdirSync(join(installed, "lib", "napi-v8"), { recursive: true });
    writeFileSync(join(installed, "package.json"), "{}");
    expect(errorOf(() => openNative(empty)).message).toContain("holds no binding for Node");
    writeFileSync(join(installed, "lib", "napi-v8", "tfjs_binding.node"), "not a library");
    const error = errorOf(() => openNative(empty));
    expect(error.message).toContain("tfjs_binding.node does not load");
    expect(error.cause).toBeInstanceOf(Error);
  });
});

describe.runIf(folder)("with libtensorflow", () => {
  const environment = { ...process.env };
  let native: NativeBridge;
  beforeAll(() => {
    native = openNative(folder);
  });
  const f32 = (shape: number[], ...values: number[]): NativeTensor => ({
    dtype: "float32",
    shape,
    data: Float32Array.from(values),
  });
  const dtypeAttr = (name: string, value: NativeDType): NativeAttr => ({ name, kind: "type", value });

  let before = 0;
  beforeEach(() => {
    before = native.numTensors;
  });
  afterEach(() => {
    expect(native.numTensors).toBe(before);
  });

  const bytes = (text: string) => new TextEncoder().encode(text);
  const long = "longer than the characters that a string object holds in itself";
  const values: NativeTensor[] = [
    f32([2, 2], 1.5, -0, Number.NaN, Number.NEGATIVE_INFINITY),
    { dtype: "float64", shape: [3], data: Float64Array.of(Math.PI, -5e-324, Number.MAX_VALUE) },
    { dtype: "float16", shape: [3], data: Float32Array.of(65504, 2 ** -24, -0.5) },
    { dtype: "bfloat16", shape: [2], data: Float32Array.of(1.0078125, -(2 ** 127)) },
    { dtype: "int8", shape: [2], data: Int8Array.of(-128, 127) },
    { dtype: "int16", shape: [2, 1], data: Int16Array.of(-32768, 32767) },
    { dtype: "int32", shape: [2], data: Int32Array.of(-(2 ** 31), 2 ** 31 - 1) },
    { dtype: "int64", shape: [2], data: BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n) },
    { dtype: "uint8", shape: [2], data: Uint8Array.of(0, 255) },
    { dtype: "uint16", shape: [2], data: Uint16Array.of(0, 65535) },
    { dtype: "uint32", shape: [1], data: Uint32Array.of(2 ** 32 - 1) },
    { dtype: "uint64", shape: [1], data: BigUint64Array.of(2n ** 64n - 1n) },
    { dtype: "bool", shape: [2], data: Uint8Array.of(1, 0) },
    { dtype: "complex64", shape: [2], data: Float32Array.of(1, -2, 3, -0) },
    { dtype: "complex128", shape: [2], data: Float64Array.of(Math.E, -2, 3, -0) },
    { dtype: "string", shape: [2, 1], data: [bytes(long), Uint8Array.of(0, 255)] },
  ];
  it.each(values.map((value) => [value.dtype, value] as const))("%s values come back as they went", (_, value) => {
    expect(native.executeOp("Identity", [], [value], 1)).toEqual([value]);
    const scalar = { ...value, shape: [], data: value.data.slice(0, value.data.length / elements(value)) };
    expect(native.executeOp("Identity", [], [scalar as NativeTensor], 1)).toEqual([scalar]);
    const none = { ...value, shape: [0, 3], data: value.data.slice(0, 0) };
    expect(native.executeOp("Identity", [], [none as NativeTensor], 1)).toEqual([none]);
  });
  const elements = (value: NativeTensor) => value.shape.reduce((a, b) => a * b, 1);

  it("computes in the dtype of the inputs", () => {
    const x: NativeTensor = { dtype: "float64", shape: [2], data: Float64Array.of(0.1, 1e300) };
    const y: NativeTensor = { dtype: "float64", shape: [], data: Float64Array.of(0.2) };
    expect(native.executeOp("Add", [], [x, y], 1)[0]!.data).toEqual(Float64Array.of(0.1 + 0.2, 1e300));
    const big: NativeTensor = { dtype: "int64", shape: [], data: BigInt64Array.of(3n ** 20n) };
    expect(native.executeOp("Mul", [], [big, big], 1)[0]!.data).toEqual(BigInt64Array.of(3n ** 40n));
  });

  it("passes every kind of attribute that the addon can set", () => {
    const a = f32([2, 1], 1, 2);
    const product = native.executeOp("MatMul", [{ name: "transpose_a", kind: "bool", value: true }], [a, a], 1);
    expect(product).toEqual([f32([1, 1], 5)]);
    const pack: NativeAttr[] = [
      { name: "N", kind: "int", value: 2n },
      dtypeAttr("T", "float32"),
      { name: "axis", kind: "int", value: -1 },
    ];
    expect(native.executeOp("Pack", pack, [f32([2], 1, 2), f32([2], 3, 4)], 1)).toEqual([f32([2, 2], 1, 3, 2, 4)]);
    const pool: NativeAttr[] = [
      { name: "ksize", kind: "list(int)", value: [1, 2, 2, 1] },
      { name: "strides", kind: "list(int)", value: [1, 2, 2, 1] },
      { name: "padding", kind: "string", value: bytes("VALID") },
    ];
    expect(native.executeOp("MaxPool", pool, [f32([1, 2, 2, 1], 1, 7, 3, 5)], 1)).toEqual([f32([1, 1, 1, 1], 7)]);
    const alpha: NativeAttr = { name: "alpha", kind: "float", value: 0.5 };
    expect(native.executeOp("LeakyRelu", [alpha], [f32([2], -4, 4)], 1)).toEqual([f32([2], -2, 4)]);
    const squeeze: NativeAttr = { name: "squeeze_dims", kind: "list(int)", value: [] };
    expect(native.executeOp("Squeeze", [squeeze], [f32([1, 1, 1], 7)], 1)).toEqual([f32([], 7)]);
    const edges: NativeAttr = { name: "boundaries", kind: "list(float)", value: [0, 10] };
    expect(native.executeOp("Bucketize", [edges], [f32([3], -1, 5, 50)], 1)[0]!.data).toEqual(Int32Array.of(0, 1, 2));
    const ensured: NativeAttr = { name: "shape", kind: "shape", value: [-1, 1] };
    expect(native.executeOp("EnsureShape", [ensured], [a], 1)).toEqual([a]);
  });

  it("refuses attributes that it could only set wrongly", () => {
    const refused: [NativeAttr, string][] = [
      [{ name: "T", kind: "list(type)", value: ["float32"] }, "attribute T: the native engine cannot be given"],
      [{ name: "shape", kind: "shape", value: null }, "a shape of unknown rank"],
      [{ name: "seed", kind: "int", value: 2n ** 60n }, "does not fit the native engine's int"],
      [{ name: "strides", kind: "list(int)", value: [2 ** 31] }, "does not fit the native engine's list(int)"],
      [{ name: "s", kind: "string", value: Uint8Array.of(255) }, "UTF-8 strings only"],
      [{ name: "f", kind: "func", value: {} }, "an attribute of kind func"],
    ];
    for (const [attr, text] of refused) {
      expect(errorOf(() => native.prepare("Identity", [attr], 1)).message).toContain(text);
    }
  });

  it("keeps tensors over there between ops", () => {
    const square = native.prepare("Square", [], 1);
    let x = native.upload(f32([2], 2, 3));
    for (let step = 0; step < 2; step++) {
      const [next] = native.run(square, [x]);
      native.release(x);
      x = next!;
    }
    expect(native.numTensors).toBe(before + 1);
    expect(native.download(x)).toEqual(f32([2], 16, 81));
    native.release(x);
    native.release(x);
    expect(errorOf(() => native.run(square, [x])).message).toBe("a tensor was used after it had been released");
  });

  it("has its own copy of what was uploaded, wherever the memory lay", () => {
    for (let attempt = 0; attempt < 40; attempt++) {
      const data = new Float32Array(64);
      const handle = native.upload({ dtype: "float32", shape: [64], data });
      data.fill(1);
      expect(native.download(handle).data).toEqual(new Float32Array(64));
      native.release(handle);
    }
  });

  it("keeps strings that several tensors share", () => {
    const x = native.upload({ dtype: "string", shape: [1], data: [bytes(long)] });
    const [y] = native.execute("Identity", [], [x], 1);
    native.release(x);
    expect(native.download(y!).data).toEqual([bytes(long)]);
    native.release(y!);
  });

  it("keeps the random streams of equal nodes apart where their attributes differ", () => {
    const shape: NativeTensor = { dtype: "int32", shape: [1], data: Int32Array.of(3) };
    const draw = (node: string) => {
      const seeds: NativeAttr[] = [
        { name: "seed", kind: "int", value: 87654321 },
        { name: "seed2", kind: "int", value: 5 },
        { name: "_node", kind: "string", value: node },
      ];
      return native.executeOp("RandomUniform", [dtypeAttr("dtype", "float32"), ...seeds], [shape], 1)[0]!.data;
    };
    const first = draw("a");
    expect(draw("a")).not.toEqual(first);
    expect(draw("b")).toEqual(first);
  });

  it("throws what TensorFlow says, with its code", () => {
    const a = f32([2, 3], 1, 2, 3, 4, 5, 6);
    const mismatch = errorOf(() => native.executeOp("MatMul", [], [a, a], 1));
    expect(mismatch.code).toBe(3);
    expect(mismatch.message).toBe("Matrix size-incompatible: In[0]: [2,3], In[1]: [2,3]");
    expect(errorOf(() => native.executeOp("NoSuchOp", [], [], 1)).code).toBe(5);
  });

  it("checks a value before it crosses", () => {
    const short = errorOf(() => native.upload(f32([3], 1, 2)));
    expect(short.message).toBe("float32 tensor of shape [3] needs 3 values, got 2");
    const other = errorOf(() => native.upload({ dtype: "int64", shape: [1], data: Int32Array.of(1) }));
    expect(other.message).toBe("int64 values come in BigInt64Array, got Int32Array");
  });

  it("leaves the environment as it was", () => {
    expect(process.env).toEqual(environment);
  });
});
