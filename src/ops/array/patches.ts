/**
 * Patches of images, laid out as channels.
 * Source: tf.extract_image_patches (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/extract_image_patches_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { Operation } from "../../graph/operation.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { rowMajor } from "../../np/strided.js";
import { shapeText } from "../run_shapes.js";
import { withRank } from "../shape_functions.js";
import { sparse_tensor_dense_matmul } from "../sparse/dense_matmul.js";
import { sliceSparse } from "../sparse/slice.js";
import { concatValues } from "./concat.js";
import { multiplyDims } from "./dimensions.js";
import { eitherArgument, expandDims } from "./expand_dims.js";
import { onesOf } from "./fill.js";
import { bindClear } from "./gather_nd.js";
import { bindMove } from "./move.js";
import { rangeOf } from "./range.js";
import { reshapeTo } from "./reshape.js";
import { shapeInternal } from "./shape.js";
import { transposeBy } from "./transpose.js";

type Dim = number | null;

/** Height and width of a list attribute for batch, height, width, depth. */
function spatial(list: readonly (number | bigint)[]): [number, number] {
  return [Number(list[1]), Number(list[2])];
}

/** Windows along one dimension, and the padding before the first one. */
function windows(
  size: number,
  kernel: number,
  rate: number,
  stride: number,
  same: boolean,
): { count: number; before: number } {
  const reach = kernel + (kernel - 1) * (rate - 1);
  if (!same) return { count: Math.ceil((size - reach + 1) / stride), before: 0 };
  const count = Math.ceil(size / stride);
  return { count, before: Math.floor(Math.max(0, (count - 1) * stride + reach - size) / 2) };
}

function patchesShape(c: ShapeContext): TensorShape[] {
  const [batch, height, width, depth] = withRank(c.input(0), 4) as [Dim, Dim, Dim, Dim];
  const lists = ["ksizes", "strides", "rates"].map((name) => {
    const list = c.attr<number[]>(name);
    if (list.length !== 4) {
      throw new ShapeError(
        `ExtractImagePatches requires the ${name} attribute to contain 4 values, but got: ${list.length}`,
      );
    }
    return spatial(list);
  });
  const [k, s, r] = lists as [[number, number], [number, number], [number, number]];
  const same = c.attr<string>("padding") === "SAME";
  const out = [height, width].map((d, i): Dim => {
    if (d === null) return null;
    const { count } = windows(d, k[i]!, r[i]!, s[i]!, same);
    if (count < 0)
      throw new ShapeError(
        `Computed output size would be negative: ${count} [input_size: ${d}, effective_filter_size: ${k[i]! + (k[i]! - 1) * (r[i]! - 1)}, stride: ${s[i]}]`,
      );
    return count;
  });
  return [new TensorShape([batch, out[0]!, out[1]!, multiplyDims(depth, k[0] * k[1])])];
}

const patchesKernel: Kernel = (k) => {
  const input = k.input(0);
  if (input.shape.length !== 4) throw invalidArgument(`input must be 4-dimensional${shapeText(input.shape)}`);
  const [batch, height, width, depth] = input.shape as [number, number, number, number];
  const [kr, kc] = spatial(k.attr<number[]>("ksizes"));
  const [sr, sc] = spatial(k.attr<number[]>("strides"));
  const [rr, rc] = spatial(k.attr<number[]>("rates"));
  const same = k.attr<string>("padding") === "SAME";
  const rows = windows(height, kr, rr, sr, same);
  const columns = windows(width, kc, rc, sc, same);
  const out = k.output(0, [batch, rows.count, columns.count, kr * kc * depth]);
  const from = rowMajor(input.shape);
  const to = rowMajor([batch, rows.count, columns.count, kr * kc, depth]);
  // One move per cell of the patch: the windows for which it lies inside the image.
  const inside = (offset: number, stride: number, count: number, size: number): [number, number] => {
    const first = Math.max(0, Math.ceil(-offset / stride));
    return [first, Math.max(0, Math.min(count, Math.ceil((size - offset) / stride)) - first)];
  };
  const moves: (() => void)[] = [];
  for (let y = 0; y < kr; y++) {
    for (let x = 0; x < kc; x++) {
      const [top, left] = [y * rr - rows.before, x * rc - columns.before];
      const [r0, nr] = inside(top, sr, rows.count, height);
      const [c0, nc] = inside(left, sc, columns.count, width);
      moves.push(
        bindMove(input, out, {
          shape: [batch, nr, nc, depth],
          from: [from[0]!, sr * from[1]!, sc * from[2]!, 1],
          to: [to[0]!, to[1]!, to[2]!, 1],
          fromStart: (r0 * sr + top) * from[1]! + (c0 * sc + left) * from[2]!,
          toStart: r0 * to[1]! + c0 * to[2]! + (y * kc + x) * depth,
        }),
      );
    }
  }
  const clear = bindClear(out);
  return () => {
    clear();
    for (let i = 0; i < moves.length; i++) moves[i]!();
  };
};

/** Patches of the pixels' numbers say which pixel went where: a sparse matrix that brings the gradient back. */
function patchesGradient(op: Operation, dy: Tensor): Tensor {
  const inShape = shapeInternal(op.inputs[0]!, null, true, int64);
  const [batch, rowsIn, colsIn, channels] = [0, 1, 2, 3].map((i) => inShape.at(i)) as [Tensor, Tensor, Tensor, Tensor];
  const inCount = rowsIn.mul(colsIn).radd(1);
  const numbers = reshapeTo(rangeOf(1, inCount, 1, int64), [1, rowsIn, colsIn, 1]);
  const attrs = Object.fromEntries(
    ["ksizes", "strides", "rates", "padding"].map((name) => [name, op.attr<string>(name)]),
  );
  const patched = createOp("ExtractImagePatches", { images: numbers }, attrs);
  const outShape = shapeInternal(op.outputs[0]!, null, true, int64);
  const [rowsOut, colsOut] = [outShape.at(1), outShape.at(2)];
  const [kr, kc] = spatial(op.attr<number[]>("ksizes"));
  const outCount = rowsOut.mul(colsOut).mul(kr).mul(kc);
  const places = reshapeTo(rangeOf(0, outCount, 1, int64), [1, rowsOut, colsOut, kr * kc]);
  const pairs = concatValues([expandDims(patched, -1), expandDims(places, -1)], -1);
  const map = reshapeTo(pairs, [-1, 2]);
  const full = new SparseTensor(map, onesOf([outCount] as TensorLike[], dy.dtype.base_dtype), [inCount, outCount]);
  // Number 0 is the padding.
  const matrix = sliceSparse(full, [1, 0], [inCount.sub(1), outCount]);
  const expanded = transposeBy(reshapeTo(dy, [batch, rowsOut, colsOut, kr, kc, channels]), [1, 2, 3, 4, 0, 5]);
  const flat = reshapeTo(expanded, [-1, batch.mul(channels)]);
  const sum = sparse_tensor_dense_matmul(matrix, flat);
  const grad = reshapeTo(sum, [rowsIn, colsIn, batch, channels]);
  return transposeBy(grad, [2, 0, 1, 3]);
}

export const patchesRecords: readonly OpRecord[] = [
  {
    type: "ExtractImagePatches",
    shape: patchesShape,
    kernel: patchesKernel,
    grad: (op, dy) => [patchesGradient(op, dy as Tensor)],
  },
];

type Sizes = readonly number[];

interface PatchesArguments {
  images: TensorLike;
  ksizes: Sizes | null;
  strides: Sizes | null;
  rates: Sizes | null;
  padding: string | null;
  name: string | null;
  sizes: Sizes | null;
}

/** tf.extract_image_patches: the pixels of each window, one after another, as the channels of one pixel. */
export const extract_image_patches = pyFunction<PatchesArguments>()(
  "extract_image_patches",
  "(images, ksizes=None, strides=None, rates=None, padding=None, name=None, sizes=None)",
  ({ images, strides, rates, padding, name, ...p }) => {
    const ksizes = eitherArgument("sizes", p.sizes, "ksizes", p.ksizes);
    return createOp("ExtractImagePatches", { images }, { ksizes, strides, rates, padding }, name);
  },
);

/** tf.image.extract_patches: tf.extract_image_patches with the arguments in TensorFlow 2's order. */
export const extract_patches = pyFunction<{
  images: TensorLike;
  sizes: Sizes;
  strides: Sizes;
  rates: Sizes;
  padding: string;
  name: string | null;
}>()("extract_patches", "(images, sizes, strides, rates, padding, name=None)", (p) =>
  createOp(
    "ExtractImagePatches",
    { images: p.images },
    { ksizes: p.sizes, strides: p.strides, rates: p.rates, padding: p.padding },
    p.name,
  ),
);
