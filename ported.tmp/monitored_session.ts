import { np, print, py, tf } from "tf1-compat";
import { tempfile } from "tf1-compat/python";

tf.set_random_seed(15);
const logdir = tempfile.mkdtemp();
const rng = np.random.RandomState(15);
const X = rng.rand(20, 3).astype(np.float32);
const Y = X.dot(np.array([[py.float(1)], [py.float(2)], [py.float(-1)]], np.float32));

class PrintHook extends (py.unported<any>("tf.train.SessionRunHook is not there yet", "monitored_session.py:11") as any) {
  loss: any;
  step: any;
  [name: string]: any;

  constructor(loss: any) {
    super();
    this.loss = loss;
  }
  begin() {
    this.step = -1;
    print("begin");
  }
  after_create_session(session: any, coord: any) {
    print("session created");
  }
  before_run(run_context: any) {
    this.step = py.iadd(this.step, 1);
    return py.unported<any>("tf.train.SessionRunArgs is not there yet", "monitored_session.py:21");
  }
  after_run(run_context: any, run_values: any) {
    if (py.is_true(py.eq(py.mod(this.step, 5), 0))) {
      print(py.percent("step %d loss %.5f", this.step, py.getitem(run_values.results, "loss")));
    }
  }
  end(session: any) {
    print("end at", session.run(tf.train.get_global_step()!.name));
  }
}

const x = tf.placeholder(tf.float32, [null, 3]);
const y = tf.placeholder(tf.float32, [null, 1]);
const w = tf.get_variable("w", [3, 1], { initializer: tf.zeros_initializer() });
const loss = tf.reduce_mean(tf.square(tf.matmul(x, w).sub(y)));
const global_step = tf.train.get_or_create_global_step();
const train: any = tf.train.GradientDescentOptimizer(0.2).minimize(loss, { global_step });

const hooks: any[] = [
  (tf.train.StopAtStepHook({ last_step: 12 }) as any),
  new PrintHook(loss),
  py.unported<any>("tf.train.NanTensorHook is not there yet", "monitored_session.py:35"),
];
{
  const context = py.enter(
    (tf.train.MonitoredTrainingSession({
      checkpoint_dir: logdir,
      hooks,
      save_checkpoint_steps: 5,
      save_summaries_steps: null,
      save_summaries_secs: null,
      log_step_count_steps: null,
    }) as any),
  );
  const sess = context.value;
  try {
    while (py.not_(sess.should_stop())) {
      sess.run(train, [[x, X], [y, Y]]);
    }
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
print(py.getitem<any>((tf.train.latest_checkpoint(logdir) as any).split("-"), -1));
// a second one goes on from the checkpoint
{
  const context = py.enter(
    (tf.train.MonitoredTrainingSession({
      checkpoint_dir: logdir,
      hooks: [(tf.train.StopAtStepHook({ num_steps: 3 }) as any)],
      save_checkpoint_secs: null,
      save_summaries_steps: null,
      save_summaries_secs: null,
      log_step_count_steps: null,
    }) as any),
  );
  const sess = context.value;
  try {
    while (py.not_(sess.should_stop())) {
      sess.run(train, [[x, X], [y, Y]]);
      print("resumed", w.name);
    }
    try {
      sess.run(train, [[x, X], [y, Y]]);
    } catch (error2) {
      const e: any = py.caught(error2);
      if (!(e instanceof py.RuntimeError)) throw error2;
      print("RuntimeError", e);
    }
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
