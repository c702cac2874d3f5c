/**
 * Expressions, each as it stands: a number's type says how to read it.
 */
import type { ExprNode } from "py-ast";
import { isNever, isNullable, isNullableMember } from "../api.js";
import type { Doc } from "../doc.js";
import { numberText, stringText } from "../literals.js";
import { isIdentifier } from "../names.js";
import type { Type } from "../types.js";
import { call } from "./calls.js";
import { arrow, bound, type Code, callOf, infix, objectOf, Prec, primary } from "./code.js";
import { comparison } from "./comparisons.js";
import { dictComprehension, generator, listComprehension } from "./comprehensions.js";
import { dynamic } from "./dynamic.js";
import { lambda } from "./functions.js";
import { iterable, listCode, pairs, receiver, sliceCode } from "./iterables.js";
import { nameCode } from "./names.js";
import { binary, unary } from "./operators.js";
import { pathCode } from "./paths.js";
import { formatted } from "./strings.js";
import { subscript } from "./subscripts.js";
import type { Translator } from "./translator.js";

export function expression(t: Translator, e: ExprNode): Code {
  const code = read(t, e);
  if (t.isTyped && e.nodeType === "Call" && isNever(t.pathOf(e.func) ?? "")) {
    t.note(e, "missing", `${t.pathOf(e.func)} is not implemented yet`);
    return primary(["(", code.doc, " as any)"]);
  }
  return t.isTyped && isNullableRead(t, e) ? primary([bound(code, Prec.Primary), "!"]) : code;
}

/** The declarations say that it may be null; a script that asks for it knows that it isn't. */
function isNullableRead(t: Translator, e: ExprNode): boolean {
  const what = e.nodeType === "Call" ? e.func : e;
  if (what.nodeType !== "Attribute" || (e.nodeType === "Attribute" && e.ctx.nodeType !== "Load")) return false;
  const path = t.pathOf(what);
  if (path !== null) return e.nodeType === "Call" && isNullable(path);
  const owner = t.typeOf(what.value);
  return owner.kind === "object" && isNullableMember(owner.ts, what.attr);
}

function read(t: Translator, e: ExprNode): Code {
  switch (e.nodeType) {
    case "Constant":
      return constant(t, e);
    case "Name":
      return nameCode(t, e);
    case "JoinedStr":
      return formatted(t, e);
    case "List":
      return listCode(t, e.elts);
    case "Tuple":
      return callOf(t.py("tuple"), [listCode(t, e.elts).doc]);
    case "Set":
      return callOf(t.py("set") + t.generic("any"), [listCode(t, e.elts).doc]);
    case "Dict":
      return dictCode(t, e.keys, e.values);
    case "BinOp":
      return binary(t, e);
    case "UnaryOp":
      return unary(t, e);
    case "BoolOp":
      return boolean(t, e);
    case "Compare":
      return comparison(t, e);
    case "IfExp":
      return conditional(t, e);
    case "Attribute":
      return attribute(t, e);
    case "Subscript":
      return subscript(t, e);
    case "Call":
      return call(t, e);
    case "Lambda":
      return lambda(t, e);
    case "ListComp":
      return listComprehension(t, e);
    case "SetComp":
      return callOf(t.py("set") + t.generic("any"), [listComprehension(t, e).doc]);
    case "GeneratorExp":
      return generator(t, e);
    case "DictComp":
      return dictComprehension(t, e);
    case "Yield":
      return { doc: e.value ? ["yield ", t.item(e.value)] : "yield null", prec: Prec.Assign };
    case "YieldFrom":
      return { doc: ["yield* ", iterable(t, e.value)], prec: Prec.Assign };
    case "NamedExpr":
      return { doc: [bound(t.plain(e.target), Prec.Primary), " = ", t.item(e.value)], prec: Prec.Assign };
    case "Starred":
      return { doc: ["...", iterable(t, e.value)], prec: Prec.Assign };
    case "Slice":
      return sliceCode(t, e);
    default:
      return t.unported(e, `${e.nodeType} is not translated`);
  }
}

function constant(t: Translator, e: Extract<ExprNode, { nodeType: "Constant" }>): Code {
  const v: unknown = e.value;
  if (v === null || v === undefined) return primary("null");
  if (typeof v === "boolean") return primary(String(v));
  if (typeof v === "number" || typeof v === "bigint") {
    const segment = t.source.segment(e).replace(/[lL]$/, "");
    return primary(numberText(segment));
  }
  if (typeof v === "string") {
    if (v === "..." && t.source.segment(e) === "...") return primary('"..."');
    const isBytes = t.typeOf(e).kind === "bytes";
    if (!isBytes || t.isPython2) return primary(stringText(v));
    if (/^[\x20-\x7e\n\t]*$/.test(v)) return callOf(t.py("str.encode"), [stringText(v)]);
    return callOf(
      "Uint8Array.of",
      Array.from(v, (c) => String(c.charCodeAt(0))),
    );
  }
  const { real, imag } = v as { real: number; imag: number };
  return primary(
    objectOf([
      ["re", String(real)],
      ["im", String(imag)],
    ]),
  );
}

function dictCode(t: Translator, keys: readonly (ExprNode | null)[], values: readonly ExprNode[]): Code {
  const callee = t.py("dict") + t.generic("any, any");
  if (keys.length === 0) return callOf(callee, []);
  const names = keys.map((k) => (k && typeof stringKey(k) === "string" ? stringKey(k) : null));
  // A name as a key keeps its place in an object; one that reads like a number would not.
  if (names.every((n) => n !== null && isIdentifier(n)) && new Set(names).size === names.length) {
    return callOf(callee, [objectOf(names.map((n, i) => [n!, t.item(values[i]!)]))]);
  }
  if (keys.every((k) => k !== null)) return callOf(callee, [pairs(t, keys, values)]);
  const parts: Doc[] = [];
  let run: number[] = [];
  const flush = (): void => {
    if (run.length > 0)
      parts.push(
        pairs(
          t,
          run.map((i) => keys[i]!),
          run.map((i) => values[i]!),
        ),
      );
    run = [];
  };
  keys.forEach((k, i) => {
    if (k) run.push(i);
    else {
      flush();
      parts.push(t.item(values[i]!));
    }
  });
  flush();
  return callOf(callee, parts);
}

function stringKey(k: ExprNode): string | null {
  return k.nodeType === "Constant" && typeof k.value === "string" && !/^[rR]?[bB]/.test(k.quote_style ?? "")
    ? k.value
    : null;
}

function boolean(t: Translator, e: Extract<ExprNode, { nodeType: "BoolOp" }>): Code {
  const isAnd = e.op.nodeType === "And";
  const types = e.values.map((x) => t.typeOf(x));
  if (types.every((x) => x.kind === "bool")) {
    const prec = isAnd ? Prec.And : Prec.Or;
    return e.values.map((x) => t.plain(x)).reduce((a, b) => infix(a, isAnd ? "&&" : "||", b, prec));
  }
  const callee = dynamic(t, isAnd ? "both" : "either", e, e.values.slice(0, 1));
  const chain = (i: number): Code =>
    i === e.values.length - 1
      ? t.value(e.values[i]!)
      : callOf(callee, [t.item(e.values[i]!), arrow([], chain(i + 1)).doc]);
  return chain(0);
}

function conditional(t: Translator, e: Extract<ExprNode, { nodeType: "IfExp" }>): Code {
  const isPlain = isSameNumber(t.typeOf(e.body), t.typeOf(e.orelse));
  const part = (x: ExprNode): Doc => bound(isPlain ? t.plain(x) : t.value(x), Prec.Conditional);
  return {
    doc: [bound(t.test(e.test), Prec.Or), " ? ", part(e.body), " : ", part(e.orelse)],
    prec: Prec.Conditional,
  };
}

/** Neither has to say what it is. */
export function isSameNumber(a: Type, b: Type): boolean {
  return (a.kind === "int" && b.kind === "int") || (a.kind === "float" && b.kind === "float");
}

/** Attributes that every object of Python has, and no object of JavaScript. */
const SPECIAL = new Set(["__name__", "__doc__", "__module__", "__dict__"]);

function attribute(t: Translator, e: Extract<ExprNode, { nodeType: "Attribute" }>): Code {
  const path = t.pathOf(e);
  if (path !== null) return pathCode(t, path, e);
  if (e.attr === "__class__") return callOf(t.py("type"), [t.item(e.value)]);
  if (e.attr === "__dict__") return callOf(t.py("vars"), [t.item(e.value)]);
  const owner = t.typeOf(e.value);
  if (SPECIAL.has(e.attr) || t.infer.isMissing(owner, e.attr)) {
    return callOf(t.py("getattr") + t.generic("any"), [t.item(e.value), stringText(e.attr)]);
  }
  // A method of a built-in type as a value.
  if (
    owner.kind !== "object" &&
    owner.kind !== "instance" &&
    owner.kind !== "class" &&
    t.infer.isBuiltinMethod(e.attr) &&
    e.ctx.nodeType === "Load"
  )
    return callOf(t.py("method"), [t.item(e.value), stringText(e.attr)]);
  return primary([receiver(t, e.value), `.${e.attr}`]);
}
