/**
 * Which function computes each op of each kind of number: one row per op type of TensorFlow.
 * Source: the REGISTER lines of tensorflow/core/kernels/cwise_op_*.cc, relu_op.cc, softplus_op.cc, softsign_op.cc (1.15).
 */
import type { DTypeName } from "../../np/dtype.js";
import { acosf, asinf } from "../../np/libm/asinf.js";
import { acoshf, asinhf, atanhf } from "../../np/libm/asinhf.js";
import { atan2f, atanf } from "../../np/libm/atanf.js";
import { digamma } from "../../np/libm/digamma.js";
import { digammaf } from "../../np/libm/digammaf.js";
import { erf, erfc } from "../../np/libm/erf.js";
import { erfcf, erff } from "../../np/libm/erff.js";
import { expf } from "../../np/libm/expf.js";
import { expm1f } from "../../np/libm/expm1f.js";
import { lgamma } from "../../np/libm/lgamma.js";
import { lgammaf } from "../../np/libm/lgammaf.js";
import { log1p } from "../../np/libm/log1p.js";
import { log1pf } from "../../np/libm/log1pf.js";
import { logf } from "../../np/libm/logf.js";
import { powf } from "../../np/libm/powf.js";
import { cosf, sinf } from "../../np/libm/sincosf.js";
import { coshf, sinhf } from "../../np/libm/sinhf.js";
import { tanf } from "../../np/libm/tanf.js";
import { expm1 } from "../../np/libm/tanh.js";
import * as packet from "../packet.js";
import { i0e, i0ef, i1e, i1ef } from "../special/bessel.js";
import { igamma, igammac, igammaGradA } from "../special/igamma.js";
import { DOUBLE, type Precision, SINGLE } from "../special/precision.js";
import { polygamma, zeta } from "../special/zeta.js";
import * as f32 from "./float32.js";
import * as f64 from "./float64.js";
import * as int from "./int32.js";
import * as big from "./int64.js";

/** What a kernel reads from its node besides the inputs. */
export interface Attrs {
  readonly alpha?: number;
  readonly tolerance?: number;
}

export type Unary<N, R = N> = (x: N, parameter: number) => R;
export type Binary<N, R = N> = (x: N, y: N, parameter: number) => R;
/** One function for all elements, or one for full packets and one for what is left over. */
export type Lanes<F> = F | readonly [packet: F, scalar: F];

interface Row<OfNumber, OfBigInt> {
  readonly float32?: Lanes<OfNumber>;
  readonly float64?: Lanes<OfNumber>;
  /** All integers up to 32 bits. */
  readonly int32?: OfNumber;
  readonly int64?: OfBigInt;
  readonly bool?: OfNumber;
  /** The last argument of the functions. */
  readonly parameter?: (dtype: DTypeName, attrs: Attrs) => number;
}
export type UnaryRow = Row<Unary<number>, Unary<bigint>>;
export type BinaryRow = Row<Binary<number>, Binary<bigint>>;
export type TestRow = Row<Unary<number, boolean>, Unary<bigint, boolean>>;
export type CompareRow = Row<Binary<number, boolean>, Binary<bigint, boolean>>;

const alpha = (_: DTypeName, attrs: Attrs): number => Math.fround(attrs.alpha ?? 0.2);
const tolerance = (_: DTypeName, attrs: Attrs): number => Math.fround(attrs.tolerance ?? 1e-5);
const WIDTHS: { readonly [T in DTypeName]?: number } = { int8: 8, uint8: 8, int16: 16, uint16: 16 };
const width = (dtype: DTypeName): number => WIDTHS[dtype] ?? 32;

const reciprocal: UnaryRow = { float32: f32.reciprocal, float64: f64.reciprocal };

export const UNARY: Readonly<Record<string, UnaryRow>> = {
  Abs: { float32: f32.abs, float64: f64.abs, int32: int.abs, int64: big.abs },
  Neg: { float32: [f32.negPacket, f32.neg], float64: [f64.negPacket, f64.neg], int32: int.neg, int64: big.neg },
  Sign: { float32: f32.sign, float64: f64.sign, int32: int.sign, int64: big.sign },
  Square: { float32: f32.square, float64: f64.square, int32: int.square, int64: big.square },
  Reciprocal: reciprocal,
  Inv: reciprocal,
  Sqrt: { float32: [packet.sqrt, f32.sqrt], float64: f64.sqrt },
  Rsqrt: { float32: [packet.rsqrt, f32.rsqrt], float64: f64.rsqrt },
  Exp: { float32: [packet.exp, expf], float64: [packet.exp64, f64.exp] },
  Expm1: { float32: [packet.expm1, expm1f], float64: expm1 },
  Log: { float32: [packet.log, logf], float64: f64.log },
  Log1p: { float32: [packet.log1p, log1pf], float64: log1p },
  Sin: { float32: [packet.sin, sinf], float64: f64.sin },
  Cos: { float32: [packet.cos, cosf], float64: f64.cos },
  Tan: { float32: tanf, float64: Math.tan },
  Asin: { float32: asinf, float64: Math.asin },
  Acos: { float32: acosf, float64: Math.acos },
  Atan: { float32: atanf, float64: Math.atan },
  Sinh: { float32: sinhf, float64: Math.sinh },
  Cosh: { float32: coshf, float64: Math.cosh },
  Tanh: { float32: packet.tanh, float64: f64.tanh },
  Asinh: { float32: asinhf, float64: Math.asinh },
  Acosh: { float32: acoshf, float64: Math.acosh },
  Atanh: { float32: atanhf, float64: Math.atanh },
  Erf: { float32: erff, float64: erf },
  Erfc: { float32: erfcf, float64: erfc },
  Lgamma: { float32: lgammaf, float64: lgamma },
  Digamma: { float32: digammaf, float64: digamma },
  Sigmoid: { float32: [packet.sigmoid, f32.sigmoid], float64: [f64.sigmoidPacket, f64.sigmoid] },
  Softplus: { float32: [f32.softplusPacket, f32.softplus], float64: [f64.softplusPacket, f64.softplus] },
  Softsign: { float32: f32.softsign, float64: f64.softsign },
  Relu: { float32: f32.relu, float64: f64.relu, int32: int.relu, int64: big.relu },
  Relu6: { float32: f32.relu6, float64: f64.relu6, int32: int.relu6, int64: big.relu6 },
  LeakyRelu: { float32: f32.leakyRelu, float64: f64.leakyRelu, parameter: alpha },
  Elu: { float32: [f32.eluPacket, f32.elu], float64: [f64.eluPacket, f64.elu] },
  Selu: { float32: [f32.seluPacket, f32.selu], float64: [f64.seluPacket, f64.selu] },
  Floor: { float32: f32.floor, float64: f64.floor },
  Ceil: { float32: f32.ceil, float64: f64.ceil },
  Rint: { float32: f32.rint, float64: f64.rint },
  Round: { float32: f32.roundHalfEven, float64: f64.roundHalfEven, int32: int.same, int64: big.same },
  BesselI0e: { float32: i0ef, float64: i0e },
  BesselI1e: { float32: i1ef, float64: i1e },
  Invert: { int32: int.invert, int64: big.invert },
};

/** Ops of one operand whose result is bool. */
export const TESTS: Readonly<Record<string, TestRow>> = {
  IsNan: { float32: f32.isNan, float64: f32.isNan },
  IsInf: { float32: f32.isInf, float64: f32.isInf },
  IsFinite: { float32: f32.finite, float64: f32.finite },
  LogicalNot: { bool: int.logicalNot },
};

const add: BinaryRow = { float32: f32.add, float64: f64.add, int32: int.add, int64: big.add };
const divide: BinaryRow = { float32: f32.div, float64: f64.div, int32: int.truncateDiv, int64: big.truncateDiv };
const remainder: BinaryRow = { float32: f32.fmod, float64: f64.fmod, int32: int.truncateMod, int64: big.truncateMod };
const reciprocalGrad: BinaryRow = {
  float32: [f32.reciprocalGradPacket, f32.reciprocalGrad],
  float64: [f64.reciprocalGradPacket, f64.reciprocalGrad],
};

function special(f: (x: number, y: number, p: Precision) => number): BinaryRow {
  return { float32: (x, y) => f(x, y, SINGLE), float64: (x, y) => f(x, y, DOUBLE) };
}

export const BINARY: Readonly<Record<string, BinaryRow>> = {
  Add: add,
  AddV2: add,
  Sub: { float32: f32.sub, float64: f64.sub, int32: int.sub, int64: big.sub },
  Mul: { float32: f32.mul, float64: f64.mul, int32: int.mul, int64: big.mul },
  Div: divide,
  RealDiv: { float32: f32.div, float64: f64.div },
  TruncateDiv: { int32: int.truncateDiv, int64: big.truncateDiv },
  FloorDiv: { float32: f32.floorDiv, float64: f64.floorDiv, int32: int.floorDiv, int64: big.floorDiv },
  FloorMod: { float32: f32.floorMod, float64: f64.floorMod, int32: int.floorMod, int64: big.floorMod },
  TruncateMod: remainder,
  Mod: remainder,
  Pow: { float32: powf, float64: f64.pow, int32: int.pow, int64: big.pow },
  Maximum: { float32: f32.maximum, float64: f64.maximum, int32: int.maximum, int64: big.maximum },
  Minimum: { float32: f32.minimum, float64: f64.minimum, int32: int.minimum, int64: big.minimum },
  SquaredDifference: {
    float32: f32.squaredDifference,
    float64: f64.squaredDifference,
    int32: int.squaredDifference,
    int64: big.squaredDifference,
  },
  Atan2: { float32: atan2f, float64: f64.atan2 },
  DivNoNan: { float32: f32.divNoNan, float64: f64.divNoNan },
  MulNoNan: { float32: f32.mulNoNan, float64: f64.mulNoNan },
  Xdivy: { float32: [f32.xdivyPacket, f32.xdivy], float64: [f64.xdivyPacket, f64.xdivy] },
  Xlogy: { float32: [f32.xlogyPacket, f32.xlogy], float64: f64.xlogy },
  Igamma: special(igamma),
  Igammac: special(igammac),
  IgammaGradA: special(igammaGradA),
  Zeta: special(zeta),
  Polygamma: special(polygamma),
  BitwiseAnd: { int32: int.bitwiseAnd, int64: big.bitwiseAnd },
  BitwiseOr: { int32: int.bitwiseOr, int64: big.bitwiseOr },
  BitwiseXor: { int32: int.bitwiseXor, int64: big.bitwiseXor },
  LeftShift: { int32: int.leftShift, int64: big.leftShift, parameter: width },
  RightShift: { int32: int.rightShift, int64: big.rightShift, parameter: width },
  SigmoidGrad: {
    float32: [f32.sigmoidGradPacket, f32.sigmoidGrad],
    float64: [f64.sigmoidGradPacket, f64.sigmoidGrad],
  },
  TanhGrad: { float32: f32.tanhGrad, float64: f64.tanhGrad },
  SqrtGrad: { float32: [f32.sqrtGradPacket, f32.sqrtGrad], float64: [f64.sqrtGradPacket, f64.sqrtGrad] },
  RsqrtGrad: { float32: [f32.rsqrtGradPacket, f32.rsqrtGrad], float64: [f64.rsqrtGradPacket, f64.rsqrtGrad] },
  ReciprocalGrad: reciprocalGrad,
  InvGrad: reciprocalGrad,
  SoftplusGrad: {
    float32: [f32.softplusGradPacket, f32.softplusGrad],
    float64: [f64.softplusGradPacket, f64.softplusGrad],
  },
  SoftsignGrad: { float32: f32.softsignGrad, float64: f64.softsignGrad },
  ReluGrad: { float32: f32.reluGrad, float64: f64.reluGrad, int32: int.reluGrad, int64: big.reluGrad },
  Relu6Grad: { float32: f32.relu6Grad, float64: f64.relu6Grad, int32: int.relu6Grad, int64: big.relu6Grad },
  LeakyReluGrad: { float32: f32.leakyReluGrad, float64: f64.leakyReluGrad, parameter: alpha },
  EluGrad: { float32: f32.eluGrad, float64: f64.eluGrad },
  SeluGrad: { float32: f32.seluGrad, float64: f64.seluGrad },
};

/** Ops of two operands whose result is bool. */
export const COMPARE: Readonly<Record<string, CompareRow>> = {
  Equal: { float32: f32.equal, float64: f64.equal, int32: int.equal, int64: big.equal, bool: int.equal },
  NotEqual: {
    float32: f32.notEqual,
    float64: f64.notEqual,
    int32: int.notEqual,
    int64: big.notEqual,
    bool: int.notEqual,
  },
  Less: { float32: f32.less, float64: f64.less, int32: int.less, int64: big.less },
  LessEqual: { float32: f32.lessEqual, float64: f64.lessEqual, int32: int.lessEqual, int64: big.lessEqual },
  Greater: { float32: f32.greater, float64: f64.greater, int32: int.greater, int64: big.greater },
  GreaterEqual: {
    float32: f32.greaterEqual,
    float64: f64.greaterEqual,
    int32: int.greaterEqual,
    int64: big.greaterEqual,
  },
  LogicalAnd: { bool: int.logicalAnd },
  LogicalOr: { bool: int.logicalOr },
  ApproximateEqual: {
    float32: f32.approximateEqual,
    float64: f64.approximateEqual,
    int32: int.approximateEqual,
    int64: big.approximateEqual,
    parameter: tolerance,
  },
};
