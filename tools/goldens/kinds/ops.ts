/**
 * Replays calls of the public API: every family file NAME.json or NAME.json.gz in DIR.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { check, type Family, family, type Kind, type ReplayOptions } from "../replay.js";
import type { Case } from "./ops/case.js";
import { problems, toleranceOf } from "./ops/compare.js";
import { NotThere } from "./ops/functions.js";
import { runCall } from "./ops/run.js";

/** The families of a folder with their cases. */
export function readFamilies(dir: string): Map<string, readonly Case[]> {
  const out = new Map<string, readonly Case[]>();
  for (const file of readdirSync(dir).sort()) {
    const name = /^(.*)\.json(\.gz)?$/.exec(file)?.[1];
    if (name === undefined) continue;
    const bytes = readFileSync(join(dir, file));
    const text = file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
    out.set(name, JSON.parse(text) as Case[]);
  }
  return out;
}

/** True where Python has no such name either: a property that is not there says the same. */
function isMissingName(one: Case, error: unknown): boolean {
  return (
    error instanceof NotThere && one.error?.message === `module 'tensorflow' has no attribute '${one.fn.slice(3)}'`
  );
}

function outcomeProblems(one: Case, into: Family, target: string): readonly string[] {
  try {
    return problems(one, runCall(one, target), toleranceOf(into.name), into.bits!);
  } catch (error) {
    if (isMissingName(one, error)) return [];
    throw error;
  }
}

/** Runs one case and counts it. */
export function replayCase(into: Family, one: Case, target: string): void {
  check(into, one.id, () => {
    const found = outcomeProblems(one, into, target);
    if (found.length > 0) throw new Error(found.join("\n"));
  });
}

export const ops: Kind = {
  describe: "calls of the public API: values, gradients, static shapes, names, errors",
  replay(dir: string, options: ReplayOptions): Family[] {
    const out: Family[] = [];
    for (const [name, cases] of readFamilies(dir)) {
      const into: Family = { ...family(name), bits: { equal: 0, total: 0 } };
      const { only } = options;
      for (const one of cases) {
        if (only === null || one.id.includes(only) || one.fn.includes(only)) replayCase(into, one, options.target);
      }
      if (into.passed + into.failures.length > 0) out.push(into);
    }
    return out;
  },
};
