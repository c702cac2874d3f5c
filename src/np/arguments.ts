/**
 * Python's calling convention: positional parameters, then at most one plain object of keywords.
 * Source: Python function calls; the texts are those of CPython's argument parsing.
 */
import { isComplex } from "./dtype.js";
import { TypeError_ } from "./errors.js";

/** Any number of leading positional parameters P, then optionally a keyword object. */
export type Call<P extends readonly unknown[], Options> =
  | [options?: Options]
  | (P extends readonly [infer First, ...infer Rest] ? [First, ...Call<Rest, Options>] : never);

function isKeywords(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || isComplex(value)) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

/**
 * The parameters by name; a missing one is undefined. Raises TypeError for an unknown keyword, a parameter given
 * twice, or too many positional ones.
 */
export function bind<T extends object>(
  name: string,
  parameters: readonly (keyof T & string)[],
  args: readonly unknown[],
): { readonly [K in keyof T]?: T[K] } {
  const last = args[args.length - 1];
  const keywords = isKeywords(last) ? last : null;
  const count = keywords ? args.length - 1 : args.length;
  if (count > parameters.length) {
    throw new TypeError_(`${name}() takes at most ${parameters.length} arguments (${count} given)`);
  }
  const out: Record<string, unknown> = {};
  for (let i = 0; i < count; i++) if (args[i] !== undefined) out[parameters[i]!] = args[i];
  for (const [key, value] of Object.entries(keywords ?? {})) {
    if (!(parameters as readonly string[]).includes(key)) {
      throw new TypeError_(`${name}() got an unexpected keyword argument '${key}'`);
    }
    if (key in out) throw new TypeError_(`${name}() got multiple values for argument '${key}'`);
    if (value !== undefined) out[key] = value;
  }
  return out as { readonly [K in keyof T]?: T[K] };
}
