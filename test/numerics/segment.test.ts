/** Segments of element types whose zero is no plain number. Expected: TensorFlow 1.15.5. */
import { expect, it } from "vitest";
import { np, tf } from "../../src/compat/index.js";

const rows = np.array(
  [
    [5, -3],
    [2, 7],
    [-9, 4],
    [1, 1],
  ],
  { dtype: np.int64 },
);
const ids = [0, 0, 2, 2];

it.each<[string, typeof tf.segment_sum, string, unknown]>([
  [
    "sum of int64",
    tf.segment_sum,
    "int64",
    [
      [7, 4],
      [0, 0],
      [-8, 5],
    ],
  ],
  [
    "least of int64",
    tf.segment_min,
    "int64",
    [
      [2, -3],
      [0, 0],
      [-9, 1],
    ],
  ],
  [
    "product of int64",
    tf.segment_prod,
    "int64",
    [
      [10, -21],
      [1, 1],
      [-9, 4],
    ],
  ],
])("%s", (_, f, dtype, want) => {
  expect(
    tf
      .Session()
      .run(f(rows.astype(dtype), ids))
      .tolist(),
  ).toEqual(want);
});

it("product of complex64", () => {
  const product = tf.segment_prod(rows.astype("complex64"), ids);
  const [re, im] = tf.Session().run([tf.real(product), tf.imag(product)]);
  expect([re!.tolist(), im!.tolist()]).toEqual([
    [
      [10, -21],
      [1, 1],
      [-9, 4],
    ],
    [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  ]);
});
