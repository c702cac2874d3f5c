/**
 * Exceptions: `try`, `except`, `else`, `finally`, `raise`.
 */
import type { ExprNode, StmtNode } from "py-ast";
import type { Doc } from "../doc.js";
import { safeName } from "../names.js";
import { isExceptionName } from "./calls.js";
import { bound, callOf, Prec } from "./code.js";
import { builtinName } from "./names.js";
import type { Translator } from "./translator.js";

type Try = Extract<StmtNode, { nodeType: "Try" }>;
type Handler = Try["handlers"][number];

export function tryStatement(t: Translator, s: Try): Doc[] {
  if (s.handlers.length === 0) return [["try ", t.block(s.body), " finally ", t.block(s.finalbody)]];
  const flag = s.orelse.length > 0 ? t.fresh("succeeded") : null;
  const lines = t.body(s.body);
  if (flag !== null) lines.push(`${flag} = true;`);
  const guarded: Doc = ["try ", { lines }, " ", handlers(t, s)];
  if (flag === null) {
    return [s.finalbody.length > 0 ? [guarded, " finally ", t.block(s.finalbody)] : guarded];
  }
  const rest: Doc[] = [`let ${flag} = false;`, guarded, [`if (${flag}) `, t.block(s.orelse)]];
  t.release(flag);
  if (s.finalbody.length > 0) return [["try ", { lines: rest }, " finally ", t.block(s.finalbody)]];
  return [{ lines: rest }];
}

function handlers(t: Translator, s: Try): Doc {
  const [first] = s.handlers;
  if (s.handlers.length === 1 && !first!.type && !raisesAgain(first!.body)) return ["catch ", t.block(first!.body)];
  const error = t.fresh("error");
  const name = sharedName(t, s);
  const held = name ?? t.fresh("exception");
  t.frame.caught.push(error);
  const chain: Doc[] = [];
  const isAlone = s.handlers.length === 1 && first!.type;
  let isTotal = false;
  s.handlers.forEach((h, i) => {
    const inner = handlerBody(t, s, h, held, name !== null);
    const test = h.type ? matches(t, h.type, held) : null;
    if (test === null) isTotal = true;
    if (isAlone) chain.push(["if (!(", test!, `)) throw ${error};`], ...inner);
    else if (test === null) chain.push(...(i > 0 ? [" else ", { lines: inner }] : inner));
    else chain.push(i > 0 ? " else if (" : "if (", test, ") ", { lines: inner });
  });
  if (!isTotal && !isAlone) chain.push(` else throw ${error};`);
  t.frame.caught.pop();
  const isPlain = s.handlers.length === 1 && !first!.type;
  const lines: Doc[] = isPlain ? [] : [`const ${held}${t.typed("any")} = ${t.py("caught")}(${error});`];
  if (isAlone || isPlain) lines.push(...chain);
  else lines.push(chain);
  t.release(error);
  if (name === null) t.release(held);
  return [`catch (${error}) `, { lines }];
}

/** The name that all handlers give the exception, each for itself. */
function sharedName(t: Translator, s: Try): string | null {
  const names = new Set(s.handlers.map((h) => h.name));
  const [name] = names;
  if (names.size !== 1 || !name) return null;
  const binding = t.scope.lookup(name);
  const isOwn = s.handlers.every((h) => binding?.wordIn(s, t.scopes.blocks.get(h.body) ?? null) === "const");
  return isOwn ? safeName(name, true) : null;
}

/** `raise` without anything throws the same again. */
function raisesAgain(stmts: readonly StmtNode[]): boolean {
  return JSON.stringify(stmts, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v)).includes(
    '"nodeType":"Raise"',
  );
}

function handlerBody(t: Translator, s: Try, h: Handler, held: string, isNamed: boolean): Doc[] {
  const lines = t.body(h.body);
  if (!h.name || isNamed) return lines;
  const own = t.scope.lookup(h.name)?.wordIn(s, t.scopes.blocks.get(h.body) ?? null);
  return [`${own ? `${own} ` : ""}${safeName(h.name, true)}${own ? t.typed("any") : ""} = ${held};`, ...lines];
}

function matches(t: Translator, type: ExprNode, held: string): Doc {
  if (type.nodeType === "Tuple") {
    return type.elts.map((x) => matches(t, x, held)).flatMap((d, i) => (i > 0 ? [" || ", d] : [d]));
  }
  const isClass =
    (type.nodeType === "Name" && t.isBuiltin(type) && isExceptionName(builtinName(type.id))) ||
    t.typeOf(type).kind === "class" ||
    isExceptionName(t.pathOf(type) ?? "");
  if (isClass) return [`${held} instanceof `, bound(t.plain(type), Prec.Primary)];
  return callOf(t.py("isinstance"), [held, t.item(type)]).doc;
}

export function raise(t: Translator, s: Extract<StmtNode, { nodeType: "Raise" }>): Doc[] {
  if (!s.exc) {
    const error = t.frame.caught.at(-1);
    if (error !== undefined) return [`throw ${error};`];
    return [["throw new ", t.py("RuntimeError"), '("No active exception to reraise");']];
  }
  const { exc } = s;
  const path = t.pathOf(exc) ?? "";
  const isClass =
    (exc.nodeType === "Name" && t.isBuiltin(exc) && isExceptionName(builtinName(exc.id))) ||
    t.typeOf(exc).kind === "class" ||
    (exc.nodeType === "Attribute" && isExceptionName(path));
  if (isClass) return [["throw new ", bound(t.plain(exc), Prec.Primary), "();"]];
  if (exc.nodeType === "Call") return [["throw ", t.item(exc), ";"]];
  return [["throw ", callOf(t.py("raised"), [t.item(exc)]).doc, ";"]];
}
