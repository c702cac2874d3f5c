/**
 * Replays reductions.json, one family per op and type.
 *
 * Left to the replay of whole graphs: the `rewrite` cases, which are about the graph optimizer and not about a kernel.
 */
import type { DType, NumericData } from "../../../../src/np/dtype.js";
import { dtypeOf } from "../../../../src/np/dtype.js";
import { bindUnary } from "../../../../src/numerics/elementwise/unary.js";
import type { Floats } from "../../../../src/numerics/matmul/tile.js";
import { bindArg } from "../../../../src/numerics/reductions/arg.js";
import type { Indices } from "../../../../src/numerics/reductions/indices.js";
import { bindReduce, type ReduceOp } from "../../../../src/numerics/reductions/reduce.js";
import { bindScan } from "../../../../src/numerics/reductions/scan.js";
import { bindGatherGradient, bindScatter, type ScatterOp } from "../../../../src/numerics/reductions/scatter.js";
import { bindSegment, bindSparseSegment, bindUnsortedSegment } from "../../../../src/numerics/reductions/segment.js";
import {
  bindLogSoftmax,
  bindSoftmax,
  bindSoftmaxCrossEntropy,
  bindSparseSoftmaxCrossEntropy,
} from "../../../../src/numerics/reductions/softmax.js";
import { bindAddN, bindBiasAddGrad, bindL2Loss, type DataFormat } from "../../../../src/numerics/reductions/sums.js";
import type { Family } from "../../replay.js";
import { makeArray, sizeOf, Tally } from "./bits.js";
import { type HashedCase, type HashedDocument, type Input, inputsOf } from "./hashed.js";

const REDUCE: Record<string, ReduceOp> = { sum: "Sum", mean: "Mean", prod: "Prod", max: "Max", min: "Min" };
const SEGMENT = { sum: "Sum", mean: "Mean", prod: "Prod", max: "Max", min: "Min", sqrt_n: "SqrtN" } as const;

const rowSize = (x: Input): number => sizeOf(x.shape.slice(1));
const typeOf = (x: Input): DType => dtypeOf(x.dtype);

function axesOf(axis: unknown, rank: number): number[] {
  if (axis === null || axis === undefined) return [...Array(rank).keys()];
  const list = Array.isArray(axis) ? axis : [axis];
  return list.map((a: number) => (a < 0 ? a + rank : a));
}

function reduced(op: ReduceOp, x: Input, axis: unknown, threads: number): Floats {
  const { shape, run } = bindReduce(op, typeOf(x), x.shape, axesOf(axis, x.shape.length), threads);
  const out = makeArray(x.dtype, sizeOf(shape)) as Floats;
  run(x.data, out);
  return out;
}

/** x - y where y holds one value per set of reduced axes. */
function minusReduced(x: Input, y: Floats, axis: unknown): Input {
  const axes = new Set(axesOf(axis, x.shape.length));
  const data = (x.data as Floats).slice();
  for (let i = 0; i < data.length; i++) {
    let rest = i;
    let at = 0;
    let step = 1;
    for (let d = x.shape.length - 1; d >= 0; d--) {
      const index = rest % x.shape[d]!;
      rest = Math.floor(rest / x.shape[d]!);
      if (axes.has(d)) continue;
      at += index * step;
      step *= x.shape[d]!;
    }
    data[i] = data[i]! - y[at]!;
  }
  return { ...x, data };
}

function unary(op: string, x: Floats): Floats {
  const out = x.slice();
  const run = bindUnary(op, x instanceof Float32Array ? "float32" : "float64", x.length);
  if (!run) throw new Error(`no kernel ${op}`);
  run(x, out);
  return out;
}

function zip(a: Floats, b: Floats, f: (x: number, y: number) => number): Floats {
  return a.map((x, i) => f(x, b[i]!));
}

function run(c: HashedCase, x: Input[]): NumericData[] {
  const attrs = c.attrs ?? {};
  const threads = c.threads ?? 1;
  const a = x[0]!;
  const dtype = typeOf(a);
  const out = (c.out ?? []).map((w) => makeArray(w.dtype, sizeOf(w.shape)));
  const o = out[0]!;
  const axis = attrs["axis"];
  const { op } = c;
  const reduce = REDUCE[op];
  if (reduce) return [reduced(reduce, a, axis, threads)];
  if (op === "logsumexp") {
    const most = reduced("Max", a, axis, threads).map((m) => (Number.isFinite(m) ? m : 0));
    const shifted = minusReduced(a, most, axis);
    const sum = reduced("Sum", { ...a, data: unary("Exp", shifted.data as Floats) }, axis, threads);
    return [zip(unary("Log", sum), most, (s, m) => s + m)];
  }
  if (op === "moments") {
    const mean = reduced("Mean", a, axis, threads);
    const d = minusReduced(a, mean, axis);
    const squares = (d.data as Floats).map((v) => v * v);
    return [mean, reduced("Mean", { ...a, data: squares }, axis, threads)];
  }
  if (op === "argmax" || op === "argmin") {
    const at = axesOf(axis, a.shape.length)[0]!;
    bindArg(op === "argmax" ? "ArgMax" : "ArgMin", dtype, a.shape, at)(a.data, o as BigInt64Array);
  } else if (op === "cumsum" || op === "cumprod") {
    const at = axesOf(axis, a.shape.length)[0]!;
    const scan = bindScan(
      op === "cumsum" ? "Cumsum" : "Cumprod",
      dtype,
      a.shape,
      at,
      attrs["exclusive"] === true,
      attrs["reverse"] === true,
    );
    scan(a.data, o);
  } else if (op.startsWith("segment_")) {
    const kind = SEGMENT[op.slice(8) as "sum" | "mean" | "prod" | "max" | "min"];
    bindSegment(kind, dtype, rowSize(a))(a.data, x[1]!.data as Indices, o);
  } else if (op === "unsorted_segment_sum") {
    const [ids, n] = [x[1]!, Number(attrs["n"])];
    bindUnsortedSegment("Sum", dtype, rowSize(a), n, ids.shape)(a.data, ids.data as Indices, o);
  } else if (op === "gather_grad") {
    const [ids, n] = [x[1]!, Number(attrs["n"])];
    bindGatherGradient(dtype, n, rowSize(a), ids.shape)(a.data, ids.data as Indices, o);
  } else if (op.startsWith("sparse_segment_")) {
    const kind = SEGMENT[op.slice(15) as "sum" | "mean" | "sqrt_n"];
    const bound = bindSparseSegment(kind, dtype, a.shape[0]!, rowSize(a));
    bound(a.data, x[1]!.data as Indices, x[2]!.data as Indices, o);
  } else if (op === "add_n") {
    bindAddN(
      dtype,
      x.length,
      a.data.length,
    )(
      x.map((i) => i.data),
      o,
    );
  } else if (op === "l2_loss") bindL2Loss(dtype, a.data.length, threads)(a.data, o);
  else if (op === "bias_add_grad") {
    bindBiasAddGrad(dtype, a.shape, attrs["data_format"] as DataFormat, threads)(a.data, o);
  } else if (op === "softmax") bindSoftmax(dtype, a.shape[0]!, a.shape[1]!)(a.data, o);
  else if (op === "log_softmax") bindLogSoftmax(dtype, a.shape[0]!, a.shape[1]!)(a.data, o);
  else if (op === "softmax_xent") {
    bindSoftmaxCrossEntropy(dtype, a.shape[0]!, a.shape[1]!)(a.data, x[1]!.data, o, out[1]!);
  } else if (op === "sparse_softmax_xent") {
    bindSparseSoftmaxCrossEntropy(dtype, a.shape[0]!, a.shape[1]!)(a.data, x[1]!.data as Indices, o, out[1]!);
  } else if (op.startsWith("scatter_")) {
    (o as Floats).set(a.data as Floats);
    const ids = x[1]!;
    const scatter = bindScatter(op.slice(8) as ScatterOp, dtype, a.shape[0]!, rowSize(a), ids.shape);
    scatter(o, ids.data as Indices, x[2]!.data);
  } else if (op === "assign_add" || op === "assign_sub") {
    const sign = op === "assign_add" ? 1 : -1;
    return [zip(a.data as Floats, x[1]!.data as Floats, (v, d) => v + sign * d)];
  } else if (op === "clip_by_global_norm") return clip(x, Number(attrs["clip_norm"]), threads);
  else if (op === "sigmoid_xent") {
    const [v, z] = [a.data as Floats, x[1]!.data as Floats];
    const relu = unary("Relu", v);
    const products = zip(v, z, (t, y) => t * y);
    const tail = unary(
      "Log1p",
      unary(
        "Exp",
        v.map((t) => (t >= 0 ? -t : t)),
      ),
    );
    return [
      zip(
        zip(relu, products, (r, p) => r - p),
        tail,
        (r, t) => r + t,
      ),
    ];
  } else throw new Error(`no model of ${op}`);
  return out;
}

/** Scales arrays so that their common norm is at most `limit`: every step is a kernel on one number or array. */
function clip(x: Input[], limit: number, threads: number): NumericData[] {
  const dtype = typeOf(x[0]!);
  const halves = makeArray(x[0]!.dtype, x.length) as Floats;
  const one = halves.slice(0, 1);
  x.forEach((i, at) => {
    bindL2Loss(dtype, i.data.length, threads)(i.data, one);
    halves[at] = one[0]!;
  });
  const round = dtype.name === "float32" ? Math.fround : Number;
  const total = reduced("Sum", { dtype: x[0]!.dtype, shape: [x.length], data: halves }, null, 1)[0]!;
  const norm = round(Math.sqrt(round(total * 2)));
  const most = round(limit);
  const scale = round(most * Math.min(round(1 / norm), round(1 / most)));
  one[0] = norm;
  return [one, ...x.map((i) => (i.data as Floats).map((v) => v * scale))];
}

export function replayReductions(doc: HashedDocument, only: string | null): Family[] {
  const tally = new Tally();
  for (const c of doc.cases) {
    if (c.op === "rewrite" || (only !== null && !c.id.includes(only))) continue;
    tally.check(`${c.op} ${c.in_dtype}`, c.id, c.out, "big", () => run(c, inputsOf(c, doc.arrays)));
  }
  return tally.families;
}
