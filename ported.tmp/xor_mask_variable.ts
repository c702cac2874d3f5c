// XOR, first layer held sparse by a non-trainable 0/1 mask
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(3);
np.random.seed(3);

const X: any[] = [[0, 0], [0, 1], [1, 0], [1, 1]];
const Y: any[] = [[0], [1], [1], [0]];

const x = tf.placeholder(tf.float32, { shape: [4, 2], name: "x" });
const y = tf.placeholder(tf.float32, { shape: [4, 1], name: "y" });
const hidden_s = 2;
const l_r = 1;

const mask = tf.Variable([[py.float(1), py.float(1)], [py.float(0), py.float(1)], [py.float(1), py.float(1)]], {
  name: "mask",
  trainable: false,
});
const weight = tf.Variable(tf.random_normal([3, hidden_s]), { name: "theta1" });
const theta1 = weight.mul(mask);
const theta2 = tf.Variable(tf.random_normal([hidden_s + 1, 1]), { name: "theta2" });

const a1 = tf.concat([np.c_.at(np.ones(x.shape.at(0))), x], 1);
const a2 = tf.concat([np.c_.at(np.ones(x.shape.at(0))), tf.sigmoid(tf.matmul(a1, theta1))], 1);
const h3 = tf.sigmoid(tf.matmul(a2, theta2));
const cost = tf.reduce_sum(y.mul(tf.log(h3)).add(py.sub(1, y).mul(tf.log(py.sub(1, h3)))), { axis: 1 }).neg();
const train: any = tf.train.GradientDescentOptimizer({ learning_rate: l_r }).minimize(cost);

print("trainable:", tf.trainable_variables().map((v: any) => v.name));
print("global:", tf.global_variables().map((v: any) => v.name));
const sess = tf.Session();
sess.run(tf.global_variables_initializer());
print(sess.run(theta1));
for (const i of py.range(201)) {
  const [_, c] = sess.run([train, cost] as const, { feed_dict: [[x, X], [y, Y]] });
  if (i % 50 === 0) {
    print("Epoch:", i, "cost:", c.mean());
    print(sess.run(theta1));
  }
}
print("mask kept:", np.all(sess.run(mask).eq([[1, 1], [0, 1], [1, 1]])));
print("raw weight outside the mask:", sess.run(weight).at(1, 0));
print(sess.run(h3, [[x, X], [y, Y]]));
sess.close();
