/**
 * Python 2's own forms, rewritten to Python 3's token by token; lines stay where they are.
 * Source: "What's New In Python 3.0"; The Python Language Reference 2.7.
 */

interface Token {
  readonly kind: "name" | "number" | "string" | "op" | "space" | "newline" | "comment";
  readonly text: string;
}

const TOKEN =
  /(?<comment>#[^\n]*)|(?<string>[bBuUrR]{0,2}(?:"""(?:\\[\s\S]|(?!""")[^\\])*"""|'''(?:\\[\s\S]|(?!''')[^\\])*'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'))|(?<number>0[xXoObB][\da-fA-F]+[lL]?|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?[jJlL]?)|(?<name>[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)|(?<space>[ \t\f]+|\\\n)|(?<newline>\n)|(?<op><>|>>=|<<=|\*\*=|\/\/=|->|[-+*/%&|^=<>!]=|\*\*|\/\/|<<|>>|[\s\S])/y;

function tokenize(source: string): Token[] {
  const out: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) break;
    const [kind, text] = Object.entries(groups).find(([, t]) => t !== undefined)!;
    out.push({ kind: kind as Token["kind"], text });
  }
  return out;
}

/** Tokens of one logical line, without what ends it. */
interface Line {
  readonly tokens: Token[];
  readonly end: Token | null;
}

function logicalLines(tokens: readonly Token[]): Line[] {
  const lines: Line[] = [];
  let current: Token[] = [];
  let depth = 0;
  for (const t of tokens) {
    if (t.kind === "op" && "([{".includes(t.text)) depth++;
    if (t.kind === "op" && ")]}".includes(t.text)) depth = Math.max(0, depth - 1);
    if (depth === 0 && (t.kind === "newline" || (t.kind === "op" && t.text === ";"))) {
      lines.push({ tokens: current, end: t });
      current = [];
    } else current.push(t);
  }
  lines.push({ tokens: current, end: null });
  return lines;
}

const text = (tokens: readonly Token[]): string => tokens.map((t) => t.text).join("");

/** Parts between commas outside of brackets. */
function split(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const t of tokens) {
    if (t.kind === "op" && "([{".includes(t.text)) depth++;
    if (t.kind === "op" && ")]}".includes(t.text)) depth--;
    if (depth === 0 && t.text === ",") parts.push([]);
    else parts.at(-1)!.push(t);
  }
  return parts;
}

const isBlank = (tokens: readonly Token[]): boolean => text(tokens).trim() === "";

/** `print >>f, a, b,` as a call; the comment behind stays behind. */
function printCall(rest: readonly Token[]): string {
  const comment = rest.at(-1)?.kind === "comment" ? rest.at(-1)!.text : "";
  const body = comment === "" ? rest : rest.slice(0, -1);
  let parts = split(body);
  const keywords: string[] = [];
  if (
    text(parts[0] ?? [])
      .trim()
      .startsWith(">>")
  ) {
    keywords.push(`file=${text(parts[0]!).trim().slice(2).trim()}`);
    parts = parts.slice(1);
  }
  if (parts.length > 1 && isBlank(parts.at(-1)!)) {
    parts = parts.slice(0, -1);
    keywords.push("softspace=True");
  }
  const values = parts.filter((p) => !isBlank(p)).map((p) => text(p).trim());
  return `print(${[...values, ...keywords].join(", ")})${comment === "" ? "" : `  ${comment}`}`;
}

/** Where the statement starts: behind the indentation and `if x:` and the like on one line. */
function statementStart(tokens: readonly Token[], word: string): number {
  let depth = 0;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (t.kind === "op" && "([{".includes(t.text)) depth++;
    if (t.kind === "op" && ")]}".includes(t.text)) depth--;
    if (t.kind !== "name" || t.text !== word || depth > 0) continue;
    const before = tokens.slice(0, i).filter((b) => b.kind !== "space");
    if (before.length === 0 || before.at(-1)!.text === ":") return i;
  }
  return -1;
}

function rewriteStatement(tokens: readonly Token[]): string {
  const at = statementStart(tokens, "print");
  if (at >= 0) {
    const rest = tokens.slice(at + 1);
    const next = rest.find((t) => t.kind !== "space");
    const closesLater = next?.text === "(" && !isOneCall(rest);
    if (next === undefined || next.kind === "comment") return `${text(tokens.slice(0, at))}print()${text(rest)}`;
    if ((next.text !== "(" || closesLater) && next.text !== "=" && next.text !== ".")
      return text(tokens.slice(0, at)) + printCall(rest);
  }
  const raised = statementStart(tokens, "raise");
  if (raised >= 0) {
    const parts = split(tokens.slice(raised + 1));
    if (parts.length > 1)
      return `${text(tokens.slice(0, raised))}raise ${text(parts[0]!).trim()}(${text(parts[1]!).trim()})`;
  }
  const executed = statementStart(tokens, "exec");
  if (executed >= 0 && tokens.slice(executed + 1).find((t) => t.kind !== "space")?.text !== "(")
    return `${text(tokens.slice(0, executed))}exec(${text(tokens.slice(executed + 1)).trim()})`;
  const caught = statementStart(tokens, "except");
  if (caught >= 0) {
    const colon = tokens.findLastIndex((t) => t.text === ":");
    const parts = split(tokens.slice(caught + 1, colon < 0 ? tokens.length : colon));
    if (parts.length === 2)
      return `${text(tokens.slice(0, caught))}except ${text(parts[0]!).trim()} as ${text(parts[1]!).trim()}${text(tokens.slice(colon))}`;
  }
  return text(tokens);
}

/** The brackets behind `print` hold all of its arguments. */
function isOneCall(rest: readonly Token[]): boolean {
  let depth = 0;
  for (let i = 0; i < rest.length; i++) {
    const t = rest[i]!;
    if (t.kind === "op" && "([{".includes(t.text)) depth++;
    if (t.kind === "op" && ")]}".includes(t.text) && --depth === 0)
      return rest.slice(i + 1).every((x) => x.kind === "space" || x.kind === "comment");
  }
  return false;
}

function rewriteToken(t: Token): Token {
  if (t.kind === "number") {
    const plain = t.text.replace(/[lL]$/, "");
    return { ...t, text: /^0\d+$/.test(plain) && Number(plain) !== 0 ? `0o${plain.replace(/^0+/, "")}` : plain };
  }
  if (t.kind === "string") return { ...t, text: t.text.replace(/^([uU])([rR])/, "$2") };
  return t.text === "<>" ? { ...t, text: "!=" } : t;
}

/** `x` in backticks is repr(x). */
function backticks(tokens: readonly Token[]): Token[] {
  let open = false;
  return tokens.map((t) => {
    if (t.text !== "`") return t;
    open = !open;
    return { kind: "op", text: open ? "repr(" : ")" };
  });
}

/** The same program in Python 3's syntax. Meanings that differ (`/`, `range`, …) are the translator's business. */
export function fromPython2(source: string): string {
  const tokens = backticks(tokenize(source).map(rewriteToken));
  return logicalLines(tokens)
    .map((l) => rewriteStatement(l.tokens) + (l.end?.text ?? ""))
    .join("");
}
