/**
 * tf1 check: replays a port against a record of its original.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { replay } from "../testing/replay.js";
import { Failure } from "./failure.js";

/** Says how a port compares; 0 where it does what the original did. */
export async function check(port: string, golden: string): Promise<number> {
  if (!existsSync(golden)) throw new Failure(`no such record: ${golden}`);
  const result = await replay(resolve(port), resolve(golden));
  const say = (what: string, problem: string | null): void => {
    process.stdout.write(`${what.padEnd(8)}${problem === null ? "as recorded" : problem.split("\n")[0]}\n`);
  };
  say("stdout", result.stdout);
  say("runs", result.trace);
  say("graph", result.graph);
  process.stdout.write(`${result.bits.equal} of ${result.bits.total} floats have the original's bits\n`);
  if (result.difference === null) return 0;
  process.stdout.write(`first difference: ${result.difference}\n`);
  return 1;
}

export async function checkCommand(positionals: readonly string[]): Promise<number> {
  const [port, golden] = positionals;
  if (port === undefined || golden === undefined)
    throw new Failure("which port, and which record? tf1 check PORT GOLDEN");
  if (!existsSync(port)) throw new Failure(`no such file: ${port}`);
  return check(port, golden);
}
