/**
 * Python's os on POSIX.
 * Source: os (Python 3.7).
 */
import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { cpus } from "node:os";
import { tuple } from "../py/containers.js";
import { PyDict } from "../py/dict.js";
import { FileExistsError } from "../py/errors.js";
import { asPython } from "./failure.js";
import { join, normpath } from "./os_path.js";

export * as path from "./os_path.js";

export const sep = "/";
export const linesep = "\n";
export const name = "posix";
export const curdir = ".";
export const devnull = "/dev/null";
export const R_OK = 4;
export const W_OK = 2;
export const X_OK = 1;
export const F_OK = 0;

/** The environment: setting an entry sets the process's own. */
class Environ extends PyDict<string, string> {
  static override readonly pythonName = "environ";

  override set(key: string, value: string): this {
    process.env[key] = value;
    return super.set(key, value);
  }
  override delete(key: string): boolean {
    delete process.env[key];
    return super.delete(key);
  }
}
export const environ: PyDict<string, string> = /* @__PURE__ */ new Environ(
  Object.entries(process.env) as [string, string][],
);
export function getenv(key: string, otherwise: string | null = null): string | null {
  return environ.get(key) ?? otherwise;
}
export function putenv(key: string, value: string): void {
  process.env[key] = value;
}

export const getcwd = (): string => process.cwd();
export const chdir = (path: string): void => asPython(path, () => process.chdir(path));
export const getpid = (): number => process.pid;
export const cpu_count = (): number => cpus().length;
export const listdir = (path = "."): string[] => asPython(path, () => readdirSync(path));
export const mkdir = (path: string, _mode = 0o777): void => {
  asPython(path, () => mkdirSync(path));
};
/** Makes a folder and those above it. Raises FileExistsError unless `exist_ok`. */
export function makedirs(
  path: string,
  options: number | { readonly mode?: number; readonly exist_ok?: boolean } = {},
): void {
  const isOk = typeof options === "object" && options.exist_ok === true;
  if (existsSync(path)) {
    if (isOk && statSync(path).isDirectory()) return;
    throw new FileExistsError(17, "File exists", path);
  }
  asPython(path, () => mkdirSync(path, { recursive: true }));
}
export const remove = (path: string): void => asPython(path, () => unlinkSync(path));
export const unlink = remove;
export const rmdir = (path: string): void => asPython(path, () => rmdirSync(path));
export const rename = (from: string, to: string): void => asPython(from, () => renameSync(from, to));
export const replace = rename;
export const chmod = (path: string, mode: number): void => asPython(path, () => chmodSync(path, mode));
export const symlink = (from: string, to: string): void => asPython(from, () => symlinkSync(from, to));
export function access(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

export interface StatResult {
  readonly st_size: number;
  readonly st_mtime: number;
  readonly st_mode: number;
}
export function stat(path: string): StatResult {
  const s = asPython(path, () => statSync(path));
  return { st_size: s.size, st_mtime: s.mtimeMs / 1000, st_mode: s.mode };
}

/** Walks a tree: (folder, folders in it, files in it), from the top. */
export function* walk(
  top: string,
  options: { readonly topdown?: boolean } = {},
): Generator<readonly [string, string[], string[]], void, undefined> {
  if (!existsSync(top)) return;
  const entries = readdirSync(top, { withFileTypes: true });
  const folders = entries.filter((e) => e.isDirectory()).map((e) => e.name);
  const files = entries.filter((e) => !e.isDirectory()).map((e) => e.name);
  const isDown = options.topdown !== false;
  if (isDown) yield tuple([top, folders, files]);
  for (const folder of folders) yield* walk(join(top, folder), options);
  if (!isDown) yield tuple([top, folders, files]);
}

/** Runs a shell command; gives its exit status as wait() does. */
export function system(command: string): number {
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  return (status ?? 1) << 8;
}
export const fspath = (path: string): string => normpath(path);
