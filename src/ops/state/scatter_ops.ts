/**
 * Writing parts of variables: rows by index, elements or slices by tuples of indices.
 * Source: tensorflow/core/kernels/{scatter_op,scatter_nd_op,resource_variable_ops}.cc, core/ops/state_ops.cc.
 */
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeContext } from "../../graph/shape_inference.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { sameShape, sizeOf } from "../../np/strided.js";
import { NumericsError } from "../../numerics/errors.js";
import type { Indices } from "../../numerics/reductions/indices.js";
import { bindScatter, type ScatterOp } from "../../numerics/reductions/scatter.js";
import { subshape } from "../array/dimensions.js";
import { bindCopyRun } from "../array/move.js";
import { bindScatterNd, scatterShape } from "../array/scatter_nd.js";
import { shapeText } from "../run_shapes.js";
import { merge, withRankAtLeast } from "../shape_functions.js";
import { requireValue } from "./resource_ops.js";

/** Text and booleans have no arithmetic: one row after another is put in place. */
function bindPut(indices: Value, updates: Value, target: Value, inner: number, isScalar: boolean): () => void {
  const rows = target.shape[0]!;
  const check = bindScatter("update", dtypeOf("int32"), rows, 0, indices.shape);
  const put = bindCopyRun(updates, target, isScalar ? 1 : inner);
  const list = indices.data as Indices;
  const nothing = new Int32Array(0);
  return () => {
    check(nothing, list, nothing);
    for (let i = 0; i < list.length; i++) {
      const to = Number(list[i]) * inner;
      if (!isScalar) put(i * inner, to);
      else for (let j = 0; j < inner; j++) put(0, to + j);
    }
  };
}

function checkRows(type: string, params: readonly number[], indices: Value, updates: Value): void {
  if (type.startsWith("Resource")) {
    if (indices.size > 0 && updates.size % indices.size !== 0) {
      throw invalidArgument(
        `shape of indices (${shapeText(indices.shape)}) is not compatible with the shape of updates (${shapeText(updates.shape)})`,
      );
    }
    return;
  }
  if (params.length < 1) throw invalidArgument(`params must be at least 1-D, got shape ${shapeText(params)}`);
  const whole = [...indices.shape, ...params.slice(1)];
  if (updates.shape.length === 0 || sameShape(updates.shape, whole)) return;
  throw invalidArgument(
    `Must have updates.shape = indices.shape + params.shape[1:] or updates.shape = [], got updates.shape ${shapeText(updates.shape)}, indices.shape ${shapeText(indices.shape)}, params.shape ${shapeText(params)}`,
  );
}

function bindRows(type: string, op: ScatterOp, target: Value, indices: Value, updates: Value): () => void {
  checkRows(type, target.shape, indices, updates);
  const inner = sizeOf(target.shape.slice(1));
  const isScalar = updates.shape.length === 0;
  if (Array.isArray(target.data) || target.dtype.is_bool) return bindPut(indices, updates, target, inner, isScalar);
  const dtype = dtypeOf(target.dtype.numpyName!);
  const scatter = bindScatter(op, dtype, target.shape[0]!, inner, indices.shape, isScalar);
  const [to, list, from] = [target.data as NumericData, indices.data as Indices, updates.data as NumericData];
  return () => {
    try {
      scatter(to, list, from);
    } catch (error) {
      throw error instanceof NumericsError ? invalidArgument(error.message) : error;
    }
  };
}

/** Changes the variable behind the first input; bound again when that has got another buffer. */
function kernel(bind: (type: string, target: Value, indices: Value, updates: Value) => () => void): Kernel {
  return (k) => {
    const variable = k.variable(0);
    const [indices, updates] = [k.input(1), k.input(2)];
    const isHandle = k.type.startsWith("Resource");
    if (!isHandle) k.outputVariable(0, variable);
    let bound: Value | null = null;
    let run = (): void => {};
    return () => {
      if (isHandle) requireValue(variable);
      if (variable.value !== bound) {
        run = bind(k.type, variable.value, indices, updates);
        bound = variable.value;
      }
      run();
    };
  };
}

/** Shape of the variable behind a reference or a handle. */
function target(c: ShapeContext): TensorShape {
  return c.inputDType(0).baseName === "resource" ? c.handleShape(0) : c.input(0);
}

function rowsShape(c: ShapeContext): TensorShape[] {
  const shape = target(c);
  const whole = c.input(1).concatenate(subshape(withRankAtLeast(shape, 1), 1));
  if (c.input(2).rank !== 0) merge(c.input(2), whole);
  return c.outputCount === 0 ? [] : [shape];
}

function tuplesShape(c: ShapeContext): TensorShape[] {
  const shape = scatterShape(c, withRankAtLeast(c.input(1), 1), withRankAtLeast(c.input(2), 1), target(c));
  return c.outputCount === 0 ? [] : [shape];
}

const nothing = (): void => {};
const ROWS: readonly ScatterOp[] = ["update", "add", "sub", "mul", "div", "min", "max"];
const TUPLES = ["update", "add", "sub"] as const;
const capital = (op: string): string => op[0]!.toUpperCase() + op.slice(1);

export const scatterRecords: readonly OpRecord[] = ["Scatter", "ResourceScatter"].flatMap((prefix): OpRecord[] => [
  ...ROWS.map(
    (op): OpRecord => ({
      type: `${prefix}${capital(op)}`,
      shape: rowsShape,
      kernel: kernel((type, to, indices, updates) => bindRows(type, op, to, indices, updates)),
    }),
  ),
  ...TUPLES.map(
    (op): OpRecord => ({
      type: `${prefix}Nd${capital(op)}`,
      shape: tuplesShape,
      kernel: kernel((_type, to, indices, updates) => bindScatterNd(op, to, indices, updates, nothing)),
    }),
  ),
]);
