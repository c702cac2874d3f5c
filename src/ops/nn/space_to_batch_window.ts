/**
 * Windows whose cells lie apart: the images' phases become a batch, on which a plain window slides.
 * Source: _WithSpaceToBatch (tensorflow/python/ops/nn_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { staticInts } from "../../graph/static_value.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { stackValues } from "../array/pack.js";
import { required_space_to_batch_paddings } from "../array/space_paddings.js";

export interface SpaceToBatch {
  readonly dilationRate: readonly number[];
  readonly padding: string;
  /** The window's shape as a tensor; needed for "SAME" padding of a dilated window only. */
  readonly filterShape: () => Tensor;
  /** Channels that come out where they are not the last axis, which moving phases forgets. */
  readonly outputChannels: number | null;
  /** The first axis of the images' space: 1, or 2 after the channels. */
  readonly firstAxis: 1 | 2;
  /** The plain operation on some images. */
  readonly op: (images: Tensor, padding: string) => Tensor;
}

/** What turns "SAME" into "VALID": the cells that the spread window reaches beyond the image, more of them at the end. */
function samePaddings(window: readonly number[], rate: readonly number[]): Tensor {
  const rows = rate.map((r, i) => {
    const extra = window[i]! + (window[i]! - 1) * (r - 1) - 1;
    const before = Math.floor(extra / 2);
    return [before, extra - before];
  });
  return stackValues(rows, 0, "stack");
}

function basePaddings(o: SpaceToBatch): TensorLike {
  if (o.padding === "VALID") return o.dilationRate.map(() => [0, 0]);
  if (o.padding !== "SAME") throw new ValueError(`Invalid padding method '${o.padding}'`);
  const window = staticInts(o.filterShape());
  // The original asks for the shape of a filter that it wasn't given.
  if (window === null) throw new ValueError("None values not supported.");
  return samePaddings(window, o.dilationRate);
}

/** The sizes of the images, as numbers where all are known. */
function spatialShape(input: Tensor, first: number, n: number): TensorLike {
  const dims = input.shape.dims?.slice(first, first + n);
  if (dims?.every((d) => d !== null)) return dims;
  const shape = createOp("Shape", { input });
  return stackValues(
    Array.from({ length: n }, (_, i) => shape.at(first + i)),
    0,
    "stack",
  );
}

/** Rows of the spatial axes, after `fill` for the channels where these come first. */
function withChannels(rows: Tensor, fill: readonly (readonly number[])[], n: number): TensorLike {
  const known = staticInts(rows);
  if (known === null) return concatValues([...(fill.length > 0 ? [fill] : []), rows.at(`0:${n}`)], 0);
  return [...fill, ...Array.from({ length: n }, (_, i) => known.slice(2 * i, 2 * i + 2))];
}

/** The operation on `given`, as if its window's cells lay `dilationRate` apart. Raises ValueError. */
export function withSpaceToBatch(given: TensorLike, o: SpaceToBatch): Tensor {
  const input = convertToTensor(given, { name: "input" });
  // A node of the graph even where the window is a plain one.
  const rate = convertToTensor([...o.dilationRate], { dtype: int32, name: "dilation_rate" });
  const n = o.dilationRate.length;
  const first = o.firstAxis;
  if (input.shape.rank !== null && input.shape.rank < n + first)
    throw new ValueError(`input tensor must have rank ${n + first} at least`);
  if (o.dilationRate.some((d) => d < 1)) throw new ValueError("dilation_rate must be positive");
  if (o.dilationRate.every((d) => d === 1)) return o.op(input, o.padding);
  const base_paddings = basePaddings(o);
  const [paddings, crops] = required_space_to_batch_paddings({
    input_shape: spatialShape(input, first, n),
    block_shape: rate,
    base_paddings,
  });
  const block_shape = first === 2 ? [1, ...o.dilationRate] : [...o.dilationRate];
  const fill = first === 2 ? [[0, 0]] : [];
  const [pad, crop] = [withChannels(paddings, fill, n), withChannels(crops, fill, n)];
  const result = o.op(createOp("SpaceToBatchND", { input, block_shape, paddings: pad }), "VALID");
  const out = createOp("BatchToSpaceND", { input: result, block_shape, crops: crop });
  if (first === 2 && !out.shape.dims?.[1] && o.outputChannels !== null) {
    out.set_shape(out.shape.dims!.with(1, o.outputChannels));
  }
  return out;
}
