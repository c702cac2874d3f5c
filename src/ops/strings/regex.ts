/**
 * Regular expressions of RE2 as JavaScript's, for tf.regex_replace and tf.strings.regex_full_match.
 * Source: RE2's syntax (github.com/google/re2/wiki/Syntax); core/kernels/{regex_replace_op,regex_full_match_op}.cc.
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { unchanged } from "../shape_functions.js";
import { bytesOf, eachString, stringsOf, textOf } from "./text.js";

const CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7F",
  blank: "\\t ",
  cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** RE2's ASCII classes; JavaScript's \s and \w take in more. */
const ESCAPES: Readonly<Record<string, string>> = { s: "\\t\\n\\f\\r ", S: "^\\t\\n\\f\\r " };

function escapeOf(c: string, next: string, inClass: boolean): string {
  if (c === "A" && !inClass) return "^";
  if (c === "z" && !inClass) return "$";
  if (c === "a") return "\\x07";
  if (c === "s" || c === "S") {
    const list = ESCAPES[c]!;
    if (!inClass) return `[${list}]`;
    return c === "s" ? list : "\\S";
  }
  if ((c === "p" || c === "P") && next !== "{") return `\\${c}{${next}}`;
  // JavaScript's unicode mode knows escapes of syntax characters only.
  if (/[A-Za-z0-9]/.test(c) || /[$^\\.*+?()[\]{}|/]/.test(c)) return `\\${c}`;
  return c === "-" && inClass ? "\\-" : c;
}

function invalid(pattern: string, what: string): Error {
  return invalidArgument(`Invalid pattern: ${pattern}, error: ${what}`);
}

/** Translates RE2's syntax. Raises InvalidArgumentError with RE2's words for a broken or unsupported pattern. */
export function toRegExp(pattern: string, extraFlags: string, whole: boolean): RegExp {
  let flags = "u";
  let source = pattern;
  const leading = /^\(\?([imsU]+)\)/.exec(pattern);
  if (leading) {
    source = pattern.slice(leading[0].length);
    for (const f of leading[1]!) if (f !== "U" && !flags.includes(f)) flags += f;
  }
  let out = "";
  let open = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === "\\") {
      const name = source[i + 1];
      if (name === undefined) throw invalid(pattern, "trailing \\: ");
      if (name === "Q") {
        const end = source.indexOf("\\E", i + 2);
        const literal = source.slice(i + 2, end < 0 ? undefined : end);
        out += literal.replace(/[$^\\.*+?()[\]{}|/]/g, "\\$&");
        i = end < 0 ? source.length : end + 1;
        continue;
      }
      const next = source[i + 2] ?? "";
      out += escapeOf(name, next, false);
      i += (name === "p" || name === "P") && next !== "{" ? 2 : 1;
    } else if (c === "[") {
      const end = classEnd(source, i);
      if (end < 0) throw invalid(pattern, `missing ]: ${source.slice(i)}`);
      out += translateClass(source.slice(i, end + 1));
      i = end;
    } else if (c === "(") {
      open++;
      if (source.startsWith("(?P<", i)) {
        out += "(?<";
        i += 3;
      } else if (/^\(\?[=!<]/.test(source.slice(i)) && !source.startsWith("(?<", i)) {
        throw invalid(pattern, `invalid perl operator: ${source.slice(i, i + 3)}`);
      } else out += c;
    } else if (c === ")") {
      if (open === 0) throw invalid(pattern, `missing ): ${pattern}`);
      open--;
      out += c;
    } else if ("*+?".includes(c) && (out === "" || /[(|]$/.test(out))) {
      throw invalid(pattern, `no argument for repetition operator: ${c}`);
    } else if (c === "{" && !/^\{\d+(,\d*)?\}/.test(source.slice(i))) out += "\\{";
    else if (c === "}" && !/\{\d+(,\d*)?$/.test(out)) out += "\\}";
    else out += c;
  }
  if (open > 0) throw invalid(pattern, `missing ): ${pattern}`);
  try {
    return new RegExp(whole ? `^(?:${out})$` : out, flags + extraFlags);
  } catch (error) {
    throw invalid(pattern, `${(error as Error).message}`);
  }
}

function classEnd(source: string, start: number): number {
  let i = start + 1;
  if (source[i] === "^") i++;
  if (source[i] === "]") i++;
  for (; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source.startsWith("[:", i)) i = Math.max(i, source.indexOf(":]", i) + 1);
    else if (source[i] === "]") return i;
  }
  return -1;
}

function translateClass(text: string): string {
  let inner = text.slice(1, -1);
  let out = "[";
  if (inner.startsWith("^")) {
    out += "^";
    inner = inner.slice(1);
  }
  for (let i = 0; i < inner.length; i++) {
    const c = inner[i]!;
    const posix = /^\[:(\^?)(\w+):\]/.exec(inner.slice(i));
    if (posix && CLASSES[posix[2]!] && posix[1] === "") {
      out += CLASSES[posix[2]!];
      i += posix[0].length - 1;
    } else if (c === "\\") {
      const next = inner[i + 2] ?? "";
      out += escapeOf(inner[i + 1]!, next, true);
      i += /[pP]/.test(inner[i + 1]!) && next !== "{" ? 2 : 1;
    } else out += /[[\](){}/|$^]/.test(c) ? `\\${c}` : c;
  }
  return `${out}]`;
}

/** RE2's rewrite: \\0 is the match, \\1 … its groups, two backslashes one. */
function rewriter(rewrite: string): (match: readonly (string | undefined)[]) => string {
  return (match) => rewrite.replace(/\\(\d|\\)/g, (_, d: string) => (d === "\\" ? "\\" : (match[Number(d)] ?? "")));
}

function groupsIn(pattern: RegExp): number {
  return new RegExp(`${pattern.source}|`, pattern.flags).exec("")!.length - 1;
}

function replaceKernel(read: (k: Parameters<Kernel>[0]) => { pattern: string; rewrite: string }): Kernel {
  return (k) => {
    const global = k.attr<boolean>("replace_global");
    const input = k.input(0);
    const out = k.output(0, input.shape).data as unknown as Uint8Array[];
    return () => {
      const { pattern, rewrite } = read(k);
      const regex = toRegExp(pattern, global ? "g" : "", false);
      const wanted = Math.max(0, ...[...rewrite.matchAll(/\\(\d)/g)].map((m) => Number(m[1])));
      if (wanted > groupsIn(regex)) {
        throw invalidArgument(`Invalid rewrite pattern: ${rewrite}`);
      }
      const make = rewriter(rewrite);
      stringsOf(input).forEach((s, i) => {
        out[i] = bytesOf(
          textOf(s).replace(regex, (...found: unknown[]) => {
            const at = found.findIndex((x) => typeof x === "number");
            return make(found.slice(0, at) as string[]);
          }),
        );
      });
    };
  };
}

/** The text of a scalar input that must be one. */
function scalarText(k: Parameters<Kernel>[0], i: number, what: string): string {
  const value = k.input(i);
  if (value.shape.length !== 0) throw invalidArgument(`${what} must be scalar, but received ${value.shape.join(",")}`);
  return textOf(stringsOf(value)[0]!);
}

const fullMatch = (pattern: string): ((s: Uint8Array) => number) => {
  const regex = toRegExp(pattern, "", true);
  return (s) => (regex.test(textOf(s)) ? 1 : 0);
};

export const regexRecords: readonly OpRecord[] = [
  {
    type: "StaticRegexReplace",
    shape: unchanged,
    kernel: replaceKernel((k) => ({ pattern: k.attr<string>("pattern"), rewrite: k.attr<string>("rewrite") })),
    grad: "none",
  },
  {
    type: "RegexReplace",
    shape: unchanged,
    kernel: replaceKernel((k) => ({ pattern: scalarText(k, 1, "Pattern"), rewrite: scalarText(k, 2, "Rewrite") })),
    grad: "none",
  },
  {
    type: "StaticRegexFullMatch",
    shape: unchanged,
    kernel: eachString((k) => fullMatch(k.attr<string>("pattern"))),
    grad: "none",
  },
  {
    type: "RegexFullMatch",
    shape: unchanged,
    kernel: (k) => {
      const input = k.input(0);
      const out = k.output(0, input.shape).data as Uint8Array;
      k.input(1);
      return () => {
        const matches = fullMatch(scalarText(k, 1, "Pattern"));
        stringsOf(input).forEach((s, i) => {
          out[i] = matches(s);
        });
      };
    },
    grad: "none",
  },
];

const isText = (x: unknown): x is string => typeof x === "string";

/** tf.regex_replace: each string with the matches (or the first one) of an RE2 `pattern` replaced; \\1 in `rewrite` is a group. */
export const regex_replace = pyFunction<{
  input: TensorLike;
  pattern: TensorLike;
  rewrite: TensorLike;
  replace_global: boolean;
  name: string | null;
}>()(
  "regex_replace",
  "(input, pattern, rewrite, replace_global=True, name=None)",
  ({ input, pattern, rewrite, replace_global, name }) =>
    isText(pattern) && isText(rewrite)
      ? createOp("StaticRegexReplace", { input }, { pattern, rewrite, replace_global }, name)
      : createOp("RegexReplace", { input, pattern, rewrite }, { replace_global }, name),
);

/** tf.strings.regex_full_match: whether an RE2 `pattern` matches all of a string. */
export const regex_full_match = pyFunction<{ input: TensorLike; pattern: TensorLike; name: string | null }>()(
  "regex_full_match",
  "(input, pattern, name=None)",
  ({ input, pattern, name }) =>
    isText(pattern)
      ? createOp("StaticRegexFullMatch", { input }, { pattern }, name)
      : createOp("RegexFullMatch", { input, pattern }, {}, name),
);
