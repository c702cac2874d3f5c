/**
 * Classes: `__init__` is the constructor, `self` is `this`, properties are accessors; other special methods keep their
 * names, which `py` asks for.
 */
import type { ClassDef, ExprNode, FunctionDef, StmtNode } from "py-ast";
import type { Doc } from "../doc.js";
import { safeName } from "../names.js";
import type { ClassInfo } from "../scope.js";
import { isExceptionName } from "./calls.js";
import { bound, callOf, Prec } from "./code.js";
import { comment, docLines, docOf } from "./comments.js";
import { functionParts } from "./functions.js";
import type { Frame, Translator } from "./translator.js";

export function classStatement(t: Translator, s: ClassDef, exported: string): Doc[] {
  const info = t.scopes.ofClass.get(s)!;
  const name = safeName(s.name, true);
  const base = baseCode(t, s);
  const frame: Frame = { ...t.frame, className: name, fn: null, self: null };
  const before: Doc[] = [];
  const shared: string[] = [];
  const after: Doc[] = [];
  const lines = t.within({ frame, scope: info.scope }, () => members(t, s, info, before, shared, after));
  const binding = t.scope.lookup(s.name);
  const isDeclared = binding?.wordIn(s) && s.decorator_list.length === 0;
  const doc = docOf(s.body);
  const docs = doc === null ? [] : docLines(doc);
  const head: Doc = [`class ${name}`, base === null ? "" : [" extends ", base], " ", { lines }];
  if (shared.length > 0) {
    after.unshift([callOf(t.py("class_attributes"), [name, ...shared.map((x) => JSON.stringify(x))]).doc, ";"]);
  }
  if (isDeclared) return [...before, ...docs, [exported, head], ...after];
  let value: Doc = head;
  for (const d of s.decorator_list.toReversed()) value = callOf(bound(t.value(d), Prec.Primary), [value]).doc;
  const word = binding?.wordIn(s) ? `${exported}const ` : "";
  return [...before, ...docs, [word, name, word ? t.typed("any") : "", " = ", value, ";"], ...after];
}

function baseCode(t: Translator, s: ClassDef): Doc | null {
  const bases = s.bases.filter((b) => !(b.nodeType === "Name" && t.isBuiltin(b, "object")));
  const [first] = bases;
  if (!first) return null;
  const type = t.typeOf(first);
  const code = bound(t.plain(first), Prec.Primary);
  const isMissing = typeof code === "string" && code.includes("unported");
  const isClass =
    type.kind === "class" ||
    (first.nodeType === "Name" && t.isBuiltin(first)) ||
    (t.pathOf(first) !== null && !isMissing);
  return isClass || !t.isTyped ? code : ["(", code, " as any)"];
}

function members(t: Translator, s: ClassDef, info: ClassInfo, before: Doc[], shared: string[], after: Doc[]): Doc[] {
  const out: Doc[] = [];
  for (const what of unportable(t, s)) out.push(["static ", { lines: [[t.unported(s, what).doc, ";"]] }]);
  let isDoc = docOf(s.body) !== null;
  const add = (lines: readonly Doc[], at: StmtNode): void => {
    const from = Math.min(
      at.lineno!,
      ...(at.nodeType === "FunctionDef" ? at.decorator_list.map((d) => d.lineno!) : []),
    );
    if (out.length > 0 && t.source.isEmptyLine(from - 1)) out.push("");
    out.push(...lines);
  };
  const fields = fieldLines(t, info);
  if (fields.length > 0) out.push(...fields, "");
  for (const m of s.body) {
    if (m.nodeType === "Comment") add([comment(m.value)], m);
    else if (m.nodeType === "Expr" && isDoc) isDoc = false;
    else if (m.nodeType === "FunctionDef") add(method(t, m, s, info, before, shared, after), m);
    else if (m.nodeType === "Assign" || (m.nodeType === "AnnAssign" && m.value)) {
      const targets = m.nodeType === "Assign" ? m.targets : [m.target];
      const names = targets.flatMap((x) => (x.nodeType === "Name" ? [x.id] : []));
      if (names.length !== targets.length)
        add([["static ", { lines: [[t.unported(m, "this assignment in a class").doc, ";"]] }]], m);
      if (names.includes("__slots__")) continue;
      for (const n of names) {
        shared.push(n);
        add([[`static ${n}${t.typed("any")} = `, t.item(m.value!), ";"]], m);
      }
    } else if (m.nodeType === "Pass" || (m.nodeType === "Expr" && m.value.nodeType === "Constant")) continue;
    else if (m.nodeType === "ClassDef") {
      const inner = classStatement(t, m, "");
      shared.push(m.name);
      add([["static ", `${m.name} = `, inner.at(-1)!, ";"]], m);
    } else add(["static ", { lines: [[t.unported(m, `${m.nodeType} in a class`).doc, ";"]] }], m);
  }
  while (out.at(-1) === "") out.pop();
  return out;
}

/** What a class of JavaScript can't be. Abstract methods are no more than methods. */
function unportable(t: Translator, s: ClassDef): string[] {
  const isAbstract = (e: ExprNode): boolean => /(?:^|\.)ABCMeta$/.test(t.source.segment(e));
  const out: string[] = [];
  if (s.keywords.some((k) => !(k.arg === "metaclass" && isAbstract(k.value))))
    out.push(`class ${s.name} with a metaclass`);
  const bases = s.bases.filter((b) => !(b.nodeType === "Name" && t.isBuiltin(b, "object")));
  if (bases.length > 1) out.push(`class ${s.name} with several base classes`);
  return out;
}

/** Declarations of what methods set on `self`. */
function fieldLines(t: Translator, info: ClassInfo): Doc[] {
  if (!t.isTyped) return [];
  const isOpen = !t.infer.hasOwnBases(info);
  const lines: Doc[] = [];
  const inherited = t.infer.baseInfo(info);
  const statics = new Set([...info.scope.bindings.keys()]);
  for (const name of t.infer.fieldsOf(info)) {
    if (info.methods.has(name) && !isStaticMethod(info.methods.get(name)!.decorators)) continue;
    if (inherited && t.infer.hasField(inherited, name)) continue;
    // What the class itself has, too, must not be hidden by an empty property.
    const word = statics.has(name) || t.infer.usesReflection ? "declare " : "";
    lines.push(`${word}${name}: any;`);
  }
  for (const name of statics) {
    const fn = info.methods.get(name);
    const isShared = fn === undefined || isStaticMethod(fn.decorators);
    if (isShared && !t.infer.fieldsOf(info).has(name)) lines.push(`declare ${name}: any;`);
  }
  if (isOpen) lines.push("[name: string]: any;");
  return lines;
}

const decoratorName = (d: ExprNode): string =>
  d.nodeType === "Name" ? d.id : d.nodeType === "Attribute" ? d.attr : "";

export function isStaticMethod(decorators: readonly ExprNode[]): boolean {
  return decorators.some((d) => /^(?:staticmethod|classmethod)$/.test(decoratorName(d)));
}

function method(
  t: Translator,
  m: FunctionDef,
  s: ClassDef,
  info: ClassInfo,
  before: Doc[],
  shared: string[],
  after: Doc[],
): Doc[] {
  const kinds = m.decorator_list.map(decoratorName);
  const isStatic = kinds.includes("staticmethod");
  const isOfClass = kinds.includes("classmethod");
  const star = t.scopes.ofFunction.get(m)!.isGenerator ? "*" : "";
  const doc = docOf(m.body);
  const docs = doc === null ? [] : docLines(doc);
  if (m.name === "__new__") return [["static ", { lines: [[t.unported(m, "__new__").doc, ";"]] }]];
  if (m.name === "__del__") {
    t.note(m, "note", "__del__ is never called");
  }
  const frame: Partial<Frame> = { className: safeName(s.name, true) };
  if (m.name === "__init__") {
    const more: Doc[] = [];
    const body = superFirst(t, m, s, info, more);
    const parts = functionParts(t, body, frame, 1, more);
    before.push(...parts.before);
    return [...docs, ["constructor", parts.rest]];
  }
  const known = new Set([
    "staticmethod",
    "classmethod",
    "property",
    "setter",
    "abstractmethod",
    "abstractproperty",
    "getter",
  ]);
  const others = m.decorator_list.filter((d) => !known.has(decoratorName(d)));
  const parts = functionParts(t, m, frame, isStatic ? 0 : 1);
  before.push(...parts.before);
  if (isStatic || isOfClass) shared.push(m.name);
  const prefix =
    isStatic || isOfClass
      ? "static "
      : kinds.includes("property") || kinds.includes("abstractproperty")
        ? "get "
        : kinds.includes("setter")
          ? "set "
          : "";
  // A decorator gets a function of `self`, and gives one.
  for (const d of others.toReversed()) {
    const place = `${safeName(s.name, true)}.prototype.${m.name}`;
    after.push([`${place} = `, callOf(t.py("decorated"), [place, t.item(d)]).doc, ";"]);
  }
  return [...docs, [`${prefix}${star}${m.name}`, parts.rest]];
}

function superCallOf(t: Translator, s: StmtNode, info: ClassInfo): boolean {
  if (s.nodeType !== "Expr" || s.value.nodeType !== "Call" || s.value.func.nodeType !== "Attribute") return false;
  const { func } = s.value;
  if (func.attr !== "__init__") return false;
  const owner = func.value;
  if (owner.nodeType === "Call") return t.isBuiltin(owner.func, "super");
  return t.infer.isBaseOf(owner, info.node.name, info.scope.parent!);
}

/** JavaScript wants the base's constructor called first. */
function superFirst(t: Translator, m: FunctionDef, s: ClassDef, info: ClassInfo, more: Doc[]): FunctionDef {
  const hasBase = s.bases.some((b) => !(b.nodeType === "Name" && t.isBuiltin(b, "object")));
  const at = m.body.findIndex((x) => superCallOf(t, x, info));
  if (!hasBase)
    return at < 0
      ? m
      : withBody(
          t,
          m,
          m.body.filter((_, i) => i !== at),
        );
  if (at < 0) {
    const base = t.infer.baseInfo(info);
    const isLost = base?.methods.has("__init__") === true;
    const isException = s.bases.some((b) => isExceptionName(decoratorName(b))) || info.isException;
    const names = m.args.args.slice(1).map((a) => safeName(a.arg, true));
    if (isLost) more.push([t.unported(m, `${s.name}.__init__ does not call its base's`).doc, ";"]);
    more.push(isException ? `super(${names.join(", ")});` : "super();");
    return m;
  }
  const first = m.body.findIndex(
    (x) => x.nodeType !== "Comment" && !(x.nodeType === "Expr" && x.value.nodeType === "Constant"),
  );
  if (at === first) return m;
  const call = m.body[at]!;
  const set = new Set(
    m.body
      .slice(0, at)
      .flatMap((x) => (x.nodeType === "Assign" ? x.targets.flatMap((y) => (y.nodeType === "Name" ? [y.id] : [])) : [])),
  );
  const reads = call.nodeType === "Expr" ? t.infer.namesRead(call.value) : new Set<string>();
  if ([...reads].some((r) => set.has(r))) {
    // It needs what is computed before it: `this` must not.
    return m;
  }
  const rest = m.body.filter((_, i) => i !== at);
  const moved = [...rest.slice(0, first), call, ...rest.slice(first)];
  return withBody(t, m, moved);
}

/** The function with other statements, in the same scope. */
function withBody(t: Translator, m: FunctionDef, body: StmtNode[]): FunctionDef {
  const made = { ...m, body };
  t.scopes.blocks.set(body, t.scopes.blocks.get(m.body)!);
  t.scopes.ofFunction.set(made, t.scopes.ofFunction.get(m)!);
  return made;
}
