/**
 * The `tf` namespace: Python's public names.
 */

import { pyFunction } from "../graph/signature.js";

export { AggregationMethod } from "../autodiff/aggregate.js";
export { gradients, UnconnectedGradients } from "../autodiff/gradients.js";
export { DimensionClass as Dimension } from "../graph/dimension.js";
export {
  as_dtype,
  bfloat16,
  bool,
  complex64,
  complex128,
  DType,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  qint8,
  qint16,
  qint32,
  quint8,
  quint16,
  resource,
  string,
  uint8,
  uint16,
  uint32,
  uint64,
  variant,
} from "../graph/dtypes.js";
export { OpError } from "../graph/errors.js";
export {
  Graph,
  getDefaultGraph as get_default_graph,
  resetDefaultGraph as reset_default_graph,
} from "../graph/graph.js";
export { IndexedSlices } from "../graph/indexed_slices.js";
export { GraphKeys } from "../graph/keys.js";
export { Operation } from "../graph/operation.js";
export { getDefaultSession as get_default_session } from "../graph/sessions.js";
export {
  SparseTensorClass as SparseTensor,
  SparseTensorValueClass as SparseTensorValue,
} from "../graph/sparse_tensor.js";
export { HistogramProto, Summary } from "../graph/summary_message.js";
export { Tensor } from "../graph/tensor.js";
export { TensorShapeClass as TensorShape } from "../graph/tensor_shape.js";
export { bitcast } from "../ops/array/bitcast.js";
export { boolean_mask } from "../ops/array/boolean_mask.js";
export { broadcast_dynamic_shape, broadcast_static_shape, broadcast_to } from "../ops/array/broadcast.js";
export { check_numerics, ensure_shape } from "../ops/array/checks.js";
export { concat } from "../ops/array/concat.js";
export { convert_to_tensor } from "../ops/array/convert_to_tensor.js";
export { dynamic_partition } from "../ops/array/dynamic_partition.js";
export { dynamic_stitch } from "../ops/array/dynamic_stitch.js";
export { expand_dims, squeeze } from "../ops/array/expand_dims.js";
export { fill, ones, ones_like, zeros, zeros_like } from "../ops/array/fill.js";
export { batch_gather, gather } from "../ops/array/gather.js";
export { gather_nd } from "../ops/array/gather_nd.js";
export { identity, no_op, stop_gradient } from "../ops/array/identity.js";
export { identity_n } from "../ops/array/identity_n.js";
export { meshgrid } from "../ops/array/meshgrid.js";
export { one_hot, sequence_mask } from "../ops/array/one_hot.js";
export { parallel_stack, stack, unstack } from "../ops/array/pack.js";
export { pad } from "../ops/array/pad.js";
export { extract_image_patches } from "../ops/array/patches.js";
export { constant, placeholder, placeholder_with_default, sparse_placeholder } from "../ops/array/placeholder.js";
export { lin_space, lin_space as linspace, range } from "../ops/array/range.js";
export { repeat } from "../ops/array/repeat.js";
export { reshape } from "../ops/array/reshape.js";
export { reverse, reverse as reverse_v2, reverse_sequence, roll } from "../ops/array/reverse.js";
export {
  scatter_nd,
  tensor_scatter_add,
  tensor_scatter_add as tensor_scatter_nd_add,
  tensor_scatter_sub,
  tensor_scatter_sub as tensor_scatter_nd_sub,
  tensor_scatter_update,
  tensor_scatter_update as tensor_scatter_nd_update,
} from "../ops/array/scatter_nd.js";
export { searchsorted, unravel_index } from "../ops/array/search.js";
export { rank, shape, shape_n, size } from "../ops/array/shape.js";
export { slice } from "../ops/array/slice.js";
export {
  batch_to_space,
  batch_to_space_nd,
  depth_to_space,
  space_to_batch,
  space_to_batch_nd,
  space_to_depth,
} from "../ops/array/space.js";
export { required_space_to_batch_paddings } from "../ops/array/space_paddings.js";
export { split } from "../ops/array/split.js";
export { strided_slice } from "../ops/array/strided_slice.js";
export { tile } from "../ops/array/tile.js";
export { argsort, sort } from "../ops/array/top_k.js";
export { invert_permutation, matrix_transpose, transpose } from "../ops/array/transpose.js";
export { setdiff1d, unique, unique_with_counts } from "../ops/array/unique.js";
export { where, where_v2 } from "../ops/array/where.js";
export { Assert } from "../ops/control/assert.js";
export { case_ as case } from "../ops/control/case.js";
export {
  assert_equal,
  assert_greater,
  assert_greater_equal,
  assert_less,
  assert_less_equal,
  assert_near,
  assert_negative,
  assert_non_negative,
  assert_non_positive,
  assert_none_equal,
  assert_positive,
} from "../ops/control/check_comparisons.js";
export {
  assert_integer,
  assert_proper_iterable,
  assert_rank,
  assert_rank_at_least,
  assert_rank_in,
  assert_same_float_dtype,
  assert_scalar,
  assert_type,
} from "../ops/control/check_static.js";
export { cond } from "../ops/control/cond.js";
export { group, tuple } from "../ops/control/dependencies.js";
export {
  add_to_collection,
  add_to_collections,
  colocate_with,
  control_dependencies,
  device,
  get_collection,
  get_collection_ref,
  name_scope,
} from "../ops/control/scopes.js";
export { while_loop } from "../ops/control/while_loop.js";
export { custom_gradient, RegisterGradient } from "../ops/custom_gradient.js";
export {
  cross,
  diag,
  diag_part,
  eye,
  matrix_band_part,
  matrix_diag,
  matrix_diag_part,
  matrix_set_diag,
  trace,
} from "../ops/linalg/diagonals.js";
export { norm } from "../ops/linalg/norms.js";
export {
  cholesky,
  cholesky_solve,
  matrix_determinant,
  matrix_inverse,
  matrix_solve,
  matrix_solve_ls,
  matrix_triangular_solve,
  qr,
  self_adjoint_eig,
  self_adjoint_eigvals,
  svd,
} from "../ops/linalg/solvers.js";
export { accumulate_n, add_n } from "../ops/math/add_n.js";
export { arg_max, arg_min, argmax, argmin } from "../ops/math/arg.js";
export {
  add,
  atan2,
  div,
  div_no_nan,
  divide,
  floor_div,
  floordiv,
  floormod,
  floormod as mod,
  igamma,
  igammac,
  maximum,
  minimum,
  multiply,
  polygamma,
  pow,
  realdiv,
  squared_difference,
  subtract,
  truediv,
  truncatediv,
  truncatemod,
  zeta,
} from "../ops/math/binary.js";
export { bincount } from "../ops/math/bincount.js";
export {
  cast,
  saturate_cast,
  to_bfloat16,
  to_complex64,
  to_complex128,
  to_double,
  to_float,
  to_int32,
  to_int64,
} from "../ops/math/cast.js";
export {
  clip_by_average_norm,
  clip_by_global_norm,
  clip_by_norm,
  clip_by_value,
  global_norm,
} from "../ops/math/clip.js";
export {
  equal,
  greater,
  greater_equal,
  less,
  less_equal,
  logical_and,
  logical_or,
  logical_xor,
  not_equal,
} from "../ops/math/comparison.js";
export { angle, complex, conj, imag, real } from "../ops/math/complex.js";
export { einsum } from "../ops/math/einsum.js";
export { histogram_fixed_width, histogram_fixed_width_bins } from "../ops/math/histogram.js";
export { matmul, sparse_matmul } from "../ops/math/matmul.js";
export { is_non_decreasing, is_strictly_increasing } from "../ops/math/monotonic.js";
export { is_numeric_tensor } from "../ops/math/numeric_checks.js";
export {
  reduce_all,
  reduce_any,
  reduce_max,
  reduce_mean,
  reduce_min,
  reduce_prod,
  reduce_sum,
} from "../ops/math/reductions.js";
export { scalar_mul } from "../ops/math/scalar_mul.js";
export { cumprod, cumsum } from "../ops/math/scan.js";
export {
  segment_max,
  segment_mean,
  segment_min,
  segment_prod,
  segment_sum,
  sparse_segment_mean,
  sparse_segment_sqrt_n,
  sparse_segment_sum,
} from "../ops/math/segment.js";
export { betainc, lbeta } from "../ops/math/special.js";
export { count_nonzero, reduce_logsumexp } from "../ops/math/statistics.js";
export { tensordot } from "../ops/math/tensordot.js";
export {
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  ceil,
  cos,
  cosh,
  digamma,
  erf,
  erfc,
  exp,
  expm1,
  floor,
  is_finite,
  is_inf,
  is_nan,
  lgamma,
  log,
  log_sigmoid,
  log1p,
  logical_not,
  negative,
  reciprocal,
  rint,
  round,
  rsqrt,
  sigmoid,
  sign,
  sin,
  sinh,
  sqrt,
  square,
  tan,
  tanh,
} from "../ops/math/unary.js";
export {
  unsorted_segment_max,
  unsorted_segment_mean,
  unsorted_segment_min,
  unsorted_segment_prod,
  unsorted_segment_sqrt_n,
  unsorted_segment_sum,
} from "../ops/math/unsorted_segment.js";
export { confusion_matrix } from "../ops/metrics/confusion_matrix.js";
export { multinomial, random_gamma, random_poisson, random_shuffle } from "../ops/random/draws.js";
export {
  constant_initializer,
  glorot_normal_initializer,
  glorot_uniform_initializer,
  ones_initializer,
  random_normal_initializer,
  random_uniform_initializer,
  truncated_normal_initializer,
  variance_scaling_initializer,
  zeros_initializer,
} from "../ops/random/initializers.js";
export { random_crop } from "../ops/random/random_crop.js";
export { random_normal, random_uniform, truncated_normal } from "../ops/random/random_ops.js";
export { get_seed, set_random_seed } from "../ops/random/seed.js";
export { raw_ops } from "../ops/raw_ops.js";
export { sparse_add } from "../ops/sparse/add.js";
export { sparse_concat, sparse_maximum, sparse_minimum, sparse_split } from "../ops/sparse/combine.js";
export { sparse_tensor_dense_matmul } from "../ops/sparse/dense_matmul.js";
export { edit_distance } from "../ops/sparse/edit_distance.js";
export { sparse_mask } from "../ops/sparse/make.js";
export {
  sparse_reduce_max,
  sparse_reduce_max_sparse,
  sparse_reduce_sum,
  sparse_reduce_sum_sparse,
} from "../ops/sparse/reduce.js";
export { sparse_reorder, sparse_reshape, sparse_transpose } from "../ops/sparse/reorder.js";
export {
  sparse_fill_empty_rows,
  sparse_merge,
  sparse_reset_shape,
  sparse_retain,
  sparse_to_indicator,
} from "../ops/sparse/rows.js";
export { sparse_slice } from "../ops/sparse/slice.js";
export { sparse_softmax } from "../ops/sparse/softmax.js";
export { sparse_tensor_to_dense, sparse_to_dense } from "../ops/sparse/to_dense.js";
export {
  all_variables,
  assert_variables_initialized,
  global_variables,
  global_variables_initializer,
  initialize_all_variables,
  initialize_local_variables,
  local_variables,
  local_variables_initializer,
  model_variables,
  moving_average_variables,
  report_uninitialized_variables,
  trainable_variables,
  variables_initializer,
} from "../ops/state/collections.js";
export { create_partitioned_variables, get_local_variable, get_variable } from "../ops/state/get_variable.js";
export {
  fixed_size_partitioner,
  min_max_variable_partitioner,
  variable_axis_size_partitioner,
} from "../ops/state/partitioning.js";
export {
  disable_resource_variables,
  enable_resource_variables,
  resource_variables_enabled,
} from "../ops/state/resource_default.js";
export { AUTO_REUSE } from "../ops/state/reuse.js";
export { VariableScope } from "../ops/state/scope.js";
export { make_template } from "../ops/state/template.js";
export { VariableClass as Variable } from "../ops/state/variable_class.js";
export { get_variable_scope, variable_op_scope, variable_scope } from "../ops/state/variable_scope.js";
export { no_regularizer } from "../ops/state/variable_store.js";
export {
  assign,
  assign_add,
  assign_sub,
  batch_scatter_update,
  count_up_to,
  is_variable_initialized,
  scatter_add,
  scatter_div,
  scatter_max,
  scatter_min,
  scatter_mul,
  scatter_nd_add,
  scatter_nd_sub,
  scatter_nd_update,
  scatter_sub,
  scatter_update,
} from "../ops/state/writes.js";
export { decode_csv, decode_raw } from "../ops/strings/decode.js";
export {
  as_string,
  decode_base64,
  encode_base64,
  string_to_hash_bucket,
  string_to_number,
  strip_ as string_strip,
  to_hash_bucket_fast as string_to_hash_bucket_fast,
  to_hash_bucket_strong as string_to_hash_bucket_strong,
} from "../ops/strings/elementwise.js";
export { reduce_join, string_join } from "../ops/strings/join.js";
export { regex_replace } from "../ops/strings/regex.js";
export { string_split, substr } from "../ops/strings/split.js";
export { foldl, foldr, map_fn, scan } from "../ops/tensor_array/functional.js";
export { TensorArrayClass as TensorArray } from "../ops/tensor_array/tensor_array.js";
export { withContext as with } from "../py/context.js";
export {
  ConfigProto,
  GPUOptions,
  GraphOptions,
  OptimizerOptions,
  RunMetadata,
  RunOptions,
} from "../runtime/config_messages.js";
export { InteractiveSessionClass as InteractiveSession, SessionClass as Session } from "../runtime/session.js";
export * as app from "./app.js";
export * as bitwise from "./bitwise.js";
export * as compat from "./compat.js";
export * as debugging from "./debugging.js";
export * as dtypes from "./dtypes.js";
export * as errors from "./errors.js";
export * as flags from "./flags.js";
export * as gfile from "./gfile.js";
export * as image from "./image.js";
export * as initializers from "./initializers.js";
export * as io from "./io.js";
export * as linalg from "./linalg.js";
export * as logging from "./logging.js";
export * as losses from "./losses.js";
export * as manip from "./manip.js";
export * as math from "./math.js";
export * as metrics from "./metrics.js";
export * as data from "./missing/data.js";
export * as distributions from "./missing/distributions.js";
export * as feature_column from "./missing/feature_column.js";
export * as layers from "./missing/layers.js";
export * as python_io from "./missing/python_io.js";
export * from "./missing/tf.js";
export * as nn from "./nn.js";
export * as random from "./random.js";
export * as saved_model from "./saved_model.js";
export * as sets from "./sets.js";
export * as sparse from "./sparse.js";
export * as strings from "./strings.js";
export * as summary from "./summary.js";
export * as test from "./test.js";
export * as train from "./train.js";
export * as version from "./version.js";
export {
  COMPILER_VERSION,
  GIT_VERSION,
  GRAPH_DEF_VERSION,
  GRAPH_DEF_VERSION_MIN_CONSUMER,
  GRAPH_DEF_VERSION_MIN_PRODUCER,
  VERSION,
  VERSION as __version__,
} from "./version.js";

/** The index that adds an axis. */
export const newaxis = null;

/** tf.disable_v2_behavior: this is TensorFlow 1; nothing to disable. */
export const disable_v2_behavior = pyFunction<Record<never, never>>()("disable_v2_behavior", "()", (): void => {});
