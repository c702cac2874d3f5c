/**
 * Joins the layers: op records into the registry, operators onto tensors, the engine's constant evaluator into the graph.
 */
import { installSlicesConversion } from "../graph/indexed_slices.js";
import { installOperators } from "../graph/operators.js";
import { registerOps } from "../graph/registry.js";
import { installConstantEvaluator } from "../graph/shape_inference.js";
import { installSparseOperators } from "../graph/sparse_tensor.js";
import { allRecords } from "../ops/index.js";
import { tensorOperators } from "../ops/math/tensor_operators.js";
import { slicesToTensor } from "../ops/math/unsorted_segment.js";
import { sparseOperator, timesSparse } from "../ops/sparse/dense_binary.js";
import { evaluateConstant } from "../runtime/constant_evaluator.js";
import { blockDiagonalRecords } from "../sparse/block_diagonal_ops.js";

let done = false;

/** Idempotent; runs when the package's entry is imported. */
export function setUp(): void {
  if (done) return;
  done = true;
  registerOps(allRecords);
  registerOps(blockDiagonalRecords);
  installOperators({ ...tensorOperators, timesSparse });
  installSparseOperators(sparseOperator);
  installConstantEvaluator(evaluateConstant);
  installSlicesConversion(slicesToTensor);
}
