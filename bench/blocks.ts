/**
 * n outputs, each its own network 10 -> 8 -> 1, batch 32, one training step: block-diagonal layers against dense weights times
 * a mask, in this engine, and against a real TensorFlow where TF1_PYTHON names one.
 */
import { np, sparse, tf } from "tf1-compat";
import { realTensorFlow } from "./tensorflow.js";
import { medianMicroseconds } from "./timing.js";

const N_IN = 10;
const HIDDEN = 8;
const BATCH = 32;

type Layer = (a: ReturnType<typeof tf.tanh>, n: number, rows: number, cols: number) => ReturnType<typeof tf.tanh>;

const blocks: Layer = (a, n, rows, cols) => {
  const w = sparse.BlockDiagonalVariable({
    rows,
    cols,
    blocks: n,
    initializer: tf.random_normal_initializer({ stddev: 0.3 }),
    name: `w${rows}`,
  });
  return w.matmul(a);
};

const mask: Layer = (a, n, rows, cols) => {
  const m = tf.Variable(np.kron(np.eye(n), np.ones([rows, cols])).astype(np.float32), { trainable: false });
  return tf.matmul(a, tf.Variable(tf.random_normal([n * rows, n * cols], { stddev: 0.3 })).mul(m));
};

/** One training step on n outputs. */
export function step(layer: Layer, n: number): () => void {
  tf.reset_default_graph();
  const x = tf.placeholder(tf.float32, [BATCH, n * N_IN]);
  const y = tf.placeholder(tf.float32, [BATCH, n]);
  const h = tf.tanh(layer(x, n, N_IN, HIDDEN).add(tf.Variable(tf.zeros([n * HIDDEN]))));
  const out = layer(h, n, HIDDEN, 1).add(tf.Variable(tf.zeros([n])));
  const loss = tf.reduce_mean(tf.square(out.sub(y)));
  const train = tf.train.GradientDescentOptimizer(0.1).minimize(loss);
  const rng = new np.random.RandomState(0);
  const feed = {
    feed_dict: [
      [x, rng.randn(BATCH, n * N_IN).astype(np.float32)],
      [y, rng.randn(BATCH, n).astype(np.float32)],
    ],
  } as const;
  const sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  return () => {
    sess.run(train, feed);
  };
}

export const forms = { blocks, mask };

export async function run(): Promise<void> {
  for (const n of [50, 100, 200]) {
    const fast = medianMicroseconds(step(blocks, n), 0.5);
    const slow = medianMicroseconds(step(mask, n), 0.5);
    console.log(
      `${n} outputs: block-diagonal ${(fast / 1000).toFixed(2)} ms, dense times mask ${(slow / 1000).toFixed(1)} ms: ${(slow / fast).toFixed(0)} times`,
    );
  }
  const ms = medianMicroseconds(step(blocks, 1000)) / 1000;
  console.log(`1000 outputs: block-diagonal ${ms.toFixed(2)} ms`);
  for (const name of ["blocks_1000_batched", "blocks_1000_sparse", "blocks_1000_mask"]) {
    const real = realTensorFlow(name);
    if (real)
      console.log(`1000 outputs: TensorFlow ${real.tf} ${name} ${real.ms} ms: ${(real.ms / ms).toFixed(1)} times ours`);
  }
}
