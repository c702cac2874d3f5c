/**
 * Padding with a constant, or with what lies inside mirrored.
 * Source: tf.pad (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/pad_op.cc, mirror_pad_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { OpRecord } from "../../graph/registry.js";
import { constantValue, intsOf, type ShapeContext, ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";
import { rowMajor, type Strided, sizeOf } from "../../np/strided.js";
import { bindScatter } from "../../numerics/reductions/scatter.js";
import { shapeText } from "../run_shapes.js";
import { withRank } from "../shape_functions.js";
import { addDims, ofRank, subtractDims, withValue } from "./dimensions.js";
import { bindMove } from "./move.js";
import { reshapeTo } from "./reshape.js";
import { rankInternal, shapeInternal } from "./shape.js";

/** Elements of a constant [n, 2] matrix. */
function pairsOf(value: Strided): [number, number][] {
  const flat =
    value.ndim < 2 ? intsOf(value) : Array.from({ length: value.size }, (_, i) => Number(value.data[value.offset + i]));
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
}

/** Rank and, where known, paddings of a padding operation. */
function staticPaddings(c: ShapeContext): {
  input: TensorShape;
  rank: number | null;
  pairs: [number, number][] | null;
} {
  const [n, two] = withRank(c.input(1), 2);
  withValue(two!, 2);
  let input = c.input(0);
  let rank = n!;
  if (rank !== null) input = new TensorShape(withRank(input, rank));
  else if (input.rank !== null) rank = withValue(rank, input.rank);
  const value = c.constant(1);
  return { input, rank, pairs: value && pairsOf(value) };
}

/** Shape of the padded array, or with `subtractDims` of what was padded. */
function shapeWith(resize: typeof addDims): ShapeFn {
  return (c) => {
    const { input, rank, pairs } = staticPaddings(c);
    if (pairs === null) return [ofRank(rank)];
    const dims = withRank(input, pairs.length);
    return [
      new TensorShape(
        pairs.map(([before, after], i) => {
          if (before < 0 || after < 0) throw new ShapeError("Paddings must be non-negative");
          return resize(dims[i]!, before + after);
        }),
      ),
    ];
  };
}

const padShape = shapeWith(addDims);

/** Paddings as the kernel gets them. Raises where they don't fit the input. */
function paddingsOf(k: KernelContext, rank: number): [number, number][] {
  const { shape } = k.input(1);
  if (shape.length !== 2 || shape[1] !== 2)
    throw invalidArgument(`paddings must be a matrix with 2 columns: ${shapeText(shape)}`);
  if (shape[0] !== rank) {
    throw invalidArgument(
      `The first dimension of paddings must be the rank of inputs${shapeText(shape)} ${shapeText(k.input(0).shape)}`,
    );
  }
  const flat = k.ints(1);
  return Array.from({ length: rank }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
}

const padKernel: Kernel = (k) => {
  const input = k.input(0);
  const pairs = paddingsOf(k, input.shape.length);
  for (const [before, after] of pairs) {
    if (before < 0 || after < 0) throw invalidArgument(`Paddings must be non-negative: ${before} ${after}`);
  }
  const shape = input.shape.map((d, i) => d + pairs[i]![0] + pairs[i]![1]);
  const out = k.output(0, shape);
  const to = rowMajor(shape);
  const toStart = pairs.reduce((at, [before], i) => at + before * to[i]!, 0);
  const move = bindMove(input, out, { shape: input.shape, from: rowMajor(input.shape), to, toStart });
  const fill = bindFill(out, k.inputCount === 3 ? k.input(2) : null);
  return () => {
    fill();
    move();
  };
};

/** Writes one element everywhere, zero without one. */
function bindFill(out: Value, element: Value | null): () => void {
  const data = out.data as unknown[];
  if (element !== null && out.dtype.is_complex) {
    return () => {
      for (let i = 0; i < data.length; i++) data[i] = element.data[i & 1];
    };
  }
  if (element !== null) return () => data.fill(element.data[0]);
  const big = out.data instanceof BigInt64Array || out.data instanceof BigUint64Array;
  const zero = big ? 0n : Array.isArray(out.data) ? new Uint8Array(0) : 0;
  return () => data.fill(zero);
}

/** For one dimension: which place inside each place of the padded range shows. */
function mirrored(d: number, before: number, after: number, symmetric: boolean): number[] {
  const skip = symmetric ? 0 : 1;
  return Array.from({ length: before + d + after }, (_, i) => {
    const at = i - before;
    if (at < 0) return -at - 1 + skip;
    return at < d ? at : 2 * d - 1 - at - skip;
  });
}

function mirrorPaddings(k: KernelContext, shape: readonly number[]): [number, number][] {
  const pairs = paddingsOf(k, shape.length);
  const symmetric = k.attr<string>("mode") === "SYMMETRIC";
  pairs.forEach(([before, after], i) => {
    const d = shape[i]!;
    if (before < 0 || after < 0) throw invalidArgument(`paddings must be non-negative: ${before} ${after}`);
    if (symmetric && (before > d || after > d)) {
      throw invalidArgument(
        `paddings must be no greater than the dimension size: ${before}, ${after} greater than ${d}`,
      );
    }
    if (!symmetric && (before >= d || after >= d)) {
      throw invalidArgument(`paddings must be less than the dimension size: ${before}, ${after} not less than ${d}`);
    }
  });
  return pairs;
}

const mirrorPadKernel: Kernel = (k) => {
  const input = k.input(0);
  const pairs = mirrorPaddings(k, input.shape);
  const symmetric = k.attr<string>("mode") === "SYMMETRIC";
  const shape = input.shape.map((d, i) => d + pairs[i]![0] + pairs[i]![1]);
  const out = k.output(0, shape);
  const from = rowMajor(input.shape);
  const to = rowMajor(shape);
  const toStart = pairs.reduce((at, [before], i) => at + before * to[i]!, 0);
  const moves = [bindMove(input, out, { shape: input.shape, from, to, toStart })];
  // Dimension by dimension, from the last one: each mirrors what the dimensions before it have filled already.
  let done = [...input.shape];
  let start = toStart;
  for (let d = shape.length - 1; d >= 0; d--) {
    const [before, after] = pairs[d]!;
    const skip = symmetric ? 0 : 1;
    const n = input.shape[d]!;
    const back = to.with(d, -to[d]!);
    const mirror = (count: number, source: number, target: number): void => {
      const block = { shape: done.with(d, count), from: back, to };
      moves.push(
        bindMove(out, out, { ...block, fromStart: start + source * to[d]!, toStart: start + target * to[d]! }),
      );
    };
    mirror(before, before - 1 + skip, -before);
    mirror(after, n - 1 - skip, n);
    done = done.with(d, shape[d]!);
    start -= before * to[d]!;
  }
  return () => {
    for (let i = 0; i < moves.length; i++) moves[i]!();
  };
};

/** Folds the mirrored parts of a padded gradient back onto what they show, one dimension after another. */
const mirrorPadGradKernel: Kernel = (k) => {
  const input = k.input(0);
  const rank = input.shape.length;
  const pairs = paddingsOf(k, rank);
  const symmetric = k.attr<string>("mode") === "SYMMETRIC";
  const shape = input.shape.map((d, i) => d - pairs[i]![0] - pairs[i]![1]);
  const out = k.output(0, shape);
  const dtype = dtypeOf(out.dtype.numpyName!);
  const strides = rowMajor(input.shape);
  const scratch = dtype.make(input.size) as NumericData;
  const scatter = bindScatter("add", dtype, input.size, 1, [0]);
  // Places that give, and the places that they are added to.
  const steps = pairs.map(([before, after], d) => {
    const n = shape[d]!;
    const shown = mirrored(n, before, after, symmetric);
    const places = [...Array(before).keys(), ...Array.from({ length: after }, (_, i) => before + n + i)];
    const others = sizeOf(input.shape) / Math.max(1, input.shape[d]!);
    const from = new Int32Array(others * places.length);
    const to = new Int32Array(others * places.length);
    let at = 0;
    for (const place of places) {
      for (let o = 0; o < others; o++) {
        const rest = Math.floor(o / strides[d]!) * input.shape[d]! * strides[d]! + (o % strides[d]!);
        from[at] = rest + place * strides[d]!;
        to[at++] = rest + (before + shown[place]!) * strides[d]!;
      }
    }
    const picked = dtype.make(from.length) as NumericData;
    return { from, to, picked };
  });
  const source = input.data as NumericData;
  const per = dtype.kind === "c" ? 2 : 1;
  const whole: Value = { dtype: out.dtype, shape: input.shape, data: scratch, size: input.size };
  const fromStart = pairs.reduce((at, [before], i) => at + before * strides[i]!, 0);
  const move = bindMove(whole, out, { shape, from: strides, to: rowMajor(shape), fromStart });
  return () => {
    (scratch as Float64Array).set(source as Float64Array);
    for (const { from, to, picked } of steps) {
      const values = scratch as Float64Array;
      for (let i = 0; i < from.length; i++) {
        for (let c = 0; c < per; c++) (picked as Float64Array)[i * per + c] = values[from[i]! * per + c]!;
      }
      scatter(scratch, to, picked);
    }
    move();
  };
};

function padGradient(op: Operation, dy: Tensor): Tensor {
  const [x, paddings] = op.inputs as [Tensor, Tensor];
  const column = createOp("Slice", {
    input: paddings,
    begin: [0, 0],
    size: convertToTensor([rankInternal(x), 1], { name: "stack" }),
  });
  const begin = reshapeTo(column, [-1]);
  return createOp("Slice", { input: dy, begin, size: shapeInternal(x) });
}

export const padRecords: readonly OpRecord[] = [
  { type: "Pad", shape: padShape, kernel: padKernel, grad: (op, dy) => [padGradient(op, dy as Tensor), null] },
  { type: "PadV2", shape: padShape, kernel: padKernel, grad: (op, dy) => [padGradient(op, dy as Tensor), null, null] },
  {
    type: "MirrorPad",
    shape: padShape,
    kernel: mirrorPadKernel,
    grad: (op, dy) => [
      createOp("MirrorPadGrad", { input: dy, paddings: op.inputs[1] }, { mode: op.attr<string>("mode") }),
      null,
    ],
  },
  {
    type: "MirrorPadGrad",
    shape: shapeWith(subtractDims),
    kernel: mirrorPadGradKernel,
    grad: (op, dy) => [
      createOp("MirrorPad", { input: dy, paddings: op.inputs[1] }, { mode: op.attr<string>("mode") }),
      null,
    ],
  },
];

interface PadArguments {
  tensor: TensorLike;
  paddings: TensorLike;
  mode: string;
  name: string | null;
  constant_values: TensorLike;
}

/** Python's `constant_values == 0` for what is no tensor. */
function isZero(x: TensorLike): boolean {
  return x === 0 || x === false || x === 0n || (x instanceof PyFloat && x.valueOf() === 0);
}

function padded({ tensor, paddings, mode, name, constant_values }: PadArguments): Tensor {
  const inputs = { input: tensor, paddings };
  switch (mode.toUpperCase()) {
    case "CONSTANT":
      return isZero(constant_values)
        ? createOp("Pad", inputs, {}, name)
        : createOp("PadV2", { ...inputs, constant_values }, {}, name);
    case "REFLECT":
    case "SYMMETRIC":
      return createOp("MirrorPad", inputs, { mode: mode.toUpperCase() }, name);
    default:
      throw new ValueError(`Unknown padding mode: ${mode.toUpperCase()}`);
  }
}

/** tf.pad: `paddings[i]` elements before and after along dimension i: constant, or mirrored with or without the edge. */
export const pad = pyFunction<PadArguments>()(
  "pad",
  "(tensor, paddings, mode='CONSTANT', name=None, constant_values=0)",
  (p) => {
    const result = padded(p);
    const pairs = constantValue(result.op.inputs[1]!);
    const { dims } = result.op.inputs[0]!.shape;
    if (dims !== null && !result.shape.isFullyDefined && pairs !== null) {
      result.set_shape(pairsOf(pairs).map(([before, after], i) => addDims(dims[i]!, before + after)));
    }
    return result;
  },
);
