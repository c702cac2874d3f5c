/**
 * Arguments of calls: in their places for the program's own functions, a trailing object of keywords for the library's.
 */
import type { ExprNode, Keyword } from "py-ast";
import type { Doc } from "../doc.js";
import type { FunctionInfo } from "../scope.js";
import { arrayOf, bound, type Code, callOf, objectOf, Prec } from "./code.js";
import { isAny, isDeclaredCall } from "./dynamic.js";
import { iterable, pairs } from "./iterables.js";
import type { Translator } from "./translator.js";

export type Call = Extract<ExprNode, { nodeType: "Call" }>;

/** An argument of the library's functions, which want to know what they get. */
function argument(t: Translator, e: ExprNode): Doc {
  const isVague =
    t.isTyped && e.nodeType === "Call" && t.typeOf(e).kind === "any" && !isAny(t, e) && !isDeclaredCall(t, e);
  const code = t.value(e);
  if (!isVague || isUnported(code.doc) || isDynamic(t, e)) return bound(code, Prec.Assign);
  return [bound(code, Prec.Conditional), " as any"];
}

const isUnported = (d: Doc): boolean => typeof d === "string" && d.includes("unported");

/** A function of `py`: it says itself that it may be anything. */
function isDynamic(t: Translator, e: Call): boolean {
  return e.func.nodeType === "Name" && t.isBuiltin(e.func);
}

/** Positional arguments of the library's functions. */
function given(t: Translator, args: readonly ExprNode[]): Doc[] {
  return args.map((a) => (a.nodeType === "Starred" ? ["...", iterable(t, a.value)] : argument(t, a)));
}

/** Positional arguments, `*xs` as a spread. */
export function positional(t: Translator, args: readonly ExprNode[]): Doc[] {
  return args.map((a) => (a.nodeType === "Starred" ? ["...", iterable(t, a.value)] : t.item(a)));
}

/** `{ a: 1, ...rest }`; null where there are none. */
export function keywordObject(t: Translator, keywords: readonly Keyword[]): Doc | null {
  if (keywords.length === 0) return null;
  return objectOf(keywords.map((k) => keywordEntry(t, k)));
}

function keywordEntry(t: Translator, k: Keyword): readonly [string, Doc] {
  if (k.arg === undefined || k.arg === null) return ["", ["...", callOf("Object.fromEntries", [t.item(k.value)]).doc]];
  if (k.arg === "feed_dict" && k.value.nodeType === "Dict") return [k.arg, feeds(t, k.value)];
  return [k.arg, argument(t, k.value)];
}

/** What a session is fed: pairs, for tensors are no names. */
export function feeds(t: Translator, e: Extract<ExprNode, { nodeType: "Dict" }>): Doc {
  return e.keys.every((k) => k !== null) ? pairs(t, e.keys, e.values) : t.item(e);
}

/** As the public API takes them. */
export function apiArguments(t: Translator, e: Call, args: readonly Doc[] = given(t, e.args)): Doc[] {
  const named = keywordObject(t, e.keywords);
  return named ? [...args, named] : [...args];
}

export function isSimple(e: Call): boolean {
  return e.args.every((a) => a.nodeType !== "Starred") && e.keywords.every((k) => k.arg);
}

/**
 * Arguments of one of the program's own functions, each in its place; null where that shows only while running, or where
 * the call is wrong.
 */
export function placed(t: Translator, fn: FunctionInfo, e: Call, skipped: number): Doc[] | null {
  const { args } = fn;
  const names = [...args.posonlyargs, ...args.args].map((a) => a.arg).slice(skipped);
  const required = names.length - args.defaults.length;
  if (e.args.some((a) => a.nodeType === "Starred")) {
    // Only a spread into what takes any number says nothing wrong.
    const isOpen =
      args.vararg && e.keywords.length === 0 && names.length <= e.args.findIndex((a) => a.nodeType === "Starred");
    return isOpen ? positional(t, e.args) : null;
  }
  if (e.keywords.some((k) => !k.arg)) return null;
  if (e.args.length > names.length && !args.vararg) return null;
  const slots: (Doc | null)[] = e.args.map((a) => t.item(a));
  const rest: Keyword[] = [];
  const only = new Set(args.kwonlyargs.map((a) => a.arg));
  for (const k of e.keywords) {
    const at = names.indexOf(k.arg!);
    if (at >= 0) {
      if (slots[at] !== undefined && slots[at] !== null) return null;
      slots[at] = t.item(k.value);
    } else if (args.kwarg || only.has(k.arg!)) rest.push(k);
    else return null;
  }
  for (let i = 0; i < names.length; i++) if ((slots[i] === undefined || slots[i] === null) && i < required) return null;
  if (args.kwonlyargs.some((a, i) => !args.kw_defaults[i] && !rest.some((k) => k.arg === a.arg))) return null;
  // Keywords that go on stand behind all that has a place.
  if (rest.length > 0 && args.vararg === undefined && args.kwonlyargs.length > 0)
    while (slots.length < names.length) slots.push(null);
  for (let i = 0; i < slots.length; i++) slots[i] ??= "undefined";
  const named = keywordObject(t, rest);
  return named ? [...(slots as Doc[]), named] : (slots as Doc[]);
}

/** `py.call(f, [a, b], { c })`: finds the places while running. */
export function dynamicCall(t: Translator, callee: readonly Doc[], e: Call, how: "call" | "invoke"): Code {
  const named = keywordObject(t, e.keywords);
  return callOf(t.py(how), [...callee, arrayOf(positional(t, e.args)).doc, ...(named ? [named] : [])]);
}

export function callee(t: Translator, e: ExprNode): Doc {
  return bound(t.value(e), Prec.Primary);
}
