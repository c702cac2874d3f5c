/**
 * The .npz format: several arrays by name, a zip file of .npy files.
 * Source: numpy.savez, numpy.savez_compressed, numpy.lib.npyio.NpzFile (NumPy 1.18); zip by fflate.
 */
import { unzipSync, type Zippable, zipSync } from "fflate";
import { KeyError } from "../errors.js";
import type { NDArray } from "../ndarray.js";
import { type PyTuple, tuple } from "../pytuple.js";
import type { Strided } from "../strided.js";
import { decodeNpy, encodeNpy } from "./npy.js";

/** The earliest time that a zip file can hold: equal arrays give equal files. */
const EPOCH = new Date(1980, 0, 1);

/** The arrays by name as the bytes of a .npz file. */
export function encodeNpz(arrays: ReadonlyMap<string, Strided>, compressed: boolean): Uint8Array {
  const entries: Zippable = {};
  for (const [name, a] of arrays) entries[`${name}.npy`] = encodeNpy(a);
  return zipSync(entries, { level: compressed ? 6 : 0, mtime: EPOCH });
}

/** True for the bytes of a zip file, an empty one included. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** What load gives for a .npz file: arrays by name, each decoded when it is asked for. */
export class NpzFile implements Iterable<string> {
  /** The names, without ".npy". */
  readonly files: readonly string[];
  private readonly entries: ReadonlyMap<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.entries = new Map(Object.entries(unzipSync(bytes)));
    this.files = [...this.entries.keys()].map((name) => name.replace(/\.npy$/, ""));
  }

  /** Python's `data[name]`. Raises KeyError for a name that isn't there. */
  at(name: string): NDArray {
    const bytes = this.entries.get(`${name}.npy`) ?? this.entries.get(name);
    if (!bytes) throw new KeyError(`${name} is not a file in the archive`);
    return decodeNpy(bytes);
  }

  /** Python's `name in data`. */
  has(name: string): boolean {
    return this.files.includes(name) || this.entries.has(name);
  }

  keys(): string[] {
    return [...this.files];
  }
  values(): NDArray[] {
    return this.files.map((name) => this.at(name));
  }
  items(): PyTuple<string | NDArray>[] {
    return this.files.map((name) => tuple<string | NDArray>([name, this.at(name)]));
  }
  get length(): number {
    return this.files.length;
  }
  [Symbol.iterator](): Iterator<string> {
    return this.files[Symbol.iterator]();
  }

  /** Nothing stays open; here for `with` and for calls that ports keep. */
  close(): void {}
  [Symbol.dispose](): void {
    this.close();
  }
}
