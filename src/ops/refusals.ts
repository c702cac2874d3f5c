/**
 * What numerics refuses to compute, as the runtime's InvalidArgumentError.
 * Source: OP_REQUIRES in TensorFlow's kernels.
 */
import { invalidArgument } from "../graph/errors.js";
import { NumericsError } from "../numerics/errors.js";

/** A kernel's closure whose refusals become errors of the run. */
export function refusing(run: () => void): () => void {
  return () => {
    try {
      run();
    } catch (error) {
      throw error instanceof NumericsError ? invalidArgument(error.message) : error;
    }
  };
}
