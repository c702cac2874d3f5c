/** What is reported as fully ported compiles under `strict`: the table of constructs, and random programs. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { port } from "tf1-compat/port";
import { expect, it } from "vitest";
import { program } from "../../tools/fuzz/programs.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OUT = join(ROOT, ".build", "port-strict");

it("compiles", { timeout: 120_000 }, () => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const sources = ["constructs", "graph_constructs"].map((n) =>
    readFileSync(new URL(`./${n}.py`, import.meta.url), "utf8"),
  );
  for (let i = 0; i < 30; i++) sources.push(program(40_000 + i));
  for (const [i, source] of sources.entries()) {
    const { code, diagnostics } = port(source);
    if (diagnostics.some((d) => d.kind === "unported")) continue;
    writeFileSync(join(OUT, `p${i}.ts`), `${code}export {};\n`);
  }
  const paths = Object.fromEntries(["python", "pyplot"].map((n) => [`tf1-compat/${n}`, [`../../src/${n}/index.ts`]]));
  const compilerOptions = {
    noUncheckedIndexedAccess: false,
    exactOptionalPropertyTypes: false,
    noImplicitOverride: false,
    erasableSyntaxOnly: false,
    declaration: false,
    paths: { "tf1-compat": ["../../src/compat/index.ts"], ...paths },
  };
  writeFileSync(
    join(OUT, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", compilerOptions, include: ["*.ts"] }),
  );
  let said = "";
  try {
    const tsc = join(ROOT, "node_modules", "typescript", "lib", "tsc.js");
    execFileSync(process.execPath, [tsc, "-p", OUT, "--pretty", "false"], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    said = String((error as { stdout?: string }).stdout);
  }
  expect(said).toBe("");
});
