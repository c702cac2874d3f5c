/**
 * Python's csv, with the dialect "excel" and its parameters.
 * Source: Modules/_csv.c, Lib/csv.py (Python 3.7).
 */
import { str } from "../np/printing/repr.js";
import { OrderedDict } from "../py/collections.js";
import { iter, list } from "../py/iteration.js";

export interface Dialect {
  readonly delimiter?: string;
  readonly quotechar?: string;
  readonly lineterminator?: string;
  readonly quoting?: number;
  readonly skipinitialspace?: boolean;
}
export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;

/** Fields of each row; a quoted field may go over lines. */
export function* reader(lines: Iterable<string>, dialect: Dialect = {}): Generator<string[], void, undefined> {
  const { delimiter = ",", quotechar = '"', skipinitialspace = false } = dialect;
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  let wasQuoted = false;
  for (const line of iter(lines) as Iterable<string>) {
    for (let i = 0; i < line.length; i++) {
      const c = line[i]!;
      if (isQuoted) {
        if (c !== quotechar) field += c;
        else if (line[i + 1] === quotechar) {
          field += c;
          i++;
        } else isQuoted = false;
      } else if (c === quotechar && field === "") {
        isQuoted = true;
        wasQuoted = true;
      } else if (c === delimiter) {
        row.push(field);
        field = "";
        wasQuoted = false;
      } else if (c === "\n" || c === "\r") continue;
      else if (!(skipinitialspace && field === "" && c === " ")) field += c;
    }
    if (isQuoted) continue;
    if (row.length > 0 || field !== "" || wasQuoted) row.push(field);
    yield row;
    row = [];
    field = "";
    wasQuoted = false;
  }
}

interface Sink {
  write(text: string): unknown;
}

class Writer {
  private readonly file: Sink;
  private readonly dialect: Dialect;

  constructor(file: Sink, dialect: Dialect) {
    this.file = file;
    this.dialect = dialect;
  }
  private field(x: unknown): string {
    const { delimiter = ",", quotechar = '"', quoting = QUOTE_MINIMAL } = this.dialect;
    const text = x === null || x === undefined ? "" : str(x);
    const isNumber = typeof x === "number" || typeof x === "bigint" || typeof x === "object";
    const must = quoting === QUOTE_ALL || (quoting === QUOTE_NONNUMERIC && !isNumber);
    const special = [delimiter, quotechar, "\n", "\r"].some((c) => text.includes(c));
    if (quoting === QUOTE_NONE || !(must || special)) return text;
    return quotechar + text.replaceAll(quotechar, quotechar + quotechar) + quotechar;
  }
  writerow(row: Iterable<unknown>): void {
    const { delimiter = ",", lineterminator = "\r\n" } = this.dialect;
    const fields = list<unknown>(row).map((x) => this.field(x));
    const text = fields.length === 1 && fields[0] === "" ? '""' : fields.join(delimiter);
    this.file.write(text + lineterminator);
  }
  writerows(rows: Iterable<Iterable<unknown>>): void {
    for (const row of iter(rows) as Iterable<Iterable<unknown>>) this.writerow(row);
  }
}
export function writer(file: Sink, dialect: Dialect = {}): Writer {
  return new Writer(file, dialect);
}

export class DictReader {
  fieldnames: string[] | null;
  private readonly rows: Generator<string[], void, undefined>;

  constructor(
    lines: Iterable<string>,
    fieldnames: string[] | null | (Dialect & { readonly fieldnames?: string[] }) = null,
    dialect: Dialect = {},
  ) {
    const isNamed = typeof fieldnames === "object" && fieldnames !== null && !Array.isArray(fieldnames);
    this.fieldnames = isNamed ? (fieldnames.fieldnames ?? null) : fieldnames;
    this.rows = reader(lines, isNamed ? fieldnames : dialect);
    if (this.fieldnames === null) this.fieldnames = (this.rows.next().value as string[] | undefined) ?? null;
  }
  *[Symbol.iterator](): Generator<ReturnType<typeof OrderedDict<string, unknown>>, void, undefined> {
    for (const row of this.rows) {
      if (row.length > 0)
        yield OrderedDict<string, unknown>((this.fieldnames ?? []).map((n, i) => [n, row[i] ?? null] as const));
    }
  }
}
export class DictWriter {
  readonly fieldnames: readonly string[];
  private readonly writer: Writer;

  constructor(
    file: Sink,
    fieldnames: readonly string[] | { readonly fieldnames: readonly string[] },
    dialect: Dialect = {},
  ) {
    this.fieldnames = "fieldnames" in fieldnames ? fieldnames.fieldnames : fieldnames;
    this.writer = new Writer(file, dialect);
  }
  writeheader(): void {
    this.writer.writerow(this.fieldnames);
  }
  writerow(row: ReadonlyMap<string, unknown>): void {
    this.writer.writerow(this.fieldnames.map((n) => row.get(n) ?? ""));
  }
  writerows(rows: Iterable<ReadonlyMap<string, unknown>>): void {
    for (const row of rows) this.writerow(row);
  }
}
