/**
 * loadtxt: numbers from a text file with the same number of fields in every line.
 * Source: numpy.loadtxt (NumPy 1.18).
 */
import { bind, type Call } from "../arguments.js";
import { asStrided } from "../convert.js";
import { type DType, sized } from "../dtype.js";
import { asDType, type DTypeLike } from "../dtype_names.js";
import { store, toFloat } from "../element.js";
import { IndexError, ValueError } from "../errors.js";
import { NDArray } from "../ndarray.js";
import { atLeast, squeeze, transpose } from "../shaping.js";
import { allocate, type Strided } from "../strided.js";
import { warnOnce } from "../warn.js";
import { fieldsOf, linesOf, type TextSource, uncommented } from "./text_lines.js";

/** Turns the text of one field into a value. */
export type Converter = (field: string) => unknown;
export type Columns = number | readonly number[];

export interface LoadtxtArgs {
  readonly dtype?: DTypeLike;
  readonly comments?: string | readonly string[] | null;
  readonly delimiter?: string | null;
  readonly converters?: ReadonlyMap<number, Converter> | Readonly<Record<number, Converter>> | null;
  readonly skiprows?: number;
  readonly usecols?: Columns | null;
  readonly unpack?: boolean;
  readonly ndmin?: number;
  readonly encoding?: string | null;
  readonly max_rows?: number | null;
}

const PARAMETERS = [
  "dtype",
  "comments",
  "delimiter",
  "converters",
  "skiprows",
  "usecols",
  "unpack",
  "ndmin",
  "encoding",
  "max_rows",
] as const;

/** Python's reading of one field for a dtype. */
export function fieldReader(t: DType): Converter {
  if (t.kind === "b") return (field) => Math.trunc(toFloat(field)) !== 0;
  if (t.isInteger && !t.isBig) return (field) => Math.trunc(toFloat(field));
  if (t.kind === "f") {
    return (field) => (/^\s*[+-]?0x/i.test(field) ? Number(field) : toFloat(field));
  }
  if (t.kind === "c") return complexOf;
  return (field) => field;
}

/** Python's complex(text): `1+2j`, in brackets or not. */
function complexOf(field: string): unknown {
  const text = field
    .trim()
    .replace("+-", "-")
    .replace(/^\((.*)\)$/, "$1");
  const m = /^([+-]?[\d.]+(?:e[+-]?\d+)?)?(?:([+-]?[\d.]*(?:e[+-]?\d+)?)j)?$/i.exec(text);
  if (!m || text === "") throw new ValueError("complex() arg is a malformed string");
  const imaginary = m[2] === "" || m[2] === "+" ? "1" : m[2] === "-" ? "-1" : (m[2] ?? "0");
  return { re: Number(m[1] ?? 0), im: Number(imaginary) };
}

/** Column numbers, negative ones counted from the end; null for all. */
export function columnList(usecols: Columns | null | undefined): readonly number[] | null {
  if (usecols === null || usecols === undefined) return null;
  return typeof usecols === "number" ? [usecols] : usecols;
}

/** An array of the values of rows; text gets the width of its longest. */
export function tableOf(rows: readonly (readonly unknown[])[], t: DType): Strided {
  const flat = rows.flat();
  const shape = [rows.length, rows[0]?.length ?? 0];
  const wide = (t.kind === "U" || t.kind === "S") && t.itemsize === 0;
  const type = wide ? widest(flat.map(String), t) : t;
  const out = allocate(type, shape);
  flat.forEach((value, i) => {
    store(out.data, type, i, value);
  });
  return out;
}

function widest(texts: readonly string[], t: DType): DType {
  let most = 1;
  for (const text of texts) {
    most = Math.max(most, t.kind === "U" ? [...text].length : new TextEncoder().encode(text).length);
  }
  return sized(t.name, t.kind === "U" ? 4 * most : most);
}

/** The array of a text file. Raises ValueError where lines differ in length or a field is no number. */
export function loadtxt(
  fname: TextSource,
  ...args: Call<
    [
      dtype: DTypeLike,
      comments: string | readonly string[] | null,
      delimiter: string | null,
      converters: LoadtxtArgs["converters"],
      skiprows: number,
      usecols: Columns | null,
      unpack: boolean,
      ndmin: number,
    ],
    LoadtxtArgs
  >
): NDArray {
  const given = bind<LoadtxtArgs>("loadtxt", PARAMETERS, args);
  const { comments = "#", delimiter = null, skiprows = 0, unpack = false, ndmin = 0, max_rows = null } = given;
  if (![0, 1, 2].includes(ndmin)) throw new ValueError(`Illegal value of ndmin keyword: ${ndmin}`);
  const t = asDType(given.dtype ?? "float64");
  const signs = comments === null ? [] : typeof comments === "string" ? [comments] : comments;
  const columns = columnList(given.usecols);
  const standard = fieldReader(t);
  const special = new Map<number, Converter>(
    given.converters instanceof Map
      ? given.converters
      : Object.entries(given.converters ?? {}).map(([k, f]) => [Number(k), f as Converter]),
  );
  const rows: unknown[][] = [];
  let width: number | null = null;
  const lines = linesOf(fname, given.encoding);
  for (let i = skiprows; i < lines.length && (max_rows === null || rows.length < max_rows); i++) {
    const all = fieldsOf(uncommented(lines[i]!, signs).replace(/[\r\n]+$/, ""), delimiter);
    if (all.length === 0 || (all.length === 1 && all[0] === "")) continue;
    width ??= columns?.length ?? all.length;
    const at = columns ?? all.map((_, k) => k);
    const fields = at.map((k) => all.at(k));
    if (fields.length !== width) throw new ValueError(`Wrong number of columns at line ${i + 1}`);
    if (fields.includes(undefined)) throw new IndexError("list index out of range");
    rows.push(fields.map((field, k) => (special.get(at[k]!) ?? special.get(at[k]! - all.length) ?? standard)(field!)));
  }
  if (rows.length === 0) {
    warnOnce("UserWarning", `loadtxt: Empty input file: "${typeof fname === "string" ? fname : ""}"`);
    return NDArray.from(ndmin === 2 ? allocate(t, [0, 1]) : allocate(t, [0]));
  }
  let table = tableOf(rows, t);
  if (table.ndim > ndmin) table = squeeze(table);
  if (table.ndim < ndmin) table = ndmin === 1 ? atLeast(table, 1) : transpose(atLeast(table, 2));
  return NDArray.from(unpack ? transpose(table) : asStrided(table));
}
