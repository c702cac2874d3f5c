/**
 * npm run -s goldens -- KIND DIR [--json] [--only TEXT] [--target native]
 *
 * Replays a folder of goldens: one line a family, the failures, and `N passed, N failed`; exit 1 if any failed.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Family, Kind, ReplayOptions } from "./replay.js";

const KINDS: Record<string, () => Promise<Kind>> = {
  numerics: async () => (await import("./kinds/numerics.js")).numerics,
  ops: async () => (await import("./kinds/ops.js")).ops,
  errors: async () => (await import("./kinds/errors.js")).errors,
  scripts: async () => (await import("./kinds/scripts.js")).scripts,
  printing: async () => (await import("./kinds/printing.js")).printing,
  "rng-numpy": async () => (await import("./kinds/rng_numpy.js")).rngNumpy,
};

function usage(problem: string): never {
  process.stderr.write(`${problem}\nusage: npm run -s goldens -- KIND DIR [--json] [--only TEXT] [--target native]\n`);
  process.stderr.write(`kinds: ${Object.keys(KINDS).join(", ")}\n`);
  process.exit(2);
}

function report(families: readonly Family[], most: number): void {
  for (const f of families) {
    const bits = f.bits && f.bits.total > 0 ? `, bit-identical ${f.bits.equal} of ${f.bits.total} floats` : "";
    process.stdout.write(`${f.name}: ${f.passed} passed, ${f.failures.length} failed${bits}\n`);
    for (const { id, reason } of f.failures.slice(0, most)) {
      process.stdout.write(`  ${id}: ${reason.split("\n").slice(0, 6).join("\n    ")}\n`);
    }
    if (f.failures.length > most) process.stdout.write(`  … ${f.failures.length - most} more\n`);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    json: { type: "boolean" },
    only: { type: "string" },
    target: { type: "string" },
    most: { type: "string" },
  },
});
const [kindName, dir] = positionals;
const load = kindName === undefined ? undefined : KINDS[kindName];
if (!load) usage(`unknown kind of goldens: ${kindName ?? "(none)"}`);
if (dir === undefined) usage("which folder?");
// npm runs scripts in the package's folder; a relative DIR is meant from where the user stands.
const folder = resolve(process.env["INIT_CWD"] ?? ".", dir);
if (!existsSync(folder)) usage(`no such folder: ${folder}`);

const known = new Set(["json", "only", "target", "most"]);
const options: ReplayOptions = {
  only: typeof values["only"] === "string" ? values["only"] : null,
  target: typeof values["target"] === "string" ? values["target"] : "",
  flags: new Set(Object.keys(values).filter((k) => !known.has(k))),
};
const families = await (await load()).replay(folder, options);
const passed = families.reduce((n, f) => n + f.passed, 0);
const failed = families.reduce((n, f) => n + f.failures.length, 0);
if (values["json"]) {
  const rows = Object.fromEntries(
    families.map((f) => [f.name, { passed: f.passed, failed: f.failures.length, bits: f.bits ?? null }]),
  );
  const failures = families.flatMap((f) => f.failures.map((x) => ({ family: f.name, ...x })));
  process.stdout.write(`${JSON.stringify({ kind: kindName, passed, failed, families: rows, failures })}\n`);
} else {
  report(families, Number(values["most"] ?? 10));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}
// A broken or empty folder must not look like success.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
