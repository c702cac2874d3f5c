/**
 * What is known of each op type: static shape, kernel, gradient. One record per type.
 */
import { KeyError } from "../np/errors.js";
import type { IndexedSlices } from "./indexed_slices.js";
import type { Kernel } from "./kernel.js";
import { addOpDef, opDefOf } from "./op_def.js";
import type { Operation } from "./operation.js";
import type { ShapeFn } from "./shape_inference.js";
import type { Tensor } from "./tensor.js";

/** A gradient as it travels backwards: dense, rows of a larger one, or none. */
export type Gradient = Tensor | IndexedSlices | null;

/**
 * Gradients for the inputs of `op`, given those of its outputs, one per input (null where there is none).
 * Runs in the name scope `<op>_grad`.
 */
export type GradientFn = (op: Operation, ...grads: Gradient[]) => Gradient[];

export interface OpRecord {
  readonly type: string;
  /** Signature, only for op types that TensorFlow does not have. */
  readonly def?: string;
  readonly shape?: ShapeFn;
  readonly kernel?: Kernel;
  /** "none": not differentiable, gradients stop silently. Left out: asking for a gradient is an error, as in TensorFlow. */
  readonly grad?: GradientFn | "none";
  /** The kernel needs only the shapes of its inputs: it can run before any data is there. */
  readonly shapeOnly?: boolean;
  /** Must run every time although it has no state: prints, asserts, what calls back into the user's code. */
  readonly impure?: boolean;
}

const records = new Map<string, OpRecord>();

/** Adds records to the registry. Raises on an unknown or already registered type. */
export function registerOps(list: readonly OpRecord[]): void {
  for (const record of list) {
    if (records.has(record.type)) throw new Error(`Op type ${record.type} is registered twice`);
    if (record.def !== undefined) addOpDef(record.def);
    else if (!opDefOf(record.type)) throw new Error(`TensorFlow 1.15 has no op type ${record.type}`);
    records.set(record.type, record);
  }
}

export function recordOf(type: string): OpRecord | undefined {
  return records.get(type);
}

export function registeredTypes(): readonly string[] {
  return [...records.keys()];
}

// Gradients that users register by name: tf.RegisterGradient, applied through graph.gradient_override_map.
const named = new Map<string, GradientFn>();

export function registerGradient(name: string, fn: GradientFn): void {
  if (named.has(name)) throw new KeyError(`Registering two gradient with name '${name}'!`);
  named.set(name, fn);
}

/** The gradient of an operation; "none" where it has none by definition, null where nobody defined one. */
export function gradientOf(op: Operation): GradientFn | "none" | null {
  const override = op.attrs.get("_gradient_op_type");
  const key = override ? String(override.value) : op.type;
  return named.get(key) ?? records.get(key)?.grad ?? null;
}
