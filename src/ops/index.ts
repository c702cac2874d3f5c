/**
 * All op records of the package, for one explicit registration.
 */
import type { OpRecord } from "../graph/registry.js";
import { bitcastRecords } from "./array/bitcast.js";
import { broadcastRecords } from "./array/broadcast.js";
import { checkRecords } from "./array/checks.js";
import { concatRecords } from "./array/concat.js";
import { dynamicPartitionRecords } from "./array/dynamic_partition.js";
import { dynamicStitchRecords } from "./array/dynamic_stitch.js";
import { expandDimsRecords } from "./array/expand_dims.js";
import { fillRecords } from "./array/fill.js";
import { gatherRecords } from "./array/gather.js";
import { gatherNdRecords } from "./array/gather_nd.js";
import { identityRecords } from "./array/identity.js";
import { identityNRecords } from "./array/identity_n.js";
import { oneHotRecords } from "./array/one_hot.js";
import { packRecords } from "./array/pack.js";
import { padRecords } from "./array/pad.js";
import { patchesRecords } from "./array/patches.js";
import { placeholderRecords } from "./array/placeholder.js";
import { rangeRecords } from "./array/range.js";
import { reshapeRecords } from "./array/reshape.js";
import { reverseRecords } from "./array/reverse.js";
import { scatterNdRecords } from "./array/scatter_nd.js";
import { searchRecords } from "./array/search.js";
import { shapeRecords } from "./array/shape.js";
import { sliceRecords } from "./array/slice.js";
import { spaceRecords } from "./array/space.js";
import { splitRecords } from "./array/split.js";
import { stridedSliceRecords } from "./array/strided_slice.js";
import { tileRecords } from "./array/tile.js";
import { topKRecords } from "./array/top_k.js";
import { transposeRecords } from "./array/transpose.js";
import { uniqueRecords } from "./array/unique.js";
import { whereRecords } from "./array/where.js";
import { assertRecords } from "./control/assert.js";
import { switchMergeRecords } from "./control/cond_gradients.js";
import { loopRecords } from "./control/loop_gradients.js";
import { stackRecords } from "./control/stack.js";
import { colorRecords } from "./image/colors.js";
import { combinedSuppressionRecords } from "./image/combined_suppression.js";
import { cropAndResizeRecords } from "./image/crop_and_resize.js";
import { distortedBoxRecords } from "./image/distorted_box.js";
import { drawingRecords } from "./image/drawing.js";
import { glimpseRecords } from "./image/glimpse.js";
import { resizeRecords } from "./image/resize.js";
import { suppressionRecords } from "./image/suppression.js";
import { decompositionRecords } from "./linalg/decompositions.js";
import { diagonalRecords } from "./linalg/diagonals.js";
import { addNRecords } from "./math/add_n.js";
import { argRecords } from "./math/arg.js";
import { binaryRecords } from "./math/binary.js";
import { bincountRecords } from "./math/bincount.js";
import { bitwiseRecords } from "./math/bitwise.js";
import { broadcastGradientRecords } from "./math/broadcast_gradient.js";
import { castRecords } from "./math/cast.js";
import { comparisonRecords } from "./math/comparison.js";
import { complexRecords } from "./math/complex.js";
import { histogramRecords } from "./math/histogram.js";
import { matmulRecords } from "./math/matmul.js";
import { nextAfterRecords } from "./math/next_after.js";
import { reductionRecords } from "./math/reduction_kernels.js";
import { scanRecords } from "./math/scan.js";
import { segmentRecords } from "./math/segment.js";
import { selectRecords } from "./math/select.js";
import { specialRecords } from "./math/special.js";
import { unaryRecords } from "./math/unary.js";
import { unsortedSegmentRecords } from "./math/unsorted_segment.js";
import { activationRecords } from "./nn/activations.js";
import { batchNormRecords } from "./nn/batch_norm.js";
import { biasAddRecords } from "./nn/bias_add.js";
import { convRecords } from "./nn/conv.js";
import { ctcRecords } from "./nn/ctc.js";
import { depthwiseConvRecords } from "./nn/depthwise_conv.js";
import { dilation2dRecords } from "./nn/dilation2d.js";
import { inTopKRecords } from "./nn/in_top_k.js";
import { l2LossRecords } from "./nn/l2_loss.js";
import { lrnRecords } from "./nn/lrn.js";
import { poolRecords } from "./nn/pool.js";
import { softmaxRecords } from "./nn/softmax.js";
import { softmaxCrossEntropyRecords } from "./nn/softmax_cross_entropy.js";
import { drawRecords } from "./random/draws.js";
import { randomRecords } from "./random/random_ops.js";
import { setRecords } from "./sets/set_ops.js";
import { sparseAddRecords } from "./sparse/add.js";
import { sparseCombineRecords } from "./sparse/combine.js";
import { sparseDenseBinaryRecords } from "./sparse/dense_binary.js";
import { sparseDenseMatMulRecords } from "./sparse/dense_matmul.js";
import { editDistanceRecords } from "./sparse/edit_distance.js";
import { sparseReduceRecords } from "./sparse/reduce.js";
import { sparseReorderRecords } from "./sparse/reorder.js";
import { sparseRowRecords } from "./sparse/rows.js";
import { sparseSliceRecords } from "./sparse/slice.js";
import { sparseSoftmaxRecords } from "./sparse/softmax.js";
import { sparseToDenseRecords } from "./sparse/to_dense.js";
import { resourceRecords } from "./state/resource_ops.js";
import { scatterRecords } from "./state/scatter_ops.js";
import { sliceAssignRecords } from "./state/slice_assign.js";
import { variableRecords } from "./state/variable_ops.js";
import { decodeRecords } from "./strings/decode.js";
import { stringRecords } from "./strings/elementwise.js";
import { joinRecords } from "./strings/join.js";
import { regexRecords } from "./strings/regex.js";
import { stringSplitRecords } from "./strings/split.js";
import { tensorArrayRecords } from "./tensor_array/tensor_array_ops.js";
import { trainingRecords } from "./training/apply.js";

export const allRecords: readonly OpRecord[] = [
  ...fillRecords,
  ...identityRecords,
  ...identityNRecords,
  ...placeholderRecords,
  ...reshapeRecords,
  ...shapeRecords,
  ...switchMergeRecords,
  ...loopRecords,
  ...stackRecords,
  ...tensorArrayRecords,
  ...sparseCombineRecords,
  ...sparseDenseBinaryRecords,
  ...sparseReduceRecords,
  ...sparseRowRecords,
  ...sparseSoftmaxRecords,
  ...decodeRecords,
  ...stringRecords,
  ...joinRecords,
  ...regexRecords,
  ...stringSplitRecords,
  ...assertRecords,
  ...decompositionRecords,
  ...diagonalRecords,
  ...addNRecords,
  ...argRecords,
  ...binaryRecords,
  ...bincountRecords,
  ...bitwiseRecords,
  ...broadcastGradientRecords,
  ...castRecords,
  ...comparisonRecords,
  ...complexRecords,
  ...matmulRecords,
  ...nextAfterRecords,
  ...reductionRecords,
  ...scanRecords,
  ...segmentRecords,
  ...selectRecords,
  ...specialRecords,
  ...unaryRecords,
  ...unsortedSegmentRecords,
  ...activationRecords,
  ...batchNormRecords,
  ...biasAddRecords,
  ...convRecords,
  ...depthwiseConvRecords,
  ...dilation2dRecords,
  ...inTopKRecords,
  ...l2LossRecords,
  ...lrnRecords,
  ...poolRecords,
  ...softmaxRecords,
  ...softmaxCrossEntropyRecords,
  ...ctcRecords,
  ...drawRecords,
  ...editDistanceRecords,
  ...randomRecords,
  ...variableRecords,
  ...setRecords,
  ...resourceRecords,
  ...scatterRecords,
  ...sliceAssignRecords,
  ...trainingRecords,
  ...concatRecords,
  ...dynamicStitchRecords,
  ...expandDimsRecords,
  ...gatherRecords,
  ...gatherNdRecords,
  ...scatterNdRecords,
  ...packRecords,
  ...rangeRecords,
  ...sliceRecords,
  ...stridedSliceRecords,
  ...tileRecords,
  ...transposeRecords,
  ...whereRecords,
  ...sparseDenseMatMulRecords,
  ...sparseToDenseRecords,
  ...dynamicPartitionRecords,
  ...splitRecords,
  ...broadcastRecords,
  ...padRecords,
  ...reverseRecords,
  ...oneHotRecords,
  ...topKRecords,
  ...uniqueRecords,
  ...spaceRecords,
  ...bitcastRecords,
  ...checkRecords,
  ...searchRecords,
  ...histogramRecords,
  ...patchesRecords,
  ...sparseSliceRecords,
  ...sparseReorderRecords,
  ...sparseAddRecords,
  ...colorRecords,
  ...combinedSuppressionRecords,
  ...cropAndResizeRecords,
  ...distortedBoxRecords,
  ...drawingRecords,
  ...glimpseRecords,
  ...resizeRecords,
  ...suppressionRecords,
];
