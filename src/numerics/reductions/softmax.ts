/**
 * Softmax, LogSoftmax and the two softmax cross entropies with their gradients, over rows of classes.
 * Source: tensorflow/core/kernels/{softmax_op_functor,xent_op,sparse_xent_op}.h; measured: which values take the packet
 * exp or log and which the C library's (they differ in about one value of ten).
 */
import type { DType, NumericData } from "../../np/dtype.js";
import { roundHalf } from "../../np/half.js";
import { exp as exp64 } from "../../np/libm/exp.js";
import { expf } from "../../np/libm/expf.js";
import { flush32, flush64 } from "../../np/libm/flush.js";
import { log as log64 } from "../../np/libm/log.js";
import { logf } from "../../np/libm/logf.js";
import { NumericsError } from "../errors.js";
import type { Floats } from "../matmul/tile.js";
import * as packet from "../packet.js";
import { type Fold, floatFold } from "./fold.js";
import type { Indices } from "./indices.js";

type Elementary = (x: number) => number;

/** What differs between float32 and float64. */
interface Precision {
  readonly lanes: number;
  /** To the type, results too small for a normal number to 0. */
  readonly round: Elementary;
  readonly packetExp: Elementary;
  readonly exp: Elementary;
  readonly packetLog: Elementary;
  readonly log: Elementary;
  /** Values per block of a broadcast expression, a figure of the cost model: softmax, cross entropy gradient. */
  readonly softmaxBlock: number;
  readonly xentBlock: number;
  readonly max: Fold;
  readonly sum: Fold;
}

function precisionOf(dtype: DType): Precision {
  const folds = { max: floatFold("Max", dtype), sum: floatFold("Sum", dtype) };
  if (dtype.name === "float64") {
    const exp = (x: number): number => flush64(exp64(x));
    return {
      ...folds,
      lanes: 4,
      round: flush64,
      packetExp: packet.exp64,
      exp,
      packetLog: log64,
      log: log64,
      softmaxBlock: 1675,
      xentBlock: 1111,
    };
  }
  if (dtype.name === "float16") {
    // No packets; each step is computed in float32 and rounded.
    const exp = (x: number): number => roundHalf(expf(x));
    const log = (x: number): number => roundHalf(logf(x));
    const one = { lanes: 1, round: roundHalf, packetExp: exp, exp, packetLog: log, log };
    return { ...folds, ...one, softmaxBlock: 4076, xentBlock: 2560 };
  }
  return {
    ...folds,
    lanes: 8,
    round: (x) => flush32(Math.fround(x)),
    packetExp: packet.exp,
    exp: expf,
    packetLog: packet.log,
    log: logf,
    softmaxBlock: 4076,
    xentBlock: 2560,
  };
}

/** Flat ranges [from, to) of a broadcast expression that take the scalar function: where packets do not fit a block. */
type Spans = readonly (readonly [from: number, to: number])[];

/** Blocks of an expression over [rows, classes]: whole rows, or strips of one row, of about `target` values. */
function* blocksOf(rows: number, classes: number, target: number): Generator<readonly [number, number]> {
  const n = rows * classes;
  if (n <= target) {
    yield [0, n];
    return;
  }
  const width = Math.min(target, classes);
  const height = Math.ceil(target / width);
  for (let i = 0; i < rows; i += height) {
    if (width === classes) yield [i * classes, Math.min(rows, i + height) * classes];
    else {
      for (let j = 0; j < classes; j += width) yield [i * classes + j, i * classes + Math.min(classes, j + width)];
    }
  }
}

/** `aligned`: packets start at multiples of the packet in the whole tensor; else at the start of each block. */
function scalarSpans(rows: number, classes: number, target: number, lanes: number, aligned: boolean): Spans {
  const out: [number, number][] = [];
  for (const [from, to] of blocksOf(rows, classes, target)) {
    const first = aligned ? Math.min(Math.ceil(from / lanes) * lanes, to) : from;
    const last = aligned ? Math.max(Math.floor(to / lanes) * lanes, first) : to - ((to - from) % lanes);
    if (first > from) out.push([from, first]);
    if (to > last) out.push([last, to]);
  }
  return out;
}

/** v = exp(v) for the first n values. */
function expInPlace(v: Floats, n: number, spans: Spans, { packetExp, exp }: Precision): void {
  let i = 0;
  for (const [from, to] of spans) {
    for (; i < from; i++) v[i] = packetExp(v[i]!);
    for (; i < to; i++) v[i] = exp(v[i]!);
  }
  for (; i < n; i++) v[i] = packetExp(v[i]!);
}

/** out = x - the largest value of its row. */
function shift(x: Floats, rows: number, classes: number, { max, round }: Precision, out: Floats): void {
  for (let i = 0, at = 0; i < rows; i++) {
    const most = max(x, at, classes, at);
    for (const end = at + classes; at < end; at++) out[at] = round(x[at]! - most);
  }
}

/** t[i] = sum of exp over row i of s; packets start at each row. */
function rowSums(s: Floats, rows: number, classes: number, p: Precision, scratch: Floats, t: Floats): void {
  const full = classes - (classes % p.lanes);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < full; j++, at++) scratch[j] = p.packetExp(s[at]!);
    for (let j = full; j < classes; j++, at++) scratch[j] = p.exp(s[at]!);
    t[i] = p.sum(scratch, 0, classes, i * classes);
  }
}

function logOfRow(i: number, rows: number, t: Floats, p: Precision): number {
  return i < rows - (rows % p.lanes) ? p.packetLog(t[i]!) : p.log(t[i]!);
}

/** Binds softmax over [rows, classes]. `out` may be x. */
export function bindSoftmax(dtype: DType, rows: number, classes: number): (x: NumericData, out: NumericData) => void {
  const p = precisionOf(dtype);
  const spans = scalarSpans(rows, classes, p.softmaxBlock, p.lanes, true);
  const { round, sum } = p;
  return (x, out) => {
    const e = out as Floats;
    shift(x as Floats, rows, classes, p, e);
    expInPlace(e, rows * classes, spans, p);
    for (let i = 0, at = 0; i < rows; i++) {
      const scale = round(1 / sum(e, at, classes, at));
      for (const end = at + classes; at < end; at++) e[at] = round(e[at]! * scale);
    }
  };
}

/** Binds log(softmax) over [rows, classes]. `out` may be x. */
export function bindLogSoftmax(
  dtype: DType,
  rows: number,
  classes: number,
): (x: NumericData, out: NumericData) => void {
  const p = precisionOf(dtype);
  const scratch = dtype.make(classes) as Floats;
  const t = dtype.make(rows) as Floats;
  return (x, out) => {
    const s = out as Floats;
    shift(x as Floats, rows, classes, p, s);
    rowSums(s, rows, classes, p, scratch, t);
    for (let i = 0, at = 0; i < rows; i++) {
      const log = logOfRow(i, rows, t, p);
      for (const end = at + classes; at < end; at++) s[at] = p.round(s[at]! - log);
    }
  };
}

/** Binds the cross entropy of label distributions: loss [rows] and its gradient for the logits [rows, classes]. */
export function bindSoftmaxCrossEntropy(
  dtype: DType,
  rows: number,
  classes: number,
): (logits: NumericData, labels: NumericData, loss: NumericData, gradient: NumericData) => void {
  const p = precisionOf(dtype);
  const spans = scalarSpans(rows, classes, p.xentBlock, p.lanes, false);
  const scratch = dtype.make(classes) as Floats;
  const t = dtype.make(rows) as Floats;
  const { round, sum } = p;
  return (logits, labels, loss, gradient) => {
    const y = labels as Floats;
    const s = gradient as Floats;
    shift(logits as Floats, rows, classes, p, s);
    rowSums(s, rows, classes, p, scratch, t);
    for (let i = 0, at = 0; i < rows; i++) {
      const log = logOfRow(i, rows, t, p);
      for (let j = 0; j < classes; j++, at++) scratch[j] = round(y[at]! * round(log - s[at]!));
      (loss as Floats)[i] = sum(scratch, 0, classes, i * classes);
    }
    expInPlace(s, rows * classes, spans, p);
    for (let i = 0, at = 0; i < rows; i++) {
      const total = t[i]!;
      for (const end = at + classes; at < end; at++) s[at] = round(round(s[at]! / total) - y[at]!);
    }
  };
}

/** A class number outside the logits. */
export class LabelOutOfRange extends NumericsError {
  constructor(label: number | bigint, classes: number, labels: Indices) {
    super(
      `Received a label value of ${label} which is outside the valid range of [0, ${classes}).  ` +
        `Label values: ${Array.from<number | bigint>(labels).join(" ")}`,
    );
  }
}

/** Binds the cross entropy of class numbers: loss [rows] and its gradient for the logits [rows, classes]. */
export function bindSparseSoftmaxCrossEntropy(
  dtype: DType,
  rows: number,
  classes: number,
): (logits: NumericData, labels: Indices, loss: NumericData, gradient: NumericData) => void {
  const p = precisionOf(dtype);
  const n = rows * classes;
  const spans: Spans = n % p.lanes === 0 ? [] : [[n - (n % p.lanes), n]];
  const scratch = dtype.make(classes) as Floats;
  const t = dtype.make(rows) as Floats;
  const { round } = p;
  return (logits, labels, loss, gradient) => {
    const s = gradient as Floats;
    for (let i = 0; i < rows; i++) {
      const label = labels[i]!;
      if (label < 0 || label >= classes) throw new LabelOutOfRange(label, classes, labels);
    }
    shift(logits as Floats, rows, classes, p, s);
    rowSums(s, rows, classes, p, scratch, t);
    for (let i = 0; i < rows; i++) {
      (loss as Floats)[i] = round(p.log(t[i]!) - s[i * classes + Number(labels[i])]!) + 0;
    }
    expInPlace(s, n, spans, p);
    for (let i = 0, at = 0; i < rows; i++) {
      const total = t[i]!;
      for (const end = at + classes; at < end; at++) s[at] = round(s[at]! / total);
      const label = i * classes + Number(labels[i]);
      s[label] = round(s[label]! - 1);
    }
  };
}
