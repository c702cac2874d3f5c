/**
 * Several strings as one: joined elementwise, joined along axes, put into a template.
 * Source: tf.string_join, tf.reduce_join, tf.strings.format (tensorflow/python/ops/string_ops.py; core/kernels/*join_op.cc).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { ShapeError, type ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { scalarShape, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { sameShape, sizeOf } from "../../np/strided.js";
import { vectorInput } from "../array/dimensions.js";
import { eitherArgument } from "../array/expand_dims.js";
import { range } from "../array/range.js";
import { rankInternal } from "../array/shape.js";
import { shapeText } from "../run_shapes.js";
import { merge } from "../shape_functions.js";
import { formatValue } from "../summarize_value.js";
import { bytesOf, joinBytes, stringsOf } from "./text.js";

/** Scalars go with any shape; all others must be alike. */
const joinShape: ShapeFn = (c) => {
  let out: TensorShape = scalarShape;
  for (let i = 0; i < c.inputCount; i++) {
    const shape = c.input(i);
    if (shape.rank === null) out = out.rank === 0 ? unknownShape : out;
    else if (shape.rank !== 0) out = out.rank === 0 ? shape : merge(out, shape);
  }
  return [out];
};

const joinKernel: Kernel = (k) => {
  const inputs = Array.from({ length: k.inputCount }, (_, i) => k.input(i));
  const shape = inputs.find((v) => v.shape.length > 0)?.shape ?? [];
  const odd = inputs.find((v) => v.shape.length > 0 && !sameShape(v.shape, shape));
  if (odd) throw invalidArgument(`Input shapes do not match: ${shapeText(shape)} vs. ${shapeText(odd.shape)}`);
  const separator = bytesOf(k.attr<string>("separator"));
  const out = k.output(0, shape).data as unknown as Uint8Array[];
  const size = sizeOf(shape);
  return () => {
    for (let i = 0; i < size; i++)
      out[i] = joinBytes(
        inputs.map((v) => stringsOf(v)[v.shape.length === 0 ? 0 : i]!),
        separator,
      );
  };
};

function normalized(axes: readonly number[], rank: number, fail: (m: string) => Error): number[] {
  const out = axes.map((axis) => {
    if (axis < -rank || axis >= rank)
      throw fail(`Invalid reduction dimension ${axis} for input with ${rank} dimensions.`);
    return axis < 0 ? axis + rank : axis;
  });
  const twice = out.find((axis, i) => out.indexOf(axis) !== i);
  if (twice !== undefined) throw fail(`Duplicate reduction dimension ${twice}`);
  return out;
}

const reduceShape: ShapeFn = (c) => {
  const { dims } = c.input(0);
  const axes = vectorInput(c, 1);
  const keep = c.attr<boolean>("keep_dims");
  if (dims === null || axes === null) return [keep && dims ? new TensorShape(dims.map(() => null)) : unknownShape];
  const reduced = normalized(axes, dims.length, (m) => new ShapeError(m));
  return [
    new TensorShape(
      keep ? dims.map((d, i) => (reduced.includes(i) ? 1 : d)) : dims.filter((_, i) => !reduced.includes(i)),
    ),
  ];
};

/** The first of the given axes runs fastest. */
const reduceKernel: Kernel = (k) => {
  const input = k.input(0);
  const { shape } = input;
  const axes = normalized(k.ints(1), shape.length, invalidArgument);
  const keep = k.attr<boolean>("keep_dims");
  const separator = bytesOf(k.attr<string>("separator"));
  const strides = shape.map((_, i) => sizeOf(shape.slice(i + 1)));
  const kept = shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const offsets = (dims: readonly number[]): number[] =>
    dims.reduce<number[]>(
      (all, d) => all.flatMap((o) => Array.from({ length: shape[d]! }, (_, i) => o + i * strides[d]!)),
      [0],
    );
  const starts = offsets(kept);
  const parts = offsets([...axes].reverse());
  const outShape = keep ? shape.map((d, i) => (axes.includes(i) ? 1 : d)) : kept.map((i) => shape[i]!);
  const out = k.output(0, outShape).data as unknown as Uint8Array[];
  return () => {
    const from = stringsOf(input);
    starts.forEach((start, i) => {
      out[i] = joinBytes(
        parts.map((p) => from[start + p]!),
        separator,
      );
    });
  };
};

const formatKernel: Kernel = (k) => {
  const inputs = Array.from({ length: k.inputCount }, (_, i) => k.input(i));
  const pieces = k.attr<string>("template").split(k.attr<string>("placeholder"));
  if (pieces.length - 1 !== inputs.length) {
    throw invalidArgument(
      `num placeholders in template and num inputs must match: ${pieces.length - 1} vs. ${inputs.length}`,
    );
  }
  const summarize = k.attr<number>("summarize");
  const out = k.output(0, []).data as unknown as Uint8Array[];
  return () => {
    const shown = inputs.map((v) => formatValue(v, Number(summarize)));
    out[0] = bytesOf(pieces.map((p, i) => p + (shown[i] ?? "")).join(""));
  };
};

export const joinRecords: readonly OpRecord[] = [
  { type: "StringJoin", shape: joinShape, kernel: joinKernel, grad: "none" },
  { type: "ReduceJoin", shape: reduceShape, kernel: reduceKernel, grad: "none" },
  { type: "StringFormat", shape: () => [scalarShape], kernel: formatKernel, grad: "none" },
];

/** tf.string_join: element by element, with `separator` between; scalars go with every element. */
export const string_join = pyFunction<{ inputs: readonly TensorLike[]; separator: string; name: string | null }>()(
  "string_join",
  "(inputs, separator='', name=None)",
  ({ inputs, separator, name }) => createOp("StringJoin", { inputs }, { separator }, name),
);

/** tf.reduce_join: strings joined along `axis` (all axes by default, in row-major order). */
export const reduce_join = pyFunction<{
  inputs: TensorLike;
  axis: TensorLike | null;
  keep_dims: boolean | null;
  separator: string;
  name: string | null;
  reduction_indices: TensorLike | null;
  keepdims: boolean | null;
}>()(
  "reduce_join",
  "(inputs, axis=None, keep_dims=None, separator='', name=None, reduction_indices=None, keepdims=None)",
  (p) => {
    const keep_dims = eitherArgument("keepdims", p.keepdims, "keep_dims", p.keep_dims) ?? false;
    const axis = eitherArgument("axis", p.axis, "reduction_indices", p.reduction_indices);
    return scoped(null, "ReduceJoin", [p.inputs, axis], () => {
      const inputs = convertToTensor(p.inputs);
      const { rank } = inputs.shape;
      const all = (): Tensor =>
        rank === null
          ? range(rankInternal(inputs, null).sub(1), -1, -1)
          : constant(
              Array.from({ length: rank }, (_, i) => rank - 1 - i),
              { dtype: int32 },
            );
      const reduction_indices = axis ?? all();
      return createOp("ReduceJoin", { inputs, reduction_indices }, { keep_dims, separator: p.separator }, p.name);
    });
  },
);

/** tf.strings.format: `template` with each placeholder replaced by the first `summarize` elements of an input. */
export const format = pyFunction<{
  template: string;
  inputs: Tensor | readonly TensorLike[];
  placeholder: string;
  summarize: number;
  name: string | null;
}>()(
  "string_format",
  "(template, inputs, placeholder='{}', summarize=3, name=None)",
  ({ template, inputs: given, placeholder, summarize, name }) => {
    const inputs = given instanceof Tensor || !Array.isArray(given) ? [given] : given;
    const found = template.split(placeholder).length - 1;
    if (found !== inputs.length) {
      throw new ValueError(
        `${found} placeholder(s) in template does not match ${inputs.length} tensor(s) provided as input`,
      );
    }
    return createOp("StringFormat", { inputs }, { template, placeholder, summarize }, name);
  },
);
