// What the question wanted: 1,000 outputs, each with a small network of its own (10 -> 8 -> 1), as block-diagonal layers.
// No original exists: TensorFlow 1.x has no such layer. The task is synthetic: output k is tanh of a random direction of its
// own ten inputs, plus noise; a perfect model reaches the variance of that noise and nothing below.
import { np, print, py, sparse, tf } from "tf1-compat";

export interface Outputs {
  readonly outputs: number;
  readonly steps: number;
  readonly onStep?: (step: number, loss: number) => void;
}

const n_in = 10;
const hidden = 8;
const batch = 32;
const noise = 0.1;

/** Inputs [samples, outputs * 10] and targets [samples, outputs]. */
function makeData(rng: InstanceType<typeof np.random.RandomState>, outputs: number, samples: number) {
  const x = rng.normal({ size: [samples, outputs, n_in] }).astype(np.float32);
  return { x, noise: rng.normal({ scale: noise, size: [samples, outputs] }).astype(np.float32) };
}

/** Trains all networks at once; gives the mean squared error on fresh data, and the milliseconds of one step. */
export function trainOutputs({ outputs, steps, onStep }: Outputs) {
  tf.reset_default_graph();
  tf.set_random_seed(5);
  const rng = new np.random.RandomState(5);
  const direction = rng.normal({ size: [outputs, n_in] }).astype(np.float32);
  const [train, test] = [2048, 256].map((samples) => {
    const data = makeData(rng, outputs, samples);
    const clean = np.tanh(data.x.mul(direction).sum(-1).mul(0.5));
    return { x: data.x.reshape([samples, outputs * n_in]), y: clean.add(data.noise) };
  }) as [{ x: typeof direction; y: typeof direction }, { x: typeof direction; y: typeof direction }];

  const x = tf.placeholder(tf.float32, [null, outputs * n_in], { name: "x" });
  const y = tf.placeholder(tf.float32, [null, outputs], { name: "y" });
  const layer1 = sparse.block_diagonal_dense(x, hidden, { blocks: outputs, activation: (t) => tf.tanh(t) });
  const pred = sparse.block_diagonal_dense(layer1, 1, { blocks: outputs });
  const loss = tf.reduce_mean(tf.square(pred.sub(y)));
  const train_op = tf.train.AdamOptimizer(0.01).minimize(loss);

  return tf.with(tf.Session(), (sess) => {
    sess.run(tf.global_variables_initializer());
    let time = 0;
    for (const step of py.range(steps)) {
      const lo = (step * batch) % 2048;
      const feed = [
        [x, train.x.at(`${lo}:${lo + batch}`)],
        [y, train.y.at(`${lo}:${lo + batch}`)],
      ] as const;
      const start = performance.now();
      const [, l] = sess.run([train_op, loss] as const, feed);
      time += performance.now() - start;
      onStep?.(step, +l);
    }
    const mse = +sess.run(loss, [
      [x, test.x],
      [y, test.y],
    ]);
    const values = py.sum(tf.trainable_variables().map((v) => v.shape.num_elements() ?? 0));
    return {
      mse,
      floor: noise * noise,
      stepMs: time / steps,
      values,
      dense: outputs * n_in * outputs * hidden + outputs * hidden * outputs,
    };
  });
}

/** Milliseconds of one training step, block-diagonal and as dense weights times a 0/1 mask, for growing numbers of outputs. */
export function maskAgainstBlocks() {
  return [25, 50, 100, 200].map((outputs) => ({
    outputs,
    blocksMs: stepTime(outputs, false),
    maskMs: stepTime(outputs, true),
  }));
}

function stepTime(outputs: number, masked: boolean): number {
  tf.reset_default_graph();
  const rng = new np.random.RandomState(0);
  const x = tf.placeholder(tf.float32, [batch, outputs * n_in]);
  const y = tf.placeholder(tf.float32, [batch, outputs]);
  const layer = (a: typeof x, rows: number, cols: number) => {
    if (!masked) return sparse.block_diagonal_dense(a, cols, { blocks: outputs, use_bias: false });
    const blocks = np.kron(np.eye(outputs), np.ones([rows, cols])).astype(np.float32);
    const w = tf.Variable(tf.random_normal([outputs * rows, outputs * cols], { stddev: 0.3 }));
    return tf.matmul(a, w.mul(tf.Variable(blocks, { trainable: false })));
  };
  const pred = layer(tf.tanh(layer(x, n_in, hidden)), hidden, 1);
  const train_op = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_mean(tf.square(pred.sub(y))));
  const feed = [
    [x, rng.randn(batch, outputs * n_in)],
    [y, rng.randn(batch, outputs)],
  ] as const;
  return tf.with(tf.Session(), (sess) => {
    sess.run(tf.global_variables_initializer());
    const times = py.list(py.range(5)).map(() => {
      const start = performance.now();
      sess.run(train_op, feed);
      return performance.now() - start;
    });
    return Math.min(...times);
  });
}

// When run by itself (npm start tells the whole story).
if (process.argv[1]?.endsWith("outputs_1000.ts")) {
  const r = trainOutputs({ outputs: 1000, steps: 400, onStep: (s, l) => s % 100 === 0 && print("step", s, "loss", l) });
  print("mean squared error on fresh data:", r.mse, "noise floor:", r.floor);
  print("trainable values:", r.values, "the same layers dense:", r.dense);
  print(py.format("{:.2f} ms a step", r.stepMs));
}
