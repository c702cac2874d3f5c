/**
 * The arguments of argparse's parsers.
 * Source: Lib/argparse.py (Python 3.7).
 */
import { PyError, TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { repr, str } from "../np/printing/repr.js";
import { eq } from "../py/comparison.js";
import { contains } from "../py/containers.js";
import { list } from "../py/iteration.js";
import { open } from "./open.js";

/** What was parsed; its attributes are the arguments. */
export class Namespace {
  [name: string]: unknown;

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    Object.assign(this, values);
  }
  __eq__(other: unknown): boolean {
    return other instanceof Namespace && eq({ ...this } as never, { ...other } as never) === true;
  }
  __contains__(key: string): boolean {
    return key in this;
  }
  __repr__(): string {
    const names = Object.keys(this).sort();
    return `Namespace(${names.map((n) => `${n}=${repr(this[n])}`).join(", ")})`;
  }
}

export class ArgumentError extends PyError {
  constructor(argument: Argument | null, message: string) {
    super(argument ? `argument ${argument.shown()}: ${message}` : message);
  }
}
/** argparse.FileType: opens what the argument names. */
export function FileType(mode = "r"): (name: string) => ReturnType<typeof open> {
  return Object.assign((name: string) => open(name, mode as "r"), { __name__: `FileType('${mode}')` });
}

export interface ArgumentOptions {
  readonly action?: string;
  readonly nargs?: number | string | null;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly type?: ((text: string) => unknown) | null;
  readonly choices?: Iterable<unknown> | null;
  readonly required?: boolean;
  readonly help?: string | null;
  readonly metavar?: string | readonly string[] | null;
  readonly dest?: string | null;
  readonly version?: string;
}

interface Owner {
  print_help(): void;
  exit(status?: number, message?: string | null): never;
  readonly prog: string;
}

export class Argument {
  readonly flags: readonly string[];
  readonly dest: string;
  readonly nargs: number | string | null;
  readonly choices: readonly unknown[] | null;
  readonly help: string | null;
  readonly metavar: string | readonly string[] | null;
  readonly action: string;
  required: boolean;
  default: unknown;
  readonly options: ArgumentOptions;

  constructor(flags: readonly string[], dest: string, options: ArgumentOptions) {
    this.flags = flags;
    this.dest = dest;
    this.options = options;
    this.action = options.action ?? "store";
    const isFlag = /^(store_true|store_false|store_const|append_const|count|help|version)$/.test(this.action);
    if (!isFlag && !/^(store|append)$/.test(this.action)) throw new ValueError(`unknown action ${repr(this.action)}`);
    this.nargs = isFlag ? 0 : (options.nargs ?? null);
    this.choices = options.choices ? list(options.choices) : null;
    this.help = options.help ?? null;
    this.metavar = options.metavar ?? null;
    this.required = options.required ?? false;
    const implied = this.action === "store_true" ? false : this.action === "store_false" ? true : null;
    this.default =
      options.default === undefined ? (/help|version/.test(this.action) ? "==SUPPRESS==" : implied) : options.default;
  }
  /** How few and how many words it takes. */
  count(): [number, number] {
    if (this.nargs === null) return [1, 1];
    if (typeof this.nargs === "number") return [this.nargs, this.nargs];
    if (this.nargs === "?") return [0, 1];
    return [this.nargs === "+" ? 1 : 0, Number.POSITIVE_INFINITY];
  }
  expected(): string {
    if (this.nargs === null) return "expected one argument";
    if (this.nargs === "?") return "expected at most one argument";
    if (this.nargs === "+") return "expected at least one argument";
    return `expected ${this.nargs} argument${this.nargs === 1 ? "" : "s"}`;
  }
  /** In messages. */
  shown(): string {
    if (this.flags.length > 0) return this.flags.join("/");
    if (typeof this.metavar === "string") return this.metavar;
    return this.dest;
  }
  value(text: string): unknown {
    const { type = null } = this.options;
    if (!type) return text;
    try {
      const isClass = /^class\b/.test(Function.prototype.toString.call(type));
      return isClass ? new (type as unknown as new (t: string) => unknown)(text) : type(text);
    } catch (error) {
      if (error instanceof PyError && error.name === "ArgumentTypeError") throw new ArgumentError(this, str(error));
      if (!(error instanceof ValueError || error instanceof TypeError)) throw error;
      const name = "__name__" in type ? String(type.__name__) : type.name || repr(type);
      throw new ArgumentError(this, `invalid ${name} value: ${repr(text)}`);
    }
  }
  private checked(text: string): unknown {
    const value = this.value(text);
    if (this.choices && !contains(this.choices, value))
      throw new ArgumentError(
        this,
        `invalid choice: ${repr(value)} (choose from ${this.choices.map(repr).join(", ")})`,
      );
    return value;
  }
  take(words: readonly string[], out: Namespace, owner: Owner): void {
    const { dest } = this;
    const before = Array.isArray(out[dest]) ? (out[dest] as unknown[]) : [];
    switch (this.action) {
      case "help":
        owner.print_help();
        owner.exit();
        break;
      case "version":
        process.stdout.write(`${(this.options.version ?? "").replaceAll("%(prog)s", owner.prog)}\n`);
        owner.exit();
        break;
      case "count":
        out[dest] = Number(out[dest] ?? 0) + 1;
        return;
      case "store_true":
      case "store_false":
        out[dest] = this.action === "store_true";
        return;
      case "store_const":
        out[dest] = this.options.const ?? null;
        return;
      case "append_const":
        out[dest] = [...before, this.options.const];
        return;
      case "append":
        out[dest] = [...before, this.read(words)];
        return;
      default:
        out[dest] = this.read(words);
    }
  }
  private read(words: readonly string[]): unknown {
    if (this.nargs === null) return this.checked(words[0]!);
    if (this.nargs === "?") {
      if (words.length > 0) return this.checked(words[0]!);
      const value = this.flags.length > 0 ? (this.options.const ?? null) : this.default;
      return typeof value === "string" ? this.value(value) : value;
    }
    if (this.nargs === "*" && words.length === 0 && this.flags.length === 0 && this.default !== null)
      return this.default;
    return words.map((w) => this.checked(w));
  }
}

/** Of the arguments of add_argument. */
export function made(args: readonly (string | ArgumentOptions)[]): Argument {
  const last = args.at(-1);
  const options: ArgumentOptions = isPlainObject(last) ? last : {};
  const names = args.filter((a): a is string => typeof a === "string");
  const flags = names.filter((n) => n.startsWith("-"));
  if (flags.length === 0) {
    if (names.length > 1)
      throw new ValueError(`invalid option string ${repr(names[1])}: must start with a character '-'`);
    const dest = names[0] ?? options.dest;
    if (!dest) throw new TypeError_("add_argument() missing 1 required positional argument: 'dest'");
    if (options.required !== undefined) throw new TypeError_("'required' is an invalid argument for positionals");
    return new Argument([], dest, options);
  }
  const long = flags.find((f) => f.startsWith("--")) ?? flags[0]!;
  return new Argument(flags, options.dest ?? long.replace(/^-+/, "").replaceAll("-", "_"), options);
}
