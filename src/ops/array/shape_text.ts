/**
 * How the runtime's messages mention a shape.
 */
import type { TensorShape } from "../../graph/tensor_shape.js";

/** " and shape [4,2]"; nothing for scalars and unknown ranks. */
export function valueText(shape: TensorShape): string {
  return shape.dims === null || shape.dims.length === 0 ? "" : ` and shape ${shape.toRuntimeString()}`;
}
