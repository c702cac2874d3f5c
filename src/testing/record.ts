/** Runs a port in this process and records what record_tf1.py records of its original. */
import { pathToFileURL } from "node:url";
import { type Graph, getDefaultGraph, resetDefaultGraph } from "../graph/graph.js";
import type { SessionLike } from "../graph/sessions.js";
import { seed } from "../np/random/index.js";
import { setPrintSink } from "../py/print.js";
import { setDefaultTarget } from "../runtime/engines.js";
import { feedPairs, makeFeed } from "../runtime/feeds.js";
import { observeRuns } from "../runtime/observer.js";
import { arrayJson, fetchJson, graphJson, type Json, type NodeJson, valueJson } from "./encode.js";

export interface RunRecord {
  readonly stdout_at: number;
  readonly graph_size: number;
  readonly fetches: Json;
  readonly feeds: readonly { readonly name: Json; readonly value: Json }[];
  readonly result: Json;
  readonly error: string | null;
}

export interface PortRecord {
  readonly stdout: string;
  readonly trace: readonly RunRecord[];
  readonly graphs: readonly NodeJson[][];
  /** What the port threw, if it did. */
  readonly error: unknown;
}

function feedsJson(
  session: SessionLike,
  feed_dict: Parameters<typeof feedPairs>[0] | null | undefined,
): RunRecord["feeds"] {
  if (!feed_dict) return [];
  const pairs = feed_dict instanceof Map ? feed_dict : Array.isArray(feed_dict) ? feed_dict : Object.entries(feed_dict);
  return Array.from(pairs as Iterable<readonly [unknown, unknown]>, (pair) => feedJson(session, pair));
}

/** What a tensor is fed, also where the session refuses it. */
function partJson(session: SessionLike, key: unknown, value: unknown): Json {
  try {
    return arrayJson(makeFeed(session.graph, key, value).value);
  } catch {
    return valueJson(value);
  }
}

/** One feed; what stands for several tensors is recorded as one. */
function feedJson(session: SessionLike, pair: readonly [unknown, unknown]): RunRecord["feeds"][number] {
  const [key] = pair;
  const parts = [...feedPairs([pair] as Parameters<typeof feedPairs>[0])];
  if (parts.length > 1) {
    const arrays = parts.map(([k, v]) => partJson(session, k, v));
    if (Array.isArray(key)) return { name: fetchJson(key), value: arrays };
    return {
      name: fetchJson(key),
      value: { $sparse: { indices: arrays[0]!, values: arrays[1]!, dense_shape: arrays[2]! } },
    };
  }
  return parts.map(([key, value]) => {
    const { tensor, value: array } = makeFeed(session.graph, key, value);
    return { name: tensor.name, value: arrayJson(array) };
  })[0]!;
}

/**
 * Imports the port's module (it runs on import) with a fresh default graph, capturing its prints and runs. `target` is what
 * its sessions run on.
 */
export function runPort(file: string, target = ""): Promise<PortRecord> {
  return recordRun(() => import(pathToFileURL(file).href), target);
}

/** Runs `body` with a fresh default graph, capturing its prints and runs. */
export async function recordRun(body: () => unknown, target = ""): Promise<PortRecord> {
  setDefaultTarget(target);
  resetDefaultGraph();
  seed(null);
  let stdout = "";
  const trace: RunRecord[] = [];
  const graphs: Graph[] = [];
  const sink = setPrintSink((text) => {
    stdout += text;
  });
  const restoreObserver = observeRuns((event) => {
    const { session } = event;
    if (!graphs.includes(session.graph)) graphs.push(session.graph);
    trace.push({
      stdout_at: Buffer.byteLength(stdout),
      graph_size: session.graph.version,
      fetches: fetchJson(event.fetches),
      feeds: feedsJson(session, event.feed_dict),
      result: valueJson(event.result),
      error: event.error === null ? null : (event.error as Error).name,
    });
  });
  let error: unknown = null;
  try {
    await body();
  } catch (e) {
    error = e;
  } finally {
    setDefaultTarget("");
    restoreObserver();
    setPrintSink(sink);
  }
  const last = getDefaultGraph();
  if (!graphs.includes(last)) graphs.push(last);
  // The recorder leaves out graphs that stayed empty, unless there is no other.
  const used = graphs.filter((g) => g.version > 0 || graphs.length === 1);
  return { stdout, trace, graphs: used.map(graphJson), error };
}
