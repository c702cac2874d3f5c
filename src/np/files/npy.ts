/**
 * The .npy format: one array with its dtype and shape.
 * Source: numpy/lib/format.py (NumPy 1.18): versions 1.0 and 2.0 written, 3.0 read as well. Little-endian machines.
 */
import { fromBytes } from "../buffers.js";
import { copyAs } from "../casting.js";
import { type DType, sized } from "../dtype.js";
import { asDType } from "../dtype_names.js";
import { NotImplementedError, ValueError } from "../errors.js";
import { halfBits } from "../half.js";
import { NDArray } from "../ndarray.js";
import { transpose } from "../shaping.js";
import { isRowMajor, type Strided, shapeText, sizeOf } from "../strided.js";

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Headers end at a multiple of this. */
const ALIGNMENT = 64;

/** NumPy's `dtype.str`: byte order, kind, size. */
function descrOf(t: DType): string {
  const letter = t.name === "bool" ? "b" : t.kind;
  if (t.kind === "U") return `<U${t.itemsize / 4}`;
  if (t.kind === "O") return "|O";
  return `${t.itemsize === 1 || t.kind === "S" ? "|" : "<"}${letter}${t.itemsize}`;
}

/** Elements in row-major order as they lie in NumPy's memory. Raises NotImplementedError for Python objects. */
export function elementBytes(a: Strided): Uint8Array {
  const { data, dtype: t } = copyAs(a);
  if (ArrayBuffer.isView(data)) {
    const stored = t.name === "float16" ? Uint16Array.from(data as Float32Array, halfBits) : data;
    return new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength);
  }
  if (t.kind === "O") throw new NotImplementedError("Python objects can't be written: there is no pickle here");
  const out = new Uint8Array(data.length * t.itemsize);
  const view = new DataView(out.buffer);
  data.forEach((item, i) => {
    if (item instanceof Uint8Array) out.set(item.subarray(0, t.itemsize), i * t.itemsize);
    else [...String(item)].forEach((c, k) => void view.setUint32(i * t.itemsize + 4 * k, c.codePointAt(0) ?? 0, true));
  });
  return out;
}

/** Text elements: UTF-32, filled up with zeros. */
function textOf(bytes: Uint8Array, t: DType, count: number): NDArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (i: number) => {
    let text = "";
    for (let k = 0; k < t.itemsize; k += 4) {
      text += String.fromCodePoint(view.getUint32(i * t.itemsize + k, !t.swapped));
    }
    return text.replace(/\0+$/, "");
  };
  return NDArray.of(
    sized("str", t.itemsize),
    Array.from({ length: count }, (_, i) => read(i)),
    [count],
  );
}

/** Elements of raw bytes, text and byte strings included. */
export function elementsOf(bytes: Uint8Array, t: DType, count: number): NDArray {
  if (t.kind === "U") return textOf(bytes, t, count);
  const found = fromBytes(bytes, t, count);
  if (t.kind !== "S") return found;
  const trimmed = (found.data as Uint8Array[]).map((item) => {
    let n = item.length;
    while (n > 0 && item[n - 1] === 0) n--;
    return item.subarray(0, n);
  });
  return NDArray.of(t, trimmed, [count]);
}

/** An array as the bytes of a .npy file. */
export function encodeNpy(a: Strided): Uint8Array {
  const reversed = transpose(a);
  // An array in column-major order is written as it lies.
  const fortran = !isRowMajor(a.shape, a.strides) && isRowMajor(reversed.shape, reversed.strides);
  const body = elementBytes(fortran ? reversed : a);
  const shape = a.shape.length === 1 ? `(${a.shape[0]},)` : `(${a.shape.join(", ")})`;
  const text = `{'descr': '${descrOf(a.dtype)}', 'fortran_order': ${fortran ? "True" : "False"}, 'shape': ${shape}, }`;
  // Version 2 has a longer length field, for headers beyond 64 KiB.
  const long = text.length + 1 + ALIGNMENT > 0xffff;
  const start = MAGIC.length + 2 + (long ? 4 : 2);
  const padding = ALIGNMENT - ((start + text.length + 1) % ALIGNMENT);
  const header = `${text}${" ".repeat(padding)}\n`;
  const out = new Uint8Array(start + header.length + body.length);
  out.set(MAGIC);
  out[MAGIC.length] = long ? 2 : 1;
  const view = new DataView(out.buffer);
  if (long) view.setUint32(MAGIC.length + 2, header.length, true);
  else view.setUint16(MAGIC.length + 2, header.length, true);
  for (let i = 0; i < header.length; i++) out[start + i] = header.charCodeAt(i);
  out.set(body, start + header.length);
  return out;
}

export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((b, i) => bytes[i] === b);
}

/** The header's three fields; a Python dict literal. */
function parseHeader(text: string): { t: DType; fortran: boolean; shape: number[] } {
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([^)]*)\)/.exec(text)?.[1];
  if (fortran === undefined || shape === undefined) throw new ValueError(`Cannot parse header: ${text.trim()}`);
  if (descr === undefined) throw new NotImplementedError(`arrays of records can't be read: ${text.trim()}`);
  // Python 2 wrote long integers with an L.
  const dims = shape.split(",").map((d) => d.trim().replace(/L$/, ""));
  return { t: asDType(descr), fortran: fortran === "True", shape: dims.filter((d) => d !== "").map(Number) };
}

/** The array of a .npy file's bytes. Raises ValueError for what is none, or is cut off. */
export function decodeNpy(bytes: Uint8Array): NDArray {
  if (!isNpy(bytes)) {
    throw new ValueError("the magic string is not correct; expected b'\\x93NUMPY'");
  }
  const version = bytes[6];
  if (version === undefined || version < 1 || version > 3) {
    throw new ValueError(`we only support format version (1,0), (2,0), and (3,0), not (${version}, ${bytes[7]})`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = version === 1 ? 10 : 12;
  const length = bytes.length < start ? 0 : version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (bytes.length < start + length || length === 0) {
    throw new ValueError(
      `EOF: reading array header, expected ${length} bytes got ${Math.max(0, bytes.length - start)}`,
    );
  }
  const encoding = version === 3 ? "utf-8" : "latin1";
  const { t, fortran, shape } = parseHeader(new TextDecoder(encoding).decode(bytes.subarray(start, start + length)));
  if (t.kind === "O") {
    throw new ValueError("Object arrays cannot be loaded when allow_pickle=False");
  }
  const body = bytes.subarray(start + length);
  const count = sizeOf(shape);
  const there = t.itemsize === 0 ? count : Math.floor(body.length / t.itemsize);
  if (there < count) {
    throw new ValueError(`cannot reshape array of size ${there} into shape ${shapeText(shape)}`);
  }
  const flat = elementsOf(body, t, count);
  const rowMajor = (dims: readonly number[]) => new NDArray(flat.data, flat.dtype, dims);
  return fortran ? NDArray.from(transpose(rowMajor([...shape].reverse()))) : rowMajor(shape);
}
