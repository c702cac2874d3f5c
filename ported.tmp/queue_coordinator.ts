import { print, py, tf } from "tf1-compat";
import { threading } from "tf1-compat/python";

tf.set_random_seed(3);
const q = (tf.FIFOQueue({ capacity: 4, dtypes: [tf.float32], shapes: [[]], name: "fifo" }) as any);
const x = tf.placeholder(tf.float32, []);
const put: any = q.enqueue(x);
const put_many: any = q.enqueue_many([[py.float(10), py.float(20), py.float(30)]]);
const get: any = q.dequeue();
const get2: any = q.dequeue_many(2);
const size: any = q.size();
const close: any = q.close();

const counter = tf.Variable(0, { name: "counter" });
const source = (tf.FIFOQueue(8, tf.float32, { shapes: [[]], name: "source" }) as any);
const feeder: any = source.enqueue(tf.to_float(counter.count_up_to(6)).mul(1.5));
const runner = (tf.train.QueueRunner(source, [feeder]) as any);
const item: any = source.dequeue();
const summed = tf.add_n([item, tf.constant(py.float(100.0))]);

{
  using sess = tf.Session();
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
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof tf.errors.OutOfRangeError)) throw error;
    print("OutOfRangeError", py.getitem(py.method(e.message, "split")("("), 0));
  }
  try {
    sess.run(put, [[x, 9]]);
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof tf.errors.CancelledError)) throw error;
    print("CancelledError", py.getitem(py.method(e.message, "split")("."), 0));
  }

  const coord = (tf.train.Coordinator() as any);
  const threads: any = runner.create_threads(sess, { coord, start: true });
  const got: any[] = [];
  try {
    while (true) {
      got.push(py.float(sess.run(summed)));
    }
  } catch (error) {
    const exception: any = py.caught(error);
    if (!(exception instanceof tf.errors.OutOfRangeError)) throw error;
    print("source is empty");
  }
  print(got);
  coord.request_stop();
  coord.join(threads);
  print("stopped", coord.should_stop());

  function worker(n: any, coord: any, box: any) {
    while (py.not_(coord.should_stop())) {
      py.method(box, "append")(n);
      if (py.len(box) >= 3) {
        coord.request_stop();
      }
    }
  }
  const box: any[] = [];
  const coord2 = (tf.train.Coordinator() as any);
  const ts: any[] = [new threading.Thread({ target: worker, args: py.tuple([7, coord2, box]) })];
  for (const t of ts) {
    t.start();
  }
  coord2.join(ts);
  print(box);
}
