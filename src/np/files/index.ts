/**
 * Arrays in files: load, save, savez, loadtxt, savetxt, genfromtxt, fromfile.
 * Source: numpy/lib/npyio.py (NumPy 1.18).
 */
import { bind, type Call } from "../arguments.js";
import { fromstring } from "../buffers.js";
import { type ArrayLike, asStrided, existing } from "../convert.js";
import { asDType, type DTypeLike } from "../dtype_names.js";
import { NotImplementedError, ValueError } from "../errors.js";
import type { NDArray } from "../ndarray.js";
import type { Strided } from "../strided.js";
import { readBytes, type Source, type Target, writeBytes } from "./file_system.js";
import { decodeNpy, elementsOf, encodeNpy, isNpy } from "./npy.js";
import { encodeNpz, isZip, NpzFile } from "./npz.js";

export { type FileSystem, type Source, setFileSystem, type Target } from "./file_system.js";
export { type GenfromtxtArgs, genfromtxt } from "./genfromtxt.js";
export { type LoadtxtArgs, loadtxt } from "./loadtxt.js";
export { NpzFile } from "./npz.js";
export { type SavetxtArgs, savetxt } from "./savetxt.js";

interface SaveArgs {
  readonly allow_pickle?: boolean;
  readonly fix_imports?: boolean;
}
interface LoadArgs extends SaveArgs {
  readonly mmap_mode?: string | null;
  readonly encoding?: string;
}

/** Writes one array; a path gets the ending .npy if it has none. */
export function save(file: Target, arr: ArrayLike, ...args: Call<[allow_pickle: boolean], SaveArgs>): void {
  const { allow_pickle = true } = bind<SaveArgs>("save", ["allow_pickle", "fix_imports"], args);
  const a = asStrided(arr);
  if (a.dtype.kind === "O" && !allow_pickle) {
    throw new ValueError("Object arrays cannot be saved when allow_pickle=False");
  }
  writeBytes(file, encodeNpy(a), ".npy");
}

type Loading = Call<[mmap_mode: string | null, allow_pickle: boolean], LoadArgs>;

/**
 * Reads what save (an array) or savez (an NpzFile) wrote; say `load<NpzFile>(path)` where the path's type doesn't tell.
 * Raises ValueError for pickles and other files, FileNotFoundError for none.
 */
export function load(file: `${string}.npz`, ...args: Loading): NpzFile;
export function load<T extends NDArray | NpzFile = NDArray>(file: Source, ...args: Loading): T;
export function load(file: Source, ...args: Loading): NDArray | NpzFile {
  const names = ["mmap_mode", "allow_pickle", "fix_imports", "encoding"] as const;
  const { allow_pickle = false } = bind<LoadArgs>("load", names, args);
  const bytes = readBytes(file);
  if (isZip(bytes)) return new NpzFile(bytes);
  if (isNpy(bytes)) return decodeNpy(bytes);
  if (allow_pickle) throw new NotImplementedError("pickled data can't be read here");
  throw new ValueError("Cannot load file containing pickled data when allow_pickle=False");
}

/** Arrays given one by one, then by name in one object. */
type Arrays = readonly (ArrayLike | Readonly<Record<string, ArrayLike>>)[];

function isNames(value: unknown): value is Readonly<Record<string, ArrayLike>> {
  if (typeof value !== "object" || value === null || existing(value)) return false;
  return Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;
}

/** Named arrays first, then the others as arr_0, arr_1, … */
function named(arrays: Arrays): Map<string, Strided> {
  const last = arrays[arrays.length - 1];
  const names = isNames(last) ? last : {};
  const out = new Map(Object.entries(names).map(([name, a]) => [name, asStrided(a)]));
  const rest = isNames(last) ? arrays.slice(0, -1) : arrays;
  rest.forEach((a, i) => {
    const name = `arr_${i}`;
    if (out.has(name)) throw new ValueError(`Cannot use un-named variables and keyword ${name}`);
    out.set(name, asStrided(a));
  });
  return out;
}

/** Writes several arrays into one file: `savez(path, a, b, { weights })`; a path gets the ending .npz. */
export function savez(file: Target, ...arrays: Arrays): void {
  writeBytes(file, encodeNpz(named(arrays), false), ".npz");
}

/** The same, compressed. */
export function savez_compressed(file: Target, ...arrays: Arrays): void {
  writeBytes(file, encodeNpz(named(arrays), true), ".npz");
}

interface FromfileArgs {
  readonly dtype?: DTypeLike;
  readonly count?: number;
  readonly sep?: string;
  readonly offset?: number;
}

/** Elements of a file without a header: raw ones, or numbers in text between separators. */
export function fromfile(
  file: Source,
  ...args: Call<[dtype: DTypeLike, count: number, sep: string, offset: number], FromfileArgs>
): NDArray {
  const given = bind<FromfileArgs>("fromfile", ["dtype", "count", "sep", "offset"], args);
  const { count = -1, sep = "", offset = 0 } = given;
  const t = asDType(given.dtype ?? "float64");
  const bytes = readBytes(file).subarray(offset);
  if (sep !== "") return fromstring(bytes, t, count, sep);
  if (t.itemsize === 0 || t.kind === "O") throw new ValueError("Cannot create an object array from a file");
  // A piece of an element at the end is left out.
  const there = Math.floor(bytes.length / t.itemsize);
  return elementsOf(bytes, t, count < 0 ? there : Math.min(count, there));
}
