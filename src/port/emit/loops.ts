/**
 * Loops, with their `else`.
 */
import type { ExprNode, StmtNode } from "py-ast";
import type { Doc } from "../doc.js";
import { namesIn } from "../scope.js";
import { elementOf } from "../types.js";
import { callOf } from "./code.js";
import { pattern } from "./comprehensions.js";
import { iterable } from "./iterables.js";
import { nameCode } from "./names.js";
import { plainType } from "./plain.js";
import type { Loop, Translator } from "./translator.js";

type For = Extract<StmtNode, { nodeType: "For" }>;
type While = Extract<StmtNode, { nodeType: "While" }>;

export function forStatement(t: Translator, s: For): Doc[] {
  const source = walked(t, s);
  const names = namesIn(s.target);
  const bindings = names.map((n) => t.scope.lookup(n));
  const words = bindings.map((b) => b?.wordIn(s) ?? null);
  const isOwn = names.length > 0 && words.every((w) => w !== null);
  const isName = s.target.nodeType === "Name";
  const word = isOwn ? (words.every((w) => w === "const") ? "const " : "let ") : "";
  const target: Doc =
    isName && !isOwn ? nameCode(t, s.target as Extract<ExprNode, { nodeType: "Name" }>).doc : pattern(t, s.target);
  const isSubscript = s.target.nodeType === "Subscript";
  if (isSubscript) return [[t.unported(s, "a loop over an element").doc, ";"]];
  if (t.isTyped && word === "let " && bindings.some((b) => plainType(b!.type) === null)) {
    // What the body sets again may be anything; a loop's own variable has its elements' type.
    const item = t.fresh("item");
    const lines = around(t, s, (inner) => ["for (const ", item, " of ", source, ") ", inner], [
      ["let ", target, ": any = ", item, ";"],
    ]);
    t.release(item);
    return lines;
  }
  return around(t, s, (inner) => ["for (", word, target, " of ", source, ") ", inner]);
}

/** What is walked over; what is taken apart has the right number of parts, or Python's error. */
function walked(t: Translator, s: For): Doc {
  const source = iterable(t, s.iter);
  if (s.target.nodeType !== "Tuple" && s.target.nodeType !== "List") return source;
  const star = s.target.elts.findIndex((x) => x.nodeType === "Starred");
  if (star >= 0) {
    const counts = [String(star), String(s.target.elts.length - star - 1)];
    const taken = `(item${t.typed("any")}) => ${t.py("unpack_rest")}(item, ${counts.join(", ")})`;
    return callOf(t.py("map"), [taken, source]).doc;
  }
  if (isPaired(t, s.iter, s.target.elts.length)) return source;
  return callOf(t.py("unpacked"), [source, String(s.target.elts.length)]).doc;
}

function isPaired(t: Translator, e: ExprNode, count: number): boolean {
  if (e.nodeType === "Call") {
    if (t.isBuiltin(e.func, "enumerate")) return count === 2;
    if (t.isBuiltin(e.func, "zip")) return count === e.args.length && e.args.every((a) => a.nodeType !== "Starred");
    if (e.func.nodeType === "Attribute" && /^(?:iter)?items$/.test(e.func.attr)) return count === 2;
  }
  const element = elementOf(t.typeOf(e));
  return element.kind === "tuple" && element.items?.length === count;
}

export function whileStatement(t: Translator, s: While): Doc[] {
  const test = t.test(s.test).doc;
  return around(t, s, (inner) => ["while (", test, ") ", inner]);
}

/** The loop, and what runs when no `break` left it. */
function around(t: Translator, s: For | While, loop: (inner: Doc) => Doc, first: readonly Doc[] = []): Doc[] {
  const flag = s.orelse.length > 0 && breaks(s.body) ? t.fresh("completed") : null;
  const here: Loop = { flag };
  t.frame.loops.push(here);
  const inner: Doc = { lines: [...first, ...t.body(s.body)] };
  t.frame.loops.pop();
  const out: Doc[] = [];
  if (flag !== null) out.push(`let ${flag} = true;`);
  out.push(loop(inner));
  if (s.orelse.length > 0) {
    const rest = t.body(s.orelse);
    out.push(...(flag === null ? rest : [[`if (${flag}) `, { lines: rest }] as Doc]));
  }
  if (flag !== null) t.release(flag);
  return out.length > 1 && flag !== null ? [{ lines: out }] : out;
}

/** A `break` of this loop is somewhere inside. */
function breaks(stmts: readonly StmtNode[]): boolean {
  return stmts.some((s) => {
    switch (s.nodeType) {
      case "Break":
        return true;
      case "If":
        return breaks(s.body) || breaks(s.orelse);
      case "With":
        return breaks(s.body);
      case "Try":
        return breaks(s.body) || breaks(s.orelse) || breaks(s.finalbody) || s.handlers.some((h) => breaks(h.body));
      case "For":
      case "While":
        return breaks(s.orelse);
      default:
        return false;
    }
  });
}

export function breakStatement(t: Translator): Doc[] {
  const loop = t.frame.loops.at(-1);
  return loop?.flag ? [`${loop.flag} = false;`, "break;"] : ["break;"];
}
