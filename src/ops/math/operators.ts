/**
 * Python's operators between tensors, as the library's own code uses them and as `x.add(y)` means them.
 * Source: _OverrideBinaryOperatorHelper (tensorflow/python/ops/math_ops.py).
 */
import { convertToTensor } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { type DType, type DTypeName, dtypeNamed } from "../../graph/dtypes.js";
import { Operators } from "../../graph/operators.js";
import { Tensor } from "../../graph/tensor.js";
import { castTo } from "./cast.js";

type Emit = (x: Tensor, y: Tensor, name: string) => Tensor;

function op(type: string): Emit {
  return (x, y, name) => createOp(type, { x, y }, {}, name);
}

/** What true division divides in, for types that it does not divide as they are. */
const TRUEDIV: { readonly [T in DTypeName]?: DTypeName } = {
  uint8: "float32",
  int8: "float32",
  uint16: "float32",
  int16: "float32",
  int32: "float64",
  int64: "float64",
};
const DIVISIBLE = new Set<DTypeName>(["bfloat16", "float16", "float32", "float64", "complex64", "complex128"]);

export function requireSame(x: Tensor, y: Tensor): DType {
  const [a, b] = [x.dtype.base_dtype, y.dtype.base_dtype];
  if (a !== b) throw new TypeError(`x and y must have the same dtype, got ${a.__repr__()} != ${b.__repr__()}`);
  return a;
}

/** Python 3's division: integers become floats. */
export function truedivOf(left: unknown, right: unknown, name: string | null = null): Tensor {
  return scoped(name, "truediv", [left, right], (scope) => {
    let x = convertToTensor(left, { name: "x" });
    let y = convertToTensor(right, { name: "y" });
    const dtype = requireSame(x, y);
    const wide = TRUEDIV[dtype.baseName];
    if (wide === undefined && !DIVISIBLE.has(dtype.baseName))
      throw new TypeError(`Invalid dtype ${dtype.__repr__()} in __truediv__`);
    if (wide !== undefined) {
      x = castTo(x, dtypeNamed(wide));
      y = castTo(y, dtypeNamed(wide));
    }
    return createOp("RealDiv", { x, y }, {}, scope);
  });
}

/** Python 2's division: integers stay integers, rounded down. */
export function divOf(left: unknown, right: unknown, name: string | null = null): Tensor {
  return scoped(name, "div", [left, right], (scope) => {
    const x = convertToTensor(left, { name: "x" });
    const y = convertToTensor(right, { name: "y", dtype: x.dtype.base_dtype });
    const dtype = requireSame(x, y);
    const type = dtype.is_floating || dtype.is_complex ? "RealDiv" : "FloorDiv";
    return createOp(type, { x, y }, {}, scope);
  });
}

export function floordivOf(x: unknown, y: unknown, name: string | null = null): Tensor {
  return scoped(name, "floordiv", [x, y], (scope) => createOp("FloorDiv", { x, y }, {}, scope));
}

export function powOf(x: unknown, y: unknown, name: string | null = null): Tensor {
  return scoped(name, "Pow", [x], (scope) => createOp("Pow", { x, y }, {}, scope));
}

export function logicalXorOf(x: unknown, y: unknown, name: string): Tensor {
  const either = createOp("LogicalOr", { x, y });
  const notBoth = createOp("LogicalNot", { x: createOp("LogicalAnd", { x, y }) });
  return createOp("LogicalAnd", { x: either, y: notBoth }, {}, name);
}

/** Operators that Python looks up on both operands, by the verb that names their scope. */
export const SCOPED = {
  // Text keeps the older op type, which knows how to join.
  add: (x, y, name) => createOp(x.dtype.baseName === "string" ? "Add" : "AddV2", { x, y }, {}, name),
  sub: op("Sub"),
  mul: op("Mul"),
  div: divOf,
  truediv: truedivOf,
  floordiv: floordivOf,
  mod: op("FloorMod"),
  pow: powOf,
  and: op("LogicalAnd"),
  or: op("LogicalOr"),
  xor: logicalXorOf,
} as const satisfies Readonly<Record<string, Emit>>;

/** `x verb y` with a tensor on the left; the right operand takes the left one's dtype if it can. */
export function leftOperator(verb: string, emit: Emit, x: unknown, y: unknown): Tensor {
  return scoped(null, verb, [x, y], (scope) => {
    const left = convertToTensor(x);
    const right = y instanceof Tensor ? y : convertToTensor(y, { preferred: left.dtype.base_dtype, name: "y" });
    return emit(left, right, scope);
  });
}

/** `x verb y` with a tensor on the right only; the left operand must fit its dtype. */
export function rightOperator(verb: string, emit: Emit, x: unknown, y: Tensor): Tensor {
  return scoped(null, verb, [x, y], (scope) =>
    emit(convertToTensor(x, { dtype: y.dtype.base_dtype, name: "x" }), y, scope),
  );
}

/** One operand is a tensor (or stands for one); Python asks the left one first. */
function operator(verb: keyof typeof SCOPED): (x: unknown, y: unknown) => Tensor {
  const emit = SCOPED[verb];
  return (x, y) => {
    // The variable that is asked is read before the operator's scope is entered.
    if (x instanceof Operators) return leftOperator(verb, emit, x.operand(), y);
    return rightOperator(verb, emit, x, y instanceof Operators ? y.operand() : (y as Tensor));
  };
}

export const add = operator("add");
export const sub = operator("sub");
export const mul = operator("mul");
export const truediv = operator("truediv");
export const mod = operator("mod");
export const pow = operator("pow");
export const and = operator("and");

/** Python's -x. */
export function neg(x: unknown): Tensor {
  return createOp("Neg", { x });
}

/** Comparisons have no scope of their own. */
export function gt(x: unknown, y: unknown): Tensor {
  return createOp("Greater", { x, y });
}
export function lt(x: unknown, y: unknown): Tensor {
  return createOp("Less", { x, y });
}
