/**
 * npx tsx tools/gen/ops_known_failures.ts: writes the recorded calls that still differ, with the reason, for the functions
 * that are there. A test holds the list: a call that starts to agree must leave it.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readFamilies, replayCase } from "../goldens/kinds/ops.js";
import { family } from "../goldens/replay.js";
import { functionsNotYet } from "./ops_not_yet.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const families = readFamilies(at("../../test/goldens/ops"));
const notYet = new Set(functionsNotYet(families));
const differ: Record<string, string> = {};
for (const [name, cases] of families) {
  const into = { ...family(name), bits: { equal: 0, total: 0 } };
  for (const one of cases) if (!notYet.has(one.fn)) replayCase(into, one, "");
  for (const { id, reason } of into.failures) differ[id] = reason.split("\n")[0]!.slice(0, 160);
}
writeFileSync(at("../../test/golden/ops_known_failures.json"), `${JSON.stringify(differ, null, 2)}\n`);
console.log(`${Object.keys(differ).length} recorded calls differ`);
