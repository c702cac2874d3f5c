/**
 * Branches and loops: what a plan runs, how often, and what gradients come back. Texts of errors are TensorFlow 1.15.5's.
 */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { py, tf } from "../../src/compat/index.js";

beforeEach(() => tf.reset_default_graph());
const num = (x: unknown): number => Number(x);

describe("tf.cond", () => {
  it("runs the taken branch only", () => {
    const taken = tf.Variable(0, { name: "taken" });
    const other = tf.Variable(0, { name: "other" });
    const pred = tf.placeholder(tf.bool, []);
    const both = tf.cond(
      pred,
      () => tf.identity(tf.assign_add(taken, 1)),
      () => tf.identity(tf.assign_add(other, 1)),
    );
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    for (const flag of [true, true, false, true]) sess.run(both, { feed_dict: [[pred, flag]] });
    expect([num(sess.run(taken)), num(sess.run(other))]).toEqual([3, 1]);
  });

  it("nothing of a branch can be fetched", () => {
    const inside: ReturnType<typeof tf.constant>[] = [];
    const x = tf.constant(py.float(2));
    const pred = tf.placeholder(tf.bool, []);
    tf.cond(
      pred,
      () => {
        inside.push(x.mul(3));
        return inside[0]!;
      },
      () => x,
    );
    expect(() => tf.Session().run(inside[0]!, { feed_dict: [[pred, false]] })).toThrow(
      "Operation 'cond/mul' has been marked as not fetchable.",
    );
  });

  it.each<[string, () => unknown, string]>([
    [
      "a Python bool",
      () =>
        tf.cond(
          true as never,
          () => tf.constant(1),
          () => tf.constant(2),
        ),
      "pred must not be a Python bool",
    ],
    [
      "types that differ",
      () =>
        tf.cond(
          tf.placeholder(tf.bool, []),
          () => tf.constant(1),
          () => tf.constant(0.5),
        ),
      "Outputs of true_fn and false_fn must have the same type: int32, float32",
    ],
    [
      "structures that differ",
      () =>
        tf.cond(
          tf.placeholder(tf.bool, []),
          () => [tf.constant(1)],
          () => [tf.constant(2), tf.constant(3)] as never,
        ),
      "The two structures don't have the same nested structure.",
    ],
  ])("%s is an error", (_, build, text) => expect(build).toThrow(text));
});

describe("tf.while_loop", () => {
  it("runs as often as the condition says, not at all too", () => {
    const n = tf.placeholder(tf.int32, []);
    const [, total] = tf.while_loop(
      (i, _s) => i.lt(n),
      (i, s) => py.tuple([i.add(1), s.add(i)]),
      [tf.constant(0), tf.constant(0)],
    );
    const sess = tf.Session();
    expect([0, 1, 10, 1000].map((k) => num(sess.run(total, { feed_dict: [[n, k]] })))).toEqual([0, 0, 45, 499500]);
  });

  it("a loop in a loop, a condition in both", () => {
    // Pairs i < j with i + j even, for 0 <= i, j < 6: three among the even numbers, three among the odd.
    const [, pairs] = tf.while_loop(
      (i, _n) => i.lt(6),
      (i, n) => {
        const [, more] = tf.while_loop(
          (j, _m) => j.lt(6),
          (j, m) =>
            py.tuple([
              j.add(1),
              tf.cond(
                tf.equal(tf.mod(i.add(j), 2), 0),
                () => m.add(1),
                () => m,
              ),
            ]),
          [i.add(1), n],
        );
        return py.tuple([i.add(1), more]);
      },
      [tf.constant(0), tf.constant(0)],
    );
    expect(num(tf.Session().run(pairs))).toBe(6);
  });

  it("gradients are those of the steps written out", () => {
    // x -> a*x + x*x, k times; the derivative by a and by the start, by the chain rule in float64.
    const one = fc.double({ min: -0.9, max: 0.9, noNaN: true });
    const a = tf.placeholder(tf.float64, []);
    const x0 = tf.placeholder(tf.float64, []);
    const k = tf.placeholder(tf.int32, []);
    const [, x] = tf.while_loop(
      (i, _x) => i.lt(k),
      (i, x) => py.tuple([i.add(1), x.mul(a).add(tf.square(x))]),
      [tf.constant(0), x0],
    );
    const gradients = tf.gradients(x, [a, x0]);
    const sess = tf.Session();
    fc.assert(
      fc.property(one, one, fc.integer({ min: 0, max: 6 }), (av, xv, steps) => {
        let [x, da, dx] = [xv, 0, 1];
        for (let i = 0; i < steps; i++) [x, da, dx] = [av * x + x * x, x + (av + 2 * x) * da, (av + 2 * x) * dx];
        const feed_dict: [typeof a, number][] = [
          [a, av],
          [x0, xv],
          [k, steps],
        ];
        const [ga, gx] = sess.run([gradients[0]!, gradients[1]!], { feed_dict });
        expect(num(ga)).toBeCloseTo(da, 9);
        expect(num(gx)).toBeCloseTo(dx, 9);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it.each<[string, () => unknown, string]>([
    [
      "a shape that changes",
      () =>
        tf.while_loop(
          (i, _a) => i.lt(3),
          (i, a) => py.tuple([i.add(1), tf.concat([a, a], 0)]),
          [tf.constant(0), tf.ones([1])],
        ),
      "enters the loop with shape (1,), but has shape (2,) after one iteration. To allow the shape to vary across iterations, use the " +
        "`shape_invariants` argument of tf.while_loop to specify a less-specific shape.",
    ],
    [
      "a condition that is no bool",
      () =>
        tf.while_loop(
          (i) => i,
          (i) => [i.add(1)],
          [tf.constant(0)],
        ),
      "Input 'input' of 'LoopCond' Op has type int32 that does not match expected type of bool.",
    ],
    [
      "a second derivative",
      () => {
        const v = tf.constant(1.5);
        const [, y] = tf.while_loop(
          (i, _a) => i.lt(3),
          (i, a) => py.tuple([i.add(1), a.mul(v)]),
          [tf.constant(0), tf.constant(py.float(1))],
        );
        return tf.gradients(tf.gradients(y, v)[0]!, v);
      },
      "Second-order gradient for while loops not supported.",
    ],
  ])("%s is an error", (_, build, text) => expect(build).toThrow(text));
});

describe("functions over rows", () => {
  it("scan, map_fn and folds keep the order of the rows", () => {
    const rows = tf.constant([1, 2, 3, 4]);
    const sess = tf.Session();
    expect(sess.run(tf.scan((acc, x) => acc.mul(10).add(x), rows)).tolist()).toEqual([1, 12, 123, 1234]);
    expect(sess.run(tf.map_fn((x) => x.mul(x), rows)).tolist()).toEqual([1, 4, 9, 16]);
    expect(num(sess.run(tf.foldl((acc, x) => acc.mul(10).add(x), rows)))).toBe(1234);
    expect(num(sess.run(tf.foldr((acc, x) => acc.mul(10).add(x), rows)))).toBe(4321);
  });

  it("a TensorArray hands each row back as written, and its gradient to the row it came from", () => {
    const x = tf.constant([0.5, 1.5, 2.5]);
    const array = tf.TensorArray(tf.float32, { size: 3 }).unstack(x);
    const y = array.read(2).mul(4).add(array.read(0));
    const [value, gradient] = tf.Session().run([y, tf.gradients(y, x)[0]!] as const);
    expect(num(value)).toBe(10.5);
    expect((gradient as { tolist(): unknown }).tolist()).toEqual([1, 0, 4]);
  });
});
