/** Gradients of elementwise operations against central differences, in float64, for every row of the tables. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tf } from "../../../src/compat/index.js";
import { createOp } from "../../../src/graph/create_op.js";
import type { Tensor } from "../../../src/graph/tensor.js";
import { BINARY_GRADIENTS } from "../../../src/ops/math/binary_gradients.js";
import { UNARY_GRADIENTS } from "../../../src/ops/math/unary_gradients.js";

fc.configureGlobal({ seed: 20191015 });

type Range = readonly [low: number, high: number];
type Call = (...xs: Tensor[]) => Tensor;

/** Sum over the elements of f, each weighted differently. */
function weightedSum(y: Tensor): Tensor {
  const n = y.shape.num_elements()!;
  const weights = Array.from({ length: n }, (_, i) => 0.5 + ((i * 7) % 5) / 4);
  return tf.reduce_sum(tf.multiply(y, tf.constant(weights, tf.float64, y.shape.known)));
}

/** Elements spread over a range, none of them at an end. */
function spread(n: number, [low, high]: Range): number[] {
  return Array.from({ length: n }, (_, i) => low + ((high - low) * (((i * 5) % n) + 0.5)) / n);
}

const STEP = 1e-5;

/** Compares tf.gradients of f at some points with differences; `known` says which operands have a gradient. */
function checkGradients(
  f: Call,
  shapes: readonly number[][],
  ranges: readonly Range[],
  known = shapes.map(() => true),
) {
  using _ = new tf.Graph().as_default();
  const xs = shapes.map((shape) => tf.placeholder(tf.float64, shape));
  const loss = weightedSum(f(...xs));
  const grads = tf.gradients(loss, xs);
  const values = shapes.map((shape, i) =>
    spread(
      shape.reduce((a, b) => a * b, 1),
      ranges[i]!,
    ),
  );
  const session = new tf.Session();
  const feed = (of: readonly number[][]) =>
    new Map(xs.map((x, i) => [x, nested(Float64Array.from(of[i]!), shapes[i]!)]));
  grads.forEach((grad, i) => {
    expect(grad === null).toBe(!known[i]);
    if (grad === null) return;
    const got = Array.from((session.run(grad, feed(values)) as { data: ArrayLike<number> }).data);
    expect(got.length).toBe(values[i]!.length);
    got.forEach((slope, k) => {
      const at = (h: number): number =>
        Number(session.run(loss, feed(values.map((v, j) => (i === j ? v.map((x, n) => (n === k ? x + h : x)) : v)))));
      const difference = (at(STEP) - at(-STEP)) / (2 * STEP);
      expect(Math.abs(slope - difference)).toBeLessThan(1e-5 * Math.max(1, Math.abs(difference)));
    });
  });
}

/** Elements as nested lists of a shape. */
function nested(data: Float64Array, shape: readonly number[]): unknown {
  if (shape.length === 0) return data[0];
  const [n = 0, ...rest] = shape;
  const step = data.length / Math.max(n, 1);
  return Array.from({ length: n }, (_, i) => nested(data.subarray(i * step, (i + 1) * step), rest));
}

/** Where each function is smooth; nothing said means -2 .. 2. */
const DOMAINS: Readonly<Record<string, Range>> = {
  Sqrt: [0.2, 4],
  Rsqrt: [0.2, 4],
  Reciprocal: [0.3, 3],
  Inv: [0.3, 3],
  Log: [0.2, 4],
  Log1p: [-0.7, 3],
  Tan: [-1.2, 1.2],
  Asin: [-0.9, 0.9],
  Acos: [-0.9, 0.9],
  Acosh: [1.2, 4],
  Atanh: [-0.9, 0.9],
  Lgamma: [0.3, 5],
  Digamma: [0.3, 5],
  BesselI1e: [0.2, 5],
};
/** Piecewise constant, or not of numbers. */
const FLAT = new Set(["Floor", "Ceil", "Round", "Rint", "LogicalNot"]);

describe("one operand", () => {
  const names = Object.keys(UNARY_GRADIENTS).filter((type) => !FLAT.has(type));
  it.each(names)("%s", (type) => {
    checkGradients((x) => createOp(type, { x }), [[2, 5]], [DOMAINS[type] ?? [-2, 2]]);
  });
});

interface TwoOperands {
  readonly names?: readonly [string, string];
  readonly ranges?: readonly [Range, Range];
  /** The slope for the first operand is not known. */
  readonly secondOnly?: boolean;
}

const BOTH: Readonly<Record<string, TwoOperands>> = {
  Div: {
    ranges: [
      [-2, 2],
      [0.5, 3],
    ],
  },
  RealDiv: {
    ranges: [
      [-2, 2],
      [0.5, 3],
    ],
  },
  DivNoNan: {
    ranges: [
      [-2, 2],
      [0.5, 3],
    ],
  },
  Xdivy: {
    ranges: [
      [0.5, 2],
      [0.5, 3],
    ],
  },
  Xlogy: {
    ranges: [
      [0.5, 2],
      [0.5, 3],
    ],
  },
  Pow: {
    ranges: [
      [0.3, 2],
      [-2, 3],
    ],
  },
  FloorMod: {
    ranges: [
      [0.1, 0.9],
      [1, 3],
    ],
  },
  Maximum: {
    ranges: [
      [-2, -1],
      [-3, 3],
    ],
  },
  Minimum: {
    ranges: [
      [-2, -1],
      [-3, 3],
    ],
  },
  Igamma: {
    names: ["a", "x"],
    ranges: [
      [0.5, 3],
      [0.5, 3],
    ],
  },
  Igammac: {
    names: ["a", "x"],
    ranges: [
      [0.5, 3],
      [0.5, 3],
    ],
  },
  Zeta: {
    names: ["x", "q"],
    ranges: [
      [2, 4],
      [0.5, 3],
    ],
    secondOnly: true,
  },
};
/** Integer division has no slope; Polygamma's first operand must be whole; Atan2 refuses to broadcast in 1.15. */
const APART = new Set(["FloorDiv", "TruncateDiv", "Polygamma", "Atan2"]);

describe("two operands that broadcast", () => {
  const shapes = [
    [
      [2, 3],
      [2, 3],
    ],
    [[2, 3], [3]],
    [[], [2, 2]],
    [
      [2, 1, 3],
      [2, 1],
    ],
  ];
  const types = Object.keys(BINARY_GRADIENTS).filter((type) => !APART.has(type));
  it.each(types)("%s", (type) => {
    const {
      names = ["x", "y"],
      ranges = [
        [-2, 2],
        [-2, 2],
      ],
      secondOnly = false,
    } = BOTH[type] ?? {};
    for (const pair of shapes) {
      const call: Call = (x, y) => createOp(type, { [names[0]]: x, [names[1]]: y });
      checkGradients(call, pair, ranges, [!secondOnly, true]);
    }
  });

  it("Atan2 without broadcasting", () => {
    checkGradients(
      (y, x) => tf.atan2(y, x),
      [
        [2, 3],
        [2, 3],
      ],
      [
        [0.5, 2],
        [0.5, 2],
      ],
    );
  });

  it("Polygamma's second operand", () => {
    const one = (x: Tensor) => tf.math.polygamma(tf.constant(1, tf.float64), x);
    checkGradients(one, [[4]], [[0.5, 4]]);
  });
});

describe("broadcasting", () => {
  const dim = fc.constantFrom(1, 2, 3);
  const pair = fc
    .array(dim, { maxLength: 4 })
    .chain((shape) =>
      fc.tuple(
        fc.constant(shape),
        fc.tuple(fc.nat({ max: shape.length }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 })),
      ),
    );

  it("gives each operand a gradient of its own shape, whether shapes are known or not", () => {
    fc.assert(
      fc.property(pair, fc.boolean(), ([shape, [skip, ones]], isKnown) => {
        const other = shape.slice(skip).map((d, i) => (ones[i] ? 1 : d));
        using _ = new tf.Graph().as_default();
        const shapes = [shape, other];
        const xs = shapes.map((s) => tf.placeholder(tf.float32, isKnown ? s : s.map(() => null)));
        const y = tf.multiply(xs[0]!, xs[1]!);
        const grads = tf.gradients(y, xs) as Tensor[];
        const feed = new Map(xs.map((x, i) => [x, nested(new Float64Array(sizeOf(shapes[i]!)).fill(2), shapes[i]!)]));
        const got = new tf.Session().run(grads, feed) as { shape: readonly number[]; data: ArrayLike<number> }[];
        got.forEach((g, i) => {
          expect(g.shape).toEqual(shapes[i]);
          // Every element of the result has slope 2 for both operands.
          const repeated = (2 * sizeOf(shape)) / Math.max(1, sizeOf(shapes[i]!));
          expect(Array.from(g.data)).toEqual(new Array(sizeOf(shapes[i]!)).fill(repeated));
        });
      }),
      { numRuns: 60 },
    );
  });
});

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}
