import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(0);

const sp = tf.sparse_placeholder(tf.float32, { name: "sp" });
const fixed = tf.sparse_placeholder(tf.float32, { shape: [3, 4], name: "fixed" });
const dense = tf.placeholder(tf.float32, [null, 2], { name: "dense" });
const total = tf.sparse_reduce_sum(sp);
const by_row = tf.sparse_reduce_sum(sp, { axis: 1 });
const prod = tf.sparse_tensor_dense_matmul(fixed, dense);
const grad_dense: any = py.getitem<any>(tf.gradients(prod, dense), 0);
const grad_values: any = py.getitem<any>(tf.gradients(prod, fixed.values), 0);
const as_dense = tf.sparse_tensor_to_dense(sp, { default_value: -1 });
const scaled = sp.mul(tf.constant([[py.float(2.0)]]));
const added = tf.sparse_add(fixed, fixed);
const reordered = tf.sparse_reorder(sp);
const transposed = tf.sparse_transpose(fixed);
const kept = tf.sparse_retain(fixed, fixed.values.gt(1.5));
const soft = tf.sparse_softmax(fixed);
print(sp);
print(fixed.get_shape(), sp.get_shape());

const indices = np.array([[0, 1], [1, 3], [2, 0], [2, 2]], { dtype: np.int64 });
const values = np.array([py.float(1.0), py.float(2.0), py.float(3.0), py.float(4.0)], { dtype: np.float32 });
const shape = np.array([3, 4], { dtype: np.int64 });
const stv: any = tf.SparseTensorValue(indices, values, shape);
const D = np.arange(8, { dtype: np.float32 }).reshape(4, 2);
const parts = py.dict<any, any>([[fixed.indices, indices], [fixed.values, values]]); // its shape is a constant

{
  using sess = tf.Session();
  print(sess.run(total, [[sp, py.tuple([indices, values, shape])]]));
  print(sess.run(by_row, [[sp, stv]]));
  print(sess.run(as_dense, [[sp, stv]]));
  print(
    sess.run([prod, grad_dense, grad_values] as const, [[fixed.indices, indices], [fixed.values, values], [dense, D]]),
  );
  print(sess.run(scaled, [[sp, stv]]));
  print(sess.run(added, parts));
  print(sess.run(reordered, [[sp, py.tuple([indices.at("::-1"), values.at("::-1"), shape])]]));
  print((sess.run(transposed, parts) as any).indices.tolist());
  print(sess.run(kept, parts));
  print(py.method(sess.run(soft, parts), "values"));
  try {
    print(sess.run(as_dense, [[sp, py.tuple([indices.at("::-1"), values.at("::-1"), shape])]]));
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof tf.errors.InvalidArgumentError)) throw error;
    print("InvalidArgumentError:", py.getitem(py.method(e.message, "split")("\n"), 0));
  }
  try {
    print(sess.run(prod, [[fixed.indices, indices], [fixed.values, values], [dense, D.at(":3")]]));
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof tf.errors.InvalidArgumentError)) throw error;
    print("InvalidArgumentError:", py.getitem(py.method(e.message, "split")("\n"), 0));
  }
  try {
    print(sess.run(added, [[fixed, stv]]));
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof py.ValueError)) throw error;
    print("ValueError:", e);
  }
}
