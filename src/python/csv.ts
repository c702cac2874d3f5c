/**
 * Python's module csv.
 * Source: Lib/csv.py, Modules/_csv.c (Python 3.7).
 */
import { bind, type Call } from "../np/arguments.js";
import { PyError, StopIteration, TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { repr, str } from "../np/printing/repr.js";
import { iter, list } from "../py/iteration.js";
import { numeric } from "../py/number.js";
import { OrderedDict } from "./collections/ordered_dict.js";
import { float } from "./support.js";

/** csv.Error. */
export class Error extends PyError {}

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;

export interface Dialect {
  readonly delimiter?: string;
  readonly quotechar?: string | null;
  readonly escapechar?: string | null;
  readonly doublequote?: boolean;
  readonly skipinitialspace?: boolean;
  readonly lineterminator?: string;
  readonly quoting?: number;
  readonly strict?: boolean;
}
const EXCEL: Required<Dialect> = {
  delimiter: ",",
  quotechar: '"',
  escapechar: null,
  doublequote: true,
  skipinitialspace: false,
  lineterminator: "\r\n",
  quoting: QUOTE_MINIMAL,
  strict: false,
};
const dialects = new Map<string, Dialect>([
  ["excel", EXCEL],
  ["excel-tab", { ...EXCEL, delimiter: "\t" }],
  ["unix", { ...EXCEL, lineterminator: "\n", quoting: QUOTE_ALL }],
]);
export function register_dialect(name: string, dialect: Dialect): void {
  dialects.set(name, { ...EXCEL, ...dialect });
}
export function list_dialects(): string[] {
  return [...dialects.keys()];
}
export function get_dialect(name: string): Dialect {
  const found = dialects.get(name);
  if (!found) throw new Error("unknown dialect");
  return found;
}
type Options = Dialect & { readonly dialect?: string | Dialect };
type Rest = readonly [dialect: string | Dialect, options?: Options] | readonly [options?: Options];

function dialectOf(rest: Rest): Required<Dialect> {
  const [first, second] = rest;
  const options = (typeof first === "string" ? { dialect: first, ...second } : { ...first, ...second }) as Options;
  const { dialect = "excel", ...own } = options;
  const out = { ...EXCEL, ...(typeof dialect === "string" ? get_dialect(dialect) : dialect), ...own };
  if (typeof out.delimiter !== "string" || out.delimiter.length !== 1)
    throw new TypeError_('"delimiter" must be a 1-character string');
  return out;
}

/** Rows of lines. */
export class reader implements Iterable<string[]> {
  line_num = 0;
  private readonly lines: Iterator<string>;
  private readonly dialect: Required<Dialect>;

  constructor(csvfile: Iterable<string>, ...rest: Rest) {
    this.lines = iter(csvfile)[Symbol.iterator]();
    this.dialect = dialectOf(rest);
  }
  __iter__(): this {
    return this;
  }
  __next__(): string[] {
    const row = this.row();
    if (row === null) throw new StopIteration();
    return row;
  }
  next(): IteratorResult<string[], undefined> {
    const row = this.row();
    return row === null ? { done: true, value: undefined } : { done: false, value: row };
  }
  [Symbol.iterator](): Iterator<string[], undefined> {
    return { next: () => this.next() };
  }
  private row(): string[] | null {
    const { delimiter, quotechar, escapechar, doublequote, skipinitialspace, quoting, strict } = this.dialect;
    const fields: unknown[] = [];
    let field = "";
    let state: "start" | "in" | "quoted" | "after" = "start";
    let wasQuoted = false;
    let isEmptyRow = true;
    const save = (): void => {
      fields.push(quoting === QUOTE_NONNUMERIC && !wasQuoted ? this.number(field) : field);
      field = "";
      wasQuoted = false;
      state = "start";
    };
    for (;;) {
      const step = this.lines.next();
      if (step.done) {
        if (isEmptyRow) return null;
        if (state === "quoted" && strict) throw new Error("unexpected end of data");
        save();
        return fields as string[];
      }
      const line = step.value;
      if (typeof line !== "string")
        throw new Error("iterator should return strings, not bytes (did you open the file in text mode?)");
      this.line_num++;
      for (let i = 0; i < line.length; i++) {
        const c = line[i]!;
        if (state === "quoted") {
          if (c === escapechar && i + 1 < line.length) field += line[++i]!;
          else if (c === quotechar && quoting !== QUOTE_NONE) {
            if (doublequote && line[i + 1] === quotechar) {
              field += c;
              i++;
            } else state = "after";
          } else field += c;
          continue;
        }
        if (c === "\n" || c === "\r") {
          if (/[^\r\n]/.test(line.slice(i)))
            throw new Error(
              "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?",
            );
          break;
        }
        isEmptyRow = false;
        if (c === delimiter) save();
        else if (c === escapechar && i + 1 < line.length) {
          field += line[++i]!;
          state = "in";
        } else if (state === "start" && c === quotechar && quoting !== QUOTE_NONE) {
          state = "quoted";
          wasQuoted = true;
        } else if (state === "start" && c === " " && skipinitialspace) continue;
        else {
          if (state === "after" && strict) throw new Error(`'${delimiter}' expected after '${quotechar}'`);
          field += c;
          state = "in";
        }
      }
      if (state === "quoted") continue;
      if (isEmptyRow) return [];
      save();
      return fields as string[];
    }
  }
  private number(field: string): number {
    if (field.trim() === "" || Number.isNaN(Number(field)))
      throw new ValueError(`could not convert string to float: ${repr(field)}`);
    return float(Number(field));
  }
}

type Output = { write(text: string): unknown };

export class writer {
  private readonly file: Output;
  private readonly dialect: Required<Dialect>;

  constructor(csvfile: Output, ...rest: Rest) {
    this.file = csvfile;
    this.dialect = dialectOf(rest);
  }
  /** How many characters were written. */
  writerow(row: Iterable<unknown>): number {
    const cells = list(row);
    const texts = cells.map((x) => this.cell(x, cells.length === 1));
    const line = texts.join(this.dialect.delimiter) + this.dialect.lineterminator;
    this.file.write(line);
    return line.length;
  }
  writerows(rows: Iterable<Iterable<unknown>>): void {
    for (const row of iter(rows)) this.writerow(row);
  }
  private cell(x: unknown, alone: boolean): string {
    const { delimiter, quotechar, escapechar, doublequote, quoting, lineterminator } = this.dialect;
    const text = x === null || x === undefined ? "" : str(x);
    const special = [...text].some(
      (c) =>
        c === delimiter ||
        c === quotechar ||
        c === escapechar ||
        lineterminator.includes(c) ||
        c === "\n" ||
        c === "\r",
    );
    if (quoting === QUOTE_NONE) {
      if (special && escapechar === null) throw new Error("need to escape, but no escapechar set");
      if (alone && text === "") throw new Error("single empty field record must be quoted");
      return Array.from(text, (c) =>
        c === delimiter || c === quotechar || c === escapechar || lineterminator.includes(c) ? escapechar + c : c,
      ).join("");
    }
    const wants = quoting === QUOTE_ALL || (quoting === QUOTE_NONNUMERIC && numeric(x) === null);
    if (!wants && !special && !(alone && text === "")) return text;
    const q = quotechar ?? '"';
    const inner = doublequote ? text.replaceAll(q, q + q) : text.replaceAll(q, `${escapechar}${q}`);
    return q + inner + q;
  }
}

interface ReaderOptions extends Options {
  readonly fieldnames?: readonly string[] | null;
  readonly restkey?: string | null;
  readonly restval?: unknown;
}

/** Rows as ordered dicts by the names in the first row, or those given. */
export class DictReader implements Iterable<OrderedDict<string, string>> {
  private readonly rows: reader;
  private names: string[] | null;
  private readonly options: ReaderOptions;

  constructor(f: Iterable<string>, ...rest: Call<[fieldnames: readonly string[] | null], ReaderOptions>) {
    const all = ["fieldnames", "restkey", "restval", "dialect", ...Object.keys(EXCEL)] as (keyof ReaderOptions)[];
    const { fieldnames = null, restkey, restval, ...own } = bind<ReaderOptions>("__init__", all, rest);
    this.rows = new reader(f, own as Options);
    this.names = fieldnames && [...fieldnames];
    this.options = { restkey: restkey ?? null, restval: restval ?? null };
  }
  get fieldnames(): string[] {
    this.names ??= this.rows.next().value ?? [];
    return this.names;
  }
  get line_num(): number {
    return this.rows.line_num;
  }
  __iter__(): this {
    return this;
  }
  __next__(): OrderedDict<string, string> {
    const names = this.fieldnames;
    let step = this.rows.next();
    while (!step.done && step.value.length === 0) step = this.rows.next();
    if (step.done) throw new StopIteration();
    const row = step.value;
    const out = new OrderedDict<string, unknown>(
      names.map((n, i) => [n, i < row.length ? row[i] : this.options.restval] as const),
    );
    if (row.length > names.length) out.set(this.options.restkey as string, row.slice(names.length));
    return out as OrderedDict<string, string>;
  }
  *[Symbol.iterator](): Generator<OrderedDict<string, string>, void, undefined> {
    try {
      for (;;) yield this.__next__();
    } catch (error) {
      if (!(error instanceof StopIteration)) throw error;
    }
  }
}

interface WriterOptions extends Options {
  readonly fieldnames?: Iterable<string>;
  readonly restval?: unknown;
  readonly extrasaction?: string;
}

export class DictWriter {
  readonly fieldnames: string[];
  private readonly writer: writer;
  private readonly options: WriterOptions;

  constructor(f: Output, ...rest: Call<[fieldnames: Iterable<string>], WriterOptions>) {
    const all = ["fieldnames", "restval", "extrasaction", "dialect", ...Object.keys(EXCEL)] as (keyof WriterOptions)[];
    const {
      fieldnames = [],
      restval = "",
      extrasaction = "raise",
      ...own
    } = bind<WriterOptions>("__init__", all, rest);
    this.fieldnames = list(fieldnames);
    this.writer = new writer(f, own as Options);
    this.options = { restval, extrasaction };
  }
  writeheader(): void {
    this.writer.writerow(this.fieldnames);
  }
  writerow(rowdict: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>): number {
    const row = isPlainObject(rowdict) ? new Map(Object.entries(rowdict)) : (rowdict as ReadonlyMap<string, unknown>);
    const wrong = [...row.keys()].filter((k) => !this.fieldnames.includes(k));
    if (this.options.extrasaction === "raise" && wrong.length > 0)
      throw new ValueError(`dict contains fields not in fieldnames: ${wrong.map((k) => repr(k)).join(", ")}`);
    return this.writer.writerow(this.fieldnames.map((n) => (row.has(n) ? row.get(n) : this.options.restval)));
  }
  writerows(rows: Iterable<ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>>): void {
    for (const row of rows) this.writerow(row);
  }
}
