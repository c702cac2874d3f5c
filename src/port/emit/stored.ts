/**
 * Values where somebody else reads them: in a container, an argument, a result. There a whole float says that it is one.
 */
import type { ExprNode } from "py-ast";
import { type Code, callOf, Prec } from "./code.js";
import type { Translator } from "./translator.js";

export function stored(t: Translator, e: ExprNode): Code {
  const code = t.plain(e);
  if (t.typeOf(e).kind !== "float" || isFractional(t, e)) return code;
  return callOf(t.py("float"), [code.prec >= Prec.Assign ? code.doc : ["(", code.doc, ")"]]);
}

/** Written down, and not whole: it can't be taken for an int. */
function isFractional(t: Translator, e: ExprNode): boolean {
  if (e.nodeType === "Constant") return typeof e.value === "number" && !Number.isInteger(e.value);
  if (e.nodeType === "UnaryOp") return isFractional(t, e.operand);
  if (e.nodeType === "Attribute") {
    const path = t.pathOf(e);
    return path === "np.pi" || path === "math.pi" || path === "np.e" || path === "math.e";
  }
  if (e.nodeType !== "Name") return false;
  const binding = t.lookup(e.id);
  const site = binding?.isConst ? binding.sites[0] : undefined;
  return site?.kind === "assign" && site.path.length === 0 && site.value !== null && isFractional(t, site.value);
}
