/**
 * Compares docs/api.txt with the names, argument names, order and defaults that TensorFlow 1.15 reports of itself.
 * Source: test/goldens/api/tf-1.15.json.gz, recorded with inspect from TensorFlow 1.15.5.
 */

/** Arguments as Python's inspect gives them: the last defaults.length of args have one. */
export interface ArgSpec {
  readonly args: readonly string[];
  readonly defaults: readonly Default[];
  readonly varargs?: string;
  readonly varkw?: string;
}
/** A literal, or what it was: a dtype, or an object of a class. */
type Default =
  | null
  | boolean
  | number
  | string
  | readonly unknown[]
  | { readonly $dtype: string }
  | { readonly $repr: string };
interface Entry {
  readonly kind: "function" | "class" | "value";
  readonly alias_of?: string;
  readonly sig?: ArgSpec;
  readonly init?: ArgSpec;
  readonly members?: Readonly<Record<string, string | ArgSpec>>;
}
export type PythonApi = Readonly<Record<string, Entry>>;

/** Reads the recording; Python writes infinity as JSON has no word for. */
export function readPythonApi(text: string): PythonApi {
  return JSON.parse(text.replace(/(?<=[[ ]-?)Infinity(?=[\],])/g, "1e999")) as PythonApi;
}

export function resolved(api: PythonApi, name: string): Entry | undefined {
  // The recording has a module under one of its names only.
  let entry = api[name] ?? api[name.replace(/^tf\.flags\./, "tf.app.flags.")];
  while (entry?.alias_of !== undefined) entry = api[entry.alias_of];
  return entry;
}

/** What Python says about a public name, or about a method of a class; null where it says nothing. */
function argSpec(api: PythonApi, name: string): ArgSpec | "unknown" | null {
  const entry = resolved(api, name);
  if (entry) return (entry.kind === "class" ? entry.init : entry.sig) ?? "unknown";
  const dot = name.lastIndexOf(".");
  const owner = resolved(api, name.slice(0, dot));
  const member = owner?.kind === "class" ? owner.members?.[name.slice(dot + 1)] : undefined;
  if (member === undefined) return null;
  return typeof member === "string" ? "unknown" : member;
}

/** "float32" for {$dtype}, "*" for what has no literal. */
function defaultText(value: Default): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return `'${value}'`;
  if ("$dtype" in value) return `tf.${value.$dtype}`;
  return "*";
}

/** "(a, b=None, *rest)" of Python's side, without self. */
export function pythonText(spec: ArgSpec): string[] {
  const first = spec.args.length - spec.defaults.length;
  const args = spec.args.map((name, i) => (i < first ? name : `${name}=${defaultText(spec.defaults[i - first]!)}`));
  if (/^(self|cls)$/.test(args[0] ?? "")) args.shift();
  if (spec.varargs !== undefined) args.push(`...${spec.varargs}`);
  return args;
}

/** Splits at the commas that are outside of brackets and quotes. */
function parameters(list: string): string[] {
  return list === "" ? [] : list.split(/, (?=(?:[^']*'[^']*')*[^']*$)(?![^([]*[)\]])/);
}

const LITERAL = /^(None|True|False|'.*'|-?[\d.]+(e-?\d+)?|-?Infinity|tf\.[a-z]+\d*)$/s;

/** True where our parameter says the same as Python's: name, and default where both are literal. */
function agrees(ours: string, python: string): boolean {
  const [name, value] = split(ours);
  const [pyName, pyValue] = split(python);
  if (name !== pyName || (value === undefined) !== (pyValue === undefined)) return false;
  if (value === undefined || pyValue === undefined || !LITERAL.test(value) || !LITERAL.test(pyValue)) return true;
  return value === pyValue || Number(value) === Number(pyValue);
}

/** Same names, order and defaults; those behind `*` are given by name and have no order. */
function listsAgree(ours: readonly string[], python: readonly string[]): boolean {
  const star = ours.indexOf("*");
  const positional = star < 0 ? ours : ours.slice(0, star);
  const named = star < 0 ? [] : ours.slice(star + 1);
  const left = python.slice(positional.length);
  return (
    positional.length + named.length === python.length &&
    positional.every((p, i) => agrees(p, python[i]!)) &&
    named.every((p) => left.some((q) => agrees(p, q)))
  );
}

function split(parameter: string): [string, string | undefined] {
  const [, name = "", value] = /^([\w.]+)(\?|=.*)?$/s.exec(parameter) ?? [];
  return [name, value?.startsWith("=") ? value.slice(1) : value];
}

export interface Deviation {
  readonly name: string;
  readonly ours: string;
  readonly python: string;
}

/** Every tf name of the API text whose arguments differ from TensorFlow's, and every one that TensorFlow doesn't have. */
export function compareApi(text: string, api: PythonApi): { compared: number; deviations: Deviation[] } {
  const deviations: Deviation[] = [];
  const names = Object.keys(api);
  let compared = 0;
  for (const line of text.split("\n")) {
    const [, name, list] = /^(tf(?:\.\w+)+)(?:\((.*)\) -> .*|: .*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const spec = argSpec(api, name);
    if (spec === null) {
      // Modules have no entry of their own.
      if (list === undefined && names.some((n) => n.startsWith(`${name}.`))) continue;
      // What a class or an object has beyond Python's members are its operators and the like.
      const owner = resolved(api, name.slice(0, name.lastIndexOf(".")));
      if (owner === undefined || owner.kind === "function")
        deviations.push({ name, ours: list === undefined ? "a value" : `(${list})`, python: "not there" });
      continue;
    }
    if (spec === "unknown" || list === undefined) continue;
    // A class whose __init__ takes anything says nothing about its arguments.
    if (spec.varkw !== undefined && spec.varargs !== undefined && spec.args.length <= 1) continue;
    compared++;
    const python = pythonText(spec);
    if (!listsAgree(parameters(list), python))
      deviations.push({ name, ours: `(${list})`, python: `(${python.join(", ")})` });
  }
  return { compared, deviations };
}
