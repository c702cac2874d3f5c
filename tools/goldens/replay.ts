/** What a golden replayer gives back; one module per kind in kinds/. */

export interface Failure {
  readonly id: string;
  readonly reason: string;
}

/** Counts of one family (usually one file) of goldens. */
export interface Family {
  readonly name: string;
  passed: number;
  failures: Failure[];
  /** Float elements compared and how many of them had the recorded bits, where a kind measures that. */
  bits?: { equal: number; total: number };
}

export interface ReplayOptions {
  /** Only cases whose id contains this text. */
  readonly only: string | null;
  /** Remaining command-line flags of the kind itself, for example --ported. */
  readonly flags: ReadonlySet<string>;
  /** What executes graphs: "" is the embedded engine, "native" tfjs-node. */
  readonly target: string;
}

export interface Kind {
  readonly describe: string;
  replay(dir: string, options: ReplayOptions): Family[] | Promise<Family[]>;
}

export function family(name: string): Family {
  return { name, passed: 0, failures: [] };
}

/** Runs one case; what it throws is the failure. */
export function check(into: Family, id: string, body: () => void): void {
  try {
    body();
    into.passed++;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    into.failures.push({ id, reason: text });
  }
}
