/**
 * Python's in-place operators: lists, dicts, sets and arrays change, all else gives a new value.
 * Source: module operator (Python 3.7), `iadd` and the like.
 */

import { PyTuple } from "../np/pytuple.js";
import { Strided } from "../np/strided.js";
import { list } from "./iteration.js";
import { difference_update, intersection_update, symmetric_difference_update, update } from "./methods/set.js";
import { type BinaryOperator, binary, div, mul } from "./operators.js";

type Operator = (x: unknown, y: unknown) => unknown;

function changes(x: object, name: string, y: unknown): unknown {
  const found: unknown = Reflect.get(x, name) ?? Reflect.get(x, `__${name}__`);
  return typeof found === "function" ? Reflect.apply(found, x, [y]) : undefined;
}

function inPlace<V extends string>(
  name: string,
  plain: BinaryOperator<V>,
  onList?: (x: unknown[], y: unknown) => void,
  onSet?: (x: Set<unknown>, y: Set<unknown>) => void,
): BinaryOperator<V> {
  const operator = (x: unknown, y: unknown): unknown => {
    if (onList && Array.isArray(x) && !(x instanceof PyTuple)) {
      onList(x, y);
      return x;
    }
    if (onSet && x instanceof Set && y instanceof Set) {
      onSet(x, y);
      return x;
    }
    // A NumPy scalar is a value, an array a place.
    const isPlace = typeof x === "object" && x !== null && !(x instanceof Strided && x.ndim === 0 && "isScalar" in x);
    const changed = isPlace && !Array.isArray(x) ? changes(x, name, y) : undefined;
    return changed === undefined ? (plain as Operator)(x, y) : changed;
  };
  return operator as BinaryOperator<V>;
}

export const iadd = /* @__PURE__ */ inPlace("iadd", binary("add", "+", "+="), (x, y) => {
  for (const item of list(y)) x.push(item);
});
export const imul = /* @__PURE__ */ inPlace("imul", binary("mul", "*", "*="), (x, y) => {
  const items = mul(x, y as number);
  x.splice(0, x.length, ...items);
});
export const isub = /* @__PURE__ */ inPlace("isub", binary("sub", "-", "-="), undefined, difference_update);
export const iand = /* @__PURE__ */ inPlace("iand", binary("and_", "&", "&="), undefined, intersection_update);
export const ior = /* @__PURE__ */ inPlace("ior", binary("or_", "|", "|="), undefined, update);
export const ixor = /* @__PURE__ */ inPlace("ixor", binary("xor", "^", "^="), undefined, symmetric_difference_update);
export const itruediv = /* @__PURE__ */ inPlace("itruediv", binary("truediv", "/", "/="));
export const ifloordiv = /* @__PURE__ */ inPlace("ifloordiv", binary("floordiv", "//", "//="));
export const imod = /* @__PURE__ */ inPlace("imod", binary("mod", "%", "%="));
export const ipow = /* @__PURE__ */ inPlace("ipow", binary("pow", "**", "**="));
export const imatmul = /* @__PURE__ */ inPlace("imatmul", binary("matmul", "@", "@="));
export const ilshift = /* @__PURE__ */ inPlace("ilshift", binary("lshift", "<<", "<<="));
export const irshift = /* @__PURE__ */ inPlace("irshift", binary("rshift", ">>", ">>="));
/** Python 2's `x /= y`. */
export const idiv = /* @__PURE__ */ inPlace("idiv", div as BinaryOperator<"truediv">);
