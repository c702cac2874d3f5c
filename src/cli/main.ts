#!/usr/bin/env node
/**
 * The command `tf1`: ports legacy scripts, runs them, checks them against records of their originals.
 */
import { parseArgs } from "node:util";
import { checkCommand } from "./check.js";
import { Failure } from "./failure.js";
import { portCommand } from "./port.js";
import { recordCommand } from "./record.js";

const USAGE = `usage:
  tf1 port SCRIPT.py [-o OUT.ts]     translate a script, a folder of modules, or a notebook (.ipynb)
      --run [ARGS]                   run the result at once
      --check SCRIPT.golden.json     replay it against a record of the original; show the first difference
      --report                       say what was not ported, with file, line and reason
      --js                           JavaScript that Node runs as it is, instead of TypeScript
  tf1 check PORT GOLDEN              replay a port, translated or made by hand
  tf1 record                         how to record the original with your own Python; prints the recorder's path
`;

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || command === "-h" || command === "--help") {
    process.stdout.write(USAGE);
    return command === undefined ? 2 : 0;
  }
  // What follows --run is the script's own.
  const at = rest.indexOf("--run");
  const own = at < 0 ? rest : rest.slice(0, at + 1);
  const { values, positionals } = parseArgs({
    args: [...own],
    allowPositionals: true,
    options: {
      out: { type: "string", short: "o" },
      run: { type: "boolean" },
      check: { type: "string" },
      report: { type: "boolean" },
      js: { type: "boolean" },
    },
  });
  const theirs = at < 0 ? [] : rest.slice(at + 1);
  if (command === "port") return portCommand(positionals, values, theirs);
  if (command === "check") return checkCommand(positionals);
  if (command === "record") return recordCommand();
  throw new Failure(`unknown command: ${command}\n${USAGE}`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof Failure ||
    (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
  if (!isUsage) throw error;
  process.stderr.write(`tf1: ${(error as Error).message}\n`);
  process.exitCode = 2;
}
