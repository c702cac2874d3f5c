/**
 * Names: the program's own, Python's built-in ones, and those of modules.
 */
import type { ExprNode } from "py-ast";
import { stringText } from "../literals.js";
import { safeName } from "../names.js";
import { type Code, callOf, primary } from "./code.js";
import { pathCode } from "./paths.js";
import type { Translator } from "./translator.js";

/** Built-in names that are no functions. */
const CONSTANTS: Readonly<Record<string, string>> = { __name__: '"__main__"', __doc__: "null" };

export function nameCode(t: Translator, e: Extract<ExprNode, { nodeType: "Name" }>): Code {
  const renamed = t.renames.get(e.id);
  if (renamed !== undefined) return primary(renamed);
  if (t.local.has(e.id)) return primary(safeName(e.id, true));
  const binding = t.scope.lookup(e.id);
  if (binding) {
    if (binding.scope.kind === "class" && t.frame.className) return primary(`${t.frame.className}.${e.id}`);
    const imported = t.infer.imported.get(binding);
    if (imported !== undefined && binding.sites.length === 1) return pathCode(t, imported, e);
    return primary(safeName(e.id, true));
  }
  const starred = t.infer.starred(e.id);
  if (starred !== null) return pathCode(t, starred, e);
  if (e.id === "__file__") return primary(stringText(t.options.filename));
  const fixed = CONSTANTS[e.id];
  if (fixed !== undefined) return primary(fixed);
  if (BUILTINS.has(e.id)) return primary(e.id === "print" ? printName(t) : t.py(ALIASES[e.id] ?? e.id));
  if (e.id === "open") {
    t.use("tf1-compat/python", "open");
    return primary("open");
  }
  return callOf(t.py("unbound"), [stringText(e.id)]);
}

export function printName(t: Translator): string {
  t.use("tf1-compat", "print");
  return "print";
}

/** Built-ins of Python 2 under their names of Python 3. */
const ALIASES: Readonly<Record<string, string>> = {
  xrange: "range",
  unicode: "str",
  basestring: "str",
  long: "int",
  raw_input: "input",
  unichr: "chr",
  IOError: "OSError",
  EnvironmentError: "OSError",
  StandardError: "Exception",
};

/** What `py` has of Python's built-in names. */
const BUILTINS = new Set(
  (
    "abs all any ascii bin bool bytearray bytes callable chr cmp complex delattr dict dir divmod enumerate filter float format frozenset " +
    "getattr hasattr hash hex id input int isinstance issubclass iter len list map max min next object oct ord pow print range repr " +
    "reversed round set setattr slice sorted str sum tuple type vars zip reduce NotImplemented " +
    "xrange unicode basestring long raw_input unichr StandardError IOError EnvironmentError " +
    "BaseException Exception SystemExit KeyboardInterrupt GeneratorExit StopIteration ArithmeticError FloatingPointError OverflowError " +
    "ZeroDivisionError AssertionError AttributeError BufferError EOFError ImportError ModuleNotFoundError LookupError IndexError KeyError " +
    "MemoryError NameError UnboundLocalError OSError BlockingIOError ChildProcessError ConnectionError BrokenPipeError " +
    "ConnectionRefusedError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError " +
    "ProcessLookupError TimeoutError ReferenceError RuntimeError NotImplementedError RecursionError SyntaxError SystemError TypeError " +
    "ValueError UnicodeError UnicodeDecodeError UnicodeEncodeError Warning DeprecationWarning FutureWarning RuntimeWarning UserWarning"
  ).split(" "),
);

export const isBuiltinName = (name: string): boolean => BUILTINS.has(name);
export const builtinName = (name: string): string => ALIASES[name] ?? name;
