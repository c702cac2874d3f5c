/** Replays numpy_legacy.json: calls on np.random with a seed, two results each, every bit. */
import { copyAs } from "../../../src/np/casting.js";
import { asStrided } from "../../../src/np/convert.js";
import * as random from "../../../src/np/random/index.js";
import { Strided } from "../../../src/np/strided.js";
import { readCall } from "../python_call.js";
import { check, type Family, family, type Kind } from "../replay.js";
import { difference, type Recorded } from "../rng_values.js";
import { readGolden } from "./numerics.js";

interface Case {
  readonly seed: number | number[];
  readonly call: string;
  readonly steps?: readonly string[];
  readonly values: readonly unknown[];
}

const SHARED = new Map<string, unknown>(Object.entries(random));

/** A call on the program's shared stream (`np.random.f`), or on one of its own for what only RandomState has. */
function run(line: string, own: random.RandomState): unknown {
  const { name, args } = readCall(line);
  const shared = SHARED.get(name);
  if (typeof shared === "function") return shared(...args);
  const method: unknown = own[name as keyof random.RandomState];
  if (typeof method !== "function") throw new Error(`no np.random.${name}`);
  return method.apply(own, args);
}

/** What differs between a result and its record. */
function compare(recorded: unknown, got: unknown): string | null {
  if (got instanceof Uint8Array) return [...got].join() === String(recorded) ? null : `bytes ${[...got]}`;
  if (typeof recorded === "string" || typeof recorded === "number") {
    return Object.is(recorded, got) ? null : `${String(got)}, recorded ${recorded}`;
  }
  const record = recorded as Recorded;
  if (typeof got === "number" || typeof got === "bigint") {
    // Python's own numbers: a float where the record's dtype is one.
    return difference(record, { dtype: record.$t?.dtype ?? "", shape: [], data: [got] });
  }
  const array = Array.isArray(got) ? asStrided(got) : got;
  if (!(array instanceof Strided)) return `not an array: ${String(got)}`;
  const text = array.dtype.kind === "U";
  const data = copyAs(array).data;
  if (!text) return difference(record, { dtype: array.dtype.name, shape: array.shape, data: data as number[] });
  return record.$t?.data.join() === (data as string[]).join() ? null : `${String(data)}, recorded ${record.$t?.data}`;
}

function replay(c: Case): void {
  random.seed(c.seed);
  const own = new random.RandomState(c.seed);
  const problems: string[] = [];
  let kept: unknown = null;
  c.values.forEach((recorded, k) => {
    const step = c.steps?.[k] ?? c.call;
    if (c.call.startsWith("shuffle(")) {
      // In place: the second shuffle goes on with what the first one left.
      kept ??= readCall(c.call).args[0];
      random.shuffle(kept as unknown[]);
      problems.push(compare(recorded, kept) ?? "");
    } else problems.push(compare(recorded, run(step, own)) ?? "");
  });
  const wrong = problems.filter((p) => p !== "");
  if (wrong.length > 0) throw new Error(wrong.join("; "));
}

/** The state after some draws, item by item. */
function replayState(c: Case): void {
  random.seed(c.seed);
  const after = /after (.+)$/.exec(c.call)?.[1];
  if (after) run(after, new random.RandomState(c.seed));
  const state = random.get_state();
  c.values.forEach((recorded, i) => {
    const problem = compare(recorded, state[i]);
    if (problem !== null) throw new Error(`state[${i}]: ${problem}`);
  });
}

/** All cases of a parsed golden file, or those whose id contains a text. */
export function replayNumpy(cases: readonly Case[], only: string | null): Family[] {
  const families = new Map<string, Family>();
  for (const c of cases) {
    const id = `${JSON.stringify(c.seed)} ${c.call}`;
    if (only !== null && !id.includes(only)) continue;
    const name = /^\w+/.exec(c.call)?.[0] ?? c.call;
    const into = families.get(name) ?? family(name);
    families.set(name, into);
    check(into, id, () => (c.call.startsWith("get_state") ? replayState(c) : replay(c)));
  }
  return [...families.values()];
}

export const rngNumpy: Kind = {
  describe: "np.random: legacy streams and distributions",
  replay(dir, options) {
    const doc = readGolden(dir, "numpy_legacy") as { cases: Case[] } | null;
    return doc === null ? [] : replayNumpy(doc.cases, options.only);
  },
};
