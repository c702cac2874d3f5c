/** Replays the bit patterns of numeric kernels: DIR holds elementwise, matmul, reductions, optimizers as .json or .json.gz. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Family, Kind } from "../replay.js";

/** One file of goldens: what turns its parsed JSON into counts. */
type ReplayFile = (doc: never, only: string | null) => Family[];

const FILES: Record<string, () => Promise<ReplayFile>> = {
  elementwise: async () => (await import("./numerics/elementwise.js")).replayElementwise,
  matmul: async () => (await import("./numerics/matmul.js")).replayMatmul,
  conv: async () => (await import("./numerics/conv.js")).replayConv,
  reductions: async () => (await import("./numerics/reductions.js")).replayReductions,
  optimizers: async () => (await import("./numerics/optimizers.js")).replayOptimizers,
};

/** The parsed document NAME.json or NAME.json.gz of a folder, null if it has neither. */
export function readGolden(dir: string, name: string): unknown {
  const path = join(dir, `${name}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8"));
  if (existsSync(`${path}.gz`)) return JSON.parse(gunzipSync(readFileSync(`${path}.gz`)).toString("utf8"));
  return null;
}

export const numerics: Kind = {
  describe: "bit patterns of numeric kernels",
  async replay(dir, options) {
    const out: Family[] = [];
    for (const [name, load] of Object.entries(FILES)) {
      const doc = readGolden(dir, name);
      if (doc !== null) out.push(...(await load())(doc as never, options.only));
    }
    return out;
  },
};
