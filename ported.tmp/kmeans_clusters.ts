import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(1);
np.random.seed(1);
const N = 90;
const K = 3;
const ITER = 12;
const pts = np.concatenate(Array.from(
  [[0, 0], [3, 3], [0, 4]],
  (m: any) => np.random.normal(m, 0.6, py.tuple([Math.floor(N / 3), 2])),
)).astype(np.float32);

const points = tf.constant(pts, { name: "points" });
const centroids = tf.Variable(tf.slice(tf.random_shuffle(points, { seed: 6 }), [0, 0], [K, -1]));
const assignments = tf.Variable(tf.zeros([N], { dtype: tf.int64 }), { name: "assignments" });

const expanded_p = tf.expand_dims(points, 0);
const expanded_c = tf.expand_dims(centroids, 1);
const distances = tf.reduce_sum(tf.square(tf.subtract(expanded_p, expanded_c)), 2);
const nearest = tf.argmin(distances, 0);
const changed = tf.reduce_any(tf.not_equal(nearest, assignments));

const means: any[] = [];
for (const c of py.range(K)) {
  means.push(tf.reduce_mean(tf.gather(points, tf.reshape(tf.where(tf.equal(nearest, c)), [1, -1])), {
    reduction_indices: [1],
  }));
}
const new_centroids = tf.concat(means, 0);
const seg = tf.unsorted_segment_sum(points, nearest, K).truediv(tf.expand_dims(
  tf.unsorted_segment_sum(tf.ones([N]), nearest, K),
  1,
));
let update: any;
{
  using _scope = tf.control_dependencies([changed]);
  update = tf.group(centroids.assign(new_centroids) as any, assignments.assign(nearest) as any);
}

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  print(sess.run(centroids));
  for (const it of py.range(ITER)) {
    const [ch, d, _] = sess.run([changed, tf.reduce_sum(tf.reduce_min(distances, 0)), update] as const);
    print("iter", it, py.percent("inertia %.4f", d), "changed", ch);
    if (py.not_(ch)) {
      break;
    }
  }
  print(sess.run(centroids));
  print(sess.run(seg));
  print(np.bincount(sess.run(assignments)));
  const [y, idx, cnt]: any = py.unpack<any>(sess.run(tf.unique_with_counts(assignments)), 3);
  print(y, cnt);
}
