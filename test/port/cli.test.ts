/** The command tf1, in a process of its own. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tf1-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tf1(...args: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const tsx = join(ROOT, "node_modules", "tsx", "dist", "cli.mjs");
  const command = [tsx, "--tsconfig", join(ROOT, "tsconfig.json"), join(ROOT, "src", "cli", "main.ts"), ...args];
  return spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8" });
}
function script(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe("tf1", { timeout: 60_000 }, () => {
  it("runs a script with its arguments and ends as it does", () => {
    const name = script("run.py", "import sys\nprint(sys.argv[1:])\ndef f(x):\n    return 1 / x\nf(0)\n");
    const { status, stdout, stderr } = tf1("port", name, "--run", "a", "-b");
    expect(stdout).toBe("['a', '-b']\n");
    expect(stderr).toBe(
      'Traceback (most recent call last):\n  File "run.py", line 5\n  File "run.py", line 4\nZeroDivisionError: division by zero\n',
    );
    expect(status).toBe(1);
  });
  it("gives the script's own exit code", () => {
    expect(tf1("port", script("exit.py", "import sys\nsys.exit(3)\n"), "--run").status).toBe(3);
  });
  it("writes and reports", () => {
    const name = script("some.py", "import keras\nx = keras.layers\n");
    const { stderr } = tf1("port", name, "-o", "out/some.ts", "--report");
    expect(stderr).toContain("some.py:1:1: missing: import of keras");
    expect(readFileSync(join(folder, "out", "some.ts"), "utf8")).toContain("py.unported");
  });
  it("checks against a record", () => {
    const original = join(ROOT, "ports", "xor_sparse_frozen.py");
    const golden = join(ROOT, "test", "goldens", "scripts", "xor_sparse_frozen.golden.json");
    const { status, stdout } = tf1("port", original, "--check", golden);
    expect(stdout).toContain("stdout  as recorded");
    expect(status).toBe(0);
  });
  it("shows the first difference", () => {
    const text = readFileSync(join(ROOT, "ports", "xor_sparse_frozen.py"), "utf8");
    const golden = join(ROOT, "test", "goldens", "scripts", "xor_sparse_frozen.golden.json");
    const { status, stdout } = tf1(
      "port",
      script("changed.py", text.replace("0.1, 0.2, 0.1", "0.1, 0.3, 0.1")),
      "--check",
      golden,
    );
    expect(stdout).toMatch(/first difference: stdout, line \d+: want/);
    expect(status).toBe(1);
  });
  it("ports a folder whose modules import each other", () => {
    spawnSync("mkdir", ["-p", join(folder, "project")]);
    script("project/helper.py", "RATE = 2\n\ndef double(x):\n    return x * RATE\n");
    script("project/main.py", "import helper\nfrom helper import double\n\nprint(double(4), helper.RATE)\n");
    tf1("port", "project", "-o", "ported", "--js");
    expect(readFileSync(join(folder, "ported", "helper.js"), "utf8")).toContain("export function double");
    expect(readFileSync(join(folder, "ported", "main.js"), "utf8")).toContain('import { double } from "./helper.js";');
  });
  it("ports a notebook for tslab, cell by cell", () => {
    const cells = [
      { cell_type: "markdown", source: ["# Title"] },
      { cell_type: "code", source: ["%matplotlib inline\n", "x = 2"], outputs: [], execution_count: 1 },
      { cell_type: "code", source: "print(x + 1)", outputs: [], execution_count: 2 },
    ];
    const name = script("legacy.ipynb", JSON.stringify({ cells, nbformat: 4, nbformat_minor: 5 }));
    tf1("port", name, "-o", "ported.ipynb");
    const made = JSON.parse(readFileSync(join(folder, "ported.ipynb"), "utf8")) as {
      cells: { source: string | string[] }[];
    };
    expect(made.cells.map((c) => [c.source].flat().join(""))).toEqual([
      "# Title",
      '// %matplotlib inline\nimport { print } from "tf1-compat";\n\nconst x = 2;',
      "print(x + 1);",
    ]);
  });
  it("says what is wrong with the call", () => {
    const { status, stderr } = tf1("port", "nowhere.py");
    expect([status, stderr]).toEqual([2, "tf1: no such file: nowhere.py\n"]);
    expect(tf1("port", script("bad.py", "x = 1\ny = = 2\n")).stderr).toContain('File "bad.py", line 2');
    expect(existsSync(join(folder, "bad.ts"))).toBe(false);
  });
  it("explains the recorder", () => {
    const { stdout } = tf1("record");
    const path = /python (\S+record_tf1\.py)/.exec(stdout)![1]!;
    expect(existsSync(path)).toBe(true);
  });
});
