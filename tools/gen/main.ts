/**
 * npm run gen: writes every file that is made from other files.
 *
 *   npm run gen            writes what is stale, and says so
 *   npm run gen -- --check writes nothing; exit 1 if anything is stale
 *
 * src/graph/op_defs.generated.ts is made from TensorFlow's wheel, by op_defs.py, and doesn't change.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { apiText } from "./api_text.js";
import { elementwiseLoops } from "./elementwise_loops.js";
import { npLoops } from "./np_loops.js";
import { portApi } from "./port_api.js";
import { portingDoc } from "./porting_doc.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** In the order of making: the public names come last, the compiler reads the sources for them. */
export const GENERATED: Readonly<Record<string, () => string>> = {
  "src/np/loops.generated.ts": npLoops,
  "src/numerics/elementwise/loops.generated.ts": elementwiseLoops,
  "docs/api.txt": apiText,
  "src/port/api.generated.ts": portApi,
  "docs/porting.md": portingDoc,
};

export function isFresh(path: string): boolean {
  const file = join(root, path);
  return existsSync(file) && readFileSync(file, "utf8") === GENERATED[path]!();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes("--check");
  for (const [path, text] of Object.entries(GENERATED)) {
    if (isFresh(path)) continue;
    console.log(check ? `${path} is stale: npm run gen` : `wrote ${path}`);
    if (check) process.exitCode = 1;
    else writeFileSync(join(root, path), text());
  }
}
