/**
 * The ufuncs as rows of one table (hence its length): name, dtypes, and the rule for one element of each kind.
 * Source: numpy/core/code_generators/generate_umath.py (NumPy 1.18).
 */
import * as complex from "./complex_math.js";
import { type BinaryUfunc, type Complex1, type Complex2, noLoop, type UnaryUfunc, unsupported } from "./dispatch.js";
import { type DType, dtypeOf } from "./dtype.js";
import { TypeError_, ValueError } from "./errors.js";
import { acos } from "./libm/acos.js";
import { asinf } from "./libm/asinf.js";
import { acoshf, asinhf, atanhf } from "./libm/asinhf.js";
import { atanf } from "./libm/atanf.js";
import { exp as libmExp } from "./libm/exp.js";
import { expf } from "./libm/expf.js";
import { expm1f } from "./libm/expm1f.js";
import { log as libmLog } from "./libm/log.js";
import { log1p as libmLog1p } from "./libm/log1p.js";
import { log1pf } from "./libm/log1pf.js";
import { logf } from "./libm/logf.js";
import { pow } from "./libm/pow.js";
import { cos as libmCos, sin as libmSin } from "./libm/sincos.js";
import { cosf, sinf } from "./libm/sincosf.js";
import { coshf, sinhf, tanhf } from "./libm/sinhf.js";
import { tanf } from "./libm/tanf.js";
import { expm1 as libmExpm1, tanh as libmTanh } from "./libm/tanh.js";
import * as real from "./real_math.js";
import { warnOnce } from "./warn.js";

const BOOL = dtypeOf("bool");
const INT8 = dtypeOf("int8");
const DOUBLE = dtypeOf("float64");

type Types = (t: DType) => DType;

const own: Types = (t) => t;
const itself = (x: number): number => x;
const truth: Types = () => BOOL;
/** Real part's dtype: what abs of a complex number has. */
const part: Types = (t) => (t.kind === "c" ? dtypeOf(t.name === "complex64" ? "float32" : "float64") : t);

const noText = (name: string, t: DType): void => {
  if (t.kind === "U" || t.kind === "S") throw noLoop(name, [t]);
};

/** Any numeric dtype, computed as it is. */
const any =
  (name: string): Types =>
  (t) => {
    noText(name, t);
    return t;
  };
/** bool operands are computed as int8. */
const notBool =
  (name: string): Types =>
  (t) => {
    noText(name, t);
    return t.kind === "b" ? INT8 : t;
  };
/** Floats as they are, other numbers in the smallest float that holds them. */
const floating =
  (name: string): Types =>
  (t) => {
    if (t.kind === "U" || t.kind === "S") throw unsupported(name);
    if (t.kind === "f" || t.kind === "c" || t.kind === "O") return t;
    if (t.kind === "b" || t.itemsize === 1) return dtypeOf("float16");
    return dtypeOf(t.itemsize === 2 ? "float32" : "float64");
  };
const integral =
  (name: string): Types =>
  (t) => {
    if (t.kind === "b" || t.isInteger || t.kind === "O") return t;
    throw unsupported(name);
  };
const division: Types = (t) => (t.kind === "b" || t.isInteger ? DOUBLE : t);

/** Subtraction and negation have no bool loop. */
const refuseBool =
  (name: string, text: string): Types =>
  (t) => {
    if (t.kind === "b") throw new TypeError_(text);
    noText(name, t);
    return t;
  };

interface Parts1 extends Partial<UnaryUfunc> {
  readonly num: (x: number) => number;
}
interface Parts2 extends Partial<BinaryUfunc> {
  readonly num: (x: number, y: number) => number;
}

function unary(name: string, loop: (name: string) => Types, parts: Parts1, result: Types = own): UnaryUfunc {
  return { name, loop: loop(name), result, ...parts };
}
function binary(name: string, loop: (name: string) => Types, parts: Parts2, result: Types = own): BinaryUfunc {
  return { name, loop: loop(name), result, ...parts };
}

/** A float-valued function of one operand. */
function float1(name: string, num: (x: number) => number, cplx?: Complex1, num32?: (x: number) => number): UnaryUfunc {
  return unary(name, floating, { num, ...(cplx && { cplx }), ...(num32 && { num32 }) });
}
function float2(name: string, num: (x: number, y: number) => number): BinaryUfunc {
  return binary(name, floating, { num });
}

function comparison(
  name: string,
  method: readonly [string, string],
  num: (x: number, y: number) => number,
  big: (x: bigint, y: bigint) => boolean,
  cplx: Complex2,
  text: (x: string, y: string) => boolean,
): BinaryUfunc {
  return binary(name, any, { num, big, cplx, text, methods: method }, truth);
}

function zeroDivision(name: string): void {
  warnOnce("RuntimeWarning", `divide by zero encountered in ${name}`);
}

function noNegativePower<T extends number | bigint>(power: (x: T, y: T) => T): (x: T, y: T) => T {
  return (x, y) => {
    if (y < 0) throw new ValueError("Integers to negative integer powers are not allowed.");
    return power(x, y);
  };
}

export const add = binary("add", any, {
  num: (x, y) => x + y,
  big: (x, y) => x + y,
  cplx: complex.add,
  methods: ["add", "radd"],
  bool: (x, y) => x | y,
});

export const subtract = binary(
  "subtract",
  (name) =>
    refuseBool(
      name,
      "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the " +
        "logical_xor function instead.",
    ),
  { num: (x, y) => x - y, big: (x, y) => x - y, cplx: complex.subtract, methods: ["sub", "rsub"] },
);

export const multiply = binary("multiply", any, {
  num: (x, y) => x * y,
  int: Math.imul,
  big: (x, y) => x * y,
  cplx: complex.multiply,
  methods: ["mul", "rmul"],
});

export const trueDivide = binary("true_divide", () => division, {
  num: (x, y) => x / y,
  cplx: complex.divide,
  methods: ["truediv", "rtruediv"],
});

export const floorDivide = binary("floor_divide", notBool, {
  num: real.floorDivide64,
  num32: real.floorDivide32,
  int: (x, y) => {
    if (y === 0) zeroDivision("floor_divide");
    return real.floorDivideInt(x, y);
  },
  big: (x, y) => {
    if (y === 0n) zeroDivision("floor_divide");
    return real.floorDivideBig(x, y);
  },
  methods: ["floordiv", "rfloordiv"],
});

export const remainder = binary("remainder", notBool, {
  num: real.remainder64,
  num32: real.remainder32,
  int: (x, y) => {
    if (y === 0) zeroDivision("remainder");
    return real.remainderInt(x, y);
  },
  big: (x, y) => {
    if (y === 0n) zeroDivision("remainder");
    return real.remainderBig(x, y);
  },
  methods: ["mod", "rmod"],
});

export const fmod = binary("fmod", notBool, {
  num: (x, y) => x % y,
  int: (x, y) => (y === 0 ? 0 : x % y),
  big: (x, y) => (y === 0n ? 0n : x % y),
});

export const power = binary("power", notBool, {
  num: pow,
  int: noNegativePower(real.powInt),
  big: noNegativePower(real.powBig),
  cplx: complex.power,
  methods: ["pow", "rpow"],
});
export const floatPower = binary("float_power", () => (t) => (t.kind === "c" ? dtypeOf("complex128") : DOUBLE), {
  num: pow,
  cplx: complex.power,
});

function bigMax(x: bigint, y: bigint): bigint {
  if (x >= y) return x;
  return y;
}
function bigMin(x: bigint, y: bigint): bigint {
  if (x <= y) return x;
  return y;
}
export const maximum = binary("maximum", any, {
  num: real.maximum,
  big: bigMax,
  cplx: complex.maximum,
});
export const minimum = binary("minimum", any, {
  num: real.minimum,
  big: bigMin,
  cplx: complex.minimum,
});
export const fmax = binary("fmax", any, { num: real.fmax, big: bigMax });
export const fmin = binary("fmin", any, { num: real.fmin, big: bigMin });

export const equal = comparison(
  "equal",
  ["eq", "eq"],
  (x, y) => Number(x === y),
  (x, y) => x === y,
  complex.equal,
  (x, y) => x === y,
);
export const notEqual = comparison(
  "not_equal",
  ["ne", "ne"],
  (x, y) => Number(x !== y),
  (x, y) => x !== y,
  complex.notEqual,
  (x, y) => x !== y,
);
export const less = comparison(
  "less",
  ["lt", "gt"],
  (x, y) => Number(x < y),
  (x, y) => x < y,
  complex.lessThan,
  (x, y) => x < y,
);
export const lessEqual = comparison(
  "less_equal",
  ["le", "ge"],
  (x, y) => Number(x <= y),
  (x, y) => x <= y,
  complex.lessEqual,
  (x, y) => x <= y,
);
export const greater = comparison(
  "greater",
  ["gt", "lt"],
  (x, y) => Number(x > y),
  (x, y) => x > y,
  complex.greaterThan,
  (x, y) => x > y,
);
export const greaterEqual = comparison(
  "greater_equal",
  ["ge", "le"],
  (x, y) => Number(x >= y),
  (x, y) => x >= y,
  complex.greaterEqual,
  (x, y) => x >= y,
);

const both: Complex2 = (a, b, c, d, out) => {
  out[0] = (a !== 0 || b !== 0) && (c !== 0 || d !== 0) ? 1 : 0;
};
const either: Complex2 = (a, b, c, d, out) => {
  out[0] = a !== 0 || b !== 0 || c !== 0 || d !== 0 ? 1 : 0;
};
const one: Complex2 = (a, b, c, d, out) => {
  out[0] = (a !== 0 || b !== 0) !== (c !== 0 || d !== 0) ? 1 : 0;
};
export const logicalAnd = binary(
  "logical_and",
  any,
  { num: (x, y) => Number(x !== 0 && y !== 0), big: (x, y) => x !== 0n && y !== 0n, cplx: both },
  truth,
);
export const logicalOr = binary(
  "logical_or",
  any,
  { num: (x, y) => Number(x !== 0 || y !== 0), big: (x, y) => x !== 0n || y !== 0n, cplx: either },
  truth,
);
export const logicalXor = binary(
  "logical_xor",
  any,
  { num: (x, y) => Number((x !== 0) !== (y !== 0)), big: (x, y) => (x !== 0n) !== (y !== 0n), cplx: one },
  truth,
);
export const logicalNot = unary(
  "logical_not",
  any,
  {
    num: (x) => Number(x === 0),
    big: (x) => x === 0n,
    cplx: (re, im, out) => {
      out[0] = re === 0 && im === 0 ? 1 : 0;
    },
    object: (x) => !x,
  },
  truth,
);

export const bitwiseAnd = binary("bitwise_and", integral, {
  num: (x, y) => x & y,
  big: (x, y) => x & y,
  methods: ["and_", "rand_"],
});
export const bitwiseOr = binary("bitwise_or", integral, {
  num: (x, y) => x | y,
  big: (x, y) => x | y,
  methods: ["or_", "ror_"],
});
export const bitwiseXor = binary("bitwise_xor", integral, {
  num: (x, y) => x ^ y,
  big: (x, y) => x ^ y,
  methods: ["xor", "rxor"],
});
const shifted =
  (name: string): Types =>
  (t) =>
    integral(name)(t.kind === "b" ? INT8 : t);
export const leftShift = binary("left_shift", shifted, {
  num: (x, y) => (y >= 0 && y < 32 ? x << y : 0),
  big: (x, y) => (y >= 0n && y < 64n ? x << y : 0n),
  methods: ["lshift", "rlshift"],
});
export const rightShift = binary("right_shift", shifted, {
  num: (x, y) => (y >= 0 && y < 32 ? (x > 0x7fffffff ? x >>> y : x >> y) : x < 0 ? -1 : 0),
  big: (x, y) => (y >= 0n && y < 64n ? x >> y : x < 0n ? -1n : 0n),
  methods: ["rshift", "rrshift"],
});
export const invert = unary("invert", integral, { num: (x) => ~x, big: (x) => ~x, bool: (x) => x ^ 1 });

export const arctan2 = float2("arctan2", Math.atan2);
export const hypot = float2("hypot", Math.hypot);
export const copysign = float2("copysign", real.copysign);
export const heaviside = float2("heaviside", real.heaviside);
export const nextafter = float2("nextafter", real.nextafter);
export const logaddexp = float2("logaddexp", real.logaddexp);
export const logaddexp2 = float2("logaddexp2", real.logaddexp2);
export const gcd = binary("gcd", integral, { num: real.gcd, big: real.gcdBig });
export const lcm = binary("lcm", integral, {
  num: (x, y) => (x === 0 || y === 0 ? 0 : Math.abs((x / real.gcd(x, y)) * y)),
  big: (x, y) => {
    if (x === 0n || y === 0n) return 0n;
    const m = (x / real.gcdBig(x, y)) * y;
    return m < 0n ? -m : m;
  },
});

export const negative = unary(
  "negative",
  (name) =>
    refuseBool(
      name,
      "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not " +
        "function instead.",
    ),
  { num: (x) => -x, big: (x) => -x, cplx: complex.negative, object: (x) => -Number(x) },
);
export const positive = unary("positive", any, {
  num: itself,
  big: (x) => x,
  cplx: (re, im, out) => {
    out[0] = re;
    out[1] = im;
  },
});
export const absolute = unary(
  "absolute",
  any,
  { num: Math.abs, big: (x) => (x < 0n ? -x : x), cplx: complex.absolute, object: (x) => Math.abs(Number(x)) },
  part,
);
export const fabs = float1("fabs", Math.abs);
export const sign = unary("sign", notBool, {
  num: (x) => (x > 0 ? 1 : x < 0 ? -1 : x === 0 ? 0 : x),
  big: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
});
export const square = unary("square", notBool, {
  num: (x) => x * x,
  int: (x) => Math.imul(x, x),
  big: (x) => x * x,
  cplx: complex.square,
});
export const reciprocal = unary("reciprocal", notBool, {
  num: (x) => 1 / x,
  int: (x) => (x === 0 ? -2147483648 : Math.trunc(1 / x)),
  big: (x) => (x === 0n ? -(2n ** 63n) : 1n / x),
  cplx: complex.reciprocal,
});
export const conjugate = unary("conjugate", notBool, { num: itself, big: (x) => x, cplx: complex.conjugate });

export const sqrt = float1("sqrt", Math.sqrt, complex.sqrt);
export const cbrt = float1("cbrt", Math.cbrt);
export const exp = float1("exp", libmExp, complex.exp, expf);
export const exp2 = float1("exp2", (x) => 2 ** x);
export const expm1 = float1("expm1", libmExpm1, undefined, expm1f);
export const log = float1("log", libmLog, complex.log, logf);
export const log2 = float1("log2", Math.log2);
export const log10 = float1("log10", Math.log10);
export const log1p = float1("log1p", libmLog1p, undefined, log1pf);
export const sin = float1("sin", libmSin, complex.sin, sinf);
export const cos = float1("cos", libmCos, complex.cos, cosf);
export const tan = float1("tan", Math.tan, undefined, tanf);
export const arcsin = float1("arcsin", Math.asin, undefined, asinf);
export const arccos = float1("arccos", acos);
export const arctan = float1("arctan", Math.atan, undefined, atanf);
export const sinh = float1("sinh", Math.sinh, undefined, sinhf);
export const cosh = float1("cosh", Math.cosh, undefined, coshf);
export const tanh = float1("tanh", libmTanh, undefined, tanhf);
export const arcsinh = float1("arcsinh", Math.asinh, undefined, asinhf);
export const arccosh = float1("arccosh", Math.acosh, undefined, acoshf);
export const arctanh = float1("arctanh", Math.atanh, undefined, atanhf);
export const degrees = float1("degrees", (x) => x * (180 / Math.PI));
export const radians = float1("radians", (x) => x * (Math.PI / 180));
export const rint = float1("rint", real.rint, (re, im, out) => {
  out[0] = real.rint(re);
  out[1] = real.rint(im);
});
export const floor = float1("floor", Math.floor);
export const ceil = float1("ceil", Math.ceil);
export const trunc = float1("trunc", Math.trunc);

const test = (name: string, f: (x: number) => boolean, integer: boolean, any_: boolean): UnaryUfunc =>
  unary(
    name,
    () => own,
    {
      num: (x) => Number(f(x)),
      int: () => Number(integer),
      big: () => integer,
      cplx: (re, im, out) => {
        out[0] = Number(any_ ? f(re) || f(im) : f(re) && f(im));
      },
    },
    truth,
  );
export const isnan = test("isnan", Number.isNaN, false, true);
export const isinf = test("isinf", (x) => x === Infinity || x === -Infinity, false, true);
export const isfinite = test("isfinite", Number.isFinite, true, false);
export const signbit = test("signbit", (x) => x < 0 || Object.is(x, -0), false, true);
