/**
 * Python's argparse: options and positional arguments, their types, choices and help.
 * Source: Lib/argparse.py (Python 3.7).
 */

import { TypeError_ } from "../np/errors.js";
import { repr } from "../np/printing/repr.js";
import { eq } from "../py/comparison.js";
import { SystemExit, ValueError } from "../py/errors.js";
import { is_true } from "../py/truth.js";
import { helpText, usageText } from "./argparse_help.js";
import { basename } from "./os_path.js";
import { argv, stderr, stdout } from "./sys.js";

export const SUPPRESS = "==SUPPRESS==";
export const REMAINDER = "...";
export const OPTIONAL = "?";
export const ZERO_OR_MORE = "*";
export const ONE_OR_MORE = "+";

/** Keywords of add_argument. */
export interface ArgumentOptions {
  readonly action?: string;
  readonly nargs?: number | string | null;
  readonly const?: unknown;
  readonly default?: unknown;
  readonly type?: ((text: string) => unknown) | { readonly __name__: string } | null;
  readonly choices?: Iterable<unknown> | null;
  readonly required?: boolean;
  readonly help?: string | null;
  readonly metavar?: string | null;
  readonly dest?: string | null;
  readonly version?: string;
}

export interface Argument extends ArgumentOptions {
  readonly flags: readonly string[];
  readonly dest: string;
  readonly action: string;
}

/** What parse_args gives: an attribute for each argument. */
export class Namespace {
  [name: string]: unknown;

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    Object.assign(this, values);
  }
  __repr__(): string {
    const entries = Object.entries(this).sort(([a], [b]) => (a < b ? -1 : 1));
    return `Namespace(${entries.map(([k, v]) => `${k}=${repr(v)}`).join(", ")})`;
  }
  __contains__(name: string): boolean {
    return name in this;
  }
  __eq__(other: unknown): boolean {
    return other instanceof Namespace && repr(this) === repr(other);
  }
}

/** What a type raises for a text that it doesn't take. */
export class ArgumentTypeError extends ValueError {}

/** Keywords of ArgumentParser. */
export interface ParserOptions {
  readonly prog?: string | null;
  readonly usage?: string | null;
  readonly description?: string | null;
  readonly epilog?: string | null;
  readonly add_help?: boolean;
  readonly formatter_class?: unknown;
  readonly conflict_handler?: string;
  readonly parents?: readonly ArgumentParser[];
}

export class HelpFormatter {}
export class ArgumentDefaultsHelpFormatter extends HelpFormatter {}
export class RawTextHelpFormatter extends HelpFormatter {}
export class RawDescriptionHelpFormatter extends HelpFormatter {}

const NO_VALUE = new Set(["store_true", "store_false", "store_const", "append_const", "count", "help", "version"]);

function isNegativeNumber(text: string): boolean {
  return /^-\d+$|^-\d*\.\d+$/.test(text);
}

export class ArgumentParser {
  readonly prog: string;
  readonly options: ParserOptions;
  readonly list: Argument[] = [];
  private readonly defaults: Record<string, unknown> = {};

  constructor(description: string | ParserOptions = {}, ...rest: readonly ParserOptions[]) {
    this.options = typeof description === "string" ? { prog: description, ...rest[0] } : description;
    this.prog = this.options.prog ?? basename(argv[0] ?? "");
    if (this.options.add_help !== false) {
      this.add_argument("-h", "--help", { action: "help", help: "show this help message and exit" });
    }
    for (const parent of this.options.parents ?? []) this.list.push(...parent.list.filter((a) => a.action !== "help"));
  }

  /** Adds a positional argument ("name") or an option ("-n", "--name"). */
  add_argument(...args: readonly (string | ArgumentOptions)[]): Argument {
    const names = args.filter((a) => typeof a === "string");
    const options = (args.find((a) => typeof a === "object") ?? {}) as ArgumentOptions;
    const flags = names.filter((n) => n.startsWith("-"));
    const long = flags.find((f) => f.startsWith("--")) ?? flags[0];
    const dest = options.dest ?? (long ? long.replace(/^-+/, "").replaceAll("-", "_") : names[0]);
    if (dest === undefined) throw new TypeError_("dest= is required for options like '-'");
    const made: Argument = { ...options, flags, dest, action: options.action ?? "store" };
    this.list.push(made);
    return made;
  }
  add_argument_group(..._names: readonly unknown[]): this {
    return this;
  }
  add_mutually_exclusive_group(..._options: readonly unknown[]): this {
    return this;
  }
  set_defaults(values: Readonly<Record<string, unknown>>): void {
    Object.assign(this.defaults, values);
  }
  get_default(dest: string): unknown {
    return this.defaults[dest] ?? this.list.find((a) => a.dest === dest)?.default ?? null;
  }

  format_usage(): string {
    return usageText(this);
  }
  format_help(): string {
    return helpText(this);
  }
  print_usage(): void {
    stdout.write(this.format_usage());
  }
  print_help(): void {
    stdout.write(this.format_help());
  }
  exit(status = 0, message: string | null = null): never {
    if (message !== null) stderr.write(message);
    throw new SystemExit(status);
  }
  /** Says what is wrong on stderr, and ends the program with status 2. */
  error(message: string): never {
    stderr.write(this.format_usage());
    return this.exit(2, `${this.prog}: error: ${message}\n`);
  }

  parse_args(args: readonly string[] | null = null, _namespace: unknown = null): Namespace {
    const [namespace, rest] = this.parse_known_args(args);
    if (rest.length > 0) this.error(`unrecognized arguments: ${rest.join(" ")}`);
    return namespace;
  }

  parse_known_args(args: readonly string[] | null = null): [Namespace, string[]] {
    return new Parse(this, args ?? argv.slice(1), this.defaults).run();
  }
}

function nameOf(a: Argument): string {
  if (a.flags.length > 0) return a.flags.join("/");
  return a.metavar ?? a.dest;
}

/** One pass over the command line. */
class Parse {
  private readonly parser: ArgumentParser;
  private readonly words: readonly string[];
  private readonly values = new Namespace();
  private readonly seen = new Set<Argument>();
  private readonly extra: string[] = [];

  constructor(parser: ArgumentParser, words: readonly string[], defaults: Readonly<Record<string, unknown>>) {
    this.parser = parser;
    this.words = words;
    for (const a of parser.list) {
      if (a.action === "help" || a.action === "version" || a.default === SUPPRESS) continue;
      const isFlag = a.action === "store_true" || a.action === "store_false";
      this.values[a.dest] ??= a.default !== undefined ? a.default : isFlag ? a.action === "store_false" : null;
    }
    Object.assign(this.values, defaults);
  }

  run(): [Namespace, string[]] {
    const loose: string[] = [];
    let isOpen = true;
    for (let i = 0; i < this.words.length; ) {
      const word = this.words[i]!;
      if (isOpen && word === "--") {
        isOpen = false;
        i++;
        continue;
      }
      const isOption =
        isOpen && word.startsWith("-") && word !== "-" && !(isNegativeNumber(word) && !this.hasNumberFlags());
      if (!isOption) {
        loose.push(word);
        i++;
        continue;
      }
      const [argument, attached] = this.find(word);
      if (!argument) {
        this.extra.push(word);
        i++;
        continue;
      }
      i = this.option(argument, attached, i + 1);
    }
    this.positionals(loose);
    this.finish();
    return [this.values, this.extra];
  }

  private hasNumberFlags(): boolean {
    return this.parser.list.some((a) => a.flags.some(isNegativeNumber));
  }

  /** The argument of an option's text, and the value written behind it. */
  private find(word: string): [Argument | null, string | null] {
    const at = word.indexOf("=");
    const flag = at > 0 ? word.slice(0, at) : word;
    const value = at > 0 ? word.slice(at + 1) : null;
    const exact = this.parser.list.find((a) => a.flags.includes(flag));
    if (exact) return [exact, value];
    if (flag.startsWith("--")) {
      const matches = this.parser.list.flatMap((a) =>
        a.flags.filter((f) => f.startsWith(flag)).map((f) => [a, f] as const),
      );
      if (matches.length > 1) {
        this.parser.error(`ambiguous option: ${word} could match ${matches.map(([, f]) => f).join(", ")}`);
      }
      return [matches[0]?.[0] ?? null, value];
    }
    const short = this.parser.list.find((a) => a.flags.includes(word.slice(0, 2)));
    return short ? [short, word.slice(2)] : [null, null];
  }

  private isValue(word: string | undefined): word is string {
    return (
      word !== undefined &&
      word !== "--" &&
      (!word.startsWith("-") || word === "-" || (isNegativeNumber(word) && !this.hasNumberFlags()))
    );
  }

  private option(a: Argument, attached: string | null, from: number): number {
    let i = from;
    if (NO_VALUE.has(a.action)) {
      if (attached) this.fail(a, `ignored explicit argument ${repr(attached)}`);
      this.flag(a);
      return i;
    }
    const given: string[] = attached === null ? [] : [attached];
    const n = a.nargs ?? null;
    const most = n === null || n === "?" ? 1 : typeof n === "number" ? n : Number.POSITIVE_INFINITY;
    if (attached === null) {
      while (given.length < most && (n === "..." ? i < this.words.length : this.isValue(this.words[i])))
        given.push(this.words[i++]!);
    }
    const least = n === null ? 1 : n === "+" ? 1 : typeof n === "number" ? n : 0;
    if (given.length < least) {
      const wanted =
        n === null ? "one argument" : n === "+" ? "at least one argument" : `${n} argument${n === 1 ? "" : "s"}`;
      this.fail(a, `expected ${wanted}`);
    }
    this.store(a, given);
    return i;
  }

  private flag(a: Argument): void {
    this.seen.add(a);
    switch (a.action) {
      case "store_true":
        this.values[a.dest] = true;
        return;
      case "store_false":
        this.values[a.dest] = false;
        return;
      case "store_const":
        this.values[a.dest] = a.const ?? null;
        return;
      case "append_const":
        this.values[a.dest] = [...((this.values[a.dest] as unknown[] | null) ?? []), a.const ?? null];
        return;
      case "count":
        this.values[a.dest] = Number(this.values[a.dest] ?? 0) + 1;
        return;
      case "version":
        stdout.write(`${a.version ?? ""}\n`);
        this.parser.exit();
        break;
      default:
        this.parser.print_help();
        this.parser.exit();
    }
  }

  private store(a: Argument, given: readonly string[]): void {
    this.seen.add(a);
    const n = a.nargs ?? null;
    let value: unknown;
    if (n === null) value = this.converted(a, given[0]!);
    else if (n === "?") value = given.length > 0 ? this.converted(a, given[0]!) : (a.const ?? null);
    else value = given.map((g) => this.converted(a, g));
    if (a.action === "append") value = [...((this.values[a.dest] as unknown[] | null) ?? []), value];
    this.values[a.dest] = value;
  }

  private converted(a: Argument, text: string): unknown {
    let value: unknown = text;
    if (a.type) {
      try {
        value = (a.type as (t: string) => unknown)(text);
      } catch (error) {
        if (error instanceof ArgumentTypeError) this.fail(a, error.message);
        if (!(error instanceof ValueError) && !(error instanceof TypeError_)) throw error;
        const name = "__name__" in a.type ? String(a.type.__name__) : a.type.name;
        this.fail(a, `invalid ${name} value: ${repr(text)}`);
      }
    }
    const choices = a.choices ? [...a.choices] : null;
    if (choices && !choices.some((c) => c === value || is_true(eq(c, value)))) {
      this.fail(a, `invalid choice: ${repr(value)} (choose from ${choices.map(repr).join(", ")})`);
    }
    return value;
  }

  /** Gives the words without options to the positional arguments, each as many as it must, then as many as it may. */
  private positionals(words: readonly string[]): void {
    const wanted = this.parser.list.filter((a) => a.flags.length === 0);
    const least = (a: Argument): number => {
      const n = a.nargs ?? null;
      return n === null || n === "+" ? 1 : typeof n === "number" ? n : 0;
    };
    let at = 0;
    wanted.forEach((a, k) => {
      const later = wanted.slice(k + 1).reduce((sum, b) => sum + least(b), 0);
      const free = Math.max(0, words.length - at - later);
      const n = a.nargs ?? null;
      const most = n === null || n === "?" ? 1 : typeof n === "number" ? n : free;
      const count = Math.min(most, Math.max(free, 0));
      if (count < least(a)) return;
      const given = words.slice(at, at + count);
      at += count;
      if (given.length > 0) this.store(a, given);
      else if (n === "?" || n === "*" || n === "...") {
        this.seen.add(a);
        if (n !== "?" && a.default === undefined) this.values[a.dest] = [];
      }
    });
    this.extra.push(...words.slice(at));
  }

  private finish(): void {
    const missing = this.parser.list.filter((a) => {
      if (this.seen.has(a)) return false;
      const isOptional = a.nargs === "?" || a.nargs === "*" || a.nargs === "...";
      return a.flags.length > 0 ? a.required === true : !isOptional;
    });
    if (missing.length > 0) {
      this.parser.error(`the following arguments are required: ${missing.map(nameOf).join(", ")}`);
    }
    // A default that is text goes through the type, too.
    for (const a of this.parser.list) {
      if (!this.seen.has(a) && a.type && typeof a.default === "string" && this.values[a.dest] === a.default) {
        this.values[a.dest] = this.converted(a, a.default);
      }
    }
  }

  private fail(a: Argument, message: string): never {
    return this.parser.error(`argument ${nameOf(a)}: ${message}`);
  }
}
