/**
 * Python's module os.
 * Source: Lib/os.py, Modules/posixmodule.c (Python 3.7).
 */
import { execSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { availableParallelism } from "node:os";
import { bind, type Call } from "../np/arguments.js";
import { FileExistsError, OSError } from "../np/errors.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { attempt } from "./files/os_errors.js";
import { StringIO } from "./files/text_file.js";
import { environ } from "./os_environ.js";
import * as path from "./os_path.js";
import { float } from "./support.js";

export { OSError as error } from "../np/errors.js";
export { environ, getenv, putenv, unsetenv } from "./os_environ.js";
export * as path from "./os_path.js";

export const name = "posix";
export const sep = "/";
export const altsep = null;
export const pathsep = ":";
export const extsep = ".";
export const linesep = "\n";
export const curdir = ".";
export const pardir = "..";
export const devnull = "/dev/null";
export const F_OK = 0;
export const R_OK = 4;
export const W_OK = 2;
export const X_OK = 1;

export function getcwd(): string {
  return process.cwd();
}
export function chdir(to: string): void {
  attempt(to, () => process.chdir(to));
}
export function getpid(): number {
  return process.pid;
}
export function getppid(): number {
  return process.ppid;
}
export function cpu_count(): number {
  return availableParallelism();
}
export function listdir(folder = "."): string[] {
  return attempt(folder, () => fs.readdirSync(folder));
}

/** What os.scandir gives. */
export class DirEntry {
  readonly name: string;
  readonly path: string;

  constructor(folder: string, name: string) {
    this.name = name;
    this.path = path.join(folder, name);
  }
  is_dir(): boolean {
    return path.isdir(this.path);
  }
  is_file(): boolean {
    return path.isfile(this.path);
  }
  is_symlink(): boolean {
    return path.islink(this.path);
  }
  stat(): StatResult {
    return stat(this.path);
  }
  __repr__(): string {
    return `<DirEntry '${this.name}'>`;
  }
}
export function scandir(folder = "."): DirEntry[] {
  return listdir(folder).map((n) => new DirEntry(folder, n));
}

export function mkdir(folder: string, mode = 0o777): void {
  attempt(folder, () => fs.mkdirSync(folder, { mode }));
}
interface MakeOptions {
  readonly mode?: number;
  readonly exist_ok?: boolean;
}
export function makedirs(name: string, ...rest: Call<[mode: number, exist_ok: boolean], MakeOptions>): void {
  const { mode = 0o777, exist_ok = false } = bind<MakeOptions>("makedirs", ["mode", "exist_ok"], rest);
  const up = path.dirname(name.replace(/(?<=.)\/+$/, ""));
  if (up !== "" && up !== name && !path.exists(up)) makedirs(up, { exist_ok: true });
  try {
    mkdir(name, mode);
  } catch (error) {
    if (!(error instanceof FileExistsError) || !exist_ok || !path.isdir(name)) throw error;
  }
}
export function remove(file: string): void {
  attempt(file, () => fs.unlinkSync(file));
}
export const unlink = remove;
export function rmdir(folder: string): void {
  attempt(folder, () => fs.rmdirSync(folder));
}
export function removedirs(name: string): void {
  rmdir(name);
  try {
    for (let up = path.dirname(name); up !== ""; up = path.dirname(up)) rmdir(up);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
  }
}
export function rename(src: string, dst: string): void {
  try {
    attempt(src, () => fs.renameSync(src, dst));
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    const kind = error.constructor as new (...args: readonly unknown[]) => OSError;
    const raised = new kind(error.errno, error.strerror, src);
    Object.assign(raised, { __str__: () => `[Errno ${error.errno}] ${error.strerror}: '${src}' -> '${dst}'` });
    throw raised;
  }
}
export const replace = rename;
export function renames(old: string, to: string): void {
  const up = path.dirname(to);
  if (up !== "" && !path.exists(up)) makedirs(up);
  rename(old, to);
}
export function link(src: string, dst: string): void {
  attempt(src, () => fs.linkSync(src, dst));
}
export function symlink(src: string, dst: string): void {
  attempt(src, () => fs.symlinkSync(src, dst));
}
export function readlink(file: string): string {
  return attempt(file, () => fs.readlinkSync(file));
}
export function chmod(file: string, mode: number): void {
  attempt(file, () => fs.chmodSync(file, mode));
}
export function utime(file: string, times: readonly [number, number] | null = null): void {
  const [a, m] = times ?? [Date.now() / 1000, Date.now() / 1000];
  attempt(file, () => fs.utimesSync(file, Number(a), Number(m)));
}
export function access(file: string, mode: number): boolean {
  try {
    fs.accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

/** What os.stat gives. */
export class StatResult {
  readonly st_mode: number;
  readonly st_ino: number;
  readonly st_size: number;
  readonly st_uid: number;
  readonly st_gid: number;
  readonly st_nlink: number;
  readonly st_mtime: number;
  readonly st_atime: number;
  readonly st_ctime: number;

  constructor(s: fs.Stats) {
    this.st_mode = s.mode;
    this.st_ino = s.ino;
    this.st_size = s.size;
    this.st_uid = s.uid;
    this.st_gid = s.gid;
    this.st_nlink = s.nlink;
    this.st_mtime = float(s.mtimeMs / 1000);
    this.st_atime = float(s.atimeMs / 1000);
    this.st_ctime = float(s.ctimeMs / 1000);
  }
}
export function stat(file: string): StatResult {
  return new StatResult(attempt(file, () => fs.statSync(file)));
}
export function lstat(file: string): StatResult {
  return new StatResult(attempt(file, () => fs.lstatSync(file)));
}

interface WalkOptions {
  readonly topdown?: boolean;
  readonly onerror?: ((error: unknown) => void) | null;
  readonly followlinks?: boolean;
}
type Walked = [dirpath: string, dirnames: string[], filenames: string[]] & PyTuple<string | string[]>;

/** Folder after folder: its path, the folders in it, the files in it. */
export function* walk(
  top: string,
  ...rest: Call<[topdown: boolean, onerror: WalkOptions["onerror"], followlinks?: boolean], WalkOptions>
): Generator<Walked, void, undefined> {
  const options = bind<WalkOptions>("walk", ["topdown", "onerror", "followlinks"], rest);
  const { topdown = true, onerror = null, followlinks = false } = options;
  let names: string[];
  try {
    names = listdir(top);
  } catch (error) {
    onerror?.(error);
    return;
  }
  const folders = names.filter((n) => path.isdir(path.join(top, n)));
  const found = tuple<string | string[]>([top, folders, names.filter((n) => !folders.includes(n))]) as Walked;
  if (topdown) yield found;
  for (const n of folders) {
    const inner = path.join(top, n);
    if (followlinks || !path.islink(inner)) yield* walk(inner, { topdown, onerror, followlinks });
  }
  if (!topdown) yield found;
}

/** Runs a command of the shell; its exit status, as wait() gives it. */
export function system(command: string): number {
  const { status, signal } = spawnSync(command, { shell: true, stdio: "inherit", env: Object.fromEntries(environ) });
  return signal ? 2 : (status ?? 0) << 8;
}
export function popen(command: string, _mode = "r"): StringIO {
  return new StringIO(execSync(command, { encoding: "utf8", stdio: ["inherit", "pipe", "inherit"] }));
}
export function urandom(size: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(size));
}
export function fspath(x: string | { __fspath__(): string }): string {
  return typeof x === "string" ? x : x.__fspath__();
}
export function getlogin(): string {
  return process.env["USER"] ?? "root";
}
/** Ends the program at once. */
export function _exit(status: number): never {
  process.exit(status);
}
