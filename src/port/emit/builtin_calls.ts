/**
 * Calls of Python's built-in functions.
 */
import type { ExprNode } from "py-ast";
import type { Doc } from "../doc.js";
import { isPlainNumber } from "../types.js";
import { apiArguments, type Call, positional } from "./arguments.js";
import { arrayOf, bound, type Code, callOf, objectOf, Prec, primary } from "./code.js";
import { eager } from "./comprehensions.js";
import { dynamic } from "./dynamic.js";
import { iterable } from "./iterables.js";
import { builtinName, printName } from "./names.js";
import type { Translator } from "./translator.js";

/** All of the argument is read at once. */
const EAGER = new Set(["sum", "min", "max", "list", "tuple", "set", "frozenset", "sorted", "dict", "len"]);
/** Lists in Python 2. */
const LISTS_IN_2 = new Set(["range", "map", "filter", "zip"]);
export const UNPORTED: ReadonlySet<string> = new Set([
  "eval",
  "exec",
  "execfile",
  "compile",
  "globals",
  "locals",
  "breakpoint",
  "reload",
  "__import__",
]);

export function builtinCall(t: Translator, e: Call, name: string, isIterated: boolean): Code {
  const first = e.args[0];
  if (name === "print") return callOf(printName(t), printArguments(t, e));
  if (UNPORTED.has(name)) return t.unported(e, `${name}() runs Python`);
  if (name === "isinstance" && e.args.length === 2) return instance(t, e.args[0]!, e.args[1]!);
  if (name === "type" && e.args.length > 1) return t.unported(e, "classes made by type()");
  if (name === "list" && e.args.length === 0) return primary("[]");
  if (name === "set" && e.args.length === 0) return callOf(t.py("set") + t.generic("any"), []);
  if (name === "dict") return dictCall(t, e);
  if (name === "len" && first && t.typeOf(first).kind === "list")
    return primary([bound(t.plain(first), Prec.Primary), ".length"]);
  if (name === "list" && first && e.args.length === 1 && first.nodeType === "GeneratorExp") return eager(t, first);
  if (name === "abs" && first && e.args.length === 1 && isPlainNumber(t.typeOf(first))) {
    return callOf("Math.abs", [bound(t.plain(first), Prec.Assign)]);
  }
  if (name === "reduce") {
    t.use("tf1-compat/python", "functools");
    return callOf("functools.reduce", apiArguments(t, e));
  }
  const args =
    EAGER.has(name) && first
      ? [bound(eager(t, first), Prec.Assign), ...positional(t, e.args.slice(1))]
      : positional(t, e.args);
  const walks = WALKS.has(name) ? walked(t, e, args, name) : args;
  const callee =
    GENERIC.has(name) && e.args.every((a) => a.nodeType !== "Starred")
      ? dynamic(t, builtinName(name), e, e.args)
      : t.py(builtinName(name));
  const code = callOf(callee, apiArguments(t, e, walks));
  return t.isPython2 && LISTS_IN_2.has(name) && !isIterated ? callOf(t.py("list"), [code.doc]) : code;
}

/** What they give depends on what they get. */
const GENERIC = new Set(["sum", "min", "max", "next", "getattr", "abs"]);

/** They walk over their last arguments without keeping them. */
const WALKS = new Set(["list", "tuple", "set", "sorted", "sum", "enumerate", "zip", "any", "all"]);

/** A `range` or `zip` inside needs no list of its own, not in Python 2 either. */
function walked(t: Translator, e: Call, args: readonly Doc[], _name: string): Doc[] {
  return args.map((doc, i) => {
    const a = e.args[i];
    const isWalk = a?.nodeType === "Call" && a.func.nodeType === "Name" && LISTS_IN_2.has(a.func.id) && t.isPython2;
    return isWalk ? iterable(t, a) : doc;
  });
}

function printArguments(t: Translator, e: Call): Doc[] {
  return apiArguments(t, e, positional(t, e.args));
}

/** `dict(a=1)`, `dict(pairs, b=2)`. */
function dictCall(t: Translator, e: Call): Code {
  const parts = e.args.map((a) => bound(eager(t, a), Prec.Assign));
  const named: (readonly [string, Doc])[] = [];
  for (const k of e.keywords) {
    if (k.arg) named.push([k.arg, t.item(k.value)]);
    else parts.push(t.item(k.value));
  }
  if (named.length > 0) parts.push(objectOf(named));
  return callOf(t.py("dict") + t.generic("any, any"), parts);
}

function instance(t: Translator, value: ExprNode, type: ExprNode): Code {
  const of = t.typeOf(type);
  if (of.kind === "class")
    return {
      doc: [bound(t.value(value), Prec.Relation), " instanceof ", bound(t.plain(type), Prec.Primary)],
      prec: Prec.Relation,
    };
  const types = type.nodeType === "Tuple" ? arrayOf(type.elts.map((x) => t.item(x))).doc : t.item(type);
  return callOf(t.py("isinstance"), [t.item(value), types]);
}
