/**
 * Python's os.path on POSIX.
 * Source: Lib/posixpath.py, Lib/genericpath.py (Python 3.7).
 */
import { existsSync, lstatSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { posix } from "node:path";
import { tuple } from "../py/containers.js";
import { asPython } from "./failure.js";

export const sep = "/";

/** Parts joined with one slash each; an absolute part drops what stands before it. */
export function join(first: string, ...rest: readonly string[]): string {
  let path = first;
  for (const part of rest) {
    if (part.startsWith("/")) path = part;
    else path += path === "" || path.endsWith("/") ? part : `/${part}`;
  }
  return path;
}
export function split(path: string): readonly [string, string] {
  const at = path.lastIndexOf("/") + 1;
  let head = path.slice(0, at);
  if (head !== "" && !/^\/+$/.test(head)) head = head.replace(/\/+$/, "");
  return tuple([head, path.slice(at)]);
}
export const dirname = (path: string): string => split(path)[0];
export const basename = (path: string): string => split(path)[1];
export function splitext(path: string): readonly [string, string] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const at = name.lastIndexOf(".");
  // Dots that a name begins with don't count.
  if (at <= 0 || /^\.*$/.test(name.slice(0, at))) return tuple([path, ""]);
  const cut = path.length - (name.length - at);
  return tuple([path.slice(0, cut), path.slice(cut)]);
}
export const isabs = (path: string): boolean => path.startsWith("/");
export const normpath = (path: string): string => {
  const plain = posix.normalize(path);
  return plain.length > 1 ? plain.replace(/\/$/, "") : plain;
};
export const abspath = (path: string): string => normpath(isabs(path) ? path : join(process.cwd(), path));
export const realpath = (path: string): string => (existsSync(path) ? realpathSync(path) : abspath(path));
export const relpath = (path: string, start = "."): string => posix.relative(abspath(start), abspath(path)) || ".";
export function expanduser(path: string): string {
  return path === "~" || path.startsWith("~/") ? homedir() + path.slice(1) : path;
}
export function expandvars(path: string): string {
  return path.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (all, a: string | undefined, b: string | undefined) => process.env[a ?? b ?? ""] ?? all,
  );
}
export const exists = (path: string): boolean => existsSync(path);
const stat = (path: string) => statSync(path, { throwIfNoEntry: false });
export const isfile = (path: string): boolean => stat(path)?.isFile() === true;
export const isdir = (path: string): boolean => stat(path)?.isDirectory() === true;
export const islink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
export const getsize = (path: string): number => asPython(path, () => statSync(path).size);
export const getmtime = (path: string): number => asPython(path, () => statSync(path).mtimeMs / 1000);
export function commonprefix(paths: readonly string[]): string {
  let prefix = paths[0] ?? "";
  for (const p of paths) while (!p.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}
