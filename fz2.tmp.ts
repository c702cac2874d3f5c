import { program } from "./tools/fuzz/programs.js";
import { byPython, asPorted } from "./tools/fuzz/run.js";
const n = Number(process.argv[2] ?? 60), seed = Number(process.argv[3] ?? 1);
const ps = Array.from({ length: n }, (_, i) => program(seed * 1_000_003 + i));
const w = byPython(ps)!; const g = await asPorted(ps);
let ok = 0;
const kinds = new Map<string, number>();
for (let i = 0; i < n; i++) { if (w[i] === g[i]) { ok++; continue; }
  const a = w[i]!.split("\n"), b = g[i]!.split("\n"); const k = a.findIndex((l, j) => l !== b[j]);
  const key = `${i}: want ${a[k]?.slice(0, 150)} | got ${b[k]?.slice(0, 150)}`; console.log(key); }
console.log(ok, "of", n);
