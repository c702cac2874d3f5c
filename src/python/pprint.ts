/**
 * Python's module pprint.
 * Source: Lib/pprint.py (Python 3.7).
 */
import { isPlainObject } from "../np/printing/mapping.js";
import { repr } from "../np/printing/repr.js";
import { PyTuple } from "../np/pytuple.js";
import { sorted } from "../py/iteration.js";
import { print } from "../py/print.js";

interface Options {
  readonly indent?: number;
  readonly width?: number;
  readonly stream?: { write(text: string): unknown } | null;
}

function lines(x: unknown, at: number, tail: number, indent: number, width: number): string {
  const sortedDict = x instanceof Map || isPlainObject(x) ? entriesOf(x) : null;
  const short = sortedDict ? `{${sortedDict.map(([k, v]) => `${flat(k)}: ${flat(v)}`).join(", ")}}` : flat(x);
  if (short.length <= width - at - tail) return short;
  const pad = (n: number): string => `,\n${" ".repeat(n)}`;
  const lead = indent > 1 ? " ".repeat(indent - 1) : "";
  if (sortedDict && !(x instanceof Map && "__repr__" in x)) {
    const items = sortedDict.map(([k, v], i) => {
      const key = flat(k);
      return `${key}: ${lines(v, at + indent + key.length + 2, i === sortedDict.length - 1 ? tail + 1 : 1, indent, width)}`;
    });
    return `{${lead}${items.join(pad(at + indent))}}`;
  }
  if (Array.isArray(x) && !("__repr__" in x)) {
    const isTuple = x instanceof PyTuple;
    const items = x.map((v: unknown, i) => lines(v, at + indent, i === x.length - 1 ? tail + 1 : 1, indent, width));
    return `${isTuple ? "(" : "["}${lead}${items.join(pad(at + indent))}${isTuple ? (x.length === 1 ? ",)" : ")") : "]"}`;
  }
  return short;
}
function entriesOf(x: object): [unknown, unknown][] {
  const all = (x instanceof Map ? [...(x as Map<unknown, unknown>)] : Object.entries(x)) as [unknown, unknown][];
  try {
    return sorted(all, { key: (e) => e[0] as string });
  } catch {
    return all;
  }
}
/** repr with the keys of dicts sorted. */
function flat(x: unknown): string {
  if ((x instanceof Map && !("__repr__" in x)) || isPlainObject(x))
    return `{${entriesOf(x)
      .map(([k, v]) => `${flat(k)}: ${flat(v)}`)
      .join(", ")}}`;
  return repr(x);
}
export function pformat(object: unknown, options: Options | number = {}): string {
  const { indent = 1, width = 80 } = typeof options === "number" ? { indent: options } : options;
  return lines(object, 0, 0, indent, width);
}
export function pprint(object: unknown, options: Options = {}): void {
  const text = `${pformat(object, options)}\n`;
  if (options.stream) options.stream.write(text);
  else print(text, { end: "" });
}
export const pp = pprint;
export class PrettyPrinter {
  private readonly options: Options;

  constructor(options: Options = {}) {
    this.options = options;
  }
  pprint(object: unknown): void {
    pprint(object, this.options);
  }
  pformat(object: unknown): string {
    return pformat(object, this.options);
  }
}
