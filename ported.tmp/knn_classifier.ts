import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(1);
const rng = np.random.RandomState(14);
const Xtr = rng.rand(50, 4).astype("float32");
const Ytr = np.eye(2).at(Xtr.at(":", 0).add(Xtr.at(":", 1)).gt(py.float(1.0)).astype(py.int));
const Xte = rng.rand(12, 4).astype("float32");
const Yte = np.eye(2).at(Xte.at(":", 0).add(Xte.at(":", 1)).gt(py.float(1.0)).astype(py.int));

const xtr = tf.placeholder("float", [null, 4]);
const ytr = tf.placeholder("float", [null, 2]);
const xte = tf.placeholder("float", [4]);

// nearest neighbour by L1 distance
const distance = tf.reduce_sum(tf.abs(tf.add(xtr, tf.negative(xte))), { reduction_indices: 1 });
const pred = tf.arg_min(distance, 0);
// k nearest by L2
const l2 = tf.norm(xtr.sub(xte), { axis: 1 });
const [values, ix]: any = py.unpack<any>(tf.nn.top_k(l2.neg(), { k: 5, sorted: true }), 2);
const votes = tf.reduce_sum(tf.gather(ytr, ix), { axis: 0 });
const knn = tf.argmax(votes, 0);

let accuracy: any = py.float(0);
let acc5: any = py.float(0);
{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  for (const i of py.range(py.len(Xte))) {
    const nn_index = sess.run(pred, { feed_dict: [[xtr, Xtr], [xte, Xte.at(i, ":")]] });
    const [k5, v] = sess.run([knn, votes] as const, [[xtr, Xtr], [ytr, Ytr], [xte, Xte.at(i)]]);
    print("Test", i, "Prediction:", np.argmax(Ytr.at(nn_index)), "True Class:", np.argmax(Yte.at(i)), "5nn:", k5, v);
    if (py.is_true(np.argmax(Ytr.at(nn_index)).eq(np.argmax(Yte.at(i))))) {
      accuracy = py.add(accuracy, py.truediv(py.float(1), py.len(Xte)));
    }
    acc5 = py.iadd(acc5, k5.eq(np.argmax(Yte.at(i))).truediv(py.float(py.len(Xte))));
  }
}
print("Accuracy:", accuracy, "with five:", acc5);
