/**
 * What the public API's own declarations say of its functions, classes and members.
 */
import { RESULTS } from "./api.generated.js";
import { ANY, BOOL, BYTES, listOf, NONE, NUM, objectOf, STR, type Type, tupleOf } from "./types.js";

const results = new Map<string, string>();
/** Path of a class by the name of its instances' type. */
const classes = new Map<string, string>();
for (const line of RESULTS.split("\n")) {
  const [path, result] = line.split("\t");
  if (path === undefined || result === undefined) continue;
  results.set(path, result);
  const owner = path.slice(0, path.lastIndexOf("."));
  const made = results.get(owner);
  if (made && /^\w+$/.test(made) && !classes.has(made)) classes.set(made, owner);
}
classes.set("Tensor", "tf.Tensor").set("NDArray", "np.NDArray").set("Variable", "tf.Variable");

/** Whether the public API has that path. */
export function isKnown(path: string): boolean {
  return results.has(path);
}
/** Something inside it is known: `tf.nn`. */
export function isNamespace(path: string): boolean {
  return NAMESPACES.has(path);
}
const NAMESPACES = new Set([...results.keys()].flatMap((p) => p.split(".").map((_, i, all) => all.slice(0, i).join("."))));

/** Type of what a call of that path gives, or of the value that it is. */
export function resultOf(path: string): Type {
  if (path === "tf.Variable" || path === "tf.get_variable") return objectOf("Variable");
  return parseType(results.get(path));
}

/** Type of a member of an instance: of a method's result, or of a property. Null where there is none. */
export function memberOf(ts: string, name: string): Type | null {
  const owner = classes.get(ts);
  if (owner === undefined) return null;
  const found = results.get(`${owner}.${name}`);
  return found === undefined ? null : parseType(found);
}

/** Entering it with `with` gives another value than itself. */
export function isContextManager(path: string): string | null {
  const m = /^ContextManager<(.*)>$/.exec(results.get(path) ?? "");
  return m ? m[1]! : null;
}

function parseType(text: string | undefined): Type {
  if (text === undefined) return ANY;
  if (text === "string") return STR;
  if (text === "boolean") return BOOL;
  if (text === "number" || text === "PyNumber" || text === "number | bigint" || text === "PyFloat") return NUM;
  if (text === "void" || text === "null") return NONE;
  if (text.startsWith("Uint8Array")) return BYTES;
  if (/^Answer\b/.test(text) || text.startsWith("Drawn<") || text === "NpScalar") return objectOf("NDArray");
  const list = /^(?:readonly )?(\w+)\[\]$/.exec(text);
  if (list) return listOf(parseType(list[1]!));
  const pair = /^\[(\w+(?:, \w+)*)\]$/.exec(text);
  if (pair) return tupleOf(pair[1]!.split(", ").map(parseType));
  if (text === "Metric") return tupleOf([objectOf("Tensor"), objectOf("Tensor")]);
  if (text === "Moments") return tupleOf([objectOf("Tensor"), objectOf("Tensor")]);
  if (text === "Written") return ANY;
  return /^[A-Z]\w+$/.test(text) ? objectOf(text) : ANY;
}
