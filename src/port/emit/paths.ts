/**
 * Names of modules: TensorFlow's, NumPy's, the standard library's.
 */
import type { ASTNode } from "py-ast";
import { canonicalPath, isKnown, isNamespace, isOriginal, isStandard } from "../api.js";
import { stringText } from "../literals.js";
import { type Code, callOf, primary } from "./code.js";
import type { Translator } from "./translator.js";

/** The code for a path; what the library lacks throws there. */
export function pathCode(t: Translator, path: string, node: ASTNode): Code {
  const name = canonicalPath(path);
  const root = name.split(".")[0]!;
  if (root === "tf" || root === "np") {
    t.use("tf1-compat", root);
    if (isKnown(name) || isNamespace(name) || name === root) return primary(name);
    const owner = name.slice(0, name.lastIndexOf("."));
    const last = name.slice(owner.length + 1);
    // A member of something known: an enum's, an instance's.
    if (isKnown(owner) && !isNamespace(owner)) return primary(name);
    if (root === "np" || isOriginal(name) || !isNamespaceOfOriginal(owner))
      return t.unported(node, `${name} is not there yet`, "missing");
    const module = owner === "tf" ? "tensorflow" : `tensorflow._api.v1.${owner.slice(3)}`;
    return callOf(t.py("no_attribute") + t.generic("any"), [stringText(module), stringText(last)]);
  }
  if (root === "plt") {
    t.use("tf1-compat/pyplot", "plt");
    return primary(name);
  }
  if (isStandard(root)) {
    t.use("tf1-compat/python", root);
    return primary(name);
  }
  const own = t.options.modules.has(root) ? root : null;
  if (own !== null) return primary(name);
  return t.unported(node, `the module ${root} is not there`, "missing");
}

/** TensorFlow 1.15 has that namespace, and so knows what isn't in it. */
function isNamespaceOfOriginal(path: string): boolean {
  return path === "tf" || isNamespace(path);
}
