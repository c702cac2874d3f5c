/** Every recorded Python expression next to its TypeScript form: same text, same exception. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as np from "../../src/np/index.js";
import * as py from "../../src/py/index.js";

interface Pair {
  readonly python: string;
  readonly ts: string;
  readonly text?: string;
  readonly error?: readonly [type: string, message: string];
}

const file = new URL("../goldens/python/pairs.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly Pair[] };

/** The same value or exception as a text. */
function outcome(ts: string): string {
  try {
    const run = new Function("py", "np", `return ${ts};`) as (p: typeof py, n: typeof np) => unknown;
    return py.repr(run(py, np));
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${py.str(error)}` : String(error);
  }
}

describe("Python in TypeScript", () => {
  it.each(cases)("$python", ({ ts, text, error }) => {
    expect(outcome(ts)).toBe(text ?? `${error?.[0]}: ${error?.[1]}`);
  });
});
