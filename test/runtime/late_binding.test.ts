/**
 * Nodes whose shapes only a run tells: what they pass on stays whole until its last reader.
 */
import { describe, expect, it } from "vitest";
import { tf } from "../../src/compat/index.js";

describe("late binding", () => {
  it("keeps the buffer that a late alias passes on", () => {
    tf.reset_default_graph();
    const x = tf.placeholder(tf.float32, [2, 2]);
    const shape = tf.placeholder(tf.int32, [1]);
    const late = tf.reshape(tf.multiply(x, 2), shape);
    const other = tf.multiply(x, 3);
    const fetches = [tf.add(late, 1), other, tf.multiply(other, 2)];
    const [sum] = tf.Session().run(fetches, [
      [
        x,
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [shape, [4]],
    ]);
    expect([...(sum!.tolist() as number[])]).toEqual([3, 5, 7, 9]);
  });
});
