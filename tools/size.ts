/**
 * npm run size: lines of each folder of src with the change against main, and the files that are long.
 *
 *   npm run size [-- REVISION]     compares with another revision than main
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Above this a file is a table, or says at its top why it is long. */
const LONG = 400;

const root = fileURLToPath(new URL("..", import.meta.url));
const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });

type Lines = ReadonlyMap<string, number>;

function linesNow(): Lines {
  const lines = new Map<string, number>();
  for (const entry of readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
    const path = join(entry.parentPath, entry.name);
    lines.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8").split("\n").length - 1);
  }
  return lines;
}

/** Lines of each file in a revision; null where it doesn't exist (a shallow clone, no such branch). */
function linesAt(revision: string): Lines | null {
  try {
    // The empty pattern is in every line.
    const rows = git("grep", "-c", "", revision, "--", "src/*.ts").trim().split("\n");
    return new Map(
      rows.map((row) => {
        const [, path = "", count] = row.slice(revision.length).split(":");
        return [path, Number(count)];
      }),
    );
  } catch {
    return null;
  }
}

interface Row {
  readonly files: number;
  readonly lines: number;
  readonly generated: number;
  readonly before: number;
}

function row(now: Lines, before: Lines, folder: string): Row {
  const sum = (lines: Lines, keep: (path: string) => boolean = () => true): number =>
    [...lines].reduce((n, [path, k]) => (path.startsWith(folder) && keep(path) ? n + k : n), 0);
  const files = [...now.keys()].filter((path) => path.startsWith(folder)).length;
  return { files, lines: sum(now), generated: sum(now, isGenerated), before: sum(before) };
}

const isGenerated = (path: string): boolean => path.endsWith(".generated.ts");
const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));

const revision = process.argv[2] ?? "main";
const now = linesNow();
const before = linesAt(revision);
const folders = [...new Set([...now.keys(), ...(before ?? now).keys()].map((path) => path.split("/", 2).join("/")))];

console.log(`folder            files   lines  generated  ${before ? `against ${revision}` : `(no ${revision} here)`}`);
for (const folder of [...folders.sort(), ""]) {
  const r = row(now, before ?? now, folder && `${folder}/`);
  const numbers = [String(r.files).padStart(6), String(r.lines).padStart(7), String(r.generated).padStart(10)];
  console.log((folder || "all").padEnd(17), ...numbers, "", before ? signed(r.lines - r.before) : "");
}

const long = [...now].filter(([path, n]) => n > LONG && !isGenerated(path)).sort((a, b) => b[1] - a[1]);
console.log(long.length > 0 ? `\nabove ${LONG} lines:` : `\nno file above ${LONG} lines`);
for (const [path, n] of long) console.log(`${String(n).padStart(6)} ${path}`);
