import { print, py, tf } from "tf1-compat";
import { threading } from "tf1-compat/python";

tf.set_random_seed(3);
const q = tf.FIFOQueue({ capacity: 4, dtypes: [tf.float32], shapes: [[]], name: "fifo" });
const x = tf.placeholder(tf.float32, []);
const put = q.enqueue(x);
const put_many = q.enqueue_many([[py.float(10), py.float(20), py.float(30)]]);
const get = q.dequeue();
const get2 = q.dequeue_many(2);
const size = q.size();
const close = q.close();

const counter = tf.Variable(0, { name: "counter" });
const source = tf.FIFOQueue(8, tf.float32, { shapes: [[]], name: "source" });
const feeder = source.enqueue(tf.to_float(counter.count_up_to(6)).mul(1.5));
const runner = tf.train.QueueRunner(source, [feeder]);
const item = source.dequeue();
const summed = tf.add_n([item, tf.constant(py.float(100.0))]);

{
  const context = py.enter(tf.Session());
  const sess = context.value;
  try {
    sess.run(tf.global_variables_initializer());
    for (const v of [1, 2, 3]) {
      sess.run(put, [[x, v]]);
    }
    print("size", sess.run(size));
    print(sess.run(get), sess.run(get2), "size", sess.run(size));
    sess.run(put_many);
    print(Array.from(py.range(3), (_) => sess.run(get)));
    sess.run(close);
    try {
      sess.run(get);
    } catch (error2) {
      const e = py.caught(error2);
      if (!(e instanceof tf.errors.OutOfRangeError)) throw error2;
      print("OutOfRangeError", py.getitem(py.method(e.message, "split")("("), 0));
    }
    try {
      sess.run(put, [[x, 9]]);
    } catch (error2) {
      const e = py.caught(error2);
      if (!(e instanceof tf.errors.CancelledError)) throw error2;
      print("CancelledError", py.getitem(py.method(e.message, "split")("."), 0));
    }

    const coord = tf.train.Coordinator();
    const threads = runner.create_threads(sess, { coord, start: true });
    const got = [];
    try {
      while (true) {
        got.push(py.float(sess.run(summed)));
      }
    } catch (error2) {
      const exception = py.caught(error2);
      if (!(exception instanceof tf.errors.OutOfRangeError)) throw error2;
      print("source is empty");
    }
    print(got);
    coord.request_stop();
    coord.join(threads);
    print("stopped", coord.should_stop());

    function worker(n, coord, box) {
      while (py.not_(coord.should_stop())) {
        py.method(box, "append")(n);
        if (py.len(box) >= 3) {
          coord.request_stop();
        }
      }
    }
    const box = [];
    const coord2 = tf.train.Coordinator();
    const ts = [new threading.Thread({ target: worker, args: py.tuple([7, coord2, box]) })];
    for (const t of ts) {
      t.start();
    }
    coord2.join(ts);
    print(box);
  } catch (error) {
    context.caught(error);
  } finally {
    context.leave();
  }
}
