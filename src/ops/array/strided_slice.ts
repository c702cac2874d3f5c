/**
 * StridedSlice: Python's x[a:b:c, ..., newaxis, i], and its gradient.
 * Source: tf.strided_slice (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/strided_slice_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { KernelContext } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { rowMajor } from "../../np/strided.js";
import { merge, withRank } from "../shape_functions.js";
import { vectorInput } from "./dimensions.js";
import { onesLike } from "./fill.js";
import { bindMove } from "./move.js";
import { shapeInternal } from "./shape.js";
import { type Masks, type StridedSpec, stridedSpec } from "./strided_spec.js";

const MASKS = ["begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"] as const;

function masksOf(source: { attr<T extends number>(name: string): T }): Masks {
  const [begin = 0, end = 0, ellipsis = 0, newAxis = 0, shrinkAxis = 0] = MASKS.map((name) =>
    Number(source.attr<number>(name)),
  );
  return { begin, end, ellipsis, newAxis, shrinkAxis };
}

const refuse = (message: string) => new ShapeError(message);

const stridedSliceShape: ShapeFn = (c: ShapeContext) => {
  const input = c.input(0).dims;
  const begins = new TensorShape(withRank(c.input(1), 1));
  const lengths = merge(
    merge(begins, new TensorShape(withRank(c.input(2), 1))),
    new TensorShape(withRank(c.input(3), 1)),
  );
  const strides = vectorInput(c, 3);
  if (input === null || lengths.dims![0] === null || strides === null) return [unknownShape];
  const masks = masksOf(c);
  // What is wrong whatever begin and end are is reported before their values count.
  stridedSpec(input, null, null, strides, masks, refuse);
  return [new TensorShape(stridedSpec(input, vectorInput(c, 1), vectorInput(c, 2), strides, masks, refuse).final)];
};

/** Reads begin, end and strides (inputs first …) and applies them to a shape. */
export function specOf(k: KernelContext, shape: readonly number[], first: number): StridedSpec {
  const [begin, end, strides] = [k.input(first), k.input(first + 1), k.input(first + 2)];
  if (
    begin.shape.length !== 1 ||
    end.shape.length !== 1 ||
    begin.size !== strides.size ||
    end.size !== strides.size ||
    strides.shape.length !== 1
  ) {
    throw invalidArgument(
      `Expected begin and end to be 1D equal size tensors, but got shapes [${begin.shape}] and [${end.shape}] instead.`,
    );
  }
  return stridedSpec(shape, k.ints(first), k.ints(first + 1), k.ints(first + 2), masksOf(k), invalidArgument);
}

/** Strides and first element of the slice within a tensor of that shape. */
export function place(spec: StridedSpec, shape: readonly number[]): { strides: number[]; start: number } {
  const whole = rowMajor(shape);
  return {
    strides: whole.map((s, i) => s * spec.strides[i]!),
    start: whole.reduce((at, s, i) => at + s * spec.begin[i]!, 0),
  };
}

export function maskAttrs(op: Operation): Record<(typeof MASKS)[number], number> {
  const [begin_mask = 0, end_mask = 0, ellipsis_mask = 0, new_axis_mask = 0, shrink_axis_mask = 0] = MASKS.map((name) =>
    Number(op.attr<number>(name)),
  );
  return { begin_mask, end_mask, ellipsis_mask, new_axis_mask, shrink_axis_mask };
}

export const stridedSliceRecords: readonly OpRecord[] = [
  {
    type: "StridedSlice",
    shape: stridedSliceShape,
    kernel: (k) => {
      const input = k.input(0);
      const spec = specOf(k, input.shape, 1);
      const out = k.output(0, spec.final as number[]);
      const shape = spec.processing as number[];
      const from = place(spec, input.shape);
      return bindMove(input, out, { shape, from: from.strides, to: rowMajor(shape), fromStart: from.start });
    },
    grad: (op, dy) => {
      const [input, begin, end, strides] = op.inputs as [Tensor, Tensor, Tensor, Tensor];
      const shape = shapeInternal(input, null, true, begin.dtype.base_dtype);
      return [createOp("StridedSliceGrad", { shape, begin, end, strides, dy }, maskAttrs(op)), null, null, null];
    },
  },
  {
    type: "StridedSliceGrad",
    shape: (c) => [c.constantShape(0)],
    kernel: (k) => {
      const shape = k.ints(0);
      const dy = k.input(4);
      const spec = specOf(k, shape, 1);
      const expected = spec.final as number[];
      if (expected.length !== dy.shape.length || expected.some((d, i) => d !== dy.shape[i])) {
        throw invalidArgument(`shape of dy was [${dy.shape}] instead of [${expected}]`);
      }
      const out = k.output(0, shape);
      const inner = spec.processing as number[];
      const to = place(spec, shape);
      const move = bindMove(dy, out, { shape: inner, from: rowMajor(inner), to: to.strides, toStart: to.start });
      const zero =
        out.data instanceof BigInt64Array || out.data instanceof BigUint64Array
          ? 0n
          : Array.isArray(out.data)
            ? new Uint8Array(0)
            : 0;
      return () => {
        (out.data as unknown[]).fill(zero);
        move();
      };
    },
    grad: (op, dy) => {
      const [, begin, end, strides] = op.inputs;
      return [null, null, null, null, createOp("StridedSlice", { input: dy, begin, end, strides }, maskAttrs(op))];
    },
  },
];

interface StridedSliceArguments {
  input_: TensorLike;
  begin: TensorLike;
  end: TensorLike;
  strides: TensorLike | null;
  begin_mask: number;
  end_mask: number;
  ellipsis_mask: number;
  new_axis_mask: number;
  shrink_axis_mask: number;
  var: null;
  name: string | null;
}

/** tf.strided_slice: from `begin` to `end` (exclusive) in steps, per dimension; masks as Python's slices need them. */
export const strided_slice = pyFunction<StridedSliceArguments>()(
  "strided_slice",
  "(input_, begin, end, strides=None, begin_mask=0, end_mask=0, ellipsis_mask=0, new_axis_mask=0, shrink_axis_mask=0, var=None, name=None)",
  ({ input_, begin, end, strides, name, var: _variable, ...masks }) =>
    createOp("StridedSlice", { input: input_, begin, end, strides: strides ?? onesLike(begin) }, masks, name),
);
