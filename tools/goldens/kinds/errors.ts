/**
 * errors: snippets of Python, translated and run: whether they raise, which class, on which line, with which text.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resetDefaultGraph } from "../../../src/graph/graph.js";
import { str } from "../../../src/np/printing/repr.js";
import { PyFloat } from "../../../src/np/pyfloat.js";
import { lineOf, port } from "../../../src/port/index.js";
import { caught } from "../../../src/py/caught.js";
import { setPrintSink } from "../../../src/py/print.js";
import { difference } from "../../../src/testing/compare_values.js";
import { type Json, valueJson } from "../../../src/testing/encode.js";
import { TRACE } from "../../../src/testing/golden.js";
import { type Family, family, type Kind, type ReplayOptions } from "../replay.js";

interface Outcome {
  readonly raised: boolean;
  readonly class?: string;
  readonly line?: number;
  readonly message?: string;
  readonly message_template?: string;
  readonly op?: string | null;
  readonly error_code?: number;
  readonly variants_seen?: readonly string[];
  /** What the variable r holds at the end. */
  readonly r?: Json;
}
interface Case {
  readonly id: string;
  readonly category: string;
  readonly code: string;
  readonly outcome: Outcome;
}

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const OUT = join(ROOT, ".build", "errors");
/** Snippets are called from deep down: the frame of the snippet is further up. */
Error.stackTraceLimit = 200;

const PRELUDE = "import tensorflow as tf\nimport numpy as np\n";

interface Raised {
  readonly error: unknown;
  readonly line: number | null;
}
/** How a snippet ended: with an error, or with a value in r. */
interface Ended {
  readonly raised: Raised | null;
  readonly r: unknown;
}

/** Runs a snippet as the file port.py; null where it ends well. */
async function run(id: string, code: string): Promise<Ended> {
  const file = join(OUT, `${id}.ts`);
  const ported = port(PRELUDE + code, { filename: "port.py", isModule: true });
  writeFileSync(file, ported.code);
  resetDefaultGraph();
  const sink = setPrintSink(() => {});
  try {
    const { r } = (await import(pathToFileURL(file).href)) as { readonly r?: unknown };
    return { raised: null, r };
  } catch (error) {
    const at = new RegExp(`${id}\\.ts:(\\d+):`).exec(String((error as Error).stack));
    const line = at ? lineOf(ported.sourceMap, Number(at[1])) : null;
    const own = line === null ? null : line - PRELUDE.split("\n").length + 1;
    return { raised: { error: caught(error), line: own }, r: undefined };
  } finally {
    setPrintSink(sink);
  }
}

/** Parts of a text that differ from run to run, or from machine to machine. */
function masked(text: string): string {
  return text
    .replace(/0x[0-9a-f]{6,}/g, "0xADDR")
    .replace(/'_\d+_/g, "'_N_")
    .replace(/\(defined at [^)]*\)/g, "(defined at)")
    .replace(/\/tmp\/[\w.-]+/g, "<tmpdir>");
}

function compare(want: Outcome, ended: Ended): string | null {
  const got = ended.raised;
  if (!want.raised) {
    if (got !== null) return `the original raises nothing, ours ${name(got.error)}: ${str(got.error)}`;
    return want.r === undefined ? null : difference(want.r, plainJson(ended.r), TRACE, { equal: 0, total: 0 }, "r");
  }
  if (got === null) return `want ${want.class}: ${want.message}; ours raises nothing`;
  const { error } = got;
  const wanted = want.class!.split(".").at(-1)!;
  if (name(error) !== wanted) return `want ${wanted}: ${want.message}; got ${name(error)}: ${str(error).slice(0, 300)}`;
  const template = want.message_template;
  const texts = (template === undefined ? [want.message!] : [template, ...(want.variants_seen ?? [])]).map(masked);
  const ours = masked(
    template === undefined ? str(error) : ((error as { message_template?: string }).message_template ?? str(error)),
  );
  if (!texts.includes(ours)) return `want "${texts[0]}", got "${ours}"`;
  if (want.op !== undefined && want.variants_seen === undefined) {
    const { op, error_code } = error as { op?: { name: string } | null; error_code?: number };
    if ((op?.name ?? null) !== want.op) return `want op ${want.op}, got ${op?.name ?? null}`;
    if (error_code !== want.error_code) return `want error_code ${want.error_code}, got ${error_code}`;
  }
  return want.line === got.line ? null : `want line ${want.line}, got ${got.line}`;
}

/** Numbers and text stand as they are, lists of them, too. */
function plainJson(x: unknown): Json {
  if (typeof x === "boolean" || typeof x === "string" || typeof x === "number" || x === null) return x;
  if (x instanceof PyFloat) return x.value;
  return Array.isArray(x) ? x.map(plainJson) : valueJson(x);
}

const name = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

export const errors: Kind = {
  describe: "snippets that raise, translated",
  async replay(dir: string, options: ReplayOptions): Promise<Family[]> {
    rmSync(OUT, { recursive: true, force: true });
    mkdirSync(OUT, { recursive: true });
    const { cases } = JSON.parse(readFileSync(join(dir, "errors.json"), "utf8")) as { cases: readonly Case[] };
    const families = new Map<string, Family>();
    const lacking = family("not there yet");
    for (const c of cases) {
      if (options.only !== null && !c.id.includes(options.only)) continue;
      const into = families.get(c.category) ?? family(c.category);
      families.set(c.category, into);
      let problem: string | null;
      let got: Ended = { raised: null, r: undefined };
      try {
        got = await run(c.id, c.code);
        problem = compare(c.outcome, got);
      } catch (error) {
        problem = String((error as Error).stack);
      }
      if (problem === null) into.passed++;
      else
        (name(got.raised?.error) === "NotImplementedError" ? lacking : into).failures.push({
          id: c.id,
          reason: problem,
        });
    }
    return [...families.values(), lacking];
  },
};
