/**
 * Scalar types: np.float32, np.int64 and so on, which name a dtype and make NumPy scalars when called.
 * Source: numpy.generic and its subclasses (numpy/core/numerictypes.py, NumPy 1.18).
 */
import { copyAs } from "./casting.js";
import { type ArrayLike, asStrided, fromScalar } from "./convert.js";
import { type DType, type DTypeName, dtypeOf } from "./dtype.js";
import { type NDArray, NpScalar, returned } from "./ndarray.js";

export { NpScalar } from "./ndarray.js";

/** A callable type: `np.float32(3)` is a NumPy scalar, `np.float32([1, 2])` an array; both have its dtype. */
export interface ScalarType {
  (value?: ArrayLike): NDArray;
  readonly dtype: DType;
  readonly __name__: string;
  __repr__(): string;
}

function scalarType(name: DTypeName, python = name as string): ScalarType {
  const dtype = dtypeOf(name);
  const make = (value: ArrayLike = 0): NDArray => {
    if (name === "str" || name === "bytes") return returned(asStrided(value, dtype));
    const a = asStrided(value);
    return a.ndim === 0 && !(typeof value === "object")
      ? NpScalar.of(fromScalar(value, dtype))
      : returned(copyAs(a, dtype));
  };
  return Object.assign(make, { dtype, __name__: python, __repr__: () => `<class 'numpy.${python}'>` });
}

export const bool_ = scalarType("bool", "bool_");
export const int8 = scalarType("int8");
export const int16 = scalarType("int16");
export const int32 = scalarType("int32");
export const int64 = scalarType("int64");
export const uint8 = scalarType("uint8");
export const uint16 = scalarType("uint16");
export const uint32 = scalarType("uint32");
export const uint64 = scalarType("uint64");
export const float16 = scalarType("float16");
export const float32 = scalarType("float32");
export const float64 = scalarType("float64");
export const complex64 = scalarType("complex64");
export const complex128 = scalarType("complex128");
export const object_ = scalarType("object", "object_");
export const str_ = scalarType("str", "str_");
export const bytes_ = scalarType("bytes", "bytes_");

/** NumPy's other names of the same types on 64-bit Linux. */
export {
  bytes_ as string_,
  complex64 as csingle,
  complex128 as complex_,
  complex128 as cdouble,
  float16 as half,
  float32 as single,
  float64 as double,
  float64 as float_,
  int8 as byte,
  int16 as short,
  int32 as intc,
  int64 as int_,
  int64 as intp,
  int64 as longlong,
  str_ as unicode_,
  uint8 as ubyte,
  uint16 as ushort,
  uint32 as uintc,
  uint64 as uint,
  uint64 as ulonglong,
};

/** A Python value with this dtype as a NumPy scalar. */
export function scalarOf(value: ArrayLike, dtype: DType | DTypeName): NpScalar {
  return NpScalar.of(fromScalar(value, typeof dtype === "string" ? dtypeOf(dtype) : dtype));
}
