/**
 * tf.meshgrid: coordinate vectors spread over a grid.
 * Source: tf.meshgrid (tensorflow/python/ops/array_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { onesOf } from "./fill.js";
import { stackValues } from "./pack.js";
import { reshapeTo } from "./reshape.js";
import { sizeInternal } from "./shape.js";

/** One grid per vector; with "xy" the first two dimensions change places. */
export function meshGrid(vectors: readonly TensorLike[], indexing = "xy", name: string | null = "meshgrid"): Tensor[] {
  if (indexing !== "xy" && indexing !== "ij") throw new ValueError("indexing parameter must be either 'xy' or 'ij'");
  return scoped(name, "meshgrid", vectors, () => {
    const n = vectors.length;
    const alone = (place: number) => Array.from({ length: n }, (_, i) => (i === place ? -1 : 1));
    const grids = vectors.map((x, i) => reshapeTo(stackValues(x), alone(i)));
    const sizes = vectors.map((x) => sizeInternal(x));
    const dtype = convertToTensor(vectors[0]).dtype.base_dtype;
    if (indexing === "xy" && n > 1) {
      grids[0] = reshapeTo(grids[0]!, alone(1));
      grids[1] = reshapeTo(grids[1]!, alone(0));
      [sizes[0], sizes[1]] = [sizes[1]!, sizes[0]!];
    }
    const factor = onesOf(sizes, dtype);
    return grids.map((x) => x.mul(factor));
  });
}

function isOptions(x: unknown): x is { indexing?: string; name?: string } {
  return typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;
}

/** tf.meshgrid(*vectors, indexing="xy", name="meshgrid"). Raises ValueError for another indexing. */
export function meshgrid(...args: (TensorLike | { indexing?: string; name?: string })[]): Tensor[] {
  const last = args.at(-1);
  const options = isOptions(last) ? last : {};
  const vectors = (isOptions(last) ? args.slice(0, -1) : args) as TensorLike[];
  const unknown = Object.keys(options).find((key) => key !== "indexing" && key !== "name");
  if (unknown !== undefined) throw new TypeError(`'${unknown}' is an invalid keyword argument for this function`);
  return meshGrid(vectors, options.indexing ?? "xy", options.name ?? "meshgrid");
}
