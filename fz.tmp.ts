import { program } from "./tools/fuzz/programs.js";
import { byPython, asPorted } from "./tools/fuzz/run.js";
for (let i = 0; i < 30; i++) { const p = program(1_000_003 + i); console.log(i, p.length, p.split("\n").length); const t = Date.now(); 
 const w = byPython([p]); console.log(" py", Date.now() - t); const t2 = Date.now(); const g = await asPorted([p]); console.log(" js", Date.now() - t2, w![0] === g[0]); }
