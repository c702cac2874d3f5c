/** A small CNN with tf.layers on drawn 8x8 digits. */
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(31);
const rng = np.random.RandomState(31);

const GLYPHS = py.dict<any, any>([
  [0, ["01110", "10001", "10001", "10001", "01110"]],
  [1, ["00100", "01100", "00100", "00100", "01110"]],
  [2, ["01110", "00001", "00110", "01000", "11111"]],
  [3, ["11110", "00001", "01110", "00001", "11110"]],
]);

function draw(d: any) {
  const img = rng.uniform(0, 0.2, py.tuple([8, 8]));
  const r: any = rng.randint(0, 4);
  const c: any = rng.randint(0, 4);
  py.setitem(
    img,
    py.tuple([py.slice(r, py.add<any>(r, 5)), py.slice(c, py.add<any>(c, 5))]),
    py.iadd(
      py.getitem(img, py.tuple([py.slice(r, py.add<any>(r, 5)), py.slice(c, py.add<any>(c, 5))])),
      np.array(Array.from(py.iter(GLYPHS.at(d)), (row: any) => Array.from(py.iter(row), (ch: any) => py.int(ch)))),
    ),
  );
  return np.clip(img, 0, 1);
}

const labels = np.array(Array.from(py.range(48), (i) => i % 4));
const images = np.array(Array.from(labels, (d: any) => draw(d))).at("...", np.newaxis).astype(np.float32);

const x = tf.placeholder(tf.float32, [null, 8, 8, 1], { name: "images" });
const y = tf.placeholder(tf.int64, [null], { name: "labels" });
const training = tf.placeholder_with_default(false, [], { name: "training" });

let net: any = (tf.layers.conv2d(x, 4, [3, 3], { padding: "same", activation: tf.nn.relu, name: "conv1" }) as any);
net = (tf.layers.max_pooling2d(net, 2, 2, { name: "pool1" }) as any);
net = (tf.layers.conv2d(net, 6, 3, { strides: 1, padding: "valid", use_bias: false, name: "conv2" }) as any);
net = (tf.layers.batch_normalization(net, { training, momentum: 0.9, name: "bn" }) as any);
net = tf.nn.relu(net);
net = (tf.layers.flatten(net) as any);
net = (tf.layers.dropout(net, { rate: 0.3, training, seed: 17 }) as any);
const logits = (tf.layers.dense(net, 4, { name: "fc" }) as any);

const loss = tf.losses.sparse_softmax_cross_entropy({ labels: y, logits });
const update_ops: any = tf.get_collection(tf.GraphKeys.UPDATE_OPS);
let train_op: any;
{
  using _scope = tf.control_dependencies(update_ops);
  train_op = tf.train.AdamOptimizer(0.02).minimize(loss);
}
const accuracy = tf.reduce_mean(tf.to_float(tf.equal(tf.argmax(logits, 1), y)));

print(Array.from(py.iter(update_ops), (op: any) => op.name));
for (const v of tf.trainable_variables()) {
  print(v.name, v.get_shape());
}
{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  let _: any, l: any;
  for (const epoch of py.range(6)) {
    for (const lo of py.range(0, 48, 16)) {
      ([_, l] = sess.run(
        [train_op, loss] as const,
        [[x, images.at(py.slice(lo, lo + 16))], [y, labels.at(py.slice(lo, lo + 16))], [training, true]],
      ) as any);
    }
    print("epoch", epoch, "loss", l, "acc", sess.run(accuracy, [[x, images], [y, labels]]));
  }
  print("moving mean", sess.run("bn/moving_mean:0"));
  print("moving var ", sess.run("bn/moving_variance:0"));
}
