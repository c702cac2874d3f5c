import { np, print, py, tf } from "tf1-compat";
import { os, tempfile } from "tf1-compat/python";

tf.set_random_seed(44);
const save_dir = tempfile.mkdtemp();

function net() {
  const x = tf.placeholder(tf.float32, [null, 2], { name: "x" });
  const w = tf.get_variable("w", [2, 2], { initializer: tf.random_normal_initializer() });
  const b = tf.get_variable("b", [2], { initializer: tf.zeros_initializer() });
  const step = tf.get_variable("step", [], tf.int64, tf.zeros_initializer(), { trainable: false });
  const out = tf.add(tf.matmul(x, w), b, { name: "out" });
  const loss = tf.reduce_mean(tf.square(out.sub(1)));
  const train: any = tf.train.AdamOptimizer(0.1).minimize(loss, { global_step: step });
  return py.tuple([x, w, b, step, out, train]);
}

let [x, w, b, step, out, train]: any = net();
const saver: any = (tf.train.Saver({ max_to_keep: 2 }) as any);
{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  for (const i of py.range(6)) {
    sess.run(train, [[x, [[1, 2], [3, 4]]]]);
    if (i % 2 === 1) {
      const path: any = saver.save(sess, os.path.join(save_dir, "model.ckpt"), { global_step: step });
      print("saved", os.path.basename(path));
    }
  }
  const before = sess.run([w, b, step] as const);
  for (const i of py.range(3)) {
    sess.run(train, [[x, [[1, 2], [3, 4]]]]);
  }
  print("moved", !np.array_equal(py.getitem(before, 0), sess.run(w)));
  saver.restore(sess, (tf.train.latest_checkpoint(save_dir) as any));
  const after = sess.run([w, b, step] as const);
  print("restored", py.all(py.map(([p, q]: any) => np.array_equal(p, q), py.zip(before, after))), py.getitem(after, 2));
}
print(Array.from(py.iter(saver.last_checkpoints), (p: any) => os.path.basename(p)));
print(py.sorted(Array.from(
  py.iter<any>(py.unported<any>("tf.train.list_variables is not there yet", "saver_save_restore.py:36")),
  ([n, _]: any) => n,
)));

tf.reset_default_graph();
([x, w, b, step, out, train] = net() as any);
const part: any = (tf.train.Saver(py.dict<any, any>({ w, b })) as any);
{
  using sess = tf.Session();
  sess.run(step.initializer);
  part.restore(sess, (tf.train.latest_checkpoint(save_dir) as any));
  print(sess.run(w), sess.run(b), sess.run(step));
  print(sess.run(out, [[x, [[1, 1]]]]));
  try {
    (tf.train.Saver([step, tf.get_variable("missing", [1])]) as any).restore(
      sess,
      (tf.train.latest_checkpoint(save_dir) as any),
    );
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof tf.errors.NotFoundError)) throw error;
    print("NotFoundError");
  }
}
