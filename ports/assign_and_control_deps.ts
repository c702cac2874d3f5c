// Assignments, what they wait for, and what waits for them.
// Port of assign_and_control_deps.py.
import { print, py, tf } from "tf1-compat";

tf.set_random_seed(2);

// Numbers that Python wrote with a point although they are whole.
const f = (...xs: number[]) => xs.map((x) => py.float(x));

const counter = tf.Variable(0, { name: "counter", trainable: false });
const v = tf.Variable(f(1, 2, 3), { name: "v" });
const table = tf.Variable(tf.zeros([4, 2]), { name: "table" });
const copy = tf.Variable(v.initialized_value().mul(10), { name: "copy" });

const inc = tf.assign_add(counter, 1);
const dec = counter.assign_sub(5);
const reset = tf.assign(counter, 0);
const double = v.assign(v.mul(2));
const [after, total] = tf.with(tf.control_dependencies([inc, double]), () => [
  tf.identity(v.read_value(), { name: "after" }),
  tf.reduce_sum(v.read_value()),
]);
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
const at = (indices: number[], values: number[][]) =>
  new Map<tf.Tensor, number[] | number[][]>([
    [rows, indices],
    [vals, values],
  ]);
print("uninitialised:", sess.run(tf.report_uninitialized_variables()));
sess.run(tf.variables_initializer([counter, v]));
print("uninitialised:", sess.run(tf.report_uninitialized_variables()));
sess.run(tf.global_variables_initializer());
print(copy.eval());
print(inc.eval(), inc.eval(), dec.eval(), reset.eval());
print(after!.eval(), counter.eval(), v.eval());
print(total!.eval(), counter.eval());
print(both.run(), counter.eval(), v.eval());
print(sess.run(many));
print(
  sess.run(
    put,
    at(
      [0, 2],
      [
        [1, 1],
        [5, 6],
      ],
    ),
  ),
);
print(
  sess.run(
    add,
    at(
      [2, 2],
      [
        [1, 1],
        [0.5, 0.5],
      ],
    ),
  ),
);
print(sess.run(sub, at([0], [[3, 4]])));
print(
  sess.run(
    nd,
    at(
      [3, 3, 1],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ),
  ),
);
v.load([9.0, 8.0, 7.0], sess);
print(v.eval(), sess.run(no));
sess.run(reset);
try {
  for (let k = 0; k < 10; k++) print("count", sess.run(count_up));
} catch (e) {
  if (!(e instanceof tf.errors.OutOfRangeError)) throw e;
  print("OutOfRange:", e.message.split("\n")[0]);
}
try {
  sess.run(tf.assign(v, f(1), { validate_shape: true }));
} catch (e) {
  if (!(e instanceof py.ValueError)) throw e;
  print("ValueError:", e.message);
}
sess.close();
