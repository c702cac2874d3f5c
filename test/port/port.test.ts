/** The translator as a library: what it says, where things come from, what it can't do. */

import { lineOf, PythonSyntaxError, port } from "tf1-compat/port";
import { describe, expect, it } from "vitest";
import { printed } from "./translate.js";

const code = (source: string): string => port(source).code;

describe("declarations", () => {
  it("declares each part of a program for itself", () => {
    expect(code("for i in range(2):\n    print(i)\nfor i in range(3):\n    print(i)\n")).toContain(
      "for (const i of py.range(2))",
    );
  });
  it("declares outside what a loop leaves", () => {
    expect(code("for i in range(2):\n    last = i\nprint(last)\n")).toMatch(/^let last: number;$/m);
  });
  it("keeps comments and empty lines", () => {
    expect(code("# one\n\nx = 1  # two\n")).toBe("// one\n\nconst x = 1; // two\n");
  });
});

describe("Python 2", () => {
  it("prints, divides and iterates as Python 2 does", async () => {
    const source =
      'print "a", 7 / 2, -7 / 2, 1 / 2.0\nfor k, v in sorted({"x": 1}.iteritems()):\n    print k, v,\nprint\nx = xrange(3)\nprint len(x), map(str, [1]), range(2)\ntry:\n    raise ValueError, "old"\nexcept ValueError, e:\n    print e\nexec_ = 0777\nprint exec_, 5L, `1`, 1 <> 2\n';
    const { diagnostics } = port(source);
    expect(diagnostics).toEqual([]);
    expect(await printed("python2", source)).toBe("a 3 -4 0.5\nx 1\n3 ['1'] [0, 1]\nold\n511 5 1 True\n");
  });
});

describe("what can't be ported", () => {
  it("throws there and says so", async () => {
    const source = 'print("before")\neval("1 + 1")\nprint("after")\n';
    const { diagnostics } = port(source, { filename: "legacy.py" });
    expect(diagnostics).toEqual([{ line: 2, column: 1, kind: "unported", message: "eval() runs Python" }]);
    await expect(printed("unported", source)).rejects.toThrow("eval() runs Python");
  });
  it("names what the library lacks", () => {
    const { diagnostics } = port("import tensorflow as tf\nx = tf.contrib.layers.flatten(1)\n");
    expect(diagnostics).toEqual([
      { line: 2, column: 5, kind: "missing", message: "tf.contrib.layers.flatten is not there yet" },
    ]);
  });
  it("raises Python's SyntaxError", () => {
    const read = (): unknown => port("x = 1\ny = (2,\n");
    expect(read).toThrow(PythonSyntaxError);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ name: "SyntaxError", line: 3 });
    }
  });
});

it("maps lines back", () => {
  const { code: text, sourceMap } = port("import os\n\n\nx = 1\n\nprint(x,\n      os.getcwd())\n");
  const line = text.split("\n").findIndex((l) => l.startsWith("print(")) + 1;
  expect(lineOf(sourceMap, line)).toBe(6);
});

it("ports a thousand lines in under a second", () => {
  const part =
    "def f%(x, y=2):\n    total = 0\n    for i in range(x):\n        if i % 2 == 0:\n            total += i * y\n    return [total, {'a': total}]\n\nprint(f%(10), f%(3, y=4))\n\n";
  const source = Array.from({ length: 112 }, (_, i) => part.replaceAll("%(", `${i}(`)).join("");
  expect(source.split("\n").length).toBeGreaterThan(1000);
  const start = performance.now();
  port(source);
  // Ten times what it takes here; no time is asserted closely.
  expect(performance.now() - start).toBeLessThan(10_000);
});
