import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(0);
const rng = np.random.RandomState(7);

const x = np.linspace(0, 10, 30);
const y = x.add(rng.normal(0, 1, 30));
const A = np.column_stack(py.tuple([x, np.ones(30)]));
const b = y.reshape(30, 1);

const A_t = tf.constant(A);
const b_t = tf.constant(b);
const tA_A = tf.matmul(tf.transpose(A_t), A_t);
const L = tf.cholesky(tA_A);
const tA_b = tf.matmul(A_t, b_t, { transpose_a: true });
const sol1 = tf.matrix_solve(L, tA_b);
const sol2 = tf.matrix_solve(tf.transpose(L), sol1);
const by_inverse = tf.matmul(tf.matmul(tf.matrix_inverse(tA_A), tf.transpose(A_t)), b_t);
const by_chol = tf.cholesky_solve(L, tA_b);
const by_tri = tf.matrix_triangular_solve(tf.transpose(L), tf.matrix_triangular_solve(L, tA_b), { lower: false });
const by_ls = tf.matrix_solve_ls(A_t, b_t, { fast: true });
const det = tf.matrix_determinant(tA_A);
const eig = tf.self_adjoint_eigvals(tA_A);
const tr = tf.trace(tA_A);
const diag = tf.diag_part(tA_A);
const grad: any = py.getitem<any>(tf.gradients(tf.reduce_sum(tf.log(tf.matrix_diag_part(L))), A_t), 0);
const band = tf.matrix_band_part(tf.ones([4, 4]), 1, 0);
const es = tf.einsum("ij,kj->ik", A_t.at(":2"), A_t.at(":3"));
const td = tf.tensordot(A_t, b_t, { axes: [[0], [0]] });

{
  using sess = tf.Session();
  const s = sess.run(sol2);
  print("slope:", s.at(0).at(0), "y_intercept:", s.at(1).at(0));
  for (const [name, t] of [
    py.tuple(["inverse", by_inverse]),
    py.tuple(["cholesky", by_chol]),
    py.tuple(["triangular", by_tri]),
    py.tuple(["ls", by_ls]),
  ]) {
    print(name, sess.run(t).ravel());
  }
  print(sess.run([det, eig, tr, diag] as const));
  print(py.getitem<any>(sess.run(grad), py.slice(null, 3)));
  print(sess.run(band));
  print(sess.run(es), sess.run(td).ravel());
  const [sq, rq]: any = py.unpack<any>(sess.run(tf.qr(A_t)), 2);
  print(np.abs(rq));
  const sv: any = sess.run(tf.svd(A_t, { compute_uv: false }));
  print(sv);
}
