/**
 * Calls: what is called decides how its arguments are written.
 */
import type { ExprNode } from "py-ast";
import { isConstructed } from "../api.js";
import type { FunctionInfo } from "../scope.js";
import { apiArguments, type Call, callee, dynamicCall, placed } from "./arguments.js";
import { builtinCall, UNPORTED } from "./builtin_calls.js";
import { type Code, callOf, primary } from "./code.js";
import { methodCall } from "./method_calls.js";
import { builtinName, isBuiltinName } from "./names.js";
import { pathCode } from "./paths.js";
import type { Translator } from "./translator.js";

/** `isIterated`: the caller walks over the result and keeps nothing of it. */
export function call(t: Translator, e: Call, isIterated = false): Code {
  const { func } = e;
  if (func.nodeType === "Name" && t.isBuiltin(func) && (isBuiltinName(func.id) || UNPORTED.has(func.id))) {
    if (isExceptionName(builtinName(func.id))) return construct(t, t.py(builtinName(func.id)), e);
    return builtinCall(t, e, func.id, isIterated);
  }
  if (t.isBuiltin(func, "open")) return callOf(callee(t, func), apiArguments(t, e));
  const special = superCall(t, e);
  if (special) return special;
  const path = t.pathOf(func);
  if (path !== null && !path.startsWith("self.")) return pathCall(t, e, path);
  const type = t.typeOf(func);
  if (type.kind === "function") {
    const args = placed(t, type.fn, e, 0);
    if (args) return callOf(callee(t, func), args);
    return dynamicCall(t, [callee(t, func)], e, "call");
  }
  if (type.kind === "class")
    return construction(t, e, func, type.of.methods.get("__init__") ?? null, type.of.isOwnBase);
  if (func.nodeType === "Attribute") return methodCall(t, e, func);
  if (type.kind === "instance") {
    const own = type.of.methods.get("__call__");
    const args = own && placed(t, own, e, 1);
    if (args) return callOf([callee(t, func), ".__call__"], args);
    return dynamicCall(t, [callee(t, func)], e, "call");
  }
  // What can't be called says so with its type.
  if (type.kind === "object" || type.kind === "str" || type.kind === "int" || type.kind === "list") {
    return dynamicCall(t, [callee(t, func)], e, "call");
  }
  // A parameter may be a class, an object that can be called, or a function with names for its arguments.
  if (e.keywords.length > 0 || t.infer.hasCallableObjects) return dynamicCall(t, [callee(t, func)], e, "call");
  return callOf(callee(t, func), apiArguments(t, e));
}

export function isExceptionName(name: string): boolean {
  return /(?:Error|Exception|Warning|StopIteration|KeyboardInterrupt|SystemExit|GeneratorExit)$/.test(name);
}

function construct(t: Translator, name: string, e: Call): Code {
  return primary(["new ", callOf(name, apiArguments(t, e)).doc]);
}

function construction(t: Translator, e: Call, func: ExprNode, init: FunctionInfo | null, isComplete: boolean): Code {
  const name = callee(t, func);
  if (!init && isComplete && e.args.length + e.keywords.length === 0) return primary(["new ", name, "()"]);
  const args = init && placed(t, init, e, 1);
  if (args) return primary(["new ", callOf(name, args).doc]);
  if (init || isComplete) return dynamicCall(t, [name], e, "call");
  return primary(["new ", callOf(name, apiArguments(t, e)).doc]);
}

function pathCall(t: Translator, e: Call, path: string): Code {
  const code = pathCode(t, path, e.func);
  // The function is missing, not its arguments.
  if (typeof code.doc === "string" && code.doc.startsWith("py.unported")) return code;
  if (e.args.some((a) => a.nodeType === "Starred")) return dynamicCall(t, [code.doc], e, "call");
  if (isConstructed(path)) return primary(["new ", callOf(code.doc, apiArguments(t, e)).doc]);
  if (
    path === "tf.app.run" &&
    !e.keywords.some((k) => k.arg === "main") &&
    e.args.length === 0 &&
    t.scopes.module.bindings.has("main")
  ) {
    return callOf(code.doc, [["{ main", ...(e.keywords.length > 0 ? [", ", t.item(e.keywords[0]!.value)] : []), " }"]]);
  }
  return callOf(code.doc, apiArguments(t, e));
}

/** `super().f(…)`, `super(A, self).f(…)`, `Base.f(self, …)`. */
function superCall(t: Translator, e: Call): Code | null {
  const { func } = e;
  if (func.nodeType !== "Attribute") return null;
  const owner = func.value;
  const isSuper = owner.nodeType === "Call" && t.isBuiltin(owner.func, "super");
  const self = t.frame.fn?.isMethod ? t.frame.fn.args.args[0]?.arg : undefined;
  const first = e.args[0];
  const isByName =
    !isSuper &&
    self !== undefined &&
    first?.nodeType === "Name" &&
    first.id === self &&
    t.infer.isBaseOf(owner, t.frame.className, t.scope);
  if (!isSuper && !isByName) return null;
  const rest: Call = isByName ? { ...e, args: e.args.slice(1) } : e;
  const base = t.infer.baseOf(t.frame.className);
  const method = base?.methods.get(func.attr) ?? null;
  const args = (method && placed(t, method, rest, 1)) ?? apiArguments(t, rest);
  return callOf(func.attr === "__init__" ? "super" : `super.${func.attr}`, args);
}
