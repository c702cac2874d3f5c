import { readdirSync } from "node:fs";
import { compareGraphs, compareTraces, readGolden } from "./tools/goldens/kinds/scripts.js";
import { runPort } from "./tools/goldens/kinds/scripts/port_run.js";
import { differentText } from "./tools/goldens/kinds/scripts/stdout.js";
const dir = "/work/shared/goldens/scripts";
for (const f of readdirSync(dir).filter((f) => /\.golden\.json(\.gz)?$/.test(f))) {
  const name = f.replace(/\.golden.*/, "");
  if (process.argv[2] && !name.includes(process.argv[2])) continue;
  const g = readGolden(`${dir}/${f}`);
  const r = await runPort(`/work/wt/port2/ported.tmp/${name}.ts`, "");
  const bits = { equal: 0, total: 0 };
  const e = r.error as Error | null;
  console.log(name, "| ends:", e === null ? "ok" : String(e.stack ?? e).split("\n").slice(0, 2).join(" ").slice(0, 200), "| graph:", compareGraphs(g, r)?.slice(0, 100) ?? "ok", "| trace:", compareTraces(g, r, bits)?.slice(0, 100) ?? "ok", "| stdout:", differentText(g.stdout, r.stdout)?.slice(0, 200) ?? "ok");
}
process.exit(0);
