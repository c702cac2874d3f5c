/**
 * Statements, with the comments and empty lines between them.
 */
import type { ExprNode, StmtNode } from "py-ast";
import { type Doc, flat } from "../doc.js";
import { safeName } from "../names.js";
import type { Binding } from "../scope.js";
import { annotated, assignment, augmented, removal } from "./assignments.js";
import { classStatement } from "./classes.js";
import { Prec } from "./code.js";
import { comment, docLines, docOf } from "./comments.js";
import { functionStatement } from "./functions.js";
import { importFrom, importModules } from "./imports.js";
import { breakStatement, forStatement, whileStatement } from "./loops.js";
import { plainType } from "./plain.js";
import type { Translator } from "./translator.js";
import { raise, tryStatement } from "./tries.js";
import { negation } from "./truth.js";
import { withStatement } from "./withs.js";

function firstLine(s: StmtNode): number {
  const decorators = s.nodeType === "FunctionDef" || s.nodeType === "ClassDef" ? s.decorator_list : [];
  return Math.min(s.lineno!, ...decorators.map((d) => d.lineno!));
}

/** Statements of a block; `isFunction`: its first string is the function's documentation. */
export function body(t: Translator, stmts: readonly StmtNode[], isFunction = false): Doc[] {
  const out: Doc[] = [];
  let isDoc = isFunction && docOf(stmts as StmtNode[]) !== null;
  for (const s of stmts) {
    const isString = s.nodeType === "Expr" && s.value.nodeType === "Constant" && typeof s.value.value === "string";
    if (isDoc && isString) {
      isDoc = false;
      continue;
    }
    const lines = withDeclarations(t, s, stmts);
    if (lines.length === 0) continue;
    if (out.length > 0 && t.source.isEmptyLine(firstLine(s) - 1)) out.push("");
    out.push(...lines);
  }
  return out;
}

/** `let x;` for what is first set inside the statement and lives outside of it, then the statement. */
function withDeclarations(t: Translator, s: StmtNode, stmts: readonly StmtNode[]): Doc[] {
  const lines = statement(t, s);
  const block = t.scopes.blocks.get(stmts);
  const range = t.scopes.ranges.get(s);
  const declared: string[] = [];
  if (block && range) {
    for (const b of block.scope.bindings.values()) {
      if (
        b.home === block &&
        b.declaring.size === 0 &&
        isDeclarable(t, b) &&
        b.firstOrder > range[0] &&
        b.firstOrder <= range[1]
      ) {
        declared.push(safeName(b.name, true) + t.typed(typeOfLet(b)));
      }
    }
  }
  const text = "inlineComment" in s && s.inlineComment ? comment(s.inlineComment.value) : null;
  if (lines.length > 0 && text !== null) {
    // Behind a statement of one line, else above it.
    const last = lines.at(-1)!;
    if (lines.length === 1 && isOneLine(s)) lines[0] = [last, ` ${text}`];
    else lines.unshift(text);
  }
  const marked = lines.map(
    (l, i): Doc => (i === 0 || !(typeof l === "string" && l.startsWith("//")) ? [{ mark: s.lineno! }, l] : l),
  );
  const out = declared.length > 0 ? [`${t.exported(block)}let ${declared.join(", ")};`, ...marked] : marked;
  return s.nodeType === "Comment" ? lines : out;
}

function isOneLine(s: StmtNode): boolean {
  return s.lineno === s.end_lineno && !("body" in s);
}

function isDeclarable(t: Translator, b: Binding): boolean {
  return (
    !b.isParameter &&
    b.scope.kind !== "class" &&
    b.sites.length > 0 &&
    !(t.infer.imported.has(b) && b.sites.length === 1)
  );
}

/** The type of a variable that gets several values. */
export function typeOfLet(b: Binding): string {
  return plainType(b.type) ?? "any";
}

/** The word before a function or a class. */
function exportedHere(t: Translator, s: StmtNode, name: string): string {
  const binding = t.scope.lookup(name);
  return binding ? t.exportedBy(binding, s) : "";
}

function statement(t: Translator, s: StmtNode): Doc[] {
  switch (s.nodeType) {
    case "Comment":
      return /^#!|^#.*-\*-|^#\s*(?:pylint|pragma|noqa|type:)/.test(s.value) ? [] : [comment(s.value)];
    case "Expr":
      return expressionStatement(t, s.value);
    case "Assign":
      return assignment(t, s);
    case "AnnAssign":
      return annotated(t, s);
    case "AugAssign":
      return augmented(t, s);
    case "If":
      return ifStatement(t, s);
    case "For":
      return forStatement(t, s);
    case "While":
      return whileStatement(t, s);
    case "Break":
      return breakStatement(t);
    case "Continue":
      return ["continue;"];
    case "Pass":
    case "Global":
    case "Nonlocal":
      return [];
    case "Return":
      return [s.value ? ["return ", t.item(s.value), ";"] : t.frame.fn?.isGenerator ? "return;" : "return null;"];
    case "FunctionDef":
      return functionStatement(t, s, exportedHere(t, s, s.name));
    case "ClassDef":
      return classStatement(t, s, exportedHere(t, s, s.name));
    case "Import":
      return importModules(t, s);
    case "ImportFrom":
      return importFrom(t, s);
    case "With":
      return withStatement(t, s);
    case "Try":
      return tryStatement(t, s);
    case "Raise":
      return raise(t, s);
    case "Assert":
      return assertion(t, s);
    case "Delete":
      return s.targets.flatMap((x) => removal(t, x));
    default:
      return [[t.unported(s, `${s.nodeType} is not translated`).doc, ";"]];
  }
}

function expressionStatement(t: Translator, e: ExprNode): Doc[] {
  if (e.nodeType === "Constant") {
    if (typeof e.value === "string" && e.quote_style !== undefined)
      return docLines(e.value).map((l) => l.replace(/^\/\*\*/, "/*"));
    return [];
  }
  if (e.nodeType === "Name" && t.lookup(e.id)) return [];
  // A list for its effects is a loop.
  const code = t.plain(e);
  const isOpen = typeof code.doc === "object" && "open" in code.doc && code.doc.open === "{";
  return [[...(isOpen ? ["(", code.doc, ")"] : [code.doc]), ";"]];
}

type If = Extract<StmtNode, { nodeType: "If" }>;

function isMainGuard(e: ExprNode): boolean {
  if (e.nodeType !== "Compare" || e.ops.length !== 1 || e.ops[0]!.nodeType !== "Eq") return false;
  const parts = [e.left, e.comparators[0]!];
  return (
    parts.some((p) => p.nodeType === "Name" && p.id === "__name__") &&
    parts.some((p) => p.nodeType === "Constant" && p.value === "__main__")
  );
}

function ifStatement(t: Translator, s: If): Doc[] {
  if (isMainGuard(s.test) && t.scope.kind === "module" && s.orelse.length === 0) {
    if (!t.options.isModule) return body(t, s.body);
    return [["if (", t.py("is_main"), "(import.meta.url)) ", t.block(s.body)]];
  }
  return [ifChain(t, s)];
}

function ifChain(t: Translator, s: If): Doc {
  const head: Doc = ["if (", t.test(s.test).doc, ") ", branch(t, s)];
  if (s.orelse.length === 0) return head;
  const only = s.orelse.filter((x) => x.nodeType !== "Comment");
  const next = only.length === 1 ? only[0]! : null;
  const isElif = next?.nodeType === "If" && only.length === s.orelse.length && next.col_offset === s.col_offset;
  if (isElif && noDeclarations(t, next, s.orelse)) return [head, " else ", { mark: next.lineno! }, ifChain(t, next)];
  return [head, " else ", t.block(s.orelse)];
}

/** `if (x) return y;` stays on its line where it was on one. */
function branch(t: Translator, s: If): Doc {
  const lines = body(t, s.body);
  const [only] = s.body;
  const isShort =
    s.orelse.length === 0 &&
    s.body.length === 1 &&
    lines.length === 1 &&
    only!.lineno === s.lineno &&
    only!.end_lineno === s.lineno;
  return isShort &&
    /^(?:Return|Break|Continue|Raise|Expr|Assign|AugAssign)$/.test(only!.nodeType) &&
    !declares(lines[0]!)
    ? lines[0]!
    : { lines };
}

function declares(d: Doc): boolean {
  const text = flat(d);
  return text === null || /^(?:const|let|\{)/.test(text);
}

/** Nothing must be declared between `else` and `if`. */
function noDeclarations(t: Translator, s: StmtNode, stmts: readonly StmtNode[]): boolean {
  const home = t.scopes.blocks.get(stmts);
  return (
    ![...t.scope.bindings.values()].some((b) => b.home === home && b.declaring.size === 0 && isDeclarable(t, b)) &&
    s !== undefined
  );
}

function assertion(t: Translator, s: Extract<StmtNode, { nodeType: "Assert" }>): Doc[] {
  const message = s.msg ? t.item(s.msg) : "";
  const error: Doc = [
    "throw new ",
    t.py("AssertionError"),
    { open: "(", items: message === "" ? [] : [message], close: ")", trailing: true },
    ";",
  ];
  return [["if (", negated(t, s.test), ") ", error]];
}

function negated(t: Translator, e: ExprNode): Doc {
  const code = negation(t, e);
  return code.prec >= Prec.Assign ? code.doc : ["(", code.doc, ")"];
}
