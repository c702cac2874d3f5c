/**
 * Usage and help of an argument parser, as argparse lays them out in 80 columns.
 * Source: HelpFormatter of Lib/argparse.py (Python 3.7).
 */
import { str } from "../np/printing/repr.js";
import type { Argument, ArgumentParser } from "./argparse.js";

const SUPPRESS = "==SUPPRESS==";
const WIDTH = 78;
const HELP_AT = 24;

/** What stands for the value: `{a,b}`, the metavar, or the name in capitals. */
function metavar(a: Argument): string {
  if (a.metavar) return a.metavar;
  if (a.choices) return `{${[...a.choices].map(str).join(",")}}`;
  return a.flags.length > 0 ? a.dest.toUpperCase() : a.dest;
}

const NO_VALUE = new Set(["store_true", "store_false", "store_const", "append_const", "count", "help", "version"]);

function values(a: Argument): string {
  const name = metavar(a);
  switch (a.nargs) {
    case undefined:
    case null:
      return name;
    case "?":
      return `[${name}]`;
    case "*":
      return `[${name} [${name} ...]]`;
    case "+":
      return `${name} [${name} ...]`;
    case "...":
      return "...";
    default:
      return Array.from({ length: Number(a.nargs) }, () => name).join(" ");
  }
}

function usagePart(a: Argument): string {
  if (a.flags.length === 0) return values(a);
  const text = NO_VALUE.has(a.action) ? a.flags[0]! : `${a.flags[0]!} ${values(a)}`;
  return a.required ? text : `[${text}]`;
}

export function usageText(p: ArgumentParser): string {
  if (p.options.usage) return `usage: ${p.options.usage.replaceAll("%(prog)s", p.prog)}\n`;
  const shown = p.list.filter((a) => a.help !== SUPPRESS);
  const options = shown.filter((a) => a.flags.length > 0).map(usagePart);
  const positionals = shown.filter((a) => a.flags.length === 0).map(usagePart);
  const head = `usage: ${p.prog}`;
  const all = [head, ...options, ...positionals].join(" ");
  if (all.length <= WIDTH) return `${all}\n`;
  const indent = " ".repeat(head.length + 1);
  const wrapped = (parts: readonly string[], first: string): string[] => {
    const lines: string[] = [];
    let line = first;
    for (const part of parts) {
      if (line.trim() !== "" && line.length + 1 + part.length > WIDTH && line !== first.trimEnd()) {
        lines.push(line);
        line = indent.slice(0, -1);
      }
      line += ` ${part}`;
    }
    return [...lines, line];
  };
  const lines = options.length > 0 ? wrapped(options, head) : [head];
  if (positionals.length > 0) lines.push(...wrapped(positionals, indent.slice(0, -1)));
  return `${lines.join("\n")}\n`;
}

/** Words in lines of that width. */
function filled(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((w) => w !== "")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

function expanded(p: ArgumentParser, a: Argument): string {
  const of: Readonly<Record<string, unknown>> = { ...a, prog: p.prog, default: a.default ?? null };
  const text = a.help ?? "";
  const isDefaulted =
    (p.options.formatter_class as { name?: string } | undefined)?.name === "ArgumentDefaultsHelpFormatter";
  const shown =
    isDefaulted && !text.includes("%(default)") && a.flags.length > 0 && a.action !== "help"
      ? `${text} (default: %(default)s)`
      : text;
  return shown.replace(/%\((\w+)\)[sdrf]/g, (_, name: string) => str(of[name])).replaceAll("%%", "%");
}

function entry(p: ArgumentParser, a: Argument): string {
  const name =
    a.flags.length === 0
      ? metavar(a)
      : a.flags.map((f) => (NO_VALUE.has(a.action) ? f : `${f} ${values(a)}`)).join(", ");
  const lines = filled(expanded(p, a), WIDTH - HELP_AT);
  const head = `  ${name}`;
  if (lines.length === 0) return `${head}\n`;
  const indent = " ".repeat(HELP_AT);
  const rest = lines.slice(1).map((l) => `${indent}${l}\n`);
  if (head.length + 2 <= HELP_AT) return [`${head.padEnd(HELP_AT)}${lines[0]}\n`, ...rest].join("");
  return [`${head}\n`, ...lines.map((l) => `${indent}${l}\n`)].join("");
}

export function helpText(p: ArgumentParser): string {
  const shown = p.list.filter((a) => a.help !== SUPPRESS);
  const positionals = shown.filter((a) => a.flags.length === 0);
  const options = shown.filter((a) => a.flags.length > 0);
  const parts = [usageText(p)];
  if (p.options.description) parts.push(`${filled(p.options.description, WIDTH).join("\n")}\n`);
  if (positionals.length > 0) parts.push(`positional arguments:\n${positionals.map((a) => entry(p, a)).join("")}`);
  if (options.length > 0) parts.push(`optional arguments:\n${options.map((a) => entry(p, a)).join("")}`);
  if (p.options.epilog) parts.push(`${filled(p.options.epilog, WIDTH).join("\n")}\n`);
  return parts.join("\n");
}
