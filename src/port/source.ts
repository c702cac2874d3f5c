/**
 * The text of a Python source: lines, segments of nodes, and where empty lines and comments stand.
 */
import type { ASTNode } from "py-ast";

export class Source {
  readonly text: string;
  readonly lines: readonly string[];

  constructor(text: string) {
    this.text = text;
    this.lines = text.split("\n");
  }

  /** The source of a node. Columns count characters. */
  segment(node: ASTNode): string {
    const [from, to] = [node.lineno! - 1, node.end_lineno! - 1];
    if (from === to) return (this.lines[from] ?? "").slice(node.col_offset!, node.end_col_offset!);
    const inner = this.lines.slice(from + 1, to);
    const first = (this.lines[from] ?? "").slice(node.col_offset!);
    return [first, ...inner, (this.lines[to] ?? "").slice(0, node.end_col_offset!)].join("\n");
  }

  isEmptyLine(line: number): boolean {
    return (this.lines[line - 1] ?? "").trim() === "";
  }
}
