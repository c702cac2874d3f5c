/**
 * tf.raw_ops: any op type by the names of its definition. Texts are TensorFlow 1.15.5's.
 */
import { beforeEach, describe, expect, it } from "vitest";
import { py, tf } from "../../src/compat/index.js";

beforeEach(() => tf.reset_default_graph());
const { raw_ops } = tf;

describe("tf.raw_ops", () => {
  it.each<[string, () => unknown, string]>([
    ["one output", () => raw_ops["Add"]!({ x: 1.5, y: 2.5 }), "<tf.Tensor 'Add:0' shape=() dtype=float32>"],
    [
      "several outputs, by name",
      () => raw_ops["Unique"]!({ x: [1, 2, 1] }),
      "Unique(y=<tf.Tensor 'Unique:0' shape=(?,) dtype=int32>, idx=<tf.Tensor 'Unique:1' shape=(3,) dtype=int32>)",
    ],
    [
      "a list of outputs, an argument that Python calls otherwise",
      () => raw_ops["Split"]!({ axis: 0, value: [1, 2, 3, 4], num_split: 2 }),
      "[<tf.Tensor 'Split:0' shape=(2,) dtype=int32>, <tf.Tensor 'Split:1' shape=(2,) dtype=int32>]",
    ],
    [
      "attributes and a name",
      () => raw_ops["MatMul"]!({ a: [[1.5]], b: [[2.5]], transpose_a: true, name: "mm" }),
      "<tf.Tensor 'mm:0' shape=(1, 1) dtype=float32>",
    ],
  ])("%s", (_, make, text) => expect(py.repr(make())).toBe(text));

  it.each<[string, () => unknown, string]>([
    ["a missing input", () => raw_ops["Add"]!({ x: 1.5 }), "Add() missing 1 required positional argument: 'y'"],
    [
      "an unknown keyword",
      () => raw_ops["Add"]!({ x: 1.5, y: 2.5, z: 3 }),
      "Add() got an unexpected keyword argument 'z'",
    ],
    [
      "positional arguments",
      () => (raw_ops["Add"] as (...args: unknown[]) => unknown)(1, 2),
      "Add only takes keyword args (possible keys: ['x', 'y', 'name']). Please pass these args as kwargs instead.",
    ],
    [
      "no such op type",
      () => raw_ops["Nope"]!({ x: 1 }),
      "module 'tensorflow._api.v1.raw_ops' has no attribute 'Nope'",
    ],
    [
      "no array for a constant",
      () => raw_ops["Const"]!({ value: 1, dtype: tf.int32 }),
      "Don't know how to convert 1 to a TensorProto for argument 'value'.",
    ],
  ])("%s is an error", (_, make, text) => expect(make).toThrow(text));

  it("gives what the public function gives, in a run and as a gradient", () => {
    const x = tf.constant([[0.5, -1.5]]);
    const y = raw_ops["LeakyRelu"]!({ features: x, alpha: 0.25 });
    if (!(y instanceof tf.Tensor)) throw new Error("one output");
    const sess = tf.Session();
    expect(sess.run(y).tolist()).toEqual([[0.5, -0.375]]);
    expect(sess.run(tf.gradients(y, x)[0]!)).toMatchObject({ shape: [1, 2] });
    expect((sess.run(tf.gradients(y, x)[0]!) as { tolist(): unknown }).tolist()).toEqual([[1, 0.25]]);
  });
});
