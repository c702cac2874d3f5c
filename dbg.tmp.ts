import { parse } from "py-ast"; import { program } from "./tools/fuzz/programs.js";
let shown = 0;
for (let i = 0; i < 60 && shown < 12; i++) { const p = program(1_000_003 + i); const lines = p.split("\n"); const m = parse(p);
 const walk = (x: any): void => { if (typeof x !== "object" || !x) return; if (Array.isArray(x)) return x.forEach(walk); if (x.nodeType === "Constant" && typeof x.value === "number") { const s = lines[x.lineno-1]!.slice(x.col_offset, x.end_col_offset); if (!/^[\d.]/.test(s) && shown++ < 12) console.log(JSON.stringify(s), x.value, x.lineno, x.col_offset, "|", lines[x.lineno-1]); } Object.values(x).forEach(walk); };
 walk(m.body); }
