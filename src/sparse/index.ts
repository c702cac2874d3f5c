/**
 * The `sparse` namespace: what TensorFlow 1.x lacks, trainable sparsity. (tf.sparse is TensorFlow's own.)
 */
export { BlockDiagonalVariableClass as BlockDiagonalVariable, block_diagonal_dense } from "./block_diagonal.js";
export { matmul, SparseVariableClass as SparseVariable } from "./sparse_variable.js";
