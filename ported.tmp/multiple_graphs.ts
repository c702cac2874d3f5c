import { print, py, tf } from "tf1-compat";

const g1 = new tf.Graph();
const g2 = new tf.Graph();
let a: any, v: any, out1: any, init1: any;
{
  using _scope = g1.as_default();
  tf.set_random_seed(1);
  a = tf.placeholder(tf.float32, { name: "a" });
  v = tf.Variable(tf.random_uniform([2]), { name: "v" });
  out1 = tf.multiply(a, v, { name: "out" });
  init1 = tf.global_variables_initializer();
}
let v2: any, out2: any, init2: any;
{
  using _scope = g2.as_default();
  tf.set_random_seed(1);
  const a2 = tf.placeholder(tf.float32, { name: "a" });
  v2 = tf.Variable(tf.random_uniform([2]), { name: "v" });
  out2 = tf.subtract(a2, v2, { name: "out" });
  init2 = tf.global_variables_initializer();
}

const c0 = tf.constant(3, { name: "c" });
print(
  c0.graph === tf.get_default_graph(),
  out1.graph === g1,
  g1.get_operations().map((op: any) => op.name).slice(0, 3),
);
print(g2.get_tensor_by_name("out:0") === out2, g2.get_operation_by_name("a").type);

const s1 = tf.Session({ graph: g1 });
const s2 = tf.Session({ graph: g2 });
s1.run(init1);
s2.run(init2);
const r1 = s1.run(out1, [[a, py.float(2.0)]]);
const r2: any = s2.run("out:0", [["a:0", r1]]);
print(r1, r2);
for (const fetch of [out2, "nothing:0", "out", c0]) {
  try {
    print(s1.run(fetch, [[a, py.float(1.0)]]));
  } catch (error) {
    const e: any = py.caught(error);
    if (!(e instanceof py.ValueError || e instanceof py.KeyError || e instanceof py.TypeError)) throw error;
    print(
      py.getattr<any>(py.type(e), "__name__"),
      py.getitem(py.str.replace(py.getitem(py.str.split(py.str(e), "\n"), 0), "0x", ""), py.slice(null, 90)),
    );
  }
}
try {
  {
    using _scope = g1.as_default();
    tf.add(v, v2);
  }
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof py.ValueError)) throw error;
  print("ValueError", py.getitem(py.str(e), py.slice(null, 40)));
}

g1.finalize();
try {
  {
    using _scope = g1.as_default();
    tf.constant(1);
  }
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof py.RuntimeError)) throw error;
  print("RuntimeError", e);
}

const gd = g1.as_graph_def();
{
  using context = new tf.Graph().as_default();
  const g3 = context.value!;
  const [doubled] = py.unpack(
    (tf.import_graph_def(gd, py.dict<any, any>([["a:0", tf.constant(py.float(10.0))]]), ["out:0"], {
      name: "imp",
    }) as any),
    1,
  );
  print(doubled.name, py.len(g3.get_operations()));
  {
    using s3 = tf.Session();
    s3.run("imp/init");
    print(s3.run(doubled));
  }
}
s1.close();
try {
  s1.run(out1, [[a, py.float(1.0)]]);
} catch (error) {
  const e: any = py.caught(error);
  if (!(e instanceof py.RuntimeError)) throw error;
  print("RuntimeError", e);
}
s2.close();
