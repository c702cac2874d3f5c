/**
 * Names of a function's parameters, read from its own text.
 */

export interface Shape {
  readonly name: string;
  readonly names: readonly string[];
  /** How many of them have no default. */
  readonly required: number;
  readonly hasRest: boolean;
  /** Names in a trailing object of parameters that only keywords reach; null where there is none. */
  readonly only: readonly string[] | null;
  readonly isMethod: boolean;
}

const known = new WeakMap<object, Shape | null>();

/** The parameters; null where they can't be read (a native function). */
export function shapeOf(f: (...args: never) => unknown): Shape | null {
  let shape = known.get(f);
  if (shape === undefined) {
    shape = read(f);
    known.set(f, shape);
  }
  return shape;
}

function read(f: { readonly name: string }): Shape | null {
  const text = Function.prototype.toString.call(f);
  if (/\{\s*\[native code\]\s*\}\s*$/.test(text)) return null;
  if (/^class\b/.test(text)) return ofClass(f, text);
  const list = parameterList(text);
  if (list === null) return null;
  const isMethod = !/^(?:async\s+)?function\b/.test(text) && !/^(?:async\s+)?(?:\(|[\w$]+\s*=>)/.test(text);
  return shape(f.name || "<lambda>", list, isMethod);
}

function ofClass(f: object, text: string): Shape | null {
  const at = /(?:^|[{;}\s])constructor\s*\(/.exec(text);
  const list = at ? parameterList(text.slice(at.index + at[0].length - 1)) : null;
  if (list) return { ...shape("__init__", list, true), name: "__init__" };
  const base: unknown = Object.getPrototypeOf(f);
  if (typeof base === "function" && base !== Function.prototype) return shapeOf(base as (...args: never) => unknown);
  return { name: "__init__", names: [], required: 0, hasRest: false, only: null, isMethod: true };
}

/** The parameters' texts, between the first parentheses. */
function parameterList(text: string): string[] | null {
  const single = /^(?:async\s+)?([\w$]+)\s*=>/.exec(text);
  if (single) return [single[1]!];
  const open = text.indexOf("(");
  if (open < 0) return null;
  const parts: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let i = open + 1; i < text.length; i++) {
    const c = text[i]!;
    if (c === '"' || c === "'" || c === "`") {
      i = endOfText(text, i);
      continue;
    }
    if (depth === 0 && (c === "," || c === ")")) {
      const part = text.slice(from, i).trim();
      if (part !== "") parts.push(part);
      from = i + 1;
      if (c === ")") return parts;
    } else if ("([{".includes(c)) depth++;
    else if (")]}".includes(c)) depth--;
  }
  return null;
}

function endOfText(text: string, from: number): number {
  const quote = text[from]!;
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === quote) return i;
  }
  return text.length;
}

function shape(name: string, list: readonly string[], isMethod: boolean): Shape {
  const plain = list.filter((p) => /^[\w$]/.test(p));
  const names = plain.map((p) => /^[\w$]+/.exec(p)![0].replace(/_$/, ""));
  const firstDefault = plain.findIndex((p) => /^[\w$]+\s*=/.test(p));
  const object = list.find((p) => p.startsWith("{"));
  const only = object
    ? Array.from(object.slice(1, object.lastIndexOf("}")).matchAll(/(?:^|,)\s*([\w$]+)/g), (m) => m[1]!)
    : null;
  return {
    name,
    names,
    required: firstDefault < 0 ? names.length : firstDefault,
    hasRest: list.some((p) => p.startsWith("...")),
    only,
    isMethod,
  };
}
