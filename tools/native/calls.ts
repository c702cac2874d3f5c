/**
 * Recorded calls on the native engine: `tsx tools/native/calls.ts [--all]`.
 * Source: test/goldens/ops. Without --all only the functions and operators that the ports of the recorded stories use.
 *
 * A call that the embedded engine fails says nothing about this one and is left out. One that differs because this
 * libtensorflow isn't TF 1.15 stands in differences.json with the reason. Ends with `N passed, N failed`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Case } from "../goldens/kinds/ops/case.js";
import { readFamilies, replayCase } from "../goldens/kinds/ops.js";
import { family } from "../goldens/replay.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const DIFFERENCES = Object.entries(
  JSON.parse(readFileSync(at("differences.json"), "utf8")) as Readonly<Record<string, readonly string[]>>,
).flatMap(([reason, patterns]) => patterns.map((text) => ({ reason, pattern: new RegExp(text) })));

/** What the ports of recorded scripts write: `tf.…` and operators of tensors. */
function namesInPorts(): Set<string> {
  const ports = at("../../ports");
  const stories = readdirSync(at("../../test/goldens/scripts")).map((f) => f.replace(/\..*$/, ""));
  const text = [...new Set(stories)].map((name) => readFileSync(join(ports, `${name}.ts`), "utf8")).join("\n");
  const functions = text.match(/\btf\.[\w.]+/g) ?? [];
  const operators = Array.from(text.matchAll(/\.(\w+)\(/g), (m) => `operator.${m[1]}`);
  return new Set([...functions, ...operators]);
}

/** The failure of a call on a target, null where it did what was recorded. */
function failureOf(one: Case, name: string, target: string): string | null {
  const into = { ...family(name), bits: { equal: 0, total: 0 } };
  replayCase(into, one, target);
  return into.failures[0]?.reason ?? null;
}

const wanted = process.argv.includes("--all") ? null : namesInPorts();
const isWanted = ({ fn }: Case): boolean => wanted === null || wanted.has(fn);
let passed = 0;
let failed = 0;
let leftOut = 0;
const differ = new Map<string, number>();

for (const [name, cases] of readFamilies(at("../../test/goldens/ops"))) {
  for (const one of cases.filter(isWanted)) {
    const problem = failureOf(one, name, "native");
    const known = DIFFERENCES.find(({ pattern }) => pattern.test(one.id));
    if (problem === null) passed++;
    else if (failureOf(one, name, "") !== null) leftOut++;
    else if (known) differ.set(known.reason, (differ.get(known.reason) ?? 0) + 1);
    else {
      failed++;
      console.log(`${one.id}: ${problem.split("\n").slice(0, 3).join("\n  ")}`);
    }
  }
}
for (const [reason, count] of differ) console.log(`${count} differ: ${reason}`);
console.log(`${leftOut} left out: the embedded engine fails them, too`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
