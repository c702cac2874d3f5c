/**
 * Files of the user: read with a clear error, written aside and renamed.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Failure } from "./failure.js";

export function readText(path: string): string {
  if (!existsSync(path)) throw new Failure(`no such file: ${path}`);
  if (statSync(path).isDirectory()) throw new Failure(`a folder, not a file: ${path}`);
  return readFileSync(path, "utf8");
}

/** The file is there whole or not at all. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}.tmp`;
  writeFileSync(aside, text);
  renameSync(aside, path);
}
