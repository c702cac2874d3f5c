/** Originals beside the ports, translated: they do what the originals were recorded to do. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { port } from "tf1-compat/port";
import { describe, expect, it } from "vitest";
import "tf1-compat/testing";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const OUT = at("../../.build/port-scripts");
const GOLDENS = at("../goldens/scripts");

const names = readdirSync(at("../../ports"))
  .filter((f) => f.endsWith(".py"))
  .map((f) => f.replace(/\.py$/, ""));

describe.each(names)("%s", (name) => {
  const golden = [`${GOLDENS}/${name}.golden.json`, `${GOLDENS}/${name}.golden.json.gz`].find(existsSync)!;

  it("replays", { timeout: 60_000 }, async () => {
    mkdirSync(OUT, { recursive: true });
    const { code, diagnostics } = port(readFileSync(at(`../../ports/${name}.py`), "utf8"), { filename: `${name}.py` });
    expect(diagnostics).toEqual([]);
    writeFileSync(`${OUT}/${name}.ts`, code);
    await expect(`${OUT}/${name}.ts`).toReplay(golden);
  });
});
