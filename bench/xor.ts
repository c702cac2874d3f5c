/**
 * One training step of the XOR network: our sess.run(train, feed), tfjs (cpu backend) eagerly, and a real TensorFlow where
 * TF1_PYTHON names an interpreter that has one. Ratios within one run.
 */
import { np, py, tf } from "tf1-compat";
import { realTensorFlow } from "./tensorflow.js";
import { medianMicroseconds } from "./timing.js";

const X = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const Y = [[0], [1], [1], [0]];

/** The training step of ports/xor_sparse_frozen.ts. */
function ours(): () => void {
  tf.reset_default_graph();
  const x = tf.placeholder(tf.float32, { shape: [4, 2] });
  const y = tf.placeholder(tf.float32, { shape: [4, 1] });
  const theta1 = tf.SparseTensor(
    [
      [0, 0],
      [0, 1],
      [1, 1],
    ],
    [0.1, 0.2, 0.1],
    [3, 2],
  );
  const theta2 = tf.Variable(tf.random_normal([3, 1], { seed: 1 }));
  const one = np.ones([4, 1], np.float32);
  const a2 = tf.concat([one, tf.sigmoid(tf.matmul(tf.concat([one, x], 1), tf.sparse_tensor_to_dense(theta1)))], 1);
  const h = tf.sigmoid(tf.matmul(a2, theta2));
  const cost = tf.reduce_sum(y.mul(tf.log(h)).add(py.sub(1, y).mul(tf.log(py.sub(1, h)))), { axis: 1 }).neg();
  const train = tf.train.GradientDescentOptimizer(1.0).minimize(cost);
  const sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  const feed = {
    feed_dict: [
      [x, np.array(X, np.float32)],
      [y, np.array(Y, np.float32)],
    ],
  } as const;
  return () => {
    sess.run(train, feed);
  };
}

/**
 * The same step with tfjs's eager operations. Its gradient is written out by hand, which spares tfjs its tape: the package
 * of its gradients can't be loaded by Node's module loader.
 */
async function tfjs(): Promise<() => void> {
  const t = await import("@tensorflow/tfjs-core");
  await import("@tensorflow/tfjs-backend-cpu");
  await t.setBackend("cpu");
  const x = t.tensor2d(X);
  const y = t.tensor2d(Y);
  const theta1 = t.tensor2d([
    [0.1, 0.2],
    [0, 0.1],
    [0, 0],
  ]);
  const theta2 = t.variable(t.randomNormal([3, 1], 0, 1, "float32", 1));
  const one = t.ones([4, 1]);
  return () => {
    t.tidy(() => {
      const a2 = t.concat([one, t.sigmoid(t.matMul(t.concat([one, x], 1), theta1))], 1);
      const h = t.sigmoid(t.matMul(a2, theta2));
      const rest = t.sub(1, h);
      t.neg(t.sum(t.add(t.mul(y, t.log(h)), t.mul(t.sub(1, y), t.log(rest))), 1));
      const dh = t.sub(t.div(t.sub(1, y), rest), t.div(y, h));
      const dz = t.mul(dh, t.mul(h, rest));
      theta2.assign(t.sub(theta2, t.mul(t.matMul(a2, dz, true), 1)));
    });
  };
}

export async function run(): Promise<void> {
  const mine = medianMicroseconds(ours());
  const theirs = medianMicroseconds(await tfjs());
  console.log(
    `xor step: ours ${mine.toFixed(2)} µs, tfjs cpu ${theirs.toFixed(1)} µs: ${((100 * mine) / theirs).toFixed(1)} % of tfjs`,
  );
  const real = realTensorFlow("xor");
  if (real)
    console.log(
      `xor step: TensorFlow ${real.tf} ${(real.ms * 1000).toFixed(0)} µs: ours ${((100 * mine) / (real.ms * 1000)).toFixed(1)} % of it`,
    );
}
