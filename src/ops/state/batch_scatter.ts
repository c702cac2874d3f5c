/**
 * Writing rows within leading batch dimensions.
 * Source: tf.batch_scatter_update (tensorflow/python/ops/state_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { onesLike } from "../array/fill.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal } from "../array/shape.js";
import type { Written } from "./variable.js";

/** Makes tuples of the indices, the batch's own before each, and writes by them. Raises ValueError for unknown ranks. */
export function scatterInBatches(
  givenIndices: TensorLike,
  name: string | null,
  write: (indices: Tensor) => Written,
): Written {
  return getDefaultGraph().inScope(name, () => {
    const indices = convertToTensor(givenIndices, { name: "indices" });
    const shape = shapeInternal(indices);
    const { rank } = indices.shape;
    if (rank === null) throw new ValueError("batch_gather does not allow indices with unknown shape.");
    const last = expandDims(indices, -1);
    const parts: Tensor[] = [];
    for (let d = 0; d < rank - 1; d++) {
      const size = shape.at(d);
      const place = Array.from({ length: rank + 1 }, (_, i) => (i === d ? size : 1));
      let range = reshapeTo(createOp("Range", { start: 0, limit: size, delta: 1 }), place);
      if (range.dtype.base_dtype !== last.dtype.base_dtype)
        range = createOp("Cast", { x: range }, { DstT: last.dtype });
      parts.push(range.mul(onesLike(last)));
    }
    return write(concatValues([...parts, last], -1));
  });
}
