/**
 * Slice: a box out of a tensor, by its first corner and its size.
 * Source: tf.slice (tensorflow/python/ops/array_ops.py, array_grad.py; core/kernels/slice_op.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { rowMajor } from "../../np/strided.js";
import { merge, withRank } from "../shape_functions.js";
import { ofRank, subtractDims, vectorInput } from "./dimensions.js";
import { bindMove } from "./move.js";
import { reshapeTo } from "./reshape.js";
import { rankInternal, shapeInternal } from "./shape.js";

const sliceShape: ShapeFn = (c) => {
  const lengths = merge(new TensorShape(withRank(c.input(1), 1)), new TensorShape(withRank(c.input(2), 1)));
  const n = lengths.dims![0]!;
  const input = n === null ? c.input(0) : new TensorShape(withRank(c.input(0), n));
  const begin = c.constantShape(1);
  const sizes = vectorInput(c, 2);
  if (sizes === null) {
    const known = c.constantShape(2);
    return [known.dims === null ? ofRank(input.rank) : known];
  }
  const begins = withRank(begin, sizes.length);
  const dims = withRank(input, sizes.length);
  return [new TensorShape(sizes.map((size, i) => (size === -1 ? subtractDims(dims[i]!, begins[i]!) : size)))];
};

/** Zeros around the gradient, as many as the slice left out on each side. */
function sliceGradient(input: Tensor, begin: Tensor, output: Tensor, dy: Tensor): Tensor {
  const rank = rankInternal(input);
  const size = shapeInternal(output);
  const column = convertToTensor([rank, 1], { name: "stack" });
  const before = reshapeTo(begin, column);
  const after = reshapeTo(shapeInternal(input).sub(size).sub(begin), column);
  const paddings = createOp("ConcatV2", { values: [before, after], axis: 1 }, {}, "concat");
  return createOp("Pad", { input: dy, paddings });
}

export const sliceRecords: readonly OpRecord[] = [
  {
    type: "Slice",
    shape: sliceShape,
    kernel: (k) => {
      const input = k.input(0);
      const rank = input.shape.length;
      const begin = k.ints(1);
      const given = k.ints(2);
      if (begin.length !== rank || given.length !== rank) {
        throw invalidArgument(
          `Expected begin and size arguments to be 1-D tensors of size ${rank}, but got shapes [${k.input(1).shape}] and [${k.input(2).shape}] instead.`,
        );
      }
      const size = given.map((s, i) => (s === -1 ? input.shape[i]! - begin[i]! : s));
      input.shape.forEach((d, i) => {
        const b = begin[i]!;
        const s = size[i]!;
        if (d === 0) {
          if (b !== 0 || s !== 0)
            throw invalidArgument(
              `Expected begin[${i}] == 0 (got ${b}) and size[${i}] == 0 (got ${s}) when input.dim_size(${i}) == 0`,
            );
          return;
        }
        if (b < 0 || b > d) throw invalidArgument(`Expected begin[${i}] in [0, ${d}], but got ${b}`);
        if (s < 0 || b + s > d) throw invalidArgument(`Expected size[${i}] in [0, ${d - b}], but got ${s}`);
      });
      const from = rowMajor(input.shape);
      const fromStart = begin.reduce((at, b, i) => at + b * from[i]!, 0);
      return bindMove(input, k.output(0, size), { shape: size, from, to: rowMajor(size), fromStart });
    },
    grad: (op, dy) => [sliceGradient(op.inputs[0]!, op.inputs[1]!, op.outputs[0]!, dy as Tensor), null, null],
  },
];

/** tf.slice: `size` elements from `begin` on, per dimension; a size of -1 takes what is left. */
export const slice = pyFunction<{ input_: TensorLike; begin: TensorLike; size: TensorLike; name: string | null }>()(
  "slice",
  "(input_, begin, size, name=None)",
  ({ input_, begin, size, name }) => createOp("Slice", { input: input_, begin, size }, {}, name),
);
