/**
 * Python source to a syntax tree: Python 3 first, the forms of Python 2 where that fails.
 * The parser is py-ast: of @lezer/python and py-ast it is the one that read all recorded scripts.
 */
import { type Module, parse } from "py-ast";
import { fromPython2 } from "./python2.js";

export interface Parsed {
  readonly module: Module;
  readonly version: 2 | 3;
  /** What was parsed: the source, or its Python 3 form. */
  readonly text: string;
}

/** Python's SyntaxError: line and column count from 1. */
export class PythonSyntaxError extends Error {
  override readonly name = "SyntaxError";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

function attempt(text: string): Module | PythonSyntaxError {
  try {
    return parse(text, { comments: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const where = /^(.*?) at line (\d+), column (\d+)/s.exec(message);
    if (!where) return new PythonSyntaxError("invalid syntax", 1, 1);
    return new PythonSyntaxError(where[1]!, Number(where[2]), Number(where[3]) + 1);
  }
}

/** Form feeds and carriage returns mean nothing to a parser, but their columns count. */
function plain(source: string): string {
  return source
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\f/g, " ");
}

/** Raises PythonSyntaxError. */
export function parsePython(source: string): Parsed {
  const text = plain(source);
  const first = attempt(text);
  // `print >>f, x` is an expression of Python 3, and no program's last wish.
  const isPython2 = first instanceof PythonSyntaxError || /^\s*print\s*>>/m.test(text);
  if (!isPython2) return { module: first, version: usesPython2(text) ? 2 : 3, text };
  const rewritten = fromPython2(text);
  const second = attempt(rewritten);
  if (!(second instanceof PythonSyntaxError)) return { module: second, version: 2, text: rewritten };
  throw first instanceof PythonSyntaxError ? first : second;
}

/** Built-ins that only Python 2 has. */
function usesPython2(text: string): boolean {
  return /\b(?:xrange|raw_input|unicode|basestring)\s*\(|\.(?:iteritems|itervalues|iterkeys|has_key)\s*\(/.test(text);
}
