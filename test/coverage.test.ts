/**
 * What legacy scripts use is there, or says that it is not.
 */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { py, tf } from "../src/compat/index.js";
import { missing, missingPath } from "../src/graph/missing.js";
import { isApart, readUsage, stateOf } from "../tools/usage/main.js";

const MISSING = new URL("../src/compat/missing/", import.meta.url);

describe("symbols that at least three repositories use", () => {
  const used = readUsage().filter((u) => u.repositories >= 3 && !u.isGone && !isApart(u));
  it("are many", () => expect(used.length).toBeGreaterThan(300));
  it("have a function, a value or a stand-in", () => {
    expect(used.filter((u) => stateOf(u.symbol) === "unknown").map((u) => u.symbol)).toEqual([]);
  });
});

describe("stand-ins", () => {
  it("name what is missing when they are called, constructed, or one of their members is", () => {
    expect(() => tf.train.Saver()).toThrow(py.NotImplementedError);
    expect(() => new tf.train.Saver()).toThrow("tf.train.Saver is not implemented in tf1-compat");
    expect(() => tf.data.Dataset.from_tensor_slices!([1])).toThrow(
      "tf.data.Dataset.from_tensor_slices is not implemented",
    );
    expect(missingPath(missing("tf.a").b)).toBe("tf.a.b");
  });

  it("give way to what is implemented", async () => {
    const shadowed: string[] = [];
    for (const file of readdirSync(MISSING)) {
      const names: Readonly<Record<string, unknown>> = await import(new URL(file, MISSING).href);
      for (const value of Object.values(names)) {
        const path = missingPath(value)!;
        if (stateOf(path) !== "missing") shadowed.push(path);
      }
    }
    expect(shadowed).toEqual([]);
  });
});
