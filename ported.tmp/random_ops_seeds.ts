import { print, py, tf } from "tf1-compat";

function make(graph_seed: any, op_seed: any) {
  const g = new tf.Graph();
  let ops: any;
  {
    using _scope = g.as_default();
    if (graph_seed != null) {
      tf.set_random_seed(graph_seed);
    }
    ops = [
      py.tuple(["uniform", tf.random_uniform([4], { seed: op_seed })]),
      py.tuple(["uniform int", tf.random_uniform([6], 0, 100, { dtype: tf.int32, seed: op_seed })]),
      py.tuple(["uniform f64", tf.random_uniform([3], -1, 1, { dtype: tf.float64, seed: op_seed })]),
      py.tuple(["normal", tf.random_normal([5], py.float(1.0), py.float(2.0), { seed: op_seed })]),
      py.tuple(["truncated", tf.truncated_normal([5], { seed: op_seed })]),
      py.tuple(["shuffle", tf.random_shuffle(tf.range(8), { seed: op_seed })]),
      py.tuple(["multinomial", tf.multinomial(tf.log([[0.2, 0.3, 0.5]]), 8, { seed: op_seed })]),
      py.tuple(["gamma", tf.random_gamma([3], py.float(2.0), { beta: 0.5, seed: op_seed })]),
      py.tuple(["poisson", tf.random_poisson([py.float(3.0), py.float(30.0)], [2], { seed: op_seed })]),
      py.tuple(["crop", tf.random_crop(tf.reshape(tf.range(16), [4, 4]), [2, 2], { seed: op_seed })]),
      py.tuple(["dropout", tf.nn.dropout(tf.ones([8]), { keep_prob: 0.5, seed: op_seed })]),
    ];
  }
  return py.tuple([g, ops]);
}

for (const [graph_seed, op_seed] of [
  py.tuple([87654321, null]),
  py.tuple([1234, 42]),
  py.tuple([null, 42]),
  py.tuple([0, 0]),
]) {
  const [g, ops] = make(graph_seed, op_seed);
  print("=== graph seed", graph_seed, "op seed", op_seed);
  for (const [name, t] of ops) {
    if (name !== "shuffle" && py.contains(t.op.node_def.attr, "seed")) {
      print(name, t.op.get_attr("seed"), t.op.get_attr("seed2"));
    }
  }
  for (const s of py.range(2)) {
    {
      using sess = tf.Session({ graph: g });
      for (const r of py.range(2)) {
        const vals: any = sess.run(ops.map(([_, t]: any) => t));
        print("session", s, "run", r);
        for (const [[name, _], v] of py.zip(ops, vals)) {
          print(py.percent("  %-12s", name), v.tolist());
        }
      }
    }
  }
}
