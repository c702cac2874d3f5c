/**
 * Python's module glob.
 * Source: Lib/glob.py (Python 3.7). Names come sorted: the system's own order is any.
 */

import * as fs from "node:fs";
import { fnmatchcase } from "./fnmatch.js";
import * as path from "./os_path.js";

const hasMagic = (s: string): boolean => /[*?[]/.test(s);
const names = (folder: string): string[] => {
  try {
    return fs.readdirSync(folder === "" ? "." : folder).sort();
  } catch {
    return [];
  }
};

interface GlobOptions {
  readonly recursive?: boolean;
}

/** Paths of what is there and follows the pattern. */
export function glob(pathname: string, options: GlobOptions = {}): string[] {
  return [...iglob(pathname, options)];
}
export function* iglob(pathname: string, { recursive = false }: GlobOptions = {}): Generator<string, void, undefined> {
  const [folder, name] = path.split(pathname);
  if (!hasMagic(pathname)) {
    if (name === "" ? path.isdir(folder) : path.lexists(pathname)) yield pathname;
    return;
  }
  const folders =
    folder !== "" && folder !== pathname && hasMagic(folder) ? [...iglob(folder, { recursive })] : [folder];
  for (const f of folders) {
    if (recursive && name === "**") {
      yield path.join(f, "");
      yield* below(f);
    } else if (!hasMagic(name)) {
      const found = path.join(f, name);
      if (name === "" ? path.isdir(f) : path.lexists(found)) yield found;
    } else {
      for (const n of names(f)) {
        if ((!n.startsWith(".") || name.startsWith(".")) && fnmatchcase(n, name)) yield path.join(f, n);
      }
    }
  }
}
function* below(folder: string): Generator<string, void, undefined> {
  for (const n of names(folder)) {
    if (n.startsWith(".")) continue;
    const inner = path.join(folder, n);
    yield inner;
    if (path.isdir(inner)) yield* below(inner);
  }
}
export function escape(pathname: string): string {
  return pathname.replace(/[*?[]/g, "[$&]");
}
