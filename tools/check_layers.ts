/**
 * Which folder may import which, read from the imports: fails on an upward import, a cycle between files, or a way around
 * the public entry. Type-only imports don't count: they are gone when the code runs.
 *
 *   npx tsx tools/check_layers.ts
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

interface Layer {
  /** Folders of src whose values this one may use. */
  readonly folders: readonly string[];
  /** npm packages; Node's own modules are none: src runs in browsers, too. */
  readonly packages?: readonly string[];
  /** Runs on Node only, and may use its modules. */
  readonly isNode?: boolean;
}

/** The table of ARCHITECTURE.md, in the order of building. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  np: { folders: [], packages: ["ndarray", "fflate"] },
  py: { folders: ["np"] },
  numerics: { folders: ["np"] },
  graph: { folders: ["np", "py"] },
  ops: { folders: ["np", "py", "numerics", "graph"] },
  autodiff: { folders: ["np", "py", "graph", "ops"] },
  runtime: { folders: ["np", "py", "graph"] },
  train: { folders: ["np", "py", "graph", "ops", "autodiff"] },
  sparse: { folders: ["np", "py", "numerics", "graph", "ops"] },
  port: { folders: [], packages: ["py-ast"] },
  compat: { folders: ["np", "py", "numerics", "graph", "ops", "autodiff", "runtime", "train", "sparse"] },
  python: { folders: ["np", "py"], packages: ["fflate"], isNode: true },
  pyplot: { folders: ["np", "py", "python"], isNode: true },
  testing: { folders: ["np", "py", "graph", "runtime"], packages: ["vitest"], isNode: true },
  cli: { folders: ["np", "py", "port", "testing"], isNode: true },
};

/** What numerics may use of np: element types and the C library's functions, not arrays. */
const NP_FOR_NUMERICS = /^src\/np\/(dtype|half)\.ts$|^src\/np\/libm\//;

/** Scripts as users write them: everything of ours comes from the public entry. */
const SCRIPT_FOLDERS = ["ports", "notebooks"];

/** Imports that break a rule for a reason: "FROM -> TO" and why. An entry that no longer breaks one is a problem itself. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

/** Specifiers of the modules that a file loads when it runs; `import { type A }` does load (verbatimModuleSyntax). */
export function valueImports(source: string): string[] {
  const found: string[] = [];
  const statement = /^(?:import|export)\s+(?!type[\s{])(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
  for (const [, specifier] of source.matchAll(statement)) found.push(specifier!);
  // import("x") but not the type import("x").Name; `${…}` can't be followed.
  for (const [, specifier] of source.matchAll(/(?<!typeof\s)\bimport\(\s*["'`]([^"'`$]+)["'`]\s*\)(?!\.)/g))
    found.push(specifier!);
  return found;
}

export type Imports = ReadonlyMap<string, readonly string[]>;

/** For each TypeScript file of the folders: what it loads, own files as paths from the root, packages as they are named. */
export function readImports(root: string, folders: readonly string[]): Imports {
  const all = new Map<string, readonly string[]>();
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ts|ipynb)$/.test(entry.name) || entry.name.endsWith(".d.ts")) continue;
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
      // The notebooks have packages of their own.
      if (path.includes("/node_modules/")) continue;
      const text = readFileSync(join(root, path), "utf8");
      const specifiers = valueImports(entry.name.endsWith(".ipynb") ? notebookCode(text) : text);
      all.set(
        path,
        specifiers.map((s) => (s.startsWith(".") ? posix.join(posix.dirname(path), s).replace(/\.js$/, ".ts") : s)),
      );
    }
  }
  return all;
}

function notebookCode(text: string): string {
  const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string | string[] }[] };
  return cells
    .filter((c) => c.cell_type === "code")
    .map((c) => (Array.isArray(c.source) ? c.source.join("") : c.source))
    .join("\n");
}

const folderOf = (path: string): string => path.split("/")[1] ?? "";
const isOwn = (target: string): boolean => /^(src|ports|notebooks|test|tools|bench|\.\.)\//.test(target);

/** Why a file may not load the target; null where it may. */
function objection(file: string, target: string): string | null {
  if (SCRIPT_FOLDERS.some((f) => file.startsWith(`${f}/`))) {
    const inside = SCRIPT_FOLDERS.some((f) => target.startsWith(`${f}/`));
    return isOwn(target) && !inside ? 'scripts import "tf1-compat" only' : null;
  }
  const from = folderOf(file);
  const layer = LAYERS[from];
  if (!layer) return `src/${from} has no row in the table of layers`;
  if (!isOwn(target)) {
    if (layer.isNode && target.startsWith("node:")) return null;
    return layer.packages?.includes(target) ? null : `src/${from} may not load the package ${target}`;
  }
  if (!target.startsWith("src/")) return "src imports nothing outside src";
  const to = folderOf(target);
  if (to !== from && !layer.folders.includes(to)) return `src/${from} may not import src/${to}`;
  if (from === "numerics" && to === "np" && !NP_FOR_NUMERICS.test(target)) return "numerics knows no arrays of np";
  return null;
}

/** One cycle, shortest first found, per knot of files that import each other. */
export function cycles(imports: Imports): string[][] {
  const found: string[][] = [];
  const reported = new Set<string>();
  for (const start of imports.keys()) {
    if (reported.has(start)) continue;
    const cycle = shortestCycle(imports, start);
    if (!cycle || cycle.some((f) => reported.has(f))) continue;
    for (const f of cycle) reported.add(f);
    found.push(cycle);
  }
  return found;
}

function shortestCycle(imports: Imports, start: string): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const next of imports.get(file) ?? []) {
      if (next === start) {
        const path = [file];
        while (path[0] !== start) path.unshift(cameFrom.get(path[0]!)!);
        return path;
      }
      if (cameFrom.has(next) || !imports.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return null;
}

/** Everything that is wrong, a line each. */
export function problems(imports: Imports, exceptions: Readonly<Record<string, string>> = EXCEPTIONS): string[] {
  const out: string[] = [];
  const used = new Set<string>();
  for (const [file, targets] of imports) {
    for (const target of new Set(targets)) {
      const why = objection(file, target);
      if (why === null) continue;
      const edge = `${file} -> ${target}`;
      if (edge in exceptions) used.add(edge);
      else out.push(`${edge}: ${why}`);
    }
  }
  for (const cycle of cycles(imports)) out.push(`cycle: ${[...cycle, cycle[0]].join(" -> ")}`);
  for (const edge of Object.keys(exceptions)) {
    if (!used.has(edge)) out.push(`${edge}: listed as an exception but breaks no rule; take it off the list`);
  }
  return out;
}

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const imports = readImports(ROOT, ["src", ...SCRIPT_FOLDERS]);
  const found = problems(imports);
  for (const line of found) console.log(line);
  const edges = [...imports.values()].reduce((n, targets) => n + targets.length, 0);
  console.log(`${imports.size} files, ${edges} imports, ${found.length} problems`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
