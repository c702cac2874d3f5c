/**
 * Python's print, through one sink that tests and replays can replace.
 * Source: builtin_print (Python 3.7).
 */
import { TypeError_ } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { str } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";

/** Keywords of print. */
export interface PrintOptions {
  readonly sep?: string | null;
  readonly end?: string | null;
  /** Anything with a `write` method. */
  readonly file?: { write(text: string): unknown } | null;
  readonly flush?: boolean;
  /** Python 2's trailing comma: no line break; a space before what the next print shows. */
  readonly softspace?: boolean;
}

export type PrintSink = (text: string) => void;

/** What a console line still lacks: console.log ends every call with a line break. */
let pending = "";

function toConsole(text: string): void {
  const lines = (pending + text).split("\n");
  pending = lines.pop()!;
  for (const line of lines) console.log(line);
}

function toStdout(text: string): void {
  if (typeof process === "object" && typeof process?.stdout?.write === "function") process.stdout.write(text);
  else toConsole(text);
}

let sink: PrintSink = toStdout;

/** Sends what print writes elsewhere, null back to standard output; returns the sink so far. */
export function setPrintSink(to: PrintSink | null): PrintSink {
  const before = sink;
  sink = to ?? toStdout;
  return before;
}

/** Sends text where print sends it. */
export function printed(text: string): void {
  isSpacePending = false;
  sink(text);
}

const KEYWORDS = new Set(["sep", "end", "file", "flush", "softspace"]);

let isSpacePending = false;

function isOptions(value: unknown): value is PrintOptions {
  if (!isPlainObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => KEYWORDS.has(key));
}

/**
 * Python's print(…): str of every value, with `sep` between and `end` after; keywords as one last plain object.
 *
 * @example print("loss:", loss, { end: "" })
 */
export function print(...values: readonly unknown[]): void {
  const last = values[values.length - 1];
  const options: PrintOptions = isOptions(last) ? last : {};
  const shown = isOptions(last) ? values.slice(0, -1) : values;
  for (const name of ["sep", "end"] as const) {
    const given: unknown = options[name];
    if (given !== undefined && given !== null && typeof given !== "string") {
      throw new TypeError_(`${name} must be None or a string, not ${typeName(given)}`);
    }
  }
  const joined = shown.map(str).join(options.sep ?? " ");
  const text =
    (isSpacePending && shown.length > 0 ? " " : "") + joined + (options.softspace ? "" : (options.end ?? "\n"));
  isSpacePending = options.softspace === true && !joined.endsWith("\n");
  if (options.file) options.file.write(text);
  else sink(text);
}
