/**
 * Windows whose cells lie apart: the images' phases become a batch, on which a plain window slides.
 * Source: _WithSpaceToBatch (tensorflow/python/ops/nn_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { int32 } from "../../graph/dtypes.js";
import { notImplemented } from "../../graph/not_implemented.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";

export interface SpaceToBatch {
  readonly dilationRate: readonly number[];
  readonly padding: string;
  /** The window's shape as a tensor; needed for "SAME" padding of a dilated window only. */
  readonly filterShape: () => Tensor;
  /** Filter from which the shape is read while running. */
  readonly filter: TensorLike | null;
  readonly dataFormat: string | null;
  /** Axes of the images; null for the usual ones. */
  readonly spatialDims: readonly number[] | null;
  /** The plain operation on some images. */
  readonly op: (images: Tensor, padding: string) => Tensor;
}

export function withSpaceToBatch(given: TensorLike, o: SpaceToBatch): Tensor {
  const input = convertToTensor(given, { name: "input" });
  // A node of the graph even where the window is a plain one.
  convertToTensor([...o.dilationRate], { dtype: int32, name: "dilation_rate" });
  if (o.dilationRate.some((d) => d < 1)) throw new ValueError("dilation_rate must be positive");
  if (o.dilationRate.every((d) => d === 1)) return o.op(input, o.padding);
  if (o.padding !== "SAME" && o.padding !== "VALID") throw new ValueError(`Invalid padding method '${o.padding}'`);
  throw notImplemented("dilation_rate", "space to batch comes with its issue");
}
