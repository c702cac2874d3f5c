/**
 * Arrays from text, bytes, iterables and functions of indices.
 * Source: numpy.fromstring, frombuffer, fromiter, fromfunction (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { copyAs } from "./casting.js";
import { type ArrayLike, asShape, asStrided, type ShapeLike } from "./convert.js";
import { type DType, sized } from "./dtype.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { store } from "./element.js";
import { ValueError } from "./errors.js";
import { halfFromBits } from "./half.js";
import { NDArray, returned } from "./ndarray.js";
import { indices } from "./ranges.js";
import { allocate } from "./strided.js";

interface BufferArgs {
  dtype?: DTypeLike;
  count?: number;
  offset?: number;
}

/** Elements of raw bytes, in the byte order of the dtype. */
export function fromBytes(bytes: Uint8Array, dtype: DType, count: number): NDArray {
  const t = sized(dtype.name, dtype.itemsize);
  const step = dtype.itemsize;
  if (t.kind === "S" || t.kind === "U" || t.kind === "O") {
    if (t.kind !== "S") throw new ValueError("cannot create an OBJECT array from memory buffer");
    return NDArray.of(
      t,
      Array.from({ length: count }, (_, i) => bytes.slice(i * step, (i + 1) * step)),
      [count],
    );
  }
  const copy = bytes.slice(0, count * step);
  if (dtype.swapped) {
    const width = t.kind === "c" ? step / 2 : step;
    for (let i = 0; i < copy.length; i += width) copy.subarray(i, i + width).reverse();
  }
  const out = allocate(t, [count]);
  const data = out.data as Float32Array;
  if (t.name === "float16") {
    const bits = new Uint16Array(copy.buffer);
    for (let i = 0; i < count; i++) data[i] = halfFromBits(bits[i]!);
  } else new Uint8Array(data.buffer, data.byteOffset, data.byteLength).set(copy);
  return NDArray.from(out);
}

/** A copy of a buffer's elements. Raises ValueError for sizes that don't fit. */
export function frombuffer(
  buffer: ArrayBuffer | Uint8Array,
  ...args: Call<[dtype: DTypeLike, count: number, offset: number], BufferArgs>
): NDArray {
  const {
    dtype = "float64",
    count = -1,
    offset = 0,
  } = bind<BufferArgs>("frombuffer", ["dtype", "count", "offset"], args);
  const t = asDType(dtype);
  const all = buffer instanceof Uint8Array ? buffer : new Uint8Array(buffer);
  if (offset < 0 || offset > all.length) {
    throw new ValueError(`offset must be non-negative and no greater than buffer length (${all.length})`);
  }
  const bytes = all.subarray(offset);
  if (count < 0 && bytes.length % t.itemsize !== 0) {
    throw new ValueError("buffer size must be a multiple of element size");
  }
  if (count >= 0 && count * t.itemsize > bytes.length) throw new ValueError("buffer is smaller than requested size");
  return fromBytes(bytes, t, count < 0 ? bytes.length / t.itemsize : count);
}

interface StringArgs {
  dtype?: DTypeLike;
  count?: number;
  sep?: string;
}
/** Numbers of a text separated by `sep` (blank: any white space), or of raw bytes without a separator. */
export function fromstring(
  string: string | Uint8Array,
  ...args: Call<[dtype: DTypeLike, count: number, sep: string], StringArgs>
): NDArray {
  const { dtype = "float64", count = -1, sep = "" } = bind<StringArgs>("fromstring", ["dtype", "count", "sep"], args);
  const t = asDType(dtype);
  if (sep === "") {
    const bytes = typeof string === "string" ? Uint8Array.from(string, (c) => c.charCodeAt(0)) : string;
    if (bytes.length % t.itemsize !== 0) throw new ValueError("string size must be a multiple of element size");
    return frombuffer(bytes, t, count);
  }
  const text = typeof string === "string" ? string : new TextDecoder().decode(string);
  const words = sep.trim() === "" ? text.split(/\s+/) : text.split(sep.trim()).map((w) => w.trim());
  const numbers = words.filter((w) => w !== "").slice(0, count < 0 ? undefined : count);
  const out = allocate(t, [numbers.length]);
  numbers.forEach((w, i) => {
    store(out.data, t, i, w);
  });
  return NDArray.from(out);
}

/** One-dimensional array of what an iterable gives. */
export function fromiter(iter: Iterable<unknown>, dtype: DTypeLike, count = -1): NDArray {
  const list: unknown[] = [];
  for (const v of iter) {
    if (count >= 0 && list.length === count) break;
    list.push(v);
  }
  if (list.length < count) throw new ValueError("iterator too short");
  const out = allocate(asDType(dtype), [list.length]);
  list.forEach((v, i) => {
    store(out.data, out.dtype, i, v);
  });
  return NDArray.from(out);
}

interface FunctionArgs {
  dtype?: DTypeLike;
}
/** The function called once with the index arrays of a shape. */
export function fromfunction(
  fn: (...index: NDArray[]) => ArrayLike,
  shape: ShapeLike,
  ...args: Call<[], FunctionArgs>
): NDArray {
  const { dtype = "float64" } = bind<FunctionArgs>("fromfunction", ["dtype"], args);
  const grid = indices(asShape(shape), dtype);
  return returned(asStrided(fn(...grid)));
}

/** The Python value of a one-element array. */
export function asscalar(a: ArrayLike): unknown {
  return NDArray.from(copyAs(asStrided(a))).item();
}
