/**
 * Comprehensions and generator expressions: `map`, `filter`, `flatMap`; lazy ones with py.map and py.filter.
 */
import type { Comprehension, ExprNode } from "py-ast";
import type { Doc } from "../doc.js";
import { safeName } from "../names.js";
import { namesIn } from "../scope.js";
import { elementOf, type Type } from "../types.js";
import { arrayOf, arrow, bound, type Code, callOf, Prec, primary } from "./code.js";
import { iterable } from "./iterables.js";
import type { Translator } from "./translator.js";

type Generators = readonly Comprehension[];

/** A parameter that takes an element apart. */
function parameter(t: Translator, target: ExprNode): Doc {
  if (target.nodeType === "Name") return safeName(target.id, true) + t.typed("any");
  return [pattern(t, target), t.typed("any")];
}

/** `[a, [b, c]]` of names. */
export function pattern(t: Translator, target: ExprNode): Doc {
  // A name that occurs twice keeps its last part; the others are holes.
  const names = namesIn(target);
  return patternOf(t, target, new Map(names.map((n) => [n, names.filter((m) => m === n).length])));
}

function patternOf(t: Translator, target: ExprNode, left: Map<string, number>): Doc {
  if (target.nodeType === "Tuple" || target.nodeType === "List")
    return arrayOf(target.elts.map((x) => patternOf(t, x, left))).doc;
  // Its items come as one list.
  if (target.nodeType === "Starred") return patternOf(t, target.value, left);
  if (target.nodeType === "Name") {
    const count = left.get(target.id)!;
    left.set(target.id, count - 1);
    return count > 1 ? "" : safeName(target.id, true);
  }
  return bound(t.plain(target), Prec.Primary);
}

/** Whether the source is an array, which has `map` and `filter` of its own. */
function isArray(t: Translator, e: ExprNode): boolean {
  const type = t.typeOf(e);
  return type.kind === "list" || e.nodeType === "ListComp";
}

function typeOfTarget(t: Translator, g: Comprehension): ReadonlyMap<string, Type> {
  return t.infer.comprehensionLocals([g], t.scope, t.local);
}

/** Of a parameter TypeScript may know nothing. */
function isParameter(t: Translator, e: ExprNode): boolean {
  return e.nodeType === "Name" && t.lookup(e.id)?.isParameter === true;
}

/** The parameter needs no type where TypeScript knows the elements. */
function parameterOf(t: Translator, g: Comprehension): Doc {
  const element = elementOf(t.typeOf(g.iter));
  const isKnown =
    g.target.nodeType === "Name" &&
    (element.kind === "int" || element.kind === "str") &&
    isArray(t, g.iter) &&
    !isParameter(t, g.iter);
  if (isKnown && g.target.nodeType === "Name") return safeName(g.target.id, true);
  const isCounted = g.iter.nodeType === "Call" && t.isBuiltin(g.iter.func, "range", "xrange", "enumerate");
  return isCounted && g.target.nodeType === "Name" ? safeName(g.target.id, true) : parameter(t, g.target);
}

/** What an element is made into, with the loops left. */
function nested(t: Translator, generators: Generators, element: () => Code, isFlat: boolean): Code {
  const [g, ...rest] = generators as [Comprehension, ...Comprehension[]];
  const source = iterable(t, g.iter);
  const param = parameterOf(t, g);
  const locals = typeOfTarget(t, g);
  const isOwn = isArray(t, g.iter);
  const conditions = g.ifs.map((c) =>
    arrow(
      [param],
      t.withLocals(locals, () => t.test(c)),
    ),
  );
  const isSame = rest.length === 0 && isIdentity(g.target, element, t, locals);
  const body = isSame
    ? null
    : arrow(
        [param],
        t.withLocals(locals, () => (rest.length > 0 ? nested(t, rest, element, false) : element())),
      );
  let code: Doc = source;
  if (!isOwn) {
    const isMapped = conditions.length === 0 && rest.length === 0 && body !== null;
    if (isMapped) return callOf("Array.from", [source, body.doc]);
    code = callOf("Array.from", [source]).doc;
  }
  for (const c of conditions) code = [code, callOf(".filter", [c.doc]).doc];
  if (body) code = [code, callOf(rest.length > 0 ? ".flatMap" : ".map", [body.doc]).doc];
  else if (isOwn && conditions.length === 0 && !isFlat) code = [code, ".slice()"];
  return primary(code);
}

/** The element is what the loop gives, unchanged. */
function isIdentity(target: ExprNode, element: () => Code, t: Translator, locals: ReadonlyMap<string, Type>): boolean {
  if (target.nodeType !== "Name") return false;
  const code = t.withLocals(locals, element);
  return code.doc === safeName(target.id, true) && locals.get(target.id)?.kind !== "float";
}

/** An array of the elements, at once. */
export function listComprehension(t: Translator, e: { readonly elt: ExprNode; readonly generators: Generators }): Code {
  return nested(t, e.generators, () => t.value(e.elt), false);
}

export function dictComprehension(t: Translator, e: Extract<ExprNode, { nodeType: "DictComp" }>): Code {
  const pair = (): Code => arrayOf([t.item(e.key), t.item(e.value)]);
  const list = nested(t, e.generators, pair, false);
  return callOf(t.py("dict") + t.generic("any, any"), [
    t.isTyped ? [bound(list, Prec.Primary), " as [any, any][]"] : list.doc,
  ]);
}

/** Elements one by one, when they are asked for. */
export function generator(t: Translator, e: Extract<ExprNode, { nodeType: "GeneratorExp" }>): Code {
  if (e.generators.length > 1) {
    const walk = (generators: Generators): Doc => {
      const [g, ...rest] = generators;
      if (!g) return ["yield ", t.item(e.elt), ";"];
      const source = iterable(t, g.iter);
      return t.withLocals(typeOfTarget(t, g), () => {
        const inner = walk(rest);
        const guarded = g.ifs.reduceRight<Doc>((body, c) => ["if (", t.test(c).doc, ") ", body], inner);
        return ["for (const ", pattern(t, g.target), " of ", source, ") ", guarded];
      });
    };
    return primary(["(function* () { ", walk(e.generators), " })()"]);
  }
  const g = e.generators[0]!;
  let code: Doc = iterable(t, g.iter);
  const param = parameter(t, g.target);
  const locals = typeOfTarget(t, g);
  for (const c of g.ifs) {
    code = callOf(t.py("filter"), [
      arrow(
        [param],
        t.withLocals(locals, () => t.test(c)),
      ).doc,
      code,
    ]).doc;
  }
  if (isIdentity(g.target, () => t.value(e.elt), t, locals)) return primary(code);
  const body = t.withLocals(locals, () => t.value(e.elt));
  return callOf(t.py("map"), [arrow([param], body).doc, code]);
}

/** Where all of it is read anyway, an array is simpler. */
export function eager(t: Translator, e: ExprNode): Code {
  return e.nodeType === "GeneratorExp" ? listComprehension(t, e) : t.value(e);
}
