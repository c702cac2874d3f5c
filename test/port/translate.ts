/** Runs translated programs in this process. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { port } from "tf1-compat/port";
import { recordRun } from "../../src/testing/record.js";

/** Within the package, so that its own name leads to the sources. */
const OUT = fileURLToPath(new URL("../../.build/port-tests", import.meta.url));

/** What the program prints; raises what it raises. */
export async function printed(name: string, source: string): Promise<string> {
  mkdirSync(OUT, { recursive: true });
  const file = join(OUT, `${name}.mjs`);
  writeFileSync(file, port(source, { filename: `${name}.py`, target: "js" }).code);
  const { stdout, error } = await recordRun(() => import(pathToFileURL(file).href));
  if (error !== null) throw error;
  return stdout;
}
