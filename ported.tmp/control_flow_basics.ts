import { print, py, tf } from "tf1-compat";

tf.set_random_seed(0);

// while loop: sum of 1..n and its gradient
const n = tf.placeholder(tf.int32, [], { name: "n" });
const scale = tf.Variable(1.5, { name: "scale" });
const [i, total]: any = py.unpack<any>(
  tf.while_loop(
    (i: any, s: any) => py.lt(i, n),
    (i: any, s: any) => py.tuple([py.add(i, 1), py.add(s, scale.mul(tf.cast(py.add(i, 1), tf.float32)))]),
    [tf.constant(0), tf.constant(py.float(0.0))],
  ),
  2,
);
const d_scale: any = py.getitem<any>(tf.gradients(total, scale), 0);

// growing tensor needs shape invariants
const [_, grown]: any = py.unpack<any>(
  tf.while_loop(
    (k: any, a: any) => py.lt(k, 4),
    (k: any, a: any) => py.tuple([py.add(k, 1), tf.concat([a, py.mul(py.getitem(a, py.slice(-1, null)), 2)], 0)]),
    [0, tf.ones([1])],
    { shape_invariants: [tf.TensorShape([]), tf.TensorShape([null])] },
  ),
  2,
);

const x = tf.placeholder(tf.float32, [], { name: "x" });
const y = tf.cond(x.gt(0), () => tf.square(x), () => x.neg().mul(scale));
const dy: any = py.getitem<any>(tf.gradients(y, x), 0);
const sign = tf.case(
  [
    py.tuple([tf.less(x, py.float(-1.0)), () => tf.constant("low")]),
    py.tuple([tf.greater(x, py.float(1.0)), () => tf.constant("high")]),
  ],
  { default: () => tf.constant("mid"), exclusive: true },
);

const fib = tf.scan(
  (acc: any, _: any) => py.tuple([py.getitem(acc, 1), py.add(py.getitem(acc, 0), py.getitem(acc, 1))]),
  tf.range(10),
  { initializer: py.tuple([0, 1]) },
);
const cumulative = tf.scan(
  (a: any, b: any) => py.mul(a, b),
  tf.constant([py.float(1.0), py.float(2.0), py.float(3.0), py.float(4.0)]),
);
const squares = tf.map_fn((t: any) => py.add(py.mul(t, t), 1), tf.constant([1, 2, 3]), { dtype: tf.int32 });
const pair = tf.map_fn(
  (t: any) => py.tuple([py.add(py.getitem(t, 0), py.getitem(t, 1)), py.sub(py.getitem(t, 0), py.getitem(t, 1))]),
  py.tuple([tf.constant([py.float(5), py.float(6)]), tf.constant([py.float(1), py.float(2)])]),
);
const fold = tf.foldl((a: any, b: any) => py.add(py.mul(10, a), b), tf.constant([1, 2, 3, 4]));
const foldr = tf.foldr((a: any, b: any) => py.add(py.mul(10, a), b), tf.constant([1, 2, 3, 4]));

let ta: any = tf.TensorArray(tf.float32, { size: 4, clear_after_read: false });
for (const k of py.range(4)) {
  ta = ta.write(k, [py.float(k * 1.0), py.mul(py.mul(k, k), py.float(1.0))]);
}
const stacked: any = ta.stack();
const third: any = ta.read(2);

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  for (const nv of [0, 3, 10]) {
    print("n", nv, sess.run([i, total, d_scale] as const, [[n, nv]]));
  }
  print(sess.run(grown));
  for (const xv of [py.float(-2.0), 0.5, py.float(3.0)]) {
    print(xv, sess.run([y, dy, sign] as const, [[x, xv]]));
  }
  print(py.getitem<any>(sess.run(fib), 0));
  print(sess.run([cumulative, squares, fold, foldr] as const));
  print(sess.run(pair));
  print(sess.run(stacked), sess.run(third));
}
