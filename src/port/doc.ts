/**
 * Code as a tree that knows where it may break, and its layout in lines of at most `WIDTH` columns.
 * Source: the idea of P. Wadler's "A prettier printer", cut down to what lists of arguments need.
 */

export const WIDTH = 120;
const STEP = "  ";

/** `open item, item close` on one line where it fits, else an item a line. */
export interface Group {
  readonly open: string;
  readonly items: readonly Doc[];
  readonly close: string;
  /** A comma behind the last item when broken; what binds rest parameters may have none. */
  readonly trailing: boolean;
}
/** Statements in braces, always on lines of their own. */
export interface Block {
  readonly lines: readonly Doc[];
}
/** Nothing to see: what follows comes from that line of the source. */
export interface Mark {
  readonly mark: number;
}
export type Doc = string | readonly Doc[] | Group | Block | Mark;

export function group(open: string, items: readonly Doc[], close: string, trailing = true): Group {
  return { open, items, close, trailing };
}

const isList = (d: Doc): d is readonly Doc[] => Array.isArray(d);
const isGroup = (d: Doc): d is Group => typeof d === "object" && !isList(d) && "items" in d;
const isMark = (d: Doc): d is Mark => typeof d === "object" && !isList(d) && "mark" in d;

/** On one line; null where a block has no such form. */
export function flat(doc: Doc): string | null {
  if (typeof doc === "string") return doc.includes("\n") ? null : doc;
  if (isList(doc)) return joined(doc, "");
  if (isMark(doc)) return "";
  if (!isGroup(doc)) return doc.lines.length === 0 ? "{}" : null;
  const items = joined(doc.items, ", ");
  if (items === null) return null;
  const pad = doc.open === "{" && items !== "" ? " " : "";
  return doc.open + pad + items + pad + doc.close;
}

function joined(docs: readonly Doc[], separator: string): string | null {
  const parts: string[] = [];
  for (const d of docs) {
    const text = flat(d);
    if (text === null) return null;
    parts.push(text);
  }
  return parts.join(separator);
}

/** Lines of the layout, from 0, with the source's lines that they come from. */
export type Marks = readonly (readonly [line: number, source: number])[];

/** Layout of statements, one below the other. */
export function layout(lines: readonly Doc[]): { readonly text: string; readonly marks: Marks } {
  const printer = new Printer();
  for (const d of lines) {
    printer.print(d, 0, 0);
    printer.end();
  }
  return { text: printer.text, marks: printer.marks };
}

class Printer {
  readonly marks: [number, number][] = [];
  private readonly parts: string[] = [];
  private column = 0;
  private lineNumber = 0;

  get text(): string {
    return this.parts.join("");
  }

  private put(s: string): void {
    this.parts.push(s);
    const last = s.lastIndexOf("\n");
    this.column = last < 0 ? this.column + s.length : s.length - last - 1;
    for (let i = s.indexOf("\n"); i >= 0; i = s.indexOf("\n", i + 1)) this.lineNumber++;
  }

  end(): void {
    this.put("\n");
  }

  private line(indent: number): void {
    this.put(`\n${STEP.repeat(indent)}`);
  }

  /** `rest`: columns that what follows on the same line needs. */
  print(doc: Doc, indent: number, rest: number): void {
    if (typeof doc === "string") this.put(doc);
    else if (isMark(doc)) this.marks.push([this.lineNumber, doc.mark]);
    else if (isList(doc)) this.sequence(doc, indent, rest);
    else if (isGroup(doc)) this.group(doc, indent, rest);
    else this.block(doc, indent);
  }

  private sequence(docs: readonly Doc[], indent: number, rest: number): void {
    docs.forEach((d, i) => {
      this.print(d, indent, this.ahead(docs, i + 1, rest));
    });
  }

  /** Columns up to the first place behind `from` that may break. */
  private ahead(docs: readonly Doc[], from: number, rest: number): number {
    let columns = 0;
    for (let i = from; i < docs.length; i++) {
      const d = docs[i]!;
      const [width, ends] = headWidth(d);
      columns += width;
      if (ends) return columns;
    }
    return columns + rest;
  }

  private group(g: Group, indent: number, rest: number): void {
    const text = flat(g);
    if (text !== null && this.column + text.length + rest <= WIDTH) {
      this.put(text);
      return;
    }
    const last = g.items.at(-1);
    const before = joined(g.items.slice(0, -1), ", ");
    // The last argument may open a block, a list or an object of its own behind the others.
    if (g.open === "(" && last !== undefined && before !== null && opensItself(last)) {
      const lead = g.open + (g.items.length > 1 ? `${before}, ` : "");
      if (
        this.column + lead.length + headWidth(last)[0] <= WIDTH &&
        (g.items.length === 1 || flat(last) === null || opensObject(last))
      ) {
        this.put(lead);
        this.print(last, indent, g.close.length + rest);
        this.put(g.close);
        return;
      }
    }
    this.put(g.open);
    g.items.forEach((item, i) => {
      this.line(indent + 1);
      const comma = i < g.items.length - 1 || g.trailing;
      this.print(item, indent + 1, comma ? 1 : 0);
      if (comma) this.put(",");
    });
    this.line(indent);
    this.put(g.close);
  }

  private block(b: Block, indent: number): void {
    if (b.lines.length === 0) {
      this.put("{}");
      return;
    }
    this.put("{");
    for (const l of b.lines) {
      if (l === "") {
        this.put("\n");
        continue;
      }
      this.line(indent + 1);
      this.print(l, indent + 1, 0);
    }
    this.line(indent);
    this.put("}");
  }
}

/** Columns up to the first break that a document offers, and whether it offers one. */
function headWidth(d: Doc): [number, boolean] {
  if (typeof d === "string") return [d.length, false];
  if (isList(d)) {
    let columns = 0;
    for (const part of d) {
      const [width, ends] = headWidth(part);
      columns += width;
      if (ends) return [columns, true];
    }
    return [columns, false];
  }
  if (isMark(d)) return [0, false];
  if (!isGroup(d)) return [1, true];
  return d.items.length === 0 ? [d.open.length + d.close.length, false] : [d.open.length, true];
}

function opensObject(d: Doc): boolean {
  return isGroup(d) && d.open === "{";
}

/** Ends in a bracket or block of its own: a function, a list, an object. */
function opensItself(d: Doc): boolean {
  if (typeof d === "string") return false;
  if (!isList(d)) return !isMark(d);
  const last = d.at(-1);
  return (
    last !== undefined && (d.slice(0, -1).every((p) => typeof p === "string") || flat(d) === null) && opensItself(last)
  );
}
