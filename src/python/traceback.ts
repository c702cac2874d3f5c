/**
 * Python's traceback: what the exception says; frames are JavaScript's, and not shown.
 * Source: Lib/traceback.py (Python 3.7).
 */
import { str } from "../np/printing/repr.js";
import { lastCaught } from "../py/caught.js";
import { stderr } from "./sys.js";

/** The last line that Python prints of an error. */
export function lastLine(error: unknown): string {
  const name = error instanceof Error ? error.name : "Error";
  const text = str(error);
  return text === "" ? name : `${name}: ${text}`;
}
export function print_exc(..._options: readonly unknown[]): void {
  stderr.write(format_exc());
}
export function format_exc(..._options: readonly unknown[]): string {
  return `Traceback (most recent call last):\n${lastLine(lastCaught())}\n`;
}
export function print_stack(..._options: readonly unknown[]): void {}
