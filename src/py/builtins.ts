/**
 * The rest of Python's built-in functions: id, input, cmp, complex.
 * Source: Python/bltinmodule.c (Python 3.7); cmp is Python 2's.
 */
import { type Complex, isComplex } from "../np/dtype.js";
import { TypeError_, ValueError } from "../np/errors.js";
import { asFloat } from "../np/printing/numbers.js";
import { gt, lt } from "./comparison.js";
import { float } from "./convert.js";
import { hash, identity } from "./hash.js";
import { iterate } from "./iteration.js";
import { is_true } from "./truth.js";

/** Python's id(x): a number that no other living object has. */
export function id(x: unknown): number {
  if (typeof x === "object" && x !== null) return identity(x);
  // Equal texts and numbers may be the same object in Python, and are here.
  return typeof x === "function" ? identity(x) : hash(x);
}

/** Python 2's cmp(x, y). */
export function cmp(x: unknown, y: unknown): number {
  return is_true(gt(x, y)) ? 1 : is_true(lt(x, y)) ? -1 : 0;
}

const PART = "(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?|inf(?:inity)?|nan";
const COMPLEX = new RegExp(`^([-+]?(?:${PART}))?(?:([-+]?(?:${PART})?)j)?$`, "i");

function parseComplex(text: string): Complex {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/s, "$1")
    .trim();
  const m = COMPLEX.exec(bare);
  if (!m || bare === "") throw new ValueError("complex() arg is a malformed string");
  // Without a sign of its own the number before the j is the whole text: "2j".
  const whole = m[2] === "" && m[1] !== undefined;
  if (m[2] !== undefined && !whole && m[1] !== undefined && !/^[-+]/.test(m[2])) {
    throw new ValueError("complex() arg is a malformed string");
  }
  const part = (written: string | undefined): number =>
    written === undefined ? 0 : /^[-+]?$/.test(written) ? Number(`${written}1`) : asFloat(float(written));
  return whole ? { re: 0, im: part(m[1]) } : { re: part(m[1]), im: part(m[2]) };
}

/** Python's complex(re, im) and complex(text). Raises ValueError. */
export function complex(re: unknown = 0, im?: unknown): Complex {
  if (typeof re === "string") {
    if (im !== undefined) throw new TypeError_("complex() can't take second arg if first is a string");
    return parseComplex(re);
  }
  if (typeof im === "string") throw new TypeError_("complex() second arg can't be a string");
  const [a, b] = [part(re), part(im ?? 0)];
  return { re: a.re - b.im, im: a.im + b.re };
}

function part(x: unknown): Complex {
  return typeof x === "object" && x !== null && isComplex(x) ? x : { re: asFloat(x), im: 0 };
}

/** Python's functools.reduce, which Python 2 has among its built-ins. */
export function reduce<X>(f: (x: X, y: X) => X, items: 0 extends 1 & X ? X : never, ...start: readonly unknown[]): X;
export function reduce<T>(f: (x: T, y: T) => T, items: Iterable<T>): T;
export function reduce<T, R>(f: (x: R, y: T) => R, items: Iterable<T>, start: R): R;
export function reduce(f: (x: never, y: never) => unknown, items: unknown, ...rest: readonly unknown[]): unknown {
  const it = iterate(items);
  let total: unknown;
  if (rest.length > 0) total = rest[0];
  else {
    const first = it.next();
    if (first.done) throw new TypeError_("reduce() of empty sequence with no initial value");
    total = first.value;
  }
  for (let s = it.next(); !s.done; s = it.next()) total = f(total as never, s.value as never);
  return total;
}
