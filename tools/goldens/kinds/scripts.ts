/**
 * scripts: whole programs. Runs the port of each recorded original and compares stdout, every Session.run and the graphs.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { differentNumbers, differentText } from "../../../src/testing/compare_stdout.js";
import type { Bits } from "../../../src/testing/compare_values.js";
import { compareGraphs, compareTraces, readGolden } from "../../../src/testing/golden.js";
import { runPort } from "../../../src/testing/record.js";
import { type Family, family, type Kind, type ReplayOptions } from "../replay.js";

const PORTS = fileURLToPath(new URL("../../../ports", import.meta.url));

async function replayOne(file: string, name: string, target: string): Promise<Family> {
  const f = family(name);
  const port = join(PORTS, `${name}.ts`);
  if (!existsSync(port)) {
    f.failures.push({ id: `${name}/port`, reason: "no port of this script in ports/" });
    return f;
  }
  const golden = readGolden(file);
  const record = await runPort(port, target);
  // Another libtensorflow than the recorded one rounds differently.
  const compareStdout = target === "native" ? differentNumbers : differentText;
  const bits: Bits = { equal: 0, total: 0 };
  const parts: [string, string | null][] = [
    ["ends", record.error === null ? null : String((record.error as Error).stack ?? record.error)],
    ["graph", compareGraphs(golden, record)],
    ["trace", compareTraces(golden, record, bits)],
    ["stdout", compareStdout(golden.stdout, record.stdout)],
  ];
  for (const [part, problem] of parts) {
    if (problem === null) f.passed++;
    else f.failures.push({ id: `${name}/${part}`, reason: problem });
  }
  f.bits = bits;
  return f;
}

export const scripts: Kind = {
  describe: "recorded programs against their ports in ports/; with --ported, translated",
  async replay(dir: string, options: ReplayOptions): Promise<Family[]> {
    if (options.flags.has("ported")) return (await import("./ported.js")).replayPorted(dir, options);
    const files = readdirSync(dir).filter((f) => /\.golden\.json(\.gz)?$/.test(f));
    const out: Family[] = [];
    for (const file of files.sort()) {
      const name = file.replace(/\.golden\.json(\.gz)?$/, "");
      if (options.only !== null && !name.includes(options.only)) continue;
      out.push(await replayOne(join(dir, file), name, options.target));
    }
    return out;
  },
};
