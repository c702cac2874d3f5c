/**
 * Python's module warnings.
 * Source: Lib/warnings.py (Python 3.7).
 */
import { PyError, UserWarning } from "../np/errors.js";
import { str } from "../np/printing/repr.js";
import { ContextManager } from "../py/context.js";

type Category = (new (...args: readonly unknown[]) => PyError) & { readonly name: string };
interface Filter {
  readonly action: string;
  readonly category: Category | null;
  readonly message: RegExp | null;
}
let filters: Filter[] = [];
let seen = new Set<string>();
/** What catch_warnings(record=True) keeps. */
export interface WarningMessage {
  readonly message: unknown;
  readonly category: Category;
}
let recorded: WarningMessage[] | null = null;

/** A line on standard error, once for each text, unless a filter says otherwise. */
export function warn(
  message: unknown,
  category: Category | null | { readonly category?: Category; readonly stacklevel?: number } = null,
  _stacklevel = 1,
): void {
  const given = typeof category === "function" ? category : category?.category;
  const kind = message instanceof PyError ? (message.constructor as Category) : (given ?? (UserWarning as Category));
  const text = str(message);
  const filter = filters.find(
    (f) =>
      (f.category === null || kind === f.category || kind.prototype instanceof f.category) &&
      (f.message?.test(text) ?? true),
  );
  const action = filter?.action ?? "default";
  if (action === "ignore") return;
  if (action === "error") throw message instanceof PyError ? message : new kind(message);
  const line = `${kind.name}: ${text}`;
  if (action !== "always" && seen.has(line)) return;
  seen.add(line);
  if (recorded) recorded.push({ message, category: kind });
  else process.stderr.write(`${line}\n`);
}
export function simplefilter(action: string, category: Category | null = null, ..._rest: readonly unknown[]): void {
  filters.unshift({ action, category: typeof category === "function" ? category : null, message: null });
}
interface FilterOptions {
  readonly message?: string;
  readonly category?: Category;
  readonly module?: string;
}
export function filterwarnings(
  action: string,
  message: string | FilterOptions = "",
  category: Category | null = null,
): void {
  const own = typeof message === "string" ? { message, category } : message;
  const pattern = own.message ? new RegExp(`^(?:${own.message})`, "i") : null;
  filters.unshift({ action, category: own.category ?? null, message: pattern });
}
export function resetwarnings(): void {
  filters = [];
}
/** The filters come back at the end; `record` gives a list of what is warned of. */
export class catch_warnings extends ContextManager<WarningMessage[] | null> {
  private readonly record: boolean;
  private kept: readonly [Filter[], Set<string>, WarningMessage[] | null] | null = null;

  constructor({ record = false }: { readonly record?: boolean } = {}) {
    super();
    this.record = record;
  }
  __enter__(): WarningMessage[] | null {
    this.kept = [[...filters], new Set(seen), recorded];
    if (this.record) recorded = [];
    return this.record ? recorded : null;
  }
  __exit__(_error?: unknown): void {
    if (this.kept) [filters, seen, recorded] = this.kept;
  }
}
