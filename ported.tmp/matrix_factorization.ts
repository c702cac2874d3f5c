import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(20);
const rng = np.random.RandomState(20);
const users = 12;
const items = 9;
const k = 2;
const R = rng.rand(users, k).dot(rng.rand(k, items)).mul(3);
const seen = rng.rand(users, items).lt(0.6);
const [u_idx, i_idx] = py.unpack(np.nonzero(seen), 2);
const ratings = R.at(u_idx, i_idx).astype(np.float32);
print(py.len(ratings), "ratings");

const u = tf.placeholder(tf.int32, [null], "u");
const i = tf.placeholder(tf.int32, [null], "i");
const r = tf.placeholder(tf.float32, [null], "r");
const U = tf.get_variable("U", [users, k], { initializer: tf.random_uniform_initializer(0, 1, { seed: 1 }) });
const V = tf.get_variable("V", [items, k], { initializer: tf.random_uniform_initializer(0, 1, { seed: 2 }) });
const bu = tf.get_variable("bu", [users], { initializer: tf.zeros_initializer() });
const mu = tf.constant(ratings.mean());

const pred = tf.reduce_sum(tf.gather(U, u).mul(tf.gather(V, i)), 1).add(tf.gather(bu, u)).add(mu);
const loss = tf.nn.l2_loss(pred.sub(r));
const reg = py.mul(0.02, tf.nn.l2_loss(U).add(tf.nn.l2_loss(V)));
const opt = tf.train.AdagradOptimizer(0.2);
const gvs: any = opt.compute_gradients(loss.add(reg));
print(Array.from(py.iter(gvs), ([g, _]: any) => py.getattr<any>(py.type(g), "__name__")));
const sgd = tf.train.GradientDescentOptimizer(0.05);
const sparse_gvs: any = sgd.compute_gradients(loss);
print(Array.from(py.iter(sparse_gvs), ([g, _]: any) => py.getattr<any>(py.type(g), "__name__")));
const train1: any = opt.apply_gradients(gvs);
const train2: any = sgd.apply_gradients(sparse_gvs);
const rmse = tf.sqrt(tf.reduce_mean(tf.square(pred.sub(r))));

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  const fd_all = py.dict<any, any>([[u, u_idx], [i, i_idx], [r, ratings]]);
  for (const epoch of py.range(30)) {
    const order = rng.permutation(py.len(ratings));
    for (const b of np.array_split(order, 4)) {
      sess.run(
        epoch < 15 ? train1 : train2,
        [[u, py.getitem<any>(u_idx, b)], [i, py.getitem<any>(i_idx, b)], [r, ratings.at(b)]],
      );
    }
    if (epoch % 6 === 5) {
      print("epoch", epoch + 1, "rmse", sess.run(rmse, fd_all));
    }
  }
  const g: any = sess.run(py.getitem(py.getitem(sparse_gvs, 0), 0), [[u, [1, 1, 3]], [i, [0, 2, 2]], [r, [1, 2, 3]]]);
  print(g.indices, g.dense_shape);
  print(sess.run(tf.matmul(U, V, { transpose_b: true })).at(":2").round(3));
}
