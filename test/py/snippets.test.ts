/**
 * Single lines of Python, on values whose type only running shows, give what CPython gave (tools/python_snippets.py).
 * What doesn't yet is listed in snippets_known_failures.json, and only that.
 */
import { readFileSync } from "node:fs";
import { py } from "tf1-compat";
import { expect, it } from "vitest";
import { printed } from "../port/translate.js";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const recorded = JSON.parse(read("../goldens/python/snippets.json")) as { code: string; stdout: string }[];
const failing = JSON.parse(read("./snippets_known_failures.json")) as Record<string, string[]>;

/** Parts the outputs of lines; none of them prints it. */
const END = "-- end of line --\n";

function program(line: string, i: number): string {
  const [expression = line, ...before] = line.split(" ;; ").reverse();
  const statements = before.flatMap((text) => text.split("; "));
  return [
    `def snippet${i}():`,
    ...statements.map((s) => `    ${s}`),
    `    return ${expression}`,
    "try:",
    `    print(repr(snippet${i}()))`,
    "except BaseException as e:",
    '    print("%s: %s" % (type(e).__name__, e))',
    `print(${py.repr(END)}, end="")`,
    "",
  ].join("\n");
}

it("gives what CPython gave", async () => {
  const source = read("./snippets_head.py") + recorded.map(({ code }, i) => program(code, i)).join("");
  const outputs = (await printed("snippets", source)).split(END);
  expect(outputs).toHaveLength(recorded.length + 1);
  const wrong = recorded.filter(({ stdout }, i) => outputs[i] !== stdout).map(({ code }) => code);
  const known = Object.values(failing).flat();
  expect(wrong.filter((code) => !known.includes(code))).toEqual([]);
  expect(known.filter((code) => !wrong.includes(code))).toEqual([]);
});
