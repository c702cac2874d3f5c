/** Runs every example of docs/python-in-typescript.md and compares what it prints with the output beside it. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as np from "../../src/np/index.js";
import * as py from "../../src/py/index.js";

const page = readFileSync(new URL("../../docs/python-in-typescript.md", import.meta.url), "utf8");
const EXAMPLE = /```ts\n(.*?)```\n```text\n(.*?)```/gs;
const examples = Array.from(page.matchAll(EXAMPLE), ([, ts, text]) => ({ ts: ts!, text: text! }));

function output(code: string): string {
  let out = "";
  const before = py.setPrintSink((text) => {
    out += text;
  });
  try {
    new Function("np", "py", "print", code)(np, py, py.print);
  } finally {
    py.setPrintSink(before);
  }
  return out;
}

it("finds every example", () => {
  expect(examples.length).toBe(page.split("```ts\n").length - 1);
});

it.each(examples)("prints what Python prints: $ts", ({ ts, text }) => {
  expect(output(ts)).toBe(text);
});
