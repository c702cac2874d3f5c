/**
 * Ordering operations that no data connects.
 * Source: tf.group, tf.tuple, with_dependencies (tensorflow/python/ops/control_flow_ops.py).
 */

import { convertToTensor } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { controlOperationOf, type GraphElementLike } from "../../graph/elements.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import { Operation } from "../../graph/operation.js";
import { pyFunction } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { str } from "../../np/printing/repr.js";
import { typeName } from "../../np/printing/type_name.js";

function operationOf(x: unknown): Operation {
  const op = x instanceof IndexedSlices ? x.op : controlOperationOf(x);
  if (!op)
    throw new TypeError(
      `Expected tf.group() expected Tensor arguments not '${str(x)}' with type '<class '${typeName(x)}'>'`,
    );
  return op;
}

function noOpAfter(deps: readonly Operation[], device: string, name: string | null): Operation {
  const graph = getDefaultGraph();
  return graph.withControls(deps, () => graph.withDevice(device, () => createOperation("NoOp", {}, {}, name)));
}

/** An operation that is done when all of `ops` are: one per device first, where there are several. */
export function groupOperations(ops: readonly Operation[], name: string | null = null): Operation {
  if (ops.length === 0) return createOperation("NoOp", {}, {}, name);
  return scoped(name, "group_deps", ops, (scope) => {
    const byDevice = new Map<string, Operation[]>();
    for (const op of ops) byDevice.set(op.device, [...(byDevice.get(op.device) ?? []), op]);
    const [only, ...more] = byDevice;
    if (only && more.length === 0) return noOpAfter(only[1], only[0], scope);
    const parts = [...byDevice.keys()].sort().map((device) => noOpAfter(byDevice.get(device)!, device, null));
    return getDefaultGraph().withControls(parts, () => createOperation("NoOp", {}, {}, scope));
  });
}

/** tf.group: an operation that is done when all inputs are. The name comes as trailing `{ name }`. */
export function group(
  ...args: readonly (
    | GraphElementLike
    | IndexedSlices
    | readonly GraphElementLike[]
    | { readonly name?: string | null }
  )[]
): Operation {
  const last = args.at(-1);
  const isKeywords = typeof last === "object" && last !== null && Object.getPrototypeOf(last) === Object.prototype;
  const name = isKeywords ? ((last as { name?: string | null }).name ?? null) : null;
  const inputs = (isKeywords ? args.slice(0, -1) : args).flat();
  return groupOperations(inputs.map(operationOf), name);
}

/** The tensor again, but not before `deps` have run. */
export function withDependencies<T extends Tensor | IndexedSlices>(
  deps: readonly Operation[],
  output: T,
  name: string | null = null,
): T {
  const graph = getDefaultGraph();
  return scoped(name, "control_dependency", [...deps, output], (scope) =>
    graph.withColocation(output.op, () =>
      graph.withControls(deps, (): Tensor | IndexedSlices => {
        if (output instanceof IndexedSlices) {
          const values = createOp("Identity", { input: output.values }, {}, scope);
          return new IndexedSlices(values, output.indices, output.dense_shape);
        }
        return createOp("Identity", { input: convertToTensor(output) }, {}, scope);
      }),
    ),
  ) as T;
}

type TupleItem = Tensor | IndexedSlices | Operation | null;

/** Every item again, but none before all have been computed. Raises ValueError when there is nothing to wait for. */
export function gated<T extends TupleItem>(
  items: readonly T[],
  name: string | null = null,
  controlInputs: readonly Operation[] = [],
): T[] {
  return scoped(name, "tuple", items, () => {
    const ops = [...items.filter((t) => t !== null).map((t) => (t instanceof Operation ? t : t.op)), ...controlInputs];
    const unique = [...new Set(ops)].sort((a, b) => a.id - b.id);
    if (unique.length === 0)
      throw new ValueError(`Must have at least one Tensor: [${items.map(() => "None").join(", ")}]`);
    const gate = groupOperations(unique);
    return items.map((t) =>
      t instanceof Tensor || t instanceof IndexedSlices
        ? withDependencies([gate], t)
        : t instanceof Operation
          ? (gate as T)
          : t,
    );
  });
}

/** tf.tuple: the tensors again, each available only when all are. */
export const tuple = pyFunction<{
  tensors: readonly TupleItem[];
  name: string | null;
  control_inputs: readonly GraphElementLike[] | null;
}>()("tuple", "(tensors, name=None, control_inputs=None)", ({ tensors, name, control_inputs }) =>
  gated(tensors, name, (control_inputs ?? []).map(operationOf)),
);
