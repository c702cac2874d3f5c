/**
 * Imports: what the package has under another name needs none of its own; siblings become modules beside this one.
 */
import type { StmtNode } from "py-ast";
import { canonicalPath, isStandard } from "../api.js";
import type { Doc } from "../doc.js";
import { safeName } from "../names.js";
import { callOf } from "./code.js";
import type { Translator } from "./translator.js";

type Import = Extract<StmtNode, { nodeType: "Import" }>;
type ImportFrom = Extract<StmtNode, { nodeType: "ImportFrom" }>;

/** The path that a module's name stands for; null for what is not here. */
export function modulePath(name: string): string | null {
  if (name === "tensorflow" || name === "tensorflow.compat.v1") return "tf";
  if (name.startsWith("tensorflow.compat.v1.")) return `tf.${name.slice("tensorflow.compat.v1.".length)}`;
  if (name.startsWith("tensorflow.")) return `tf.${name.slice("tensorflow.".length)}`;
  if (name === "numpy") return "np";
  if (name.startsWith("numpy.")) return `np.${name.slice("numpy.".length)}`;
  if (name === "matplotlib.pyplot" || name === "pylab") return "plt";
  if (name === "six.moves") return "six.moves";
  return isStandard(name.split(".")[0]!) ? name : null;
}

/** Paths of the names that an import binds, for those that the package has. */
export function importedPaths(s: Import | ImportFrom): (readonly [string, string])[] {
  if (s.nodeType === "Import") {
    return s.names.flatMap((a) => {
      const whole = modulePath(a.name);
      if (a.asname) return whole === null ? [] : [[a.asname, whole] as const];
      const root = a.name.split(".")[0]!;
      const path = modulePath(root);
      return path === null ? [] : [[root, path] as const];
    });
  }
  const module = s.module ?? "";
  if (s.level) return [];
  if (module === "matplotlib")
    return s.names.flatMap((a) => (a.name === "pyplot" ? [[a.asname ?? a.name, "plt"] as const] : []));
  const path = modulePath(module);
  if (path === null) return [];
  return s.names.flatMap((a) => {
    if (a.name === "*") return [];
    return [[a.asname ?? a.name, canonicalPath(`${path}.${a.name}`)] as const];
  });
}

const DROPPED = new Set(["__future__", "matplotlib", "typing"]);

function isUsed(t: Translator, name: string): boolean {
  return (t.scope.lookup(name)?.references.length ?? 0) > 0;
}

export function importModules(t: Translator, s: Import): Doc[] {
  return s.names.flatMap((a) => {
    const name = a.asname ?? a.name.split(".")[0]!;
    const binding = t.scope.lookup(name);
    if (modulePath(a.name) !== null && binding && t.infer.imported.has(binding)) return rebound(t, name);
    if (DROPPED.has(a.name)) return [];
    const root = a.name.split(".")[0]!;
    if (t.options.modules.has(root)) {
      t.siblings.push(`import * as ${name} from "./${a.name.replaceAll(".", "/")}.js";`);
      return [];
    }
    return missing(t, s, a.name, [name]);
  });
}

/** The name has other values, too: it is a variable that starts as the module. */
function rebound(t: Translator, name: string): Doc[] {
  const binding = t.scope.lookup(name)!;
  if (binding.sites.length === 1) return [];
  const path = t.infer.imported.get(binding)!;
  const root = path.split(".")[0]!;
  t.use(
    root === "tf" || root === "np" ? "tf1-compat" : root === "plt" ? "tf1-compat/pyplot" : "tf1-compat/python",
    root,
  );
  if (name === path) return [];
  const word = binding.declaring.size > 0 ? "let " : "";
  return [`${word}${safeName(name, true)}${word ? t.typed("any") : ""} = ${path};`];
}

export function importFrom(t: Translator, s: ImportFrom): Doc[] {
  const module = s.module ?? "";
  if (DROPPED.has(module) && module !== "matplotlib") return [];
  const sibling = s.level ? module : module.split(".")[0]!;
  if (s.level || t.options.modules.has(sibling)) {
    const path = `./${module.replaceAll(".", "/")}`;
    if (module === "" || module === ".") {
      for (const a of s.names) t.siblings.push(`import * as ${a.asname ?? a.name} from "./${a.name}.js";`);
      return [];
    }
    if (s.names.some((a) => a.name === "*")) return [[t.unported(s, `from ${module} import *`).doc, ";"]];
    const names = s.names.map((a) => (a.asname ? `${a.name} as ${a.asname}` : a.name));
    t.siblings.push(`import { ${names.join(", ")} } from "${path}.js";`);
    return [];
  }
  const known = new Set(importedPaths(s).map(([name]) => name));
  const rest = s.names.filter((a) => a.name !== "*" && !known.has(a.asname ?? a.name));
  const again = s.names.flatMap((a) => (known.has(a.asname ?? a.name) ? rebound(t, a.asname ?? a.name) : []));
  if (rest.length === 0) return again;
  return [
    ...again,
    ...missing(
      t,
      s,
      module,
      rest.map((a) => a.asname ?? a.name),
    ),
  ];
}

/** A module that is not here: what nobody uses needs none; else the import fails, as it would where it isn't installed. */
function missing(t: Translator, s: Import | ImportFrom, module: string, names: readonly string[]): Doc[] {
  const used = names.filter((n) => isUsed(t, n));
  if (used.length === 0) {
    t.note(s, "note", `import of ${module}: nothing uses it`);
    return [];
  }
  t.unported(s, `import of ${module}`, "missing");
  return used.map((n): Doc => {
    const binding = t.scope.lookup(n);
    const word = binding?.wordIn(s) ? `${binding.wordIn(s)} ` : "";
    const call = callOf(t.py("unported") + t.generic("any"), [
      JSON.stringify(`import of ${module}`),
      JSON.stringify(t.where(s)),
    ]).doc;
    return [word, safeName(n, true), word ? t.typed("any") : "", " = ", call, ";"];
  });
}
