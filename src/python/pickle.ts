/**
 * Python's module pickle: not there. JSON or np.savez keep data for both languages.
 */
import { NotImplementedError, PyError } from "../np/errors.js";

export class PickleError extends PyError {}
export class UnpicklingError extends PickleError {}
export class PicklingError extends PickleError {}
export const HIGHEST_PROTOCOL = 4;
export const DEFAULT_PROTOCOL = 3;
function missing(name: string): never {
  throw new NotImplementedError(`pickle.${name} is not implemented: write the data as JSON, or with np.savez`);
}
export function load(_file: unknown, _options: object = {}): unknown {
  return missing("load");
}
export function loads(_bytes: Uint8Array, _options: object = {}): unknown {
  return missing("loads");
}
export function dump(_obj: unknown, _file: unknown, _protocol: number | null = null): void {
  missing("dump");
}
export function dumps(_obj: unknown, _protocol: number | null = null): Uint8Array {
  return missing("dumps");
}
