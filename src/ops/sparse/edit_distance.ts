/**
 * The number of insertions, deletions and replacements between sequences.
 * Source: tf.edit_distance (tensorflow/python/ops/array_ops.py; core/kernels/edit_distance_op.cc); Levenshtein (1965).
 */
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor, SparseTensorValue } from "../../graph/sparse_tensor.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { TypeError_ } from "../../np/errors.js";
import { rowMajor } from "../../np/strided.js";
import { ascending, Coordinates } from "./entries.js";
import { requireSparse } from "./to_dense.js";

/** Something that equal elements, and only they, share. */
function keyOf(x: unknown): unknown {
  return x instanceof Uint8Array ? String.fromCharCode(...x) : x;
}

function distance(a: readonly unknown[], b: readonly unknown[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  a.forEach((x, i) => {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (x === b[j] ? 0 : 1)));
    row = next;
  });
  return row[b.length]!;
}

/** The sequences along the last dimension, by their place in the output. */
function sequencesOf(indices: Value, values: Value, strides: readonly number[]): Map<number, unknown[]> {
  const coordinates = new Coordinates(indices);
  const dims = ascending(coordinates.rank - 1);
  const out = new Map<number, unknown[]>();
  coordinates.groups(ascending(coordinates.count), dims, (run) => {
    const place = dims.reduce((at, d) => at + coordinates.at(run[0]!, d) * strides[d]!, 0);
    out.set(
      place,
      run.map((e) => keyOf(values.data[e])),
    );
  });
  return out;
}

const kernel: Kernel = (k) => {
  k.readsData();
  const [shape, other] = [k.ints(2), k.ints(5)];
  if (shape.length !== other.length) {
    throw invalidArgument(
      `truth_shape and hypothesis_shape should have the same number of elements, but got: ${other.length} vs. ${shape.length}`,
    );
  }
  const dims = shape.slice(0, -1).map((n, d) => Math.max(n, other[d]!));
  const out = k.output(0, dims);
  const data = out.data as Float32Array;
  const strides = rowMajor(dims);
  const hypotheses = sequencesOf(k.input(0), k.input(1), strides);
  const truths = sequencesOf(k.input(3), k.input(4), strides);
  const normalize = k.attr<boolean>("normalize");
  data.fill(0);
  for (const at of new Set([...truths.keys(), ...hypotheses.keys()])) {
    if (at < 0 || at >= data.length)
      throw invalidArgument(
        `Got an inner product ${at} which would require writing to outside of the buffer for the output tensor (max elements ${data.length})`,
      );
    const [truth, hypothesis] = [truths.get(at) ?? [], hypotheses.get(at) ?? []];
    const edits = distance(truth, hypothesis);
    data[at] = normalize && edits > 0 ? edits / truth.length : edits;
  }
  return undefined;
};

export const editDistanceRecords: readonly OpRecord[] = [
  {
    type: "EditDistance",
    shape: (c) => {
      const [a, b] = [c.constantShape(2), c.constantShape(5)];
      if (!a.dims || !b.dims || a.dims.length !== b.dims.length) return [unknownShape];
      const other = b.dims;
      return [
        new TensorShape(
          a.dims.slice(0, -1).map((n, d) => (n === null || other[d] == null ? null : Math.max(n, other[d]))),
        ),
      ];
    },
    kernel,
    grad: "none",
  },
];

type Sparse = SparseTensor | SparseTensorValue;

function required(x: unknown, what: string): SparseTensor {
  if (!(x instanceof SparseTensor) && !(x instanceof SparseTensorValue))
    throw new TypeError_(`${what} must be a SparseTensor.`);
  return requireSparse(x);
}

/**
 * tf.edit_distance: the edits that turn the sequences along the last dimension of `hypothesis` into those of `truth`, as
 * float32, divided by the length of the true one unless `normalize` is false.
 */
export const edit_distance = pyFunction<{
  hypothesis: Sparse;
  truth: Sparse;
  normalize: boolean;
  name: string | null;
}>()("edit_distance", "(hypothesis, truth, normalize=True, name='edit_distance')", (p): Tensor => {
  const hypothesis = required(p.hypothesis, "Hypothesis");
  const truth = required(p.truth, "Truth");
  return createOp(
    "EditDistance",
    {
      hypothesis_indices: hypothesis.indices,
      hypothesis_values: hypothesis.values,
      hypothesis_shape: hypothesis.dense_shape,
      truth_indices: truth.indices,
      truth_values: truth.values,
      truth_shape: truth.dense_shape,
    },
    { normalize: p.normalize },
    p.name,
  );
});
