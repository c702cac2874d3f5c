/** Random Python programs print the same by CPython and as ported. Skipped where there is no python3. */
import { expect, it } from "vitest";
import { program } from "../../tools/fuzz/programs.js";
import { asPorted, byPython } from "../../tools/fuzz/run.js";

const COUNT = 60;

it(`${COUNT} random programs`, { timeout: 120_000 }, async ({ skip }) => {
  const programs = Array.from({ length: COUNT }, (_, i) => program(90_000 + i));
  const want = byPython(programs);
  if (want === null) return skip("there is no python3 here");
  const got = await asPorted(programs);
  for (const [i, source] of programs.entries()) expect(got[i], source).toBe(want[i]);
});
