/**
 * PyTuple: a JavaScript array that Python calls a tuple, so that shapes print as `(2, 3)`.
 * Source: Python's tuple.
 */

export class PyTuple<T = unknown> extends Array<T> {
  /** map, filter and slice of a tuple give plain lists. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A tuple of the items, whatever their number (`new PyTuple(3)` would be three holes). */
export function tuple<T>(items: Iterable<T>): PyTuple<T> {
  if (items instanceof PyTuple) return items;
  const out = new PyTuple<T>();
  if (Array.isArray(items)) for (let i = 0; i < items.length; i++) out.push(items[i]);
  else for (const item of items) out.push(item);
  return out;
}
