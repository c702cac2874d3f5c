/**
 * Expressions, each as it stands: a number's type says how to read it.
 */
import type { ExprNode } from "py-ast";
import { isNever, isNullable, isNullableMember } from "../api.js";
import type { Doc } from "../doc.js";
import { numberText, stringText } from "../literals.js";
import { isIdentifier, safeName } from "../names.js";
import type { Type } from "../types.js";
import { call } from "./calls.js";
import { arrayOf, arrow, bound, type Code, callOf, infix, objectOf, Prec, primary } from "./code.js";
import { comparison } from "./comparisons.js";
import { dictComprehension, generator, listComprehension } from "./comprehensions.js";
import { dynamic, isAny, isDeclaredCall } from "./dynamic.js";
import { lambda } from "./functions.js";
import { binary, unary } from "./operators.js";
import { pathCode } from "./paths.js";
import { formatted } from "./strings.js";
import { subscript } from "./subscripts.js";
import type { Translator } from "./translator.js";

export function expression(t: Translator, e: ExprNode): Code {
  const code = read(t, e);
  if (t.isTyped && e.nodeType === "Call" && isNever(t.pathOf(e.func) ?? "")) {
    t.note(e, "missing", `${t.pathOf(e.func)} is not implemented yet`);
    return primary(["(", code.doc, " as any)"]);
  }
  return t.isTyped && isNullableRead(t, e) ? primary([bound(code, Prec.Primary), "!"]) : code;
}

/** The declarations say that it may be null; a script that asks for it knows that it isn't. */
function isNullableRead(t: Translator, e: ExprNode): boolean {
  const what = e.nodeType === "Call" ? e.func : e;
  if (what.nodeType !== "Attribute" || (e.nodeType === "Attribute" && e.ctx.nodeType !== "Load")) return false;
  const path = t.pathOf(what);
  if (path !== null) return e.nodeType === "Call" && isNullable(path);
  const owner = t.typeOf(what.value);
  return owner.kind === "object" && isNullableMember(owner.ts, what.attr);
}

function read(t: Translator, e: ExprNode): Code {
  switch (e.nodeType) {
    case "Constant":
      return constant(t, e);
    case "Name":
      return nameCode(t, e);
    case "JoinedStr":
      return formatted(t, e);
    case "List":
      return listCode(t, e.elts);
    case "Tuple":
      return callOf(t.py("tuple"), [listCode(t, e.elts).doc]);
    case "Set":
      return callOf(t.py("set") + t.generic("any"), [listCode(t, e.elts).doc]);
    case "Dict":
      return dictCode(t, e.keys, e.values);
    case "BinOp":
      return binary(t, e);
    case "UnaryOp":
      return unary(t, e);
    case "BoolOp":
      return boolean(t, e);
    case "Compare":
      return comparison(t, e);
    case "IfExp":
      return conditional(t, e);
    case "Attribute":
      return attribute(t, e);
    case "Subscript":
      return subscript(t, e);
    case "Call":
      return call(t, e);
    case "Lambda":
      return lambda(t, e);
    case "ListComp":
      return listComprehension(t, e);
    case "SetComp":
      return callOf(t.py("set") + t.generic("any"), [listComprehension(t, e).doc]);
    case "GeneratorExp":
      return generator(t, e);
    case "DictComp":
      return dictComprehension(t, e);
    case "Yield":
      return { doc: e.value ? ["yield ", t.item(e.value)] : "yield null", prec: Prec.Assign };
    case "YieldFrom":
      return { doc: ["yield* ", iterable(t, e.value)], prec: Prec.Assign };
    case "NamedExpr":
      return { doc: [bound(t.plain(e.target), Prec.Primary), " = ", t.item(e.value)], prec: Prec.Assign };
    case "Starred":
      return { doc: ["...", iterable(t, e.value)], prec: Prec.Assign };
    case "Slice":
      return sliceCode(t, e);
    default:
      return t.unported(e, `${e.nodeType} is not translated`);
  }
}

function constant(t: Translator, e: Extract<ExprNode, { nodeType: "Constant" }>): Code {
  const v: unknown = e.value;
  if (v === null || v === undefined) return primary("null");
  if (typeof v === "boolean") return primary(String(v));
  if (typeof v === "number" || typeof v === "bigint") {
    const segment = t.source.segment(e).replace(/[lL]$/, "");
    return primary(numberText(segment));
  }
  if (typeof v === "string") {
    if (v === "..." && t.source.segment(e) === "...") return primary('"..."');
    const isBytes = t.typeOf(e).kind === "bytes";
    if (!isBytes || t.isPython2) return primary(stringText(v));
    if (/^[\x20-\x7e\n\t]*$/.test(v)) return callOf(t.py("str.encode"), [stringText(v)]);
    return callOf(
      "Uint8Array.of",
      Array.from(v, (c) => String(c.charCodeAt(0))),
    );
  }
  const { real, imag } = v as { real: number; imag: number };
  return primary(
    objectOf([
      ["re", String(real)],
      ["im", String(imag)],
    ]),
  );
}

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

function listCode(t: Translator, elts: readonly ExprNode[]): Code {
  return arrayOf(elts.map((x) => t.item(x)));
}

function dictCode(t: Translator, keys: readonly (ExprNode | null)[], values: readonly ExprNode[]): Code {
  const callee = t.py("dict") + t.generic("any, any");
  if (keys.length === 0) return callOf(callee, []);
  const names = keys.map((k) => (k && typeof stringKey(k) === "string" ? stringKey(k) : null));
  // A name as a key keeps its place in an object; one that reads like a number would not.
  if (names.every((n) => n !== null && isIdentifier(n)) && new Set(names).size === names.length) {
    return callOf(callee, [objectOf(names.map((n, i) => [n!, t.item(values[i]!)]))]);
  }
  if (keys.every((k) => k !== null)) return callOf(callee, [pairs(t, keys, values)]);
  const parts: Doc[] = [];
  let run: number[] = [];
  const flush = (): void => {
    if (run.length > 0)
      parts.push(
        pairs(
          t,
          run.map((i) => keys[i]!),
          run.map((i) => values[i]!),
        ),
      );
    run = [];
  };
  keys.forEach((k, i) => {
    if (k) run.push(i);
    else {
      flush();
      parts.push(t.item(values[i]!));
    }
  });
  flush();
  return callOf(callee, parts);
}

function stringKey(k: ExprNode): string | null {
  return k.nodeType === "Constant" && typeof k.value === "string" && !/^[rR]?[bB]/.test(k.quote_style ?? "")
    ? k.value
    : null;
}

/** `[[k, v], …]`: also what a session is fed. */
export function pairs(t: Translator, keys: readonly (ExprNode | null)[], values: readonly ExprNode[]): Doc {
  return arrayOf(keys.map((k, i) => arrayOf([t.item(k!), t.item(values[i]!)]).doc)).doc;
}

function boolean(t: Translator, e: Extract<ExprNode, { nodeType: "BoolOp" }>): Code {
  const isAnd = e.op.nodeType === "And";
  const types = e.values.map((x) => t.typeOf(x));
  if (types.every((x) => x.kind === "bool")) {
    const prec = isAnd ? Prec.And : Prec.Or;
    return e.values.map((x) => t.plain(x)).reduce((a, b) => infix(a, isAnd ? "&&" : "||", b, prec));
  }
  const callee = dynamic(t, isAnd ? "both" : "either", e, e.values.slice(0, 1));
  const chain = (i: number): Code =>
    i === e.values.length - 1
      ? t.value(e.values[i]!)
      : callOf(callee, [t.item(e.values[i]!), arrow([], chain(i + 1)).doc]);
  return chain(0);
}

function conditional(t: Translator, e: Extract<ExprNode, { nodeType: "IfExp" }>): Code {
  const isPlain = isSameNumber(t.typeOf(e.body), t.typeOf(e.orelse));
  const part = (x: ExprNode): Doc => bound(isPlain ? t.plain(x) : t.value(x), Prec.Conditional);
  return {
    doc: [bound(t.test(e.test), Prec.Or), " ? ", part(e.body), " : ", part(e.orelse)],
    prec: Prec.Conditional,
  };
}

/** Neither has to say what it is. */
export function isSameNumber(a: Type, b: Type): boolean {
  return (a.kind === "int" && b.kind === "int") || (a.kind === "float" && b.kind === "float");
}

/** Attributes that every object of Python has, and no object of JavaScript. */
const SPECIAL = new Set(["__name__", "__doc__", "__module__", "__dict__"]);

function attribute(t: Translator, e: Extract<ExprNode, { nodeType: "Attribute" }>): Code {
  const path = t.pathOf(e);
  if (path !== null) return pathCode(t, path, e);
  if (e.attr === "__class__") return callOf(t.py("type"), [t.item(e.value)]);
  if (e.attr === "__dict__") return callOf(t.py("vars"), [t.item(e.value)]);
  const owner = t.typeOf(e.value);
  if (SPECIAL.has(e.attr) || t.infer.isMissing(owner, e.attr)) {
    return callOf(t.py("getattr") + t.generic("any"), [t.item(e.value), stringText(e.attr)]);
  }
  // A method of a built-in type as a value.
  if (
    owner.kind !== "object" &&
    owner.kind !== "instance" &&
    owner.kind !== "class" &&
    t.infer.isBuiltinMethod(e.attr) &&
    e.ctx.nodeType === "Load"
  )
    return callOf(t.py("method"), [t.item(e.value), stringText(e.attr)]);
  return primary([receiver(t, e.value), `.${e.attr}`]);
}

function isUnportedCode(code: Code): boolean {
  return typeof code.doc === "string" && code.doc.includes("unported");
}

/** What stands before a dot. */
export function receiver(t: Translator, e: ExprNode): Doc {
  const code = t.value(e);
  // What the library says nothing of, is called any; what the program holds is.
  if (t.isTyped && t.typeOf(e).kind === "any" && e.nodeType === "Call" && !isAny(t, e) && !isDeclaredCall(t, e) && !isUnportedCode(code)) {
    return ["(", bound(code, Prec.Assign), " as any)"];
  }
  const isNumber =
    e.nodeType === "Constant" && typeof e.value === "number" && typeof code.doc === "string" && /^\d/.test(code.doc);
  return isNumber ? ["(", code.doc, ")"] : bound(code, Prec.Primary);
}

/** Something that `for … of` can walk over as Python does. */
export function iterable(t: Translator, e: ExprNode): Doc {
  if (
    e.nodeType === "Call" &&
    t.isBuiltin(e.func, "range", "xrange", "enumerate", "zip", "reversed", "sorted", "map", "filter", "list", "tuple")
  ) {
    return bound(call(t, e, true), Prec.Primary);
  }
  const type = t.typeOf(e);
  if (e.nodeType === "Tuple" && e.elts.length > 0) return listCode(t, e.elts).doc;
  if (
    type.kind === "list" ||
    type.kind === "tuple" ||
    type.kind === "range" ||
    isRows(type) ||
    e.nodeType === "GeneratorExp"
  )
    return bound(t.plain(e), Prec.Primary);
  if (type.kind === "dict") return [bound(t.plain(e), Prec.Primary), ".keys()"];
  if (e.nodeType === "Call" && e.func.nodeType === "Attribute" && e.args.length === 0) {
    const owner = t.typeOf(e.func.value);
    const own = DICT_VIEWS[e.func.attr];
    if (owner.kind === "dict" && own !== undefined) return [receiver(t, e.func.value), `.${own}()`];
  }
  const isVague = t.isTyped && type.kind === "any" && !isAny(t, e);
  return callOf(t.py("iter") + (isVague ? "<any>" : ""), [t.item(e)]).doc;
}

/** Arrays give their rows. */
function isRows(type: Type): boolean {
  return type.kind === "object" && type.ts === "NDArray";
}

const DICT_VIEWS: Readonly<Record<string, string>> = {
  items: "entries",
  iteritems: "entries",
  keys: "keys",
  iterkeys: "keys",
  values: "values",
  itervalues: "values",
};

export function sliceCode(t: Translator, e: Extract<ExprNode, { nodeType: "Slice" }>): Code {
  const parts = [e.lower, e.upper, e.step].map((x) => (x ? t.item(x) : "null"));
  while (parts.length > 2 && parts.at(-1) === "null") parts.pop();
  return callOf(t.py("slice"), parts);
}
