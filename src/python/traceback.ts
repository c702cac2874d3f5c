/**
 * Python's module traceback: the last line of Python's texts, over JavaScript's own stack.
 * Source: Lib/traceback.py (Python 3.7).
 */
import { str } from "../np/printing/repr.js";
import { lastCaught } from "../py/caught.js";

/** "ValueError: text\n", in a list. */
export function format_exception_only(...args: readonly unknown[]): string[] {
  const error = args.length > 1 ? args[1] : args[0];
  if (!(error instanceof Error)) return [`${str(error)}\n`];
  const text = str(error);
  return [text === "" ? `${error.name}\n` : `${error.name}: ${text}\n`];
}
function frames(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const lines = stack.split("\n").filter((l) => /^\s+at /.test(l) && !l.includes("node:"));
  return lines.toReversed().flatMap((l) => {
    const m = /at (?:(.*?) \()?(?:file:\/\/)?(.*?):(\d+):\d+\)?$/.exec(l);
    return m ? [`  File "${m[2]}", line ${m[3]}, in ${m[1] ?? "<module>"}\n`] : [];
  });
}
export function format_exception(...args: readonly unknown[]): string[] {
  const error = args.length > 1 ? args[1] : args[0];
  return ["Traceback (most recent call last):\n", ...frames(error), ...format_exception_only(error)];
}
export function format_tb(error: unknown): string[] {
  return frames(error);
}
export function format_exc(): string {
  const handled = lastCaught();
  return handled === null ? "NoneType: None\n" : format_exception(handled).join("");
}
export function format_stack(): string[] {
  return frames(new Error()).slice(0, -1);
}
export function extract_stack(): string[] {
  return format_stack();
}
interface Writes {
  write(text: string): unknown;
}
export function print_exc(options: { readonly file?: Writes | null } = {}): void {
  (options.file ?? process.stderr).write(format_exc());
}
export function print_exception(...args: readonly unknown[]): void {
  process.stderr.write(format_exception(...args).join(""));
}
export function print_stack(): void {
  process.stderr.write(format_stack().join(""));
}
