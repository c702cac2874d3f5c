/**
 * npx tsx tools/gen/ops_not_yet.ts: writes the list of functions that goldens call and the package does not have yet.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Case } from "../goldens/kinds/ops/case.js";
import { findCalled } from "../goldens/kinds/ops/forms.js";
import { readFamilies } from "../goldens/kinds/ops.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Names that Python has and the package has not, sorted. */
export function functionsNotYet(families: ReadonlyMap<string, readonly Case[]>): string[] {
  const names = new Set<string>();
  for (const one of [...families.values()].flat()) {
    if (one.error?.type !== "AttributeError" && !findCalled(one.fn)) names.add(one.fn);
  }
  return [...names].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const list = functionsNotYet(readFamilies(at("../../test/goldens/ops")));
  writeFileSync(at("../../test/golden/ops_not_yet.json"), `${JSON.stringify(list, null, 2)}\n`);
}
