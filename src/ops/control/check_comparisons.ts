/**
 * Checks that compare elements: operations that fail in a run unless the comparison holds everywhere.
 * Source: tf.assert_equal … tf.assert_near, tf.assert_negative … (tensorflow/python/ops/check_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { makeOpError } from "../../graph/errors.js";
import type { Operation } from "../../graph/operation.js";
import { constantValue } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { staticValue } from "../../graph/static_value.js";
import { Tensor } from "../../graph/tensor.js";
import { arrayStr } from "../../np/printing/array_text.js";
import { PyFloat } from "../../np/pyfloat.js";
import { str } from "../../py/convert.js";
import { reduce_all } from "../math/reductions.js";
import { buildAssert } from "./assert.js";

export interface CheckOptions {
  data: readonly TensorLike[] | null;
  summarize: number | null;
  message: string | null;
  name: string | null;
}

interface Comparison {
  readonly sign: string;
  readonly name: string;
  readonly type: "Equal" | "NotEqual" | "Less" | "LessEqual" | "Greater" | "GreaterEqual";
}

/** Python's text of what a check shows, values where they are known. */
function shown(x: TensorLike): string {
  if (!(x instanceof Tensor)) return str(x);
  const value = staticValue(x);
  return value ? arrayStr(value) : str(x);
}

/** Fails while building where both sides are known to differ, else an operation that fails in the run. */
function compare(c: Comparison, givenX: TensorLike, givenY: TensorLike, p: CheckOptions): Operation {
  return scoped(p.name, c.name, [givenX, givenY, ...(p.data ?? [])], () => {
    const x = convertToTensor(givenX, { name: "x" });
    const y = convertToTensor(givenY, { name: "y" });
    let data = p.data ?? [
      `Condition x ${c.sign} y did not hold element-wise:`,
      `x (${x.name}) = `,
      x,
      `y (${y.name}) = `,
      y,
    ];
    if (p.message !== null) data = [p.message, ...data];
    const condition = reduce_all(createOp(c.type, { x, y }));
    if (staticValue(x) && staticValue(y)) {
      const holds = constantValue(condition);
      if (holds && !holds.data[holds.offset])
        throw makeOpError("INVALID_ARGUMENT", null, null, data.map(shown).join("\n"));
    }
    return buildAssert(condition, data, p.summarize);
  });
}

type Pair = CheckOptions & { x: TensorLike; y: TensorLike };
type Single = CheckOptions & { x: TensorLike };
const PAIR = "(x, y, data=None, summarize=None, message=None, name=None)";
const SINGLE = "(x, data=None, summarize=None, message=None, name=None)";

const EQUAL: Comparison = { sign: "==", name: "assert_equal", type: "Equal" };
const LESS: Comparison = { sign: "<", name: "assert_less", type: "Less" };
const LESS_EQUAL: Comparison = { sign: "<=", name: "assert_less_equal", type: "LessEqual" };

function pairCheck(c: Comparison) {
  return pyFunction<Pair>()(c.name, PAIR, ({ x, y, ...p }) => compare(c, x, y, p));
}

/** tf.assert_equal: an operation that fails unless `x == y` everywhere; shapes broadcast. Raises InvalidArgumentError where that is known. */
export const assert_equal = pyFunction<Pair>()(
  "assert_equal",
  PAIR,
  ({ x, y, ...p }) =>
    scoped(p.name, "assert_equal", [x, y, ...(p.data ?? [])], () => (x === y ? createOperation("NoOp", {}) : null)) ??
    compare(EQUAL, x, y, p),
);
/** tf.assert_none_equal: fails unless `x != y` everywhere. */
export const assert_none_equal = pairCheck({ sign: "!=", name: "assert_none_equal", type: "NotEqual" });
/** tf.assert_less: fails unless `x < y` everywhere. */
export const assert_less = pairCheck(LESS);
/** tf.assert_less_equal: fails unless `x <= y` everywhere. */
export const assert_less_equal = pairCheck(LESS_EQUAL);
/** tf.assert_greater: fails unless `x > y` everywhere. */
export const assert_greater = pairCheck({ sign: ">", name: "assert_greater", type: "Greater" });
/** tf.assert_greater_equal: fails unless `x >= y` everywhere. */
export const assert_greater_equal = pairCheck({ sign: ">=", name: "assert_greater_equal", type: "GreaterEqual" });

/** A comparison with zero; `swap` when zero stands on the left. */
function signCheck(name: string, c: Comparison, swap: boolean, words: (x: Tensor) => readonly TensorLike[]) {
  return pyFunction<Single>()(name, SINGLE, ({ x: given, data, summarize, message, name: own }) =>
    scoped(own, name, [given, ...(data ?? [])], () => {
      const x = convertToTensor(given, { name: "x" });
      const shownData = data ?? [message ?? "", ...words(x)];
      const zero = convertToTensor(0, { dtype: x.dtype.base_dtype });
      const [a, b] = swap ? [zero, x] : [x, zero];
      return compare(c, a, b, { data: shownData, summarize, message: null, name: null });
    }),
  );
}

const holds = (sign: string) => (x: Tensor) => [
  `Condition x ${sign} 0 did not hold element-wise:`,
  `x (${x.name}) = `,
  x,
];

/** tf.assert_negative: fails unless `x < 0` everywhere. */
export const assert_negative = signCheck("assert_negative", LESS, false, holds("<"));
/** tf.assert_positive: fails unless `x > 0` everywhere. */
export const assert_positive = signCheck("assert_positive", LESS, true, holds(">"));
/** tf.assert_non_negative: fails unless `x >= 0` everywhere. */
export const assert_non_negative = signCheck("assert_non_negative", LESS_EQUAL, true, holds(">="));
/** tf.assert_non_positive: fails unless `x <= 0` everywhere. (The original glues two of its texts together.) */
export const assert_non_positive = signCheck("assert_non_positive", LESS_EQUAL, false, (x) => [
  `Condition x <= 0 did not hold element-wise:x (${x.name}) = `,
  x,
]);

const EPSILON: Readonly<Record<string, number>> = { float16: 2 ** -10, float32: 2 ** -23, float64: 2 ** -52 };

/** tf.assert_near: fails unless `|x - y| < atol + rtol * |y|` everywhere; both tolerances are 10 units in the last place of 1. */
export const assert_near = pyFunction<Pair & { rtol: TensorLike | null; atol: TensorLike | null }>()(
  "assert_near",
  "(x, y, rtol=None, atol=None, data=None, summarize=None, message=None, name=None)",
  (p) =>
    scoped(p.name, "assert_near", [p.x, p.y, p.rtol, p.atol, ...(p.data ?? [])], () => {
      const x = convertToTensor(p.x, { name: "x" });
      const dtype = x.dtype.base_dtype;
      const y = convertToTensor(p.y, { name: "y", dtype });
      const eps = EPSILON[dtype.baseName];
      if (eps === undefined) throw new TypeError(`data type <class 'numpy.${dtype.baseName}'> not inexact`);
      const rtol = convertToTensor(p.rtol ?? new PyFloat(10 * eps), { name: "rtol", dtype });
      const atol = convertToTensor(p.atol ?? new PyFloat(10 * eps), { name: "atol", dtype });
      const data = p.data ?? [
        p.message ?? "",
        `x and y not equal to tolerance rtol = ${rtol}, atol = ${atol}`,
        `x (${x.name}) = `,
        x,
        `y (${y.name}) = `,
        y,
      ];
      const tolerance = atol.add(rtol.mul(createOp("Abs", { x: y })));
      const difference = createOp("Abs", { x: x.sub(y) });
      return buildAssert(reduce_all(createOp("Less", { x: difference, y: tolerance })), data, p.summarize);
    }),
);
