/**
 * Runs one golden call on our side and describes what came of it as the recorder did.
 * Source: run_case of the goldens' ops_golden.py.
 */
import { tf } from "../../../../src/compat/index.js";
import { convertToTensor } from "../../../../src/graph/convert.js";
import { DType } from "../../../../src/graph/dtypes.js";
import { OpError } from "../../../../src/graph/errors.js";
import { IndexedSlices, IndexedSlicesValue } from "../../../../src/graph/indexed_slices.js";
import { Operation } from "../../../../src/graph/operation.js";
import { SparseTensor, SparseTensorValue } from "../../../../src/graph/sparse_tensor.js";
import { Tensor } from "../../../../src/graph/tensor.js";
import { TensorShape } from "../../../../src/graph/tensor_shape.js";
import { typeName } from "../../../../src/np/element.js";
import { PyFloat } from "../../../../src/np/pyfloat.js";
import { Strided } from "../../../../src/np/strided.js";
import * as py from "../../../../src/py/index.js";
import { repr } from "../../../../src/py/repr.js";
import { encodeArray, type Json } from "../../values.js";
import type { Call, Failed, Outcome } from "./case.js";
import { findCalled } from "./forms.js";
import { lookup, NotThere } from "./functions.js";
import { Inputs, isFloat } from "./inputs.js";
import { weights } from "./weights.js";

type GraphOutput = Tensor | SparseTensor | IndexedSlices;

function isGraphOutput(o: unknown): o is GraphOutput {
  return o instanceof Tensor || o instanceof SparseTensor || o instanceof IndexedSlices;
}

/** Nested lists, named tuples and dicts (by sorted keys) as one list. */
function flatten(o: unknown, out: unknown[] = []): unknown[] {
  const leaf =
    isGraphOutput(o) ||
    o instanceof Operation ||
    o instanceof TensorShape ||
    o instanceof DType ||
    o instanceof PyFloat;
  if (leaf || typeof o !== "object" || o === null || o instanceof Strided) out.push(o);
  else if (o instanceof Map) for (const key of [...o.keys()].sort()) flatten(o.get(key), out);
  else if (Symbol.iterator in o) for (const item of o as Iterable<unknown>) flatten(item, out);
  else if (Object.getPrototypeOf(o) === Object.prototype) {
    for (const [, item] of Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1))) flatten(item, out);
  } else out.push(o);
  return out;
}

interface Described {
  readonly shape: (number | null)[] | null;
  readonly dtype: string | null;
  readonly name: string | null;
  readonly type: string | null;
}

function describe(o: unknown): Described {
  if (isGraphOutput(o)) {
    const shape = o instanceof IndexedSlices ? o.values.shape : o.shape;
    const op = o instanceof Tensor ? o.op : o.values.op;
    const dims = shape.dims === null ? null : [...shape.dims];
    return { shape: dims, dtype: o.dtype.base_dtype.name, name: op.name, type: op.type };
  }
  if (o instanceof Operation) return { shape: null, dtype: null, name: o.name, type: o.type };
  return { shape: null, dtype: typeName(o), name: null, type: null };
}

function encodeValue(value: unknown): Json {
  const t = (x: unknown): Json => ({ $t: encodeArray(x as Strided) });
  if (value instanceof SparseTensorValue) {
    const { indices, values, dense_shape } = value;
    return { $sparse: { indices: t(indices), values: t(values), dense_shape: t(dense_shape) } };
  }
  if (value instanceof IndexedSlicesValue) return { $slices: { values: t(value.values), indices: t(value.indices) } };
  if (value instanceof Strided) return t(value);
  if (value instanceof TensorShape) return { $shape: value.dims };
  if (value instanceof DType) return { $dtype: value.name };
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  return { $repr: typeName(value) };
}

/** The text of an error as far as it does not depend on where the code stands. */
function messageOf(error: Error): string {
  // Python's str() of a KeyError is the repr of its argument.
  let text = error.name === "KeyError" ? repr(error.message) : error.message;
  if (error instanceof OpError) {
    text = text.split(
      /\n\t ?\[\[|\n\nErrors may have originated|\nOriginal stack trace|\n\nOriginal stack|\nDetected at node/,
    )[0]!;
    text = text.replace(/^\d+ root error\(s\) found\.\n\s+\(\d\) [A-Z][a-z ]+: /, "");
  }
  text = text.replace(/0x[0-9a-f]{6,}/g, "0x…").replace(/(\/[\w.+-]+){3,}/g, "PATH");
  return text.length <= 600 ? text : `${text.slice(0, 600)}…`;
}

function failure(error: unknown, stage: Failed["stage"]): Failed {
  if (error instanceof NotThere || !(error instanceof Error)) throw error;
  return { type: error.name, message: messageOf(error), stage };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Raises NotThere where something that the case needs does not exist yet. */
export function runCall(call: Call, target: string): Outcome {
  const graph = new tf.Graph();
  const context = graph.as_default();
  context.__enter__();
  try {
    return runIn(graph, call, target);
  } finally {
    context.__exit__();
  }
}

function runIn(graph: InstanceType<typeof tf.Graph>, call: Call, target: string): Outcome {
  const result: Mutable<Outcome> = {
    out: [],
    static_shape: [],
    dtype: [],
    op_name: null,
    op_type: null,
    grads: [],
    error: null,
  };
  const fn = findCalled(call.fn);
  if (!fn) throw new NotThere(call.fn);
  const inputs = new Inputs(call.feeds);
  let outs: unknown[];
  try {
    const args = call.args.map((a) => inputs.build(a));
    const kwargs = inputs.build(call.kwargs) as object;
    outs = flatten(Object.keys(kwargs).length > 0 ? fn(...args, kwargs) : fn(...args));
  } catch (error) {
    result.error = failure(error, "build");
    return result;
  }
  const info = outs.map(describe);
  result.static_shape = info.map((d) => d.shape);
  result.dtype = info.map((d) => d.dtype);
  result.op_name = info[0]?.name ?? null;
  result.op_type = info[0]?.type ?? null;
  if (new Set(info.map((d) => d.name)).size > 1) {
    result.op_names = info.map((d) => d.name);
    result.op_types = info.map((d) => d.type);
  }
  const session = new tf.Session({ target, graph });
  const run = (fetches: readonly unknown[]): unknown[] => session.run(fetches, inputs.feedDict) as unknown[];
  const live = outs.filter(isGraphOutput);
  const values = new Map<unknown, unknown>();
  try {
    if (call.fn.startsWith("tf.metrics.")) {
      session.run(lookup("tf.local_variables_initializer")() as Operation, inputs.feedDict);
      // The update first, then the value.
      for (const o of live.toReversed()) values.set(o, run([o])[0]);
    } else {
      const got = live.length > 0 ? run(live) : [];
      live.forEach((o, i) => {
        values.set(o, got[i]);
      });
    }
  } catch (error) {
    result.error = failure(error, "run");
    return result;
  }
  result.out = outs.map((o) => encodeValue(values.has(o) ? values.get(o) : o));
  if (!/^(tf\.metrics\.|form\.(indexed|gradients|second))/.test(call.fn) && inputs.floats.length > 0) {
    addGradients(result, live, values, inputs, run);
  }
  return result;
}

function weighted(t: Tensor, shape: readonly number[], start: number): unknown {
  const n = shape.reduce((a, b) => a * b, 1);
  const w = tf.constant([...weights(n, start)], { dtype: t.dtype, shape });
  return lookup("tf.reduce_sum")(py.mul(t, w));
}

function addGradients(
  result: Mutable<Outcome>,
  outs: readonly GraphOutput[],
  values: ReadonlyMap<unknown, unknown>,
  inputs: Inputs,
  run: (fetches: readonly unknown[]) => unknown[],
): void {
  const ys: unknown[] = [];
  let start = 0;
  try {
    for (const o of outs) {
      const t = o instanceof Tensor ? o : o.values;
      if (!isFloat(t.dtype.base_dtype.name)) continue;
      const value = values.get(o);
      const dense = (value instanceof Strided ? value : (value as { values: Strided }).values) as Strided;
      ys.push(weighted(t, dense.shape, start));
      start += dense.size;
    }
    if (ys.length === 0) return;
  } catch (error) {
    result.grad_error = failure(error, "build");
    return;
  }
  let grads: (Tensor | IndexedSlices | null)[];
  try {
    grads = lookup("tf.gradients")(ys, inputs.floats) as (Tensor | IndexedSlices | null)[];
  } catch (error) {
    result.grad_error = failure(error, "build");
    return;
  }
  try {
    const dense = grads.map((g) => (g === null ? null : convertToTensor(g)));
    const live = dense.filter((g) => g !== null);
    const got = live.length > 0 ? run(live) : [];
    const taken = new Map(live.map((g, i) => [g, got[i]]));
    result.grads = dense.map((g) => (g === null ? null : encodeValue(taken.get(g))));
  } catch (error) {
    result.grad_error = failure(error, "run");
    return;
  }
  const kinds = grads.map((g) => typeName(g));
  if (kinds.includes("IndexedSlices")) result.grad_kinds = kinds;
}
