/**
 * genfromtxt: numbers from a text file in which fields may be missing or unreadable.
 * Source: numpy.genfromtxt, numpy.lib._iotools.StringConverter (NumPy 1.18). Columns of unlike types, which NumPy
 * gives as records, are not supported.
 */
import { bind, type Call } from "../arguments.js";
import { type DType, dtypeOf } from "../dtype.js";
import { asDType, type DTypeLike } from "../dtype_names.js";
import { toBigInt } from "../element.js";
import { NotImplementedError, ValueError } from "../errors.js";
import { NDArray } from "../ndarray.js";
import { squeeze, transpose } from "../shaping.js";
import { allocate } from "../strided.js";
import { warnOnce } from "../warn.js";
import { type Columns, type Converter, columnList, fieldReader, tableOf } from "./loadtxt.js";
import { fieldsOf, linesOf, type TextSource, uncommented } from "./text_lines.js";

type ByColumn<T> = ReadonlyMap<number, T> | Readonly<Record<number, T>>;

export interface GenfromtxtArgs {
  readonly dtype?: DTypeLike | null;
  readonly comments?: string | null;
  /** Text between fields, null for white space, or the width of each field. */
  readonly delimiter?: string | number | readonly number[] | null;
  readonly skip_header?: number;
  readonly skip_footer?: number;
  readonly converters?: ByColumn<Converter> | null;
  readonly missing_values?: unknown;
  /** What stands for a missing field: one value, one a column, or by column. */
  readonly filling_values?: number | string | boolean | readonly unknown[] | ByColumn<unknown> | null;
  readonly usecols?: Columns | null;
  readonly names?: unknown;
  readonly autostrip?: boolean;
  readonly unpack?: boolean;
  readonly invalid_raise?: boolean;
  readonly max_rows?: number | null;
  readonly encoding?: string | null;
}

const PARAMETERS = [
  "dtype",
  "comments",
  "delimiter",
  "skip_header",
  "skip_footer",
  "converters",
  "missing_values",
  "filling_values",
  "usecols",
  "names",
  "autostrip",
  "unpack",
  "invalid_raise",
  "max_rows",
  "encoding",
] as const;

function byColumn<T>(given: ByColumn<T>): Map<number, T> {
  return given instanceof Map ? given : new Map(Object.entries(given).map(([k, v]) => [Number(k), v as T]));
}

/** Fields of a line: between delimiters, or of given widths. */
function split(line: string, delimiter: GenfromtxtArgs["delimiter"], autostrip: boolean): string[] {
  const text = line.replace(/^[ \r\n]+|[ \r\n]+$/g, "");
  if (text === "") return [];
  let fields: string[];
  if (delimiter === null || delimiter === undefined || typeof delimiter === "string") {
    fields = fieldsOf(text, delimiter ?? null);
  } else {
    const widths =
      typeof delimiter === "number" ? new Array<number>(Math.ceil(line.length / delimiter)).fill(delimiter) : delimiter;
    let at = 0;
    fields = widths.map((w) => {
      at += w;
      return line.slice(at - w, at);
    });
  }
  return autostrip ? fields.map((f) => f.trim()) : fields;
}

const DEFAULTS: Readonly<Partial<Record<DType["kind"], unknown>>> = {
  b: false,
  i: -1,
  u: -1,
  f: NaN,
  c: { re: NaN, im: 0 },
  U: "???",
  S: "???",
};

/** The strict reader of a field for a dtype: raises ValueError for what it can't read. */
function strictReader(t: DType): Converter {
  if (t.kind === "b") {
    return (field) => {
      const word = field.trim().toUpperCase();
      if (word !== "TRUE" && word !== "FALSE") throw new ValueError("Invalid boolean");
      return word === "TRUE";
    };
  }
  if (t.isBig) return toBigInt;
  return fieldReader(t);
}

function readable(read: Converter, field: string): boolean {
  try {
    read(field);
    return true;
  } catch (error) {
    if (error instanceof ValueError) return false;
    throw error;
  }
}

/** The first of bool, int, float, complex and text that reads all fields of every column. */
function guessed(rows: readonly (readonly string[])[], text: DType): DType {
  const ladder = [dtypeOf("bool"), dtypeOf("int64"), dtypeOf("float64"), dtypeOf("complex128")];
  const found = (rows[0] ?? []).map((_, k) => {
    const fields = rows.map((row) => row[k]!).filter((field) => field.trim() !== "");
    return ladder.find((t) => fields.every((field) => readable(strictReader(t), field))) ?? text;
  });
  const [first = dtypeOf("float64")] = found;
  if (found.some((t) => t !== first)) {
    throw new NotImplementedError("genfromtxt: columns of different types make records, which are not supported");
  }
  return first;
}

/** Lines whose number of fields differs from the first one's, as NumPy reports them. */
function complain(wrong: readonly (readonly [number, number])[], columns: number, raise: boolean): void {
  const lines = wrong.map(([line, n]) => `    Line #${line} (got ${n} columns instead of ${columns})`);
  const text = `Some errors were detected !\n${lines.join("\n")}`;
  if (raise) throw new ValueError(text);
  warnOnce("ConversionWarning", text);
}

/** The array of a text file; what is missing or can't be read becomes the filling value (nan for floats). */
export function genfromtxt(
  fname: TextSource,
  ...args: Call<
    [
      dtype: DTypeLike | null,
      comments: string | null,
      delimiter: GenfromtxtArgs["delimiter"],
      skip_header: number,
      skip_footer: number,
    ],
    GenfromtxtArgs
  >
): NDArray {
  const given = bind<GenfromtxtArgs>("genfromtxt", PARAMETERS, args);
  const { comments = "#", delimiter = null, skip_header = 0, skip_footer = 0, max_rows = null } = given;
  if (given.names) throw new NotImplementedError("genfromtxt: names make records, which are not supported");
  if (max_rows !== null && skip_footer)
    throw new ValueError("The keywords 'skip_footer' and 'max_rows' can not be specified at the same time.");
  const columns = columnList(given.usecols);
  const wrong: [number, number][] = [];
  let rows: string[][] = [];
  let width: number | null = null;
  linesOf(fname, given.encoding).forEach((line, i) => {
    if (i < skip_header || (max_rows !== null && rows.length >= max_rows)) return;
    const fields = split(comments === null ? line : uncommented(line, [comments]), delimiter, given.autostrip ?? false);
    if (fields.length === 0) return;
    width ??= fields.length;
    const used = columns ? columns.map((k) => fields.at(k)) : fields;
    if (columns ? used.includes(undefined) : fields.length !== width) wrong.push([i + 1, fields.length]);
    else rows.push(used as string[]);
  });
  if (skip_footer > 0) rows = rows.slice(0, -skip_footer);
  if (wrong.length > 0) complain(wrong, columns?.length ?? width ?? 0, given.invalid_raise ?? true);
  const bytes = given.encoding === undefined || given.encoding === "bytes";
  const t = given.dtype === null ? guessed(rows, dtypeOf(bytes ? "bytes" : "str")) : asDType(given.dtype ?? "float64");
  if (rows.length === 0) {
    warnOnce("UserWarning", `genfromtxt: Empty input file: "${typeof fname === "string" ? fname : ""}"`);
    return NDArray.from(allocate(t, [0]));
  }
  const table = tableOf(convertedRows(rows, t, given, columns), t);
  return NDArray.from(given.unpack ? transpose(squeeze(table)) : squeeze(table));
}

function convertedRows(
  rows: readonly (readonly string[])[],
  t: DType,
  { converters, filling_values }: { readonly [K in keyof GenfromtxtArgs]?: GenfromtxtArgs[K] },
  columns: readonly number[] | null,
): unknown[][] {
  const special = byColumn(converters ?? {});
  const fill = (k: number): unknown => {
    if (filling_values === null || filling_values === undefined) return DEFAULTS[t.kind];
    if (typeof filling_values !== "object") return filling_values;
    if (Array.isArray(filling_values)) return filling_values[k] ?? DEFAULTS[t.kind];
    return byColumn(filling_values as ByColumn<unknown>).get(columns?.[k] ?? k) ?? DEFAULTS[t.kind];
  };
  const standard = strictReader(t);
  return rows.map((row) =>
    row.map((field, k) => {
      const own = special.get(columns?.[k] ?? k);
      if (own) return own(field);
      try {
        return standard(field);
      } catch (error) {
        if (error instanceof ValueError) return fill(k);
        throw error;
      }
    }),
  );
}
