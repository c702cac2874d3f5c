import * as tf from "./src/compat/tf.js"; import * as np from "./src/np/index.js"; import * as py from "./src/py/index.js";
const seen = new Set<unknown>();
function walk(path: string, v: any, depth: number) {
  for (const k of Object.keys(v)) { const x = v[k]; const p = `${path}.${k}`;
    if (typeof x === "function" && /^class\b/.test(Function.prototype.toString.call(x))) console.log("class", p);
    else if (x && typeof x === "object" && depth < 4 && !seen.has(x) && Object.prototype.toString.call(x) === "[object Module]") { seen.add(x); walk(p, x, depth + 1); } } }
walk("tf", tf, 0); walk("np", np, 0); walk("py", py, 0);
