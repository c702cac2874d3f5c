/**
 * Python's shutil.
 * Source: Lib/shutil.py (Python 3.7).
 */
import { copyFileSync, cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { FileNotFoundError } from "../py/errors.js";
import { asPython } from "./failure.js";
import { basename, isdir, join } from "./os_path.js";

/** Removes a tree. Raises FileNotFoundError where there is none, unless errors are ignored. */
export function rmtree(path: string, ignore: boolean | { readonly ignore_errors?: boolean } = false): void {
  const isIgnored = typeof ignore === "object" ? ignore.ignore_errors === true : ignore;
  if (!existsSync(path) && !isIgnored) throw new FileNotFoundError(2, "No such file or directory", path);
  rmSync(path, { recursive: true, force: true });
}
const target = (from: string, to: string): string => (isdir(to) ? join(to, basename(from)) : to);
export function copyfile(from: string, to: string): string {
  asPython(from, () => copyFileSync(from, to));
  return to;
}
export const copy = (from: string, to: string): string => copyfile(from, target(from, to));
export const copy2 = copy;
export function copytree(from: string, to: string): string {
  asPython(from, () => cpSync(from, to, { recursive: true, errorOnExist: true, force: false }));
  return to;
}
export function move(from: string, to: string): string {
  const where = target(from, to);
  asPython(from, () => renameSync(from, where));
  return where;
}
