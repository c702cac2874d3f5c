/** The same workloads on a Python TensorFlow, where TF1_PYTHON names an interpreter that has one. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("./tf_workloads.py", import.meta.url));

export interface Measured {
  readonly name: string;
  /** Median milliseconds of one sess.run. */
  readonly ms: number;
  readonly tf: string;
}

/** Null without TF1_PYTHON. */
export function realTensorFlow(workload: string): Measured | null {
  const python = process.env["TF1_PYTHON"];
  if (!python) return null;
  const out = spawnSync(python, [SCRIPT, workload], { encoding: "utf8" });
  const line = out.stdout.split("\n").find((l) => l.startsWith("{"));
  if (!line) throw new Error(`${python} ran no ${workload}: ${out.stderr.slice(-400)}`);
  return JSON.parse(line) as Measured;
}
