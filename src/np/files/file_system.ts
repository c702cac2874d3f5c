/**
 * Where files are: Node's disk unless another place was set (a browser's own store, a test's memory).
 * Source: the role of Python's open() for numpy.load and numpy.save; error texts are those of CPython's OSError.
 */
import { FileNotFoundError, NotImplementedError, OSError } from "../errors.js";

export interface FileSystem {
  /** The whole file. */
  read(path: string): Uint8Array;
  /** Replaces the whole file, or leaves the old one as it was. */
  write(path: string, bytes: Uint8Array): void;
}

/** What loading functions take: a path, the bytes themselves, or an object that reads like an open file. */
export type Source = string | URL | Uint8Array | ArrayBuffer | { read(): Uint8Array | string };
/** What saving functions take: a path, or an object that writes like an open file. */
export type Target = string | URL | { write(chunk: Uint8Array): unknown };

let current: FileSystem | null = null;

/** Uses another file system from now on; null goes back to Node's. */
export function setFileSystem(files: FileSystem | null): void {
  current = files;
}

const ERRORS: Readonly<Record<string, readonly [number, string]>> = {
  ENOENT: [2, "No such file or directory"],
  EACCES: [13, "Permission denied"],
  ENOTDIR: [20, "Not a directory"],
  EISDIR: [21, "Is a directory"],
};

/** Does something with files; what the system refuses is raised as Python does. */
function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const known = ERRORS[code];
    if (!known) throw error;
    const text = `[Errno ${known[0]}] ${known[1]}: '${path}'`;
    throw code === "ENOENT" ? new FileNotFoundError(text) : new OSError(text);
  }
}

/** Node's disk. Files are written aside and renamed, so that a broken write leaves the old file. */
function disk(): FileSystem {
  const load = globalThis.process?.getBuiltinModule;
  if (!load) throw new NotImplementedError("there are no files here: give the bytes, or set a file system");
  const fs = load("node:fs");
  return {
    read: (path) => attempt(path, () => new Uint8Array(fs.readFileSync(path))),
    write: (path, bytes) =>
      attempt(path, () => {
        const there = fs.statSync(path, { throwIfNoEntry: false });
        if (there && !there.isFile()) {
          fs.writeFileSync(path, bytes);
          return;
        }
        const aside = `${path}.${crypto.randomUUID()}.tmp`;
        try {
          fs.writeFileSync(aside, bytes);
          fs.renameSync(aside, path);
        } catch (error) {
          fs.rmSync(aside, { force: true });
          throw error;
        }
      }),
  };
}

/** The path that a string or file: URL names. */
function pathOf(place: string | URL): string {
  return typeof place === "string" ? place : decodeURIComponent(place.pathname);
}

export function readBytes(source: Source): Uint8Array {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (typeof source === "string" || source instanceof URL) return (current ?? disk()).read(pathOf(source));
  const content = source.read();
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** Writes a file, with the ending added to a path that lacks it. */
export function writeBytes(target: Target, bytes: Uint8Array, ending = ""): void {
  if (typeof target !== "string" && !(target instanceof URL)) {
    target.write(bytes);
    return;
  }
  const path = pathOf(target);
  (current ?? disk()).write(path.endsWith(ending) ? path : path + ending, bytes);
}
