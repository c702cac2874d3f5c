/**
 * Python's warnings, on stderr; filters are taken and have no effect but "ignore".
 * Source: Lib/warnings.py (Python 3.7).
 */
import { str } from "../np/printing/repr.js";
import { stderr } from "./sys.js";

let isQuiet = false;

export function warn(
  message: unknown,
  category: { readonly name?: string } | null = null,
  ..._options: readonly unknown[]
): void {
  const name = message instanceof Error ? message.name : (category?.name ?? "UserWarning");
  if (!isQuiet) stderr.write(`${name}: ${str(message)}\n`);
}
export function filterwarnings(action: string, ..._options: readonly unknown[]): void {
  isQuiet = action === "ignore";
}
export const simplefilter = filterwarnings;
