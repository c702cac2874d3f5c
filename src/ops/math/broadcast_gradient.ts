/**
 * Gradients of broadcasting operations: which axes of an operand were repeated, and the sums over them.
 * Source: SmartBroadcastGradientArgs (tensorflow/python/ops/math_grad.py), BCastGradArgsOp (core/kernels/bcast_ops.cc).
 */

import { createOp, createOperation } from "../../graph/create_op.js";
import { invalidArgument } from "../../graph/errors.js";
import { type Graph, getDefaultGraph } from "../../graph/graph.js";
import type { Kernel } from "../../graph/kernel.js";
import type { Gradient, OpRecord } from "../../graph/registry.js";
import { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal, writeInts } from "../array/shape.js";
import { shapeText } from "../run_shapes.js";
import { withRank } from "../shape_functions.js";

/** Axes of the broadcast result along which each operand has size 1 while the other has not; null where shapes disagree. */
export function gradientAxes(a: readonly number[], b: readonly number[]): readonly [number[], number[]] | null {
  const same = a.length === b.length && a.every((d, i) => d === b[i]);
  if (same) return [[], []];
  const rank = Math.max(a.length, b.length);
  const ofA: number[] = [];
  const ofB: number[] = [];
  for (let i = 0; i < rank; i++) {
    const m = a[a.length - rank + i] ?? 1;
    const n = b[b.length - rank + i] ?? 1;
    if (m === 1 && n === 1) {
      ofA.push(i);
      ofB.push(i);
    } else if (m === n) continue;
    else if (m === 1) ofA.push(i);
    else if (n === 1) ofB.push(i);
    else return null;
  }
  return [ofA, ofB];
}

const kernel: Kernel = (k) => {
  const a = k.ints(0);
  const b = k.ints(1);
  const axes = gradientAxes(a, b);
  if (!axes) throw invalidArgument(`Incompatible shapes: ${shapeText(a)} vs. ${shapeText(b)}`);
  writeInts(k, 0, axes[0], [axes[0].length]);
  writeInts(k, 1, axes[1], [axes[1].length]);
  return undefined;
};

export const broadcastGradientRecords: readonly OpRecord[] = [
  {
    type: "BroadcastGradientArgs",
    shape: (c) => {
      withRank(c.input(0), 1);
      withRank(c.input(1), 1);
      return [new TensorShape([null]), new TensorShape([null])];
    },
    kernel,
  },
];

/** How the gradient of a broadcasting operation becomes that of one operand. */
export interface Reduction {
  /** Shape of the operand. */
  readonly shape: readonly number[] | Tensor;
  readonly axes: readonly number[] | Tensor;
  /** False where the operand already has the gradient's shape. */
  readonly needed: boolean;
}

/** The two reductions as nodes that work them out when run. */
export function dynamicReductions(x: Tensor, y: Tensor, optimize = true): readonly [Reduction, Reduction] {
  const sx = shapeInternal(x, null, optimize);
  const sy = shapeInternal(y, null, optimize);
  const [rx, ry] = createOperation("BroadcastGradientArgs", { s0: sx, s1: sy }).outputs;
  return [
    { shape: sx, axes: rx!, needed: true },
    { shape: sy, axes: ry!, needed: true },
  ];
}

// The first gradient for a pair of shapes makes nodes for them, later ones only use the result.
const known = new WeakMap<Graph, Map<string, readonly [number[], number[]]>>();

function staticAxes(a: readonly number[], b: readonly number[]): readonly [number[], number[]] {
  const graph = getDefaultGraph();
  let cache = known.get(graph);
  if (!cache) {
    cache = new Map();
    known.set(graph, cache);
  }
  const key = `${a.join()};${b.join()}`;
  let axes = cache.get(key);
  if (!axes) {
    createOperation("BroadcastGradientArgs", { s0: a, s1: b });
    axes = gradientAxes(a, b)!;
    cache.set(key, axes);
  }
  return axes;
}

function equal(a: readonly (number | null)[] | null, b: readonly (number | null)[] | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.every((d, i) => d === b[i]));
}

/** Reductions for both operands, static where both shapes are known. */
export function broadcastReductions(x: Tensor, y: Tensor, grad: Gradient): readonly [Reduction, Reduction] {
  const [a, b] = [x.shape.known, y.shape.known];
  if (!(grad instanceof Tensor)) return dynamicReductions(x, y);
  if (!a || !b) return dynamicReductions(x, y, false);
  const [rx, ry] = staticAxes(a, b);
  const dims = grad.shape.dims;
  return [
    { shape: a, axes: rx, needed: !equal(a, dims) },
    { shape: b, axes: ry, needed: !equal(b, dims) },
  ];
}

/** True when operands and gradient all have one fully known shape. */
export function allSameShape(x: Tensor, y: Tensor, grad: Gradient): boolean {
  const a = x.shape.known;
  return grad instanceof Tensor && a !== null && equal(a, y.shape.dims) && equal(a, grad.shape.dims);
}

/** Sums a gradient over the axes along which the operand was repeated, and gives it the operand's shape. */
export function reduceTo(grad: Gradient, { shape, axes }: Reduction): Tensor {
  const sum = createOp("Sum", { input: grad, reduction_indices: axes });
  return reshapeTo(sum, shape);
}
