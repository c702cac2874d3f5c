import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(0);

const labels = tf.placeholder(tf.int64, [null]);
const preds = tf.placeholder(tf.int64, [null]);
const scores = tf.placeholder(tf.float32, [null]);
const [acc, acc_up] = tf.metrics.accuracy(labels, preds, { name: "acc" });
const [prec, prec_up] = tf.metrics.precision(labels, preds);
const [rec, rec_up] = tf.metrics.recall(labels, preds);
const [auc, auc_up] = tf.metrics.auc(labels, scores, { num_thresholds: 20 });
const [mean, mean_up] = tf.metrics.mean(scores);
const [mse, mse_up] = tf.metrics.mean_squared_error(tf.cast(labels, tf.float32), scores);
const [rmse, rmse_up] = tf.metrics.root_mean_squared_error(tf.cast(labels, tf.float32), scores);
const [iou, iou_up] = tf.metrics.mean_iou(labels, preds, { num_classes: 2 });
const [fn, fn_up] = tf.metrics.false_negatives(labels, preds);
const ups: any[] = [acc_up, prec_up, rec_up, auc_up, mean_up, mse_up, rmse_up, iou_up, fn_up];
const vals: any[] = [acc, prec, rec, auc, mean, mse, rmse, iou, fn];

print(tf.local_variables().map((v: any) => v.name));
print(tf.global_variables().length, tf.trainable_variables().length);
const rng = np.random.RandomState(1);
{
  using sess = tf.Session();
  sess.run(tf.local_variables_initializer());
  print("before", sess.run([acc, prec, mean] as const));
  for (const batch of py.range(4)) {
    const l = rng.randint(0, 2, 10);
    const s = np.clip(l.mul(0.5).add(rng.rand(10).mul(0.6)), 0, 1);
    const fd = py.dict<any, any>([[labels, l], [preds, s.gt(0.6).astype(py.int)], [scores, s]]);
    sess.run(ups, fd);
    print(
      "batch",
      batch,
      Array.from(py.iter<any>(sess.run(vals)), (v: any) => py.eq(np.ndim(v), 0) ? py.percent("%.4f", v) : v),
    );
  }
  sess.run(tf.variables_initializer(tf.get_collection(tf.GraphKeys.METRIC_VARIABLES, "acc") as any));
  print("after reset", sess.run([acc, mean] as const));
}
