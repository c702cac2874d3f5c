/**
 * `x[…]`: of arrays and tensors `at`, of all else by what it is.
 */
import type { ExprNode } from "py-ast";
import type { Doc } from "../doc.js";
import { literalIndex } from "../infer.js";
import { stringText } from "../literals.js";
import type { Type } from "../types.js";
import { bound, type Code, callOf, Prec } from "./code.js";
import { dynamic } from "./dynamic.js";
import { receiver, sliceCode } from "./iterables.js";
import { pathCode } from "./paths.js";
import type { Translator } from "./translator.js";

type Subscript = Extract<ExprNode, { nodeType: "Subscript" }>;

export function subscript(t: Translator, e: Subscript): Code {
  const path = t.pathOf(e.value);
  const type = t.typeOf(e.value);
  if (path !== null && /^np\.(?:c_|r_|s_|mgrid|ogrid|index_exp)$/.test(path)) {
    return callOf([pathCode(t, path, e.value).doc, ".at"], indices(t, e.slice));
  }
  if (hasAt(type)) return callOf([receiver(t, e.value), ".at"], indices(t, e.slice));
  if (type.kind === "dict") return callOf([receiver(t, e.value), ".at"], [t.item(e.slice)]);
  if (type.kind === "list" && e.slice.nodeType === "Slice" && isPlainSlice(t, e.slice)) {
    return callOf([receiver(t, e.value), ".slice"], sliceBounds(t, e.slice));
  }
  return callOf(dynamic(t, "getitem", e, [e.value]), [t.item(e.value), index(t, e.slice)]);
}

function hasAt(type: Type): boolean {
  return type.kind === "object" && /^(?:Tensor|NDArray|Variable|TensorShape)$/.test(type.ts);
}

/** One value: several indices are a tuple. */
export function index(t: Translator, e: ExprNode): Doc {
  if (e.nodeType === "Slice") return sliceCode(t, e).doc;
  if (e.nodeType === "Tuple")
    return callOf(t.py("tuple"), [["[", e.elts.flatMap((x, i) => [...(i > 0 ? [", "] : []), index(t, x)]), "]"]]).doc;
  return t.item(e);
}

/** Arguments of `at`. */
function indices(t: Translator, e: ExprNode): Doc[] {
  const parts = e.nodeType === "Tuple" ? e.elts : [e];
  return parts.map((p) => (p.nodeType === "Slice" ? sliceText(t, p) : t.item(p)));
}

/** `":3"` where the bounds are written down. */
function sliceText(t: Translator, e: Extract<ExprNode, { nodeType: "Slice" }>): Doc {
  const parts = [e.lower, e.upper, e.step].map((x) => (x ? literalIndex(x) : ""));
  if (parts.includes(null)) return sliceCode(t, e).doc;
  const [lower, upper, step] = parts;
  return stringText(step === "" ? `${lower}:${upper}` : `${lower}:${upper}:${step}`);
}

function isPlainSlice(t: Translator, e: Extract<ExprNode, { nodeType: "Slice" }>): boolean {
  return !e.step && [e.lower, e.upper].every((x) => !x || t.typeOf(x).kind === "int");
}

function sliceBounds(t: Translator, e: Extract<ExprNode, { nodeType: "Slice" }>): Doc[] {
  const bounds = [e.lower, e.upper].map((x) => (x ? bound(t.plain(x), Prec.Assign) : null));
  if (bounds[1] === null) return bounds[0] === null ? [] : [bounds[0]!];
  return [bounds[0] ?? "0", bounds[1]!];
}

/** `x[i] = value`, as an expression. */
export function setItem(t: Translator, target: Subscript, value: Doc): Code {
  const type = t.typeOf(target.value);
  if (type.kind === "dict") return callOf([receiver(t, target.value), ".set"], [t.item(target.slice), value]);
  return callOf(t.py("setitem"), [t.item(target.value), index(t, target.slice), value]);
}

export function deleteItem(t: Translator, target: Subscript): Code {
  return callOf(t.py("delitem"), [t.item(target.value), index(t, target.slice)]);
}
