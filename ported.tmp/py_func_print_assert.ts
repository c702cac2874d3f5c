import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(1);

const calls: any[] = [];
function my_func(a: any, b: any) {
  calls.push(a.shape);
  return py.tuple([np.sinh(a).astype(np.float32), np.int64(py.len(b))]);
}

const x = tf.placeholder(tf.float32, [null], { name: "x" });
const [sinh, length] = py.unpack(
  (tf.py_func(my_func, [x, tf.constant(["p", "q"])], [tf.float32, tf.int64], { name: "host" }) as any),
  2,
);
sinh.set_shape([null]);
const pure = (tf.py_func((v: any) => py.add(v, np.float32(1)), [x], tf.float32, { stateful: false }) as any);

const shown: any = py.unported<any>("tf.Print is not there yet", "py_func_print_assert.py:16");
const y: any = py.mul(shown, 2);

const ok = tf.Assert(tf.reduce_all(x.gt(0)), ["not positive", x], { summarize: 3 });
let root: any;
{
  using _scope = tf.control_dependencies([ok]);
  root = tf.sqrt(x);
}
let two: any;
{
  using _scope = tf.control_dependencies([
    tf.assert_equal(tf.size(x), 2, { message: "two please" }),
    tf.assert_less(x, py.float(100.0)),
    tf.assert_rank(x, 1),
  ]);
  two = tf.identity(x);
}

function failing(a: any) {
  throw new py.ValueError("from python");
}
const bad = (tf.py_func(failing, [x], tf.float32) as any);

{
  using sess = tf.Session();
  print(sess.run([sinh, length] as const, [[x, [py.float(0.0), py.float(1.0)]]]), calls);
  print(sess.run(pure, [[x, [1, 2]]]));
  for (const k of py.range(3)) {
    print(sess.run(y, [[x, [k, 1, 2, 3, 4, 5]]]));
  }
  print(sess.run(root, [[x, [1, 4]]]));
  for (const [name, t, v] of [
    py.tuple(["root", root, [1, -4]]),
    py.tuple(["two", two, [1, 2, 3]]),
    py.tuple(["two", two, [1, 200]]),
    py.tuple(["bad", bad, [1]]),
  ]) {
    try {
      print(sess.run(t, [[x, v]]));
    } catch (error) {
      const e: any = py.caught(error);
      if (e instanceof tf.errors.InvalidArgumentError) {
        print(name, v, "InvalidArgumentError:", py.getitem(py.method(e.message, "split")("\n"), 0));
      } else if (e instanceof tf.errors.UnknownError) {
        print(name, v, "UnknownError:", py.getitem(py.method(e.message, "split")("\n"), 0));
      } else throw error;
    }
  }
  try {
    sess.run(y);
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof tf.errors.InvalidArgumentError)) throw error;
    print(py.getitem(py.method(e.message, "split")("\n"), 0));
  }
  try {
    sess.run(y, [[x, [[py.float(1.0)]]]]);
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof py.ValueError)) throw error;
    print("ValueError:", e);
  }
}
