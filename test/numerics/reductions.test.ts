/** Reductions, segments, scatters, softmax: recorded bits of TensorFlow, integers, empty arrays, errors, gradients. */
import { describe, expect, it } from "vitest";
import { dtypeOf } from "../../src/np/dtype.js";
import { bindArg } from "../../src/numerics/reductions/arg.js";
import { bindReduce } from "../../src/numerics/reductions/reduce.js";
import { bindScan } from "../../src/numerics/reductions/scan.js";
import { bindGatherGradient, bindScatter } from "../../src/numerics/reductions/scatter.js";
import {
  bindSegment,
  bindSparseSegment,
  bindUnsortedSegment,
  segmentCount,
} from "../../src/numerics/reductions/segment.js";
import {
  bindSoftmax,
  bindSoftmaxCrossEntropy,
  bindSparseSoftmaxCrossEntropy,
} from "../../src/numerics/reductions/softmax.js";
import { bindAddN, bindBiasAdd, bindBiasAddGrad } from "../../src/numerics/reductions/sums.js";
import type { HashedDocument } from "../../tools/goldens/kinds/numerics/hashed.js";
import { replayReductions } from "../../tools/goldens/kinds/numerics/reductions.js";
import { readGolden } from "../../tools/goldens/kinds/numerics.js";

const f32 = dtypeOf("float32");
const f64 = dtypeOf("float64");
const i32 = dtypeOf("int32");
const i64 = dtypeOf("int64");

describe("recorded reductions", () => {
  for (const family of replayReductions(readGolden("test/goldens/numerics", "reductions") as HashedDocument, null)) {
    it(family.name, () => {
      expect(family.failures).toEqual([]);
      expect(family.passed).toBeGreaterThan(0);
    });
  }
});

describe("bindReduce", () => {
  const shape = [2, 3, 1, 4, 5];
  const data = Int32Array.from({ length: 120 }, (_, i) => ((i * 37) % 41) - 20);
  /** By the definition: every element goes to the result its kept coordinates name. */
  const byDefinition = (axes: number[], f: (a: number, b: number) => number): number[] => {
    const out = new Map<number, number>();
    for (let i = 0; i < data.length; i++) {
      let [rest, at, step] = [i, 0, 1];
      for (let d = shape.length - 1; d >= 0; d--) {
        const n = shape[d]!;
        if (!axes.includes(d)) {
          at += (rest % n) * step;
          step *= n;
        }
        rest = Math.floor(rest / n);
      }
      const before = out.get(at);
      out.set(at, before === undefined ? data[i]! : f(before, data[i]!));
    }
    return [...out].sort((a, b) => a[0] - b[0]).map(([, v]) => v);
  };
  const subsets = Array.from({ length: 32 }, (_, bits) => [0, 1, 2, 3, 4].filter((d) => bits & (1 << d)));
  for (const [name, f] of [
    ["Sum", (a: number, b: number) => a + b],
    ["Prod", (a: number, b: number) => Math.imul(a, b)],
    ["Max", Math.max],
    ["Min", Math.min],
  ] as const) {
    it(`${name} of integers and doubles over every set of axes`, () => {
      for (const axes of subsets) {
        const want = byDefinition(axes, f);
        for (const [dtype, x] of [[i32, data] as const, [i64, BigInt64Array.from(data, BigInt)] as const]) {
          const bound = bindReduce(name, dtype, shape, axes);
          expect(bound.shape).toEqual(shape.filter((_, d) => !axes.includes(d)));
          const out = dtype.make(want.length) as Int32Array;
          bound.run(x, out);
          if (name !== "Prod" || dtype === i32) expect(Array.from(out, Number)).toEqual(want);
        }
        if (name === "Prod") continue;
        const out = new Float64Array(want.length);
        bindReduce(name, f64, shape, axes).run(Float64Array.from(data), out);
        expect([...out]).toEqual(want);
      }
    });
  }

  it("divides integer means towards zero", () => {
    const out = new Int32Array(2);
    bindReduce("Mean", i32, [2, 2], [1]).run(Int32Array.of(-3, 0, 3, 4), out);
    expect([...out]).toEqual([-1, 3]);
  });

  it("reduces nothing to the start value", () => {
    const run = (op: "Sum" | "Prod" | "Max" | "Mean"): number => {
      const out = new Float32Array(1).fill(5);
      bindReduce(op, f32, [0], [0]).run(new Float32Array(0), out);
      return out[0]!;
    };
    expect([run("Sum"), run("Prod"), run("Max"), run("Mean")]).toEqual([0, 1, -Infinity, NaN]);
  });

  it("lets nan lose", () => {
    const out = new Float32Array(1);
    bindReduce("Max", f32, [3], [0]).run(Float32Array.of(1, NaN, 2), out);
    expect(out[0]).toBe(2);
  });

  it("takes all and any along an axis", () => {
    const x = Uint8Array.of(1, 1, 0, 1, 0, 0);
    const out = new Uint8Array(2);
    bindReduce("All", dtypeOf("bool"), [2, 3], [1]).run(x, out);
    expect([...out]).toEqual([0, 0]);
    const columns = new Uint8Array(3);
    bindReduce("Any", dtypeOf("bool"), [2, 3], [0]).run(x, columns);
    expect([...columns]).toEqual([1, 1, 0]);
  });

  it("takes the Euclidean norm", () => {
    const out = new Float64Array(2);
    bindReduce("EuclideanNorm", f64, [2, 2], [1]).run(Float64Array.of(3, 4, -5, 12), out);
    expect([...out]).toEqual([5, 13]);
  });
});

describe("along an axis", () => {
  it("finds the first extreme, nan never", () => {
    const out = new Int32Array(2);
    bindArg("ArgMax", f32, [2, 4], 1)(Float32Array.of(NaN, 2, 7, 7, -1, -1, -3, NaN), out);
    expect([...out]).toEqual([2, 0]);
    const big = new BigInt64Array(1);
    bindArg("ArgMin", i64, [3], 0)(BigInt64Array.of(4n, -9n, -9n), big);
    expect([...big]).toEqual([1n]);
  });

  it("scans in both directions, with and without the element itself", () => {
    const scan = (exclusive: boolean, reverse: boolean): number[] => {
      const out = new Int32Array(3);
      bindScan("Cumsum", i32, [3], 0, exclusive, reverse)(Int32Array.of(1, 2, 4), out);
      return [...out];
    };
    expect(scan(false, false)).toEqual([1, 3, 7]);
    expect(scan(true, false)).toEqual([0, 1, 3]);
    expect(scan(false, true)).toEqual([7, 6, 4]);
    expect(scan(true, true)).toEqual([6, 4, 0]);
  });
});

describe("sums of arrays", () => {
  it("adds integers of any count", () => {
    for (const count of [1, 2, 3, 9, 18]) {
      const out = new BigInt64Array(1);
      bindAddN(
        i64,
        count,
        1,
      )(
        Array.from({ length: count }, (_, i) => BigInt64Array.of(BigInt(i))),
        out,
      );
      expect(out[0]).toBe(BigInt((count * (count - 1)) / 2));
    }
  });

  it("adds a bias along the channels, and sums over the rest", () => {
    const x = Float32Array.from({ length: 12 }, (_, i) => i);
    const bias = Float32Array.of(100, 200);
    const out = new Float32Array(12);
    bindBiasAdd(f32, [3, 2, 2])(x, bias, out);
    expect([...out.subarray(0, 3)]).toEqual([100, 201, 102]);
    bindBiasAdd(f32, [3, 2, 2], "NCHW")(x, bias, out);
    expect([...out.subarray(0, 3)]).toEqual([100, 101, 202]);
    const sums = new Float32Array(2);
    bindBiasAddGrad(f32, [3, 2, 2])(x, sums);
    expect([...sums]).toEqual([30, 36]);
    bindBiasAddGrad(f32, [3, 2, 2], "NCHW")(x, sums);
    expect([...sums]).toEqual([27, 39]);
  });
});

describe("segments and scatters", () => {
  const x = Float32Array.of(1, 2, 3, 4, 5, 6);

  it("leaves gaps at 0, for products at 1", () => {
    const ids = Int32Array.of(0, 0, 3);
    expect(segmentCount(ids)).toBe(4);
    const run = (op: "Sum" | "Prod" | "Mean"): number[] => {
      const out = new Float32Array(8).fill(9);
      bindSegment(op, f32, 2)(x, ids, out);
      return [...out];
    };
    expect(run("Sum")).toEqual([4, 6, 0, 0, 0, 0, 5, 6]);
    expect(run("Prod")).toEqual([3, 8, 1, 1, 1, 1, 5, 6]);
    expect(run("Mean")).toEqual([2, 3, 0, 0, 0, 0, 5, 6]);
  });

  it("starts unsorted extremes from the lowest value and drops negative ids", () => {
    const out = new Float32Array(2);
    bindUnsortedSegment("Max", f32, 1, 2, [3])(x, Int32Array.of(0, -1, 0), out);
    expect([...out]).toEqual([3, -3.4028234663852886e38]);
  });

  it("refuses bad ids in the kernels' words", () => {
    const out = new Float32Array(8);
    const sorted = (ids: number[]) => () => bindSegment("Sum", f32, 1)(x, Int32Array.from(ids), out);
    expect(sorted([0, 2, 1])).toThrow("segment ids are not increasing");
    const unsorted = bindUnsortedSegment("Sum", f32, 1, 3, [3]);
    expect(() => unsorted(x, Int32Array.of(0, 1, 5), out)).toThrow("segment_ids[2] = 5 is out of range [0, 3)");
    const sparse = bindSparseSegment("Sum", f32, 3, 1);
    expect(() => sparse(x, Int32Array.of(0, 7), Int32Array.of(0, 0), out)).toThrow(
      "Bad: indices[1] == 7 out of range [0, 3)",
    );
    const scatter = bindScatter("add", f32, 5, 1, [1]);
    expect(() => scatter(out, Int32Array.of(7), x)).toThrow("indices[0] = 7 is not in [0, 5)");
    const matrix = bindScatter("add", f32, 3, 1, [2, 1]);
    expect(() => matrix(out, Int32Array.of(0, 7), x)).toThrow("indices[1,0] = 7 is not in [0, 3)");
  });

  it("scatters one value everywhere", () => {
    const target = Int32Array.of(1, 2, 3, 4);
    bindScatter("mul", i32, 2, 2, [2], true)(target, Int32Array.of(1, 1), Int32Array.of(10));
    expect([...target]).toEqual([1, 2, 300, 400]);
  });

  it("adds gradients of repeated rows", () => {
    const out = new Float32Array(4).fill(9);
    bindGatherGradient(f32, 2, 2, [3])(x, BigInt64Array.of(1n, 1n, 1n), out);
    expect([...out]).toEqual([0, 0, 9, 12]);
  });
});

describe("softmax", () => {
  const [rows, classes] = [5, 7];
  const logits = Float64Array.from({ length: 35 }, (_, i) => Math.sin(i * 1.7) * 4);

  it("gives distributions", () => {
    const out = new Float64Array(35);
    bindSoftmax(f64, rows, classes)(logits, out);
    for (let i = 0; i < rows; i++) {
      expect(out.subarray(i * classes, (i + 1) * classes).reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    }
  });

  it("has the gradients that differences give", () => {
    const soft = new Float64Array(35);
    bindSoftmax(
      f64,
      rows,
      classes,
    )(
      logits.map((v) => -v),
      soft,
    );
    const labels = Int32Array.of(0, 6, 3, 3, 1);
    const dense = bindSoftmaxCrossEntropy(f64, rows, classes);
    const sparse = bindSparseSoftmaxCrossEntropy(f64, rows, classes);
    for (const run of [
      (x: Float64Array, loss: Float64Array, g: Float64Array) => dense(x, soft, loss, g),
      (x: Float64Array, loss: Float64Array, g: Float64Array) => sparse(x, labels, loss, g),
    ]) {
      const [loss, gradient, spare] = [new Float64Array(rows), new Float64Array(35), new Float64Array(35)];
      run(logits, loss, gradient);
      for (let i = 0; i < logits.length; i++) {
        const total = (h: number): number => {
          const moved = logits.slice();
          moved[i]! += h;
          run(moved, loss, spare);
          return loss.reduce((a, b) => a + b);
        };
        expect(gradient[i]).toBeCloseTo((total(1e-5) - total(-1e-5)) / 2e-5, 7);
      }
    }
  });

  it("refuses a label that is no class", () => {
    const run = bindSparseSoftmaxCrossEntropy(f32, 2, 3);
    const spare = new Float32Array(6);
    expect(() => run(spare, Int32Array.of(0, 7), new Float32Array(2), new Float32Array(6))).toThrow(
      "Received a label value of 7 which is outside the valid range of [0, 3).  Label values: 0 7",
    );
  });
});
