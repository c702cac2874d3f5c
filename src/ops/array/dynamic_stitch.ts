/**
 * DynamicStitch: rows of several tensors put at given places of one.
 * Source: tf.dynamic_stitch (core/kernels/dynamic_stitch_op.cc, tensorflow/python/ops/data_flow_grad.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import type { Kernel } from "../../graph/kernel.js";
import type { Gradient, GradientFn, OpRecord } from "../../graph/registry.js";
import { intsOf, ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { merge } from "../shape_functions.js";
import { gatherRows } from "./gather.js";
import { cellsOf, cellsPerElement } from "./move.js";

const stitchShape: ShapeFn = (c) => {
  const n = c.inputCount / 2;
  let row = unknownShape;
  let rows: number | null = 0;
  for (let i = 0; i < n; i++) {
    const indices = c.input(i);
    const data = c.input(n + i);
    if (indices.dims && data.dims) {
      if (
        data.dims.length < indices.dims.length ||
        !indices.is_compatible_with(data.dims.slice(0, indices.dims.length))
      ) {
        throw new ShapeError(
          `data[${i}].shape = ${data.toRuntimeString()} does not start with indices[${i}].shape = ${indices.toRuntimeString()}`,
        );
      }
      row = merge(row, new TensorShape(data.dims.slice(indices.dims.length)));
    }
    const known = c.constant(i);
    if (known === null) rows = null;
    else if (rows !== null) rows = Math.max(rows, ...flat(known).map((v) => v + 1));
  }
  return [row.dims === null ? unknownShape : new TensorShape([rows, ...row.dims])];
};

function flat(array: Parameters<typeof intsOf>[0]): number[] {
  return array.ndim < 2
    ? intsOf(array)
    : Array.from({ length: array.size }, (_, i) => Number(array.data[array.offset + i]));
}

const stitchKernel: Kernel = (k) => {
  const n = k.inputCount / 2;
  const places = Array.from({ length: n }, (_, i) => k.ints(i));
  const data = Array.from({ length: n }, (_, i) => k.input(n + i));
  const rank = k.input(0).shape.length;
  const row = data[0]!.shape.slice(rank);
  const rows = Math.max(0, ...places.flat().map((v) => v + 1));
  places.forEach((list, i) => {
    const bad = list.findIndex((v) => v < 0);
    if (bad >= 0) throw invalidArgument(`indices[${i}][${bad}] is out of range`);
  });
  const out = k.output(0, [rows, ...row]);
  const size = row.reduce((a, b) => a * b, 1) * cellsPerElement(out.dtype);
  const to = cellsOf(out);
  const from = data.map(cellsOf);
  return () => {
    from.forEach((cells, i) => {
      const list = places[i]!;
      for (let r = 0; r < list.length; r++) {
        for (let j = 0; j < size; j++) to[list[r]! * size + j] = cells[r * size + j]!;
      }
    });
  };
};

/** Each input gets back the rows that it wrote. */
const stitchGrad: GradientFn = (op, dy) => {
  const n = op.inputs.length / 2;
  const grad = dy instanceof IndexedSlices ? dy.toTensor(null, null, false) : dy!;
  const rows = op.inputs.slice(0, n).map((t): Gradient => gatherRows(grad, t));
  return [...rows.map(() => null), ...rows];
};

export const dynamicStitchRecords: readonly OpRecord[] = ["DynamicStitch", "ParallelDynamicStitch"].map((type) => ({
  type,
  shape: stitchShape,
  kernel: stitchKernel,
  grad: stitchGrad,
}));

type StitchArguments = { indices: readonly TensorLike[]; data: readonly TensorLike[]; name: string | null };
const SIGNATURE = "(indices, data, name=None)";

function stitch(type: string, { indices, data, name }: StitchArguments): Tensor {
  return createOp(type, { indices, data }, {}, name);
}

/** tf.dynamic_stitch: merged[indices[m][i]] = data[m][i]; where places repeat, the last one wins. */
export const dynamic_stitch = pyFunction<StitchArguments>()("dynamic_stitch", SIGNATURE, (p) =>
  stitch("DynamicStitch", p),
);
