/**
 * npm run -s fuzz -- [COUNT] [--seed S] [--most N]: random programs by CPython and as ported; shows the first differences,
 * each cut down to what it needs. Ends with `N passed, N failed`.
 */
import { parseArgs } from "node:util";
import { program } from "./programs.js";
import { asPorted, byPython, shrunk } from "./run.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string" }, most: { type: "string" } },
});
const count = Number(positionals[0] ?? 200);
const seed = Number(values.seed ?? 1);
const most = Number(values.most ?? 3);

const programs = Array.from({ length: count }, (_, i) => program(seed * 1_000_003 + i));
const want = byPython(programs);
if (want === null) {
  console.log("skipped: there is no python3 here");
} else {
  const got = await asPorted(programs);
  const failed = programs.flatMap((_, i) => (want[i] === got[i] ? [] : [i]));
  for (const i of failed.slice(0, most)) {
    const small = await shrunk(programs[i]!);
    console.log(
      `--- program ${i} of seed ${seed}\n${small}\n--- want\n${byPython([small])![0]}--- got\n${(await asPorted([small]))[0]}`,
    );
  }
  console.log(`${count - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
