/**
 * Python's module os.path.
 * Source: Lib/posixpath.py (Python 3.7).
 */
import * as fs from "node:fs";
import { homedir } from "node:os";
import { ValueError } from "../np/errors.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { attempt } from "./files/os_errors.js";
import { float } from "./support.js";

export const sep = "/";
export const pardir = "..";
export const curdir = ".";
export const extsep = ".";

export function join(a: string, ...rest: readonly string[]): string {
  let path = a;
  for (const b of rest) {
    if (b.startsWith("/")) path = b;
    else path += path === "" || path.endsWith("/") ? b : `/${b}`;
  }
  return path;
}
export function split(p: string): [head: string, tail: string] & PyTuple<string> {
  const i = p.lastIndexOf("/") + 1;
  const head = p.slice(0, i);
  return pair(/^\/*$/.test(head) ? head : head.replace(/\/+$/, ""), p.slice(i));
}
const pair = (a: string, b: string): [string, string] & PyTuple<string> =>
  tuple([a, b]) as [string, string] & PyTuple<string>;

export function splitext(p: string): [root: string, ext: string] & PyTuple<string> {
  const slash = p.lastIndexOf("/");
  const dot = p.lastIndexOf(".");
  // Dots that the name begins with start no extension.
  if (dot > slash && /[^.]/.test(p.slice(slash + 1, dot))) return pair(p.slice(0, dot), p.slice(dot));
  return pair(p, "");
}
export function splitdrive(p: string): [drive: string, path: string] & PyTuple<string> {
  return pair("", p);
}
export function basename(p: string): string {
  return p.slice(p.lastIndexOf("/") + 1);
}
export function dirname(p: string): string {
  return split(p)[0];
}
export function isabs(s: string): boolean {
  return s.startsWith("/");
}
export function normpath(path: string): string {
  if (path === "") return ".";
  const lead = path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
  const out: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== ".." || (lead === "" && out.length === 0) || out.at(-1) === "..") out.push(part);
    else out.pop();
  }
  return lead + out.join("/") || ".";
}
export function abspath(path: string): string {
  return normpath(isabs(path) ? path : join(process.cwd(), path));
}
export function realpath(filename: string): string {
  const path = abspath(filename);
  try {
    return fs.realpathSync(path);
  } catch {
    const up = dirname(path);
    return up === path ? path : join(realpath(up), basename(path));
  }
}
export function relpath(path: string, start = "."): string {
  if (path === "") throw new ValueError("no path specified");
  const from = abspath(start).split("/").filter(Boolean);
  const to = abspath(path).split("/").filter(Boolean);
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/") || ".";
}
export function commonprefix(m: Iterable<string>): string {
  const all = [...m].sort();
  const first = all[0] ?? "";
  const last = all.at(-1) ?? "";
  let n = 0;
  while (n < first.length && first[n] === last[n]) n++;
  return first.slice(0, n);
}
export function commonpath(paths: Iterable<string>): string {
  const all = [...paths];
  if (all.length === 0) throw new ValueError("commonpath() arg is an empty sequence");
  if (new Set(all.map(isabs)).size > 1) throw new ValueError("Can't mix absolute and relative paths");
  const split_ = all.map((p) => p.split("/").filter((c) => c !== "" && c !== "."));
  const first = split_[0]!;
  let n = 0;
  while (n < first.length && split_.every((p) => p[n] === first[n])) n++;
  return (isabs(all[0]!) ? "/" : "") + first.slice(0, n).join("/");
}
export function normcase(s: string): string {
  return s;
}
export function expanduser(path: string): string {
  return path === "~" || path.startsWith("~/")
    ? (process.env["HOME"] ?? homedir()).replace(/\/+$/, "") + path.slice(1)
    : path;
}
export function expandvars(path: string): string {
  return path.replace(/\$(?:(\w+)|\{([^}]*)\})/g, (all, a?: string, b?: string) => process.env[a ?? b ?? ""] ?? all);
}

const stat = (path: string): fs.Stats | undefined => {
  try {
    return fs.statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
};
export function exists(path: string): boolean {
  return stat(path) !== undefined;
}
export function lexists(path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
export function isfile(path: string): boolean {
  return stat(path)?.isFile() ?? false;
}
export function isdir(s: string): boolean {
  return stat(s)?.isDirectory() ?? false;
}
export function islink(path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
export function samefile(f1: string, f2: string): boolean {
  const a = attempt(f1, () => fs.statSync(f1));
  const b = attempt(f2, () => fs.statSync(f2));
  return a.ino === b.ino && a.dev === b.dev;
}
export function getsize(filename: string): number {
  return attempt(filename, () => fs.statSync(filename).size);
}
export function getmtime(filename: string): number {
  return float(attempt(filename, () => fs.statSync(filename).mtimeMs) / 1000);
}
export function getatime(filename: string): number {
  return float(attempt(filename, () => fs.statSync(filename).atimeMs) / 1000);
}
export function getctime(filename: string): number {
  return float(attempt(filename, () => fs.statSync(filename).ctimeMs) / 1000);
}
