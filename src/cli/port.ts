/**
 * tf1 port: a script, a folder of modules, or a notebook.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Diagnostic, type PortOptions, PythonSyntaxError, port } from "../port/index.js";
import { check } from "./check.js";
import { Failure } from "./failure.js";
import { readText, writeText } from "./files.js";
import { portNotebook } from "./notebook.js";
import { located, runScript } from "./run.js";

export interface PortFlags {
  readonly out?: string | undefined;
  readonly run?: boolean | undefined;
  readonly check?: string | undefined;
  readonly report?: boolean | undefined;
  readonly js?: boolean | undefined;
}

/** Python's own words for what it can't read. */
function syntaxError(path: string, source: string, e: PythonSyntaxError): Failure {
  const line = source.split("\n")[e.line - 1] ?? "";
  const text = line.trimStart();
  const caret = " ".repeat(Math.max(0, e.column - 1 - (line.length - text.length)));
  return new Failure(`  File "${path}", line ${e.line}\n    ${text}\n    ${caret}^\nSyntaxError: ${e.message}`);
}

function translate(
  path: string,
  options: PortOptions,
): { readonly code: string; readonly diagnostics: readonly Diagnostic[] } {
  const source = readText(path);
  try {
    return port(source, { filename: basename(path), ...options });
  } catch (error) {
    throw error instanceof PythonSyntaxError ? syntaxError(path, source, error) : error;
  }
}

/** What was not ported, a line each; says whether there was anything. */
function report(path: string, diagnostics: readonly Diagnostic[], isWhole: boolean): void {
  const shown = diagnostics.filter((d) => isWhole || d.kind !== "note");
  for (const d of shown) process.stderr.write(`${path}:${d.line}:${d.column}: ${d.kind}: ${d.message}\n`);
  if (isWhole && shown.length === 0) process.stderr.write(`${path}: fully ported\n`);
}

export async function portCommand(
  positionals: readonly string[],
  flags: PortFlags,
  args: readonly string[],
): Promise<number> {
  const [path] = positionals;
  if (path === undefined) throw new Failure("which script? tf1 port SCRIPT.py");
  if (!existsSync(path)) throw new Failure(`no such file: ${path}`);
  if (statSync(path).isDirectory()) return portFolder(path, flags);
  if (path.endsWith(".ipynb")) {
    const { text, diagnostics } = portNotebook(readText(path), basename(path));
    report(path, diagnostics, flags.report === true);
    if (flags.out) writeText(flags.out, text);
    else process.stdout.write(text);
    return 0;
  }
  const { code, diagnostics } = translate(path, { target: flags.js ? "js" : "ts" });
  report(path, diagnostics, flags.report === true);
  if (flags.out) writeText(flags.out, code);
  if (flags.check) return checked(path, flags.check);
  if (flags.run) return runScript(path, readText(path), args);
  if (!flags.out && !flags.report) process.stdout.write(code);
  return 0;
}

async function checked(path: string, golden: string): Promise<number> {
  const { code } = translate(path, { target: "js" });
  const folder = mkdtempSync(join(tmpdir(), "tf1-"));
  try {
    const file = join(folder, "script.mjs");
    writeFileSync(file, located(code));
    return await check(file, golden);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every module of a folder, into another one; imports between them stay. */
function portFolder(path: string, flags: PortFlags): number {
  if (!flags.out) throw new Failure("where to? tf1 port FOLDER -o OUT");
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".py"));
  if (files.length === 0) throw new Failure(`no .py files in ${path}`);
  const modules = new Set(files.map((f) => f.replace(/\.py$/, "").split("/")[0]!));
  const sources = new Map(files.map((f) => [f, readText(join(path, f))]));
  mkdirSync(flags.out, { recursive: true });
  for (const file of files) {
    const name = file.replace(/\.py$/, "").replaceAll("/", ".");
    const word = new RegExp(`^\\s*(?:from|import)\\s+.*\\b${name.split(".").at(-1)}\\b`, "m");
    // What another module imports, exports its names.
    const isModule = [...sources].some(([other, text]) => other !== file && word.test(text));
    const { code, diagnostics } = translate(join(path, file), { modules, isModule, target: flags.js ? "js" : "ts" });
    report(join(path, file), diagnostics, flags.report === true);
    writeText(join(flags.out, file.replace(/\.py$/, flags.js ? ".js" : ".ts")), code);
  }
  return 0;
}
