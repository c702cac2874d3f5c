/**
 * For each differentiable op type: inputs to try it on. Differentiable inputs are shapes, drawn in float64; the rest is fixed.
 */
import { np, tf } from "../../src/compat/index.js";

/** Free sizes of a try, 1 to 3 each. */
export interface Sizes {
  readonly p: number;
  readonly q: number;
  readonly r: number;
}
export interface Try {
  /** Differentiable inputs by name: a shape, or shapes of a list. */
  readonly x: Readonly<Record<string, readonly number[] | readonly (readonly number[])[]>>;
  /** Other inputs and attributes. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Values of the differentiable inputs; by default (-2, 2). */
  readonly range?: readonly [number, number];
  /** Outputs that have a gradient; by default all floating ones. */
  readonly outputs?: readonly string[];
  /** Of kernels without float64. */
  readonly isFloat32?: boolean;
  /** Makes the input what the op wants: symmetric, say. */
  readonly prepare?: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>>;
  /** Inputs without gradient, by the op's definition. */
  readonly without?: readonly string[];
}
type Make = (s: Sizes) => Try;

const on = (
  name: string,
  shape: (s: Sizes) => readonly number[],
  fixed: Readonly<Record<string, unknown>> = {},
  range?: readonly [number, number],
): Make => {
  return (s) => ({ x: { [name]: shape(s) }, fixed, ...(range ? { range } : {}) });
};
const matrix = ({ p, q }: Sizes): readonly number[] => [p, q];
const cube = ({ p, q, r }: Sizes): readonly number[] => [p, q, r];
/** Two inputs of one shape; some ops define no gradient for one of them. */
const both =
  (a: string, b: string, without: readonly string[] = []): Make =>
  (s) => ({ x: { [a]: matrix(s), [b]: matrix(s) }, without });

const ints = (...values: number[]): tf.Tensor => tf.constant(values, tf.int32);
const longs = (...values: number[]): tf.Tensor => tf.constant(values, tf.int64);
const pairs = (...rows: number[][]): tf.Tensor => tf.constant(rows, tf.int64);

/** a·aᵀ + n: symmetric, positive definite, far from singular. */
const definite = (x: tf.Tensor): tf.Tensor => {
  const n = x.shape.known!.at(-1)!;
  return tf.matmul(x, x, { transpose_b: true }).add(tf.constant(np.eye(n).mul(n)));
};
const lower = (x: tf.Tensor): tf.Tensor => {
  const n = x.shape.known!.at(-1)!;
  return tf.matrix_band_part(x, -1, 0).add(tf.constant(np.eye(n).mul(4)));
};

const segments = (): Readonly<Record<string, unknown>> => ({ segment_ids: ints(0, 0, 1, 3) });
const unsorted = (): Readonly<Record<string, unknown>> => ({ segment_ids: ints(2, 0, 2, 1), num_segments: 3 });
const sparseSegments = (): Readonly<Record<string, unknown>> => ({
  indices: ints(0, 2, 1, 3),
  segment_ids: ints(0, 0, 1, 3),
});
const sparseSegmentsNumbered = (): Readonly<Record<string, unknown>> => ({ ...sparseSegments(), num_segments: 5 });
const rows4 = ({ q }: Sizes): readonly number[] => [4, q];
const late =
  (name: string, shape: (s: Sizes) => readonly number[], fixed: () => Readonly<Record<string, unknown>>): Make =>
  (s) => ({ x: { [name]: shape(s) }, fixed: fixed() });

const image = ({ p, q }: Sizes): readonly number[] => [1, 4 + p, 5, q];
const window2 = { ksize: [1, 2, 2, 1], strides: [1, 2, 1, 1], padding: "SAME" };
const volume = ({ p }: Sizes): readonly number[] => [1, 3, 4, 3, p];
const window3 = { ksize: [1, 2, 2, 2, 1], strides: [1, 1, 2, 1, 1], padding: "VALID" };
const reduced = (op = 1): Readonly<Record<string, unknown>> => ({ axis: ints(op), keep_dims: false });

export const TRIES: Readonly<Record<string, Make>> = {
  Fill: ({ p, q }) => ({ x: { value: [] }, fixed: { dims: ints(p, q) } }),
  Identity: on("input", matrix),
  IdentityN: ({ p, q }) => ({ x: { input: [[p], [q, 2]] } }),
  PlaceholderWithDefault: (s) => ({ x: { input: matrix(s) }, fixed: { shape: matrix(s) } }),
  Reshape: ({ p, q }) => ({ x: { tensor: [p, q] }, fixed: { shape: ints(q, p) } }),
  Cholesky: ({ p }) => ({ x: { input: [p, p] }, prepare: { input: definite } }),
  LogMatrixDeterminant: ({ p }) => ({
    x: { input: [p, p] },
    prepare: { input: definite },
    outputs: ["log_abs_determinant"],
  }),
  MatrixDeterminant: ({ p }) => ({ x: { input: [p, p] }, prepare: { input: definite } }),
  MatrixInverse: ({ p }) => ({ x: { input: [p, p] }, fixed: { adjoint: true }, prepare: { input: definite } }),
  MatrixSolve: ({ p, q }) => ({ x: { matrix: [p, p], rhs: [p, q] }, prepare: { matrix: definite } }),
  MatrixTriangularSolve: ({ p, q }) => ({ x: { matrix: [p, p], rhs: [p, q] }, prepare: { matrix: lower } }),
  Qr: ({ p, q }) => ({ x: { input: [p + q, p] } }),
  SelfAdjointEigV2: ({ p }) => ({ x: { input: [p, p] }, prepare: { input: definite }, outputs: ["e"] }),
  Svd: ({ p }) => ({ x: { input: [p, p] }, prepare: { input: definite }, outputs: ["s"] }),
  Diag: on("diagonal", ({ p }) => [p + 1]),
  DiagPart: on("input", ({ p }) => [p, p]),
  MatrixDiag: on("diagonal", matrix),
  MatrixDiagPart: on("input", cube),
  MatrixSetDiag: ({ p, q, r }) => ({ x: { input: [p, q, r], diagonal: [p, Math.min(q, r)] } }),
  MatrixBandPart: late("input", matrix, () => ({ num_lower: longs(0).at(0), num_upper: longs(1).at(0) })),
  Cross: ({ p }) => ({ x: { a: [p, 3], b: [p, 3] } }),
  AddN: ({ p, q }) => ({
    x: {
      inputs: [
        [p, q],
        [p, q],
        [p, q],
      ],
    },
  }),
  AccumulateNV2: ({ p, q }) => ({
    x: {
      inputs: [
        [p, q],
        [p, q],
      ],
    },
    fixed: { shape: [p, q] },
  }),
  Igamma: ({ p }) => ({ x: { x: [p] }, fixed: { a: tf.constant(2.5, tf.float64) }, range: [0.5, 3] }),
  Igammac: ({ p }) => ({ x: { x: [p] }, fixed: { a: tf.constant(2.5, tf.float64) }, range: [0.5, 3] }),
  Zeta: ({ p }) => ({ x: { q: [p] }, fixed: { x: tf.constant(2.5, tf.float64) }, range: [1, 3] }),
  Polygamma: ({ p }) => ({ x: { x: [p] }, fixed: { a: tf.constant(2, tf.float64) }, range: [1, 3] }),
  Betainc: ({ p }) => ({
    x: { x: [p] },
    fixed: { a: tf.constant(2.5, tf.float64), b: tf.constant(1.5, tf.float64) },
    range: [0.1, 0.9],
  }),
  MatMul: ({ p, q, r }) => ({ x: { a: [q, p], b: [r, q] }, fixed: { transpose_a: true, transpose_b: true } }),
  BatchMatMul: ({ p, q, r }) => ({ x: { x: [2, p, q], y: [2, q, r] } }),
  BatchMatMulV2: ({ p, q, r }) => ({ x: { x: [2, p, q], y: [q, r] } }),
  Sum: (s) => ({ x: { input: matrix(s) }, fixed: reduced() }),
  Mean: (s) => ({ x: { input: matrix(s) }, fixed: reduced(0) }),
  Prod: (s) => ({ x: { input: matrix(s) }, fixed: reduced() }),
  Max: (s) => ({ x: { input: matrix(s) }, fixed: reduced() }),
  Min: (s) => ({ x: { input: matrix(s) }, fixed: reduced(0) }),
  Cumsum: on("x", matrix, { axis: 1, exclusive: true, reverse: true }),
  Cumprod: on("x", matrix, { axis: 0, exclusive: true }),
  SegmentSum: late("data", rows4, segments),
  SegmentMean: late("data", rows4, segments),
  SegmentMax: late("data", rows4, segments),
  SegmentMin: late("data", rows4, segments),
  SparseSegmentSum: late("data", rows4, sparseSegments),
  SparseSegmentSumWithNumSegments: late("data", rows4, sparseSegmentsNumbered),
  SparseSegmentMean: late("data", rows4, sparseSegments),
  SparseSegmentMeanWithNumSegments: late("data", rows4, sparseSegmentsNumbered),
  SparseSegmentSqrtN: late("data", rows4, sparseSegments),
  SparseSegmentSqrtNWithNumSegments: late("data", rows4, sparseSegmentsNumbered),
  UnsortedSegmentSum: late("data", rows4, unsorted),
  UnsortedSegmentProd: late("data", rows4, unsorted),
  UnsortedSegmentMax: late("data", rows4, unsorted),
  UnsortedSegmentMin: late("data", rows4, unsorted),
  Select: ({ p }) => ({ x: { x: [2, p], y: [2, p] }, fixed: { condition: tf.constant([true, false]) } }),
  SelectV2: ({ p }) => ({ x: { t: [2, p], e: [p] }, fixed: { condition: tf.constant([[true], [false]]) } }),
  BiasAdd: ({ p, q }) => ({ x: { value: [p, 2, q], bias: [q] } }),
  BiasAddV1: ({ p, q }) => ({ x: { value: [p, q], bias: [q] } }),
  BiasAddGrad: on("out_backprop", matrix),
  Conv2D: (s) => ({
    x: { input: image(s), filter: [2, 3, s.q, s.r] },
    fixed: { strides: [1, 1, 2, 1], padding: "SAME" },
  }),
  Conv2DBackpropInput: ({ p, q }) => ({
    x: { filter: [2, 2, p, q], out_backprop: [1, 3, 3, q] },
    fixed: { input_sizes: ints(1, 4, 4, p), strides: [1, 1, 1, 1], padding: "VALID" },
  }),
  Conv2DBackpropFilter: ({ p, q }) => ({
    x: { input: [1, 4, 4, p], out_backprop: [1, 3, 3, q] },
    fixed: { filter_sizes: ints(2, 2, p, q), strides: [1, 1, 1, 1], padding: "VALID" },
  }),
  Conv3D: ({ p, q }) => ({
    x: { input: [1, 3, 4, 3, p], filter: [2, 2, 2, p, q] },
    fixed: { strides: [1, 1, 1, 1, 1], padding: "SAME" },
  }),
  Conv3DBackpropInputV2: ({ p, q }) => ({
    x: { filter: [2, 2, 2, p, q], out_backprop: [1, 2, 2, 2, q] },
    fixed: { input_sizes: ints(1, 3, 3, 3, p), strides: [1, 1, 1, 1, 1], padding: "VALID" },
  }),
  Conv3DBackpropFilterV2: ({ p, q }) => ({
    x: { input: [1, 3, 3, 3, p], out_backprop: [1, 2, 2, 2, q] },
    fixed: { filter_sizes: ints(2, 2, 2, p, q), strides: [1, 1, 1, 1, 1], padding: "VALID" },
  }),
  DepthwiseConv2dNative: (s) => ({
    x: { input: image(s), filter: [2, 2, s.q, s.r] },
    fixed: { strides: [1, 1, 1, 1], padding: "SAME" },
  }),
  DepthwiseConv2dNativeBackpropInput: ({ p, q }) => ({
    x: { filter: [2, 2, p, q], out_backprop: [1, 3, 3, p * q] },
    fixed: { input_sizes: ints(1, 4, 4, p), strides: [1, 1, 1, 1], padding: "VALID" },
  }),
  DepthwiseConv2dNativeBackpropFilter: ({ p, q }) => ({
    x: { input: [1, 4, 4, p], out_backprop: [1, 3, 3, p * q] },
    fixed: { filter_sizes: ints(2, 2, p, q), strides: [1, 1, 1, 1], padding: "VALID" },
  }),
  Dilation2D: ({ p }) => ({
    x: { input: [1, 4, 5, p], filter: [2, 2, p] },
    fixed: { strides: [1, 1, 1, 1], rates: [1, 1, 2, 1], padding: "SAME" },
  }),
  L2Loss: on("t", matrix),
  LRN: ({ p, q }) => ({
    x: { input: [1, 2, p, q + 2] },
    fixed: { depth_radius: 1, bias: 1.5, alpha: 0.5, beta: 0.75 },
    isFloat32: true,
  }),
  AvgPool: on("value", image, window2),
  AvgPoolGrad: ({ p }) => ({ x: { grad: [1, 2, 4, p] }, fixed: { orig_input_shape: ints(1, 4, 4, p), ...window2 } }),
  MaxPool: on("input", image, window2),
  AvgPool3D: on("input", volume, window3),
  MaxPool3D: (s) => ({ x: { input: volume(s) }, fixed: window3, isFloat32: true }),
  MaxPoolWithArgmax: (s) => ({ x: { input: image(s) }, fixed: window2, outputs: ["output"] }),
  Relu: on("features", matrix),
  Relu6: on("features", matrix, {}, [-3, 9]),
  Elu: on("features", matrix),
  Selu: on("features", matrix),
  LeakyRelu: on("features", matrix, { alpha: 0.25 }),
  Softplus: on("features", matrix),
  Softsign: on("features", matrix),
  ReluGrad: both("gradients", "features"),
  Relu6Grad: both("gradients", "features"),
  LeakyReluGrad: both("gradients", "features"),
  EluGrad: both("gradients", "outputs"),
  SeluGrad: both("gradients", "outputs"),
  SoftplusGrad: both("gradients", "features"),
  ReciprocalGrad: both("y", "dy"),
  InvGrad: both("y", "dy"),
  SqrtGrad: (s) => ({ x: { y: matrix(s), dy: matrix(s) }, range: [0.5, 2] }),
  RsqrtGrad: (s) => ({ x: { y: matrix(s), dy: matrix(s) }, range: [0.5, 2] }),
  TanhGrad: both("y", "dy"),
  SigmoidGrad: both("y", "dy"),
  Softmax: on("logits", matrix),
  LogSoftmax: on("logits", matrix),
  SoftmaxCrossEntropyWithLogits: ({ p, q }) => ({
    x: { features: [p, q + 1], labels: [p, q + 1] },
    // Its gradient takes for granted that labels add up to one.
    prepare: { labels: tf.nn.softmax },
    outputs: ["loss"],
  }),
  SparseSoftmaxCrossEntropyWithLogits: ({ p }) => ({
    x: { features: [2, p + 1] },
    fixed: { labels: ints(0, p) },
    outputs: ["loss"],
  }),
  Concat: ({ p, q }) => ({
    x: {
      values: [
        [p, q],
        [p, 2],
      ],
    },
    fixed: { concat_dim: 1 },
  }),
  ConcatV2: ({ p, q, r }) => ({
    x: {
      values: [
        [p, q],
        [r, q],
      ],
    },
    fixed: { axis: 0 },
  }),
  DynamicStitch: ({ p }) => ({ x: { data: [[2, p], [p]] }, fixed: { indices: [ints(2, 0), tf.constant(1)] } }),
  ParallelDynamicStitch: ({ p }) => ({ x: { data: [[2, p], [p]] }, fixed: { indices: [ints(2, 0), tf.constant(1)] } }),
  ExpandDims: on("input", matrix, { axis: -1 }),
  Squeeze: ({ p, q }) => ({ x: { input: [p, 1, q, 1] }, fixed: { axis: [1, -1] } }),
  Gather: ({ p }) => ({ x: { params: [3, p] }, fixed: { indices: ints(2, 0, 2) } }),
  GatherV2: ({ p }) => ({ x: { params: [p, 3, 2] }, fixed: { indices: ints(2, 0, 2), axis: 1 } }),
  GatherNd: ({ p }) => ({ x: { params: [3, 2, p] }, fixed: { indices: pairs([2, 1], [0, 0], [2, 1]) } }),
  ScatterNd: ({ p }) => ({ x: { updates: [2, p] }, fixed: { indices: pairs([3], [1]), shape: longs(4, p) } }),
  ScatterNdNonAliasingAdd: ({ p }) => ({ x: { input: [4, p], updates: [2, p] }, fixed: { indices: pairs([3], [1]) } }),
  TensorScatterUpdate: ({ p }) => ({ x: { tensor: [4, p], updates: [2, p] }, fixed: { indices: pairs([3], [1]) } }),
  TensorScatterAdd: ({ p }) => ({ x: { tensor: [4, p], updates: [2, p] }, fixed: { indices: pairs([3], [1]) } }),
  TensorScatterSub: ({ p }) => ({ x: { tensor: [4, p], updates: [2, p] }, fixed: { indices: pairs([3], [1]) } }),
  Pack: ({ p, q }) => ({
    x: {
      values: [
        [p, q],
        [p, q],
      ],
    },
    fixed: { axis: 1 },
  }),
  Unpack: ({ p }) => ({ x: { value: [p, 3] }, fixed: { num: 3, axis: 1 } }),
  Slice: ({ p }) => ({ x: { input: [p + 1, 4] }, fixed: { begin: ints(1, 0), size: ints(-1, 2) } }),
  StridedSlice: ({ p }) => ({ x: { input: [5, p] }, fixed: { begin: ints(4), end: ints(0), strides: ints(-2) } }),
  StridedSliceGrad: ({ p }) => ({
    x: { dy: [2, p] },
    fixed: { shape: ints(5, p), begin: ints(4), end: ints(0), strides: ints(-2) },
  }),
  Tile: (s) => ({ x: { input: matrix(s) }, fixed: { multiples: ints(2, s.r) } }),
  Transpose: late("x", cube, () => ({ perm: ints(2, 0, 1) })),
  ConjugateTranspose: late("x", cube, () => ({ perm: ints(1, 2, 0) })),
  SparseTensorDenseMatMul: ({ p, q }) => ({
    x: { a_values: [3], b: [p + 1, q] },
    fixed: { a_indices: pairs([0, 0], [1, p], [1, 0]), a_shape: longs(2, p + 1) },
  }),
  SparseToDense: () => ({
    x: { sparse_values: [2], default_value: [] },
    fixed: { sparse_indices: pairs([0, 1], [1, 0]), output_shape: longs(2, 2) },
  }),
  DynamicPartition: ({ p }) => ({ x: { data: [3, p] }, fixed: { partitions: ints(1, 0, 1), num_partitions: 2 } }),
  Split: ({ p }) => ({ x: { value: [p, 4] }, fixed: { axis: 1, num_split: 2 } }),
  SplitV: ({ p, q }) => ({ x: { value: [p + q, 2] }, fixed: { size_splits: ints(p, q), axis: 0, num_split: 2 } }),
  BroadcastTo: ({ p, q }) => ({ x: { input: [p, 1] }, fixed: { shape: ints(2, p, q) } }),
  Pad: late("input", matrix, () => ({
    paddings: tf.constant([
      [1, 0],
      [0, 2],
    ]),
  })),
  PadV2: (s) => ({
    x: { input: matrix(s), constant_values: [] },
    fixed: {
      paddings: tf.constant([
        [1, 0],
        [0, 2],
      ]),
    },
    without: ["constant_values"],
  }),
  MirrorPad: ({ p }) => ({
    x: { input: [p + 1, 3] },
    fixed: {
      paddings: tf.constant([
        [1, 0],
        [0, 2],
      ]),
      mode: "REFLECT",
    },
  }),
  MirrorPadGrad: ({ p }) => ({
    x: { input: [p + 2, 5] },
    fixed: {
      paddings: tf.constant([
        [1, 0],
        [0, 2],
      ]),
      mode: "SYMMETRIC",
    },
  }),
  Reverse: ({ p }) => ({ x: { tensor: [p, 2] }, fixed: { dims: tf.constant([false, true]) } }),
  ReverseV2: late("tensor", matrix, () => ({ axis: ints(-1) })),
  ReverseSequence: ({ p }) => ({
    x: { input: [2, 3, p] },
    fixed: { seq_lengths: longs(3, 2), seq_dim: 1, batch_dim: 0 },
  }),
  Roll: late("input", matrix, () => ({ shift: 1, axis: 1 })),
  TopKV2: ({ p }) => ({ x: { input: [p, 4] }, fixed: { k: 2 }, outputs: ["values"] }),
  SpaceToDepth: ({ p }) => ({ x: { input: [1, 2, 4, p] }, fixed: { block_size: 2 } }),
  DepthToSpace: ({ p }) => ({ x: { input: [1, p, 1, 4] }, fixed: { block_size: 2 } }),
  SpaceToBatchND: ({ p }) => ({
    x: { input: [1, 3, p] },
    fixed: { block_shape: ints(2), paddings: tf.constant([[1, 0]]) },
  }),
  BatchToSpaceND: ({ p }) => ({
    x: { input: [2, 2, p] },
    fixed: { block_shape: ints(2), crops: tf.constant([[1, 0]]) },
  }),
  SpaceToBatch: ({ p }) => ({
    x: { input: [1, 2, 4, p] },
    fixed: {
      block_size: 2,
      paddings: tf.constant([
        [0, 0],
        [1, 1],
      ]),
    },
  }),
  BatchToSpace: ({ p }) => ({
    x: { input: [4, 1, 2, p] },
    fixed: {
      block_size: 2,
      crops: tf.constant([
        [0, 0],
        [1, 1],
      ]),
    },
  }),
  CheckNumerics: on("tensor", matrix, { message: "finite" }),
  EnsureShape: ({ p, q }) => ({ x: { input: [p, q] }, fixed: { shape: [null, q] } }),
  ExtractImagePatches: ({ p }) => ({
    x: { images: [1, 3, 4, p] },
    fixed: { ksizes: [1, 2, 2, 1], strides: [1, 1, 2, 1], rates: [1, 1, 1, 1], padding: "SAME" },
  }),
  ResizeBilinear: ({ p }) => ({ x: { images: [1, 2, 3, p] }, fixed: { size: ints(3, 4) }, isFloat32: true }),
  ResizeBicubic: ({ p }) => ({ x: { images: [1, 2, 3, p] }, fixed: { size: ints(3, 4) }, isFloat32: true }),
  ResizeNearestNeighbor: ({ p }) => ({ x: { images: [1, 2, 3, p] }, fixed: { size: ints(3, 4) } }),
  CropAndResize: ({ p }) => ({
    // By the boxes it has kinks wherever a sample crosses a pixel: these gradients are compared with recordings.
    x: { image: [1, 4, 5, p] },
    fixed: {
      boxes: tf.constant([
        [0.1, 0.2, 0.8, 0.9],
        [0.25, -0.5, 1.25, 0.75],
      ]),
      box_ind: ints(0, 0),
      crop_size: ints(2, 3),
    },
    isFloat32: true,
  }),
  SparseReorder: () => ({
    x: { input_values: [3] },
    fixed: { input_indices: pairs([1, 0], [0, 2], [0, 1]), input_shape: longs(2, 3) },
  }),
  SparseReduceSum: () => ({
    x: { input_values: [3] },
    fixed: {
      input_indices: pairs([0, 1], [0, 2], [1, 0]),
      input_shape: longs(2, 3),
      reduction_axes: ints(1),
      keep_dims: false,
    },
  }),
  SparseSoftmax: () => ({
    x: { sp_values: [3] },
    fixed: { sp_indices: pairs([0, 1], [0, 2], [1, 0]), sp_shape: longs(2, 3) },
  }),
  SparseDenseCwiseMul: () => ({
    x: { sp_values: [3], dense: [2, 3] },
    fixed: { sp_indices: pairs([0, 1], [0, 2], [1, 0]), sp_shape: longs(2, 3) },
  }),
  SparseDenseCwiseDiv: () => ({
    x: { sp_values: [3], dense: [2, 3] },
    fixed: { sp_indices: pairs([0, 1], [0, 2], [1, 0]), sp_shape: longs(2, 3) },
    range: [1, 3],
  }),
  SparseTensorDenseAdd: () => ({
    x: { a_values: [3], b: [2, 3] },
    fixed: { a_indices: pairs([0, 1], [0, 2], [1, 0]), a_shape: longs(2, 3) },
  }),
};

const CONTROL = "branches and loops: test/runtime/control_flow.test.ts";
const STATE = "reads a variable; its gradient is the incoming one: recorded scripts";
const RECORDED = "its gradient is compared with recordings only";
const NONE = "its gradient is none, or not for these inputs, by TensorFlow's definition";

/** Differentiable op types that no try is made for, and why. */
export const EXEMPT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    [CONTROL]: "Switch RefSwitch Merge NextIteration RefNextIteration Enter RefEnter Exit RefExit",
    [`arrays of tensors: ${CONTROL}`]:
      "TensorArrayWriteV3 TensorArrayReadV3 TensorArrayGatherV3 TensorArrayScatterV3 TensorArrayConcatV3 TensorArraySplitV3",
    [STATE]: "ReadVariableOp ResourceGather",
    [NONE]: "ArgMax ArgMin FloorDiv TruncateDiv NextAfter Floor Ceil Round Rint Sign SparseDenseCwiseAdd RandomGamma",
    [RECORDED]:
      "SparseSparseMaximum SparseSparseMinimum SparseFillEmptyRows TridiagonalSolve CumulativeLogsumexp SparseSlice SparseAdd SparseMatMul " +
      "MaxPoolGrad MaxPoolGradGrad MaxPool3DGrad MaxPool3DGradGrad AvgPool3DGrad FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3",
    "a gradient by cases, which is not defined everywhere: recordings": "RGBToHSV",
    "TensorFlow defines two gradients for its one input, and refuses the op type": "TopK",
    "complex numbers": "Complex Real Imag Conj Angle ComplexAbs Cast",
    "labels and lengths of sequences must fit each other: recordings": "CTCLoss",
    "test/sparse": "BlockDiagonalMatMul BlockDiagonalMatMulInputGrad BlockDiagonalMatMulValuesGrad",
  }).flatMap(([why, types]) => types.split(" ").map((t) => [t, why])),
);
