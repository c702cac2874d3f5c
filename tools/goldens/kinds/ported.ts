/**
 * scripts --ported: recorded programs, translated by the translator, compiled under strict, run, and compared.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PythonSyntaxError, port } from "../../../src/port/index.js";
import { differentText } from "../../../src/testing/compare_stdout.js";
import type { Bits } from "../../../src/testing/compare_values.js";
import { compareGraphs, compareTraces, readGolden } from "../../../src/testing/golden.js";
import { runPort } from "../../../src/testing/record.js";
import { type Family, family, type ReplayOptions } from "../replay.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** Translated files lie within the package, so that its own name leads to the sources. */
const OUT = join(ROOT, ".build", "ported");

interface Script {
  readonly name: string;
  readonly golden: string;
  readonly unported: readonly string[];
  readonly missing: readonly string[];
  readonly failure: string | null;
}

function translate(dir: string, file: string): Script {
  const name = file.replace(/\.golden\.json(\.gz)?$/, "");
  const golden = join(dir, file);
  try {
    // The project's own copies of the originals lie beside their ports.
    const original = [join(dir, `${name}.py`), join(ROOT, "ports", `${name}.py`)].find(existsSync);
    if (original === undefined) throw new Error(`no original: ${name}.py`);
    const { code, diagnostics } = port(readFileSync(original, "utf8"), { filename: `${name}.py` });
    writeFileSync(join(OUT, `${name}.ts`), code);
    const of = (kind: string): string[] =>
      diagnostics.filter((d) => d.kind === kind).map((d) => `${name}.py:${d.line}: ${d.message}`);
    return { name, golden, unported: of("unported"), missing: of("missing"), failure: null };
  } catch (error) {
    const text =
      error instanceof PythonSyntaxError
        ? `SyntaxError: ${error.message} (line ${error.line})`
        : String((error as Error).stack);
    return { name, golden, unported: [], missing: [], failure: text };
  }
}

/** What the compiler says under `strict`, by script. */
function compile(): Map<string, string[]> {
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: {
      // Strict, and nothing beyond it: what users have.
      noUncheckedIndexedAccess: false,
      exactOptionalPropertyTypes: false,
      noImplicitOverride: false,
      erasableSyntaxOnly: false,
      declaration: false,
      paths: {
        "tf1-compat": ["../../src/compat/index.ts"],
        "tf1-compat/python": ["../../src/python/index.ts"],
      },
    },
    include: ["*.ts"],
  };
  writeFileSync(join(OUT, "tsconfig.json"), JSON.stringify(config));
  const found = new Map<string, string[]>();
  try {
    execFileSync(
      process.execPath,
      [join(ROOT, "node_modules", "typescript", "lib", "tsc.js"), "-p", OUT, "--pretty", "false"],
      { encoding: "utf8", stdio: "pipe" },
    );
  } catch (error) {
    for (const line of String((error as { stdout?: string }).stdout).split("\n")) {
      const m = /([^/\s]+)\.ts\((\d+),\d+\): (.*)$/.exec(line);
      if (m) found.set(m[1]!, [...(found.get(m[1]!) ?? []), `line ${m[2]}: ${m[3]}`]);
    }
    if (found.size === 0) throw error;
  }
  return found;
}

const yes = (ok: boolean): string => (ok ? "yes" : "no");

/** Why it ended early: a part of the library that is not there, or something else. */
function lacks(error: unknown): string | null {
  return error instanceof Error && error.name === "NotImplementedError" ? error.message : null;
}

async function replay(s: Script, problems: readonly string[], say: (line: string) => void): Promise<Family> {
  const f = family(s.name);
  const check = (part: string, problem: string | null): boolean => {
    if (problem === null) f.passed++;
    else f.failures.push({ id: `${s.name}/${part}`, reason: problem });
    return problem === null;
  };
  if (!check("ported", s.failure ?? (s.unported.length > 0 ? s.unported.join("; ") : null))) {
    say(`${s.name.padEnd(32)} ported: no`);
    return f;
  }
  const compiles = check("compiles", problems.length > 0 ? problems.join("; ") : null);
  const golden = readGolden(s.golden);
  const record = await runPort(join(OUT, `${s.name}.ts`));
  const missing = lacks(record.error);
  const head = `${s.name.padEnd(32)} ported: fully  compiles: ${yes(compiles)}`;
  if (missing !== null) {
    // Not the translator's: counted apart.
    say(`${head}  runs: until the library lacks something: ${missing.split("\n")[0]!.slice(0, 90)}`);
    return f;
  }
  const bits: Bits = { equal: 0, total: 0 };
  const runs = check("runs", record.error === null ? null : String((record.error as Error).stack ?? record.error));
  const stdout = check("stdout", differentText(golden.stdout, record.stdout));
  const trace = check("trace", compareTraces(golden, record, bits));
  const graph = check("graph", compareGraphs(golden, record));
  f.bits = bits;
  say(`${head}  runs: ${yes(runs)}  stdout: ${yes(stdout)}  trace: ${yes(trace)}  graph: ${yes(graph)}`);
  return f;
}

export async function replayPorted(dir: string, options: ReplayOptions): Promise<Family[]> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const files = readdirSync(dir)
    .filter((f) => /\.golden\.json(\.gz)?$/.test(f))
    .filter((f) => options.only === null || f.includes(options.only))
    .sort();
  const scripts = files.map((f) => translate(dir, f));
  const problems = compile();
  const say = (line: string): void => {
    if (!options.flags.has("json")) process.stdout.write(`${line}\n`);
  };
  const out: Family[] = [];
  for (const s of scripts) out.push(await replay(s, problems.get(s.name) ?? [], say));
  return out;
}
