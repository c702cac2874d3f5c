/**
 * Sums of several tensors of one shape.
 * Source: tf.add_n, tf.accumulate_n (tensorflow/python/ops/math_ops.py; core/kernels/aggregate_ops.cc).
 */

import { convertToTensor, convertToTensorOrIndexedSlices, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, type TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { ValueError } from "../../np/errors.js";
import { sameShape } from "../../np/strided.js";
import { bindAddN } from "../../numerics/reductions/sums.js";
import { shapeText } from "../run_shapes.js";
import { merge } from "../shape_functions.js";
import { outputOver } from "./elementwise.js";

const addNShape: ShapeFn = (c) => {
  let shape = c.input(c.inputCount - 1);
  for (let i = c.inputCount - 2; i >= 0; i--) {
    try {
      shape = merge(c.input(i), shape);
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      throw new ShapeError(`${error.message}\n\tFrom merging shape ${i} with other shapes.`);
    }
  }
  return [shape];
};

/** The sum of all inputs; `refuse` says what to tell where input i has another shape than the first. */
function sumKernel(refuse: (k: KernelContext, i: number) => string): Kernel {
  return (k) => {
    const inputs = Array.from({ length: k.inputCount }, (_, i) => k.input(i));
    const { shape, size, dtype } = inputs[0]!;
    inputs.forEach((v, i) => {
      if (!sameShape(v.shape, shape)) throw invalidArgument(refuse(k, i));
    });
    const run = bindAddN(dtypeOf(dtype.numpyName ?? "object"), inputs.length, size);
    const out = outputOver(k, shape, [0]).data as NumericData;
    const data = inputs.map((v) => v.data as NumericData);
    return () => run(data, out);
  };
}

/** Copies the gradient to all inputs. */
const copyGrad: GradientFn = (op, dy) => op.inputs.map(() => dy!);

export const addNRecords: readonly OpRecord[] = [
  {
    type: "AddN",
    shape: addNShape,
    kernel: sumKernel((k, i) => {
      const [a, b] = [k.input(0), k.input(i)].map((v) => shapeText(v.shape));
      return `Inputs to operation ${k.name} of type ${k.type} must have the same size and shape.  Input 0: ${a} != input ${i}: ${b}`;
    }),
    grad: copyGrad,
  },
  {
    type: "AccumulateNV2",
    shape: (c) => [c.attr<TensorShape>("shape")],
    // parity: TensorFlow adds the inputs in the order in which they get ready, onto a variable that starts at zero.
    kernel: sumKernel(() => "Parameters and update must be the same size"),
    grad: copyGrad,
  },
];

type Name = string | null;
type Addend = TensorLike | IndexedSlices;

function identityOf(input: Tensor, name: Name): Tensor {
  return name === null || name === "" ? input : createOp("Identity", { input }, {}, name);
}

/** Lists of tensors and rows of gradients, converted one by one. */
function addends(inputs: unknown): (Tensor | IndexedSlices)[] | null {
  if (!Array.isArray(inputs) || inputs.length === 0) return null;
  return inputs.map((v: unknown) => convertToTensorOrIndexedSlices(v));
}

export function addNOf(inputs: readonly unknown[], name: Name = null): Tensor {
  const list = addends(inputs);
  if (!list) {
    throw new ValueError("inputs must be a list of at least one Tensor/IndexedSlices with the same dtype and shape");
  }
  const [first] = list;
  if (list.length > 1) return createOp("AddN", { inputs: list }, {}, name);
  return identityOf(first instanceof IndexedSlices ? convertToTensor(first) : first!, name);
}

/** tf.add_n: the sum of a list of tensors (or IndexedSlices) of one dtype and shape. */
export const add_n = pyFunction<{ inputs: readonly Addend[]; name: Name }>()(
  "add_n",
  "(inputs, name=None)",
  ({ inputs, name }) => addNOf(inputs, name),
);

/** tf.accumulate_n: as tf.add_n, needing memory for one tensor only. */
export const accumulate_n = pyFunction<{
  inputs: readonly TensorLike[];
  shape: ShapeLike;
  tensor_dtype: DTypeLike | null;
  name: Name;
}>()("accumulate_n", "(inputs, shape=None, tensor_dtype=None, name=None)", (p) => {
  const list = addends(p.inputs);
  const dtype = list?.[0]?.dtype;
  if (!list?.every((x): x is Tensor => x instanceof Tensor && x.dtype === dtype)) {
    throw new ValueError("inputs must be a list of at least one Tensor with the same dtype and shape");
  }
  let shape = p.shape === null ? unknownShape : as_shape(p.shape);
  for (const x of list) shape = shape.merge_with(x.shape);
  if (p.tensor_dtype !== null && as_dtype(p.tensor_dtype) !== dtype) {
    throw new TypeError(`tensor_dtype is ${as_dtype(p.tensor_dtype)}, but input is of type ${dtype}`);
  }
  return list.length === 1
    ? identityOf(list[0]!, p.name)
    : createOp("AccumulateNV2", { inputs: list }, { shape }, p.name);
});
