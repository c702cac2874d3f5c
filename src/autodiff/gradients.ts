/**
 * Gradients as new nodes of the graph, walking backwards from the targets.
 * Source: tf.gradients (tensorflow/python/ops/gradients_impl.py, gradients_util.py).
 */
import { constant } from "../graph/constant.js";
import { isLoopExit, isLoopSwitch } from "../graph/control_flow.js";
import { convertToTensor, convertToTensorOrIndexedSlices, type TensorLike } from "../graph/convert.js";
import { scoped } from "../graph/create_op.js";
import { getDefaultGraph } from "../graph/graph.js";
import { IndexedSlices } from "../graph/indexed_slices.js";
import type { Operation } from "../graph/operation.js";
import { type Gradient, type GradientFn, gradientOf } from "../graph/registry.js";
import { pyFunction } from "../graph/signature.js";
import { SparseTensor } from "../graph/sparse_tensor.js";
import { Tensor } from "../graph/tensor.js";
import { AttributeError, LookupError, ValueError } from "../np/errors.js";
import { fillWith, zerosLike } from "../ops/array/fill.js";
import { identity } from "../ops/array/identity.js";
import { shapeInternal } from "../ops/array/shape.js";
import { gated } from "../ops/control/dependencies.js";
import { isResourceVariable } from "../ops/state/resource_variable.js";
import { type Aggregation, AggregationMethod, aggregate } from "./aggregate.js";
import { between, stopOps } from "./between.js";
import type { LoopStates } from "./loop_state.js";
import { isTrainable } from "./trainable.js";
import { zerosOutsideLoop } from "./zeros.js";

/** What is given for sources that the targets don't depend on. Source: tf.UnconnectedGradients. */
export const UnconnectedGradients = Object.freeze({ NONE: "none", ZERO: "zero" } as const);

export interface GradientOptions {
  readonly gradYs?: readonly (TensorLike | IndexedSlices | null)[] | null;
  readonly name?: string;
  readonly colocate?: boolean;
  readonly gate?: boolean;
  readonly aggregation?: Aggregation | null;
  readonly stopGradients?: readonly TensorLike[];
  readonly unconnected?: string;
}

/** Gradients received so far, per output. */
class Received {
  private readonly map = new Map<Operation, Gradient[][]>();

  add(t: Tensor, grad: Gradient): void {
    let list = this.map.get(t.op);
    if (!list) {
      list = t.op.outputs.map(() => []);
      this.map.set(t.op, list);
    }
    list[t.value_index]!.push(grad);
  }
  of(op: Operation): readonly (readonly Gradient[])[] {
    return this.map.get(op) ?? op.outputs.map(() => []);
  }
  has(op: Operation): boolean {
    return this.map.has(op);
  }
  settle(op: Operation, grads: readonly Gradient[]): void {
    if (this.map.has(op))
      this.map.set(
        op,
        grads.map((g) => [g]),
      );
  }
  final(t: Tensor): Gradient {
    return this.map.get(t.op)?.[t.value_index]?.[0] ?? null;
  }
}

function initialGradient(
  y: Tensor | IndexedSlices,
  given: TensorLike | IndexedSlices | null,
  i: number,
): Tensor | IndexedSlices {
  const dtype = y.dtype;
  if (given === null) {
    if (dtype.is_complex)
      throw new TypeError(`Gradients of complex tensors must set grad_ys (y.dtype = ${dtype.__repr__()})`);
    const like = y instanceof Tensor ? y : convertToTensor(y);
    return fillWith(shapeInternal(like), constant(1, { dtype: dtype.base_dtype, name: `grad_ys_${i}` }));
  }
  const grad = convertToTensorOrIndexedSlices(given, { name: "grad_y" });
  const isReal = grad.dtype.is_floating || grad.dtype.is_integer;
  if ((dtype.is_floating || dtype.is_integer) && !isReal) {
    throw new TypeError(
      `Gradient type ${grad.dtype.name} generated for real or integer-valued tensor ${y} with type ${dtype.name} must be real or integer`,
    );
  }
  if (dtype.is_complex && !grad.dtype.is_complex) {
    throw new TypeError(
      `Gradient type ${grad.dtype.name} generated for complex-valued tensor ${y} with type ${dtype.name} must be real`,
    );
  }
  if (!dtype.is_floating && !dtype.is_integer && !dtype.is_complex) {
    throw new TypeError(`Tensor ${y} with type ${dtype.name} must be numeric to obtain a default gradient`);
  }
  if (grad instanceof Tensor) return identity(grad, { name: `grad_ys_${i}` });
  const shape = grad.dense_shape ? identity(grad.dense_shape, { name: `grad_ys_${i}_shape` }) : null;
  return new IndexedSlices(
    identity(grad.values, { name: `grad_ys_${i}_values` }),
    identity(grad.indices, { name: `grad_ys_${i}_indices` }),
    shape,
  );
}

/** Gradient function of an operation whose outputs have gradients; null where it stops. Raises LookupError. */
function functionOf(op: Operation): GradientFn | null {
  const fn = gradientOf(op);
  if (fn === null) throw new LookupError(`No gradient defined for operation '${op.name}' (op type: ${op.type})`);
  return fn === "none" ? null : fn;
}

class Walk {
  private readonly received = new Received();
  private loops: LoopStates | null = null;
  private readonly options: GradientOptions;

  constructor(options: GradientOptions) {
    this.options = options;
  }

  run(ys: readonly (Tensor | IndexedSlices)[], xs: readonly (Tensor | IndexedSlices)[]): Gradient[] {
    const { options } = this;
    const gradYs = options.gradYs ?? ys.map(() => null);
    if (gradYs.length !== ys.length) throw new ValueError(`Passed ${gradYs.length} grad_ys for ${ys.length} ys`);
    ys.forEach((y, i) => {
      this.received.add(
        denseOf(y),
        this.colocated(y.op, () => initialGradient(y, gradYs[i]!, i)),
      );
    });
    const to = ys.map((y) => y.op);
    const from = xs.map((x) => x.op);
    const { targets, pending, loops } = between(to, from, options.colocate ?? false);
    this.loops = loops;
    const stop = stopOps(
      from,
      (options.stopGradients ?? []).map((t) => convertToTensor(t).op),
      pending,
    );
    const queue: Operation[] = [];
    for (const op of new Set(to)) if ((pending.get(op) ?? 0) === 0 && targets.has(op)) queue.push(op);
    for (const y of loops?.unusedExits(pending, new Set(queue)) ?? []) {
      if (!isTrainable(y.dtype)) continue;
      this.received.add(y, loops!.zerosForExit(y));
      queue.push(y.op);
    }
    for (let i = 0; i < queue.length; i++) {
      const op = queue[i]!;
      this.visit(op, stop);
      for (const t of op.inputs) queue.push(...this.readyAfter(t, pending));
    }
    loops?.finish();
    return xs.map((x) => this.result(denseOf(x)));
  }

  /** One reader of a tensor is done: the operations that can be visited now. */
  private readyAfter(t: Tensor, pending: Map<Operation, number>): Operation[] {
    const left = (pending.get(t.op) ?? 0) - 1;
    pending.set(t.op, left);
    // A loop's switch comes twice: from its exit, and once more when the body's gradient is there.
    const isReady = left === 0 || (this.loops !== null && left > 0 && isLoopSwitch(t.op));
    if (!isReady) return [];
    if (!isLoopExit(t.op) || !this.loops) return [t.op];
    const has = (op: Operation): boolean => this.received.of(op).some((list) => list.some((g) => g !== null));
    return this.loops.exitReady(t, has, (y, zeros) => this.received.add(y, zeros));
  }

  private colocated<T>(op: Operation, body: () => T): T {
    return this.options.colocate ? getDefaultGraph().withColocation(op, body) : body();
  }

  private visit(op: Operation, stop: ReadonlySet<Operation>): void {
    this.colocated(op, () => {
      const method = this.options.aggregation ?? AggregationMethod.DEFAULT;
      const { loops } = this;
      const sum = (): Gradient[] => this.received.of(op).map((list) => aggregate(op, list, method));
      const grads = loops ? loops.inside(op, true, sum) : sum();
      this.received.settle(op, grads);
      if (!grads.some((g) => g !== null)) return;
      const fn = stop.has(op) ? null : functionOf(op);
      if (!fn) return;
      if (loops) loops.inside(op, false, () => this.apply(op, grads, fn));
      else this.apply(op, grads, fn);
    });
  }

  /** Calls an operation's gradient function, and passes on what it gives. */
  private apply(op: Operation, grads: readonly Gradient[], fn: GradientFn): void {
    const { loops } = this;
    const zeros = (i: number): Gradient => (loops ? loops.zerosLike(op, i) : zerosOutsideLoop(op, i));
    const full = grads.map((g, i) => g ?? (isTrainable(op.outputs[i]!.dtype) ? zeros(i) : null));
    const graph = getDefaultGraph();
    const made = graph.inScope(`${op.name}_grad`, () =>
      graph.withOriginalOp(op, () => {
        const list = fn(op, ...full);
        if (list.length !== op.inputs.length) {
          throw new ValueError(
            `Num gradients ${list.length} generated for op ${op.node_def} do not match num inputs ${op.inputs.length}`,
          );
        }
        return this.gate(list);
      }),
    );
    op.inputs.forEach((t, i) => {
      this.pass(op, i, t, made[i]!);
    });
  }

  /** With gating, no gradient of an operation is used before all of them are computed. */
  private gate(grads: Gradient[]): Gradient[] {
    if (!this.options.gate || grads.filter((g) => g !== null).length < 2) return grads;
    const graph = getDefaultGraph();
    return graph.withDevice(null, () => graph.withColocation(null, () => gated(grads), true));
  }

  private pass(op: Operation, i: number, t: Tensor, grad: Gradient): void {
    if (grad === null) return;
    if (grad instanceof Tensor && t.dtype.baseName !== "resource") {
      try {
        grad.set_shape(t.shape);
      } catch {
        throw new ValueError(
          `Incompatible shapes between op input and calculated input gradient.  Forward operation: ${op.name}.  Input index: ${i}. Original input shape: ${t.shape}.  Calculated input gradient shape: ${grad.shape}`,
        );
      }
    }
    this.received.add(t, grad);
  }

  private result(x: Tensor): Gradient {
    if (this.received.has(x.op)) return this.received.final(x);
    const { unconnected = UnconnectedGradients.NONE } = this.options;
    return unconnected === UnconnectedGradients.ZERO ? zerosLike(x) : null;
  }
}

function denseOf(x: Tensor | IndexedSlices): Tensor {
  return x instanceof Tensor ? x : x.values;
}

/** Builds gradients of the sum of `ys` with respect to each of `xs`; null where there is no path. */
export function buildGradients(
  ys: readonly (TensorLike | IndexedSlices)[],
  xs: readonly (TensorLike | IndexedSlices)[],
  options: GradientOptions = {},
): Gradient[] {
  const unconnected = options.unconnected ?? UnconnectedGradients.NONE;
  if (unconnected !== "none" && unconnected !== "zero")
    throw new ValueError(`Unknown value for unconnected_gradients: '${String(unconnected)}'`);
  const values = [...ys, ...xs, ...(options.stopGradients ?? []), ...(options.gradYs ?? [])];
  return scoped(options.name ?? "gradients", "gradients", values, () => {
    getDefaultGraph().unique_name("uid");
    const targets = ys.map((y) => convertToTensorOrIndexedSlices(y, { name: "y" }));
    if (xs.some((x) => (x as unknown) instanceof SparseTensor))
      throw new AttributeError("'SparseTensor' object has no attribute 'value_index'");
    // The gradient of a resource variable arrives at its handle, whichever read it came through.
    const sources = xs.map((x) =>
      isResourceVariable(x) ? x.handle : convertToTensorOrIndexedSlices(x, { name: "x", asRef: true }),
    );
    return new Walk(options).run(targets, sources);
  });
}

type Source = TensorLike | IndexedSlices;

function asList<T>(x: T | readonly T[]): readonly T[] {
  return Array.isArray(x) ? x : [x as T];
}

interface GradientArguments {
  ys: Source | readonly Source[];
  xs: Source | readonly Source[];
  grad_ys: Source | readonly (Source | null)[] | null;
  name: string;
  colocate_gradients_with_ops: boolean;
  gate_gradients: boolean;
  aggregation_method: Aggregation | null;
  stop_gradients: TensorLike | readonly TensorLike[] | null;
  unconnected_gradients: string | undefined;
}

/**
 * tf.gradients: d(sum of ys)/dx for each x of xs, as tensors, IndexedSlices (rows of an embedding) or null where ys don't
 * depend on x. `grad_ys` are the initial gradients (ones by default), `stop_gradients` are treated as constants.
 * Raises LookupError for an operation without a gradient, ValueError and TypeError for arguments that don't fit.
 */
export const gradients = pyFunction<GradientArguments>()(
  "gradients",
  "(ys, xs, grad_ys=None, name='gradients', colocate_gradients_with_ops=False, gate_gradients=False, aggregation_method=None, stop_gradients=None, unconnected_gradients=UnconnectedGradients.NONE)",
  (p) =>
    buildGradients(asList(p.ys), asList(p.xs), {
      gradYs: p.grad_ys === null ? null : asList<Source | null>(p.grad_ys),
      name: p.name,
      colocate: p.colocate_gradients_with_ops,
      gate: p.gate_gradients,
      aggregation: p.aggregation_method,
      stopGradients: p.stop_gradients === null ? [] : asList(p.stop_gradients),
      unconnected: p.unconnected_gradients ?? UnconnectedGradients.NONE,
    }),
);
