/**
 * Nested structures of graph elements: lists, tuples, dicts, and what consists of several tensors.
 * Source: tf.nest (tensorflow/python/util/nest.py, util.cc).
 */
import { ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { PyTuple } from "../np/pytuple.js";
import { str } from "../py/convert.js";
import { IndexedSlices } from "./indexed_slices.js";
import { pythonTypeName } from "./python_type.js";
import { SparseTensor } from "./sparse_tensor.js";
import type { Tensor } from "./tensor.js";

/** A value that holds several tensors and can be put together again from others. */
interface Composite {
  readonly parts: readonly Tensor[];
  rebuild(parts: readonly unknown[]): unknown;
}

function composite(x: unknown): Composite | null {
  if (x instanceof SparseTensor) {
    return {
      parts: [x.indices, x.values, x.dense_shape],
      rebuild: ([i, v, d]) => new SparseTensor(i as Tensor, v as Tensor, d as Tensor),
    };
  }
  if (x instanceof IndexedSlices) {
    return {
      parts: x.dense_shape ? [x.values, x.indices, x.dense_shape] : [x.values, x.indices],
      rebuild: ([v, i, d]) => new IndexedSlices(v as Tensor, i as Tensor, (d as Tensor | undefined) ?? null),
    };
  }
  return null;
}

/** Items of a list, tuple or dict (by sorted keys); null for anything else. */
function itemsOf(x: unknown): readonly unknown[] | null {
  if (Array.isArray(x)) return x;
  if (x instanceof Map) return sortedKeys(x).map((k) => x.get(k));
  return isPlainObject(x)
    ? Object.keys(x)
        .sort()
        .map((k) => x[k])
    : null;
}

function sortedKeys(map: ReadonlyMap<unknown, unknown>): unknown[] {
  return [...map.keys()].sort((a, b) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0));
}

/** Keys of a dict; null for anything else. */
function keysOf(x: unknown): unknown[] | null {
  if (x instanceof Map) return sortedKeys(x);
  return isPlainObject(x) ? Object.keys(x).sort() : null;
}

export function isNested(x: unknown): boolean {
  return itemsOf(x) !== null;
}

/** tf.nest.flatten: the leaves in order; with `expand`, sparse tensors and slices as their parts. */
export function flatten(structure: unknown, expand = false): unknown[] {
  const items = itemsOf(structure);
  if (items) return items.flatMap((item) => flatten(item, expand));
  const parts = expand ? composite(structure) : null;
  return parts ? [...parts.parts] : [structure];
}

/** tf.nest.map_structure for one structure: the same nesting with each leaf replaced. */
export function mapStructure(structure: unknown, leaf: (x: unknown) => unknown, expand = false): unknown {
  if (Array.isArray(structure)) {
    const made = structure.map((item) => mapStructure(item, leaf, expand));
    return structure instanceof PyTuple ? likeTuple(structure, made) : made;
  }
  if (structure instanceof Map) {
    const made = new Map(sortedKeys(structure).map((k) => [k, mapStructure(structure.get(k), leaf, expand)]));
    const Kind = structure.constructor as MapConstructor;
    return new Kind([...structure.keys()].map((k) => [k, made.get(k)]));
  }
  if (isPlainObject(structure)) {
    const keys = Object.keys(structure);
    const made = new Map([...keys].sort().map((k) => [k, mapStructure(structure[k], leaf, expand)]));
    return Object.fromEntries(keys.map((k) => [k, made.get(k)]));
  }
  const parts = expand ? composite(structure) : null;
  return parts ? parts.rebuild(parts.parts.map(leaf)) : leaf(structure);
}

/** A tuple of the same kind, named ones included. */
function likeTuple(like: PyTuple, items: readonly unknown[]): unknown {
  const Kind = like.constructor as new () => PyTuple;
  const out = new Kind();
  for (let i = 0; i < items.length; i++) out[i] = items[i];
  return out;
}

/** tf.nest.pack_sequence_as. Raises ValueError when the numbers of leaves differ. */
export function packAs(structure: unknown, flat: readonly unknown[], expand = false): unknown {
  const wanted = flatten(structure, expand).length;
  if (!isNested(structure) && !(expand && composite(structure)) && flat.length !== 1) {
    throw new ValueError(`Structure is a scalar but len(flat_sequence) == ${flat.length} > 1`);
  }
  if (wanted !== flat.length) {
    throw new ValueError(
      `Could not pack sequence. Structure had ${wanted} elements, but flat_sequence had ${flat.length} elements.  Structure: ${str(structure)}, flat_sequence: ${str(flat)}.`,
    );
  }
  let next = 0;
  return mapStructure(structure, () => flat[next++], expand);
}

function described(x: unknown): string {
  return `type=${pythonTypeName(x)} str=${str(x)}`;
}

/** The structure with a dot for every leaf. */
function dots(structure: unknown): string {
  return str(mapStructure(structure, () => DOT));
}
const DOT = { __repr__: () => ".", __str__: () => "." };

function mismatch(a: unknown, b: unknown, expand: boolean): string | null {
  const [x, y] = [itemsOf(a), itemsOf(b)];
  if (x === null && y === null) {
    if (!expand) return null;
    const [p, q] = [composite(a), composite(b)];
    if ((p === null) === (q === null) && (p === null || p.parts.length === q!.parts.length)) return null;
    return p
      ? `Substructure "${described(a)}" is a sequence, while substructure "${described(b)}" is not`
      : `Substructure "${described(b)}" is a sequence, while substructure "${described(a)}" is not`;
  }
  if (y === null) return `Substructure "${described(a)}" is a sequence, while substructure "${described(b)}" is not`;
  if (x === null) return `Substructure "${described(b)}" is a sequence, while substructure "${described(a)}" is not`;
  const keys = [keysOf(a), keysOf(b)] as const;
  if (keys[0] && keys[1] && keys[0].join("\n") !== keys[1].join("\n")) {
    return `The two dictionaries don't have the same set of keys. First structure has keys ${described(keys[0])}, while second structure has keys ${described(keys[1])}`;
  }
  if (x.length !== y.length) {
    return `The two structures don't have the same number of elements. First structure: ${described(a)}. Second structure: ${described(b)}`;
  }
  for (let i = 0; i < x.length; i++) {
    const found = mismatch(x[i], y[i], expand);
    if (found) return found;
  }
  return null;
}

/** The first pair of sequences of different kinds; null where there is none. */
function differentKinds(a: unknown, b: unknown): readonly [unknown, unknown] | null {
  const [x, y] = [itemsOf(a), itemsOf(b)];
  if (x === null || y === null) return null;
  if (!(keysOf(a) && keysOf(b)) && pythonTypeName(a) !== pythonTypeName(b)) return [a, b];
  for (let i = 0; i < x.length; i++) {
    const found = differentKinds(x[i], y[i]);
    if (found) return found;
  }
  return null;
}

/** tf.nest.assert_same_structure. Raises ValueError for another nesting, TypeError for other kinds of sequences. */
export function assertSameStructure(a: unknown, b: unknown, expand = false): void {
  const found = mismatch(a, b, expand);
  const kinds = found === null ? differentKinds(a, b) : null;
  if (found === null && kinds === null) return;
  const more =
    found ??
    `The two namedtuples don't have the same sequence type. First structure ${described(kinds![0])} has type ${pythonTypeName(kinds![0])}, while second structure ${described(kinds![1])} has type ${pythonTypeName(kinds![1])}`;
  const text = `The two structures don't have the same nested structure.\n\nFirst structure: ${described(a)}\n\nSecond structure: ${described(b)}\n\nMore specifically: ${more}\nEntire first structure:\n${dots(a)}\nEntire second structure:\n${dots(b)}`;
  throw found === null ? new TypeError(text) : new ValueError(text);
}

/** Whether two structures nest alike, lists and tuples told apart. */
export function sameStructure(a: unknown, b: unknown, expand = false): boolean {
  return mismatch(a, b, expand) === null && differentKinds(a, b) === null;
}
