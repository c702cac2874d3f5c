import { np, print, py, tf } from "tf1-compat";
import { glob, os, tempfile } from "tf1-compat/python";

tf.set_random_seed(5);
const logdir = tempfile.mkdtemp();

let x, y_;
{
  const context = py.enter(tf.name_scope("input"));
  try {
    x = tf.placeholder(tf.float32, [null, 3], { name: "x-input" });
    y_ = tf.placeholder(tf.float32, [null, 1], { name: "y-input" });
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}

function variable_summaries(var_) {
  const context = py.enter(tf.name_scope("summaries"));
  try {
    const mean = tf.reduce_mean(var_);
    tf.summary.scalar("mean", mean);
    const stddev = tf.sqrt(tf.reduce_mean(tf.square(var_.sub(mean))));
    tf.summary.scalar("stddev", stddev);
    tf.summary.histogram("histogram", var_);
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}

let pre;
{
  const context = py.enter(tf.name_scope("layer1"));
  try {
    const W = tf.Variable(tf.truncated_normal([3, 1], { stddev: 0.1 }), { name: "weights" });
    variable_summaries(W);
    pre = tf.matmul(x, W);
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
let loss, train_step;
{
  const context = py.enter(tf.name_scope("train"));
  try {
    loss = tf.reduce_mean(tf.square(pre.sub(y_)));
    train_step = tf.train.GradientDescentOptimizer(0.1).minimize(loss);
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
tf.summary.scalar("loss", loss);
const merged = tf.summary.merge_all();
const just_loss = tf.summary.merge([tf.summary.scalar("loss_again", loss)]);

const xs = np.arange(18).reshape(6, 3).truediv(py.float(18.0));
const ys = xs.sum({ axis: 1, keepdims: true });
{
  const context = py.enter(tf.Session());
  const sess = context.value;
  try {
    const writer = tf.summary.FileWriter(logdir, sess.graph);
    sess.run(tf.global_variables_initializer());
    let s, l;
    for (const i of py.range(12)) {
      ([s, l] = sess.run([merged, loss], [[x, xs], [y_, ys]]));
      sess.run(train_step, [[x, xs], [y_, ys]]);
      writer.add_summary(s, i);
    }
    const extra = new tf.Summary({ value: [new tf.Summary.Value({ tag: "by_hand", simple_value: 0.5 })] });
    writer.add_summary(extra, 99);
    writer.close();
    const proto = new tf.Summary();
    py.getattr(proto, "ParseFromString")(s);
    for (const v of py.iter(proto.value)) {
      if (py.is_true(v.HasField("histo"))) {
        print(v.tag, "histogram num", v.histo.num, py.percent("sum %.6f", v.histo.sum));
      } else {
        print(v.tag, v.simple_value);
      }
    }
    print(py.len(sess.run(just_loss, [[x, xs], [y_, ys]])), "bytes");
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}

const events = glob.glob(os.path.join(logdir, "events*"));
print(events.length, "event file");
const steps = Array.from(py.iter(
  py.unported("tf.train.summary_iterator is not there yet", "summaries_writer.py:56"),
)).filter((e) => py.is_true(e.summary.value)).map(
  (e) => py.tuple([e.step, Array.from(py.iter(e.summary.value), (v) => v.tag)]),
);
print(steps.length, py.getitem(steps, 0), py.getitem(steps, -1));
