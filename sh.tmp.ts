import { program } from "./tools/fuzz/programs.js"; import { shrunk, byPython, asPorted } from "./tools/fuzz/run.js"; import { port } from "./src/port/index.js";
const [seed, i] = process.argv.slice(2).map(Number) as [number, number];
const s = await shrunk(program(seed * 1_000_003 + i)); console.log(s); console.log("WANT", byPython([s])![0], "GOT", (await asPorted([s]))[0]); console.log(port(s, { target: "js" }).code);
