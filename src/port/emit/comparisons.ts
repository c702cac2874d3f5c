/**
 * Comparisons, chained ones too.
 */
import type { ExprNode } from "py-ast";
import { hasOperators, isPlainNumber, type Type } from "../types.js";
import { arrayOf, arrow, bound, type Code, callOf, infix, Prec, primary } from "./code.js";
import { isLiteral } from "./dynamic.js";
import { remainder, zero } from "./operators.js";
import type { Translator } from "./translator.js";

type Compare = Extract<ExprNode, { nodeType: "Compare" }>;

const VERBS: Readonly<Record<string, readonly [string, string, Prec]>> = {
  Eq: ["eq", "===", Prec.Equal],
  NotEq: ["ne", "!==", Prec.Equal],
  Lt: ["lt", "<", Prec.Relation],
  LtE: ["le", "<=", Prec.Relation],
  Gt: ["gt", ">", Prec.Relation],
  GtE: ["ge", ">=", Prec.Relation],
};

export function comparison(t: Translator, e: Compare): Code {
  const parts = [e.left, ...e.comparators];
  if (e.ops.length === 1) return one(t, e.ops[0]!.nodeType, parts[0]!, parts[1]!);
  // Each part is computed once.
  const middle = parts.slice(1, -1);
  const complex = middle.filter((m) => m.nodeType !== "Name" && m.nodeType !== "Constant");
  const isSimple = (x: ExprNode): boolean => x.nodeType === "Name" || x.nodeType === "Constant";
  // What is computed first, stays first.
  if (complex.length > 0) return named(t, e, isSimple(e.left) ? complex : [e.left, ...complex]);
  return e.ops
    .map((op, i) => one(t, op.nodeType, parts[i]!, parts[i + 1]!))
    .reduce((a, b) => infix(truthy(t, a, e), "&&", b, Prec.And));
}

function truthy(t: Translator, c: Code, e: Compare): Code {
  return t.typeOf(e).kind === "bool" ? c : callOf(t.py("is_true"), [c.doc]);
}

/** `((m) => a < m && m < b)(…)`. */
function named(t: Translator, e: Compare, complex: readonly ExprNode[]): Code {
  const names = complex.map((_, i) => t.fresh(i === 0 ? "middle" : `middle${i + 1}`));
  const types = new Map(complex.map((c, i) => [names[i]!, t.typeOf(c)]));
  const args = complex.map((c) => bound(t.plain(c), Prec.Assign));
  const name = (x: ExprNode): ExprNode => {
    const i = complex.indexOf(x);
    return i < 0 ? x : { ...x, nodeType: "Name", id: names[i]!, ctx: { nodeType: "Load" } };
  };
  const replaced: Compare = { ...e, left: name(e.left), comparators: e.comparators.map(name) };
  const body = t.withLocals(types, () => comparison(t, replaced));
  for (const n of names) t.release(n);
  return callOf(
    [
      "(",
      arrow(
        names.map((n) => n + t.typed("any")),
        body,
      ).doc,
      ")",
    ],
    args,
  );
}

function one(t: Translator, op: string, left: ExprNode, right: ExprNode): Code {
  if (op === "In" || op === "NotIn") return membership(t, op === "In", left, right);
  if (op === "Is" || op === "IsNot") return identity(t, op === "Is", left, right);
  const [verb, own, prec] = VERBS[op]!;
  const [a, b] = [t.typeOf(left), t.typeOf(right)];
  const rest = verb === "eq" || verb === "ne" ? remainder(t, left) : null;
  if (rest && right.nodeType === "Constant" && right.value === 0) return infix(rest, own, zero, prec);
  const isEquality = verb === "eq" || verb === "ne";
  const isSingle = t.isTyped && isEquality && isLiteral(t, left) && isLiteral(t, right);
  if (isComparable(a, b, verb) && !isSingle) return infix(t.plain(left), own, t.plain(right), prec);
  if (
    hasOperators(a) &&
    a.kind === "object" &&
    !t.infer.isMissing(a, verb) &&
    !(a.ts === "Tensor" && /^(?:eq|ne)$/.test(verb))
  )
    return callOf([bound(t.value(left), Prec.Primary), `.${verb}`], [t.item(right)]);
  return callOf(t.py(verb), [t.item(left), t.item(right)]);
}

/** TypeScript's own operator says the same. */
function isComparable(a: Type, b: Type, verb: string): boolean {
  if (isPlainNumber(a) && isPlainNumber(b)) return true;
  if (a.kind === "str" && b.kind === "str") return true;
  return (verb === "eq" || verb === "ne") && a.kind === "bool" && b.kind === "bool";
}

function membership(t: Translator, isIn: boolean, left: ExprNode, right: ExprNode): Code {
  const code = contains(t, left, right);
  return isIn ? code : { doc: ["!", bound(code, Prec.Unary)], prec: Prec.Unary };
}

function contains(t: Translator, left: ExprNode, right: ExprNode): Code {
  const [item, owner] = [t.typeOf(left), t.typeOf(right)];
  const isList = right.nodeType === "List" || right.nodeType === "Tuple" || right.nodeType === "Set";
  const isSimple = item.kind === "str" || item.kind === "int";
  if (
    isList &&
    right.elts.length > 0 &&
    !isLiteral(t, left) &&
    isSimple &&
    right.elts.every((x) => t.typeOf(x).kind === item.kind)
  ) {
    return callOf([arrayOf(right.elts.map((x) => t.item(x))).doc, ".includes"], [t.item(left)]);
  }
  if (owner.kind === "str" && item.kind === "str")
    return callOf([bound(t.plain(right), Prec.Primary), ".includes"], [t.item(left)]);
  if (owner.kind === "dict" || owner.kind === "set")
    return callOf([bound(t.plain(right), Prec.Primary), ".has"], [t.item(left)]);
  return callOf(t.py("contains"), [t.item(right), t.item(left)]);
}

function identity(t: Translator, isSame: boolean, left: ExprNode, right: ExprNode): Code {
  const isNone = (x: ExprNode): boolean =>
    x.nodeType === "Constant" && x.value === null && t.source.segment(x) === "None";
  // What a function gives that returns nothing is undefined.
  if (isNone(right)) return infix(t.plain(left), isSame ? "==" : "!=", primary("null"), Prec.Equal);
  return infix(t.plain(left), isSame ? "===" : "!==", t.plain(right), Prec.Equal);
}
