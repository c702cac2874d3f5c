/** Names that are not there yet: they say so, and leave the table when they come to be. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { tf } from "../src/compat/index.js";
import { coverage, readUsage, stateOf, USAGE } from "../tools/coverage.js";
import { plannedNames } from "../tools/gen/planned.js";

it("every name of the table is a public one, and still only planned", () => {
  expect(plannedNames().filter((name) => stateOf(name).state !== "planned")).toEqual([]);
});

it("calling one, or a member of one, names it and what it comes with", () => {
  const text = (name: string, plan: string): string =>
    `${name} is not implemented in tf1-compat: it comes with ${plan}`;
  expect(() => tf.train.Saver()).toThrow(text("tf.train.Saver", "checkpoints and savers"));
  expect(() => new tf.train.Saver()).toThrow(text("tf.train.Saver", "checkpoints and savers"));
  expect(() => tf.summary.merge_all()).toThrow(text("tf.summary.merge_all", "summaries"));
  expect(() => tf.data.Dataset.from_tensor_slices([1])).toThrow(text("tf.data.Dataset.from_tensor_slices", "datasets"));
  expect(() => new tf.train.Example({ features: 1 })).toThrow(
    text("tf.train.Example", "records and protocol messages"),
  );
  expect(() => Reflect.apply(tf.layers.dense, null, [])).toThrow(TypeError);
});

it("coverage tells what is there from what is planned and what is missing", () => {
  expect([stateOf("tf.matmul"), stateOf("tf.train.Saver"), stateOf("tf.no.such")].map((s) => s.state)).toEqual([
    "there",
    "planned",
    "missing",
  ]);
  const usage = readUsage(readFileSync(USAGE, "utf8"));
  const { uses, coveredUses, symbols, coveredSymbols, missing } = coverage(usage);
  expect(missing.length).toBe(symbols - coveredSymbols);
  expect(missing.reduce((n, m) => n + m.files, 0)).toBe(uses - coveredUses);
});
