/**
 * From Python seeds to the two seeds of a random node.
 * Source: tf.get_seed, tf.set_random_seed (tensorflow/python/framework/random_seed.py).
 */
import { getDefaultGraph } from "../../graph/graph.js";

const DEFAULT_GRAPH_SEED = 87654321;
const MODULUS = 2n ** 31n - 1n;

/** An integer seed. */
export type Seed = number | bigint;

/** Python's %: never negative. */
function truncate(seed: Seed): number {
  const r = BigInt(seed) % MODULUS;
  return Number(r < 0n ? r + MODULUS : r);
}

/**
 * Attributes seed and seed2 of a node made now. Without any seed both are 0: the kernel seeds itself.
 * The graph's seed alone takes the number of operations made so far as second seed.
 */
export function getSeed(opSeed: Seed | null): { seed: number; seed2: number } {
  const graph = getDefaultGraph();
  if (graph.seed === null && opSeed === null) return { seed: 0, seed2: 0 };
  const first = truncate(graph.seed ?? DEFAULT_GRAPH_SEED);
  const second = truncate(opSeed ?? graph.lastId);
  return first === 0 && second === 0 ? { seed: 0, seed2: Number(MODULUS) } : { seed: first, seed2: second };
}

/** tf.set_random_seed: seeds all random operations made from now on in the default graph. */
export function set_random_seed(seed: Seed | null): void {
  getDefaultGraph().seed = seed;
}

/** tf.get_seed: the seeds a random operation with that op seed would get; nulls when there are none. */
export function get_seed(op_seed: Seed | null): [number | null, number | null] {
  if (getDefaultGraph().seed === null && op_seed === null) return [null, null];
  const { seed, seed2 } = getSeed(op_seed);
  return [seed, seed2];
}
