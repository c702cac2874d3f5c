import { np, print, py, tf } from "tf1-compat";
import { math } from "tf1-compat/python";

tf.set_random_seed(40);
const rng = np.random.RandomState(40);
const data = np.concatenate([rng.normal(-2, 0.5, 40), rng.normal(1, py.float(1.0), 60), rng.normal(5, 0.7, 30)]);
const K = 3;

const x = tf.constant(data, { dtype: tf.float64 });
const mu = tf.Variable([py.float(-1.0), py.float(0.0), py.float(1.0)], { dtype: tf.float64, name: "mu" });
const var_ = tf.Variable(tf.ones([K], tf.float64), { name: "var" });
const pi = tf.Variable(tf.fill([K], tf.constant(py.truediv(py.float(1.0), K), tf.float64)), { name: "pi" });

const d = tf.expand_dims(x, 1).sub(mu);
const log_p = py.mul(-0.5, tf.log(py.mul(py.float(2 * math.pi), var_)).add(tf.square(d).truediv(var_))).add(tf.log(pi));
const log_norm = tf.reduce_logsumexp(log_p, { axis: 1, keepdims: true });
const gamma = tf.exp(log_p.sub(log_norm));
const ll = tf.reduce_mean(log_norm);

const Nk = tf.reduce_sum(gamma, 0);
const new_mu = tf.reduce_sum(gamma.mul(tf.expand_dims(x, 1)), 0).truediv(Nk);
const new_var = tf.reduce_sum(gamma.mul(tf.square(tf.expand_dims(x, 1).sub(new_mu))), 0).truediv(Nk).add(1e-6);
const new_pi = Nk.truediv(tf.cast(tf.size(x), tf.float64));
let em: any;
{
  using _scope = tf.control_dependencies([new_mu, new_var, new_pi]);
  em = tf.group(mu.assign(new_mu) as any, var_.assign(new_var) as any, pi.assign(new_pi) as any);
}

const [mean, variance] = tf.nn.moments(x, { axes: [0] });
{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  print("mean and variance", sess.run([mean, variance] as const));
  for (const i of py.range(25)) {
    if (i % 5 === 0) {
      print(py.percent("%2d log likelihood %.8f", i, sess.run(ll)));
    }
    sess.run(em);
  }
  print(sess.run(mu));
  print(np.sqrt(sess.run(var_)));
  print(sess.run(pi), sess.run(tf.reduce_sum(pi)));
}
