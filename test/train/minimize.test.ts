import { beforeEach, describe, expect, it } from "vitest";
import { tf } from "../../src/compat/index.js";

// The texts are TensorFlow 1.15.5's (python/training/optimizer.py: compute_gradients, apply_gradients).
describe("minimizing what cannot be minimized", () => {
  beforeEach(() => tf.reset_default_graph());

  it("refuses a loss that depends on no variable, as the original does", () => {
    tf.Variable(tf.zeros([2]), { name: "w" });
    const loss = tf.reduce_sum(tf.ones([2]), { name: "loss" });
    expect(() => tf.train.GradientDescentOptimizer(0.1).minimize(loss)).toThrow(
      `No gradients provided for any variable, check your graph for ops that do not support gradients, between variables ["<tf.Variable 'w:0' shape=(2,) dtype=float32_ref>"] and loss Tensor("loss:0", shape=(), dtype=float32).`,
    );
  });

  it("refuses a graph without variables", () => {
    const loss = tf.reduce_sum(tf.ones([2]));
    expect(() => tf.train.AdamOptimizer().minimize(loss)).toThrow("No variables to optimize.");
  });

  it("gives a list of gradients with None for variables that the loss does not reach", () => {
    const used = tf.Variable(tf.ones([2]), { name: "used" });
    tf.Variable(tf.ones([2]), { name: "unused" });
    const gvs = tf.train.GradientDescentOptimizer(0.1).compute_gradients(tf.reduce_sum(tf.square(used)));
    expect(gvs.map(([g, v]) => [v.name, g === null])).toEqual([
      ["used:0", false],
      ["unused:0", true],
    ]);
  });
});
