/** Replays text: str, repr, %-formats, format strings and print of Python, NumPy and TensorFlow values. */
import { PyError, TypeError_ } from "../../../src/np/errors.js";
import { optionsInForce, type PrintOptionArgs, set_printoptions } from "../../../src/np/printing/options.js";
import { PyTuple } from "../../../src/np/pytuple.js";
import * as py from "../../../src/py/index.js";
import { format } from "../../../src/py/str_format.js";
import { check, type Family, family, type Kind } from "../replay.js";
import { decode, type Json } from "../values.js";
import { readGolden } from "./numerics.js";
import { type ObjectCase, replayObject } from "./printing/objects.js";

interface Case {
  readonly value: Json;
  /** str, repr, "%", format, print or repr(round). */
  readonly how: string;
  /** null where it raises `error`. */
  readonly text: string | null;
  readonly error?: readonly [type: string, message: string] | null;
  readonly format?: string;
  /** The value is the whole tuple (or dict) of arguments. */
  readonly args_tuple?: boolean;
  readonly kwargs?: { readonly [name: string]: Json };
  readonly printoptions?: PrintOptionArgs;
  readonly digits?: number;
}

function printed(values: readonly unknown[]): string {
  let out = "";
  const before = py.setPrintSink((text) => {
    out += text;
  });
  try {
    py.print(...values);
  } finally {
    py.setPrintSink(before);
  }
  return out;
}

function textOf(c: Case): string {
  const value = decode(c.value);
  const items = value instanceof PyTuple ? [...value] : [value];
  switch (c.how) {
    case "str":
      return py.str(value);
    case "repr":
      return py.repr(value);
    case "%":
      return py.percent(c.format!, c.args_tuple ? value : py.tuple([value]));
    case "format": {
      const keywords = c.kwargs ? [Object.fromEntries(Object.entries(c.kwargs).map(([k, v]) => [k, decode(v)]))] : [];
      return format(c.format!, ...(c.args_tuple ? items : [value]), ...keywords);
    }
    case "print":
      return printed(items);
    case "repr(round)":
      return py.repr(py.round(value as number, c.digits));
    default:
      throw new Error(`unknown way of printing: ${c.how}`);
  }
}

function shown(c: Case): string {
  const [type, message] = c.error ?? [];
  return c.text === null ? `${type}: ${message}` : c.text;
}

/** The text, or `Type: message` of the Python exception. */
function outcome(c: Case): string {
  try {
    return textOf(c);
  } catch (error) {
    if (c.text !== null || !(error instanceof PyError || error instanceof TypeError_)) throw error;
    return `${error.name}: ${error.message}`;
  }
}

function replayCase(c: Case): void {
  const before = optionsInForce();
  if (c.printoptions) set_printoptions(c.printoptions);
  try {
    const got = outcome(c);
    const want = shown(c);
    if (got !== want) throw new Error(`got  ${JSON.stringify(got)}\nwant ${JSON.stringify(want)}`);
  } finally {
    if (c.printoptions) set_printoptions({ ...before });
  }
}

export const printing: Kind = {
  describe: "str, repr and formats of arrays, numbers, containers and graph objects",
  replay(dir, options): Family[] {
    const families: Family[] = [];
    const replayFile = <C>(name: string, idOf: (c: C) => string, body: (c: C) => void): void => {
      const doc = readGolden(dir, name) as { readonly cases: readonly C[] } | null;
      if (doc === null) return;
      const into = family(name);
      families.push(into);
      for (const [i, c] of doc.cases.entries()) {
        const id = `${name}/${i} ${idOf(c)}`;
        if (options.only === null || id.includes(options.only)) check(into, id, () => body(c));
      }
    };
    for (const name of ["values", "array_fuzz", "scalar_fuzz"]) {
      replayFile<Case>(name, (c) => `${c.how} ${c.format ?? ""} ${JSON.stringify(c.value).slice(0, 60)}`, replayCase);
    }
    replayFile<ObjectCase>("tf_objects", (c) => c.code, replayObject);
    return families;
  },
};
