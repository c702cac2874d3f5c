// Loops, conditions, functions over rows, arrays of tensors.
// Port of control_flow_basics.py.
import { print, py, tf } from "tf1-compat";

tf.set_random_seed(0);

// while loop: sum of 1..n and its gradient
const n = tf.placeholder(tf.int32, [], { name: "n" });
const scale = tf.Variable(1.5, { name: "scale" });
const [i, total] = tf.while_loop(
  (i, _s) => i.lt(n),
  (i, s) => py.tuple([i.add(1), s.add(scale.mul(tf.cast(i.add(1), tf.float32)))]),
  [tf.constant(0), tf.constant(py.float(0))],
);
const d_scale = tf.gradients(total, scale)[0]!;

// growing tensor needs shape invariants
const [, grown] = tf.while_loop(
  (k, _a) => k.lt(4),
  (k, a) => py.tuple([k.add(1), tf.concat([a, a.at("-1:").mul(2)], 0)]),
  [0, tf.ones([1])],
  { shape_invariants: [tf.TensorShape([]), tf.TensorShape([null])] },
);

const x = tf.placeholder(tf.float32, [], { name: "x" });
const y = tf.cond(
  x.gt(0),
  () => tf.square(x),
  () => x.neg().mul(scale),
);
const dy = tf.gradients(y, x)[0]!;
const sign = tf.case(
  [
    [tf.less(x, py.float(-1)), () => tf.constant("low")],
    [tf.greater(x, py.float(1)), () => tf.constant("high")],
  ],
  { default: () => tf.constant("mid"), exclusive: true },
);

const fib = tf.scan((acc, _) => py.tuple([acc[1], acc[0].add(acc[1])]), tf.range(10), {
  initializer: py.tuple([0, 1]),
});
const cumulative = tf.scan((a, b) => a.mul(b), tf.constant([1, 2, 3, 4].map(py.float)));
const squares = tf.map_fn((t) => t.mul(t).add(1), tf.constant([1, 2, 3]), { dtype: tf.int32 });
const pair = tf.map_fn(
  (t) => py.tuple([t[0].add(t[1]), t[0].sub(t[1])]),
  py.tuple([tf.constant([5, 6].map(py.float)), tf.constant([1, 2].map(py.float))]),
);
const fold = tf.foldl((a, b) => py.mul(10, a).add(b), tf.constant([1, 2, 3, 4]));
const foldr = tf.foldr((a, b) => py.mul(10, a).add(b), tf.constant([1, 2, 3, 4]));

let ta = tf.TensorArray(tf.float32, { size: 4, clear_after_read: false });
for (const k of py.range(4)) {
  ta = ta.write(k, [py.float(k), py.float(k * k)]);
}
const stacked = ta.stack();
const third = ta.read(2);

tf.with(tf.Session(), (sess) => {
  sess.run(tf.global_variables_initializer());
  for (const nv of [0, 3, 10]) {
    print("n", nv, sess.run([i, total, d_scale], new Map([[n, nv]])));
  }
  print(sess.run(grown));
  for (const xv of [py.float(-2), 0.5, py.float(3)]) {
    print(xv, sess.run([y, dy, sign], new Map([[x, xv]])));
  }
  print(sess.run(fib)[0]);
  print(sess.run([cumulative, squares, fold, foldr]));
  print(sess.run(pair));
  print(sess.run(stacked), sess.run(third));
});
