/**
 * Functions: parameters with defaults that are computed once, generators, lambdas.
 */
import type { Arguments, ExprNode, FunctionDef } from "py-ast";
import type { Doc } from "../doc.js";
import { safeName } from "../names.js";
import { type Binding, parametersOf } from "../scope.js";
import type { Type } from "../types.js";
import { arrow, type Code, objectOf, Prec } from "./code.js";
import { docLines, docOf } from "./comments.js";
import type { Frame, Translator } from "./translator.js";

export interface Parameters {
  readonly list: Doc[];
  /** Lines at the top of the body. */
  readonly first: Doc[];
  /** Lines before the function: defaults that are computed once. */
  readonly before: Doc[];
}

/** A type that every call agrees on. */
function typeText(type: Type | null | undefined): string {
  if (type?.kind === "int") return "number";
  if (type?.kind === "str") return "string";
  if (type?.kind === "bool") return "boolean";
  return "any";
}

/** The same whenever it is computed. */
function isFixed(t: Translator, e: ExprNode, own: readonly string[]): boolean {
  switch (e.nodeType) {
    case "Constant":
      return true;
    case "UnaryOp":
      return isFixed(t, e.operand, own);
    case "Tuple":
      return e.elts.every((x) => isFixed(t, x, own));
    case "Attribute":
      return t.pathOf(e) !== null;
    case "Name": {
      if (own.includes(e.id)) return false;
      const binding = t.lookup(e.id);
      if (binding === null) return !t.local.has(e.id);
      return binding.isConst && (binding.sites[0]!.kind === "import" || !binding.sites[0]!.block.isInLoop);
    }
    default:
      return false;
  }
}

export function parameters(
  t: Translator,
  args: Arguments,
  skipped: number,
  owner: string,
  types: ReadonlyMap<string, Binding> | null,
): Parameters {
  const before: Doc[] = [];
  const all = [...args.posonlyargs, ...args.args];
  const own = parametersOf(args);
  const offset = all.length - args.defaults.length;
  const withDefault = (name: string, e: ExprNode | null | undefined): Doc | null => {
    if (!e) return null;
    if (isFixed(t, e, own) || owner === "") return t.item(e);
    const held = t.fresh(`${owner}_${name}`);
    before.push([`const ${held}${t.typed("any")} = `, t.item(e), ";"]);
    return held;
  };
  const list: Doc[] = [];
  const written = (name: string): string => safeName(t.renames.get(name) ?? name, true);
  const typed = (name: string): string => t.typed(typeText(types?.get(name)?.type));
  all.forEach((p, i) => {
    const value = withDefault(p.arg, args.defaults[i - offset]);
    if (i < skipped) return;
    list.push(value === null ? written(p.arg) + typed(p.arg) : [`${written(p.arg)}${typed(p.arg)} = `, value]);
  });
  const first: Doc[] = [];
  const only = args.kwonlyargs.map((p, i) => [p.arg, withDefault(p.arg, args.kw_defaults[i])] as const);
  if (args.vararg || (args.kwarg && only.length >= 0)) {
    const rest = args.vararg && !args.kwarg && only.length === 0 ? null : t.fresh("rest");
    if (rest === null && args.vararg) {
      // Keywords that nobody takes are an error, which py.varargs raises.
      list.push(`...${written(args.vararg.arg)}${t.typed("any[]")}`);
      first.push(
        `${written(args.vararg.arg)} = ${t.py("tuple")}(${written(args.vararg.arg)})${t.isTyped ? " as any" : ""};`,
      );
    } else {
      list.push(`...${rest}${t.typed("any[]")}`);
      const named = args.kwarg ? written(args.kwarg.arg) : t.fresh("keywords");
      const positional = args.vararg ? written(args.vararg.arg) : "";
      first.push(`const [${positional}${positional || named ? ", " : ""}${named}] = ${t.py("varargs")}(${rest});`);
      for (const [name, value] of only) {
        first.push([
          `const ${written(name)}${t.typed("any")} = `,
          t.py("dict.pop"),
          `(${named}, ${JSON.stringify(name)}`,
          value === null ? "" : [", ", value],
          ");",
        ]);
      }
      if (rest !== null) t.release(rest);
    }
  } else if (only.length > 0) {
    const isOptional = only.every(([, value]) => value !== null);
    const fields = only.map(([name, value]): readonly [string, Doc] => [
      "",
      value === null ? written(name) : [`${written(name)} = `, value],
    ]);
    list.push([objectOf(fields), t.typed("any"), isOptional ? " = {}" : ""]);
  }
  return { list, first, before };
}

export interface Emitted {
  readonly before: Doc[];
  /** `(a, b) { … }`, what follows the name. */
  readonly rest: Doc;
}

/** Parameters and body of a function, with what must stand before it. */
export function functionParts(
  t: Translator,
  f: FunctionDef,
  frame: Partial<Frame>,
  skipped: number,
  more: readonly Doc[] = [],
): Emitted {
  const info = t.scopes.ofFunction.get(f)!;
  const params = parameters(t, f.args, skipped, f.name, info.scope.bindings);
  const names = parametersOf(f.args);
  const renames = new Map([...t.renames].filter(([name]) => !info.scope.bindings.has(name)));
  const first = skipped > 0 ? names[0] : undefined;
  const selfLines: Doc[] = [];
  let self: string | null = null;
  if (first !== undefined) {
    const binding = info.scope.bindings.get(first)!;
    const isInner = binding.sites.length > 0 || t.scopes.inner.some(([b]) => b === binding);
    if (isInner)
      selfLines.push(
        `${binding.sites.length > 0 ? "let" : "const"} ${safeName(first, true)}${binding.sites.length > 0 ? t.typed("any") : ""} = this;`,
      );
    else {
      self = first;
      renames.set(first, "this");
    }
  }
  const own: Frame = {
    className: t.frame.className,
    ...frame,
    self,
    fn: info,
    loops: [],
    caught: [],
    last: f.body.at(-1),
  };
  const lines = t.within({ scope: info.scope, renames, frame: own, local: new Map() }, () => t.body(f.body, true));
  const result = info.isGenerator ? t.typed("Generator<any, any, any>") : info.isRecursive() ? t.typed("any") : "";
  return {
    before: params.before,
    rest: [
      { open: "(", items: params.list, close: ")", trailing: !hasRest(f.args) },
      result,
      " ",
      { lines: [...selfLines, ...params.first, ...more, ...lines] },
    ],
  };
}

function hasRest(a: Arguments): boolean {
  return Boolean(a.vararg || a.kwarg);
}

export function lambda(t: Translator, e: Extract<ExprNode, { nodeType: "Lambda" }>): Code {
  const names = parametersOf(e.args);
  // `lambda i=i: …`: JavaScript's default would mean the parameter itself.
  const clashing = e.args.defaults.flatMap((d) => (d.nodeType === "Name" && names.includes(d.id) ? [d.id] : []));
  if (clashing.length > 0) return captured(t, e, clashing);
  const params = parameters(t, e.args, 0, "", null);
  const code = t.withLocals(names, () => {
    if (params.first.length === 0) return arrow(params.list, t.value(e.body));
    return {
      doc: [
        { open: "(", items: params.list, close: ")", trailing: false },
        " => ",
        { lines: [...params.first, ["return ", t.item(e.body), ";"]] },
      ],
      prec: Prec.Assign,
    } as Code;
  });
  return code;
}

/** The parameter has another name inside: `(x, i_ = i) => …`. */
function captured(t: Translator, e: Extract<ExprNode, { nodeType: "Lambda" }>, clashing: readonly string[]): Code {
  const other = new Map(clashing.map((n) => [n, t.fresh(`${n}_`)]));
  const all = [...e.args.posonlyargs, ...e.args.args];
  const offset = all.length - e.args.defaults.length;
  const list = all.map((p, i): Doc => {
    const name = other.get(p.arg) ?? safeName(p.arg, true);
    const value = e.args.defaults[i - offset];
    return value ? [name + t.typed("any"), " = ", t.item(value)] : name + t.typed("any");
  });
  const code = t.withLocals(parametersOf(e.args), () =>
    t.within({ renames: new Map([...t.renames, ...other]) }, () => arrow(list, t.value(e.body))),
  );
  for (const n of other.values()) t.release(n);
  return code;
}

/** `function f(…) { … }` as statements, or an assignment where the name has other values too. */
export function functionStatement(t: Translator, f: FunctionDef, exported: string): Doc[] {
  const name = safeName(f.name, true);
  const info = t.scopes.ofFunction.get(f)!;
  const binding = info.scope.parent!.bindings.get(f.name);
  const star = info.isGenerator ? "*" : "";
  const { before, rest } = functionParts(t, f, { className: null }, 0);
  const doc = docOf(f.body);
  const docs = doc === null ? [] : docLines(doc);
  const word = binding?.wordIn(f) ?? null;
  if (f.decorator_list.length === 0 && word !== null)
    return [...before, ...docs, [`${exported}function${star} ${name}`, rest]];
  let value: Doc = [`function${star} ${name}`, rest];
  for (const d of f.decorator_list.toReversed())
    value = [decorator(t, d), { open: "(", items: [value], close: ")", trailing: false }];
  const declared = word !== null ? `${exported}${word} ${name}${t.typed("any")}` : name;
  return [...before, ...docs, [declared, " = ", value, ";"]];
}

function decorator(t: Translator, d: ExprNode): Doc {
  const code = t.value(d);
  return code.prec === Prec.Primary ? code.doc : ["(", code.doc, ")"];
}
