/**
 * Python's tempfile.
 * Source: Lib/tempfile.py (Python 3.7).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { ContextManager } from "../py/context.js";
import { open } from "./files.js";
import { join } from "./os_path.js";

export const gettempdir = (): string => tmpdir();

interface Where {
  readonly suffix?: string | null;
  readonly prefix?: string | null;
  readonly dir?: string | null;
}

/** A new folder, which the caller removes. */
export function mkdtemp(
  suffix: string | null | Where = null,
  prefix: string | null = null,
  dir: string | null = null,
): string {
  const where: Where = typeof suffix === "object" && suffix !== null ? suffix : { suffix, prefix, dir };
  return mkdtempSync(join(where.dir ?? tmpdir(), where.prefix ?? "tmp")) + (where.suffix ?? "");
}

/** A folder that is gone when the block ends. */
export class TemporaryDirectory extends ContextManager<string> {
  readonly name: string;

  constructor(where: Where = {}) {
    super();
    this.name = mkdtemp(where);
  }
  override __enter__(): string {
    return this.name;
  }
  override __exit__(_error?: unknown): void {
    this.cleanup();
  }
  cleanup(): void {
    rmSync(this.name, { recursive: true, force: true });
  }
}

/** A file of its own in a new folder. */
export function NamedTemporaryFile(
  mode = "w+b",
  where: Where & { readonly delete?: boolean } = {},
): ReturnType<typeof open> {
  return open(join(mkdtemp(), `file${where.suffix ?? ""}`), mode);
}
