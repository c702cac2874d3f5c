/**
 * Runs a translated script as its own program: its arguments, its exit code, Python's line of an error.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { str } from "../np/printing/repr.js";
import { lineOf, port } from "../port/index.js";
import { caught } from "../py/caught.js";
import { SystemExit } from "../py/errors.js";

/** This package's own files, whichever form they are in. */
function entry(name: string): string {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`../${name}/index.${extension}`, import.meta.url).href;
}

/** The code with the package's names as addresses: the file lies where nothing is installed. */
export function located(code: string): string {
  return code
    .replaceAll('from "tf1-compat"', `from "${entry("compat")}"`)
    .replaceAll(/from "tf1-compat\/(\w+)"/g, (_, name: string) => `from "${entry(name)}"`);
}

/** Raises what the script raises, once it has said so on stderr. */
export async function runScript(path: string, source: string, args: readonly string[]): Promise<number> {
  const { code, sourceMap } = port(source, { filename: path, target: "js" });
  const folder = mkdtempSync(join(tmpdir(), "tf1-"));
  const file = join(folder, "script.mjs");
  writeFileSync(file, located(code));
  process.argv = [process.argv[0]!, path, ...args];
  Error.stackTraceLimit = 200;
  try {
    await import(pathToFileURL(file).href);
    return 0;
  } catch (error) {
    return ended(error, path, sourceMap);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Python does with an error that nobody caught: says it, and ends with status 1; sys.exit's own status else. */
function ended(error: unknown, path: string, sourceMap: string): number {
  const e = caught(error);
  if (e instanceof SystemExit) {
    const { code } = e;
    if (code === null || typeof code === "number") return code ?? 0;
    process.stderr.write(`${str(code)}\n`);
    return 1;
  }
  const lines = Array.from(String((error as Error).stack).matchAll(/script\.mjs:(\d+):/g), (m) =>
    lineOf(sourceMap, Number(m[1])),
  );
  process.stderr.write("Traceback (most recent call last):\n");
  for (const line of lines.reverse()) if (line !== null) process.stderr.write(`  File "${path}", line ${line}\n`);
  const name = e instanceof Error ? e.name : typeof e;
  const text = str(e);
  process.stderr.write(text === "" ? `${name}\n` : `${name}: ${text}\n`);
  return 1;
}
