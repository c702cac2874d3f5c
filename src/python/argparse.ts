/**
 * Python's module argparse.
 * Source: Lib/argparse.py (Python 3.7).
 */
import { bind, type Call } from "../np/arguments.js";
import { PyError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { repr, str } from "../np/printing/repr.js";
import { eq } from "../py/comparison.js";
import { list } from "../py/iteration.js";
import { print } from "../py/print.js";
import { type Argument, ArgumentError, type ArgumentOptions, made, Namespace } from "./argparse_arguments.js";
import { Formatter, type Group } from "./argparse_help.js";
import { basename } from "./os_path.js";
import * as sys from "./sys.js";

export { ArgumentError, FileType, Namespace } from "./argparse_arguments.js";
export const SUPPRESS = "==SUPPRESS==";
export const OPTIONAL = "?";
export const ZERO_OR_MORE = "*";
export const ONE_OR_MORE = "+";
export const REMAINDER = "...";
export class ArgumentTypeError extends PyError {}
export class HelpFormatter {}
export class ArgumentDefaultsHelpFormatter extends HelpFormatter {}
export class RawDescriptionHelpFormatter extends HelpFormatter {}
export class RawTextHelpFormatter extends RawDescriptionHelpFormatter {}

interface ParserOptions {
  readonly prog?: string | null;
  readonly usage?: string | null;
  readonly description?: string | null;
  readonly epilog?: string | null;
  readonly parents?: Iterable<ArgumentParser>;
  readonly formatter_class?: (new () => HelpFormatter) | null;
  readonly prefix_chars?: string;
  readonly fromfile_prefix_chars?: string | null;
  readonly argument_default?: unknown;
  readonly conflict_handler?: string;
  readonly add_help?: boolean;
  readonly allow_abbrev?: boolean;
}
const NAMES = [
  "prog",
  "usage",
  "description",
  "epilog",
  "parents",
  "formatter_class",
  "prefix_chars",
  "fromfile_prefix_chars",
  "argument_default",
  "conflict_handler",
  "add_help",
  "allow_abbrev",
] as const;
type Words = Iterable<string> | null;

/** What add_argument_group and add_mutually_exclusive_group give: arguments of the parser under a title. */
export class ArgumentGroup {
  readonly title: string | null;
  readonly description: string | null;
  readonly arguments: Argument[] = [];
  readonly isExclusive: boolean;
  readonly required: boolean;
  protected owner: ArgumentParser | null;

  constructor(
    owner: ArgumentParser | null,
    title: string | null,
    description: string | null,
    isExclusive = false,
    required = false,
  ) {
    this.owner = owner;
    this.title = title;
    this.description = description;
    this.isExclusive = isExclusive;
    this.required = required;
  }
  /** `add_argument("--name", { type: py.int, default: 3, help: "…" })`. */
  add_argument(...args: readonly (string | ArgumentOptions)[]): Argument {
    const argument = made(args);
    this.arguments.push(argument);
    this.owner?.register(argument, this);
    return argument;
  }
}

export class ArgumentParser extends ArgumentGroup {
  prog: string;
  usage: string | null;
  override readonly description: string | null;
  epilog: string | null;
  private readonly options: ParserOptions;
  private readonly all: Argument[] = [];
  private readonly groups: ArgumentGroup[] = [];
  private readonly exclusive: ArgumentGroup[] = [];
  private readonly defaults = new Map<string, unknown>();
  private subparsers: SubParsers | null = null;

  constructor(...args: Call<[prog: string | null], ParserOptions>) {
    const given = bind<ParserOptions>("__init__", NAMES, args);
    super(null, "optional arguments", null);
    this.options = given;
    this.prog = given.prog ?? basename(sys.argv[0] ?? "");
    this.usage = given.usage ?? null;
    this.description = given.description ?? null;
    this.epilog = given.epilog ?? null;
    if (given.add_help ?? true)
      this.add_argument("-h", "--help", { action: "help", help: "show this help message and exit" });
    for (const parent of given.parents ?? []) for (const a of parent.all) this.register(a, this);
  }
  override add_argument(...args: readonly (string | ArgumentOptions)[]): Argument {
    const argument = made(args);
    this.register(argument, this);
    return argument;
  }
  register(argument: Argument, group: ArgumentGroup): void {
    for (const flag of argument.flags) {
      const other = this.all.find((a) => a.flags.includes(flag));
      if (other && this.options.conflict_handler === "resolve") this.all.splice(this.all.indexOf(other), 1);
      else if (other) throw new ArgumentError(argument, `conflicting option string: ${flag}`);
    }
    this.all.push(argument);
    if (group === this || group.isExclusive) this.arguments.push(argument);
  }
  add_argument_group(
    title: string | null = null,
    description: string | null | { readonly description?: string } = null,
  ): ArgumentGroup {
    const text = isPlainObject(description) ? String(description["description"]) : (description as string | null);
    const group = new ArgumentGroup(this, title, text);
    this.groups.push(group);
    return group;
  }
  add_mutually_exclusive_group({ required = false }: { readonly required?: boolean } = {}): ArgumentGroup {
    const group = new ArgumentGroup(this, null, null, true, required);
    this.exclusive.push(group);
    return group;
  }
  add_subparsers(
    options: {
      readonly dest?: string;
      readonly help?: string;
      readonly title?: string;
      readonly required?: boolean;
      readonly metavar?: string;
      readonly description?: string;
    } = {},
  ): SubParsers {
    this.subparsers = new SubParsers(this, options);
    return this.subparsers;
  }
  set_defaults(values: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(values)) this.defaults.set(name, value);
    for (const a of this.all) if (this.defaults.has(a.dest)) a.default = this.defaults.get(a.dest);
  }
  get_default(dest: string): unknown {
    return this.all.find((a) => a.dest === dest)?.default ?? this.defaults.get(dest) ?? null;
  }
  private formatter(): Formatter {
    const kind = this.options.formatter_class?.name ?? "";
    const base: Group[] = [
      {
        title: "positional arguments",
        description: null,
        arguments: this.arguments.filter((a) => a.flags.length === 0),
      },
      { title: "optional arguments", description: null, arguments: this.arguments.filter((a) => a.flags.length > 0) },
    ];
    return new Formatter({
      prog: this.prog,
      usage: this.usage,
      description: this.description,
      epilog: this.epilog,
      all: this.all,
      exclusive: this.exclusive,
      groups: [...base, ...this.groups],
      subparsers: this.subparsers,
      kind,
    });
  }
  format_usage(): string {
    return this.formatter().usage();
  }
  format_help(): string {
    return this.formatter().help();
  }
  print_usage(): void {
    print(this.format_usage(), { end: "" });
  }
  print_help(file: { write(text: string): unknown } | null = null): void {
    if (file) file.write(this.format_help());
    else print(this.format_help(), { end: "" });
  }
  exit(status = 0, message: string | null = null): never {
    if (message) sys.stderr.write(message);
    return sys.exit(status);
  }
  /** Says on standard error what is wrong and ends the program with status 2. */
  error(message: string): never {
    sys.stderr.write(this.format_usage());
    return this.exit(2, `${this.prog}: error: ${message}\n`);
  }
  parse_args(args: Words = null, namespace: Namespace | null = null): Namespace {
    const [found, rest] = this.parse_known_args(args, namespace);
    if (rest.length > 0) this.error(`unrecognized arguments: ${rest.join(" ")}`);
    return found;
  }
  parse_known_args(args: Words = null, namespace: Namespace | null = null): [namespace: Namespace, rest: string[]] {
    const out = namespace ?? new Namespace();
    try {
      return [out, this.parse(args === null ? sys.argv.slice(1) : list(args), out)];
    } catch (error) {
      if (error instanceof ArgumentError) return this.error(str(error));
      throw error;
    }
  }
  private option(word: string): { argument: Argument; value: string | null; flag: string } | "unknown" | null {
    if (!word.startsWith("-") || word === "-") return null;
    const at = word.indexOf("=");
    const [name, value] = at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
    const find = (f: string): Argument | undefined => this.all.find((a) => a.flags.includes(f));
    const exact = find(word) ?? find(name);
    if (exact) return { argument: exact, value: find(word) ? null : value, flag: find(word) ? word : name };
    const hasNumbers = this.all.some((a) => a.flags.some((f) => /^-\d+$|^-\d*\.\d+$/.test(f)));
    if (!hasNumbers && /^-\d+$|^-\d*\.\d+$/.test(word)) return null;
    if (word.startsWith("--")) {
      const flags = this.all.flatMap((a) => a.flags.filter((f) => f.startsWith(name)).map((f) => [f, a] as const));
      if ((this.options.allow_abbrev ?? true) && flags.length > 0) {
        if (flags.length > 1) this.error(`ambiguous option: ${name} could match ${flags.map(([f]) => f).join(", ")}`);
        return { argument: flags[0]![1], value, flag: flags[0]![0] };
      }
    } else {
      const short = find(word.slice(0, 2));
      if (short) return { argument: short, value: word.slice(2), flag: word.slice(0, 2) };
    }
    return word.includes(" ") ? null : "unknown";
  }
  private parse(words: string[], out: Namespace): string[] {
    const seen = new Set<Argument>();
    const rest: string[] = [];
    const positional = this.all.filter((a) => a.flags.length === 0);
    for (const a of this.all)
      if (a.default !== SUPPRESS && !(a.dest in out) && a.dest !== SUPPRESS)
        out[a.dest] = a.default ?? this.options.argument_default ?? null;
    for (const [k, v] of this.defaults) if (!(k in out)) out[k] = v;
    if (this.subparsers?.dest) out[this.subparsers.dest] ??= null;
    const dashes = words.indexOf("--");
    const isValue = (i: number): boolean =>
      i < words.length && words[i] !== "--" && ((dashes >= 0 && i > dashes) || this.option(words[i]!) === null);
    let next = 0;
    for (let i = 0; i < words.length; ) {
      const word = words[i]!;
      if (word === "--" && i === dashes) {
        i++;
        continue;
      }
      const option = dashes >= 0 && i > dashes ? null : this.option(word);
      if (option === "unknown") {
        rest.push(word);
        i++;
        continue;
      }
      if (option) {
        i = this.takeOption(option, words, i + 1, isValue, seen, out);
        continue;
      }
      let end = i;
      while (isValue(end)) end++;
      const values = words.slice(i, end);
      const used = this.takePositional(positional.slice(next), values, seen, out, words.slice(end), words.length);
      next += used.arguments;
      i += used.words;
      if (used.all) return rest;
      if (i < end && this.subparsers && next === positional.length) {
        const name = words[i]!;
        seen.add(this.subparsers as unknown as Argument);
        rest.push(...this.subparsers.parse(name, words.slice(i + 1), out));
        return this.finish(seen, out, rest, positional.slice(next));
      }
      if (i < end) {
        rest.push(...words.slice(i, end));
        i = end;
      }
    }
    return this.finish(seen, out, rest, positional.slice(next));
  }
  private takeOption(
    option: { argument: Argument; value: string | null; flag: string },
    words: string[],
    from: number,
    isValue: (i: number) => boolean,
    seen: Set<Argument>,
    out: Namespace,
  ): number {
    const { argument: a, value } = option;
    this.exclude(a, seen);
    const [least, most] = a.count();
    if (value !== null) {
      if (most === 0) {
        if (!option.flag.startsWith("--") && this.option(`-${value}`) && value !== "") {
          a.take([], out, this);
          words.splice(from, 0, `-${value}`);
          return from;
        }
        throw new ArgumentError(a, `ignored explicit argument ${repr(value)}`);
      }
      if (least > 1) throw new ArgumentError(a, a.expected());
      a.take([value], out, this);
      return from;
    }
    let end = from;
    while (end - from < most && (a.nargs === REMAINDER ? end < words.length : isValue(end))) end++;
    if (end - from < least) throw new ArgumentError(a, a.expected());
    a.take(words.slice(from, end), out, this);
    return end;
  }
  private exclude(a: Argument, seen: Set<Argument>): void {
    for (const g of this.exclusive) {
      const other = g.arguments.includes(a) ? g.arguments.find((b) => b !== a && seen.has(b)) : undefined;
      if (other) throw new ArgumentError(a, `not allowed with argument ${other.shown()}`);
    }
    seen.add(a);
  }
  /** As many as match, the greedy ones first, as a regular expression would. */
  private takePositional(
    left: readonly Argument[],
    values: readonly string[],
    seen: Set<Argument>,
    out: Namespace,
    after: readonly string[],
    _total: number,
  ): { arguments: number; words: number; all: boolean } {
    let n = left.length;
    const least = (k: number): number => left.slice(0, k).reduce((s, a) => s + a.count()[0], 0);
    while (n > 0 && least(n) > values.length) n--;
    let at = 0;
    for (let k = 0; k < n; k++) {
      const a = left[k]!;
      if (a.nargs === REMAINDER) {
        a.take([...values.slice(at), ...after], out, this);
        seen.add(a);
        return { arguments: k + 1, words: values.length, all: true };
      }
      const others = left.slice(k + 1, n).reduce((s, b) => s + b.count()[0], 0);
      const count = Math.min(a.count()[1], values.length - at - others);
      if (count === 0 && values.length > 0 && after.length > 0) return { arguments: k, words: at, all: false };
      this.exclude(a, seen);
      a.take(values.slice(at, at + count), out, this);
      at += count;
    }
    return { arguments: n, words: at, all: false };
  }
  private finish(seen: Set<Argument>, out: Namespace, rest: string[], places: readonly Argument[]): string[] {
    // Those that no word is left for and that need none.
    const left = places.slice(this.takePositional(places, [], seen, out, [], 0).arguments);
    const wants = (a: Argument): boolean => a.count()[0] > 0 || (a.nargs === "*" && a.options.default === undefined);
    const missing = this.all.filter((a) => !seen.has(a) && (a.required || (left.includes(a) && wants(a))));
    const names = missing.map((a) => a.shown());
    if (this.subparsers?.required && !seen.has(this.subparsers as unknown as Argument))
      names.push(this.subparsers.shown());
    if (names.length > 0) this.error(`the following arguments are required: ${names.join(", ")}`);
    for (const g of this.exclusive) {
      if (g.required && !g.arguments.some((a) => seen.has(a)))
        this.error(`one of the arguments ${g.arguments.map((a) => a.shown()).join(" ")} is required`);
    }
    for (const a of this.all) {
      if (seen.has(a) || a.dest === SUPPRESS || !(a.dest in out)) continue;
      if (left.includes(a) && a.nargs === "*" && a.default === null) out[a.dest] = [];
      // A default that is text is read like an argument.
      if (typeof a.default === "string" && eq(out[a.dest] as never, a.default as never) === true)
        out[a.dest] = a.value(a.default);
    }
    return rest;
  }
}

/** What add_subparsers gives. */
export class SubParsers {
  readonly dest: string | null;
  readonly required: boolean;
  readonly help: string | null;
  readonly title: string | null;
  readonly metavar: string | null;
  readonly choices = new Map<string, { parser: ArgumentParser; help: string | null }>();
  private readonly owner: ArgumentParser;

  constructor(
    owner: ArgumentParser,
    options: {
      readonly dest?: string;
      readonly help?: string;
      readonly title?: string;
      readonly required?: boolean;
      readonly metavar?: string;
    },
  ) {
    this.owner = owner;
    this.dest = options.dest ?? null;
    this.required = options.required ?? false;
    this.help = options.help ?? null;
    this.title = options.title ?? null;
    this.metavar = options.metavar ?? null;
  }
  add_parser(
    name: string,
    options: ParserOptions & { readonly help?: string | null; readonly aliases?: readonly string[] } = {},
  ): ArgumentParser {
    const { help = null, aliases = [], ...own } = options;
    const parser = new ArgumentParser({ prog: `${this.owner.prog} ${name}`, ...own });
    for (const n of [name, ...aliases]) this.choices.set(n, { parser, help });
    return parser;
  }
  shown(): string {
    return this.metavar ?? this.dest ?? `{${[...this.choices.keys()].join(",")}}`;
  }
  parse(name: string, words: readonly string[], out: Namespace): string[] {
    const found = this.choices.get(name);
    if (!found) {
      const choices = [...this.choices.keys()].map((k) => repr(k)).join(", ");
      this.owner.error(
        `${this.dest ? `argument ${this.dest}: ` : ""}invalid choice: ${repr(name)} (choose from ${choices})`,
      );
    }
    if (this.dest) out[this.dest] = name;
    const [inner, rest] = found.parser.parse_known_args(words);
    Object.assign(out, inner);
    return rest;
  }
}
