/**
 * Reading and writing with indices: integers, slices, new axes, the ellipsis, integer and boolean arrays.
 * Source: numpy/core/src/multiarray/mapping.c (NumPy 1.18); slices are text ("1:-1"), newaxis is null.
 */
import { broadcastTo, canBroadcast, commonShape } from "./broadcast.js";
import { copyAs, copyInto, withType } from "./casting.js";
import { type ArrayLike, asStrided, existing } from "./convert.js";
import { dtypeOf } from "./dtype.js";
import { indexOf, store } from "./element.js";
import { IndexError, TypeError_, ValueError } from "./errors.js";
import { forRuns } from "./iterate.js";
import { PyTuple } from "./pytuple.js";
import { allocate, plainShapeText, Strided, shapeText, sizeOf } from "./strided.js";

/** A slice object, as Python's slice(start, stop, step). */
export interface Slice {
  readonly start: unknown;
  readonly stop: unknown;
  readonly step: unknown;
}
export type Index = ArrayLike | Slice;

const INVALID =
  "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices";

type Part =
  | { readonly kind: "int"; readonly at: number }
  | { readonly kind: "slice"; readonly start: number | null; readonly stop: number | null; readonly step: number }
  | { readonly kind: "new" }
  | { readonly kind: "rest" }
  | { readonly kind: "array"; readonly array: Strided }
  /** True or False: no axis is used, one of length 1 or 0 is made. */
  | { readonly kind: "flag"; readonly value: boolean };

function bound(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const n = indexOf(value);
  if (n === undefined) {
    throw new TypeError_("slice indices must be integers or None or have an __index__ method");
  }
  return n;
}

const SLICE = /^\s*([+-]?\d+)?\s*:\s*([+-]?\d+)?\s*(?::\s*([+-]?\d+)?\s*)?$/;

function numberOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** "1:-1" and the like; null for other text. */
export function parseSlice(text: string): Slice | null {
  const m = SLICE.exec(text);
  return m ? { start: numberOrNull(m[1]), stop: numberOrNull(m[2]), step: numberOrNull(m[3]) } : null;
}

/** Texts of slices seen so far; scripts use few, often in loops. */
const texts = new Map<string, Part>();

function textPart(text: string): Part {
  const known = texts.get(text);
  if (known) return known;
  const slice = parseSlice(text);
  if (!slice) throw new IndexError(INVALID);
  const part = slicePart(slice);
  if (texts.size < 1000) texts.set(text, part);
  return part;
}

function isSlice(value: unknown): value is Slice {
  return (
    typeof value === "object" &&
    value !== null &&
    "start" in value &&
    "stop" in value &&
    "step" in value &&
    !(Symbol.iterator in value)
  );
}

function slicePart(s: Slice): Part {
  const step = bound(s.step) ?? 1;
  if (step === 0) throw new ValueError("slice step cannot be zero");
  return { kind: "slice", start: bound(s.start), stop: bound(s.stop), step };
}

function asPart(item: unknown): Part {
  if (typeof item === "number" && Number.isInteger(item)) return { kind: "int", at: item };
  if (item === null) return { kind: "new" };
  if (typeof item === "string") return item === "..." ? REST : textPart(item);
  if (typeof item === "boolean") return { kind: "flag", value: item };
  const at = indexOf(item);
  if (at !== undefined) return { kind: "int", at };
  if (isSlice(item)) return slicePart(item);
  const isArray = existing(item) !== null || (typeof item === "object" && item !== null && Symbol.iterator in item);
  if (!isArray) throw new IndexError(INVALID);
  let array = asStrided(item);
  if (array.size === 0 && !(item instanceof Strided)) array = withType(array, dtypeOf("int64"));
  if (array.dtype.kind === "b" && array.ndim === 0) return { kind: "flag", value: array.data[array.offset] !== 0 };
  if (array.dtype.kind !== "b" && !array.dtype.isInteger) {
    throw new IndexError(array.ndim === 0 ? INVALID : "arrays used as indices must be of integer (or boolean) type");
  }
  return { kind: "array", array };
}

/** Axes that a part uses up. */
function used(p: Part): number {
  if (p.kind === "int" || p.kind === "slice") return 1;
  if (p.kind === "array") return p.array.dtype.kind === "b" ? p.array.ndim : 1;
  return 0;
}

const REST: Part = { kind: "rest" };
const FULL: Part = { kind: "slice", start: null, stop: null, step: 1 };

/** One part for every axis: the ellipsis, or the end, stands for the axes that nothing else uses up. */
function parse(items: readonly unknown[], ndim: number): { parts: Part[]; ellipsis: boolean } {
  const list = items.length === 1 && items[0] instanceof PyTuple ? items[0] : items;
  const parts: Part[] = [];
  let rest = -1;
  let free = ndim;
  for (let i = 0; i < list.length; i++) {
    const p = asPart(list[i]);
    if (p.kind === "rest") {
      if (rest >= 0) throw new IndexError("an index can only have a single ellipsis ('...')");
      rest = i;
    }
    free -= used(p);
    parts.push(p);
  }
  if (free < 0) throw new IndexError("too many indices for array");
  if (rest >= 0) parts.splice(rest, 1, ...new Array<Part>(free).fill(FULL));
  else for (let i = 0; i < free; i++) parts.push(FULL);
  return { parts, ellipsis: rest >= 0 };
}

/** Python's slice.indices: first position, where it ends, and how many. */
export function sliceRange(
  start: number | null,
  stop: number | null,
  step: number,
  size: number,
): { first: number; last: number; count: number } {
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? size - 1 : size;
  const first = start === null ? (step < 0 ? high : low) : clipped(start, size, low, high);
  const last = stop === null ? (step < 0 ? low : high) : clipped(stop, size, low, high);
  return { first, last, count: Math.max(0, Math.ceil((last - first) / step)) };
}

function clipped(at: number, size: number, low: number, high: number): number {
  const v = at < 0 ? at + size : at;
  return Math.min(high, Math.max(low, v));
}

function checkBounds(at: number, axis: number, size: number): number {
  if (at < -size || at >= size) throw new IndexError(`index ${at} is out of bounds for axis ${axis} with size ${size}`);
  return at < 0 ? at + size : at;
}

/** What an index selects: a view, or (with index arrays) positions in storage for the elements of a result shape. */
interface Selection {
  readonly view: Strided | null;
  /** True where the result is an element, not an array of no dimension. */
  readonly element: boolean;
  readonly shape: readonly number[];
  readonly positions: Int32Array | null;
}

/** Storage offsets of all index positions of a shape, in row-major order. */
function offsets(shape: readonly number[], strides: readonly number[], base: number): Int32Array {
  const out = new Int32Array(sizeOf(shape));
  let k = 0;
  const run = (n: number, i: number, si: number): void => {
    for (let e = 0; e < n; e++, i += si) out[k++] = i;
  };
  forRuns(shape, run, { strides, offset: base }, undefined, undefined, true);
  return out;
}

/** Positions of the true elements, one array per axis. Source: numpy.nonzero. */
export function nonzero(a: Strided): Strided[] {
  const flat = copyAs(a, dtypeOf("bool")).data as Uint8Array;
  let n = 0;
  for (let i = 0; i < flat.length; i++) n += flat[i]!;
  const out = a.shape.map(() => new BigInt64Array(n));
  const index = a.shape.map(() => 0);
  for (let i = 0, k = 0; i < flat.length; i++) {
    if (flat[i]) {
      for (let d = 0; d < index.length; d++) out[d]![k] = BigInt(index[d]!);
      k++;
    }
    for (let d = index.length - 1; d >= 0; d--) {
      if (++index[d]! < a.shape[d]!) break;
      index[d] = 0;
    }
  }
  return out.map((data) => new Strided(data, dtypeOf("int64"), [n]));
}

interface Taken {
  readonly array: Strided;
  readonly axis: number;
  readonly size: number;
  readonly stride: number;
}

function takenBy(p: Part, a: Strided, axis: number): Taken[] {
  const int64 = dtypeOf("int64");
  if (p.kind === "flag") {
    return [{ array: allocate(int64, [p.value ? 1 : 0]), axis, size: 1, stride: 0 }];
  }
  if (p.kind === "int") {
    const array = new Strided(new BigInt64Array([BigInt(p.at)]), int64, []);
    return [{ array, axis, size: a.shape[axis]!, stride: a.strides[axis]! }];
  }
  if (p.kind !== "array") return [];
  const arrays = p.array.dtype.kind === "b" ? nonzero(p.array) : [withType(p.array, int64)];
  if (p.array.dtype.kind === "b") {
    p.array.shape.forEach((d, i) => {
      if (d === a.shape[axis + i]) return;
      throw new IndexError(
        `boolean index did not match indexed array along dimension ${axis + i}; dimension is ${a.shape[axis + i]} ` +
          `but corresponding boolean dimension is ${d}`,
      );
    });
  }
  return arrays.map((array, i) => ({ array, axis: axis + i, size: a.shape[axis + i]!, stride: a.strides[axis + i]! }));
}

/** Sum of index times stride over the index arrays, for every position of their common shape. */
function takenOffsets(taken: readonly Taken[]): { shape: number[]; at: Int32Array } {
  const shape = commonShape(taken.map((t) => t.array.shape));
  if (!shape) {
    const texts = taken.map((t) => `${shapeText(t.array.shape)} `).join("");
    throw new IndexError(`shape mismatch: indexing arrays could not be broadcast together with shapes ${texts}`);
  }
  const at = new Int32Array(sizeOf(shape));
  for (const { array, axis, size, stride } of taken) {
    const index = copyAs(broadcastTo(array, shape)).data as BigInt64Array;
    for (let i = 0; i < at.length; i++) at[i]! += checkBounds(Number(index[i]), axis, size) * stride;
  }
  return { shape, at };
}

function select(a: Strided, items: readonly unknown[]): Selection {
  const { parts, ellipsis } = parse(items, a.ndim);
  let fancy = false;
  for (const p of parts) fancy ||= p.kind === "array" || p.kind === "flag";
  const shape: number[] = [];
  const strides: number[] = [];
  const taken: Taken[] = [];
  let offset = a.offset;
  let axis = 0;
  /** Where the index arrays' axes go; -1 once something stands between them. */
  let place: number | null = null;
  let together = true;
  for (const p of parts) {
    if (p.kind === "new") {
      shape.push(1);
      strides.push(0);
    } else if (p.kind === "slice") {
      const { first, count } = sliceRange(p.start, p.stop, p.step, a.shape[axis]!);
      if (count > 0) offset += first * a.strides[axis]!;
      shape.push(count);
      strides.push(p.step * a.strides[axis]!);
    } else if (p.kind === "int" && !fancy) {
      offset += checkBounds(p.at, axis, a.shape[axis]!) * a.strides[axis]!;
    } else {
      if (place === null) place = shape.length;
      else if (place !== shape.length) together = false;
      taken.push(...takenBy(p, a, axis));
    }
    axis += used(p);
  }
  if (!fancy) {
    const view = new Strided(a.data, a.dtype, shape, strides, offset);
    return { view, element: shape.length === 0 && !ellipsis, shape, positions: null };
  }
  const index = takenOffsets(taken);
  const split = together ? (place ?? 0) : 0;
  const before = offsets(shape.slice(0, split), strides.slice(0, split), offset);
  const after = offsets(shape.slice(split), strides.slice(split), 0);
  const positions = new Int32Array(before.length * index.at.length * after.length);
  let k = 0;
  for (let i = 0; i < before.length; i++) {
    for (let j = 0; j < index.at.length; j++) {
      const base = before[i]! + index.at[j]!;
      for (let l = 0; l < after.length; l++) positions[k++] = base + after[l]!;
    }
  }
  const full = [...shape.slice(0, split), ...index.shape, ...shape.slice(split)];
  return { view: null, element: full.length === 0 && !ellipsis, shape: full, positions };
}

/** Copies the elements at these storage positions into new row-major storage. */
export function gather(a: Strided, positions: Int32Array, shape: readonly number[]): Strided {
  const out = allocate(a.dtype, shape);
  const from = a.data as number[];
  const to = out.data as number[];
  if (a.dtype.kind === "c") {
    for (let i = 0; i < positions.length; i++) {
      to[2 * i] = from[2 * positions[i]!]!;
      to[2 * i + 1] = from[2 * positions[i]! + 1]!;
    }
  } else for (let i = 0; i < positions.length; i++) to[i] = from[positions[i]!]!;
  return out;
}

/** `a[items]`: a view for basic indices, a copy with index arrays; `element` is true where NumPy gives a scalar. */
export function getAt(a: Strided, items: readonly unknown[]): { value: Strided; element: boolean } {
  const s = select(a, items);
  return { value: s.view ?? gather(a, s.positions!, s.shape), element: s.element };
}

/** The value without leading axes of length 1 that the target has no place for. */
function trimmed(value: Strided, ndim: number): Strided {
  let skip = 0;
  while (value.ndim - skip > ndim && value.shape[skip] === 1) skip++;
  return skip === 0
    ? value
    : new Strided(value.data, value.dtype, value.shape.slice(skip), value.strides.slice(skip), value.offset);
}

/** `a[...] = value` for a whole view. */
export function assign(target: Strided, value: Strided): void {
  const v = trimmed(value, target.ndim);
  if (!canBroadcast(v.shape, target.shape)) {
    throw new ValueError(
      `could not broadcast input array from shape ${plainShapeText(value.shape)} into shape ${plainShapeText(target.shape)}`,
    );
  }
  // The same memory on both sides: NumPy behaves as if the value were read first.
  copyInto(v.data === target.data ? copyAs(v) : v, target);
}

function assignPositions(a: Strided, s: Selection, items: readonly unknown[], value: Strided): void {
  const v = trimmed(value, s.shape.length);
  if (!canBroadcast(v.shape, s.shape)) {
    const only = items.length === 1 ? existing(items[0]) : null;
    if (only?.dtype.kind === "b" && only.ndim === a.ndim && v.ndim <= 1) {
      throw new ValueError(
        `NumPy boolean array indexing assignment cannot assign ${v.size} input values to the ${s.positions!.length} ` +
          "output values where the mask is true",
      );
    }
    throw new ValueError(
      `shape mismatch: value array of shape ${shapeText(value.shape)} could not be broadcast to indexing result of ` +
        `shape ${shapeText(s.shape)}`,
    );
  }
  const from = copyAs(broadcastTo(v, s.shape), a.dtype).data as number[];
  const to = a.data as number[];
  const at = s.positions!;
  if (a.dtype.kind === "c") {
    for (let i = 0; i < at.length; i++) {
      to[2 * at[i]!] = from[2 * i]!;
      to[2 * at[i]! + 1] = from[2 * i + 1]!;
    }
  } else for (let i = 0; i < at.length; i++) to[at[i]!] = from[i]!;
}

/** `a[items] = value`. */
export function setAt(a: Strided, items: readonly unknown[], value: unknown): void {
  const s = select(a, items);
  const array = existing(value);
  if (s.view && s.shape.length === 0 && (!array || array.ndim === 0)) {
    store(a.data, a.dtype, s.view.offset, value);
    return;
  }
  // Text and objects keep their own type on the way in; numbers take the target's, as Python values do.
  const source =
    array ??
    (a.dtype.kind === "O" ? asStrided(value, Array.isArray(value) ? null : a.dtype) : asStrided(value, a.dtype));
  if (s.view) assign(s.view, source);
  else assignPositions(a, s, items, source);
}
