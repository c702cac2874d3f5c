/**
 * Elementwise kernels of complex numbers, stored interleaved; complex64 is computed in double precision and rounded once.
 * Source: std::complex behind tensorflow/core/kernels/cwise_op_*.cc (1.15); the identities are those of Kahan, "Branch cuts
 * for complex elementary functions" (1987).
 */
import type { Complex, DTypeName } from "../../np/dtype.js";
import type { BroadcastPlan } from "../broadcast.js";
import type { BinaryLoop, UnaryLoop } from "./loop.js";

type Floats = Float32Array | Float64Array;
type C = Complex;

const c = (re: number, im: number): C => ({ re, im });
const ONE = c(1, 0);

const neg = (z: C): C => c(-z.re, -z.im);
const conj = (z: C): C => c(z.re, -z.im);
const add = (a: C, b: C): C => c(a.re + b.re, a.im + b.im);
const sub = (a: C, b: C): C => c(a.re - b.re, a.im - b.im);
const mul = (a: C, b: C): C => c(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
/** Adding a complex one would lose the sign of a negative zero. */
const plusOne = (z: C): C => c(z.re + 1, z.im);
const oneMinus = (z: C): C => c(1 - z.re, -z.im);
const scale = (z: C, s: number): C => c(z.re * s, z.im * s);
const isZero = (z: C): boolean => z.re === 0 && z.im === 0;
const timesI = (z: C): C => c(-z.im, z.re);
const overI = (z: C): C => c(z.im, -z.re);

/** By the larger part of the divisor, so that squares don't overflow. */
function div(a: C, b: C): C {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const r = b.im / b.re;
    const d = b.re + b.im * r;
    return c((a.re + a.im * r) / d, (a.im - a.re * r) / d);
  }
  const r = b.re / b.im;
  const d = b.re * r + b.im;
  return c((a.re * r + a.im) / d, (a.im * r - a.re) / d);
}

const abs = (z: C): number => Math.hypot(z.re, z.im);
const angle = (z: C): number => Math.atan2(z.im, z.re);
const log = (z: C): C => c(Math.log(abs(z)), angle(z));
function exp(z: C): C {
  const r = Math.exp(z.re);
  return z.im === 0 ? c(r, z.im) : c(r * Math.cos(z.im), r * Math.sin(z.im));
}
function sqrt(z: C): C {
  if (isZero(z)) return c(0, z.im);
  const t = Math.sqrt((Math.abs(z.re) + abs(z)) / 2);
  if (z.re >= 0) return c(t, z.im / (2 * t));
  return c(Math.abs(z.im) / (2 * t), z.im < 0 || Object.is(z.im, -0) ? -t : t);
}
const sinh = (z: C): C => c(Math.sinh(z.re) * Math.cos(z.im), Math.cosh(z.re) * Math.sin(z.im));
const cosh = (z: C): C => c(Math.cosh(z.re) * Math.cos(z.im), Math.sinh(z.re) * Math.sin(z.im));
function tanh(z: C): C {
  // Beyond this the quotient of exponentials is ±1 to the last bit.
  if (Math.abs(z.re) > 20) return c(Math.sign(z.re), 0 * Math.sin(2 * z.im));
  const d = Math.cosh(2 * z.re) + Math.cos(2 * z.im);
  return c(Math.sinh(2 * z.re) / d, Math.sin(2 * z.im) / d);
}
const asinh = (z: C): C => {
  if (z.re < 0) return neg(asinh(neg(z)));
  return log(add(z, sqrt(plusOne(mul(z, z)))));
};
const acosh = (z: C): C => {
  const s = sqrt(scale(plusOne(z), 0.5));
  const t = sqrt(scale(c(z.re - 1, z.im), 0.5));
  return scale(log(add(s, t)), 2);
};
const atanh = (z: C): C => scale(sub(log(plusOne(z)), log(oneMinus(z))), 0.5);
const square = (z: C): C => mul(z, z);
const reciprocal = (z: C): C => div(ONE, z);
const sigmoid = (z: C): C => reciprocal(plusOne(exp(neg(z))));
const sign = (z: C): C => (isZero(z) ? c(0, 0) : scale(z, 1 / abs(z)));
function pow(a: C, b: C): C {
  if (isZero(b)) return ONE;
  if (isZero(a)) return c(0, 0);
  return exp(mul(b, log(a)));
}
const log1p = (z: C): C => log(plusOne(z));
function expm1(z: C): C {
  const e = exp(z);
  return c(e.re - 1, e.im);
}

const UNARY: Readonly<Record<string, (z: C) => C>> = {
  Neg: neg,
  Conj: conj,
  Square: square,
  Reciprocal: reciprocal,
  Inv: reciprocal,
  Sqrt: sqrt,
  Rsqrt: (z) => reciprocal(sqrt(z)),
  Exp: exp,
  Expm1: expm1,
  Log: log,
  Log1p: log1p,
  Sin: (z) => overI(sinh(timesI(z))),
  Cos: (z) => cosh(timesI(z)),
  Tan: (z) => overI(tanh(timesI(z))),
  Sinh: sinh,
  Cosh: cosh,
  Tanh: tanh,
  Asinh: asinh,
  Acosh: acosh,
  Atanh: atanh,
  Sigmoid: sigmoid,
  Sign: sign,
};

/** Ops whose result is the real type. */
const PARTS: Readonly<Record<string, (z: C) => number>> = {
  Real: (z) => z.re,
  Imag: (z) => z.im,
  ComplexAbs: abs,
  Angle: angle,
};

// Gradients multiply by the conjugate of the derivative; y is the op's output, g the incoming gradient.
const inverseGrad = (y: C, g: C): C => neg(mul(g, conj(mul(y, y))));
const BINARY: Readonly<Record<string, (a: C, b: C) => C>> = {
  Add: add,
  AddV2: add,
  Sub: sub,
  Mul: mul,
  Div: div,
  RealDiv: div,
  Pow: pow,
  SquaredDifference: (a, b) => {
    const d = sub(a, b);
    return mul(d, conj(d));
  },
  DivNoNan: (a, b) => (isZero(b) ? c(0, 0) : div(a, b)),
  MulNoNan: (a, b) => (isZero(b) ? c(0, 0) : mul(a, b)),
  Xdivy: (a, b) => (isZero(a) ? c(0, 0) : div(a, b)),
  Xlogy: (a, b) => (isZero(a) ? c(0, 0) : mul(a, log(b))),
  SigmoidGrad: (y, g) => mul(g, conj(mul(y, oneMinus(y)))),
  TanhGrad: (y, g) => mul(g, conj(oneMinus(mul(y, y)))),
  SqrtGrad: (y, g) => div(scale(g, 0.5), conj(y)),
  RsqrtGrad: (y, g) => mul(scale(g, -0.5), conj(mul(y, mul(y, y)))),
  ReciprocalGrad: inverseGrad,
  InvGrad: inverseGrad,
};

const COMPARE: Readonly<Record<string, (a: C, b: C) => boolean>> = {
  Equal: (a, b) => a.re === b.re && a.im === b.im,
  NotEqual: (a, b) => a.re !== b.re || a.im !== b.im,
};

const at = (x: Floats, i: number): C => c(x[2 * i]!, x[2 * i + 1]!);
function put(out: Floats, i: number, z: C): void {
  out[2 * i] = z.re;
  out[2 * i + 1] = z.im;
}

function isComplex(dtype: DTypeName): boolean {
  return dtype === "complex64" || dtype === "complex128";
}

/** The loop of an op of one complex operand. */
export function complexUnary(op: string, dtype: DTypeName): UnaryLoop | null {
  if (!isComplex(dtype)) return null;
  const f = UNARY[op];
  if (f) {
    return (x: Floats, out: Floats, n: number): void => {
      for (let i = 0; i < n; i++) put(out, i, f(at(x, i)));
    };
  }
  const part = PARTS[op];
  if (!part) return null;
  return (x: Floats, out: Floats, n: number): void => {
    for (let i = 0; i < n; i++) out[i] = part(at(x, i));
  };
}

/** Calls `visit` for each element of the result with the positions in both operands. */
function walk(plan: BroadcastPlan, visit: (i: number, j: number, k: number) => void): void {
  for (let row = 0, k = 0; row < plan.rows; row++) {
    let i = plan.aStart[row]!;
    let j = plan.bStart[row]!;
    for (const end = k + plan.inner; k < end; k++, i += plan.aStep, j += plan.bStep) visit(i, j, k);
  }
}

/** The loop of an op of two complex operands; Complex makes them of two real ones. */
export function complexBinary(op: string, dtype: DTypeName): BinaryLoop | null {
  if (op === "Complex" && (dtype === "float32" || dtype === "float64")) {
    return (a: Floats, b: Floats, out: Floats, plan: BroadcastPlan): void => {
      walk(plan, (i, j, k) => put(out, k, c(a[i]!, b[j]!)));
    };
  }
  if (!isComplex(dtype)) return null;
  const f = BINARY[op];
  if (f) {
    return (a: Floats, b: Floats, out: Floats, plan: BroadcastPlan): void => {
      walk(plan, (i, j, k) => put(out, k, f(at(a, i), at(b, j))));
    };
  }
  const test = COMPARE[op];
  if (!test) return null;
  return (a: Floats, b: Floats, out: Uint8Array, plan: BroadcastPlan): void => {
    walk(plan, (i, j, k) => {
      out[k] = test(at(a, i), at(b, j)) ? 1 : 0;
    });
  };
}
