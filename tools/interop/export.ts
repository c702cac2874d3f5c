/**
 * Writes what a real TensorFlow needs to check our graphs: for each port its GraphDef (protocol buffer text) and its runs.
 *
 *   npx tsx tools/interop/export.ts OUT_DIR PORT ...
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getDefaultGraph } from "../../src/graph/graph.js";
import { runPort } from "../../src/testing/record.js";

const [out, ...ports] = process.argv.slice(2);
if (out === undefined || ports.length === 0) throw new Error("usage: export.ts OUT_DIR PORT ...");
mkdirSync(out, { recursive: true });
for (const port of ports) {
  const record = await runPort(fileURLToPath(new URL(`../../ports/${port}.ts`, import.meta.url)));
  if (record.error !== null) throw record.error;
  writeFileSync(join(out, `${port}.pbtxt`), String(getDefaultGraph().as_graph_def()));
  writeFileSync(join(out, `${port}.json`), JSON.stringify(record.trace));
}
