/**
 * The imports of the sources keep to the layers; and the check sees what it should.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cycles, LAYERS, problems, ROOT, readImports, valueImports } from "../tools/check_layers.js";

describe("layers", () => {
  it("no upward import, no cycle, no way around the public entry", () => {
    const imports = readImports(ROOT, ["src", "ports", "notebooks"]);
    expect(problems(imports)).toEqual([]);
    // Every import within src leads to a file that was read: a specifier the check misreads would be a hole in it.
    const lost = [...imports].flatMap(([file, targets]) =>
      file.startsWith("src/") ? targets.filter((t) => t.startsWith("src/") && !imports.has(t)) : [],
    );
    expect(lost).toEqual([]);
  });

  it("every folder of src has a row", () => {
    expect(readdirSync(join(ROOT, "src")).sort()).toEqual(Object.keys(LAYERS).sort());
  });
});

describe("the check itself", () => {
  it("tells imports of values from imports of types", () => {
    const source = [
      'import { a } from "./a.js";',
      'import type { B } from "./b.js";',
      "import {\n  c,\n  type D,\n} from './c.js';",
      'export * as d from "./d.js";',
      'export type { E } from "./e.js";',
      'import "./f.js";',
      'const g = await import("./g.js");',
      'let h: import("./h.js").H;',
      'let i: typeof import("./i.js");',
      ' * import { j } from "./j.js";',
      'import type from "./k.js";',
      'import * as typeNames from "./l.js";',
    ].join("\n");
    expect(valueImports(source)).toEqual(["./a.js", "./c.js", "./d.js", "./f.js", "./l.js", "./g.js"]);
  });

  it.each([
    ["src/np/a.ts", "src/graph/graph.ts"],
    ["src/graph/a.ts", "src/ops/a.ts"],
    ["src/runtime/a.ts", "src/ops/a.ts"],
    ["src/numerics/a.ts", "src/np/ndarray.ts"],
    ["src/np/a.ts", "node:fs"],
    ["src/ops/a.ts", "ndarray"],
    ["src/ops/a.ts", "tools/a.ts"],
    ["src/utils/a.ts", "src/np/a.ts"],
    ["ports/a.ts", "src/compat/index.ts"],
    ["notebooks/a.ipynb", "../dist/compat/index.ts"],
  ])("refuses %s -> %s", (from, to) => {
    expect(problems(new Map([[from, [to]]]), {})).toHaveLength(1);
  });

  it.each([
    ["src/numerics/a.ts", "src/np/libm/expf.ts"],
    ["src/ops/a.ts", "src/ops/b.ts"],
    ["src/compat/a.ts", "src/sparse/a.ts"],
    ["src/np/a.ts", "fflate"],
    ["ports/a.ts", "tf1-compat"],
    ["ports/a.ts", "node:fs"],
    ["ports/a.ts", "ports/b.ts"],
  ])("allows %s -> %s", (from, to) => {
    expect(problems(new Map([[from, [to]]]), {})).toEqual([]);
  });

  it("finds a cycle, once", () => {
    const imports = new Map([
      ["src/np/a.ts", ["src/np/b.ts", "src/np/d.ts"]],
      ["src/np/b.ts", ["src/np/c.ts"]],
      ["src/np/c.ts", ["src/np/a.ts"]],
      ["src/np/d.ts", []],
    ]);
    expect(cycles(imports)).toEqual([["src/np/a.ts", "src/np/b.ts", "src/np/c.ts"]]);
    expect(cycles(new Map([["src/np/a.ts", ["src/np/b.ts"]]]))).toEqual([]);
  });

  it("an exception that is no longer one is reported", () => {
    const bad = new Map([["src/np/a.ts", ["src/graph/b.ts"]]]);
    expect(problems(bad, { "src/np/a.ts -> src/graph/b.ts": "why" })).toEqual([]);
    expect(problems(new Map(), { "src/np/a.ts -> src/graph/b.ts": "why" })).toHaveLength(1);
  });
});
