/**
 * Operators: TypeScript's own between plain numbers and text, methods of arrays and tensors, and functions of `py` for
 * what only shows while running.
 */
import type { ExprNode } from "py-ast";
import { flat } from "../doc.js";
import { positiveLiteral } from "../infer.js";
import { hasOperators, isPlainNumber, type Type } from "../types.js";
import { arrayOf, bound, type Code, callOf, infix, Prec, primary } from "./code.js";
import { dynamic, isAny } from "./dynamic.js";
import { percent } from "./strings.js";
import type { Translator } from "./translator.js";
import { negation } from "./truth.js";

/** Python's verbs for its operators. */
export const VERBS: Readonly<Record<string, string>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  Div: "truediv",
  FloorDiv: "floordiv",
  Mod: "mod",
  Pow: "pow",
  MatMult: "matmul",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "or_",
  BitXor: "xor",
  BitAnd: "and_",
};

const OWN: Readonly<Record<string, readonly [string, Prec]>> = {
  Add: ["+", Prec.Add],
  Sub: ["-", Prec.Add],
  Mult: ["*", Prec.Mul],
  Div: ["/", Prec.Mul],
  Mod: ["%", Prec.Mul],
};

export function binary(t: Translator, e: Extract<ExprNode, { nodeType: "BinOp" }>): Code {
  return operation(t, e.op.nodeType, e.left, e.right, t.typeOf(e));
}

export function operation(t: Translator, op: string, left: ExprNode, right: ExprNode, result: Type): Code {
  const [a, b] = [t.typeOf(left), t.typeOf(right)];
  if (isPlainNumber(a) && isPlainNumber(b) && isPlainNumber(result)) {
    if (op === "FloorDiv") return callOf("Math.floor", [infix(t.plain(left), "/", t.plain(right), Prec.Mul).doc]);
    const own = OWN[op];
    if (own) return infix(t.plain(left), own[0], t.plain(right), own[1]);
  }
  if (op === "Mod" && a.kind === "str") return percent(t, left, right);
  if (op === "Add" && a.kind === "str" && b.kind === "str") return infix(t.plain(left), "+", t.plain(right), Prec.Add);
  if (op === "Add" && a.kind === "list" && b.kind === "list") {
    return arrayOf([spread(t, left), spread(t, right)].flat());
  }
  const verb = op === "Div" && t.isPython2 ? "div" : VERBS[op]!;
  const own = verb === "div" && !t.infer.isMissing(a, "div") ? "div" : VERBS[op]!;
  if (hasOperators(a) && !t.infer.isMissing(a, own)) {
    return callOf([bound(t.value(left), Prec.Primary), `.${own}`], [t.item(right)]);
  }
  return callOf(
    result.kind === "any" && t.isTyped && !isAny(t, left) && !isAny(t, right) ? `${t.py(verb)}<any>` : t.py(verb),
    [t.item(left), t.item(right)],
  );
}

/** The items of a list within another one. */
function spread(t: Translator, e: ExprNode): Code["doc"][] {
  if (e.nodeType === "List") return e.elts.map((x) => t.item(x));
  if (e.nodeType === "BinOp" && e.op.nodeType === "Add" && t.typeOf(e.left).kind === "list") {
    return [...spread(t, e.left), ...spread(t, e.right)];
  }
  return [["...", bound(t.plain(e), Prec.Assign)]];
}

export function unary(t: Translator, e: Extract<ExprNode, { nodeType: "UnaryOp" }>): Code {
  const type = t.typeOf(e.operand);
  const op = e.op.nodeType;
  if (op === "Not") return negation(t, e.operand);
  if (isPlainNumber(type) && op !== "Invert") {
    const inner = bound(t.plain(e.operand), Prec.Unary);
    if (op === "UAdd") return t.plain(e.operand);
    // Minus zero is no int.
    if (type.kind === "int" && e.operand.nodeType !== "Constant")
      return infix(primary("0"), "-", t.plain(e.operand), Prec.Add);
    // A minus before a minus would read as a decrement.
    const text = flat(inner)?.startsWith("-") ? ["(", inner, ")"] : inner;
    return { doc: ["-", text], prec: Prec.Unary };
  }
  const verb = op === "USub" ? "neg" : op === "UAdd" ? "pos" : "invert";
  if (hasOperators(type) && verb !== "pos") return callOf([bound(t.value(e.operand), Prec.Primary), `.${verb}`], []);
  return callOf(dynamic(t, verb, e, [e.operand]), [t.item(e.operand)]);
}

/** `x % n` that is only asked whether it is zero: the sign doesn't matter. */
export function remainder(t: Translator, e: ExprNode): Code | null {
  if (e.nodeType !== "BinOp" || e.op.nodeType !== "Mod" || !positiveLiteral(e.right)) return null;
  if (t.typeOf(e.left).kind !== "int" || t.typeOf(e.right).kind !== "int") return null;
  return infix(t.plain(e.left), "%", t.plain(e.right), Prec.Mul);
}

export const zero = primary("0");
