/**
 * npm run coverage: how much of what legacy scripts use of TensorFlow is there.
 *
 *   npm run coverage [-- --most N] [--json] [--all]     N missing symbols are listed (60); --all lists those of keras and contrib too
 *
 * The table counts, for 70 repositories, the files that use a symbol (test/goldens/api/usage.tsv). A symbol that is planned
 * counts as missing. The table does not say which symbols meet in one file, so of the files that are fully covered it gives
 * a bound: no more than those that do without the most used missing symbol.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tf } from "../src/compat/index.js";
import { planOf } from "../src/compat/planned.js";

export interface Usage {
  readonly symbol: string;
  readonly files: number;
  readonly repositories: number;
  /** False for names that TensorFlow 1.15 itself doesn't have any more, or not yet. */
  readonly in115: boolean;
}

export function readUsage(text: string): Usage[] {
  const [, ...lines] = text.trimEnd().split("\n");
  return lines.map((line) => {
    const [symbol = "", files, repositories, in115] = line.split("\t");
    return { symbol, files: Number(files), repositories: Number(repositories), in115: in115 === "yes" };
  });
}

export type State = "there" | "planned" | "missing";

/** Whether a name like `tf.train.Saver` leads somewhere, and how far. */
export function stateOf(symbol: string): { readonly state: State; readonly plan: string | null } {
  let value: unknown = tf;
  for (const part of symbol.split(".").slice(1)) {
    const isContainer = (typeof value === "object" && value !== null) || typeof value === "function";
    if (!isContainer || !Reflect.has(value as object, part)) {
      // What belongs to a planned class is planned with it.
      const plan = planOf(value);
      return { state: plan === null ? "missing" : "planned", plan };
    }
    const next: unknown = Reflect.get(value as object, part);
    if (planOf(value) !== null && planOf(next) === null) return { state: "planned", plan: planOf(value) };
    value = next;
  }
  const plan = planOf(value);
  return { state: plan === null ? "there" : "planned", plan };
}

/** Namespaces that whole other issues bring. */
const APART = /^tf\.(contrib|keras|estimator)\b/;

export interface Coverage {
  /** Uses are pairs of a symbol and a file. */
  readonly uses: number;
  readonly coveredUses: number;
  readonly repositoryUses: number;
  readonly coveredRepositoryUses: number;
  readonly symbols: number;
  readonly coveredSymbols: number;
  /** Files that can be fully covered at most. */
  readonly filesBound: number;
  readonly missing: readonly (Usage & { readonly state: State; readonly plan: string | null })[];
}

export function coverage(usage: readonly Usage[]): Coverage {
  const rows = usage.map((u) => ({ ...u, ...stateOf(u.symbol) }));
  const there = rows.filter((r) => r.state === "there");
  const missing = rows.filter((r) => r.state !== "there").toSorted((a, b) => b.files - a.files);
  const sum = (list: readonly Usage[], of: "files" | "repositories"): number => list.reduce((n, u) => n + u[of], 0);
  const all = Math.max(...usage.map((u) => u.files));
  return {
    uses: sum(rows, "files"),
    coveredUses: sum(there, "files"),
    repositoryUses: sum(rows, "repositories"),
    coveredRepositoryUses: sum(there, "repositories"),
    symbols: rows.length,
    coveredSymbols: there.length,
    filesBound: 1 - (missing[0]?.files ?? 0) / all,
    missing,
  };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

function report(title: string, usage: readonly Usage[]): Coverage {
  const c = coverage(usage);
  console.log(`${title}: ${c.symbols} symbols`);
  console.log(`  there                        ${c.coveredSymbols} symbols, ${percent(c.coveredSymbols, c.symbols)}`);
  console.log(`  of uses (symbol in a file)   ${percent(c.coveredUses, c.uses)} of ${c.uses}`);
  console.log(
    `  of repositories' uses        ${percent(c.coveredRepositoryUses, c.repositoryUses)} of ${c.repositoryUses}`,
  );
  console.log(`  files fully covered          at most ${(100 * c.filesBound).toFixed(1)} %`);
  return c;
}

export const USAGE = new URL("../test/goldens/api/usage.tsv", import.meta.url);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const most = args.includes("--most") ? Number(args[args.indexOf("--most") + 1]) : 60;
  const usage = readUsage(readFileSync(USAGE, "utf8"));
  const own = usage.filter((u) => u.in115 && !APART.test(u.symbol));
  const listed = args.includes("--all") ? usage.filter((u) => u.in115) : own;
  if (args.includes("--json")) console.log(JSON.stringify(coverage(listed), null, 1));
  else {
    report("TensorFlow 1.15 without contrib, keras and estimator", own);
    report(
      "all of TensorFlow 1.15",
      usage.filter((u) => u.in115),
    );
    console.log(`names that TensorFlow 1.15 doesn't have: ${usage.filter((u) => !u.in115).length}, not counted`);
    const { missing } = coverage(listed);
    console.log(
      `\nmissing, by files that use them (the first ${Math.min(most, missing.length)} of ${missing.length}):`,
    );
    for (const m of missing.slice(0, most)) {
      console.log(
        `  ${m.symbol.padEnd(56)} ${String(m.files).padStart(4)} files ${String(m.repositories).padStart(3)} repositories  ${m.plan === null ? "" : `comes with ${m.plan}`}`,
      );
    }
  }
}
