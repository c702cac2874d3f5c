/**
 * Unique operation names and name scopes of one graph.
 * Source: Graph.unique_name, Graph.name_scope (tensorflow/python/framework/ops.py).
 */
import { ValueError } from "../np/errors.js";

const OP_NAME = /^[A-Za-z0-9.][A-Za-z0-9_.\\\-/]*$/;
const SCOPE_NAME = /^[A-Za-z0-9_.\\\-/]*$/;

export function isValidOpName(name: string): boolean {
  return OP_NAME.test(name);
}

export class Naming {
  /** Current scope without a trailing slash; "" at the top. */
  scope = "";
  private readonly used = new Map<string, number>();

  /** The name itself the first time, then name_1, name_2 …; upper and lower case count as equal. */
  unique(name: string, markAsUsed = true): string {
    const full = this.scope === "" ? name : `${this.scope}/${name}`;
    const base = full.toLowerCase();
    let i = this.used.get(base) ?? 0;
    if (markAsUsed) this.used.set(base, i + 1);
    if (i === 0) return full;
    let key = base;
    while (this.used.has(key)) key = `${base}_${i++}`;
    if (markAsUsed) this.used.set(key, 1);
    return `${full}_${i - 1}`;
  }

  /** What the scope becomes on entering `name`: a trailing slash re-enters a scope as it is, nothing returns to the top. */
  enter(name: string | null): string {
    if (name === null || name === "") return "";
    const valid = this.scope === "" ? OP_NAME : SCOPE_NAME;
    if (!valid.test(name)) throw new ValueError(`'${name}' is not a valid scope name`);
    return name.endsWith("/") ? name.slice(0, -1) : this.unique(name);
  }
}
