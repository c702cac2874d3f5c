// The mask snippets as people paste them: an int mask against a float weight.
// Port of seed_mask_dtype_error.py.
import { print, tf } from "tf1-compat";

tf.set_random_seed(0);

const mask = tf.Variable(
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  { name: "mask", trainable: false },
);
const weight = tf.cast(tf.Variable(tf.random_normal([3, 3])), tf.float32);
try {
  tf.matmul(weight, mask);
} catch (e) {
  print(`${(e as Error).name}:`, (e as Error).message);
}
try {
  weight.mul(mask);
} catch (e) {
  print(`${(e as Error).name}:`, (e as Error).message);
}
const desired_tensor = tf.matmul(weight, tf.cast(mask, tf.float32));
const where_tensor = tf.where(mask.gt(0), tf.ones_like(weight), weight);

const sparse = tf.SparseTensor({
  indices: [
    [0, 0],
    [1, 2],
  ],
  values: [1, 2],
  dense_shape: [3, 4],
});
tf.with(tf.Session(), (sess) => {
  try {
    sess.run(desired_tensor);
  } catch (e) {
    if (!(e instanceof tf.errors.FailedPreconditionError)) throw e;
    print("FailedPreconditionError", e.message.split("\n")[0]);
  }
  sess.run(tf.global_variables_initializer());
  print(sess.run(weight));
  print(sess.run(desired_tensor));
  print(sess.run(where_tensor));
  print(sess.run(tf.sparse_tensor_to_dense(sparse)));
});
print(mask);
print(weight);
print(sparse);
