/** tf.raw_ops: signatures of all op types against TensorFlow's own, and what calls return. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { tf } from "../../src/compat/index.js";
import { rawSignature } from "../../src/graph/raw_op.js";
import { parseSignature } from "../../src/graph/signature.js";
import { pythonText, readPythonApi, resolved } from "../../tools/gen/python_api.js";

const golden = new URL("../goldens/api/tf-1.15.json.gz", import.meta.url);
const python = readPythonApi(gunzipSync(readFileSync(golden)).toString());

it("names, order and defaults of the arguments of every op type are TensorFlow's", () => {
  const types = Object.keys(python).flatMap((name) => /^tf\.raw_ops\.(\w+)$/.exec(name)?.[1] ?? []);
  expect(types.length).toBeGreaterThan(1000);
  const differing = types.flatMap((type) => {
    const ours = rawSignature(type).replace("\\t", "\t").replace("\\n", "\n").slice(1, -1).split(", ");
    const theirs = pythonText(resolved(python, `tf.raw_ops.${type}`)!.sig!);
    // A list or an object has no literal in the recording.
    const same =
      ours.length === theirs.length &&
      theirs.every((p, i) => p === ours[i] || (p.endsWith("=*") && ours[i]!.startsWith(p.slice(0, -1))));
    return same ? [] : [`${type}: ${ours.join(", ")} | ${theirs.join(", ")}`];
  });
  expect(differing).toEqual([]);
  expect(parseSignature(rawSignature("Where")).map((p) => p.name)).toEqual(["condition", "name"]);
});

it("what a call returns depends on the outputs", () => {
  using _ = new tf.Graph().as_default();
  const sum = tf.raw_ops.Sum({ input: [1, 2], axis: 0 });
  expect(sum).toBeInstanceOf(tf.Tensor);
  const parts = tf.raw_ops.Split({ axis: 0, value: [1, 2], num_split: 2 });
  expect(parts.map((p) => p.name)).toEqual(["Split:0", "Split:1"]);
  expect(tf.raw_ops.NoOp({ name: "nothing" })).toBeInstanceOf(tf.Operation);
  const { y, idx } = tf.raw_ops.Unique({ x: [1, 2, 1], out_idx: tf.int64 });
  expect([String(y), String(idx)]).toEqual([
    'Tensor("Unique:0", shape=(?,), dtype=int32)',
    'Tensor("Unique:1", shape=(3,), dtype=int64)',
  ]);
  const names = tf
    .get_default_graph()
    .get_operations()
    .map((op) => op.name);
  expect(names).toEqual([
    "Sum/input",
    "Sum/reduction_indices",
    "Sum",
    "Split/split_dim",
    "Split/value",
    "Split",
    "nothing",
    "Unique/x",
    "Unique",
  ]);
});

it.each([
  [
    "positional",
    () => Reflect.apply(tf.raw_ops.Add, null, [1, 2]),
    "Add only takes keyword args (possible keys: ['x', 'y', 'name']). Please pass these args as kwargs instead.",
  ],
  ["missing", () => tf.raw_ops.Add({ x: 1 }), "Add() missing 1 required positional argument: 'y'"],
  [
    "unknown",
    () => tf.raw_ops.Add({ x: 1, y: 2, extra_thing: 1 }),
    "Add() got an unexpected keyword argument 'extra_thing'",
  ],
])("refuses %s arguments in Python's words", (_, call, message) => {
  using _graph = new tf.Graph().as_default();
  expect(call).toThrow(new TypeError(message));
});
