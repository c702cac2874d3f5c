import { np, print, py, tf } from "tf1-compat";

tf.set_random_seed(10);
const features = np.arange(20, { dtype: np.float32 }).reshape(10, 2);
const labels = np.arange(10);

// one shot
let ds: any = tf.data.Dataset.from_tensor_slices(py.tuple([features, labels]));
ds = ds.map((f: any, l: any) => py.tuple([py.mul(f, py.float(2.0)), py.add(l, 100)])).shuffle({
  buffer_size: 10,
  seed: 3,
}).repeat(2).batch(4);
const one_shot: any = py.unported<any>("tf.data.make_one_shot_iterator is not there yet", "data_iterators.py:11").get_next(
);

// initializable with placeholders
const ph = tf.placeholder(tf.float32, [null]);
const size = tf.placeholder(tf.int64, []);
const ds2: any = (tf.data.Dataset.from_tensor_slices(ph) as any).batch(size, { drop_remainder: true });
const it2: any = py.unported<any>("tf.data.make_initializable_iterator is not there yet", "data_iterators.py:17");
const nxt2: any = it2.get_next();

// reinitializable, by structure
const train: any = (tf.data.Dataset.range(5) as any).map((v: any) => py.mul(v, v));
const valid: any = tf.data.Dataset.range(100, 103);
const it3: any = tf.data.Iterator.from_structure(
  py.unported<any>("tf.data.get_output_types is not there yet", "data_iterators.py:23"),
  py.unported<any>("tf.data.get_output_shapes is not there yet", "data_iterators.py:23"),
);
const nxt3: any = it3.get_next();
const init_train: any = it3.make_initializer(train);
const init_valid: any = it3.make_initializer(valid);

const padded: any = (tf.data.Dataset.range(1, 5) as any).map((n: any) => tf.fill([n], n)).padded_batch(2, {
  padded_shapes: [null],
});
const nxt4: any = py.unported<any>("tf.data.make_one_shot_iterator is not there yet", "data_iterators.py:28").get_next(
);
const gen: any = (tf.data.Dataset.zip(py.tuple([
  tf.data.Dataset.range(4),
  (tf.data.Dataset.range(4) as any).skip(1).concatenate(tf.data.Dataset.from_tensors(tf.constant(77, tf.int64))),
])) as any).filter((a: any, b: any) => tf.not_equal(a, 1)).take(3);
const nxt5: any = py.unported<any>("tf.data.make_one_shot_iterator is not there yet", "data_iterators.py:31").get_next(
);

function drain(sess: any, what: any, label: string) {
  let k = 0;
  while (true) {
    try {
      print(label, k, sess.run(what));
      k += 1;
    } catch (error) {
      const exception: any = py.caught(error);
      if (!(exception instanceof tf.errors.OutOfRangeError)) throw error;
      print(label, "end of sequence after", k);
      break;
    }
  }
}

{
  using sess = tf.Session();
  drain(sess, one_shot, "one_shot");
  for (const n of [2, 3]) {
    sess.run(it2.initializer, [[ph, np.linspace(0, 1, 7)], [size, n]]);
    drain(sess, nxt2, "initializable");
  }
  for (const epoch of py.range(2)) {
    sess.run(init_train);
    drain(sess, nxt3, "train");
    sess.run(init_valid);
    drain(sess, nxt3, "valid");
  }
  drain(sess, nxt4, "padded");
  drain(sess, nxt5, "zip");
}
