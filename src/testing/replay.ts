/**
 * Replays a port against a record of its original.
 */
import { differentText } from "./compare_stdout.js";
import type { Bits, Tolerance } from "./compare_values.js";
import { compareGraphs, compareTraces, readGolden, TRACE } from "./golden.js";
import { type PortRecord, recordRun, runPort } from "./record.js";

export interface Replay {
  /** The first difference, in the order stdout, runs, graphs; null where there is none. */
  readonly difference: string | null;
  readonly stdout: string | null;
  readonly trace: string | null;
  readonly graph: string | null;
  /** What the port threw, though the original ended well. */
  readonly error: unknown;
  /** Floats compared, and how many have the original's bits. */
  readonly bits: Bits;
}

export interface ReplayOptions extends Partial<Tolerance> {
  /** Compare the graphs node by node, too (default). */
  readonly graph?: boolean;
}

/** How a record compares with a golden: stdout line by line, Session.run by Session.run, node by node. */
export function compareToGolden(record: PortRecord, golden: string, options: ReplayOptions = {}): Replay {
  const original = readGolden(golden);
  const bits: Bits = { equal: 0, total: 0 };
  const tolerance = { rtol: options.rtol ?? TRACE.rtol, atol: options.atol ?? TRACE.atol };
  const stdout = differentText(original.stdout, record.stdout);
  const trace = compareTraces(original, record, bits, tolerance);
  const graph = options.graph === false ? null : compareGraphs(original, record);
  const ended = record.error === null ? null : `the port ended with ${String(record.error)}`;
  const first =
    ended ?? (stdout && `stdout, ${stdout}`) ?? (trace && `Session.run, ${trace}`) ?? (graph && `graph, ${graph}`);
  return { difference: first, stdout, trace, graph, error: record.error, bits };
}

/** Runs a port, the path of its module or a function, and compares it with the record of its original. */
export async function replay(
  port: string | (() => unknown),
  golden: string,
  options: ReplayOptions = {},
): Promise<Replay> {
  const record = typeof port === "string" ? await runPort(port) : await recordRun(port);
  return compareToGolden(record, golden, options);
}
