/**
 * Flags of a program: their definitions, parsing of the command line, the object that holds the values.
 * Source: absl.flags as tf.app.flags hands it on (absl/flags/_flagvalues.py, _argument_parser.py). absl's own flags
 * (--help, --verbosity, --flagfile …) are not there.
 */
import { AttributeError, PyError, ValueError } from "../np/errors.js";
import { floatRepr, repr } from "../np/printing/repr.js";

/** Any mistake with flags. */
export class FlagError extends PyError {}
export class DuplicateFlagError extends FlagError {}
export class IllegalFlagValueError extends FlagError {}
export class UnrecognizedFlagError extends FlagError {}

export type FlagValue = null | boolean | number | string | readonly string[] | readonly number[];

/** Text of the command line to a value, and back for help. Raises ValueError-like errors with Python's texts. */
export interface FlagParser {
  /** Without a value it stands for true: --name, --noname. */
  readonly boolean?: boolean;
  /** Each appearance adds one. */
  readonly multi?: boolean;
  parse(argument: unknown): FlagValue;
}

export class Flag {
  readonly name: string;
  readonly help: string;
  readonly parser: FlagParser;
  readonly default: FlagValue;
  value: FlagValue;
  present = 0;
  required = false;

  constructor(name: string, parser: FlagParser, byDefault: unknown, help: string) {
    this.name = name;
    this.help = help;
    this.parser = parser;
    this.default = byDefault === null || byDefault === undefined ? null : this.parsed(byDefault);
    this.value = this.default;
  }
  private parsed(argument: unknown): FlagValue {
    try {
      return this.parser.parse(argument);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new IllegalFlagValueError(`flag --${this.name}=${String(argument)}: ${error.message}`);
    }
  }
  parse(argument: string): void {
    const value = this.parsed(argument);
    const before = this.present > 0 && this.parser.multi ? this.value : null;
    this.value = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    this.present++;
  }
  unparse(): void {
    this.value = this.default;
    this.present = 0;
  }
}

/** The command line: the script, then what follows it. */
export function commandLine(): string[] {
  return [...(globalThis.process?.argv.slice(1) ?? [""])];
}

/** All flags of the program. */
export class FlagRegistry {
  readonly flags = new Map<string, Flag>();
  private parsedOnce = false;

  define(flag: Flag): void {
    const known = this.flags.get(flag.name);
    if (known) {
      const [script] = commandLine();
      throw new DuplicateFlagError(
        `The flag '${flag.name}' is defined twice. First from ${script}, second from ${script}.  Description from first occurrence: ${known.help}`,
      );
    }
    this.flags.set(flag.name, flag);
  }

  /** Reads the command line; gives what is left of it. Raises UnrecognizedFlagError unless `knownOnly`. */
  parse(argv: readonly string[], knownOnly: boolean): string[] {
    const [program = "", ...args] = argv;
    const left: string[] = [];
    const unknown: string[] = [];
    while (args.length > 0) {
      const arg = args.shift()!;
      if (arg === "--") {
        if (knownOnly) left.push(arg);
        break;
      }
      const [, name, value] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
      if (name === undefined) left.push(arg);
      else if (!this.set(name, value, args)) {
        unknown.push(name);
        left.push(arg);
      }
    }
    if (unknown.length > 0 && !knownOnly) {
      throw new UnrecognizedFlagError(`Unknown command line flag '${unknown[0]}'`);
    }
    this.parsedOnce = true;
    this.validate();
    return [program, ...left, ...args];
  }

  /** False for a flag that is not defined. */
  private set(name: string, value: string | undefined, rest: string[]): boolean {
    const flag = this.flags.get(name);
    if (flag) {
      if (value === undefined && !flag.parser.boolean && rest.length === 0)
        throw new FlagError(`Missing value for flag --${name}`);
      flag.parse(value ?? (flag.parser.boolean ? "true" : rest.shift()!));
      return true;
    }
    const negated = name.startsWith("no") ? this.flags.get(name.slice(2)) : undefined;
    if (!negated?.parser.boolean) return false;
    if (value !== undefined) throw new ValueError(`--${name}=${value} does not take an argument`);
    negated.parse("false");
    return true;
  }

  private validate(): void {
    for (const { name, value, required } of this.flags.values()) {
      if (required && value === null) {
        throw new IllegalFlagValueError(`flag --${name}=None: Flag --${name} must have a value other than None.`);
      }
    }
  }

  read(name: string): FlagValue {
    const flag = this.flags.get(name);
    if (!flag) throw new AttributeError(name);
    // Reading a flag parses the command line, if nobody has yet.
    if (!this.parsedOnce) this.parse(commandLine(), false);
    return flag.value;
  }
  write(name: string, value: FlagValue): void {
    const flag = this.flags.get(name);
    if (!flag) throw new UnrecognizedFlagError(`Unknown command line flag '${name}'`);
    flag.value = value;
    flag.present++;
  }
  require(name: string): void {
    const flag = this.flags.get(name);
    if (!flag) throw new AttributeError(name);
    flag.required = true;
  }
  is_parsed(): boolean {
    return this.parsedOnce;
  }
  /** Back to the defaults. */
  unparse_flags(): void {
    for (const flag of this.flags.values()) flag.unparse();
    this.parsedOnce = false;
  }
}

/** The program's flags. */
export const registry = new FlagRegistry();

const fail = (text: string): never => {
  throw new FlagError(text);
};

/** Python's int(text): digits with a sign, or 0x and 0o where absl looks for them. */
function integer(argument: unknown): number {
  if (typeof argument === "number" && Number.isInteger(argument)) return argument;
  const text = String(argument).trim();
  if (/^[-+]?\d+(_\d+)*$/.test(text) || /^0[xo][\da-f]+$/i.test(text)) return Number(text.replaceAll("_", ""));
  return fail(`invalid literal for int() with base 10: ${repr(String(argument))}`);
}

function real(argument: unknown): number {
  if (typeof argument === "number") return argument;
  const text = String(argument).trim();
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);
  const special = /^([-+]?)(inf(inity)?|nan)$/i.exec(text);
  if (!special) return fail(`could not convert string to float: ${repr(String(argument))}`);
  return /nan/i.test(text) ? Number.NaN : special[1] === "-" ? -Infinity : Infinity;
}

function truth(argument: unknown): boolean {
  const text = String(argument).toLowerCase();
  if (["true", "t", "1"].includes(text)) return true;
  if (["false", "f", "0"].includes(text)) return false;
  return fail(`('Non-boolean argument to boolean flag', ${repr(argument)})`);
}

const texts = (argument: unknown, split: (s: string) => string[]): string[] =>
  Array.isArray(argument) ? argument.map(String) : split(String(argument));
const each = <T>(argument: unknown, one: (a: unknown) => T): T[] =>
  (Array.isArray(argument) ? argument : [argument]).map(one);

/** Parsers by what flags hold. */
export const PARSERS = {
  string: { parse: String },
  integer: { parse: integer },
  float: { parse: real },
  boolean: { boolean: true, parse: truth },
  list: { parse: (a: unknown) => texts(a, (s) => (s === "" ? [] : s.split(",").map((x) => x.trim()))) },
  spaceseplist: { parse: (a: unknown) => texts(a, (s) => s.split(/\s+/).filter((x) => x !== "")) },
  list_or_spaces: { parse: (a: unknown) => texts(a, (s) => s.split(/[\s,]+/).filter((x) => x !== "")) },
  multi_string: { multi: true, parse: (a: unknown) => each(a, String) },
  multi_integer: { multi: true, parse: (a: unknown) => each(a, integer) },
  multi_float: { multi: true, parse: (a: unknown) => each(a, real) },
} satisfies Record<string, FlagParser>;

export function enumParser(values: readonly string[]): FlagParser {
  return {
    parse: (a) => (values.includes(String(a)) ? String(a) : fail(`value should be one of <${values.join("|")}>`)),
  };
}

function rangeText(lower: number | null, upper: number | null, what: string): string {
  if (lower !== null && upper !== null) {
    return `${what === "integer" ? "an" : "a"} ${what} in the range [${lower}, ${upper}]`;
  }
  if (lower === 1) return `a positive ${what}`;
  if (upper === -1) return `a negative ${what}`;
  if (lower === 0) return `a non-negative ${what}`;
  if (upper === 0) return `a non-positive ${what}`;
  return upper !== null ? `${what} <= ${upper}` : `${what} >= ${lower}`;
}

/** Numbers within bounds, which belong to the range. */
export function withBounds(
  parser: FlagParser,
  lower: number | null,
  upper: number | null,
  what: "number" | "integer",
): FlagParser {
  if (lower === null && upper === null) return parser;
  const range = rangeText(lower, upper, what);
  return {
    ...parser,
    parse: (argument) => {
      const value = parser.parse(argument);
      for (const x of Array.isArray(value) ? value : [value]) {
        if (Number(x) < (lower ?? -Infinity) || Number(x) > (upper ?? Infinity))
          fail(`${what === "number" ? floatRepr(Number(x)) : x} is not ${range}`);
      }
      return value;
    },
  };
}
