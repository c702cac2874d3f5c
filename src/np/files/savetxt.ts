/**
 * savetxt: an array of one or two dimensions as lines of text.
 * Source: numpy.savetxt (NumPy 1.18).
 */
import { bind, type Call } from "../arguments.js";
import { copyAs } from "../casting.js";
import { type ArrayLike, asStrided } from "../convert.js";
import { AttributeError, TypeError_, ValueError } from "../errors.js";
import { percentFormat } from "../printing/index.js";
import { tuple } from "../pytuple.js";
import { Strided } from "../strided.js";
import { type Target, writeBytes } from "./file_system.js";

export interface SavetxtArgs {
  readonly fmt?: string | readonly string[];
  readonly delimiter?: string;
  readonly newline?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly comments?: string;
  readonly encoding?: string | null;
}

const PARAMETERS = ["fmt", "delimiter", "newline", "header", "footer", "comments", "encoding"] as const;

/** The format of a whole line: one for every column, or a text that has all of them. */
function lineFormat(fmt: string | readonly string[], columns: number, delimiter: string, complex: boolean): string {
  if (typeof fmt !== "string") {
    if (fmt.length !== columns)
      throw new AttributeError(`fmt has wrong shape.  [${fmt.map((f) => `'${f}'`).join(", ")}]`);
    return fmt.join(delimiter);
  }
  const count = fmt.split("%").length - 1;
  const single = complex ? ` (${fmt}+${fmt}j)` : fmt;
  if (count === 1) return Array.from({ length: columns }, () => single).join(delimiter);
  if (count !== columns && !(complex && count === 2 * columns)) {
    throw new ValueError(`fmt has wrong number of % formats:  ${fmt}`);
  }
  return fmt;
}

/** Writes the array; numbers with `%.18e` if nothing else is asked for. Raises ValueError for more than two dimensions. */
export function savetxt(
  fname: Target,
  X: ArrayLike,
  ...args: Call<
    [
      fmt: string | readonly string[],
      delimiter: string,
      newline: string,
      header: string,
      footer: string,
      comments: string,
    ],
    SavetxtArgs
  >
): void {
  const given = bind<SavetxtArgs>("savetxt", PARAMETERS, args);
  const { fmt = "%.18e", delimiter = " ", newline = "\n", header = "", footer = "", comments = "# " } = given;
  const a = copyAs(asStrided(X));
  if (a.ndim === 0 || a.ndim > 2) throw new ValueError(`Expected 1D or 2D array, got ${a.ndim}D array instead`);
  const columns = a.ndim === 1 ? 1 : a.shape[1]!;
  const complex = a.dtype.kind === "c";
  const format = lineFormat(fmt, columns, delimiter, complex);
  const note = (text: string) => comments + text.replaceAll("\n", `\n${comments}`) + newline;
  let text = header === "" ? "" : note(header);
  const element = (at: number): unknown => {
    const { data } = a;
    if (a.dtype.kind === "S" || a.dtype.kind === "U") return data[at];
    return new Strided(data, a.dtype, [], [], at);
  };
  for (let row = 0; row < a.shape[0]!; row++) {
    const values = Array.from({ length: columns }, (_, k) => row * columns + k);
    const numbers = complex
      ? values.flatMap((at) => [Number(a.data[2 * at]), Number(a.data[2 * at + 1])])
      : values.map(element);
    try {
      const line = percentFormat(format, tuple(numbers)) + newline;
      text += complex ? line.replaceAll("+-", "-") : line;
    } catch (error) {
      if (!(error instanceof TypeError_)) throw error;
      throw new TypeError_(`Mismatch between array dtype ('${a.dtype}') and format specifier ('${format}')`);
    }
  }
  if (footer !== "") text += note(footer);
  writeBytes(fname, new TextEncoder().encode(text));
}
