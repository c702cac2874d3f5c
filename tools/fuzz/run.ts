/**
 * Runs programs with CPython and as ported, and compares what they print.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { str } from "../../src/np/printing/repr.js";
import { port } from "../../src/port/index.js";
import { caught } from "../../src/py/caught.js";
import { setPrintSink } from "../../src/py/print.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OUT = join(ROOT, ".build", "fuzz");

/** Runs each program of a JSON list with its own names; prints a JSON list of what they printed. */
const RUNNER = `
import contextlib, io, json, sys
out = []
for code in json.load(sys.stdin):
    buffer = io.StringIO()
    with contextlib.redirect_stdout(buffer):
        try:
            exec(compile(code, "program.py", "exec"), {"__name__": "__main__"})
        except BaseException as e:
            print("raised", type(e).__name__ + ":", e)
    out.append(buffer.getvalue())
json.dump(out, sys.stdout)
`;

/** Null where there is no Python 3. */
export function byPython(programs: readonly string[], timeout = 600_000): string[] | null {
  const { status, stdout, stderr, error } = spawnSync("python3", ["-c", RUNNER], {
    input: JSON.stringify(programs),
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout,
  });
  if (error && "code" in error && error.code === "ENOENT") return null;
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as string[]).map(as37);
}

/** Texts that changed between Python 3.7 and later ones. */
function as37(text: string): string {
  return text
    .replace(/\w+\.<locals>\.(\w+\(\))/g, "$1")
    .replaceAll("a string or a real number", "a string or a number")
    .replaceAll("a real number is required", "a number is required")
    .replaceAll("integer modulo by zero", "integer division or modulo by zero")
    .replaceAll("float floor division by zero", "float divmod()")
    .replaceAll("float modulo by zero", "float modulo");
}

let batch = 0;

export async function asPorted(programs: readonly string[]): Promise<string[]> {
  const folder = join(OUT, String(batch++));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const out: string[] = [];
  for (const [i, source] of programs.entries()) out.push(await one(join(folder, `p${i}.mjs`), source));
  return out;
}

async function one(file: string, source: string): Promise<string> {
  let text = "";
  const sink = setPrintSink((s) => {
    text += s;
  });
  try {
    writeFileSync(file, port(source, { filename: "program.py", target: "js" }).code);
    await import(pathToFileURL(file).href);
  } catch (error) {
    const e = caught(error);
    text += `raised ${e instanceof Error ? e.name : typeof e}: ${str(e)}\n`;
  } finally {
    setPrintSink(sink);
  }
  return text;
}

/** The program without statements that the difference doesn't need. */
export async function shrunk(source: string): Promise<string> {
  let lines = source.split("\n");
  const differs = async (candidate: string): Promise<boolean> => {
    const want = byPython([candidate])?.[0];
    if (
      want === undefined ||
      want.includes("raised SyntaxError") ||
      want.includes("raised IndentationError") ||
      want.includes("raised NameError")
    )
      return false;
    return (await asPorted([candidate]))[0] !== want;
  };
  // A while is enough: a larger program shows the difference, too.
  const end = Date.now() + 20_000;
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < lines.length && Date.now() < end; ) {
      const candidate = [...lines.slice(0, at), ...lines.slice(at + size)];
      if (await differs(candidate.join("\n"))) lines = candidate;
      else at += size;
    }
  }
  return lines.join("\n");
}
