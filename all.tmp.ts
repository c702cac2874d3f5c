import { readFileSync, writeFileSync, readdirSync, mkdirSync } from "node:fs";
import { port } from "./src/port/index.js";
const dir = process.argv[2]!; const out = process.argv[3]!;
mkdirSync(out, { recursive: true });
for (const f of readdirSync(dir).filter((f) => f.endsWith(".py"))) {
  try {
    const r = port(readFileSync(`${dir}/${f}`, "utf8"), { filename: f });
    writeFileSync(`${out}/${f.replace(".py", ".ts")}`, r.code);
    const js = port(readFileSync(`${dir}/${f}`, "utf8"), { filename: f, target: "js" });
    writeFileSync(`${out}/${f.replace(".py", ".mjs")}`, js.code);
    for (const d of r.diagnostics) console.log(`${f}:${d.line}:${d.column} ${d.kind} ${d.message}`);
  } catch (e) { console.log(f, "CRASH", (e as Error).stack?.split("\n").slice(0,4).join(" | ")); }
}
