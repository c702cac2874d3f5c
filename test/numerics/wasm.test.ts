/** The kernels in WebAssembly give the bits of the plain code, which machines without WebAssembly SIMD run. */
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { dtypeOf } from "../../src/np/dtype.js";
import { kernelModule } from "../../src/numerics/wasm/kernels.js";

async function load() {
  return {
    blocks: await import("../../src/numerics/matmul/block_diagonal.js"),
    batch: await import("../../src/numerics/matmul/batch_matmul.js"),
    unary: await import("../../src/numerics/elementwise/unary.js"),
    binary: await import("../../src/numerics/elementwise/binary.js"),
    module: await import("../../src/numerics/wasm/module.js"),
  };
}
type Loaded = Awaited<ReturnType<typeof load>>;

let simd: Loaded;
let plain: Loaded;

/** The sources as a machine sees them whose WebAssembly is `present`. */
async function loadWith(present: object | undefined): Promise<Loaded> {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", present);
  const loaded = await load();
  loaded.module.workspace();
  return loaded;
}

beforeAll(async () => {
  simd = await load();
  plain = await loadWith(undefined);
  vi.unstubAllGlobals();
});
afterEach(() => vi.unstubAllGlobals());

const f32 = dtypeOf("float32");
let state = 1;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  return (state >>> 0) / 2 ** 32;
}
const integer = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

/** Ordinary numbers, or every seventh one any bits: nan, infinities, denormals. */
function floats(n: number, wild: boolean): Float32Array {
  const out = Float32Array.from({ length: n }, () => (random() - 0.5) * 8);
  if (wild) {
    const bits = new Int32Array(out.buffer);
    for (let i = 0; i < n; i += 7) bits[i] = Math.floor(random() * 2 ** 32);
    for (let i = 3; i < n; i += 11) out[i] = -0;
  }
  return out;
}

function expectSameBits(got: Float32Array, want: Float32Array, what: string): void {
  const at = got.findIndex((x, i) => !Object.is(x, want[i]));
  expect(at, `${what}: ${got[at]} for ${want[at]} at ${at}`).toBe(-1);
  expect(got.length).toBe(want.length);
}

describe("the module", () => {
  it("is small enough for browsers to compile it at once", () => {
    const bytes = kernelModule(1);
    expect(bytes.length).toBeLessThanOrEqual(4096);
    expect([simd, plain].map((loaded) => loaded.module.workspace() !== null)).toEqual([true, false]);
  });

  it.each([
    ["there is no WebAssembly", undefined],
    ["there is no SIMD", { ...wasm(), validate: () => false }],
    [
      "a page may not compile",
      {
        ...wasm(),
        Module: class {
          constructor() {
            throw new (wasm().CompileError)("refused");
          }
        },
      },
    ],
  ])("stays out of the way where %s", async (_, present) => {
    const { module } = await loadWith(present);
    expect(module.workspace()).toBeNull();
  });

  it("lets other failures out", async () => {
    const broken = {
      ...wasm(),
      Instance: class {
        constructor() {
          throw new TypeError("broken");
        }
      },
    };
    await expect(loadWith(broken)).rejects.toThrow("broken");
  });
});

interface WebAssemblyParts {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => object;
  readonly CompileError: new (message: string) => Error;
}
function wasm(): WebAssemblyParts {
  const { validate, Module, Instance, CompileError }: WebAssemblyParts = Reflect.get(globalThis, "WebAssembly");
  return { validate, Module, Instance, CompileError };
}

describe("products", () => {
  const binders = [
    "bindBlockDiagonalMatMul",
    "bindBlockDiagonalInputGradient",
    "bindBlockDiagonalValuesGradient",
  ] as const;

  /** Operands and result of one form of the block-diagonal product. */
  function sizesOf(binder: (typeof binders)[number], batch: number, rows: number[], cols: number[]) {
    const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
    const x = batch * sum(rows);
    const y = batch * sum(cols);
    const values = rows.reduce((n, r, i) => n + r * cols[i]!, 0);
    if (binder === "bindBlockDiagonalMatMul") return [x, values, y] as const;
    return binder === "bindBlockDiagonalInputGradient" ? ([y, values, x] as const) : ([x, y, values] as const);
  }

  it.each(binders)("%s: blocks of any sizes", (binder) => {
    for (let round = 0; round < 60; round++) {
      const count = integer(1, 12);
      const batch = integer(1, 40);
      const equal = round % 2 === 0;
      const [r, c] = [integer(1, 40), integer(1, 40)];
      const rows = Array.from({ length: count }, () => (equal ? r : integer(1, 24)));
      const cols = Array.from({ length: count }, () => (equal ? c : integer(1, 24)));
      const [na, nb, nc] = sizesOf(binder, batch, rows, cols);
      const a = floats(na, round % 3 === 0);
      const b = floats(nb, round % 3 === 0);
      const [got, want] = [new Float32Array(nc).fill(7), new Float32Array(nc).fill(8)];
      simd.blocks[binder](f32, batch, rows, cols)(a, b, got);
      plain.blocks[binder](f32, batch, rows, cols)(a, b, want);
      expectSameBits(got, want, `batch ${batch}, rows ${rows}, cols ${cols}`);
    }
  });

  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])("batches, adjoints %s %s", (adjX, adjY) => {
    for (let round = 0; round < 40; round++) {
      const [m, k, n] = [integer(1, 40), integer(1, 40), integer(1, 40)];
      const aShape = [integer(2, 4), 1, adjX ? k : m, adjX ? m : k];
      const bShape = [integer(2, 4), adjY ? n : k, adjY ? k : n];
      const size = (shape: number[]) => shape.reduce((p, d) => p * d, 1);
      const [a, b] = [floats(size(aShape), round % 3 === 0), floats(size(bShape), false)];
      const [got, want] = [1, 2].map(() => new Float32Array(aShape[0]! * bShape[0]! * m * n)) as [
        Float32Array,
        Float32Array,
      ];
      simd.batch.bindBatchMatMul(f32, aShape, bShape, adjX, adjY)(a, b, got);
      plain.batch.bindBatchMatMul(f32, aShape, bShape, adjX, adjY)(a, b, want);
      expectSameBits(got, want, `${m} x ${k} x ${n}`);
    }
  });

  it("stay right when a later one makes the memory grow", () => {
    const rows = new Array<number>(6).fill(10);
    const cols = new Array<number>(6).fill(8);
    const [x, v] = [floats(32 * 60, false), floats(480, false)];
    const run = simd.blocks.bindBlockDiagonalMatMul(f32, 32, rows, cols);
    const [before, after] = [new Float32Array(32 * 48), new Float32Array(32 * 48)];
    run(x, v, before);
    const length = simd.module.workspace()!.floats.length;
    const many = Math.ceil(length / (32 * 18)) + 1;
    simd.blocks.bindBlockDiagonalMatMul(f32, 32, new Array<number>(many).fill(10), new Array<number>(many).fill(8));
    expect(simd.module.workspace()!.floats.length).toBeGreaterThan(length);
    run(x, v, after);
    expectSameBits(after, before, "after growing");
    expect(before.some((y) => y !== 0)).toBe(true);
  });

  it("run as plain code where the memory can't grow", () => {
    const space = simd.module.workspace()!;
    const reserve = vi.spyOn(space, "reserve").mockReturnValue(false);
    const [x, v] = [floats(32 * 60, false), floats(480, false)];
    const [got, want] = [new Float32Array(32 * 48), new Float32Array(32 * 48)];
    const [rows, cols] = [new Array<number>(6).fill(10), new Array<number>(6).fill(8)];
    simd.blocks.bindBlockDiagonalMatMul(f32, 32, rows, cols)(x, v, got);
    expect(reserve).toHaveBeenCalled();
    reserve.mockRestore();
    plain.blocks.bindBlockDiagonalMatMul(f32, 32, rows, cols)(x, v, want);
    expectSameBits(got, want, "without memory");
  });
});

describe("elements", () => {
  const lengths = [64, 65, 66, 67, 71, 2047, 2048, 2049, 4099, 20001];

  it.each(["Tanh", "Sigmoid"])("%s", (op) => {
    for (const n of lengths) {
      for (const wild of [false, true]) {
        const x = floats(n, wild);
        const [got, want] = [new Float32Array(n), new Float32Array(n)];
        simd.unary.bindUnary(op, "float32", n)!(x, got);
        plain.unary.bindUnary(op, "float32", n)!(x, want);
        expectSameBits(got, want, `${op} of ${n}`);
        simd.unary.bindUnary(op, "float32", n)!(x, x);
        expectSameBits(x, want, `${op} of ${n}, in place`);
      }
    }
  });

  it("TanhGrad", () => {
    for (const n of lengths) {
      for (const wild of [false, true]) {
        const [y, g] = [floats(n, wild), floats(n, wild)];
        const [got, want] = [new Float32Array(n), new Float32Array(n)];
        simd.binary.bindBinary("TanhGrad", "float32", [n], [n])!.run(y, g, got);
        plain.binary.bindBinary("TanhGrad", "float32", [n], [n])!.run(y, g, want);
        expectSameBits(got, want, `TanhGrad of ${n}`);
        simd.binary.bindBinary("TanhGrad", "float32", [n], [n])!.run(y, g, g);
        expectSameBits(g, want, `TanhGrad of ${n}, in place`);
      }
    }
  });
});
