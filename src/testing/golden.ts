/**
 * Records of originals (record_tf1.py), and how a port's own record compares with them.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Bits, difference, resolved, type Tolerance } from "./compare_values.js";
import type { Json, NodeJson } from "./encode.js";
import type { PortRecord } from "./record.js";

/** Within 1e-5 relative, 1e-6 absolute. */
export const TRACE: Tolerance = { rtol: 1e-5, atol: 1e-6 };
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

export function compareTraces(
  golden: ScriptGolden,
  port: PortRecord,
  bits: Bits,
  tolerance: Tolerance = TRACE,
): string | null {
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
      tolerance,
      { equal: 0, total: 0 },
      `run ${i} feeds`,
    );
    if (feeds) return feeds;
    const failed = want.error !== undefined && want.error !== null;
    if (failed !== (got.error !== null))
      return `run ${i}: ${failed ? "the original failed, ours did not" : `failed with ${got.error}`}`;
    const result = difference(
      resolved(want.result ?? null, golden.pool),
      got.result,
      tolerance,
      bits,
      `run ${i} result`,
    );
    if (result) return result;
  }
  return port.trace.length > golden.trace.length
    ? `${port.trace.length - golden.trace.length} runs more than the original`
    : null;
}
