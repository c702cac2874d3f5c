/**
 * Calls of methods: of text, lists and dicts by what they are, of the library's objects and the program's own ones.
 */
import type { ExprNode } from "py-ast";
import { hasMethod } from "../builtins.js";
import type { Doc } from "../doc.js";
import { stringText } from "../literals.js";
import type { Type } from "../types.js";
import { apiArguments, type Call, dynamicCall, feeds, placed, positional } from "./arguments.js";
import { bound, type Code, callOf, Prec } from "./code.js";
import { eager } from "./comprehensions.js";
import { receiver } from "./iterables.js";
import { format } from "./strings.js";
import type { Translator } from "./translator.js";

type Attribute = Extract<ExprNode, { nodeType: "Attribute" }>;

export function methodCall(t: Translator, e: Call, func: Attribute): Code {
  const type = t.typeOf(func.value);
  const own = onBuiltin(t, e, func, type);
  if (own) return own;
  if (type.kind === "instance") {
    const method = t.infer.methodOf(type.of, func.attr);
    const args = method && placed(t, method, e, t.infer.isStatic(type.of, func.attr) ? 0 : 1);
    if (args) return callOf([receiver(t, func.value), `.${func.attr}`], args);
    if (method) return dynamicCall(t, [t.item(func.value), stringText(func.attr)], e, "invoke");
  }
  if (type.kind === "object" && t.infer.isMissing(type, func.attr)) {
    return callOf(
      callOf(t.py("getattr") + t.generic("any"), [t.item(func.value), stringText(func.attr)]).doc,
      apiArguments(t, e),
    );
  }
  if (type.kind === "any" || type.kind === "instance") return onUnknown(t, e, func);
  if (e.args.some((a) => a.nodeType === "Starred"))
    return dynamicCall(t, [t.item(func.value), stringText(func.attr)], e, "invoke");
  return callOf([receiver(t, func.value), `.${func.attr}`], sessionArguments(t, e, func));
}

/** The second argument of `run` and the first of `eval` are what is fed. */
function sessionArguments(t: Translator, e: Call, func: Attribute): Doc[] {
  const at = func.attr === "run" ? 1 : func.attr === "eval" ? 0 : -1;
  const fed = e.args[at];
  const args = positional(t, e.args);
  if (fed?.nodeType === "Dict") args[at] = feeds(t, fed);
  if (func.attr === "run" && e.args[0]?.nodeType === "List" && t.isTyped && isOnSession(t, func))
    args[0] = [args[0]!, " as const"];
  return apiArguments(t, e, args);
}

function isOnSession(t: Translator, func: Attribute): boolean {
  const type = t.typeOf(func.value);
  return type.kind === "object" && /Session$/.test(type.ts);
}

function onUnknown(t: Translator, e: Call, func: Attribute): Code {
  const name = func.attr;
  if (t.infer.isBuiltinMethod(name) && !isSessionLike(name)) {
    if (name === "format" && func.value.nodeType === "Constant") return callOf(t.py("format"), apiArguments(t, e));
    return callOf(callOf(t.py("method"), [t.item(func.value), stringText(name)]).doc, apiArguments(t, e));
  }
  const isOwn = t.infer.isOwnMethod(name);
  if (isOwn && (e.keywords.length > 0 || e.args.some((a) => a.nodeType === "Starred"))) {
    return dynamicCall(t, [t.item(func.value), stringText(name)], e, "invoke");
  }
  return callOf([receiver(t, func.value), `.${name}`], sessionArguments(t, e, func));
}

function isSessionLike(name: string): boolean {
  return name === "run" || name === "eval";
}

/** JavaScript's own methods that do the same. */
const SAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  str: { upper: "toUpperCase", lower: "toLowerCase" },
};

function onBuiltin(t: Translator, e: Call, func: Attribute, type: Type): Code | null {
  const name = func.attr;
  const args = e.args;
  const only = args.length === 1 && e.keywords.length === 0 ? args[0]! : null;
  const self = (): Doc => receiver(t, func.value);
  switch (type.kind) {
    case "str": {
      if (name === "format") {
        if (args.some((a) => a.nodeType === "Starred") || e.keywords.some((k) => !k.arg)) break;
        return format(
          t,
          func.value,
          positional(t, args),
          e.keywords.map((k) => [k.arg!, t.item(k.value)]),
        );
      }
      const same = SAME.str![name];
      if (same && args.length === 0) return callOf([self(), `.${same}`], []);
      if (only && t.typeOf(only).kind === "str" && (name === "startswith" || name === "endswith")) {
        return callOf([self(), name === "startswith" ? ".startsWith" : ".endsWith"], [t.item(only)]);
      }
      if (only && name === "join") return join(t, func.value, only);
      break;
    }
    case "list":
      if (only && name === "append") return callOf([self(), ".push"], [t.item(only)]);
      break;
    case "dict":
      if (only && (name === "has_key" || name === "__contains__")) return callOf([self(), ".has"], [t.item(only)]);
      break;
    case "set":
      if (only && name === "add") return callOf([self(), ".add"], [t.item(only)]);
      break;
    case "tuple":
    case "bytes":
    case "int":
    case "float":
    case "num":
      break;
    default:
      return null;
  }
  if (!t.infer.isBuiltinMethod(name)) return null;
  const owner = hasMethod(type.kind, name) ? `${type.kind}.${name}` : null;
  if (owner === null)
    return callOf(callOf(t.py("method"), [t.item(func.value), stringText(name)]).doc, apiArguments(t, e));
  return callOf(t.py(owner), [t.item(func.value), ...apiArguments(t, e)]);
}

/** `sep.join(xs)`: JavaScript's where all parts are text. */
function join(t: Translator, separator: ExprNode, parts: ExprNode): Code {
  const type = t.typeOf(parts);
  const list = eager(t, parts);
  const isText = type.kind === "list" && type.of.kind === "str";
  if (isText) return callOf([bound(list, Prec.Primary), ".join"], [t.item(separator)]);
  return callOf(t.py("str.join"), [t.item(separator), bound(list, Prec.Assign)]);
}
