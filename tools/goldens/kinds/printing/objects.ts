/** Replays tf_objects.json: type, str and repr of what a Python expression gives on a fresh graph. */
import { np, tf } from "../../../../src/compat/index.js";
import { KeyError } from "../../../../src/np/errors.js";
import { typeName } from "../../../../src/np/printing/type_name.js";
import * as py from "../../../../src/py/index.js";
import { evaluate } from "../../python_expression.js";

export interface ObjectCase {
  readonly code: string;
  readonly type?: string;
  readonly str?: string;
  readonly repr?: string;
  readonly error?: readonly [type: string, message: string];
}

const MODULES = new Map<unknown, unknown>([
  ["collections", { namedtuple: py.namedtuple, OrderedDict: py.OrderedDict }],
  ["numpy", np],
  ["tensorflow", tf],
]);

function importModule(name: unknown): unknown {
  if (!MODULES.has(name)) throw new KeyError(String(name));
  return MODULES.get(name);
}

/** Python's type(value).__name__. */
function classOf(value: unknown): string {
  if (typeof value === "function") return py.repr(value).startsWith("<class") ? "type" : "function";
  return typeName(value).replace(/^.*\./, "");
}

function outcome(code: string): Omit<ObjectCase, "code"> {
  tf.reset_default_graph();
  try {
    const value = evaluate(code, { tf, np, __import__: importModule });
    const [str, repr] = [py.str(value), py.repr(value)].map((text) => text.replace(/\b0x[0-9a-f]+/g, "0xADDR"));
    return { type: classOf(value), str: str!, repr: repr! };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error: [error.name, py.str(error)] };
  }
}

/** Raises where type, texts or error aren't the recorded ones. */
export function replayObject({ code, ...want }: ObjectCase): void {
  const got = outcome(code);
  for (const key of ["error", "type", "str", "repr"] as const) {
    const [a, b] = [got[key], want[key]].map((text) => JSON.stringify(text));
    if (a !== b)
      throw new Error(
        `${key}\ngot  ${a}${got.error && key !== "error" ? ` (${got.error.join(": ")})` : ""}\nwant ${b}`,
      );
  }
}
