/**
 * The public ufuncs: `np.add`, `np.exp`, … with their methods reduce, accumulate and outer.
 * Source: numpy.ufunc (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import type { Axis } from "./axes.js";
import { copyInto } from "./casting.js";
import { type ArrayLike, asStrided } from "./convert.js";
import { apply1, apply2, type BinaryUfunc, type UfuncOptions, type UnaryUfunc } from "./dispatch.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { NDArray, returned } from "./ndarray.js";
import * as reductions from "./reductions.js";
import * as running from "./running.js";
import { expandDims } from "./shaping.js";
import { allocate, type Strided } from "./strided.js";
import * as ufuncs from "./ufuncs.js";

export interface UfuncArgs {
  out?: NDArray | null;
  /** Only where this holds is the result computed; elsewhere `out` keeps its elements. */
  where?: ArrayLike;
  dtype?: DTypeLike | null;
}

/** A ufunc of one operand: same shape, NumPy's dtype rules; `out` receives the result. */
export interface Unary {
  (x: ArrayLike, ...args: Call<[out: NDArray | null], UfuncArgs>): NDArray;
  readonly __name__: string;
}

export interface ReduceMethodArgs {
  axis?: Axis | null;
  dtype?: DTypeLike | null;
  keepdims?: boolean;
}

/** A ufunc of two operands, which broadcast against each other. */
export interface Binary {
  (x1: ArrayLike, x2: ArrayLike, ...args: Call<[out: NDArray | null], UfuncArgs>): NDArray;
  readonly __name__: string;
  /** Folds along an axis (the first by default). */
  reduce(a: ArrayLike, ...args: Call<[axis: Axis | null], ReduceMethodArgs>): NDArray;
  /** Running results along an axis. */
  accumulate(a: ArrayLike, axis?: number): NDArray;
  /** Every element of a with every element of b. */
  outer(a: ArrayLike, b: ArrayLike): NDArray;
}

/** The result, written to `out` and only where asked; `run` computes it with the plain options. */
function called(name: string, args: readonly unknown[], run: (options: UfuncOptions) => Strided): NDArray {
  if (args.length === 0) return returned(run({}));
  const { out = null, where, dtype = null } = bind<UfuncArgs>(name, ["out", "where", "dtype"], args);
  const type = dtype === null ? null : asDType(dtype);
  if (where === undefined || where === true) return returned(run({ out, dtype: type }), out);
  const result = run({ dtype: type });
  const target = out ?? NDArray.from(allocate(result.dtype, result.shape));
  const mask = NDArray.from(broadcastMask(asStrided(where, asDType("bool")), target));
  target.set_at(mask, NDArray.from(result).at(mask));
  return target;
}

function broadcastMask(mask: Strided, target: Strided): Strided {
  const out = allocate(mask.dtype, target.shape);
  copyInto(mask, out);
  return out;
}

function unary(u: UnaryUfunc): Unary {
  const call = (x: ArrayLike, ...args: readonly unknown[]): NDArray => {
    const a = asStrided(x);
    return called(u.name, args, (options) => apply1(u, a, options));
  };
  return Object.assign(call, { __name__: u.name });
}

/** Identities of the ufuncs that have one. */
const IDENTITY: Readonly<Record<string, number>> = {
  add: 0,
  multiply: 1,
  logical_or: 0,
  logical_and: 1,
  logical_xor: 0,
  bitwise_or: 0,
  bitwise_xor: 0,
};

function binary(u: BinaryUfunc): Binary {
  const call = (x1: ArrayLike, x2: ArrayLike, ...args: readonly unknown[]): NDArray => {
    const a = asStrided(x1);
    const b = asStrided(x2);
    return called(u.name, args, (options) => apply2(u, a, b, options));
  };
  const reduce = (a: ArrayLike, ...args: readonly unknown[]): NDArray => {
    const { axis = 0, dtype, keepdims } = bind<ReduceMethodArgs>("reduce", ["axis", "dtype", "keepdims"], args);
    const options = { axis, dtype: dtype ? asDType(dtype) : null, keepdims: keepdims ?? false };
    const x = asStrided(a);
    if (u === ufuncs.add) return returned(reductions.sum(x, options));
    if (u === ufuncs.multiply) return returned(reductions.prod(x, options));
    return returned(reductions.reduceWith(u, x, IDENTITY[u.name] ?? null, options));
  };
  return Object.assign(call, {
    __name__: u.name,
    reduce,
    accumulate: (a: ArrayLike, axis = 0): NDArray => returned(running.accumulate(u, asStrided(a), axis)),
    outer: (a: ArrayLike, b: ArrayLike): NDArray => {
      const x = asStrided(a);
      const y = asStrided(b);
      const axes = y.shape.map((_, i) => x.ndim + i);
      return returned(apply2(u, axes.length ? expandDims(x, axes) : x, y));
    },
  });
}

export const negative: Unary = /* @__PURE__ */ unary(ufuncs.negative);
export const positive: Unary = /* @__PURE__ */ unary(ufuncs.positive);
export const absolute: Unary = /* @__PURE__ */ unary(ufuncs.absolute);
export const fabs: Unary = /* @__PURE__ */ unary(ufuncs.fabs);
export const sign: Unary = /* @__PURE__ */ unary(ufuncs.sign);
export const square: Unary = /* @__PURE__ */ unary(ufuncs.square);
export const reciprocal: Unary = /* @__PURE__ */ unary(ufuncs.reciprocal);
export const conjugate: Unary = /* @__PURE__ */ unary(ufuncs.conjugate);
export const sqrt: Unary = /* @__PURE__ */ unary(ufuncs.sqrt);
export const cbrt: Unary = /* @__PURE__ */ unary(ufuncs.cbrt);
export const exp: Unary = /* @__PURE__ */ unary(ufuncs.exp);
export const exp2: Unary = /* @__PURE__ */ unary(ufuncs.exp2);
export const expm1: Unary = /* @__PURE__ */ unary(ufuncs.expm1);
export const log: Unary = /* @__PURE__ */ unary(ufuncs.log);
export const log2: Unary = /* @__PURE__ */ unary(ufuncs.log2);
export const log10: Unary = /* @__PURE__ */ unary(ufuncs.log10);
export const log1p: Unary = /* @__PURE__ */ unary(ufuncs.log1p);
export const sin: Unary = /* @__PURE__ */ unary(ufuncs.sin);
export const cos: Unary = /* @__PURE__ */ unary(ufuncs.cos);
export const tan: Unary = /* @__PURE__ */ unary(ufuncs.tan);
export const arcsin: Unary = /* @__PURE__ */ unary(ufuncs.arcsin);
export const arccos: Unary = /* @__PURE__ */ unary(ufuncs.arccos);
export const arctan: Unary = /* @__PURE__ */ unary(ufuncs.arctan);
export const sinh: Unary = /* @__PURE__ */ unary(ufuncs.sinh);
export const cosh: Unary = /* @__PURE__ */ unary(ufuncs.cosh);
export const tanh: Unary = /* @__PURE__ */ unary(ufuncs.tanh);
export const arcsinh: Unary = /* @__PURE__ */ unary(ufuncs.arcsinh);
export const arccosh: Unary = /* @__PURE__ */ unary(ufuncs.arccosh);
export const arctanh: Unary = /* @__PURE__ */ unary(ufuncs.arctanh);
export const degrees: Unary = /* @__PURE__ */ unary(ufuncs.degrees);
export const radians: Unary = /* @__PURE__ */ unary(ufuncs.radians);
export const rint: Unary = /* @__PURE__ */ unary(ufuncs.rint);
export const floor: Unary = /* @__PURE__ */ unary(ufuncs.floor);
export const ceil: Unary = /* @__PURE__ */ unary(ufuncs.ceil);
export const trunc: Unary = /* @__PURE__ */ unary(ufuncs.trunc);
export const isnan: Unary = /* @__PURE__ */ unary(ufuncs.isnan);
export const isinf: Unary = /* @__PURE__ */ unary(ufuncs.isinf);
export const isfinite: Unary = /* @__PURE__ */ unary(ufuncs.isfinite);
export const signbit: Unary = /* @__PURE__ */ unary(ufuncs.signbit);
export const logical_not: Unary = /* @__PURE__ */ unary(ufuncs.logicalNot);
export const invert: Unary = /* @__PURE__ */ unary(ufuncs.invert);

export const add: Binary = /* @__PURE__ */ binary(ufuncs.add);
export const subtract: Binary = /* @__PURE__ */ binary(ufuncs.subtract);
export const multiply: Binary = /* @__PURE__ */ binary(ufuncs.multiply);
export const true_divide: Binary = /* @__PURE__ */ binary(ufuncs.trueDivide);
export const floor_divide: Binary = /* @__PURE__ */ binary(ufuncs.floorDivide);
export const remainder: Binary = /* @__PURE__ */ binary(ufuncs.remainder);
export const fmod: Binary = /* @__PURE__ */ binary(ufuncs.fmod);
export const power: Binary = /* @__PURE__ */ binary(ufuncs.power);
export const float_power: Binary = /* @__PURE__ */ binary(ufuncs.floatPower);
export const maximum: Binary = /* @__PURE__ */ binary(ufuncs.maximum);
export const minimum: Binary = /* @__PURE__ */ binary(ufuncs.minimum);
export const fmax: Binary = /* @__PURE__ */ binary(ufuncs.fmax);
export const fmin: Binary = /* @__PURE__ */ binary(ufuncs.fmin);
export const equal: Binary = /* @__PURE__ */ binary(ufuncs.equal);
export const not_equal: Binary = /* @__PURE__ */ binary(ufuncs.notEqual);
export const less: Binary = /* @__PURE__ */ binary(ufuncs.less);
export const less_equal: Binary = /* @__PURE__ */ binary(ufuncs.lessEqual);
export const greater: Binary = /* @__PURE__ */ binary(ufuncs.greater);
export const greater_equal: Binary = /* @__PURE__ */ binary(ufuncs.greaterEqual);
export const logical_and: Binary = /* @__PURE__ */ binary(ufuncs.logicalAnd);
export const logical_or: Binary = /* @__PURE__ */ binary(ufuncs.logicalOr);
export const logical_xor: Binary = /* @__PURE__ */ binary(ufuncs.logicalXor);
export const bitwise_and: Binary = /* @__PURE__ */ binary(ufuncs.bitwiseAnd);
export const bitwise_or: Binary = /* @__PURE__ */ binary(ufuncs.bitwiseOr);
export const bitwise_xor: Binary = /* @__PURE__ */ binary(ufuncs.bitwiseXor);
export const left_shift: Binary = /* @__PURE__ */ binary(ufuncs.leftShift);
export const right_shift: Binary = /* @__PURE__ */ binary(ufuncs.rightShift);
export const arctan2: Binary = /* @__PURE__ */ binary(ufuncs.arctan2);
export const hypot: Binary = /* @__PURE__ */ binary(ufuncs.hypot);
export const copysign: Binary = /* @__PURE__ */ binary(ufuncs.copysign);
export const heaviside: Binary = /* @__PURE__ */ binary(ufuncs.heaviside);
export const nextafter: Binary = /* @__PURE__ */ binary(ufuncs.nextafter);
export const logaddexp: Binary = /* @__PURE__ */ binary(ufuncs.logaddexp);
export const logaddexp2: Binary = /* @__PURE__ */ binary(ufuncs.logaddexp2);
export const gcd: Binary = /* @__PURE__ */ binary(ufuncs.gcd);
export const lcm: Binary = /* @__PURE__ */ binary(ufuncs.lcm);

/** NumPy's second names. */
export {
  absolute as abs,
  conjugate as conj,
  degrees as rad2deg,
  invert as bitwise_not,
  radians as deg2rad,
  remainder as mod,
  true_divide as divide,
};
