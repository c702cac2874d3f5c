/**
 * Assignments: declarations where a name gets its first value, destructuring for several names.
 */
import type { ExprNode, StmtNode } from "py-ast";
import { isOpen } from "../api.js";
import type { Doc } from "../doc.js";
import { safeName } from "../names.js";
import { type Binding, namesIn } from "../scope.js";
import { hasOperators, isPlainNumber, type Type } from "../types.js";
import { arrayOf, bound, type Code, callOf, Prec } from "./code.js";
import { pattern } from "./comprehensions.js";
import { dynamic, isAny, isDeclaredCall } from "./dynamic.js";
import { receiver } from "./iterables.js";
import { nameCode } from "./names.js";
import { operation, VERBS } from "./operators.js";
import { plainType } from "./plain.js";
import { deleteItem, index, setItem } from "./subscripts.js";
import type { Translator } from "./translator.js";

type Assign = Extract<StmtNode, { nodeType: "Assign" }>;
type AugAssign = Extract<StmtNode, { nodeType: "AugAssign" }>;

export function assignment(t: Translator, s: Assign): Doc[] {
  if (s.targets.length === 1) return assign(t, s, s.targets[0]!, s.value);
  // `a = b = value`: computed once, given to the first, then read from it.
  const simple = s.targets.find((x) => x.nodeType === "Name");
  const isShared = s.value.nodeType !== "Constant" && s.value.nodeType !== "Name";
  if (isShared && simple) {
    const others = s.targets.filter((x) => x !== simple);
    return [
      ...assign(t, s, simple, s.value),
      ...others.flatMap((x) => assign(t, s, x, { ...simple, ctx: { nodeType: "Load" } })),
    ];
  }
  if (!isShared) return s.targets.flatMap((x) => assign(t, s, x, s.value));
  const held = t.fresh("value");
  const lines: Doc[] = [[`const ${held}${t.typed("any")} = `, t.item(s.value), ";"]];
  for (const x of s.targets) lines.push([targetCode(t, x, held), ";"]);
  return lines;
}

export function annotated(t: Translator, s: Extract<StmtNode, { nodeType: "AnnAssign" }>): Doc[] {
  return s.value ? assign(t, s, s.target, s.value) : [];
}

function assign(t: Translator, s: StmtNode, target: ExprNode, value: ExprNode): Doc[] {
  if (target.nodeType === "Name") return [nameAssignment(t, s, target, value)];
  if (target.nodeType === "Tuple" || target.nodeType === "List") return unpacking(t, s, target.elts, target, value);
  return [[targetCode(t, target, t.item(value)), ";"]];
}

/** `target = value` for what is no name. */
function targetCode(t: Translator, target: ExprNode, value: Doc): Doc {
  if (target.nodeType === "Subscript") return setItem(t, target, value).doc;
  if (target.nodeType === "Attribute") return [receiver(t, target.value), `.${target.attr} = `, value];
  if (target.nodeType === "Name") return [nameCode(t, target).doc, " = ", value];
  if (target.nodeType === "Tuple" || target.nodeType === "List") return [pattern(t, target), " = ", value];
  return [t.plain(target).doc, " = ", value];
}

/** The value as the variable keeps it: a plain number where the variable is one. */
function kept(t: Translator, binding: Binding | null, value: ExprNode): Code {
  const type = binding?.type;
  if (type && isPlainNumber(type) && isPlainNumber(t.typeOf(value))) return t.plain(value);
  return t.value(value);
}

/** `const`, `let`, or nothing where the name is declared elsewhere. */
function keyword(t: Translator, s: StmtNode, binding: Binding | null): string {
  const word = binding?.wordIn(s);
  return word ? `${t.exportedBy(binding!, s)}${word} ` : "";
}

function nameAssignment(
  t: Translator,
  s: StmtNode,
  target: Extract<ExprNode, { nodeType: "Name" }>,
  value: ExprNode,
): Doc {
  const binding = t.scope.lookup(target.id);
  const word = keyword(t, s, binding);
  const code = bound(kept(t, binding, value), Prec.Assign);
  const name = word === "" ? nameCode(t, target).doc : safeName(target.id, true);
  const type = word === "" || !binding ? "" : annotation(t, binding, word.endsWith("const "), value);
  return [word, name, type, " = ", code, ";"];
}

/** A type where TypeScript would take a narrower one from the value. */
function annotation(t: Translator, b: Binding, isConst: boolean, value: ExprNode): string {
  const own = t.typeOf(value);
  if (own.kind === "list") return isOpenList(t, b, isConst, value, own) ? t.typed("any[]") : "";
  if (own.kind === "object" && isOpen(own.ts)) return t.typed("any");
  if (isConst) return own.kind === "any" && !isDeclaredCall(t, value) ? t.typed("any") : "";
  if (plainType(b.type) !== null) return "";
  return t.typed("any");
}

/** It may hold other things later, or what it holds is not known. */
function isOpenList(t: Translator, b: Binding, isConst: boolean, value: ExprNode, type: Type): boolean {
  if (type.kind !== "list") return true;
  if (value.nodeType === "Call" || value.nodeType === "ListComp") return !isConst || type.of.kind === "any";
  return !isConst || type.size === 0 || plainType(type.of) === null || t.infer.isChanged(b);
}

function unpacking(t: Translator, s: StmtNode, targets: readonly ExprNode[], whole: ExprNode, value: ExprNode): Doc[] {
  const isSpread = targets.some((x) => x.nodeType === "Starred");
  const isLiteral =
    !isSpread &&
    (value.nodeType === "Tuple" || value.nodeType === "List") &&
    value.elts.every((x) => x.nodeType !== "Starred");
  const bindings = targets.map((x) => (x.nodeType === "Name" ? t.scope.lookup(x.id) : null));
  const isDeclaring = bindings.every((b) => b?.wordIn(s));
  if (isLiteral && value.elts.length === targets.length && targets.every((x) => x.nodeType === "Name")) {
    const used = new Set(value.elts.flatMap((x) => [...t.infer.variablesIn(x)]));
    const isSeparate = targets.every((x) => x.nodeType === "Name" && !used.has(x.id));
    if (isSeparate || (isDeclaring && isSeparate)) {
      return targets.map((x, i) => nameAssignment(t, s, x as Extract<ExprNode, { nodeType: "Name" }>, value.elts[i]!));
    }
  }
  const source: Doc = isLiteral ? arrayOf(value.elts.map((x) => t.item(x))).doc : unpacked(t, targets, value);
  const names = namesIn(whole);
  const all = names.map((n) => t.scope.lookup(n));
  const isPlain = targets.every((x) => x.nodeType !== "Subscript" && x.nodeType !== "Attribute");
  if (isPlain && all.length > 0 && all.every((b) => b?.wordIn(s))) {
    const word = all.every((b) => b!.wordIn(s) === "const") ? "const" : "let";
    const type =
      word === "let" || t.typeOf(value).kind === "any" || (isRun(value) && !runsList(value))
        ? annotationOfPattern(t, value, word)
        : "";
    return [[`${t.exportedBy(all[0]!, s)}${word} `, pattern(t, whole), type, " = ", source, ";"]];
  }
  if (
    targets.some((x) => x.nodeType === "Subscript" || (x.nodeType === "Attribute" && t.typeOf(x.value).kind === "dict"))
  ) {
    return piecewise(t, targets, source);
  }
  return [
    [
      "(",
      pattern(t, whole),
      " = ",
      source,
      t.isTyped && all.some((b) => b && plainType(b.type) === null) ? " as any" : "",
      ");",
    ],
  ];
}

function annotationOfPattern(t: Translator, value: ExprNode, word: string): string {
  return runsList(value) && word === "const" ? "" : t.typed("any");
}

/** `sess.run([a, b])`, whose parts TypeScript knows. */
function runsList(e: ExprNode): boolean {
  return isRun(e) && e.nodeType === "Call" && e.args[0]?.nodeType === "List";
}

function isRun(e: ExprNode): boolean {
  return e.nodeType === "Call" && e.func.nodeType === "Attribute" && e.func.attr === "run";
}

/** Some of the targets are set by calls: the values wait in an array. */
function piecewise(t: Translator, targets: readonly ExprNode[], source: Doc): Doc[] {
  const held = t.fresh("values");
  const lines: Doc[] = [[`const ${held}${t.typed("any")} = `, source, ";"]];
  targets.forEach((x, i) => {
    lines.push([targetCode(t, x.nodeType === "Starred" ? x.value : x, `${held}[${i}]`), ";"]);
  });
  return [{ lines }];
}

/** What is taken apart: with the right number of parts, or Python's error. */
function unpacked(t: Translator, targets: readonly ExprNode[], value: ExprNode): Doc {
  const type = t.typeOf(value);
  const isStarred = targets.some((x) => x.nodeType === "Starred");
  if (!isStarred) {
    const known = type.kind === "tuple" ? type.items?.length : type.kind === "list" ? type.size : null;
    if (known === targets.length) return t.item(value);
    const callee =
      t.isTyped && isRun(value) && !isAny(t, value) ? `${t.py("unpack")}<any>` : dynamic(t, "unpack", value, [value]);
    return callOf(callee, [t.item(value), String(targets.length)]).doc;
  }
  const before = targets.findIndex((x) => x.nodeType === "Starred");
  const callee = t.py("unpack_rest") + (t.isTyped && !isAny(t, value) ? "<any>" : "");
  return callOf(callee, [t.item(value), String(before), String(targets.length - before - 1)]).doc;
}

/** `x += value`. */
export function augmented(t: Translator, s: AugAssign): Doc[] {
  const op = s.op.nodeType;
  const { target } = s;
  const own = t.typeOf(target);
  const result = t.infer.binary(op, own, t.typeOf(s.value), [target, s.value], t.scope, t.local);
  const value = t.typeOf(s.value);
  const load = { ...target, ctx: { nodeType: "Load" } } as ExprNode;
  if (target.nodeType === "Name") {
    const name = nameCode(t, target).doc;
    const kind = t.scope.lookup(target.id)?.type ?? own;
    const isPlain = isPlainNumber(kind) && isPlainNumber(own) && isPlainNumber(value) && isPlainNumber(result);
    if (isPlain && /^(?:Add|Sub|Mult)$/.test(op)) {
      const sign = op === "Add" ? "+=" : op === "Sub" ? "-=" : "*=";
      return [[name, ` ${sign} `, bound(t.plain(s.value), Prec.Assign), ";"]];
    }
    if (kind.kind === "str" && value.kind === "str" && op === "Add") return [[name, " += ", t.item(s.value), ";"]];
    return [[name, " = ", changed(t, op, load, s.value, own, result), ";"]];
  }
  if (target.nodeType === "Attribute") {
    const [lines, owner] = once(t, target.value);
    const read = [owner, `.${target.attr}`];
    const verb = inPlace(t, op, own);
    return [
      ...lines,
      [
        owner,
        `.${target.attr} = `,
        verb === null ? operation(t, op, load, s.value, result).doc : callOf(t.py(verb), [read, t.item(s.value)]).doc,
        ";",
      ],
    ];
  }
  if (target.nodeType !== "Subscript") return [[t.unported(s, "this in-place assignment").doc, ";"]];
  const [ownerLines, owner] = once(t, target.value);
  const isSimpleIndex =
    target.slice.nodeType === "Constant" ||
    target.slice.nodeType === "Name" ||
    target.slice.nodeType === "Slice" ||
    target.slice.nodeType === "Tuple";
  const held = isSimpleIndex ? index(t, target.slice) : t.fresh("at");
  const lines: Doc[] = isSimpleIndex
    ? ownerLines
    : [...ownerLines, [`const ${String(held)} = `, index(t, target.slice), ";"]];
  const read = callOf(t.py("getitem"), [owner, held]).doc;
  const verb = inPlace(t, op, { kind: "any" })!;
  const written = callOf(t.py("setitem"), [owner, held, callOf(t.py(verb), [read, t.item(s.value)]).doc]).doc;
  const all: Doc[] = [...lines, [written, ";"]];
  return all.length > 1 ? [{ lines: all }] : all;
}

/** The name of the in-place operator; null where the plain one does the same. */
function inPlace(t: Translator, op: string, type: Type): string | null {
  if (op === "Div" && t.isPython2) return "idiv";
  const verb = `i${VERBS[op]!.replace(/_$/, "")}`;
  if (
    type.kind === "any" ||
    type.kind === "list" ||
    type.kind === "set" ||
    type.kind === "dict" ||
    type.kind === "instance"
  )
    return verb;
  if (type.kind === "object" && (type.ts === "NDArray" || !hasOperators(type))) return verb;
  return null;
}

function changed(t: Translator, op: string, target: ExprNode, value: ExprNode, own: Type, result: Type): Doc {
  const verb = inPlace(t, op, own);
  if (verb === null) return operation(t, op, target, value, result).doc;
  return callOf(t.py(verb), [t.item(target), t.item(value)]).doc;
}

/** Something that is read twice, computed once. */
function once(t: Translator, e: ExprNode): [Doc[], Doc] {
  const isSimple = (x: ExprNode): boolean => x.nodeType === "Name" || (x.nodeType === "Attribute" && isSimple(x.value));
  if (isSimple(e)) return [[], receiver(t, e)];
  const held = t.fresh("owner");
  return [[[`const ${held} = `, t.item(e), ";"]], held];
}

/** `del x`. */
export function removal(t: Translator, target: ExprNode): Doc[] {
  if (target.nodeType === "Subscript") return [[deleteItem(t, target).doc, ";"]];
  if (target.nodeType === "Attribute") {
    return [[callOf(t.py("delattr"), [t.item(target.value), JSON.stringify(target.attr)]).doc, ";"]];
  }
  if (target.nodeType === "Tuple" || target.nodeType === "List") return target.elts.flatMap((x) => removal(t, x));
  // The memory is JavaScript's to free.
  return [];
}
