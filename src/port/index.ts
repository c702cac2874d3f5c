/**
 * The translator: a legacy Python script to TypeScript that runs on this package.
 */
import type { StmtNode } from "py-ast";
import { type Doc, layout } from "./doc.js";
import { call } from "./emit/calls.js";
import { classStatement } from "./emit/classes.js";
import { docLines, docOf } from "./emit/comments.js";
import { expression } from "./emit/expressions.js";
import { importedPaths, modulePath } from "./emit/imports.js";
import { body } from "./emit/statements.js";
import { stored } from "./emit/stored.js";
import { type Diagnostic, type Options, type Parts, Translator } from "./emit/translator.js";
import { truth } from "./emit/truth.js";
import { readFStrings } from "./fstrings.js";
import { Inference } from "./infer.js";
import { PythonSyntaxError, parsePython } from "./parse.js";
import { type Binding, Scopes } from "./scope.js";
import { Source } from "./source.js";
import { lineOf, sourceMap } from "./source_map.js";

export { type Diagnostic, lineOf, PythonSyntaxError };

export interface PortOptions {
  /** Name of the script in messages and in the source map. Default: "script.py". */
  readonly filename?: string;
  /** "ts" (default), or "js": without types, for Node as it is. */
  readonly target?: "ts" | "js";
  /** `with` as `using` (default); notebooks need the longer form. */
  readonly using?: boolean;
  /** Names of modules beside the script, which it may import. */
  readonly modules?: Iterable<string>;
  /** Others import it: its top-level names are exported. */
  readonly isModule?: boolean;
}

export interface Ported {
  readonly code: string;
  /** In the order of the source. `unported`: the code throws at that place. */
  readonly diagnostics: readonly Diagnostic[];
  /** JSON, version 3. */
  readonly sourceMap: string;
}

const PARTS: Parts = { expression, stored, truth, call, body, classStatement };

/**
 * Translates a Python 2 or 3 script.
 * Raises PythonSyntaxError, with line and column, for what Python can't read either.
 */
export function port(source: string, options: PortOptions = {}): Ported {
  const { filename = "script.py", target = "ts", using = true, modules = [], isModule = false } = options;
  const parsed = parsePython(source);
  const text = new Source(parsed.text);
  readFStrings(parsed.module, (node) => text.segment(node), text.texts);
  const scopes = new Scopes(parsed.module, isModule);
  const infer = new Inference(scopes, imports(scopes), starImports(scopes), text, parsed.version === 2);
  infer.run();
  const full: Options = { filename, target, using, modules: new Set(modules), isModule };
  const t = new Translator(PARTS, text, infer, full, parsed.version === 2);
  const doc = docOf(parsed.module.body);
  const lines: Doc[] = t.body(parsed.module.body, true);
  const head = [...importLines(t), ...t.siblings];
  const top: Doc[] = doc === null ? [] : docLines(doc);
  // What the script says about itself comes first.
  let lead = lines.findIndex((l) => typeof l !== "string" || !l.startsWith("//"));
  if (lead < 0) lead = lines.length;
  const own = lines.slice(lead);
  if (own[0] === "") own.shift();
  const rest: Doc[] = head.length > 0 ? [...lines.slice(0, lead), ...head, "", ...own] : lines;
  const { text: code, marks } = layout([...top, ...rest]);
  const diagnostics = t.diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return { code, diagnostics, sourceMap: sourceMap(filename, source, marks) };
}

/** What imported names stand for, in every scope. */
function imports(scopes: Scopes): Map<Binding, string> {
  const out = new Map<Binding, string>();
  for (const [stmt, scope] of scopes.imports) {
    for (const [name, path] of importedPaths(stmt as Extract<StmtNode, { nodeType: "Import" }>)) {
      const binding = scope.lookup(name);
      if (binding) out.set(binding, path);
    }
  }
  return out;
}

/** Modules whose names are there without a module's name. */
function starImports(scopes: Scopes): string[] {
  return scopes.imports.flatMap(([s]) => {
    if (s.nodeType !== "ImportFrom" || !s.names.some((a) => a.name === "*")) return [];
    const path = modulePath(s.module ?? "");
    return path === null ? [] : [path];
  });
}

function importLines(t: Translator): string[] {
  const order = ["tf1-compat", "tf1-compat/python", "tf1-compat/pyplot"];
  return order.flatMap((module) => {
    const names = t.imports.get(module);
    return names ? [`import { ${[...names].sort().join(", ")} } from "${module}";`] : [];
  });
}
