/**
 * Expressions inside f-strings, read again from their own text: the parser's positions there are not the source's, and
 * a number's text says whether it is a float.
 */
import { type ExprNode, type Module, parse } from "py-ast";
import { indexOfColumn } from "./source.js";

/** Replaces what f-strings hold by what its own text says; `texts` gets the text of every number in it. */
export function readFStrings(
  module: Module,
  segment: (node: ExprNode) => string,
  texts: WeakMap<object, string>,
): void {
  const walk = (x: unknown): void => {
    if (typeof x !== "object" || x === null) return;
    if (Array.isArray(x)) {
      for (const item of x) walk(item);
      return;
    }
    const node = x as { nodeType?: string };
    if (node.nodeType === "JoinedStr") {
      rewrite(x as Joined, segment(x as ExprNode), texts);
      return;
    }
    for (const value of Object.values(x)) walk(value);
  };
  walk(module.body);
}

type Joined = Extract<ExprNode, { nodeType: "JoinedStr" }>;

const STRING = /([A-Za-z]{0,2})("""|'''|"|')/y;

/** Texts of the expressions in braces, in order, those of format specs behind their own. */
function expressionsIn(text: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < text.length; ) {
    STRING.lastIndex = i;
    const m = STRING.exec(text);
    if (!m) {
      i++;
      continue;
    }
    const [whole, prefix, quote] = m as unknown as [string, string, string];
    let end = i + whole.length;
    while (end < text.length && !text.startsWith(quote, end)) end += text[end] === "\\" ? 2 : 1;
    if (/[fF]/.test(prefix)) braces(text.slice(i + whole.length, end), out);
    i = end + quote.length;
  }
  return out;
}

/** Expressions of the text of one f-string, or of a format spec. */
function braces(body: string, out: string[]): void {
  for (let i = 0; i < body.length; i++) {
    if (body[i] !== "{") continue;
    if (body[i + 1] === "{") {
      i++;
      continue;
    }
    const from = i + 1;
    let depth = 0;
    let end = from;
    let spec = -1;
    for (; end < body.length; end++) {
      const c = body[end]!;
      if (c === "'" || c === '"') {
        end = body.indexOf(c, end + 1);
        if (end < 0) return;
      } else if ("([{".includes(c)) depth++;
      else if (depth === 0 && c === "}") break;
      else if (")]}".includes(c)) depth--;
      else if (depth === 0 && spec < 0 && (c === ":" || (c === "!" && body[end + 1] !== "="))) spec = end;
    }
    const stop = spec < 0 ? end : spec;
    out.push(body.slice(from, stop).replace(/=\s*$/, ""));
    if (spec >= 0) braces(body.slice(spec, end), out);
    i = end;
  }
}

function rewrite(joined: Joined, text: string, texts: WeakMap<object, string>): void {
  const found = expressionsIn(text);
  let at = 0;
  const visit = (values: readonly ExprNode[]): void => {
    for (const v of values) {
      if (v.nodeType !== "FormattedValue") continue;
      const own = found[at++];
      if (own !== undefined) v.value = reread(own.trim(), v.value, texts);
      if (v.format_spec?.nodeType === "JoinedStr") visit(v.format_spec.values);
    }
  };
  visit(joined.values);
}

function reread(text: string, otherwise: ExprNode, texts: WeakMap<object, string>): ExprNode {
  let module: Module;
  try {
    module = parse(`(${text})`);
  } catch {
    return otherwise;
  }
  const [s] = module.body;
  if (s?.nodeType !== "Expr") return otherwise;
  const source = `(${text})`.split("\n");
  const place = { lineno: otherwise.lineno, col_offset: otherwise.col_offset };
  const note = (x: unknown): void => {
    if (typeof x !== "object" || x === null) return;
    if (!Array.isArray(x) && "lineno" in x) {
      const n = x as ExprNode;
      const from = source[n.lineno! - 1] ?? "";
      if (n.lineno === n.end_lineno)
        texts.set(x, from.slice(indexOfColumn(from, n.col_offset!), indexOfColumn(from, n.end_col_offset!)));
      Object.assign(x, place);
    }
    for (const value of Object.values(x)) note(value);
  };
  note(s.value);
  return s.value;
}
