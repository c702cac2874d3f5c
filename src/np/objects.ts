/**
 * Ufuncs on arrays of Python objects: each pair of elements goes to Python's operator.
 * Source: the OBJECT loops of numpy/core/src/umath/loops.c.src; CPython's operator error texts.
 */
import type { BinaryUfunc } from "./dispatch.js";
import { dtypeOf } from "./dtype.js";
import { typeName } from "./element.js";
import { TypeError_ } from "./errors.js";

/** Python's operator on two objects: numbers directly, others through their operator methods. */
export function onObjects(u: BinaryUfunc, p: unknown, q: unknown): unknown {
  const plain = (v: unknown) => typeof v === "number" || typeof v === "boolean";
  if (plain(p) && plain(q)) {
    const r = u.num(Number(p), Number(q));
    return u.result(dtypeOf("float64")).kind === "b" ? r !== 0 : r;
  }
  if (typeof p === "bigint" && typeof q === "bigint" && u.big) return u.big(p, q);
  if (typeof p === "string" && typeof q === "string") {
    if (u.name === "add") return p + q;
    if (u.text) return u.text(p, q);
  }
  const [method, reflected] = u.methods ?? [u.name, ""];
  for (const [self, name, other] of [
    [p, method, q],
    [q, reflected, p],
  ] as const) {
    if (typeof self !== "object" || self === null) continue;
    const f: unknown = Reflect.get(self, name);
    if (typeof f === "function") return f.call(self, other);
  }
  if (u.name === "equal") return p === q;
  if (u.name === "not_equal") return p !== q;
  const symbol = SYMBOLS[u.name] ?? u.name;
  if (u.text) {
    throw new TypeError_(`'${symbol}' not supported between instances of '${typeName(p)}' and '${typeName(q)}'`);
  }
  throw new TypeError_(`unsupported operand type(s) for ${symbol}: '${typeName(p)}' and '${typeName(q)}'`);
}

/** Python's operator symbols, for error texts. */
const SYMBOLS: Readonly<Record<string, string>> = {
  add: "+",
  subtract: "-",
  multiply: "*",
  true_divide: "/",
  floor_divide: "//",
  remainder: "%",
  power: "** or pow()",
  bitwise_and: "&",
  bitwise_or: "|",
  bitwise_xor: "^",
  left_shift: "<<",
  right_shift: ">>",
  less: "<",
  less_equal: "<=",
  greater: ">",
  greater_equal: ">=",
};
