/**
 * Python's module shutil.
 * Source: Lib/shutil.py (Python 3.7).
 */
import * as fs from "node:fs";
import { bind, type Call } from "../np/arguments.js";
import { OSError } from "../np/errors.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { attempt, osError } from "./files/os_errors.js";
import { fnmatch as path_matches } from "./fnmatch.js";
import { makedirs } from "./os.js";
import * as path from "./os_path.js";

/** shutil.Error. */
export class Error extends OSError {}
/** shutil.SameFileError. */
export class SameFileError extends Error {}

interface RemoveOptions {
  readonly ignore_errors?: boolean;
  readonly onerror?: ((f: unknown, path: string, error: unknown) => void) | null;
}
/** Removes a folder with all that is in it. */
export function rmtree(
  folder: string,
  ...rest: Call<[ignore_errors: boolean, onerror: RemoveOptions["onerror"]], RemoveOptions>
): void {
  const { ignore_errors = false, onerror = null } = bind<RemoveOptions>("rmtree", ["ignore_errors", "onerror"], rest);
  try {
    if (path.islink(folder)) throw new OSError("Cannot call rmtree on a symbolic link");
    if (!path.isdir(folder)) throw osError(path.exists(folder) ? "ENOTDIR" : "ENOENT", folder);
    attempt(folder, () => fs.rmSync(folder, { recursive: true }));
  } catch (error) {
    if (ignore_errors) return;
    if (!onerror) throw error;
    onerror(rmtree, folder, error);
  }
}
export function copyfile(src: string, dst: string): string {
  if (path.exists(dst) && path.exists(src) && path.samefile(src, dst))
    throw new SameFileError(`'${src}' and '${dst}' are the same file`);
  if (path.isdir(src)) throw osError("EISDIR", src);
  const bytes = attempt(src, () => fs.readFileSync(src));
  attempt(dst, () => fs.writeFileSync(dst, bytes));
  return dst;
}
export function copymode(src: string, dst: string): void {
  const { mode } = attempt(src, () => fs.statSync(src));
  attempt(dst, () => fs.chmodSync(dst, mode & 0o7777));
}
export function copystat(src: string, dst: string): void {
  const { atimeMs, mtimeMs } = attempt(src, () => fs.statSync(src));
  copymode(src, dst);
  attempt(dst, () => fs.utimesSync(dst, atimeMs / 1000, mtimeMs / 1000));
}
const inside = (src: string, dst: string): string => (path.isdir(dst) ? path.join(dst, path.basename(src)) : dst);

/** Copies a file to a file or into a folder; where it is then. */
export function copy(src: string, dst: string): string {
  const to = inside(src, dst);
  copyfile(src, to);
  copymode(src, to);
  return to;
}
/** The same, with its times. */
export function copy2(src: string, dst: string): string {
  const to = copy(src, dst);
  copystat(src, to);
  return to;
}
interface Stream<T> {
  read(size: number): T;
}
export function copyfileobj<T extends { readonly length: number }>(
  fsrc: Stream<T>,
  fdst: { write(content: T): unknown },
  length = 16384,
): void {
  for (let part = fsrc.read(length); part.length > 0; part = fsrc.read(length)) fdst.write(part);
}

interface TreeOptions {
  readonly symlinks?: boolean;
  readonly ignore?: ((folder: string, names: string[]) => Iterable<string>) | null;
}
/** Copies a folder with all that is in it; the new one must not be there yet. */
export function copytree(
  src: string,
  dst: string,
  ...rest: Call<[symlinks: boolean, ignore: TreeOptions["ignore"]], TreeOptions>
): string {
  const { symlinks = false, ignore = null } = bind<TreeOptions>("copytree", ["symlinks", "ignore"], rest);
  const names = attempt(src, () => fs.readdirSync(src));
  const without = new Set(ignore ? ignore(src, names) : []);
  if (path.exists(dst)) throw osError("EEXIST", dst);
  makedirs(dst);
  for (const name of names) {
    if (without.has(name)) continue;
    const [from, to] = [path.join(src, name), path.join(dst, name)];
    if (symlinks && path.islink(from)) fs.symlinkSync(fs.readlinkSync(from), to);
    else if (path.isdir(from)) copytree(from, to, { symlinks, ignore });
    else copy2(from, to);
  }
  copystat(src, dst);
  return dst;
}
/** Moves a file or folder, to a name or into a folder. */
export function move(src: string, dst: string): string {
  const to = path.isdir(dst) ? path.join(dst, path.basename(src.replace(/\/+$/, ""))) : dst;
  if (to !== dst && path.exists(to)) throw new Error(`Destination path '${to}' already exists`);
  try {
    fs.renameSync(src, to);
  } catch {
    if (path.isdir(src)) {
      copytree(src, to, { symlinks: true });
      rmtree(src);
    } else {
      copy2(src, to);
      attempt(src, () => fs.unlinkSync(src));
    }
  }
  return to;
}
export function which(cmd: string): string | null {
  const places = cmd.includes("/") ? [""] : (process.env["PATH"] ?? "").split(":");
  for (const place of places) {
    const file = place === "" ? cmd : path.join(place, cmd);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      if (path.isfile(file)) return file;
    } catch {}
  }
  return null;
}
export function disk_usage(place: string): [total: number, used: number, free: number] & PyTuple<number> {
  const s = attempt(place, () => fs.statfsSync(place));
  const [total, free] = [s.blocks * s.bsize, s.bavail * s.bsize];
  return tuple([total, (s.blocks - s.bfree) * s.bsize, free]) as [number, number, number] & PyTuple<number>;
}
/** For copytree's `ignore`: names that follow one of the patterns. */
export function ignore_patterns(...patterns: readonly string[]): (folder: string, names: string[]) => string[] {
  return (_, names) => names.filter((n) => patterns.some((p) => path_matches(n, p)));
}
