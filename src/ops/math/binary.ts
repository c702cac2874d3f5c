/**
 * Elementwise operations of two operands, which broadcast.
 * Source: gen_math_ops.py, tf.divide, tf.div_no_nan … (tensorflow/python/ops/math_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { planBroadcast } from "../../numerics/broadcast.js";
import { binaryBigInts, binaryNumbers } from "../../numerics/elementwise/loop.js";
import { truediv as pythonDivision } from "../../py/operators.js";
import { broadcastBinary } from "../shape_functions.js";
import { BINARY_GRADIENTS } from "./binary_gradients.js";
import { binaryKernel } from "./elementwise.js";
import { divOf, floordivOf, powOf, requireSame, truedivOf } from "./operators.js";
import { joined, textOr } from "./text.js";

/** Types that TensorFlow 1.15 has no gradient function for: asking for one is an error. */
const WITHOUT_GRADIENT = ["Mod", "TruncateMod", "IgammaGradA"];

const divideNumbers = (x: number, y: number): number => (y === 0 ? -1 : Math.trunc(x / y));
const divideBigInts = (x: bigint, y: bigint): bigint => (y === 0n ? -1n : x / y);

/** Integers are divided by the built-in compiler (XLA): cut towards zero, and -1 for a divisor of 0. */
const realDivKernel: Kernel = (k) => {
  const [x, y] = [k.input(0), k.input(1)];
  const plan = x.dtype.is_integer ? planBroadcast(x.shape, y.shape) : null;
  if (!plan) return binaryKernel(k);
  const isBig = x.data instanceof BigInt64Array;
  const loop = isBig ? binaryBigInts(divideBigInts) : binaryNumbers(divideNumbers, divideNumbers, 1);
  const out = k.output(0, plan.shape).data;
  const [a, b] = [x.data, y.data];
  return () => loop(a, b, out, plan, 0);
};

/** Kernels of op types that take more than floats and the usual integers. */
const KERNELS: Readonly<Record<string, Kernel>> = { Add: textOr(binaryKernel, joined), RealDiv: realDivKernel };

export const binaryRecords: readonly OpRecord[] = [
  ...Object.entries(BINARY_GRADIENTS).map(([type, grad]) => ({
    type,
    shape: broadcastBinary,
    kernel: KERNELS[type] ?? binaryKernel,
    grad,
  })),
  ...WITHOUT_GRADIENT.map((type) => ({ type, shape: broadcastBinary, kernel: binaryKernel })),
];

type Name = string | null;
type Binary = { x: TensorLike; y: TensorLike; name: Name };

const SIGNATURE = "(x, y, name=None)";

/** A public function that makes one node. */
export function binaryFunction(name: string, type: string) {
  return pyFunction<Binary>()(name, SIGNATURE, (p) => createOp(type, { x: p.x, y: p.y }, {}, p.name));
}

/** tf.add: x + y; text is joined. */
export const add = binaryFunction("add", "Add");
/** tf.subtract: x - y. */
export const subtract = binaryFunction("subtract", "Sub");
/** tf.multiply: x * y, element by element. */
export const multiply = binaryFunction("multiply", "Mul");
/** tf.realdiv: x / y without conversion of integers. */
export const realdiv = binaryFunction("realdiv", "RealDiv");
/** tf.floor_div: floor(x / y), as tf.floordiv. */
export const floor_div = binaryFunction("floor_div", "FloorDiv");
/** tf.floormod, tf.mod: what floor division leaves over, with the divisor's sign. */
export const floormod = binaryFunction("floormod", "FloorMod");
/** tf.truncatediv: x / y of integers, cut towards zero. */
export const truncatediv = binaryFunction("truncatediv", "TruncateDiv");
/** tf.truncatemod: what truncating division leaves over, with the dividend's sign. */
export const truncatemod = binaryFunction("truncatemod", "TruncateMod");
/** tf.maximum: the larger of x and y. */
export const maximum = binaryFunction("maximum", "Maximum");
/** tf.minimum: the smaller of x and y. */
export const minimum = binaryFunction("minimum", "Minimum");
/** tf.squared_difference: (x - y) * (x - y). */
export const squared_difference = binaryFunction("squared_difference", "SquaredDifference");
/** tf.math.xlogy: x * log(y), and 0 where x is 0. */
export const xlogy = binaryFunction("xlogy", "Xlogy");
/** tf.math.xdivy: x / y, and 0 where x is 0. */
export const xdivy = binaryFunction("xdivy", "Xdivy");

/** tf.atan2: angle of the point (x, y), in radians. */
export const atan2 = pyFunction<Binary>()("atan2", "(y, x, name=None)", (p) =>
  createOp("Atan2", { y: p.y, x: p.x }, {}, p.name),
);
/** tf.math.zeta: sum of (k + q) to the power -x over k = 0, 1, …. */
export const zeta = pyFunction<{ x: TensorLike; q: TensorLike; name: Name }>()("zeta", "(x, q, name=None)", (p) =>
  createOp("Zeta", { x: p.x, q: p.q }, {}, p.name),
);

function ofShapeAndArgument(name: string, type: string) {
  return pyFunction<{ a: TensorLike; x: TensorLike; name: Name }>()(name, "(a, x, name=None)", (p) =>
    createOp(type, { a: p.a, x: p.x }, {}, p.name),
  );
}

/** tf.math.polygamma: derivative number `a` of digamma at x. */
export const polygamma = ofShapeAndArgument("polygamma", "Polygamma");
/** tf.igamma: lower regularised incomplete gamma function. */
export const igamma = ofShapeAndArgument("igamma", "Igamma");
/** tf.igammac: upper regularised incomplete gamma function, 1 - igamma. */
export const igammac = ofShapeAndArgument("igammac", "Igammac");

/** tf.divide: Python's x / y, which of plain numbers is a number. */
export const divide = pyFunction<Binary>()("divide", SIGNATURE, ({ x, y, name }) =>
  name === null ? (pythonDivision(x, y) as Tensor) : truedivOf(x, y, name),
);
/** tf.truediv: x / y; integers become floats. */
export const truediv = pyFunction<Binary>()("truediv", SIGNATURE, ({ x, y, name }) => truedivOf(x, y, name));
/** tf.div: Python 2's division; integers are rounded down. */
export const div = pyFunction<Binary>()("div", SIGNATURE, ({ x, y, name }) => divOf(x, y, name));
/** tf.floordiv: floor(x / y). */
export const floordiv = pyFunction<Binary>()("floordiv", SIGNATURE, ({ x, y, name }) => floordivOf(x, y, name));
/** tf.pow: x to the power y. */
export const pow = pyFunction<Binary>()("pow", SIGNATURE, ({ x, y, name }) => powOf(x, y, name));

function withoutNan(name: string, type: string) {
  return pyFunction<Binary>()(name, SIGNATURE, (p) =>
    scoped(p.name, name, [p.x, p.y], (scope) => {
      const x = convertToTensor(p.x, { name: "x" });
      const y = convertToTensor(p.y, { name: "y", dtype: x.dtype.base_dtype });
      requireSame(x, y);
      return createOp(type, { x, y }, {}, scope);
    }),
  );
}

/** tf.div_no_nan: x / y, and 0 where y is 0. */
export const div_no_nan = withoutNan("div_no_nan", "DivNoNan");
/** tf.math.multiply_no_nan: x * y, and 0 where y is 0 whatever x is. */
export const multiply_no_nan = withoutNan("multiply_no_nan", "MulNoNan");

/** tf.math.reciprocal_no_nan: 1 / x, and 0 where x is 0. */
export const reciprocal_no_nan = pyFunction<{ x: TensorLike; name: Name }>()(
  "reciprocal_no_nan",
  "(x, name=None)",
  (p) =>
    scoped(p.name, "reciprocal_no_nan", [p.x], (scope) => {
      const y = convertToTensor(p.x, { name: "x" });
      const x = convertToTensor(1, { dtype: y.dtype.base_dtype, name: "one" });
      return createOp("DivNoNan", { x, y }, {}, scope);
    }),
);
