import { print, py, tf } from "tf1-compat";

tf.set_random_seed(2);

const counter = tf.Variable(0, { name: "counter", trainable: false });
const v = tf.Variable([py.float(1.0), py.float(2.0), py.float(3.0)], { name: "v" });
const table = tf.Variable(tf.zeros([4, 2]), { name: "table" });
const copy = tf.Variable(v.initialized_value().mul(10), { name: "copy" });

const inc = tf.assign_add(counter, 1);
const dec: any = counter.assign_sub(5);
const reset = tf.assign(counter, 0);
const double: any = v.assign(v.mul(2));
let after: any, total: any;
{
  using _scope = tf.control_dependencies([inc, double]);
  after = tf.identity(v.read_value(), { name: "after" });
  total = tf.reduce_sum(v.read_value());
}
const both = tf.group(inc, double, { name: "both" });
const many = tf.tuple([tf.constant(5), tf.reduce_sum(v)], { control_inputs: [inc] });

const rows = tf.placeholder(tf.int32, [null]);
const vals = tf.placeholder(tf.float32, [null, 2]);
const put = tf.scatter_update(table, rows, vals);
const add = tf.scatter_add(table, rows, vals);
const sub = tf.scatter_sub(table, rows, vals);
const nd = tf.scatter_nd(tf.expand_dims(rows, 1), vals, [4, 2]);
const count_up = counter.count_up_to(4);
const no = tf.no_op();

const sess = tf.InteractiveSession();
print("uninitialised:", sess.run(tf.report_uninitialized_variables()));
sess.run(tf.variables_initializer([counter, v]));
print("uninitialised:", sess.run(tf.report_uninitialized_variables()));
sess.run(tf.global_variables_initializer());
print(copy.eval());
print(inc.eval(), inc.eval(), dec.eval(), reset.eval());
print(after.eval(), counter.eval(), v.eval());
print(total.eval(), counter.eval());
print(both.run(), counter.eval(), v.eval());
print(sess.run(many));
print(put.eval([[rows, [0, 2]], [vals, [[1, 1], [5, 6]]]]));
print(add.eval([[rows, [2, 2]], [vals, [[1, 1], [0.5, 0.5]]]]));
print(sub.eval([[rows, [0]], [vals, [[3, 4]]]]));
print(nd.eval([[rows, [3, 3, 1]], [vals, [[1, 2], [3, 4], [5, 6]]]]));
v.load([py.float(9.0), py.float(8.0), py.float(7.0)], sess);
print(v.eval(), sess.run(no));
sess.run(reset);
try {
  for (const k of py.range(10)) {
    print("count", sess.run(count_up));
  }
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof tf.errors.OutOfRangeError)) throw error;
  print("OutOfRange:", py.getitem(py.method(e.message, "split")("\n"), 0));
}
try {
  sess.run(tf.assign(v, [py.float(1.0)], { validate_shape: true }));
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof py.ValueError)) throw error;
  print("ValueError:", e);
}
sess.close();
