/**
 * The help of argparse.
 * Source: HelpFormatter (Lib/argparse.py, Python 3.7), as wide as COLUMNS says, or 80.
 */
import { percentFormat } from "../np/printing/percent.js";
import { str } from "../np/printing/repr.js";
import type { Argument } from "./argparse_arguments.js";

export interface Group {
  readonly title: string | null;
  readonly description: string | null;
  readonly arguments: readonly Argument[];
}
interface Sub {
  readonly choices: ReadonlyMap<string, { readonly help: string | null }>;
  readonly help: string | null;
  readonly title: string | null;
  readonly metavar: string | null;
}
interface Contents {
  readonly prog: string;
  readonly usage: string | null;
  readonly description: string | null;
  readonly epilog: string | null;
  readonly all: readonly Argument[];
  readonly exclusive: readonly { readonly arguments: readonly Argument[]; readonly required: boolean }[];
  readonly groups: readonly Group[];
  readonly subparsers: Sub | null;
  /** The name of the formatter class. */
  readonly kind: string;
}

/** Lines of words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  // Long words with hyphens may be parted behind them.
  const chunks = text
    .trim()
    .replace(/\s+/g, " ")
    .split(/( |(?<=[a-zA-Z]{2}-)(?=[a-zA-Z]{2}))/)
    .filter((c) => c !== "");
  let line = "";
  for (const chunk of chunks) {
    if (line === "" && chunk === " ") continue;
    if (line.length + chunk.length > width && line !== "") {
      lines.push(line.trimEnd());
      line = chunk === " " ? "" : chunk;
    } else line += chunk;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

export class Formatter {
  private readonly c: Contents;
  private readonly width = Number(process.env["COLUMNS"] ?? 80) - 2;

  constructor(contents: Contents) {
    this.c = contents;
  }
  private metavar(a: Argument): string {
    if (a.metavar !== null) return typeof a.metavar === "string" ? a.metavar : a.metavar.join(" ");
    if (a.choices) return `{${a.choices.map(str).join(",")}}`;
    return a.flags.length > 0 ? a.dest.toUpperCase() : a.dest;
  }
  private args(a: Argument): string {
    const m = this.metavar(a);
    if (a.nargs === null) return m;
    if (a.nargs === "?") return `[${m}]`;
    const several = Array.isArray(a.metavar) ? (a.metavar as readonly string[]) : [m, m];
    if (a.nargs === "*") return `[${several[0]} [${several[1]} ...]]`;
    if (a.nargs === "+") return `${several[0]} [${several[1]} ...]`;
    if (a.nargs === "...") return "...";
    if (Array.isArray(a.metavar)) return several.join(" ");
    return Array.from({ length: Number(a.nargs) }, () => m).join(" ");
  }
  private short(a: Argument): string {
    if (a.flags.length === 0) return this.args(a);
    const args = this.args(a);
    return a.flags[0]! + (args === "" ? "" : ` ${args}`);
  }
  private parts(): [string[], string[]] {
    const visible = this.c.all.filter((a) => a.help !== "==SUPPRESS==");
    const done = new Set<Argument>();
    const options: string[] = [];
    for (const a of visible.filter((x) => x.flags.length > 0)) {
      if (done.has(a)) continue;
      const group = this.c.exclusive.find((g) => g.arguments.includes(a) && g.arguments.length > 1);
      if (group) {
        for (const b of group.arguments) done.add(b);
        const inner = group.arguments.map((b) => this.short(b)).join(" | ");
        options.push(...(group.required ? `(${inner})` : `[${inner}]`).split(/ (?=\|)|(?<=\|) /));
      } else options.push(a.required ? this.short(a) : `[${this.short(a)}]`);
    }
    const places = visible.filter((x) => x.flags.length === 0).map((a) => this.short(a));
    if (this.c.subparsers) places.push(`${this.subName()} ...`);
    return [options, places];
  }
  private subName(): string {
    return this.c.subparsers!.metavar ?? `{${[...this.c.subparsers!.choices.keys()].join(",")}}`;
  }
  usage(): string {
    const { prog } = this.c;
    if (this.c.usage !== null) return `usage: ${this.c.usage.replaceAll("%(prog)s", prog)}\n`;
    const [options, places] = this.parts();
    const whole = ["usage:", prog, ...options, ...places].join(" ");
    if (whole.length <= this.width) return `${whole}\n`;
    const head = `usage: ${prog}`;
    if (head.length <= 0.75 * this.width) {
      const indent = " ".repeat(head.length + 1);
      const lines = [...this.lines([head, ...options], indent), ...this.lines(places, indent, indent)];
      if (options.length === 0) return `${this.lines([head, ...places], indent).join("\n")}\n`;
      return `${lines.join("\n")}\n`;
    }
    const indent = " ".repeat(7);
    return `${[head, ...this.lines([...options], indent, indent), ...this.lines(places, indent, indent)].join("\n")}\n`;
  }
  private lines(parts: readonly string[], indent: string, first = ""): string[] {
    const out: string[] = [];
    let line = "";
    for (const part of parts) {
      const start = line === "" ? (out.length === 0 ? first : indent) : "";
      if (line !== "" && line.length + 1 + part.length > this.width) {
        out.push(line);
        line = indent + part;
      } else line = line === "" ? start + part : `${line} ${part}`;
    }
    if (line !== "") out.push(line);
    return out;
  }
  private text(text: string): string {
    const filled = text.replaceAll("%(prog)s", this.c.prog);
    if (this.c.kind.startsWith("Raw")) return `${filled.replace(/\n+$/, "")}\n`;
    return `${wrap(filled, this.width).join("\n")}\n`;
  }
  private name(a: Argument): string {
    if (a.flags.length === 0) return this.metavar(a);
    const args = this.args(a);
    return a.flags.map((f) => (args === "" ? f : `${f} ${args}`)).join(", ");
  }
  private helpOf(a: Argument): string {
    let help = a.help ?? "";
    const isDefault =
      this.c.kind.startsWith("ArgumentDefaults") && !help.includes("%(default)") && a.default !== "==SUPPRESS==";
    if (isDefault && (a.flags.length > 0 || a.nargs === "?" || a.nargs === "*")) help += " (default: %(default)s)";
    const type = a.options.type;
    const typeName = type ? ("__name__" in type ? type.__name__ : type.name) : null;
    const values = new Map<string, unknown>([
      ["prog", this.c.prog],
      ["default", a.default],
      ["dest", a.dest],
      ["type", typeName],
      ["metavar", a.metavar],
      ["choices", a.choices?.map(str).join(", ") ?? null],
      ["const", a.options.const ?? null],
      ["nargs", a.nargs],
      ["help", a.help],
      ["required", a.required],
    ]);
    return String(percentFormat(help, values));
  }
  private entry(name: string, help: string | null, column: number, indent = 2): string {
    const pad = " ".repeat(indent);
    if (help === null || help === "") return `${pad}${name}\n`;
    const width = Math.max(this.width - column, 11);
    const lines = this.c.kind === "RawTextHelpFormatter" ? help.split("\n") : wrap(help, width);
    const room = column - indent - 2;
    const margin = " ".repeat(column);
    const first =
      name.length <= room
        ? `${pad}${name.padEnd(room)}  ${lines[0] ?? ""}`
        : `${pad}${name}\n${margin}${lines[0] ?? ""}`;
    return [first, ...lines.slice(1).map((l) => margin + l)].map((l) => `${l}\n`).join("");
  }
  help(): string {
    const sub = this.c.subparsers;
    const visible = this.c.groups.flatMap((g) => g.arguments).filter((a) => a.help !== "==SUPPRESS==");
    const names = visible.map((a) => this.name(a).length + 2);
    if (sub) names.push(this.subName().length + 2, ...[...sub.choices.keys()].map((k) => k.length + 4));
    const column = Math.min(Math.max(0, ...names) + 2, Math.min(24, Math.max(this.width - 20, 4)));
    const sections: string[] = [this.usage()];
    if (this.c.description) sections.push(this.text(this.c.description));
    this.c.groups.forEach((g, i) => {
      let body = g.arguments
        .filter((a) => a.help !== "==SUPPRESS==")
        .map((a) =>
          this.entry(
            this.name(a),
            a.help === null && !this.c.kind.startsWith("ArgumentDefaults")
              ? null
              : a.help === null
                ? null
                : this.helpOf(a),
            column,
          ),
        )
        .join("");
      if (i === 0 && sub) {
        body += this.entry(this.subName(), sub.help, column);
        for (const [k, v] of sub.choices) if (v.help !== null) body += this.entry(k, v.help, column, 4);
      }
      const intro = g.description
        ? `${wrap(g.description, this.width - 2)
            .map((l) => `  ${l}`)
            .join("\n")}\n\n`
        : "";
      if (body !== "") sections.push(`${g.title === null ? "" : `${g.title}:\n`}${intro}${body}`);
    });
    if (this.c.epilog) sections.push(this.text(this.c.epilog));
    return sections.join("\n");
  }
}
