// tf.contrib as old scripts use it: layers, xavier, MovingAverageOptimizer, arg_scope
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(27);
const rng = np.random.RandomState(27);
const X = rng.rand(24, 5).astype(np.float32);
const Y = X.at(":", ":1").gt(X.at(":", "1:2")).astype(np.float32);

const x = tf.placeholder(tf.float32, [null, 5]);
const y = tf.placeholder(tf.float32, [null, 1]);
const is_training = tf.placeholder(tf.bool, []);
let logits;
{
  const context = py.enter(
    py.unported("tf.contrib.framework.arg_scope is not there yet", "contrib_layers_moving_average.py:15"),
  );
  try {
    let net = py.unported("tf.contrib.layers.fully_connected is not there yet", "contrib_layers_moving_average.py:18");
    net = py.unported("tf.contrib.layers.batch_norm is not there yet", "contrib_layers_moving_average.py:19");
    logits = py.unported("tf.contrib.layers.fully_connected is not there yet", "contrib_layers_moving_average.py:20");
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
const loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits({ labels: y, logits }));
const total = loss.add(tf.add_n(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)));
const opt = py.unported("tf.contrib.opt.MovingAverageOptimizer is not there yet", "contrib_layers_moving_average.py:23");
const train = py.unported("tf.contrib.layers.optimize_loss is not there yet", "contrib_layers_moving_average.py:24");
const update = py.call(tf.group, [...py.iter(tf.get_collection(tf.GraphKeys.UPDATE_OPS))]);

print(tf.trainable_variables().map((v) => v.name));
{
  const context = py.enter(tf.Session());
  const sess = context.value;
  try {
    sess.run(tf.global_variables_initializer());
    for (const i of py.range(30)) {
      sess.run(train, [[x, X], [y, Y], [is_training, true]]);
      sess.run(update, [[x, X], [y, Y], [is_training, true]]);
      if (i % 10 === 9) {
        print(i + 1, sess.run([loss, total], [[x, X], [y, Y], [is_training, false]]));
      }
    }
    for (const v of tf.global_variables()) {
      if (v.name.includes("ExponentialMovingAverage") && v.name.includes("fc2")) {
        print(v.name, sess.run(v).ravel());
      }
    }
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
