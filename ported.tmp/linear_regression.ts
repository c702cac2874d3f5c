import { np, print, py, tf } from "tf1-compat";

np.random.seed(101);
tf.set_random_seed(101);

let x: any = np.linspace(0, 50, 50);
let y: any = np.linspace(0, 50, 50);
x = py.iadd(x, np.random.uniform(-4, 4, 50));
y = py.iadd(y, np.random.uniform(-4, 4, 50));
const n = py.len(x);

const X = tf.placeholder("float");
const Y = tf.placeholder("float");
const W = tf.Variable(np.random.randn(), { name: "W" });
const b = tf.Variable(np.random.randn(), { name: "b" });

const learning_rate = 0.0008;
const training_epochs = 20;

const y_pred = tf.add(tf.multiply(X, W), b);
const cost = tf.reduce_sum(tf.pow(y_pred.sub(Y), 2)).truediv(2 * n);
const optimizer: any = tf.train.GradientDescentOptimizer(learning_rate).minimize(cost);
const init = tf.global_variables_initializer();

let training_cost: any, weight: any, bias: any;
{
  using sess = tf.Session();
  sess.run(init);
  for (const epoch of py.range(training_epochs)) {
    for (const [_x, _y] of py.zip(x, y)) {
      sess.run(optimizer, { feed_dict: [[X, _x], [Y, _y]] });
    }
    if ((epoch + 1) % 5 === 0) {
      const c = sess.run(cost, { feed_dict: [[X, x], [Y, y]] });
      print("Epoch", epoch + 1, ": cost =", c, "W =", sess.run(W), "b =", sess.run(b));
    }
  }
  training_cost = sess.run(cost, { feed_dict: [[X, x], [Y, y]] });
  weight = sess.run(W);
  bias = sess.run(b);
}

const predictions = weight.mul(x).add(bias);
print("Training cost =", training_cost, "Weight =", weight, "bias =", bias, "\n");
print(predictions.at(":5"));
