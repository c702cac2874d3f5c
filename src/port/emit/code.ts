/**
 * Pieces of TypeScript with what binds them, so that parentheses stand where they must and nowhere else.
 */
import { type Doc, group } from "../doc.js";

/** How strongly the outermost operator binds. */
export const Prec = {
  Assign: 1,
  Conditional: 2,
  Or: 3,
  And: 4,
  BitOr: 5,
  BitXor: 6,
  BitAnd: 7,
  Equal: 8,
  Relation: 9,
  Shift: 10,
  Add: 11,
  Mul: 12,
  Unary: 14,
  Primary: 18,
} as const;
export type Prec = number;

export interface Code {
  readonly doc: Doc;
  readonly prec: Prec;
}

export const primary = (doc: Doc): Code => ({ doc, prec: Prec.Primary });

/** In parentheses where it binds less than `least`. */
export function bound(code: Code, least: Prec): Doc {
  return code.prec < least ? ["(", code.doc, ")"] : code.doc;
}

export function infix(left: Code, operator: string, right: Code, prec: Prec): Code {
  return { doc: [bound(left, prec), ` ${operator} `, bound(right, prec + 1)], prec };
}

export function callOf(callee: Doc, args: readonly Doc[]): Code {
  return primary([callee, group("(", args, ")")]);
}

export function arrayOf(items: readonly Doc[]): Code {
  return primary(group("[", items, "]"));
}

/** `{ a: 1, b }`; keys that are no names come in quotes. */
export function objectOf(entries: readonly (readonly [string, Doc])[]): Doc {
  return group(
    "{",
    entries.map(([key, value]) => (key === value ? key : key === "" ? value : [`${key}: `, value])),
    "}",
  );
}

/** `(a, b) => body`; an object as the body needs parentheses. */
export function arrow(params: readonly Doc[], body: Code): Code {
  const isObject = typeof body.doc === "object" && "items" in body.doc && body.doc.open === "{";
  return {
    doc: [group("(", params, ")", false), " => ", isObject ? ["(", body.doc, ")"] : bound(body, Prec.Assign)],
    prec: Prec.Assign,
  };
}
