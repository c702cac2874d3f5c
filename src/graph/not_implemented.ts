/**
 * Gaps of the port: what is known, listed and not there yet.
 */
import { NotImplementedError } from "../np/errors.js";

/** The error for a known gap: what is missing, and why or what to do. */
export function notImplemented(what: string, why: string): NotImplementedError {
  return new NotImplementedError(`${what} is not implemented in tf1-compat: ${why}`);
}
