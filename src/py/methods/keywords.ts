/**
 * Arguments of methods of built-in types: the trailing plain object holds keywords.
 */
import { LookupError, TypeError_ } from "../../np/errors.js";
import { isPlainObject } from "../../np/printing/mapping.js";

/** Arguments in the order of the names; undefined where one is not given. */
export function placed(method: string, names: readonly string[], args: readonly unknown[]): unknown[] {
  const last = args.at(-1);
  const keywords = isPlainObject(last) && names.length > 0 ? last : null;
  const out = keywords ? args.slice(0, -1) : [...args];
  if (out.length > names.length) {
    const most =
      names.length === 0 ? "no arguments" : `at most ${names.length} argument${names.length === 1 ? "" : "s"}`;
    throw new TypeError_(`${method}() takes ${most} (${out.length} given)`);
  }
  for (const [name, value] of Object.entries(keywords ?? {})) {
    const at = names.indexOf(name);
    if (at < 0) throw new TypeError_(`'${name}' is an invalid keyword argument for ${method}()`);
    out[at] = value;
  }
  return out;
}

/** One name for each encoding. Raises LookupError. */
export function normalized(encoding: string): "utf8" | "ascii" | "latin1" {
  const name = encoding.toLowerCase().replace(/[-_ ]/g, "");
  if (name === "utf8" || name === "utf8sig") return "utf8";
  if (name === "ascii" || name === "usascii") return "ascii";
  if (name === "latin1" || name === "iso88591" || name === "cp1252") return "latin1";
  throw new LookupError(`unknown encoding: ${encoding}`);
}
