/**
 * Comments, and the strings that document functions, classes and modules.
 */
import type { FunctionDef } from "py-ast";

/** A comment of Python as TypeScript writes it. */
export function comment(text: string): string {
  return `//${text.replace(/^#+!?/, "")}`.trimEnd();
}

/** Lines of a documentation comment: what the function's first string says. */
export function docLines(text: string): string[] {
  const lines = text
    .replaceAll("*/", "* /")
    .split("\n")
    .map((l) => l.trimEnd());
  const margin = Math.min(
    ...lines
      .slice(1)
      .filter((l) => l.trim())
      .map((l) => l.length - l.trimStart().length),
    80,
  );
  const plain = [lines[0]!.trim(), ...lines.slice(1).map((l) => l.slice(margin))];
  while (plain.length > 1 && plain.at(-1)!.trim() === "") plain.pop();
  while (plain.length > 1 && plain[0] === "") plain.shift();
  if (plain.length === 1) return [`/** ${plain[0]} */`];
  return ["/**", ...plain.map((l) => ` * ${l}`.trimEnd()), " */"];
}

/** The first string of a body. */
export function docOf(stmts: FunctionDef["body"]): string | null {
  const first = stmts.find((s) => s.nodeType !== "Comment");
  return first?.nodeType === "Expr" &&
    first.value.nodeType === "Constant" &&
    typeof first.value.value === "string" &&
    first.value.quote_style !== undefined
    ? first.value.value
    : null;
}
