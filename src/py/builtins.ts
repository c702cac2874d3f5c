/**
 * The rest of Python's built-in functions: id, input, cmp, complex.
 * Source: Python/bltinmodule.c (Python 3.7); cmp is Python 2's.
 */
import type { Complex } from "../np/dtype.js";
import { asFloat } from "../np/printing/numbers.js";
import { gt, lt } from "./comparison.js";
import { identity } from "./hash.js";
import { is_true } from "./truth.js";

/** Python's id(x): a number that no other living object has. */
export function id(x: unknown): number {
  if (typeof x === "object" && x !== null) return identity(x);
  return typeof x === "function" ? identity(x) : identity(Object(x) as object);
}

/** Python 2's cmp(x, y). */
export function cmp(x: unknown, y: unknown): number {
  return is_true(gt(x, y)) ? 1 : is_true(lt(x, y)) ? -1 : 0;
}

/** Python's complex(re, im). */
export function complex(re: unknown = 0, im: unknown = 0): Complex {
  return { re: asFloat(re), im: asFloat(im) };
}
