/**
 * npm run coverage: how much of what legacy scripts use is there.
 *
 *   npm run coverage                the table, then the missing symbols in order of use
 *   npm run coverage -- --most 200  more of them
 *   npm run coverage -- FILE.py …   also: which of these scripts use nothing that is missing
 *
 * usage.tsv counts, for each symbol, the files and repositories of a corpus of 2,646 TensorFlow 1 files that use it. It does
 * not say which symbols occur together, so of whole files it gives a bound only; scripts named on the command line are read.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tf } from "../../src/compat/index.js";
import { missingPath } from "../../src/graph/missing.js";

const FILES = 2646;

export interface Usage {
  readonly symbol: string;
  readonly files: number;
  readonly repositories: number;
  /** Real TensorFlow 1.15 has no such name any more. */
  readonly isGone: boolean;
}

export function readUsage(): Usage[] {
  const text = readFileSync(new URL("usage.tsv", import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [symbol = "", files, repositories, where] = line.split("\t");
      return { symbol, files: Number(files), repositories: Number(repositories), isGone: where === "neither" };
    });
}

export type State = "there" | "missing" | "unknown";

/** Whether the public namespace has it: "missing" is a name that says so itself. */
export function stateOf(symbol: string): State {
  let value: unknown = tf;
  for (const part of symbol.split(".").slice(1)) {
    if (missingPath(value) !== null) return "missing";
    if ((typeof value !== "object" && typeof value !== "function") || value === null || !(part in value))
      return "unknown";
    value = Reflect.get(value, part);
  }
  return missingPath(value) === null ? "there" : "missing";
}

/** Contrib, Keras and estimators are libraries of their own. */
export const isApart = ({ symbol }: Usage): boolean => /^tf\.(?:contrib|keras|estimator)\b/.test(symbol);

/** Names of tf that a script uses, the longest form that the table knows. */
function symbolsOf(python: string, known: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const [path] of python.matchAll(/\btf(?:\.\w+)+/g)) {
    let name = path;
    while (!known.has(name) && name.includes(".")) name = name.slice(0, name.lastIndexOf("."));
    if (name !== "tf" && name !== "") found.add(name);
  }
  return found;
}

function share(part: number, all: number): string {
  return `${((100 * part) / all).toFixed(1)} %`;
}

function main(): void {
  const { values, positionals } = parseArgs({ options: { most: { type: "string" } }, allowPositionals: true });
  const all = readUsage().filter((u) => !u.isGone);
  const sum = (list: readonly Usage[], key: "files" | "repositories"): number => list.reduce((n, u) => n + u[key], 0);
  for (const [title, list] of [
    ["all symbols", all],
    ["without contrib, keras, estimator", all.filter((u) => !isApart(u))],
  ] as const) {
    const there = list.filter((u) => stateOf(u.symbol) === "there");
    const absent = list.filter((u) => stateOf(u.symbol) !== "there");
    console.log(
      `${title}: ${there.length} of ${list.length} symbols, ` +
        `${share(sum(there, "repositories"), sum(list, "repositories"))} of the repositories' uses, ` +
        `${share(sum(there, "files"), sum(list, "files"))} of the files' uses; ` +
        `at most ${share(FILES - Math.max(0, ...absent.map((u) => u.files)), FILES)} of the files are covered`,
    );
  }
  if (positionals.length > 0) {
    const known = new Set(readUsage().map((u) => u.symbol));
    let covered = 0;
    for (const file of positionals) {
      const lacking = [...symbolsOf(readFileSync(file, "utf8"), known)].filter((s) => stateOf(s) !== "there");
      if (lacking.length === 0) covered++;
      else console.log(`  ${file}: ${lacking.join(", ")}`);
    }
    console.log(`${covered} of ${positionals.length} scripts use nothing that is missing`);
  }
  const most = Number(values.most ?? 40);
  const missing = all.filter((u) => stateOf(u.symbol) !== "there").toSorted((a, b) => b.files - a.files);
  console.log(`\nmissing, by files (repositories), the first ${Math.min(most, missing.length)} of ${missing.length}:`);
  for (const u of missing.slice(0, most)) console.log(`  ${u.symbol} ${u.files} (${u.repositories})`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) main();
