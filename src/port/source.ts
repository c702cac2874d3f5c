/**
 * The text of a Python source: lines, segments of nodes, and where empty lines and comments stand.
 */
import type { ASTNode } from "py-ast";

/** Where a column is that counts UTF-8 bytes, as the parser's do. */
export function indexOfColumn(line: string, column: number): number {
  let bytes = 0;
  let index = 0;
  for (const c of line) {
    if (bytes >= column) return index;
    const code = c.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    index += c.length;
  }
  return index;
}

export class Source {
  readonly text: string;
  readonly lines: readonly string[];
  /** Texts of nodes whose positions are not the source's. */
  readonly texts = new WeakMap<object, string>();

  constructor(text: string) {
    this.text = text;
    this.lines = text.split("\n");
  }

  /** The source of a node. */
  segment(node: ASTNode): string {
    const own = this.texts.get(node);
    if (own !== undefined) return own;
    const [from, to] = [node.lineno! - 1, node.end_lineno! - 1];
    const [first, last] = [this.lines[from] ?? "", this.lines[to] ?? ""];
    const start = indexOfColumn(first, node.col_offset!);
    const end = indexOfColumn(last, node.end_col_offset!);
    if (from === to) return first.slice(start, end);
    return [first.slice(start), ...this.lines.slice(from + 1, to), last.slice(0, end)].join("\n");
  }

  isEmptyLine(line: number): boolean {
    return (this.lines[line - 1] ?? "").trim() === "";
  }
}
