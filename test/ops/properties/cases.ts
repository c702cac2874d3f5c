/** Arguments for op types, by what they look like. What is varied is differentiable there. */
import { tf } from "../../../src/compat/index.js";
import { type Case, type Draw, Fixed } from "./draw.js";

const ranges: Readonly<Record<string, readonly [number, number]>> = {
  Sqrt: [0.3, 4],
  Rsqrt: [0.3, 4],
  Reciprocal: [0.3, 3],
  Inv: [0.3, 3],
  Log: [0.3, 4],
  Log1p: [-0.7, 3],
  Tan: [-1.2, 1.2],
  Asin: [-0.9, 0.9],
  Acos: [-0.9, 0.9],
  Acosh: [1.2, 4],
  Atanh: [-0.9, 0.9],
  Lgamma: [0.3, 5],
  Digamma: [0.4, 5],
  BesselI1e: [0.2, 5],
};

const UNARY =
  `Abs Neg Sign Square Sqrt Rsqrt Reciprocal Inv Exp Expm1 Log Log1p Sin Cos Tan Asin Acos Atan Sinh Cosh Tanh
  Asinh Acosh Atanh Erf Erfc Lgamma Digamma BesselI0e BesselI1e Sigmoid`.split(/\s+/);
const ACTIVATIONS = "Relu Relu6 Elu Selu LeakyRelu Softplus Softsign".split(" ");
/** y and dy, or gradients and outputs. */
const OF_GRADIENTS: Readonly<Record<string, readonly [string, string]>> = {
  ReciprocalGrad: ["y", "dy"],
  InvGrad: ["y", "dy"],
  SqrtGrad: ["y", "dy"],
  RsqrtGrad: ["y", "dy"],
  TanhGrad: ["y", "dy"],
  SigmoidGrad: ["y", "dy"],
  ReluGrad: ["features", "gradients"],
  Relu6Grad: ["features", "gradients"],
  EluGrad: ["outputs", "gradients"],
  SeluGrad: ["outputs", "gradients"],
  LeakyReluGrad: ["features", "gradients"],
  SoftplusGrad: ["features", "gradients"],
};
const BINARY = "Add AddV2 Sub Mul Maximum Minimum SquaredDifference".split(" ");
const DIVISIONS = "Div RealDiv DivNoNan Xlogy Xdivy".split(" ");
const REDUCTIONS = "Sum Mean Prod Max Min".split(" ");

const rows = (names: readonly string[], one: (type: string) => Case): Record<string, Case> =>
  Object.fromEntries(names.map((name) => [name, one(name)]));

const axes = (d: Draw, rank: number): number | number[] =>
  d.one<number | number[]>([d.int(-rank, rank - 1), d.permutation(rank).slice(0, d.int(0, rank))]);

/** Sorted ids, the first zero, none left out. */
const ids = (d: Draw, n: number): number[] => {
  let id = 0;
  return Array.from({ length: n }, (_, i) => (i > 0 && d.unit() < 0.5 ? ++id : id));
};

function reduction(d: Draw): ReturnType<Case> {
  const shape = d.shape();
  return { input: d.v(shape, 0.3, 2), axis: axes(d, shape.length), keep_dims: d.unit() < 0.5 };
}

function image(d: Draw, filter: (c: number) => number[], conv: boolean): Record<string, unknown> {
  const c = d.int(1, 2);
  const strides = conv ? [1, d.int(1, 2), d.int(1, 2), 1] : [1, d.one([1, 2]), d.one([1, 2]), 1];
  return {
    input: d.v([d.int(1, 2), 4, d.int(3, 4), c]),
    filter: d.v(filter(c)),
    strides,
    padding: d.one(["SAME", "VALID"]),
  };
}
const square = (d: Draw): Record<string, unknown> => {
  const s = d.int(1, 2);
  return { strides: [1, s, s, 1], padding: d.one(["SAME", "VALID"]) };
};

const CUBE = { ksize: [1, 2, 2, 2, 1], strides: [1, 2, 1, 2, 1], padding: "SAME" };

const cross = (n: number, m: number): number[][] => Array.from({ length: n * m }, (_, k) => [Math.floor(k / m), k % m]);
/** Indices in order, some of all. */
const sparse = (d: Draw, n: number, m: number): number[][] => {
  const kept = cross(n, m).filter(() => d.unit() < 0.6);
  return kept.length > 0 ? kept : [[0, 0]];
};

/** Op types whose gradient is checked. */
export const CASES: Readonly<Record<string, Case>> = {
  ...rows(UNARY, (type) => (d) => ({ x: d.v(d.shape(), ...(ranges[type] ?? [-2, 2])) })),
  ...rows(ACTIVATIONS, () => (d) => ({ features: d.v(d.shape(), -3, 3) })),
  ...rows(Object.keys(OF_GRADIENTS), (type) => (d) => {
    const [y, dy] = OF_GRADIENTS[type]!;
    const shape = d.shape();
    return { [y]: d.v(shape, ...(/^(Sqrt|Rsqrt|Inv|Recip)/.test(type) ? [0.3, 2] : [-0.9, 0.9])), [dy]: d.v(shape) };
  }),
  ...rows(BINARY, () => (d) => {
    const [a, b] = d.pair();
    return { x: d.v(a), y: d.v(b, -1.9, 2.1) };
  }),
  ...rows(DIVISIONS, () => (d) => {
    const [a, b] = d.pair();
    return { x: d.v(a), y: d.v(b, 0.5, 3) };
  }),
  Pow: (d) => {
    const [a, b] = d.pair();
    return { x: d.v(a, 0.3, 2), y: d.v(b) };
  },
  // TensorFlow 1.15 doesn't sum its gradients where operands broadcast.
  Atan2: (d) => {
    const shape = d.shape();
    return { y: d.v(shape), x: d.v(shape, 0.3, 2) };
  },
  Zeta: (d) => ({ x: d.fixed([3], 2, 4), q: d.v([3], 1, 3) }),
  Polygamma: (d) => ({ a: new Fixed([2], d.ints(2, 1, 3)), x: d.v([2], 0.5, 3) }),
  Igamma: (d) => ({ a: d.v([3], 0.6, 3), x: d.v([3], 0.6, 3) }),
  Igammac: (d) => ({ a: d.v([3], 0.6, 3), x: d.v([3], 0.6, 3) }),
  Betainc: (d) => ({ a: d.fixed([3], 0.6, 3), b: d.fixed([3], 0.6, 3), x: d.v([3], 0.2, 0.8) }),
  Cast: (d) => ({ x: d.v(d.shape()), DstT: tf.float64 }),
  FloorMod: (d) => ({ x: d.v([4], 0.1, 1), y: d.v([4], 1.2, 2) }),
  AddN: (d) => {
    const s = d.shape();
    return { inputs: Array.from({ length: d.int(1, 3) }, () => d.v(s)) };
  },
  AccumulateNV2: (d) => ({ inputs: [d.v([2, 2]), d.v([2, 2])], shape: [2, 2] }),
  MatMul: (d) => {
    const [n, m, k] = d.ints(3, 1, 3) as [number, number, number];
    const [ta, tb] = [d.unit() < 0.5, d.unit() < 0.5];
    return { a: d.v(ta ? [k, n] : [n, k]), b: d.v(tb ? [m, k] : [k, m]), transpose_a: ta, transpose_b: tb };
  },
  BatchMatMul: (d) => ({ x: d.v([2, 2, 3]), y: d.v([2, 2, 3]), adj_y: true, adj_x: false }),
  BatchMatMulV2: (d) => ({
    x: d.v(
      d.one([
        [2, 2, 3],
        [1, 2, 3],
        [2, 3],
      ]),
    ),
    y: d.v([2, 3, 1]),
  }),
  ...rows(REDUCTIONS, () => reduction),
  Cumsum: (d) => ({ x: d.v([2, 3]), axis: d.int(-2, 1), exclusive: d.unit() < 0.5, reverse: d.unit() < 0.5 }),
  Cumprod: (d) => ({ x: d.v([2, 3], 0.4, 2), axis: d.int(-2, 1), exclusive: d.unit() < 0.5, reverse: d.unit() < 0.5 }),
  CumulativeLogsumexp: (d) => ({ x: d.v([2, 3]), axis: d.int(0, 1), reverse: d.unit() < 0.5 }),
  ...rows("SegmentSum SegmentMean SegmentMax SegmentMin".split(" "), () => (d) => ({
    data: d.v([5, 2]),
    segment_ids: ids(d, 5),
  })),
  ...rows("UnsortedSegmentSum UnsortedSegmentMax UnsortedSegmentMin UnsortedSegmentProd".split(" "), () => (d) => ({
    data: d.v([5, 2], 0.3, 2),
    // Each segment has a row: an empty one has the type's limit, which no difference can follow.
    segment_ids: d.permutation(5).map((i) => i % 3),
    num_segments: 3,
  })),
  ...rows("SparseSegmentSum SparseSegmentMean SparseSegmentSqrtN".split(" "), () => (d) => ({
    data: d.v([4, 2]),
    indices: d.ints(5, 0, 3),
    segment_ids: ids(d, 5),
  })),
  ...rows(
    "SparseSegmentSum SparseSegmentMean SparseSegmentSqrtN".split(" ").map((t) => `${t}WithNumSegments`),
    () => (d) => ({
      data: d.v([4, 2]),
      indices: d.ints(5, 0, 3),
      segment_ids: ids(d, 5),
      num_segments: 6,
    }),
  ),
  Select: (d) => ({ condition: [true, false, d.unit() < 0.5], x: d.v([3, 2]), y: d.v([3, 2]) }),
  SelectV2: (d) => ({ condition: [[true], [d.unit() < 0.5]], t: d.v([2, 3]), e: d.v([3]) }),
  Softmax: (d) => ({ logits: d.v([2, 3]) }),
  LogSoftmax: (d) => ({ logits: d.v([2, 3]) }),
  SoftmaxCrossEntropyWithLogits: (d) => ({
    features: d.v([2, 3]),
    labels: new Fixed([2, 3], [0.2, 0.3, 0.5, 0.6, 0.1, 0.3]),
  }),
  SparseSoftmaxCrossEntropyWithLogits: (d) => ({ features: d.v([2, 3]), labels: d.ints(2, 0, 2) }),
  L2Loss: (d) => ({ t: d.v(d.shape()) }),
  BiasAdd: (d) => ({ value: d.v([2, 2, 3]), bias: d.v([3]) }),
  BiasAddV1: (d) => ({ value: d.v([2, 3]), bias: d.v([3]) }),
  BiasAddGrad: (d) => ({ out_backprop: d.v([2, 2, 3]) }),
  Conv2D: (d) => ({ ...image(d, (c) => [2, d.int(1, 3), c, 2], true) }),
  DepthwiseConv2dNative: (d) => ({ ...image(d, (c) => [2, 2, c, 2], false), ...square(d) }),
  Dilation2D: (d) => ({ ...image(d, (c) => [2, 2, c], false), rates: [1, 1, 1, 1], ...square(d) }),
  Conv3D: (d) => ({
    input: d.v([1, 3, 3, 2, 1]),
    filter: d.v([2, 2, 1, 1, 2]),
    strides: [1, 1, 1, 1, 1],
    padding: d.one(["SAME", "VALID"]),
  }),
  Conv2DBackpropInput: (d) => ({
    input_sizes: [1, 3, 3, 1],
    filter: d.v([2, 2, 1, 2]),
    out_backprop: d.v([1, 2, 2, 2]),
    strides: [1, 1, 1, 1],
    padding: "VALID",
  }),
  Conv2DBackpropFilter: (d) => ({
    input: d.v([1, 3, 3, 1]),
    filter_sizes: [2, 2, 1, 2],
    out_backprop: d.v([1, 2, 2, 2]),
    strides: [1, 1, 1, 1],
    padding: "VALID",
  }),
  DepthwiseConv2dNativeBackpropInput: (d) => ({
    input_sizes: [1, 3, 3, 1],
    filter: d.v([2, 2, 1, 2]),
    out_backprop: d.v([1, 2, 2, 2]),
    strides: [1, 1, 1, 1],
    padding: "VALID",
  }),
  DepthwiseConv2dNativeBackpropFilter: (d) => ({
    input: d.v([1, 3, 3, 1]),
    filter_sizes: [2, 2, 1, 2],
    out_backprop: d.v([1, 2, 2, 2]),
    strides: [1, 1, 1, 1],
    padding: "VALID",
  }),
  Conv3DBackpropInputV2: (d) => ({
    input_sizes: [1, 3, 3, 1, 1],
    filter: d.v([2, 2, 1, 1, 2]),
    out_backprop: d.v([1, 2, 2, 1, 2]),
    strides: [1, 1, 1, 1, 1],
    padding: "VALID",
  }),
  Conv3DBackpropFilterV2: (d) => ({
    input: d.v([1, 3, 3, 1, 1]),
    filter_sizes: [2, 2, 1, 1, 2],
    out_backprop: d.v([1, 2, 2, 1, 2]),
    strides: [1, 1, 1, 1, 1],
    padding: "VALID",
  }),
  AvgPool: (d) => ({ value: d.v([1, 4, 3, 2]), ksize: [1, 2, 2, 1], ...square(d) }),
  MaxPool: (d) => ({ input: d.v([1, 4, 3, 2]), ksize: [1, 2, 2, 1], ...square(d) }),
  AvgPool3D: (d) => ({ input: d.v([1, 2, 3, 2, 1]), ...CUBE }),
  AvgPool3DGrad: (d) => ({ orig_input_shape: [1, 2, 2, 2, 1], grad: d.v([1, 1, 2, 1, 1]), ...CUBE }),
  MaxPoolWithArgmax: (d) => ({ input: d.v([1, 4, 3, 2]), ksize: [1, 2, 2, 1], ...square(d) }),
  MulNoNan: (d) => {
    const [a, b] = d.pair();
    return { x: d.v(a), y: d.v(b) };
  },
  AvgPoolGrad: (d) => ({
    orig_input_shape: [1, 4, 4, 1],
    grad: d.v([1, 2, 2, 1]),
    ksize: [1, 2, 2, 1],
    strides: [1, 2, 2, 1],
    padding: "VALID",
  }),
  Diag: (d) => ({ diagonal: d.v(d.one([[3], [2, 2]])) }),
  DiagPart: (d) => ({
    input: d.v(
      d.one([
        [3, 3],
        [2, 2, 2, 2],
      ]),
    ),
  }),
  MatrixDiag: (d) => ({ diagonal: d.v([2, 3]) }),
  MatrixDiagPart: (d) => ({ input: d.v([2, 3, 2]) }),
  MatrixSetDiag: (d) => ({ input: d.v([2, 3, 2]), diagonal: d.v([2, 2]) }),
  MatrixBandPart: (d) => ({ input: d.v([3, 3]), num_lower: d.int(-1, 2), num_upper: d.int(-1, 2) }),
  Cross: (d) => ({ a: d.v([2, 3]), b: d.v([2, 3]) }),
  MatrixDeterminant: (d) => ({ input: d.matrix(3) }),
  LogMatrixDeterminant: (d) => ({ input: d.matrix(3) }),
  // adjoint=True has the other one's gradient in TensorFlow 1.15.
  MatrixInverse: (d) => ({ input: d.matrix(3), adjoint: false }),
  MatrixSolve: (d) => ({ matrix: d.matrix(3), rhs: d.v([3, 2]), adjoint: d.unit() < 0.5 }),
  MatrixTriangularSolve: (d) => ({ matrix: d.matrix(3), rhs: d.v([3, 2]), lower: d.unit() < 0.5 }),
  TridiagonalSolve: (d) => ({ diagonals: diagonals(d), rhs: d.v([3, 2]) }),
  Identity: (d) => ({ input: d.v(d.shape()) }),
  IdentityN: (d) => ({ input: [d.v(d.shape()), d.v(d.shape())] }),
  CheckNumerics: (d) => ({ tensor: d.v(d.shape()), message: "m" }),
  EnsureShape: (d) => ({ input: d.v([2, 3]), shape: [null, 3] }),
  PlaceholderWithDefault: (d) => ({ input: d.v([2]), shape: [null] }),
  Fill: (d) => ({ dims: d.shape(), value: d.v([]) }),
  Reshape: (d) => ({ tensor: d.v([2, 3]), shape: d.one([[6], [3, -1], [1, 2, 3]]) }),
  ExpandDims: (d) => ({ input: d.v([2, 3]), axis: d.int(-3, 2) }),
  Squeeze: (d) => ({ input: d.v([1, 2, 1]), axis: d.one([[], [0], [-1]]) }),
  Concat: (d) => ({ concat_dim: 1, values: [d.v([2, 1]), d.v([2, 3])] }),
  ConcatV2: (d) => ({ values: [d.v([2, 1]), d.v([2, d.int(1, 3)])], axis: d.one([1, -1]) }),
  Pack: (d) => ({ values: [d.v([2]), d.v([2])], axis: d.int(-2, 1) }),
  Unpack: (d) => ({ value: d.v([2, 3]), num: 3, axis: 1 }),
  Slice: (d) => ({ input: d.v([3, 3]), begin: d.ints(2, 0, 1), size: [d.int(1, 2), -1] }),
  StridedSlice: (d) => ({
    input: d.v([3, 3]),
    begin: [d.int(0, 1), -1],
    end: [3, d.int(-4, -3)],
    strides: [d.int(1, 2), -1],
    shrink_axis_mask: d.int(0, 1),
  }),
  StridedSliceGrad: (d) => ({ shape: [4], begin: [1], end: [4], strides: [2], dy: d.v([2]) }),
  Tile: (d) => ({ input: d.v([2, 2]), multiples: d.ints(2, 1, 3) }),
  Transpose: (d) => ({ x: d.v([2, 3, 1]), perm: d.permutation(3) }),
  ConjugateTranspose: (d) => ({ x: d.v([2, 3, 1]), perm: d.permutation(3) }),
  Gather: (d) => ({ params: d.v([3, 2]), indices: d.ints(4, 0, 2) }),
  GatherV2: (d) => ({ params: d.v([3, 3]), indices: d.ints(4, 0, 2), axis: d.int(0, 1) }),
  GatherNd: (d) => ({
    params: d.v([3, 2]),
    indices: d.one([
      [[0], [2]],
      [
        [0, 1],
        [2, 0],
        [0, 1],
      ],
    ]),
  }),
  ScatterNd: (d) => ({ indices: [[0], [2], [0]], updates: d.v([3, 2]), shape: [4, 2] }),
  ScatterNdNonAliasingAdd: (d) => ({ input: d.v([4, 2]), indices: [[0], [2], [0]], updates: d.v([3, 2]) }),
  TensorScatterUpdate: (d) => ({ tensor: d.v([4, 2]), indices: [[0], [2]], updates: d.v([2, 2]) }),
  TensorScatterAdd: (d) => ({ tensor: d.v([4, 2]), indices: [[0], [2], [0]], updates: d.v([3, 2]) }),
  TensorScatterSub: (d) => ({ tensor: d.v([4, 2]), indices: [[0], [2], [0]], updates: d.v([3, 2]) }),
  DynamicPartition: (d) => ({ data: d.v([4, 2]), partitions: d.ints(4, 0, 2), num_partitions: 3 }),
  DynamicStitch: (d) => ({ indices: [[0, 2], [1]], data: [d.v([2, 2]), d.v([1, 2])] }),
  ParallelDynamicStitch: (d) => ({ indices: [[0, 2], [1]], data: [d.v([2, 2]), d.v([1, 2])] }),
  Split: (d) => ({ axis: d.one([1, -1]), value: d.v([2, 4]), num_split: d.one([1, 2, 4]) }),
  SplitV: (d) => ({ value: d.v([2, 4]), size_splits: [1, 3], axis: 1, num_split: 2 }),
  BroadcastTo: (d) => ({ input: d.v(d.one([[3], [1, 3], [2, 1]])), shape: [2, 3] }),
  Pad: (d) => ({ input: d.v([2, 2]), paddings: [d.ints(2, 0, 2), d.ints(2, 0, 2)] }),
  PadV2: (d) => ({ input: d.v([2, 2]), paddings: [d.ints(2, 0, 2), [1, 1]], constant_values: d.fixed([]) }),
  MirrorPad: (d) => ({
    input: d.v([3, 3]),
    paddings: [d.ints(2, 0, 2), [1, 1]],
    mode: d.one(["REFLECT", "SYMMETRIC"]),
  }),
  MirrorPadGrad: (d) => ({
    input: d.v([5, 5]),
    paddings: [
      [1, 1],
      [1, 1],
    ],
    mode: d.one(["REFLECT", "SYMMETRIC"]),
  }),
  Reverse: (d) => ({ tensor: d.v([2, 3]), dims: [d.unit() < 0.5, true] }),
  ReverseV2: (d) => ({ tensor: d.v([2, 3]), axis: d.one([[0], [1], [-1, 0]]) }),
  ReverseSequence: (d) => ({ input: d.v([2, 3]), seq_lengths: d.ints(2, 0, 3), seq_dim: 1 }),
  Roll: (d) => ({ input: d.v([2, 3]), shift: [d.int(-4, 4)], axis: [d.int(0, 1)] }),
  TopKV2: (d) => ({ input: d.v([2, 4]), k: d.int(1, 4) }),
  SpaceToDepth: (d) => ({ input: d.v([1, 2, 4, 1]), block_size: 2 }),
  DepthToSpace: (d) => ({ input: d.v([1, 1, 2, 4]), block_size: 2 }),
  SpaceToBatchND: (d) => ({ input: d.v([1, 3, 2]), block_shape: [2], paddings: [[1, 0]] }),
  BatchToSpaceND: (d) => ({ input: d.v([4, 2, 1]), block_shape: [2], crops: [[1, 0]] }),
  SpaceToBatch: (d) => ({
    input: d.v([1, 2, 2, 1]),
    paddings: [
      [0, 0],
      [1, 1],
    ],
    block_size: 2,
  }),
  BatchToSpace: (d) => ({
    input: d.v([4, 2, 2, 1]),
    crops: [
      [0, 1],
      [1, 0],
    ],
    block_size: 2,
  }),
  ExtractImagePatches: (d) => ({
    images: d.v([1, 3, 3, 1]),
    ksizes: [1, 2, 2, 1],
    strides: [1, 1, 1, 1],
    rates: [1, 1, 1, 1],
    padding: d.one(["SAME", "VALID"]),
  }),
  SparseTensorDenseMatMul: (d) => {
    const at = sparse(d, 2, 3);
    return { a_indices: at, a_values: d.v([at.length]), a_shape: [2, 3], b: d.v([3, 2]) };
  },
  SparseTensorDenseAdd: (d) => {
    const at = sparse(d, 2, 3);
    return { a_indices: at, a_values: d.v([at.length]), a_shape: [2, 3], b: d.v([2, 3]) };
  },
  SparseToDense: (d) => {
    const at = sparse(d, 2, 3);
    return { sparse_indices: at, output_shape: [2, 3], sparse_values: d.v([at.length]), default_value: d.v([]) };
  },
  SparseReduceSum: (d) => {
    const at = sparse(d, 2, 3);
    return { input_indices: at, input_values: d.v([at.length]), input_shape: [2, 3], reduction_axes: [d.int(0, 1)] };
  },
  SparseReorder: (d) => {
    const at = sparse(d, 2, 3);
    const mixed = d.permutation(at.length).map((i) => at[i]!);
    return { input_indices: mixed, input_values: d.v([at.length]), input_shape: [2, 3] };
  },
  SparseSoftmax: (d) => {
    const at = sparse(d, 2, 3);
    return { sp_indices: at, sp_values: d.v([at.length]), sp_shape: [2, 3] };
  },
  SparseSlice: (d) => {
    const at = sparse(d, 2, 3);
    return { indices: at, values: d.v([at.length]), shape: [2, 3], start: [0, d.int(0, 1)], size: [2, 2] };
  },
  SparseFillEmptyRows: (d) => ({
    indices: [
      [0, 1],
      [2, 0],
    ],
    values: d.v([2]),
    dense_shape: [4, 2],
    default_value: d.v([]),
  }),
  SparseDenseCwiseMul: (d) => {
    const at = sparse(d, 2, 3);
    return { sp_indices: at, sp_values: d.v([at.length]), sp_shape: [2, 3], dense: d.v([2, 3]) };
  },
  SparseDenseCwiseDiv: (d) => {
    const at = sparse(d, 2, 3);
    return { sp_indices: at, sp_values: d.v([at.length]), sp_shape: [2, 3], dense: d.v([2, 3], 0.5, 2) };
  },
  SparseAdd: (d) => {
    const [a, b] = [sparse(d, 2, 3), sparse(d, 2, 3)];
    return {
      a_indices: a,
      a_values: d.v([a.length], 0.3, 2),
      a_shape: [2, 3],
      b_indices: b,
      b_values: d.v([b.length], 0.3, 2),
      b_shape: [2, 3],
      thresh: d.fixed([], 0.001, 0.002),
    };
  },
};

function diagonals(d: Draw): unknown {
  const drawn = d.v([3, 3], -0.4, 0.4);
  // The first of the upper one and the last of the lower one are no part of the matrix.
  for (let i = 3; i < 6; i++) drawn.data[i]! += 3;
  return drawn;
}

const CONTROL = "belongs to control flow, which test/ops/control runs";
const ARRAYS = "its handle comes from TensorArrayV3: test/ops/tensor_array";
const FLAT = "constant between its steps: TensorFlow gives no gradient, or one of zeros";
const SINGLE = "has no kernel for float64; goldens compare its gradient in float32";
const COMPLEX = "complex numbers: goldens compare its gradient";
const SYMMETRIC = "of symmetric matrices: a difference of one element leaves them; goldens compare its gradient";
const HANDLE = "reads a variable through its handle: test/ops/state";
const FIXED_ROUTE = "routes by which input was the largest: a difference of the others says nothing";
const RAISES = "TensorFlow's own gradient raises";
const OWN = "ours: test/sparse compares its gradient with the dense product";

/** Op types with a gradient and without a case, and why. */
export const WITHOUT: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [CONTROL, "Switch RefSwitch Merge NextIteration RefNextIteration Enter RefEnter Exit RefExit"],
    [
      ARRAYS,
      "TensorArrayWriteV3 TensorArrayReadV3 TensorArrayGatherV3 TensorArrayScatterV3 TensorArrayConcatV3 TensorArraySplitV3",
    ],
    [FLAT, "Floor Ceil Round Rint FloorDiv TruncateDiv NextAfter ArgMax ArgMin"],
    [SINGLE, "SparseMatMul FusedBatchNorm FusedBatchNormV2 FusedBatchNormV3 LRN MaxPool3D"],
    [COMPLEX, "Complex Real Imag Conj Angle ComplexAbs"],
    [SYMMETRIC, "Cholesky SelfAdjointEigV2 Svd Qr"],
    [HANDLE, "ReadVariableOp ResourceGather"],
    [
      FIXED_ROUTE,
      "MaxPoolGrad MaxPoolGradGrad MaxPool3DGrad MaxPool3DGradGrad SparseSparseMaximum SparseSparseMinimum",
    ],
    [RAISES, "TopK SparseDenseCwiseAdd"],
    [OWN, "BlockDiagonalMatMul BlockDiagonalMatMulInputGrad BlockDiagonalMatMulValuesGrad"],
  ].flatMap(([reason, names]) => names!.split(" ").flatMap((n) => (n === "" ? [] : [[n, reason!] as const]))),
);

/** Outputs without a gradient of their own: those that exist for the gradient. */
export const IGNORED: Readonly<Record<string, readonly number[]>> = {
  SoftmaxCrossEntropyWithLogits: [1],
  SparseSoftmaxCrossEntropyWithLogits: [1],
};

/** Op types without a gradient: only their shapes and results. */
export const FLAT_CASES: Readonly<Record<string, Case>> = {
  ...rows("Floor Ceil Round Rint Sign".split(" "), () => (d) => ({ x: d.v(d.shape()) })),
  ...rows("IsNan IsInf IsFinite".split(" "), () => (d) => ({ x: d.v(d.shape()) })),
  ...rows("Equal NotEqual Less LessEqual Greater GreaterEqual FloorDiv FloorMod".split(" "), () => (d) => {
    const [a, b] = d.pair();
    return { x: d.v(a), y: d.v(b, -1.9, 2.1) };
  }),
  ...rows(["ArgMax", "ArgMin"], () => (d) => ({ input: d.v([2, 3]), dimension: d.int(-2, 1) })),
  ...rows(["Shape", "Rank", "Size"], () => (d) => ({ input: d.v(d.shape()) })),
  ...rows(["ZerosLike", "OnesLike"], () => (d) => ({ x: d.v(d.shape()) })),
  ShapeN: (d) => ({ input: [d.v(d.shape()), d.v(d.shape())] }),
  Where: (d) => ({ condition: d.v([2, 3]) }),
  Unique: (d) => ({ x: d.v([4]) }),
  ListDiff: (d) => ({ x: d.v([3]), y: d.v([2]) }),
  Range: (d) => ({ start: d.v([], 0, 1), limit: d.v([], 3, 5), delta: d.v([], 0.4, 1) }),
  LinSpace: (d) => ({ start: d.v([], 0, 1), stop: d.v([], 3, 5), num: d.int(1, 4) }),
  OneHot: (d) => ({ indices: d.ints(3, -1, 4), depth: 3, on_value: d.v([]), off_value: d.v([]), axis: d.int(-1, 1) }),
};
