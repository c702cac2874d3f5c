/**
 * The package as users get it: packed, installed into an empty folder, used from TypeScript, plain JavaScript and CommonJS.
 *
 * Nothing is downloaded: the packages it depends on are copied from this project's own installation.
 */
import { type ExecFileSyncOptions, execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const STORY = "xor_sparse_frozen";
const recording = JSON.parse(readFileSync(join(root, "test/goldens/scripts", `${STORY}.golden.json`), "utf8")) as {
  stdout: string;
};

let folder = "";
const installed = (...path: string[]): string => join(folder, "node_modules", "tf1-compat", ...path);

/** Runs a program in the user's folder; what it prints. Settings that npm passes on to scripts are not a user's. */
function run(program: string, args: readonly string[], options: ExecFileSyncOptions = {}): string {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS|VITEST)/i.test(key)),
  );
  try {
    return execFileSync(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env, ...options }).toString();
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`${program} ${args.join(" ")} failed:\n${stdout ?? ""}${stderr ?? ""}`, { cause: error });
  }
}

const node = (...args: string[]): string => run(process.execPath, args);
const npm = (args: readonly string[], cwd: string): string =>
  run("npm", args, { cwd, shell: process.platform === "win32" });
const tsc = (config: object, name: string): string => {
  writeFileSync(join(folder, name), JSON.stringify(config));
  return node(join(root, "node_modules/typescript/lib/tsc.js"), "-p", name);
};

interface Manifest {
  dependencies?: Record<string, string>;
}
const manifest = (path: string): Manifest => JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Manifest;

/** Folders of all packages that one depends on, as npm ci laid them out here. */
function dependencies(of: string, seen = new Set<string>()): Set<string> {
  for (const name of Object.keys(manifest(of).dependencies ?? {})) {
    const path = join(root, "node_modules", name);
    if (seen.has(path)) continue;
    seen.add(path);
    dependencies(path, seen);
  }
  return seen;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tf1-compat-"));
  const shelf = join(folder, "shelf");
  mkdirSync(shelf);
  npm(["pack", "--pack-destination", shelf], root);
  const [tarball] = readdirSync(shelf);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  // An empty cache and no network: nothing but these files can take part.
  const quiet = ["--offline", "--cache", join(folder, "cache"), "--no-audit", "--no-fund", "--ignore-scripts"];
  npm(["install", "--install-links", ...quiet, join(shelf, tarball!), ...dependencies(root)], folder);
  copyFileSync(installed("ports", `${STORY}.ts`), join(folder, "story.ts"));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const strict = {
  target: "ES2022",
  module: "NodeNext",
  moduleResolution: "NodeNext",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
};

describe("the packed package", () => {
  it("holds what users need and nothing else", () => {
    const files = readdirSync(installed(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed().length + 1));
    const expected =
      /^(dist\/.+\.(js|js\.map|d\.ts)|ports\/\w+\.(ts|py)|tools\/native\/build-tfjs-node\.sh|tools\/record\/record_tf1\.py|package\.json|(README|CHANGELOG)\.md|LICENSE)$/;
    expect(files.filter((f) => !expected.test(f.replaceAll("\\", "/")))).toEqual([]);
    for (const file of ["README.md", "CHANGELOG.md", "LICENSE", "dist/compat/index.js", "dist/compat/index.d.ts"])
      expect(files).toContain(file);
  });

  it("runs a port as TypeScript", () => {
    const loader = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
    expect(node("--import", loader, "story.ts")).toBe(recording.stdout);
  });

  it("type-checks the port against its declarations, and runs as plain JavaScript", () => {
    copyFileSync(join(folder, "story.ts"), join(folder, "plain.mts"));
    tsc({ compilerOptions: { ...strict, lib: ["ES2022", "DOM"], types: [] }, files: ["plain.mts"] }, "plain.json");
    expect(node("plain.mjs")).toBe(recording.stdout);
  });

  it("type-checks every port in a project with Node's types", () => {
    const typeRoots = [join(root, "node_modules/@types")];
    const files = readdirSync(installed("ports")).filter((f) => f.endsWith(".ts"));
    for (const file of files) copyFileSync(installed("ports", file), join(folder, file));
    const compilerOptions = {
      ...strict,
      lib: ["ES2023", "ESNext.Disposable"],
      types: ["node"],
      typeRoots,
      noEmit: true,
    };
    expect(tsc({ compilerOptions, files }, "node.json")).toBe("");
    expect(files.length).toBeGreaterThan(7);
  });

  it("refuses a wrong keyword at compile time", () => {
    writeFileSync(
      join(folder, "wrong.mts"),
      'import { tf } from "tf1-compat";\ntf.reduce_sum(tf.ones([2]), { axes: 0 });\n',
    );
    const compilerOptions = { ...strict, lib: ["ES2022", "DOM"], types: [], noEmit: true };
    expect(() => tsc({ compilerOptions, files: ["wrong.mts"] }, "wrong.json")).toThrow(/wrong\.mts\(2,\d+\): error TS/);
  });

  it("has Python's standard library and pyplot as entries", () => {
    writeFileSync(
      join(folder, "python.mjs"),
      `import { math, os, sys } from "tf1-compat/python";
       import { plt } from "tf1-compat/pyplot";
       sys.stdout.write(os.path.join("a", String(math.floor(2.5))) + " " + typeof plt.plot);`,
    );
    expect(node("python.mjs")).toBe("a/2 function");
  });

  it("is one module for import and require", () => {
    writeFileSync(
      join(folder, "required.cjs"),
      `const { tf, np, py, print, sparse } = require("tf1-compat");
       print(tf.Session().run(tf.matmul(tf.ones([2, 3]), np.ones([3, 1], np.float32))), py.len([1, 2]), typeof sparse.SparseVariable);
       import("tf1-compat").then((imported) => print(imported.tf === tf));`,
    );
    expect(node("required.cjs")).toBe("[[3.]\n [3.]] 2 function\nTrue\n");
  });
});
