/**
 * What Python's image functions check of their arguments, and sizes that are numbers where they are known.
 * Source: _assert, _ImageDimensions, _CheckAtLeast3DImage … (tensorflow/python/ops/image_ops_impl.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import type { Operation } from "../../graph/operation.js";
import { Operators } from "../../graph/operators.js";
import type { Tensor } from "../../graph/tensor.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { floordiv, neg, sub as pySub } from "../../py/operators.js";
import { expandDims } from "../array/expand_dims.js";
import { unstackValue } from "../array/pack.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { buildAssert } from "../control/assert.js";
import { assert_equal, assert_greater_equal, assert_positive } from "../control/check_comparisons.js";
import { withDependencies } from "../control/dependencies.js";

/** A size in pixels: a number, or a scalar tensor. */
export type Size = TensorLike;

/** Whether Python's _is_tensor says so: tensors and variables. */
export function isTensor(x: unknown): x is Tensor {
  return x instanceof Operators;
}

/** An assertion in the graph for a tensor, an error now for a bool that is false. */
export function requireThat(condition: unknown, message: string): Operation[] {
  if (isTensor(condition)) return [buildAssert(condition, [message])];
  if (condition !== true) throw new ValueError(message);
  return [];
}

/** Python's comparisons of sizes: a number on the left asks the tensor on the right. */
function comparison(type: string, mirrored: string, ofNumbers: (x: number, y: number) => boolean) {
  return (x: Size, y: Size): Tensor | boolean => {
    if (isTensor(x)) return createOp(type, { x, y });
    if (isTensor(y)) return createOp(mirrored, { x: y, y: x });
    return ofNumbers(Number(x), Number(y));
  };
}
export const atLeast = comparison("GreaterEqual", "LessEqual", (x, y) => x >= y);
export const above = comparison("Greater", "Less", (x, y) => x > y);

export function minus(x: Size, y: Size): Size {
  return pySub(x, y) as Size;
}

/** Python's -x // 2. */
export function negativeHalf(x: Size): Size {
  return floordiv(neg(x), 2) as Size;
}
export function half(x: Size): Size {
  return floordiv(x, 2) as Size;
}

export function largerOf(x: Size, y: Size): Size {
  return isTensor(x) || isTensor(y) ? createOp("Maximum", { x, y }) : Math.max(Number(x), Number(y));
}
export function smallerOf(x: Size, y: Size): Size {
  return isTensor(x) || isTensor(y) ? createOp("Minimum", { x, y }) : Math.min(Number(x), Number(y));
}
export function equalSizes(x: Size, y: Size): Tensor | boolean {
  return isTensor(x) || isTensor(y) ? createOp("Equal", { x, y }) : Number(x) === Number(y);
}

/** Known dimensions as numbers, the others as slices of the image's shape. */
export function imageDimensions(image: Tensor, rank: number): Size[] {
  const { known } = image.shape;
  if (known) return [...known];
  const dims = image.shape.with_rank(rank).as_list();
  const dynamic = unstackValue(shapeInternal(image), rank);
  return dims.map((d, i) => d ?? dynamic[i]!);
}

function refuseEmpty(shape: TensorShape): void {
  if (shape.dims?.includes(0)) throw new ValueError(`all dims of 'image.shape' must be > 0: ${shape}`);
}

function positiveDims(image: Tensor): Operation {
  return assert_positive(shapeInternal(image), { data: ["all dims of 'image.shape' must be > 0."] });
}

/** Operations that fail unless the image has three dimensions or more and is not empty; none where that is known. */
export function checkAtLeast3D(image: Tensor): Operation[] {
  const shape = atLeastRank(image, 3, "'image' must be at least three-dimensional.");
  refuseEmpty(shape);
  if (shape.isFullyDefined) return [];
  return [
    positiveDims(image),
    assert_greater_equal(rankInternal(image), 3, { message: "'image' must be at least three-dimensional." }),
  ];
}

/** The shape, of that rank where it is unknown. */
function atLeastRank(image: Tensor, rank: number, message: string): TensorShape {
  try {
    return image.shape.rank === null ? image.shape.with_rank(rank) : image.shape.with_rank_at_least(rank);
  } catch (error) {
    if (error instanceof ValueError) throw new ValueError(message);
    throw error;
  }
}

/** The image after the checks of checkAtLeast3D. */
export function assertAtLeast3D(image: Tensor): Tensor {
  return withDependencies(checkAtLeast3D(image), image);
}

/** The image after checks that it has one channel. */
export function assertGrayscale(image: Tensor): Tensor {
  const shape = atLeastRank(image, 2, "A grayscale image must be at least two-dimensional.");
  const message = "Last dimension of a grayscale image should be size 1.";
  if (shape.isFullyDefined) {
    if (shape.dims!.at(-1) !== 1) throw new ValueError(message);
    return withDependencies([], image);
  }
  return withDependencies(
    [
      assert_equal(shapeInternal(image).at(-1), 1, { message }),
      assert_greater_equal(rankInternal(image), 3, {
        message: "A grayscale image must be at least two-dimensional.",
      }),
    ],
    image,
  );
}

/** One image as a batch of one. Raises ValueError for other ranks than 3 and 4; an unknown one counts as 3. */
export function asBatch(image: Tensor): { readonly batch: Tensor; readonly isBatch: boolean } {
  const { rank } = image.shape;
  if (rank === 4) return { batch: image, isBatch: true };
  if (rank !== 3 && rank !== null) throw new ValueError("'image' must have either 3 or 4 dimensions.");
  const batch = expandDims(image, 0);
  if (rank === null) batch.set_shape([null, null, null, null]);
  return { batch, isBatch: false };
}

/** Static dimensions: null where a size is a tensor. */
export function staticDims(sizes: readonly Size[]): (number | null)[] {
  return sizes.map((s) => (isTensor(s) ? null : Number(s)));
}
