import { afterEach, describe, expect, it } from "vitest";
import { np, py, tf } from "../../src/compat/index.js";

afterEach(() => tf.reset_default_graph());

describe("Session.run", () => {
  it("gives results in the structure of the fetches", () => {
    const a = tf.constant(1.5);
    const b = tf.constant([1, 2]);
    const sess = tf.Session();
    const got = sess.run({ x: a, y: [b, "Const:0", tf.no_op()] as const, z: new Map([["k", b]]) });
    expect(py.repr(got)).toBe(
      "{'x': 1.5, 'y': [array([1, 2], dtype=int32), 1.5, None], 'z': {'k': array([1, 2], dtype=int32)}}",
    );
    expect(py.repr(sess.run(py.tuple([a, b])))).toBe("(1.5, array([1, 2], dtype=int32))");
    expect(sess.run(a).dtype.name).toBe("float32");
  });
  it("runs equal fetches and feeds on one plan, other shapes on another", () => {
    const x = tf.placeholder(tf.float32, [null]);
    const y = tf.identity(x);
    const sess = tf.Session();
    for (const values of [[1, 2], [3, 4], [5], [6, 7]]) expect(sess.run(y, [[x, values]]).tolist()).toEqual(values);
  });
  it("takes any tensor as a feed, by itself or by name, in a Map, pairs or a record", () => {
    const a = tf.constant([1, 2], { name: "a" });
    const b = tf.reshape(a, [2, 1]);
    const sess = tf.Session();
    const want = [[7], [8]];
    expect(sess.run(b, new Map([[a, [7, 8]]])).tolist()).toEqual(want);
    expect(sess.run(b, [[a, [7, 8]]]).tolist()).toEqual(want);
    expect(sess.run(b, { "a:0": [7, 8] }).tolist()).toEqual(want);
    expect(sess.run(b, { feed_dict: { "a:0": np.array([7, 8]) } }).tolist()).toEqual(want);
    expect(sess.run(b).tolist()).toEqual([[1], [2]]);
    expect(sess.run(a, [[a, [5, 6]]]).tolist()).toEqual([5, 6]);
  });
  it("gives copies", () => {
    const v = tf.Variable([1, 2]);
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    const got = sess.run(v);
    got.set_at(0, 9);
    expect(sess.run(v).tolist()).toEqual([1, 2]);
  });
  it("keeps variables per session, and in step with control edges", () => {
    const v = tf.Variable(0, { name: "v" });
    const add = v.assign_add(2);
    const after = tf.with(tf.control_dependencies([add]), () => v.read_value());
    const one = tf.Session();
    const two = tf.Session();
    for (const s of [one, two]) s.run(tf.global_variables_initializer());
    expect(+one.run(after)).toBe(2);
    expect(+one.run(after)).toBe(4);
    expect(+two.run(v)).toBe(0);
    v.load(10, one);
    expect(+one.run(v)).toBe(10);
  });
  it("assigns values of another shape where that is allowed", () => {
    const v = tf.Variable([1, 2], { validate_shape: false });
    const x = tf.placeholder(tf.int32, [null]);
    const set = tf.assign(v, x, { validate_shape: false });
    const sess = tf.Session();
    sess.run(tf.global_variables_initializer());
    expect(sess.run(v).tolist()).toEqual([1, 2]);
    sess.run(set, [[x, [3, 4, 5]]]);
    expect(sess.run(v).tolist()).toEqual([3, 4, 5]);
    expect(sess.run(tf.shape(v)).tolist()).toEqual([3]);
  });
});

describe("Session errors", () => {
  const error = (body: () => unknown): Error => {
    try {
      body();
    } catch (e) {
      return e as Error;
    }
    throw new Error("nothing was thrown");
  };
  it("an unfed placeholder", () => {
    const x = tf.placeholder(tf.float32, [null, 2], { name: "x" });
    const e = error(() => tf.Session().run(tf.identity(x)));
    expect(e).toBeInstanceOf(tf.errors.InvalidArgumentError);
    expect((e as InstanceType<typeof tf.errors.OpError>).message_template).toBe(
      "You must feed a value for placeholder tensor 'x' with dtype float and shape [?,2]\n\t [[{{node x}}]]",
    );
    expect((e as InstanceType<typeof tf.errors.OpError>).error_code).toBe(3);
    expect((e as InstanceType<typeof tf.errors.OpError>).op?.name).toBe("x");
    expect(e.message).toMatch(/\[\[node x \(defined at .*session\.test\.ts:\d+\) \]\]/);
  });
  it("a variable without a value", () => {
    const v = tf.Variable(1, { name: "v" });
    const sess = tf.Session();
    expect(error(() => sess.run(v.value())).message).toMatch(/^Attempting to use uninitialized value v\n/);
    expect(error(() => sess.run(v))).toBeInstanceOf(tf.errors.FailedPreconditionError);
    sess.run(tf.global_variables_initializer());
    expect(+sess.run(v)).toBe(1);
  });
  it("wrong feeds and fetches", () => {
    const x = tf.placeholder(tf.float32, [4, 2], { name: "x" });
    const sess = tf.Session();
    expect(error(() => sess.run(x, [[x, [1, 2, 3]]])).message).toBe(
      "Cannot feed value of shape (3,) for Tensor 'x:0', which has shape '(4, 2)'",
    );
    expect(error(() => sess.run(x, [[x, tf.constant(1)]])).message).toMatch(
      /^The value of a feed cannot be a tf.Tensor object./,
    );
    expect(error(() => sess.run(x, { "y:0": 1 })).message).toMatch(
      /^Cannot interpret feed_dict key as Tensor: The name 'y:0' refers to a Tensor/,
    );
    expect(error(() => sess.run("nothing")).message).toBe(
      "Fetch argument 'nothing' cannot be interpreted as a Tensor. (\"The name 'nothing' refers to an Operation not in the graph.\")",
    );
    expect(error(() => sess.run(null)).message).toBe("Fetch argument None has invalid type <class 'NoneType'>");
  });
  it("closed and empty", () => {
    expect(error(() => tf.Session().run([])).message).toBe(
      "The Session graph is empty.  Add operations to the graph before calling run().",
    );
    const c = tf.constant(1);
    const sess = tf.Session();
    sess.close();
    expect(error(() => sess.run(c)).message).toBe("Attempted to use a closed Session.");
    expect(error(() => c.eval()).message).toMatch(
      /^Cannot evaluate tensor using `eval\(\)`: No default session is registered./,
    );
  });
});

describe("default sessions", () => {
  it("`with` makes one and closes it", () => {
    const c = tf.constant(2);
    const sess = tf.with(tf.Session(), (s) => {
      expect(py.repr(c.eval())).toBe("2");
      return s;
    });
    expect(() => sess.run(c)).toThrow("closed");
    {
      using s = tf.Session();
      expect(tf.get_default_session()).toBe(s);
    }
    expect(tf.get_default_session()).toBeNull();
  });
  it("InteractiveSession is one until it is closed", () => {
    const c = tf.constant(3);
    const sess = tf.InteractiveSession();
    expect(py.repr(c.eval())).toBe("3");
    sess.close();
    expect(tf.get_default_session()).toBeNull();
  });
});
