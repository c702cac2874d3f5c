/**
 * Conditions: what Python calls true, asked for the way TypeScript asks it.
 */
import type { ExprNode } from "py-ast";
import { bound, type Code, callOf, infix, Prec, primary } from "./code.js";
import { isLiteral } from "./dynamic.js";
import type { Translator } from "./translator.js";

export function truth(t: Translator, e: ExprNode): Code {
  if (e.nodeType === "BoolOp") {
    const isAnd = e.op.nodeType === "And";
    const prec = isAnd ? Prec.And : Prec.Or;
    return e.values.map((x) => truth(t, x)).reduce((a, b) => infix(a, isAnd ? "&&" : "||", b, prec));
  }
  if (e.nodeType === "UnaryOp" && e.op.nodeType === "Not") return negation(t, e.operand);
  if (e.nodeType === "Constant" && e.value === 1) return primary("true");
  const type = t.typeOf(e);
  // `const verbose = 1` is never 0 for TypeScript, which then calls the question a mistake.
  if (t.isTyped && type.kind !== "bool" && isLiteral(t, e)) return callOf(t.py("is_true"), [t.item(e)]);
  switch (type.kind) {
    case "bool":
      return t.plain(e);
    case "int":
    case "float":
      return infix(t.plain(e), "!==", primary("0"), Prec.Equal);
    case "str":
      return infix(t.plain(e), "!==", primary('""'), Prec.Equal);
    case "list":
      return infix(primary([bound(t.plain(e), Prec.Primary), ".length"]), ">", primary("0"), Prec.Relation);
    default:
      return callOf(t.py("is_true"), [t.item(e)]);
  }
}

/** `not x`. */
export function negation(t: Translator, e: ExprNode): Code {
  const type = t.typeOf(e);
  if (t.isTyped && type.kind !== "bool" && isLiteral(t, e)) return callOf(t.py("not_"), [t.item(e)]);
  if (e.nodeType === "UnaryOp" && e.op.nodeType === "Not") return truth(t, e.operand);
  if (type.kind === "int" || type.kind === "float") return infix(t.plain(e), "===", primary("0"), Prec.Equal);
  if (type.kind === "str") return infix(t.plain(e), "===", primary('""'), Prec.Equal);
  if (type.kind === "list") {
    return infix(primary([bound(t.plain(e), Prec.Primary), ".length"]), "===", primary("0"), Prec.Equal);
  }
  const opposite = inverted(t, e);
  if (opposite) return truth(t, opposite);
  if (type.kind !== "bool" && e.nodeType !== "BoolOp") return callOf(t.py("not_"), [t.item(e)]);
  return { doc: ["!", bound(truth(t, e), Prec.Unary)], prec: Prec.Unary };
}

const OPPOSITE: Readonly<Record<string, string>> = {
  Lt: "GtE",
  LtE: "Gt",
  Gt: "LtE",
  GtE: "Lt",
  Eq: "NotEq",
  NotEq: "Eq",
  Is: "IsNot",
  IsNot: "Is",
  In: "NotIn",
  NotIn: "In",
};

/** The comparison that says the opposite; between ints, which are never NaN. */
function inverted(t: Translator, e: ExprNode): ExprNode | null {
  if (e.nodeType !== "Compare" || e.ops.length !== 1) return null;
  const op = e.ops[0]!.nodeType;
  const isPlain =
    /^(?:Is|IsNot|In|NotIn)$/.test(op) ||
    [e.left, e.comparators[0]!].every((x) => /^(?:int|str)$/.test(t.typeOf(x).kind));
  return isPlain ? ({ ...e, ops: [{ nodeType: OPPOSITE[op]! }] } as ExprNode) : null;
}
