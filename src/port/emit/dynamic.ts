/**
 * Values of unknown type: TypeScript calls them `any` where the program's own variables hold them; what the library gives
 * without saying more has to be called so.
 */
import type { ExprNode } from "py-ast";
import { isDeclared, isNever } from "../api.js";
import type { Binding } from "../scope.js";
import { plainType } from "./plain.js";
import type { Translator } from "./translator.js";

/** TypeScript's type of it is `any`. */
export function isAny(t: Translator, e: ExprNode): boolean {
  if (t.typeOf(e).kind !== "any" && !(e.nodeType === "Name" && t.local.has(e.id))) return false;
  switch (e.nodeType) {
    case "Name": {
      if (t.local.has(e.id)) return t.typeOf(e).kind !== "int" && t.typeOf(e).kind !== "str";
      const binding = t.scope.lookup(e.id);
      return binding !== null && isAnyBinding(t, binding);
    }
    case "BinOp":
    case "UnaryOp":
    case "BoolOp":
    case "Subscript":
      return true;
    case "Attribute":
      return t.pathOf(e) === null && (t.typeOf(e.value).kind === "instance" || isAny(t, e.value));
    case "Call": {
      const path = t.pathOf(e.func);
      if (path !== null) return isNever(path);
      return e.func.nodeType === "Attribute" && (isAny(t, e.func.value) || t.typeOf(e.func.value).kind === "any");
    }
    default:
      return false;
  }
}

function isAnyBinding(t: Translator, b: Binding): boolean {
  if (plainType(b.type) !== null) return false;
  if (b.isParameter) return true;
  if (t.infer.imported.has(b)) return false;
  const [site] = b.sites;
  if (b.sites.length !== 1) return b.declaring.size === 0 || [...b.declaring.values()].every((w) => w === "let");
  return site?.kind === "assign" && site.path.length === 0 && site.value !== null && !isDeclaredCall(t, site.value);
}

/** TypeScript knows what the call gives, better than we do. */
export function isDeclaredCall(t: Translator, e: ExprNode): boolean {
  if (e.nodeType === "Lambda" || e.nodeType === "Constant") return true;
  if (e.nodeType !== "Call") return false;
  const path = t.pathOf(e.func);
  if (path !== null) return isDeclared(path);
  const type = t.typeOf(e.func);
  return type.kind === "function" || type.kind === "class";
}

/** TypeScript takes it for that one value: it must not be compared with another. */
export function isLiteral(t: Translator, e: ExprNode): boolean {
  if (e.nodeType === "Constant") return true;
  if (e.nodeType === "UnaryOp") return isLiteral(t, e.operand);
  if (e.nodeType === "Subscript") return e.value.nodeType === "Tuple";
  if (e.nodeType !== "Name" || t.local.has(e.id)) return false;
  const binding = t.scope.lookup(e.id);
  const site = binding?.isConst ? binding.sites[0]! : null;
  if (site?.kind !== "assign" || site.value === null) return false;
  const value = partOf(site.value, site.path);
  return value !== null && (value.nodeType === "Constant" || value.nodeType === "UnaryOp");
}

/** What a name gets of `a, b = 1, 2`. */
function partOf(value: ExprNode, path: readonly number[]): ExprNode | null {
  let part: ExprNode = value;
  for (const i of path) {
    if ((part.nodeType !== "Tuple" && part.nodeType !== "List") || !part.elts[i]) return null;
    part = part.elts[i];
  }
  return part;
}

/** `py.name`, with `<any>` where no operand says so by itself and the result isn't known. */
export function dynamic(t: Translator, name: string, result: ExprNode, operands: readonly ExprNode[]): string {
  const callee = t.py(name);
  if (!t.isTyped || t.typeOf(result).kind !== "any" || operands.some((x) => isAny(t, x))) return callee;
  return `${callee}<any>`;
}
