import { np, print, py, tf } from "tf1-compat";

np.random.seed(13);
tf.set_random_seed(13);

const n_input = 12;
const n_h1 = 8;
const n_h2 = 3;
const base = np.random.rand(3, n_input);
const codes = np.random.rand(60, 3);
const data = py.truediv(py.float(1.0), py.add(py.float(1.0), np.exp(codes.dot(base).sub(0.7).neg())));

const X = tf.placeholder("float", [null, n_input]);
const weights = py.dict<any, any>({
  encoder_h1: tf.Variable(tf.random_normal([n_input, n_h1])),
  encoder_h2: tf.Variable(tf.random_normal([n_h1, n_h2])),
  decoder_h1: tf.Variable(tf.random_normal([n_h2, n_h1])),
  decoder_h2: tf.Variable(tf.random_normal([n_h1, n_input])),
});
const biases = py.dict<any, any>({
  encoder_b1: tf.Variable(tf.random_normal([n_h1])),
  encoder_b2: tf.Variable(tf.random_normal([n_h2])),
  decoder_b1: tf.Variable(tf.random_normal([n_h1])),
  decoder_b2: tf.Variable(tf.random_normal([n_input])),
});

function encoder(x: any) {
  const layer_1 = tf.nn.sigmoid(tf.add(tf.matmul(x, weights.at("encoder_h1")), biases.at("encoder_b1")));
  return tf.nn.sigmoid(tf.add(tf.matmul(layer_1, weights.at("encoder_h2")), biases.at("encoder_b2")));
}

function decoder(x: any) {
  const layer_1 = tf.nn.sigmoid(tf.add(tf.matmul(x, weights.at("decoder_h1")), biases.at("decoder_b1")));
  return tf.nn.sigmoid(tf.add(tf.matmul(layer_1, weights.at("decoder_h2")), biases.at("decoder_b2")));
}

const encoder_op = encoder(X);
const decoder_op = decoder(encoder_op);
const loss = tf.reduce_mean(tf.pow(X.sub(decoder_op), 2));
const optimizer: any = tf.train.RMSPropOptimizer(0.01).minimize(loss);
const init = tf.global_variables_initializer();

{
  using sess = tf.Session();
  sess.run(init);
  for (const i of py.range(1, 81)) {
    const batch_x = data.at(py.slice(i * 15 % 60, i * 15 % 60 + 15));
    const [_, l] = sess.run([optimizer, loss] as const, { feed_dict: [[X, batch_x]] });
    if (i % 20 === 0 || i === 1) {
      print(py.percent("Step %i: Minibatch Loss: %f", i, l));
    }
  }
  const g = sess.run(decoder_op, { feed_dict: [[X, data.at(":2")]] });
  print(np.round(data.at(":2"), 3));
  print(g);
  print(sess.run(encoder_op, [[X, data.at(":3")]]));
}
