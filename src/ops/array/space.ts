/**
 * Moving blocks of space into depth or batch, and back.
 * Source: tf.space_to_depth, tf.depth_to_space, tf.space_to_batch_nd, tf.batch_to_space_nd (array_ops.py, array_grad.py;
 * core/kernels/spacetodepth_op.cc, depthtospace_op.cc, spacetobatch_op.cc, batchtospace_op.cc).
 */

import { constant } from "../../graph/constant.js";
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { int64 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { GradientFn, OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { rowMajor } from "../../np/strided.js";
import { shapeText } from "../run_shapes.js";
import { merge, withRank, withRankAtLeast } from "../shape_functions.js";
import { addDims, divideDim, flatInput, multiplyDims, subtractDims } from "./dimensions.js";
import { eitherArgument } from "./expand_dims.js";
import { bindClear } from "./gather_nd.js";
import { bindMove } from "./move.js";

type Dim = number | null;

function depthShape(c: ShapeContext, toDepth: boolean): TensorShape[] {
  const block = Number(c.attr<number>("block_size"));
  const format = c.attr<string>("data_format");
  const [n, a, b, d] = withRank(c.input(0), 4) as [Dim, Dim, Dim, Dim];
  const [height, width, depth] = format === "NHWC" ? [a, b, d] : [b, d, a];
  const spatial = (x: Dim) => (toDepth ? divideDim(x, block) : multiplyDims(x, block));
  const [h, w] = [spatial(height), spatial(width)];
  const deep = toDepth ? multiplyDims(depth, block * block) : divideDim(depth, block * block);
  return [new TensorShape(format === "NHWC" ? [n, h, w, deep] : [n, deep, h, w])];
}

/** Image [n, H*b, W*b, c] seen as blocks [n, H, b, W, b, c], against depth laid out as [n, H, W, b, b, c]. */
function depthKernel(toDepth: boolean): Kernel {
  return (k) => {
    const input = k.input(0);
    const b = Number(k.attr<number>("block_size"));
    const type = toDepth ? "SpaceToDepth" : "DepthToSpace";
    if (k.attr<string>("data_format") !== "NHWC")
      throw invalidArgument(`Only NHWC data_format supported on CPU. Got ${k.attr<string>("data_format")}`);
    if (input.shape.length !== 4) throw invalidArgument(`Input rank should be: 4 instead of: ${input.shape.length}`);
    const [n, height, width, depth] = input.shape as [number, number, number, number];
    if (toDepth && (height % b !== 0 || width % b !== 0)) {
      throw invalidArgument(`Image width ${width} and height ${height} should be divisible by block_size: ${b}`);
    }
    if (type === "DepthToSpace" && depth % (b * b) !== 0) {
      throw invalidArgument(`Input depth dimension ${depth} should be divisible by: ${b * b}`);
    }
    const [rows, columns] = toDepth ? [height / b, width / b] : [height, width];
    const channels = toDepth ? depth : depth / (b * b);
    const shape = [n, rows, b, columns, b, channels];
    const image = rowMajor(shape);
    const [s0, s1, s2, s3, s4, s5] = rowMajor([n, rows, columns, b, b, channels]) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const deep = [s0, s1, s3, s2, s4, s5];
    const out = k.output(0, toDepth ? [n, rows, columns, channels * b * b] : [n, rows * b, columns * b, channels]);
    return bindMove(input, out, toDepth ? { shape, from: image, to: deep } : { shape, from: deep, to: image });
  };
}

function depthGradient(inverse: "SpaceToDepth" | "DepthToSpace"): GradientFn {
  return (op, dy) => {
    const data_format = op.attr<string>("data_format");
    if (data_format === "NCHW_VECT_C") {
      throw new ValueError(
        `Cannot compute ${op.type} gradient with NCHW_VECT_C. NCHW_VECT_C requires qint8 data type.`,
      );
    }
    return [createOp(inverse, { input: dy }, { block_size: op.attr<number>("block_size"), data_format })];
  };
}

/** Static shape of a batch op. `pads` are added to the space, or cropped from it. */
function batchShape(
  c: ShapeContext,
  block: readonly number[] | null,
  blockDims: number,
  padsAt: number,
  toBatch: boolean,
): TensorShape[] {
  const input = withRankAtLeast(c.input(0), blockDims + 1);
  merge(c.input(padsAt), new TensorShape([blockDims, 2]));
  let batch = input.dims?.[0] ?? null;
  if (block === null) batch = blockDims > 0 ? null : batch;
  else {
    for (const b of block) {
      if (b < 1) throw new ShapeError("block_shape must be positive");
      batch = toBatch ? multiplyDims(batch, b) : batch;
    }
    if (!toBatch)
      batch = divideDim(
        batch,
        block.reduce((a, b) => a * b, 1),
      );
  }
  const pads = flatInput(c, padsAt);
  const space = Array.from({ length: blockDims }, (_, i): Dim => {
    if (pads === null) return null;
    const [before, after] = [pads[2 * i]!, pads[2 * i + 1]!];
    if (before < 0 || after < 0) throw new ShapeError(`${toBatch ? "paddings" : "crops"} cannot be negative`);
    if (block === null) return null;
    const d = input.dims?.[i + 1] ?? null;
    if (toBatch) return divideDim(addDims(d, before + after), block[i]!);
    return subtractDims(subtractDims(multiplyDims(d, block[i]!), before), after);
  });
  if (input.dims === null) return [new TensorShape(null)];
  return [new TensorShape([batch, ...space, ...input.dims.slice(1 + blockDims)])];
}

function batchNdShape(c: ShapeContext, toBatch: boolean): TensorShape[] {
  const { dims } = c.input(1);
  if (dims?.length !== 1) throw new ShapeError("block_shape must have rank 1.");
  if (dims[0] === null) throw new ShapeError("block_shape must have known size.");
  return batchShape(c, flatInput(c, 1), dims[0]!, 2, toBatch);
}

function squareShape(c: ShapeContext, toBatch: boolean): TensorShape[] {
  const b = Number(c.attr<number>("block_size"));
  withRank(c.input(0), 4);
  return batchShape(c, [b, b], 2, 1, toBatch);
}

/** Block and paddings (or crops) of a batch op, checked against its input. */
function blockOf(k: KernelContext, what: string): { block: number[]; pads: [number, number][] } {
  const isNd = k.inputCount === 3;
  const size = isNd ? 0 : Number(k.attr<number>("block_size"));
  const block = isNd ? k.ints(1) : [size, size];
  const m = block.length;
  const { shape } = k.input(0);
  if (shape.length < 1 + m) throw invalidArgument(`input rank should be >= ${1 + m} instead of ${shape.length}`);
  const padsShape = k.input(isNd ? 2 : 1).shape;
  if (padsShape.length !== 2 || padsShape[0] !== m || padsShape[1] !== 2) {
    throw invalidArgument(`${what} should have shape [${m}, 2] instead of ${shapeText(padsShape)}`);
  }
  const flat = k.ints(isNd ? 2 : 1);
  block.forEach((b, i) => {
    if (b < 1) throw invalidArgument(`All values in block_shape must be positive, got value, ${b} at index ${i}.`);
  });
  return { block, pads: block.map((_, i) => [flat[2 * i]!, flat[2 * i + 1]!]) };
}

/**
 * One block position's share: every block[i]-th element of the (padded) space, for one offset in each spatial dimension.
 * Calls `visit` with the range of places of the small tensor that lie inside the big one.
 */
function eachOffset(
  block: readonly number[],
  small: readonly number[],
  big: readonly number[],
  shift: readonly number[],
  visit: (index: number, first: readonly number[], count: readonly number[], bigFirst: readonly number[]) => void,
): void {
  const total = block.reduce((a, b) => a * b, 1);
  for (let index = 0; index < total; index++) {
    const first: number[] = [];
    const count: number[] = [];
    const bigFirst: number[] = [];
    for (let d = block.length - 1, rest = index; d >= 0; d--) {
      const b = block[d]!;
      const offset = rest % b;
      rest = Math.floor(rest / b);
      // Place p of the small tensor is place p * b + offset - shift of the big one.
      const low = Math.max(0, Math.ceil((shift[d]! - offset) / b));
      const high = Math.min(small[d]!, Math.ceil((big[d]! + shift[d]! - offset) / b));
      first[d] = low;
      count[d] = Math.max(0, high - low);
      bigFirst[d] = low * b + offset - shift[d]!;
    }
    visit(index, first, count, bigFirst);
  }
}

/** Binds the moves between space (`big`) and batch (`small`). */
function bindBlocks(
  big: Value,
  small: Value,
  block: readonly number[],
  shift: readonly number[],
  toBatch: boolean,
): (() => void)[] {
  const m = block.length;
  const bigStrides = rowMajor(big.shape);
  const smallStrides = rowMajor(small.shape);
  const n = big.shape[0]!;
  const rest = big.shape.slice(1 + m);
  const stepped = bigStrides.map((s, i) => (i >= 1 && i <= m ? s * block[i - 1]! : s));
  const moves: (() => void)[] = [];
  eachOffset(block, small.shape.slice(1, 1 + m), big.shape.slice(1, 1 + m), shift, (index, first, count, bigFirst) => {
    const shape = [n, ...count, ...rest];
    const smallStart = first.reduce((at, p, d) => at + p * smallStrides[d + 1]!, index * n * smallStrides[0]!);
    const bigStart = bigFirst.reduce((at, p, d) => at + p * bigStrides[d + 1]!, 0);
    moves.push(
      toBatch
        ? bindMove(big, small, { shape, from: stepped, to: smallStrides, fromStart: bigStart, toStart: smallStart })
        : bindMove(small, big, { shape, from: smallStrides, to: stepped, fromStart: smallStart, toStart: bigStart }),
    );
  });
  return moves;
}

const toBatchKernel: Kernel = (k) => {
  const input = k.input(0);
  const { block, pads } = blockOf(k, "paddings");
  const space = block.map((b, d) => {
    const [before, after] = pads[d]!;
    if (before < 0 || after < 0) throw invalidArgument("Paddings must be non-negative");
    const padded = input.shape[d + 1]! + before + after;
    if (padded % b !== 0)
      throw invalidArgument(`padded_shape[${d}]=${padded} is not divisible by block_shape[${d}]=${b}`);
    return padded / b;
  });
  const m = block.length;
  const batch = block.reduce((a, b) => a * b, input.shape[0]!);
  const out = k.output(0, [batch, ...space, ...input.shape.slice(1 + m)]);
  const moves = bindBlocks(
    input,
    out,
    block,
    pads.map(([before]) => before),
    true,
  );
  const clear = bindClear(out);
  return () => {
    clear();
    for (let i = 0; i < moves.length; i++) moves[i]!();
  };
};

const toSpaceKernel: Kernel = (k) => {
  const input = k.input(0);
  const { block, pads } = blockOf(k, "crops");
  const product = block.reduce((a, b) => a * b, 1);
  const batch = input.shape[0]!;
  if (batch % product !== 0)
    throw invalidArgument(`Input batch dimension (${batch}) is not divisible by product of block sizes (${product})`);
  const space = block.map((b, d) => {
    const [before, after] = pads[d]!;
    if (before < 0 || after < 0) throw invalidArgument("Crops must be non-negative");
    const cropped = input.shape[d + 1]! * b - before - after;
    if (cropped < 0) throw invalidArgument(`cropped_shape[${d}]=${cropped} must be non-negative`);
    return cropped;
  });
  const out = k.output(0, [batch / product, ...space, ...input.shape.slice(1 + block.length)]);
  const moves = bindBlocks(
    out,
    input,
    block,
    pads.map(([before]) => before),
    false,
  );
  return () => {
    for (let i = 0; i < moves.length; i++) moves[i]!();
  };
};

const inverseNd =
  (type: string, pads: string): GradientFn =>
  (op, dy) => {
    const [, block_shape, given] = op.inputs;
    return [createOp(type, { input: dy, block_shape, [pads]: given }), null, null];
  };

/** The old square ops; their gradient functions call the public functions, which make the ND ops. */
const inverseSquare =
  (type: string, pads: string): GradientFn =>
  (op, dy) => {
    const size = Number(op.attr<number>("block_size"));
    const block_shape = constant([size, size], { dtype: int64 });
    return [createOp(type, { input: dy, block_shape, [pads]: op.inputs[1] }), null];
  };

export const spaceRecords: readonly OpRecord[] = [
  {
    type: "SpaceToDepth",
    shape: (c) => depthShape(c, true),
    kernel: depthKernel(true),
    grad: depthGradient("DepthToSpace"),
  },
  {
    type: "DepthToSpace",
    shape: (c) => depthShape(c, false),
    kernel: depthKernel(false),
    grad: depthGradient("SpaceToDepth"),
  },
  {
    type: "SpaceToBatchND",
    shape: (c) => batchNdShape(c, true),
    kernel: toBatchKernel,
    grad: inverseNd("BatchToSpaceND", "crops"),
  },
  {
    type: "BatchToSpaceND",
    shape: (c) => batchNdShape(c, false),
    kernel: toSpaceKernel,
    grad: inverseNd("SpaceToBatchND", "paddings"),
  },
  {
    type: "SpaceToBatch",
    shape: (c) => squareShape(c, true),
    kernel: toBatchKernel,
    grad: inverseSquare("BatchToSpaceND", "crops"),
  },
  {
    type: "BatchToSpace",
    shape: (c) => squareShape(c, false),
    kernel: toSpaceKernel,
    grad: inverseSquare("SpaceToBatchND", "paddings"),
  },
];

type Name = string | null;
type DepthArguments = { input: TensorLike; block_size: number; name: Name; data_format: string };
const DEPTH_SIGNATURE = "(input, block_size, name=None, data_format='NHWC')";

/** tf.space_to_depth: each block of `block_size` x `block_size` pixels becomes one pixel with that many times the channels. */
export const space_to_depth = pyFunction<DepthArguments>()(
  "space_to_depth",
  DEPTH_SIGNATURE,
  ({ input, name, ...attrs }) => createOp("SpaceToDepth", { input }, attrs, name),
);
/** tf.depth_to_space: the inverse of tf.space_to_depth. */
export const depth_to_space = pyFunction<DepthArguments>()(
  "depth_to_space",
  DEPTH_SIGNATURE,
  ({ input, name, ...attrs }) => createOp("DepthToSpace", { input }, attrs, name),
);

/** tf.space_to_batch_nd: padded space cut into blocks; each place within a block becomes an image of the batch. */
export const space_to_batch_nd = pyFunction<{
  input: TensorLike;
  block_shape: TensorLike;
  paddings: TensorLike;
  name: Name;
}>()("space_to_batch_nd", "(input, block_shape, paddings, name=None)", ({ name, ...inputs }) =>
  createOp("SpaceToBatchND", inputs, {}, name),
);
/** tf.batch_to_space_nd: the inverse of tf.space_to_batch_nd, cropped. */
export const batch_to_space_nd = pyFunction<{
  input: TensorLike;
  block_shape: TensorLike;
  crops: TensorLike;
  name: Name;
}>()("batch_to_space_nd", "(input, block_shape, crops, name=None)", ({ name, ...inputs }) =>
  createOp("BatchToSpaceND", inputs, {}, name),
);

/** A square block as the ND ops take it. */
function squareBlock(size: number | null, shape: number | null): Tensor {
  const side = eitherArgument("block_size", size, "block_shape", shape);
  if (side === null)
    throw new TypeError("int() argument must be a string, a bytes-like object or a number, not 'NoneType'");
  return constant([side, side], { dtype: int64, name: "block_shape" });
}

function ofRank4(image: Tensor): Tensor {
  image.set_shape(image.shape.with_rank(4));
  return image;
}

/** tf.space_to_batch: tf.space_to_batch_nd of images, with a square block. */
export const space_to_batch = pyFunction<{
  input: TensorLike;
  paddings: TensorLike;
  block_size: number | null;
  name: Name;
  block_shape: number | null;
}>()("space_to_batch", "(input, paddings, block_size=None, name=None, block_shape=None)", (p) =>
  ofRank4(space_to_batch_nd(p.input, squareBlock(p.block_size, p.block_shape), p.paddings, { name: p.name })),
);
/** tf.batch_to_space: tf.batch_to_space_nd of images, with a square block. */
export const batch_to_space = pyFunction<{
  input: TensorLike;
  crops: TensorLike;
  block_size: number;
  name: Name;
  block_shape: number | null;
}>()("batch_to_space", "(input, crops, block_size, name=None, block_shape=None)", (p) =>
  ofRank4(batch_to_space_nd(p.input, squareBlock(p.block_size, p.block_shape), p.crops, { name: p.name })),
);
