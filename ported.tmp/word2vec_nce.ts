// skip-gram with NCE and sampled softmax on a toy text
import { print, py, tf } from "tf1-compat";
import { collections, math } from "tf1-compat/python";

const text = py.str.split(
  "the quick brown fox jumps over the lazy dog and the quick cat sleeps near the lazy fox while the dog runs over the brown hill and the cat jumps",
);
const count = collections.Counter(text);
const vocab: any[] = py.sorted(count, { key: (w: any) => py.tuple([py.neg(py.getitem<any>(count, w)), w]) });
const word_id = py.dict<any, any>(Array.from(py.enumerate(vocab), ([i, w]: any) => [w, i]) as [any, any][]);
const ids: any[] = text.map((w) => word_id.at(w));
const pairs = Array.from(py.range(ids.length)).flatMap(
  (i) => Array.from([i - 1, i + 1]).filter((j: any) => 0 <= j && j < ids.length).map(
    (j: any) => py.tuple([py.getitem<any>(ids, i), py.getitem<any>(ids, j)]),
  ),
);
print(vocab.length, "words", pairs.length, "pairs");

tf.set_random_seed(99);
const emb_size = 6;
const batch_size = 10;
const num_sampled = 4;
const inputs = tf.placeholder(tf.int32, { shape: [batch_size] });
const labels = tf.placeholder(tf.int32, { shape: [batch_size, 1] });
const valid = tf.constant([0, 1, 2], { dtype: tf.int32 });

const embeddings = tf.Variable(
  tf.random_uniform([vocab.length, emb_size], py.float(-1.0), py.float(1.0), { seed: 1 }),
  { name: "emb" },
);
const embed = tf.nn.embedding_lookup(embeddings, inputs);
const nce_w = tf.Variable(tf.truncated_normal([vocab.length, emb_size], {
  stddev: py.truediv(py.float(1.0), math.sqrt(emb_size)),
  seed: 2,
}));
const nce_b = tf.Variable(tf.zeros([vocab.length]));
const sampled: any = py.unported<any>("tf.nn.log_uniform_candidate_sampler is not there yet", "word2vec_nce.py:26");
const nce = tf.reduce_mean(
  (tf.nn.nce_loss({
    weights: nce_w,
    biases: nce_b,
    labels,
    inputs: embed,
    num_sampled,
    num_classes: vocab.length,
    sampled_values: sampled,
  }) as any),
);
const soft = tf.reduce_mean(
  (tf.nn.sampled_softmax_loss(nce_w, nce_b, labels, embed, num_sampled, vocab.length, {
    sampled_values: sampled,
  }) as any),
);
const opt = tf.train.GradientDescentOptimizer(0.5);
const grad_emb: any = py.getitem<any>(tf.gradients(nce, embeddings), 0);
print(py.getattr<any>(py.type(grad_emb), "__name__"));
const train_nce: any = opt.minimize(nce);
const train_soft: any = opt.minimize(soft);

const norm = tf.sqrt(tf.reduce_sum(tf.square(embeddings), 1, { keep_dims: true }));
const normalized = embeddings.truediv(norm);
const similarity = tf.matmul(tf.gather(normalized, valid), normalized, { transpose_b: true });

{
  using sess = tf.Session();
  sess.run(tf.global_variables_initializer());
  let total: any = py.float(0.0);
  let feed: any;
  for (const step of py.range(60)) {
    const lo = py.mod(step * batch_size, pairs.length - batch_size);
    const b: any[] = py.getitem(pairs, py.slice(lo, py.add(lo, batch_size)));
    feed = py.dict<any, any>([
      [inputs, b.map((p: any) => py.getitem(p, 0))],
      [labels, b.map((p: any) => [py.getitem(p, 1)])],
    ]);
    const [op, l] = step < 30 ? py.tuple([train_nce, nce]) : py.tuple([train_soft, soft]);
    const [_, lv] = sess.run([op, l] as const, feed);
    total = py.iadd(total, lv);
    if (step % 15 === 14) {
      print("average loss at step", step, ":", py.truediv(total, 15));
      total = py.float(0.0);
    }
  }
  print((sess.run(grad_emb, feed) as any).indices);
  const sim = sess.run(similarity);
  for (const i of py.range(3)) {
    const nearest = sim.at(i).neg().argsort().at("1:4");
    print(
      "nearest to",
      py.add(py.getitem<any>(vocab, i), ":"),
      py.str.join(", ", Array.from(nearest, (k: any) => py.getitem<any>(vocab, k))),
    );
  }
}
