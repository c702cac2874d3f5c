/**
 * Names of Python that TypeScript keeps for itself, and those that translated code uses for its own ends.
 */

const RESERVED = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if " +
    "implements import in instanceof interface let new null package private protected public return static super switch this throw true try " +
    "typeof using var void while with yield undefined NaN Infinity"
  ).split(" "),
);

/** What translated code itself refers to. */
const USED = new Set("Array Map Set Number String Symbol Object Math py tf np print plt".split(" "));

/** The name in TypeScript. `isBound`: the program binds it itself. */
export function safeName(name: string, isBound: boolean): string {
  return RESERVED.has(name) || (isBound && USED.has(name)) ? `${name}_` : name;
}

export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}
