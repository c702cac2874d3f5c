// Q learning on a tiny frozen lake, network of one matrix
import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(0);
const rng = np.random.RandomState(0);
const MAP = "SFFFFHFHFFFHHFFG";

function env_step(s: any, a: any) {
  let [r, c]: any = py.unpack<any>(py.divmod(s, 4), 2);
  const [dr, dc] = py.getitem([py.tuple([0, -1]), py.tuple([1, 0]), py.tuple([0, 1]), py.tuple([-1, 0])], a);
  ([r, c] = [py.min<any>(py.max(py.add(r, dr), 0), 3), py.min<any>(py.max(py.add(c, dc), 0), 3)] as any);
  const s2: any = py.add(py.mul(r, 4), c);
  return py.tuple([s2, py.float(py.getitem(MAP, s2) === "G"), "HG".includes(py.getitem(MAP, s2))]);
}

const inputs1 = tf.placeholder({ shape: [1, 16], dtype: tf.float32 });
const W = tf.Variable(tf.random_uniform([16, 4], 0, 0.01));
const Qout = tf.matmul(inputs1, W);
const predict = tf.argmax(Qout, 1);
const nextQ = tf.placeholder({ shape: [1, 4], dtype: tf.float32 });
const loss = tf.reduce_sum(tf.square(nextQ.sub(Qout)));
const updateModel: any = tf.train.GradientDescentOptimizer({ learning_rate: 0.3 }).minimize(loss);

const y = 0.95;
let e: any = 0.6;
const rewards: any[] = [];
{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  for (const ep of py.range(60)) {
    let s: any = 0;
    let total: any = 0;
    for (const j of py.range(15)) {
      const [a, allQ] = sess.run([predict, Qout] as const, {
        feed_dict: [[inputs1, np.identity(16).at(py.slice(s, py.add(s, 1)))]],
      });
      if (py.is_true(py.lt(rng.rand(), e))) {
        py.setitem(a, 0, rng.randint(4));
      }
      const [s1, r, done] = env_step(s, a.at(0));
      const Q1 = sess.run(Qout, { feed_dict: [[inputs1, np.identity(16).at(py.slice(s1, py.add<any>(s1, 1)))]] });
      const targetQ = allQ;
      py.setitem(targetQ, py.tuple([0, a.at(0)]), done ? r : py.add(r, py.mul(y, np.max(Q1))));
      sess.run(updateModel, {
        feed_dict: [[inputs1, np.identity(16).at(py.slice(s, py.add(s, 1)))], [nextQ, targetQ]],
      });
      total = py.iadd(total, r);
      s = s1;
      if (done) {
        e = py.truediv(py.float(1), py.float(ep / 20 + 2));
        break;
      }
    }
    rewards.push(total);
  }
  print("Percent of succesful episodes:", py.truediv<any>(py.sum<any>(rewards), 60));
  print(np.round(sess.run(W), 4));
  print("greedy", np.argmax(sess.run(W), 1).reshape(4, 4));
}
