import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(30);

const params = tf.Variable(np.arange(12, { dtype: np.float32 }).reshape(6, 2).truediv(10), { name: "params" });
const ids = tf.SparseTensor(
  [[0, 0], [0, 1], [1, 0], [2, 0], [2, 1], [2, 2]],
  tf.constant([1, 3, 0, 5, 5, 2], tf.int64),
  [3, 3],
);
const weights = tf.SparseTensor(
  ids.indices,
  tf.constant([py.float(2), 0.5, py.float(1), py.float(1), py.float(1), py.float(3)]),
  ids.dense_shape,
);
const out = py.dict<any, any>();
for (const comb of ["sum", "mean", "sqrtn"]) {
  out.set(comb, tf.nn.embedding_lookup_sparse(params, ids, weights, { combiner: comb }));
  out.set(comb + " plain", tf.nn.embedding_lookup_sparse(params, ids, null, { combiner: comb }));
}
const loss = tf.reduce_sum(tf.square(py.sub(out.at("mean"), 0.3)));
const g: any = py.getitem<any>(tf.gradients(loss, params), 0);
const train: any = tf.train.AdamOptimizer(0.05).minimize(loss);
const sharded = tf.nn.embedding_lookup([params.at(":3"), params.at("3:")], tf.constant([0, 1, 4]), {
  partition_strategy: "div",
});
const many = tf.nn.embedding_lookup(params, [[0, 1], [5, 5]], { max_norm: py.float(1.0) });

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  const res: any = sess.run(out);
  for (const k of py.sorted(res)) {
    print(k, py.getitem(res, k).tolist());
  }
  const gv: any = sess.run(g);
  print(gv.indices, py.method(gv, "values").tolist());
  let l: any;
  for (let _ of py.range(20)) {
    ([l, _] = sess.run([loss, train] as const) as any);
  }
  print("loss", l);
  print(sess.run(params));
  print(sess.run(sharded), sess.run(many));
}
