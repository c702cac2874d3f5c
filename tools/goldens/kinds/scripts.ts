/**
 * scripts: whole programs. Runs the port of each recorded original and compares stdout, every Session.run and the graphs.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type Family, family, type Kind, type ReplayOptions } from "../replay.js";
import { type Bits, difference, resolved, type Tolerance } from "./scripts/compare.js";
import type { Json, NodeJson } from "./scripts/encode.js";
import { type PortRecord, runPort } from "./scripts/port_run.js";
import { differentNumbers, differentText } from "./scripts/stdout.js";

/** Issue 3: within 1e-5 relative, 1e-6 absolute. */
const TRACE: Tolerance = { rtol: 1e-5, atol: 1e-6 };
const EXACT: Tolerance = { rtol: 0, atol: 0 };

interface GoldenRun {
  readonly stdout_at: number;
  readonly graph_size: number;
  readonly fetches: Json;
  readonly feeds: readonly { readonly name: Json; readonly value: Json }[];
  readonly result?: Json;
  readonly error?: { readonly class?: string; readonly type?: string };
}

export interface ScriptGolden {
  readonly name: string;
  readonly stdout: string;
  readonly trace: readonly GoldenRun[];
  readonly graphs: readonly { readonly nodes: readonly NodeJson[] }[];
  readonly pool: readonly Json[];
}

export function readGolden(file: string): ScriptGolden {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")) as ScriptGolden;
}

const PORTS = fileURLToPath(new URL("../../../ports", import.meta.url));

/** Node by node: name, op, inputs, attrs, device, static output shapes, in order. */
export function compareGraphs(golden: ScriptGolden, port: PortRecord): string | null {
  if (golden.graphs.length !== port.graphs.length)
    return `want ${golden.graphs.length} graphs, got ${port.graphs.length}`;
  for (const [g, { nodes }] of golden.graphs.entries()) {
    const mine = port.graphs[g]!;
    for (const [i, want] of nodes.entries()) {
      const got = mine[i];
      if (!got)
        return `graph ${g}: want ${nodes.length} nodes, got ${mine.length}; the next is ${want.op} ${want.name}`;
      for (const key of ["name", "op", "inputs", "device", "attrs", "outputs"] as const) {
        const d = difference(
          resolved(want[key] as Json, golden.pool),
          got[key] as Json,
          EXACT,
          { equal: 0, total: 0 },
          `graph ${g} node ${i} ${want.op} ${want.name} ${key}`,
        );
        if (d) return d;
      }
    }
    if (mine.length > nodes.length)
      return `graph ${g}: ${mine.length - nodes.length} nodes more than the original, first ${mine[nodes.length]!.name}`;
  }
  return null;
}

export function compareTraces(golden: ScriptGolden, port: PortRecord, bits: Bits): string | null {
  for (const [i, want] of golden.trace.entries()) {
    const got = port.trace[i];
    if (!got) return `want ${golden.trace.length} runs, got ${port.trace.length}`;
    if (want.graph_size !== got.graph_size)
      return `run ${i}: the graph had ${want.graph_size} nodes, ours ${got.graph_size}`;
    const fetches = difference(want.fetches, got.fetches, EXACT, { equal: 0, total: 0 }, `run ${i} fetches`);
    if (fetches) return fetches;
    const feeds = difference(
      resolved(want.feeds as unknown as Json, golden.pool),
      got.feeds as unknown as Json,
      TRACE,
      { equal: 0, total: 0 },
      `run ${i} feeds`,
    );
    if (feeds) return feeds;
    const failed = want.error !== undefined && want.error !== null;
    if (failed !== (got.error !== null))
      return `run ${i}: ${failed ? "the original failed, ours did not" : `failed with ${got.error}`}`;
    const result = difference(resolved(want.result ?? null, golden.pool), got.result, TRACE, bits, `run ${i} result`);
    if (result) return result;
  }
  return port.trace.length > golden.trace.length
    ? `${port.trace.length - golden.trace.length} runs more than the original`
    : null;
}

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
