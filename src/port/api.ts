/**
 * What the public API's own declarations say of its functions, classes and members.
 */
import { CLASSES, MISSING, RESULTS } from "./api.generated.js";
import { ANY, BOOL, BYTES, listOf, NONE, NUM, objectOf, STR, type Type, tupleOf } from "./types.js";

const results = new Map<string, string>();
/** Paths of what is no function and no class. */
const values = new Set<string>();
/** Path of a class by the name of its instances' type. */
const classes = new Map<string, string>();
for (const line of RESULTS.split("\n")) {
  const [path, declared] = line.split("\t");
  if (path === undefined || declared === undefined) continue;
  const isValue = declared.startsWith("=");
  const result = isValue ? declared.slice(1) : declared;
  if (isValue) values.add(path);
  results.set(path, result);
  const owner = path.slice(0, path.lastIndexOf("."));
  const made = results.get(owner);
  if (made && /^\w+$/.test(made) && !classes.has(made)) classes.set(made, owner);
}
classes
  .set("Tensor", "tf.Tensor")
  .set("NDArray", "np.NDArray")
  .set("Variable", "tf.Variable")
  .set("Session", "tf.Session");

/** Names of TensorFlow 1.15's API that are not here. */
const missing = new Set(MISSING.split("\n"));

const needsNew = new Set(CLASSES.split("\n"));
/** A class of JavaScript: called with `new`. */
export function isConstructed(path: string): boolean {
  return needsNew.has(canonicalPath(path));
}

const NAMESPACES = new Set(
  [...results.keys()].flatMap((p) => p.split(".").map((_, i, all) => all.slice(0, i).join("."))),
);

/** Modules of Python's standard library: those that the package has, and those that need none of their own. */
const OURS = new Set(["tf", "np", "py", "sparse", "plt"]);
const STANDARD = new Set([...results.keys()].map((p) => p.split(".")[0]!).filter((r) => !OURS.has(r)));
export const isStandard = (root: string): boolean => STANDARD.has(root);

/** Whether the public API has that path. */
export function isKnown(path: string): boolean {
  return results.has(path);
}
/** Something inside it is known: `tf.nn`. */
export function isNamespace(path: string): boolean {
  return NAMESPACES.has(path);
}
/** A name of the original's API that is not here. */
export function isOriginal(path: string): boolean {
  return missing.has(path) || /^tf\.(?:contrib|keras|estimator|examples|python|layers|data|compat)\b/.test(path);
}

/** Where the same thing is found here: `tf.compat.v1.x`, and what the modules behind the API export. */
export function canonicalPath(path: string): string {
  if (isKnown(path)) return path;
  const plain = path.replace(/^tf\.compat\.v1(?=\.|$)/, "tf");
  if (isKnown(plain) || isNamespace(plain)) return plain;
  const inner = /^tf\.python\.(?:.*\.)?(\w+)$/.exec(plain);
  if (inner && isKnown(`tf.${inner[1]}`)) return `tf.${inner[1]}`;
  if (/^tf\.python\.(?:platform\.)?gfile\./.test(plain)) return plain.replace(/^tf\.python\.(?:platform\.)?/, "tf.");
  return plain;
}

/** Type of a value that has a path; null for functions, classes and modules. */
export function valueAt(path: string): Type | null {
  const name = canonicalPath(path);
  return values.has(name) && !isNamespace(name) ? parseType(results.get(name)) : null;
}

/** Type of what a call of that path gives. */
export function resultOf(path: string): Type {
  const name = canonicalPath(path);
  if (name === "tf.Variable" || name === "tf.get_variable") return objectOf("Variable");
  return parseType(results.get(name));
}

/** A stand-in: it only throws. */
export function isNever(path: string): boolean {
  return /^(?:never|Missing)$/.test(results.get(canonicalPath(path)) ?? "");
}

/** TypeScript knows what it gives, too. */
export function isDeclared(path: string): boolean {
  const text = results.get(canonicalPath(path));
  return text !== undefined && !/\b(?:unknown|any|never|Missing|Gradient|CollectionItem)\b/.test(text);
}

/** Their members are the program's own. */
const OPEN = new Set(["FlagValues", "Namespace"]);
export const isOpen = (ts: string): boolean => OPEN.has(ts);

/** The class is known, with all its members. */
export function isClass(ts: string): boolean {
  return classes.has(ts) && !OPEN.has(ts);
}

/** Type of a member of an instance: of a method's result, or of a property. Null where there is none. */
export function memberOf(ts: string, name: string): Type | null {
  const owner = classes.get(ts);
  if (owner === undefined) return null;
  const found = results.get(`${owner}.${name}`);
  return found === undefined ? null : parseType(found);
}

/** What entering it with `with` gives: itself, or what the context manager says. Null for what is no context. */
export function enteredOf(type: Type): "itself" | "value" | null {
  if (type.kind !== "object") return null;
  if (type.ts === "TextFile" || type.ts === "BinaryFile") return "itself";
  const manager = /^ContextManager<(.*)>$/.exec(type.ts);
  if (manager) return "value";
  const owner = classes.get(type.ts);
  const entered = owner && results.get(`${owner}.__enter__`);
  return entered === undefined ? null : entered === type.ts || entered === "this" ? "itself" : "value";
}

/** What a path or a member gives may be None: TypeScript wants to hear that it isn't. */
export function isNullable(path: string): boolean {
  return / \| null$/.test(results.get(canonicalPath(path)) ?? "");
}
export function isNullableMember(ts: string, name: string): boolean {
  const owner = classes.get(ts);
  return owner !== undefined && isNullable(`${owner}.${name}`);
}

function parseType(declared: string | undefined): Type {
  if (declared === undefined) return ANY;
  const text = declared.replace(/ \| null$/, "");
  if (text === "string" || /^"[^"]*"$/.test(text)) return STR;
  if (text === "boolean") return BOOL;
  if (text === "number" || text === "PyNumber" || text === "number | bigint" || text === "PyFloat") return NUM;
  if (text === "void" || text === "null") return NONE;
  if (text.startsWith("Uint8Array")) return BYTES;
  if (text.startsWith("ContextManager<")) return objectOf(text);
  if (/^Answer\b/.test(text) || text.startsWith("Drawn<") || text === "NpScalar") return objectOf("NDArray");
  if (/^Gradient/.test(text)) return ANY;
  const list = /^(?:readonly )?(\w+)\[\]$/.exec(text);
  if (list) return listOf(parseType(list[1]!));
  const pair = /^(?:readonly )?\[(\w+(?:, \w+)*)\]/.exec(text);
  if (pair) return tupleOf(pair[1]!.split(", ").map(parseType));
  if (text === "Metric" || text === "Moments") return tupleOf([objectOf("Tensor"), objectOf("Tensor")]);
  if (text === "Written") return ANY;
  if (text.startsWith("PyTuple")) return tupleOf(null);
  return /^[A-Z]\w+$/.test(text) ? objectOf(text) : ANY;
}
