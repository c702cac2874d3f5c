import { afterEach, describe, expect, it } from "vitest";
import { tf } from "../../src/compat/index.js";

afterEach(() => tf.reset_default_graph());

const c = (name?: string) => (name === undefined ? tf.constant(1) : tf.constant(1, { name })).op.name;

describe("operation names", () => {
  it("are made unique, upper and lower case alike", () => {
    expect([c(), c(), c("const"), c("a"), c("A"), c("a_1"), c("a")]).toEqual([
      "Const",
      "Const_1",
      "const_2",
      "a",
      "A_1",
      "a_1_1",
      "a_2",
    ]);
  });
  it("take the scope's prefix; a scope entered again by name gets a number, by its slash not", () => {
    const names = tf.with(tf.name_scope("s"), (scope) => {
      expect(scope).toBe("s/");
      return [c("x"), tf.with(tf.name_scope("t"), () => c("x"))];
    });
    expect(names).toEqual(["s/x", "s/t/x"]);
    expect(tf.with(tf.name_scope("s"), () => c("x"))).toBe("s_1/x");
    expect(tf.with(tf.name_scope("s/"), () => c("x"))).toBe("s/x_1");
    expect(tf.with(tf.name_scope("s"), () => tf.with(tf.name_scope(null), () => c("y")))).toBe("y");
  });
  it("must be valid", () => {
    expect(() => c("_x")).toThrow("'_x' is not a valid node name");
    expect(() => tf.with(tf.name_scope("a b"), () => 0)).toThrow("'a b' is not a valid scope name");
  });
  it("are looked up with Python's errors", () => {
    c("x");
    const g = tf.get_default_graph();
    expect(g.get_tensor_by_name("x:0").name).toBe("x:0");
    expect(g.get_operation_by_name("x").type).toBe("Const");
    expect(() => g.get_tensor_by_name("y:0")).toThrow(
      "The name 'y:0' refers to a Tensor which does not exist. The operation, 'y', does not exist in the graph.",
    );
    expect(() => g.get_tensor_by_name("x:1")).toThrow("The operation, 'x', exists but only has 1 outputs.");
    expect(() => g.get_tensor_by_name("x")).toThrow("The name 'x' refers to an Operation, not a Tensor.");
    expect(() => g.get_operation_by_name("x:0")).toThrow("Name 'x:0' appears to refer to a Tensor, not a Operation.");
  });
});

describe("scopes", () => {
  it("entered by `using` are left at the end of the block", () => {
    {
      using _ = tf.name_scope("u");
      expect(c("x")).toBe("u/x");
    }
    expect(c("x")).toBe("x");
  });
  it("give variables their names", () => {
    const v = tf.with(tf.variable_scope("a"), () => tf.get_variable("w", [2]));
    expect(v.name).toBe("a/w:0");
    expect(() => tf.with(tf.variable_scope("a"), () => tf.get_variable("w", [2]))).toThrow(
      "Variable a/w already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?",
    );
    expect(tf.with(tf.variable_scope("a", { reuse: true }), () => tf.get_variable("w", [2]))).toBe(v);
    expect(tf.with(tf.variable_scope("a", { reuse: tf.AUTO_REUSE }), () => tf.get_variable("w"))).toBe(v);
    expect(() => tf.with(tf.variable_scope("a", { reuse: true }), () => tf.get_variable("z", [2]))).toThrow(
      "Variable a/z does not exist, or was not created with tf.get_variable().",
    );
    expect(() => tf.with(tf.variable_scope("a", { reuse: true }), () => tf.get_variable("w", [3]))).toThrow(
      "Trying to share variable a/w, but specified shape (3,) and found shape (2,).",
    );
  });
});

describe("control dependencies, devices, colocation", () => {
  it("go to every operation made inside, but not twice", () => {
    const a = tf.constant(1, { name: "a" });
    const b = tf.constant(2, { name: "b" });
    const inside = tf.with(tf.control_dependencies([a, a.op, b]), () => [tf.identity(a), tf.no_op()] as const);
    expect(inside[0].op.control_inputs.map((o) => o.name)).toEqual(["b"]);
    expect(inside[1].control_inputs.map((o) => o.name)).toEqual(["a", "b"]);
    const cleared = tf.with(tf.control_dependencies([a]), () =>
      tf.with(tf.control_dependencies(null), () => tf.no_op()),
    );
    expect(cleared.control_inputs).toEqual([]);
    // What reads an operation of the block is ordered by it already.
    tf.with(tf.control_dependencies([a]), () => {
      const first = tf.identity(b);
      expect(tf.identity(first).op.control_inputs).toEqual([]);
    });
  });
  it("devices merge, the inner one first", () => {
    const device = tf.with(tf.device("/job:ps/task:0"), () =>
      tf.with(tf.device("/cpu:0"), () => tf.constant(1).device),
    );
    expect(device).toBe("/job:ps/task:0/device:CPU:0");
    expect(tf.with(tf.device("/gpu:0"), () => tf.with(tf.device(null), () => tf.constant(1).device))).toBe("");
  });
  it("colocation is an attribute", () => {
    const v = tf.Variable(1, { name: "v" });
    const t = tf.with(tf.colocate_with(v), () => tf.constant(1));
    expect(t.op.get_attr("_class")).toEqual(["loc:@v"]);
  });
});

describe("graphs", () => {
  it("can be made read-only", () => {
    const g = new tf.Graph();
    tf.with(g.as_default(), () => tf.constant(1));
    g.finalize();
    expect(() => tf.with(g.as_default(), () => tf.constant(1))).toThrow("Graph is finalized and cannot be modified.");
  });
  it("don't mix", () => {
    const other = new tf.Graph();
    const a = tf.with(other.as_default(), () => tf.constant(1));
    const b = tf.constant(2);
    expect(() => tf.group(a.op, b.op)).toThrow();
    expect(() => tf.Session().run(a)).toThrow("is not an element of this graph");
  });
  it("keep collections", () => {
    tf.add_to_collection("c", 1);
    tf.Variable(1, { name: "v" });
    expect(tf.get_collection("c")).toEqual([1]);
    expect(tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, "v").length).toBe(1);
    expect(tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, "w").length).toBe(0);
  });
});
