/** The table of constructs behind docs/porting.md prints what Python and TensorFlow 1.15.5 printed. */
import { readFileSync } from "node:fs";
import { port } from "tf1-compat/port";
import { describe, expect, it } from "vitest";
import { sections } from "../../tools/gen/porting_doc.js";
import { printed } from "./translate.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

describe.each(["constructs", "graph_constructs"])("%s", (name) => {
  const source = read(`./${name}.py`);
  const recorded = JSON.parse(read(`../goldens/python/${name}.json`)) as { title: string; stdout: string }[];

  it("has a record of every part", () => {
    expect(recorded.map((r) => r.title)).toEqual(sections(source, "#").map((s) => s.title));
  });
  it("is fully ported", () => {
    expect(port(source).diagnostics).toEqual([]);
  });
  it("prints what the original prints", async () => {
    expect(await printed(name, source)).toBe(recorded.map((r) => r.stdout).join(""));
  });
});
