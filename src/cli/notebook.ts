/**
 * Notebooks: the code cells are one program; each gets back its own part of the translation.
 */
import { type Diagnostic, port } from "../port/index.js";

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly [key: string]: unknown;
}
interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata?: unknown;
  readonly [key: string]: unknown;
}

const MARK = "# tf1-cell";

function textOf(cell: Cell): string {
  return typeof cell.source === "string" ? cell.source : cell.source.join("");
}

/** Lines that are the notebook's own commands: `%matplotlib inline`, `!pip install`. */
function withoutMagic(source: string): string {
  return source.replace(/^(\s*)([%!].*)$/gm, "$1# $2");
}

/** A notebook for tslab from one for Python. */
export function portNotebook(
  text: string,
  filename: string,
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const notebook = JSON.parse(text) as Notebook;
  const code = notebook.cells.filter((c) => c.cell_type === "code");
  const program = code.map((c, i) => `${MARK} ${i}\n${withoutMagic(textOf(c))}`).join("\n");
  const { code: ported, diagnostics } = port(program, { filename, using: false });
  const parts = new Map<number, string>();
  const pieces = ported.split(/^\/\/ tf1-cell (\d+)$/m);
  for (let i = 1; i < pieces.length; i += 2) {
    const head = i === 1 ? pieces[0]! : "";
    parts.set(Number(pieces[i]), (head + pieces[i + 1]!).trim());
  }
  let at = 0;
  const cells = notebook.cells.map((c) => {
    if (c.cell_type !== "code") return c;
    const source = (parts.get(at++) ?? "").split(/(?<=\n)/);
    return { ...c, source, outputs: [], execution_count: null };
  });
  const metadata = {
    kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
    language_info: { name: "typescript" },
  };
  return { text: `${JSON.stringify({ ...notebook, cells, metadata }, null, 1)}\n`, diagnostics };
}
