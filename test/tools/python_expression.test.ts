/** The evaluator of Python expressions against what Python 3.7 gave for every recorded expression. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as np from "../../src/np/index.js";
import * as py from "../../src/py/index.js";
import { evaluate } from "../../tools/goldens/python_expression.js";

interface Pair {
  readonly python: string;
  readonly text?: string;
  readonly error?: readonly [type: string, message: string];
}

const file = new URL("../goldens/python/pairs.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly Pair[] };

function outcome(python: string): string {
  try {
    return py.repr(evaluate(python, { np }));
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${py.str(error)}` : String(error);
  }
}

describe("recorded expressions", () => {
  it.each(cases)("$python", ({ python, text, error }) => {
    expect(outcome(python)).toBe(text ?? `${error?.[0]}: ${error?.[1]}`);
  });
});

describe("syntax beyond the recorded ones", () => {
  it.each([
    ["[x * y for x in range(3) if x for y in (1, 2)]", "[1, 2, 2, 4]"],
    ["{k: v + 1 for k, v in {'a': 1}.items()}", "{'a': 2}"],
    ["(lambda x, y=2: x ** y)(3)", "9"],
    ["[*range(2), *(5,)]", "[0, 1, 5]"],
    ["f'{1.5:.2f}|{[1]!r:>5}'", "'1.50|  [1]'"],
    ["1 < 2 <= 2 != 3", "True"],
    ["not 0 and 'x' or 'y'", "'x'"],
    ["1. if [] else (2.,)", "(2.0,)"],
    ["b'\\xff'[0], 0x1F, 1_000, 2e3, -0., 3j", "(255, 31, 1000, 2000.0, -0.0, 3j)"],
    ["{**{'a': 1}, 'b': 2}", "{'a': 1, 'b': 2}"],
    ["sorted([3, 1], key=lambda v: -v)", "[3, 1]"],
  ])("%s", (python, text) => {
    expect(outcome(python)).toBe(text);
  });

  it("refuses statements", () => {
    expect(() => evaluate("x = 1")).toThrow("not an expression");
    expect(outcome("nowhere")).toBe("NameError: name 'nowhere' is not defined");
  });
});
