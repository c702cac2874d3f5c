/**
 * What a dict is made from or grows by: another dict, named entries, or pairs.
 * Source: PyDict_MergeFromSeq2 (Python 3.7).
 */
import { TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { iterate, list } from "./iteration.js";

function pair(x: unknown, i: number): readonly [unknown, unknown] {
  let items: unknown[];
  try {
    items = list(x);
  } catch (error) {
    if (!(error instanceof TypeError_)) throw error;
    throw new TypeError_(`cannot convert dictionary update sequence element #${i} to a sequence`, { cause: error });
  }
  if (items.length !== 2) {
    throw new ValueError(`dictionary update sequence element #${i} has length ${items.length}; 2 is required`);
  }
  return [items[0], items[1]];
}

/** The entries of one argument of dict() or dict.update(). Raises TypeError and ValueError. */
export function* pairsOf(part: unknown): Generator<readonly [unknown, unknown], void, undefined> {
  if (part instanceof Map) yield* part as Map<unknown, unknown>;
  else if (isPlainObject(part)) yield* Object.entries(part);
  else {
    let i = 0;
    const items = iterate(part);
    for (let step = items.next(); !step.done; step = items.next()) yield pair(step.value, i++);
  }
}
