/**
 * Anything as a tensor: tensors as they are, variables by their value, Python values as constants, lists of tensors packed.
 * Source: tf.convert_to_tensor (tensorflow/python/framework/ops.py), array_ops._autopacking_conversion_function.
 */

import { existing } from "../np/convert.js";
import type { Complex } from "../np/dtype.js";
import { RuntimeError, ValueError } from "../np/errors.js";
import type { PyFloat } from "../np/pyfloat.js";
import type { Strided } from "../np/strided.js";
import type { Attr } from "./attr.js";
import { constant } from "./constant.js";
import { type DType, int32, int64 } from "./dtypes.js";
import { getDefaultGraph } from "./graph.js";
import { IndexedSlices } from "./indexed_slices.js";
import { opDefOf } from "./op_def.js";
import { Operation } from "./operation.js";
import { Operators } from "./operators.js";
import { Tensor } from "./tensor.js";
import { Dimension, TensorShape } from "./tensor_shape.js";

export interface ConvertOptions {
  readonly dtype?: DType | null;
  readonly name?: string | null;
  /** Keep a variable's reference instead of reading it. */
  readonly asRef?: boolean;
  /** Tried first when no dtype is required. */
  readonly preferred?: DType | null;
}

/** An object that knows itself as a tensor (variables, IndexedSlices …). */
export interface TensorConvertible {
  toTensor(dtype: DType | null, name: string | null, asRef: boolean): Tensor;
}

/** A Python value that can become a constant. */
export type Constant =
  | number
  | bigint
  | boolean
  | string
  | PyFloat
  | Complex
  | Uint8Array
  | Strided
  | TensorShape
  | Dimension
  | readonly TensorLike[];
/** What an op takes where Python's TensorFlow takes a tensor. */
export type TensorLike = Tensor | TensorConvertible | Constant;

function isConvertible(x: unknown): x is TensorConvertible {
  return typeof x === "object" && x !== null && typeof (x as { toTensor?: unknown }).toTensor === "function";
}

function isDense(x: unknown): x is Tensor | (TensorConvertible & { dtype: DType }) {
  return x instanceof Tensor || (x instanceof Operators && isConvertible(x));
}

/** tf.convert_to_tensor. Raises ValueError for a tensor of another dtype, TypeError for values that fit no dtype. */
export function convertToTensor(value: unknown, options: ConvertOptions = {}): Tensor {
  const { dtype = null, name = null, asRef = false, preferred = null } = options;
  if (value instanceof Tensor) {
    if (dtype !== null && !dtype.is_compatible_with(value.dtype)) {
      throw new ValueError(
        `Tensor conversion requested dtype ${dtype.name} for Tensor with dtype ${value.dtype.name}: ${value.__repr__()}`,
      );
    }
    return value;
  }
  if (dtype === null && preferred !== null) {
    try {
      return convertOther(value, preferred, name, asRef);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
    }
  }
  return convertOther(value, dtype, name, asRef);
}

function convertOther(value: unknown, dtype: DType | null, name: string | null, asRef: boolean): Tensor {
  if (value instanceof Operation) {
    const target = dtype ? dtype.__repr__() : "None";
    throw new TypeError(
      `Can't convert Operation '${value.name}' to Tensor (target dtype=${target}, name=${name === null ? "None" : `'${name}'`}, as_ref=${asRef ? "True" : "False"})`,
    );
  }
  if (isConvertible(value)) {
    const made = value.toTensor(dtype, name, asRef);
    if (dtype !== null && !dtype.is_compatible_with(made.dtype)) {
      throw new RuntimeError(
        `${name === null ? "" : `${name}: `}Conversion function for type ${value.constructor.name} returned incompatible dtype: requested = ${dtype.name}, actual = ${made.dtype.name}`,
      );
    }
    return made;
  }
  if (value instanceof TensorShape || value instanceof Dimension) return shapeToTensor(value, dtype, name);
  if (Array.isArray(value) && existing(value) === null) {
    const inner = dtypeInside(value);
    if (inner !== null) return autopack(value, dtype ?? inner, inner, name);
  }
  return constant(value, { dtype, name: name ?? "Const" });
}

function shapeToTensor(shape: TensorShape | Dimension, dtype: DType | null, name: string | null): Tensor {
  if (dtype !== null && dtype !== int32 && dtype !== int64)
    throw new TypeError(`Cannot convert a TensorShape to dtype: ${dtype}`);
  if (shape instanceof Dimension) {
    if (shape.value === null) throw new ValueError(`Cannot convert an unknown Dimension to a Tensor: ${shape}`);
    return constant(shape.value, { dtype: dtype ?? int32, name: name ?? "shape_as_tensor" });
  }
  const dims = shape.known;
  if (dims === null) throw new ValueError(`Cannot convert a partially known TensorShape to a Tensor: ${shape}`);
  const big = dims.find((d) => d >= 2 ** 31);
  if (dtype === int32 && big !== undefined) {
    throw new ValueError(`Cannot convert a TensorShape to dtype int32; a dimension is too large (${big})`);
  }
  return constant(dims, { dtype: dtype ?? (big === undefined ? int32 : int64), name: name ?? "shape_as_tensor" });
}

/** dtype of the first tensor in nested lists; null when there is none. */
function dtypeInside(list: readonly unknown[]): DType | null {
  for (const item of list) {
    if (isDense(item)) return item.dtype.base_dtype;
    if (Array.isArray(item)) {
      const inner = dtypeInside(item);
      if (inner) return inner;
    }
  }
  return null;
}

/** Lists that contain tensors become Pack operations. */
function autopack(list: readonly unknown[], dtype: DType, inner: DType, name: string | null): Tensor {
  const source = dtype === inner ? list : castInside(list, dtype);
  const packed = pack(source, dtype, name ?? "packed");
  if (!(packed instanceof Tensor)) throw new TypeError("nothing to pack");
  return packed;
}

function castInside(list: readonly unknown[], dtype: DType): unknown[] {
  return list.map((item) => {
    if (isDense(item)) return item.dtype.base_dtype === dtype ? item : cast(convertToTensor(item), dtype);
    return Array.isArray(item) ? castInside(item, dtype) : item;
  });
}

function pack(list: readonly unknown[], dtype: DType, name: string): Tensor | readonly unknown[] {
  return getDefaultGraph().inScope(name, (scope) => {
    let must = false;
    const items = list.map((item, i) => {
      if (isDense(item)) {
        if (item.dtype.base_dtype !== dtype) {
          throw new TypeError(
            `Cannot convert a list containing a tensor of dtype ${item.dtype} to ${dtype} (Tensor is: ${item instanceof Tensor ? item.__repr__() : String(item)})`,
          );
        }
        must = true;
        return item;
      }
      if (!Array.isArray(item)) return item;
      const inner = pack(item, dtype, String(i));
      if (inner instanceof Tensor) must = true;
      return inner;
    });
    if (!must) return items;
    const values = items.map((item, i) =>
      isDense(item) ? convertToTensor(item) : constant(item, { dtype, name: String(i) }),
    );
    return packNode(values, dtype, scope);
  });
}

// The two operations that conversion itself makes; create_op, which makes all others, needs conversion.
function packNode(inputs: readonly Tensor[], dtype: DType, name: string): Tensor {
  const attrs = new Map<string, Attr>([
    ["N", { type: "int", value: inputs.length }],
    ["T", { type: "type", value: dtype }],
    ["axis", { type: "int", value: 0 }],
  ]);
  const inputTypes = inputs.map(() => dtype);
  return getDefaultGraph().createNode({ def: opDefOf("Pack")!, name, inputs, inputTypes, attrs, outputTypes: [dtype] })
    .outputs[0]!;
}

function cast(x: Tensor, dtype: DType): Tensor {
  const from = x.dtype.base_dtype;
  const attrs = new Map<string, Attr>([
    ["SrcT", { type: "type", value: from }],
    ["DstT", { type: "type", value: dtype }],
    ["Truncate", { type: "bool", value: false }],
  ]);
  const spec = { def: opDefOf("Cast")!, name: "Cast", inputs: [x], inputTypes: [from], attrs, outputTypes: [dtype] };
  return getDefaultGraph().createNode(spec).outputs[0]!;
}

/** Dense tensors and IndexedSlices pass, everything else is converted. */
export function convertToTensorOrIndexedSlices(value: unknown, options: ConvertOptions = {}): Tensor | IndexedSlices {
  return value instanceof IndexedSlices ? value : convertToTensor(value, options);
}
