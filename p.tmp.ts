import { readFileSync, writeFileSync } from "node:fs";
import { port } from "/work/wt/port2/src/port/index.ts";
const f = process.argv[2]!;
const r = port(readFileSync(f, "utf8"), { filename: f.split("/").at(-1)!, target: (process.argv[3] ?? "ts") as "ts" });
console.log(r.code); for (const d of r.diagnostics) console.error(`${d.line}:${d.column} ${d.kind} ${d.message}`);
