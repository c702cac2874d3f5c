/**
 * Properties of every differentiable op type: its gradient is the slope that central differences in float64 show; static
 * shapes hold what a run gives; a placeholder gives what a constant gives.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { np, tf } from "../../src/compat/index.js";
import { opDefOf } from "../../src/graph/op_def.js";
import { recordOf, registeredTypes } from "../../src/graph/registry.js";
import { BINARY_GRADIENTS } from "../../src/ops/math/binary_gradients.js";
import { UNARY_GRADIENTS } from "../../src/ops/math/unary_gradients.js";
import { EXEMPT, type Sizes, TRIES, type Try } from "./operations.js";

const SEED = 1515;
const RUNS = 4;
const STEP = 1e-5;

type Shape = readonly number[];
type Input = { readonly name: string; readonly shapes: readonly Shape[]; readonly isList: boolean };

function inputsOf(t: Try): Input[] {
  return Object.entries(t.x).map(([name, shape]) => {
    const isList = shape.length > 0 && Array.isArray(shape[0]);
    return { name, shapes: (isList ? shape : [shape]) as Shape[], isList };
  });
}

/** Distinct numbers all over the range, in an order that the seed says. */
function draw(count: number, [low, high]: readonly [number, number], random: { rand(): unknown }): number[] {
  const slots = Array.from({ length: count }, (_, i) => ({ at: Number(random.rand()), i })).sort((a, b) => a.at - b.at);
  return slots.map(({ i }) => low + ((high - low) * (i + 0.25 + 0.5 * Number(random.rand()))) / count);
}

const sizeOf = (s: Shape): number => s.reduce((a, b) => a * b, 1);

interface Built {
  readonly outputs: readonly tf.Tensor[];
  readonly loss: tf.Tensor;
}

function isTensor(x: unknown): x is tf.Tensor {
  return x instanceof tf.Tensor;
}

/** The op on given tensors, and a weighted sum of all that it gives. */
function build(type: string, t: Try, tensors: readonly tf.Tensor[]): Built {
  const keywords: Record<string, unknown> = { ...t.fixed };
  let next = 0;
  for (const { name, shapes, isList } of inputsOf(t)) {
    const mine = shapes.map(() => {
      const x = tensors[next++]!;
      return t.prepare?.[name]?.(x) ?? x;
    });
    keywords[name] = isList ? mine : mine[0];
  }
  const result = tf.raw_ops[type]!(keywords);
  const wanted = t.outputs && !isTensor(result) ? t.outputs.map((o) => Reflect.get(result, o)) : [result].flat();
  const all = wanted.flatMap((x) => (isTensor(x) ? [x] : Object.values(x as object))).flat();
  const outputs = all.filter(isTensor).filter((y) => y.dtype.is_floating);
  const sums = outputs.map((y, k) => {
    const n = tf.size(y);
    const weights = tf
      .cast(tf.floormod(tf.range(n).mul(7).add(k), 5), y.dtype)
      .mul(0.25)
      .add(0.5);
    return tf.reduce_sum(tf.reshape(y, [-1]).mul(weights));
  });
  return { outputs, loss: tf.add_n(sums) };
}

function check(type: string, sizes: Sizes, seed: number): void {
  using _ = new tf.Graph().as_default();
  const t = TRIES[type]!(sizes);
  const dtype = t.isFloat32 ? tf.float32 : tf.float64;
  const inputs = inputsOf(t);
  const shapes = inputs.flatMap((i) => i.shapes);
  const random = np.random.RandomState(seed);
  const values = shapes.map((s) => draw(sizeOf(s), t.range ?? [-2, 2], random));
  const directions = shapes.map((s) => draw(sizeOf(s), [-1, 1], random));
  const arrays = (h: number) =>
    values.map((v, i) =>
      np
        .array(v.map((x, k) => x + h * directions[i]![k]!))
        .reshape(shapes[i]!)
        .astype(dtype.name),
    );

  const places = shapes.map((s) => tf.placeholder(dtype, s));
  const fed = build(type, t, places);
  const sess = tf.Session();
  const at = (h: number): [tf.Tensor, ReturnType<typeof np.array>][] => {
    const given = arrays(h);
    return places.map((p, i) => [p, given[i]!]);
  };
  const results = sess.run([...fed.outputs], { feed_dict: at(0) });

  // Static shapes hold what comes out.
  fed.outputs.forEach((y, i) => {
    const shape = [...results[i]!.shape];
    expect(y.shape.is_compatible_with(shape), `static shape ${y.shape} of a result of shape [${shape}]`).toBe(true);
  });
  // A shape that only the run knows gives the same.
  const open = shapes.map((s) =>
    tf.placeholder(
      dtype,
      s.map(() => null),
    ),
  );
  if (!t.prepare) {
    const late = build(type, t, open);
    const given = arrays(0);
    const again = sess.run([...late.outputs], { feed_dict: open.map((p, i) => [p, given[i]!] as const) });
    again.forEach((r, i) => {
      expect(r.tolist()).toEqual(results[i]!.tolist());
    });
  }
  // A constant gives what a placeholder gives.
  const fixed = build(
    type,
    t,
    arrays(0).map((a) => tf.constant(a)),
  );
  sess.run([...fixed.outputs]).forEach((r, i) => {
    expect(r.tolist()).toEqual(results[i]!.tolist());
  });

  const gradients = tf.gradients(fed.loss, places);
  const names = inputs.flatMap((i) => i.shapes.map(() => i.name));
  let slope = 0;
  gradients.forEach((g, i) => {
    const without = t.without?.includes(names[i]!) === true;
    expect(g === null, `gradient of ${names[i]}`).toBe(without);
    if (g === null) return;
    const got = sess.run(tf.convert_to_tensor(g), { feed_dict: at(0) }) as {
      ravel(): { tolist(): number[] };
      shape: Shape;
    };
    expect([...got.shape]).toEqual([...shapes[i]!]);
    got
      .ravel()
      .tolist()
      .forEach((d, k) => {
        slope += d * directions[i]![k]!;
      });
  });
  const step = t.isFloat32 ? 1e-2 : STEP;
  const moved = (h: number): number => {
    const given = at(h).map(
      ([p, a], i) => [p, t.without?.includes(names[i]!) ? arrays(0)[i]! : a] as [tf.Tensor, typeof a],
    );
    return Number(sess.run(fed.loss, { feed_dict: given }));
  };
  const difference = (moved(step) - moved(-step)) / (2 * step);
  const tolerance = t.isFloat32 ? 2e-2 : 2e-6;
  expect(Math.abs(slope - difference)).toBeLessThan(tolerance * Math.max(1, Math.abs(difference)));
}

const size = fc.integer({ min: 1, max: 3 });

describe("differentiable op types", () => {
  const differentiable = registeredTypes().filter((type) => typeof recordOf(type)!.grad === "function");
  const inTables = new Set([...Object.keys(UNARY_GRADIENTS), ...Object.keys(BINARY_GRADIENTS)]);

  it("each has a try, a row of the elementwise tables, or a reason why not", () => {
    expect(differentiable.filter((t) => !(t in TRIES) && !(t in EXEMPT) && !inTables.has(t))).toEqual([]);
    expect([...Object.keys(TRIES), ...Object.keys(EXEMPT)].filter((t) => !differentiable.includes(t))).toEqual([]);
    expect(Object.keys(EXEMPT).filter((t) => t in TRIES)).toEqual([]);
  });

  it.each(Object.keys(TRIES))("%s", (type) => {
    expect(opDefOf(type)).not.toBeNull();
    fc.assert(
      fc.property(size, size, size, fc.integer({ min: 0, max: 999 }), (p, q, r, seed) =>
        check(type, { p, q, r }, seed),
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
