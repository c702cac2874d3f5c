/**
 * The public surface: docs/api.txt is what the compiler sees, and its tf part has TensorFlow 1.15's arguments.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { GENERATED, isFresh } from "../tools/gen/main.js";
import { compareApi, readPythonApi } from "../tools/gen/python_api.js";

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const text = read("../docs/api.txt").toString();
const python = readPythonApi(gunzipSync(read("goldens/api/tf-1.15.json.gz")).toString());

const CONSTRUCTED = "the graph makes it, scripts don't: its constructor is internal";
const EXIT = "Python hands over the exception's class, value and trace; here a block that raises just leaves";
const KEYWORD = "its first argument is called var, a keyword of JavaScript";

const LATE = "a module that was not recorded: TensorFlow imports it late, or as part of its inside";
const COMPAT = "TensorFlow has it; tf.compat's own functions and the alias tf.flags were not recorded";

/** Where we differ from TensorFlow 1.15, and why. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  "tf.DType": CONSTRUCTED,
  "tf.dtypes.DType": CONSTRUCTED,
  "tf.Operation": CONSTRUCTED,
  "tf.Tensor": CONSTRUCTED,
  "tf.VariableScope": CONSTRUCTED,
  "tf.Graph.as_graph_def": "from_version and add_shapes are not there yet",
  "tf.Session.__exit__": EXIT,
  "tf.name_scope.__exit__": EXIT,
  "tf.variable_scope.__exit__": EXIT,
  "tf.train.ExponentialMovingAverage.average": KEYWORD,
  "tf.train.ExponentialMovingAverage.average_name": KEYWORD,
  "tf.train.Optimizer.get_slot": KEYWORD,
  "tf.app.flags.UnrecognizedFlagError": "parsing makes it, with its text",
  "tf.flags.UnrecognizedFlagError": "parsing makes it, with its text",
  "tf.gfile.FastGFile.__exit__": EXIT,
  "tf.__version__": "TensorFlow has it; names with underscores were not recorded",
  ...Object.fromEntries(["estimator", "examples", "keras", "python"].map((n) => [`tf.${n}`, LATE])),
  ...Object.fromEntries(["bytes", "str", "str_any", "text"].map((n) => [`tf.compat.as_${n}`, COMPAT])),
  "tf.with": "Python's with statement, as a function",
};

describe("public names", () => {
  it.each(Object.keys(GENERATED))("%s is fresh (npm run gen)", (path) => {
    expect(isFresh(path)).toBe(true);
  });

  it("arguments of tf's names, their order and defaults are TensorFlow's but for the listed ones", () => {
    const { compared, deviations } = compareApi(text, python);
    expect(deviations.filter((d) => !(d.name in DEVIATIONS))).toEqual([]);
    // One that no longer deviates has to leave the list.
    expect(Object.keys(DEVIATIONS).filter((name) => !deviations.some((d) => d.name === name))).toEqual([]);
    expect(compared).toBeGreaterThan(500);
  });
});

describe("the comparison itself", () => {
  const one = (line: string): string[] => compareApi(line, python).deviations.map((d) => d.name);
  it.each([
    [
      "tf.matmul(a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, name=None) -> Tensor",
      [],
    ],
    [
      "tf.matmul(b, a, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, name=None) -> Tensor",
      ["tf.matmul"],
    ],
    ["tf.matmul(a, b) -> Tensor", ["tf.matmul"]],
    ["tf.zeros(shape, dtype=tf.float32, name=None) -> Tensor", []],
    ["tf.zeros(shape, dtype=tf.int32, name=None) -> Tensor", ["tf.zeros"]],
    ["tf.zeros(shape, dtype, name=None) -> Tensor", ["tf.zeros"]],
    [
      "tf.train.AdamOptimizer(learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=0.00000001, use_locking=False, name='Adam') -> Adam",
      [],
    ],
    [
      "tf.train.AdamOptimizer(learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7, use_locking=False, name='Adam') -> Adam",
      ["tf.train.AdamOptimizer"],
    ],
    ["tf.Graph.get_collection(name, scope=None) -> unknown[]", []],
    ["tf.Graph.get_collection(name, *, scope?) -> unknown[]", []],
    ["tf.Graph.get_collection(key, scope=None) -> unknown[]", ["tf.Graph.get_collection"]],
    ["tf.no_such_name(x) -> Tensor", ["tf.no_such_name"]],
    ["tf.Tensor.mul(y) -> Tensor", []],
    ["np.no_such_name(x) -> NDArray", []],
  ])("%s", (line, deviating) => {
    expect(one(line)).toEqual(deviating);
  });
});
