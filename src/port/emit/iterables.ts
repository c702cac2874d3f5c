/**
 * What is walked over, taken apart or read from: sequences, slices, what stands before a dot.
 */
import type { ExprNode } from "py-ast";
import type { Doc } from "../doc.js";
import type { Type } from "../types.js";
import { arrayOf, bound, type Code, callOf, Prec } from "./code.js";
import { isAny, isDeclaredCall } from "./dynamic.js";
import type { Translator } from "./translator.js";

/** `[a, b]`. */
export function listCode(t: Translator, elts: readonly ExprNode[]): Code {
  return arrayOf(elts.map((x) => t.item(x)));
}

/** `[[k, v], …]`: also what a session is fed. */
export function pairs(t: Translator, keys: readonly (ExprNode | null)[], values: readonly ExprNode[]): Doc {
  return arrayOf(keys.map((k, i) => arrayOf([t.item(k!), t.item(values[i]!)]).doc)).doc;
}

function isUnportedCode(code: Code): boolean {
  return typeof code.doc === "string" && code.doc.includes("unported");
}

/** What stands before a dot. */
export function receiver(t: Translator, e: ExprNode): Doc {
  const code = t.value(e);
  // What the library says nothing of, is called any; what the program holds is.
  if (
    t.isTyped &&
    t.typeOf(e).kind === "any" &&
    e.nodeType === "Call" &&
    !isAny(t, e) &&
    !isDeclaredCall(t, e) &&
    !isUnportedCode(code)
  ) {
    return ["(", bound(code, Prec.Assign), " as any)"];
  }
  const isNumber =
    e.nodeType === "Constant" && typeof e.value === "number" && typeof code.doc === "string" && /^\d/.test(code.doc);
  return isNumber ? ["(", code.doc, ")"] : bound(code, Prec.Primary);
}

/** Something that `for … of` can walk over as Python does. */
export function iterable(t: Translator, e: ExprNode): Doc {
  if (
    e.nodeType === "Call" &&
    t.isBuiltin(e.func, "range", "xrange", "enumerate", "zip", "reversed", "sorted", "map", "filter", "list", "tuple")
  ) {
    return bound(t.call(e, true), Prec.Primary);
  }
  const type = t.typeOf(e);
  if (e.nodeType === "Tuple" && e.elts.length > 0) return listCode(t, e.elts).doc;
  if (
    type.kind === "list" ||
    type.kind === "tuple" ||
    type.kind === "range" ||
    isRows(type) ||
    e.nodeType === "GeneratorExp"
  )
    return bound(t.plain(e), Prec.Primary);
  if (type.kind === "dict") return [bound(t.plain(e), Prec.Primary), ".keys()"];
  if (e.nodeType === "Call" && e.func.nodeType === "Attribute" && e.args.length === 0) {
    const owner = t.typeOf(e.func.value);
    const own = DICT_VIEWS[e.func.attr];
    if (owner.kind === "dict" && own !== undefined) return [receiver(t, e.func.value), `.${own}()`];
  }
  const isVague = t.isTyped && type.kind === "any" && !isAny(t, e);
  return callOf(t.py("iter") + (isVague ? "<any>" : ""), [t.item(e)]).doc;
}

/** Arrays give their rows. */
function isRows(type: Type): boolean {
  return type.kind === "object" && type.ts === "NDArray";
}

const DICT_VIEWS: Readonly<Record<string, string>> = {
  items: "entries",
  iteritems: "entries",
  keys: "keys",
  iterkeys: "keys",
  values: "values",
  itervalues: "values",
};

export function sliceCode(t: Translator, e: Extract<ExprNode, { nodeType: "Slice" }>): Code {
  const parts = [e.lower, e.upper, e.step].map((x) => (x ? t.item(x) : "null"));
  while (parts.length > 2 && parts.at(-1) === "null") parts.pop();
  return callOf(t.py("slice"), parts);
}
