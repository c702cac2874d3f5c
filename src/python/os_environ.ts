/**
 * The variables of the environment.
 * Source: os.environ (Python 3.7): setting one sets it for the programs that are started, too.
 */
import { TypeError_ } from "../np/errors.js";
import { repr } from "../np/printing/repr.js";
import { typeName } from "../np/printing/type_name.js";
import { PyDict } from "../py/dict.js";

class Environ extends PyDict<string, string> {
  static override readonly pythonName: string = "_Environ";

  override set(key: string, value: string): this {
    if (typeof value !== "string") throw new TypeError_(`str expected, not ${typeName(value)}`);
    process.env[key] = value;
    return super.set(key, value);
  }
  override delete(key: string): boolean {
    delete process.env[key];
    return super.delete(key);
  }
  __repr__(): string {
    return `environ({${Array.from(this, ([k, v]) => `${repr(k)}: ${repr(v)}`).join(", ")}})`;
  }
}

export const environ: PyDict<string, string> = new Environ(
  Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined),
);

export function getenv(key: string): string | null;
export function getenv<D>(key: string, otherwise: D): string | D;
export function getenv(key: string, otherwise: unknown = null): unknown {
  return environ.has(key) ? environ.get(key) : otherwise;
}
export function putenv(key: string, value: string): void {
  process.env[key] = value;
}
export function unsetenv(key: string): void {
  delete process.env[key];
}
