/**
 * tf.cond: one of two branches, decided while running.
 * Source: tf.cond (tensorflow/python/ops/control_flow_ops.py), smart_cond (tensorflow/python/framework/smart_cond.py).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { IndexedSlices } from "../../graph/indexed_slices.js";
import { GraphKeys } from "../../graph/keys.js";
import { assertSameStructure, flatten, packAs } from "../../graph/nest.js";
import type { Operation } from "../../graph/operation.js";
import { bindArguments, parseSignature, signed } from "../../graph/signature.js";
import type { SparseTensor } from "../../graph/sparse_tensor.js";
import { Tensor } from "../../graph/tensor.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { CondContext } from "./cond_context.js";
import { fromFlows, toFlow } from "./flows.js";
import { merge } from "./switch_merge.js";

/** What a branch may return, nested at will. */
export type Structure =
  | TensorLike
  | Operation
  | SparseTensor
  | IndexedSlices
  | readonly Structure[]
  | ReadonlyMap<unknown, Structure>
  | { readonly [key: string]: Structure };

/** The type of a branch's result outside of it: tensors for everything that becomes one. */
export type Built<T> = T extends SparseTensor | IndexedSlices | Tensor
  ? T
  : T extends Operation | TensorLike
    ? T extends readonly unknown[]
      ? { -readonly [K in keyof T]: Built<T[K]> }
      : Tensor
    : T extends ReadonlyMap<infer K, infer V>
      ? Map<K, Built<V>>
      : T extends readonly [infer Only]
        ? Built<Only>
        : T extends object
          ? { -readonly [K in keyof T]: Built<T[K]> }
          : Tensor;

export interface CondKeywords<T> {
  readonly pred?: TensorLike;
  readonly true_fn?: () => T;
  readonly false_fn?: () => T;
  readonly strict?: boolean;
  readonly name?: string | null;
  readonly fn1?: () => T;
  readonly fn2?: () => T;
}

const SIGNATURE = "(pred, true_fn=None, false_fn=None, strict=False, name=None, fn1=None, fn2=None)";
const PARAMETERS = parseSignature(SIGNATURE);

/** A list of one is its item. */
function unpacked(x: unknown): unknown {
  return Array.isArray(x) && x.length === 1 ? x[0] : x;
}

function asList(x: unknown): unknown {
  return Array.isArray(x) ? x : [x];
}

/** Slices of both branches get indices of the same type. */
function sameIndexTypes(a: unknown, b: unknown): readonly [unknown, unknown] {
  const [x, y] = [flatten(a), flatten(b)];
  const cast = (s: unknown, other: unknown): unknown =>
    s instanceof IndexedSlices && other instanceof IndexedSlices && s.indices.dtype !== other.indices.dtype
      ? new IndexedSlices(s.values, createOp("Cast", { x: s.indices }, { DstT: "int64" }), s.dense_shape)
      : s;
  return [
    packAs(
      a,
      x.map((s, i) => cast(s, y[i])),
    ),
    packAs(
      b,
      y.map((s, i) => cast(s, x[i])),
    ),
  ];
}

interface Branches {
  readonly yes: { original: unknown; result: unknown };
  readonly no: { original: unknown; result: unknown };
}

function checked(branches: Branches): void {
  const { yes, no } = branches;
  try {
    assertSameStructure(yes.original, no.original, true);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof ValueError)) throw error;
    if (flatten(yes.original).length === flatten(no.original).length) {
      [yes.original, no.original] = sameIndexTypes(yes.original, no.original);
      [yes.result, no.result] = sameIndexTypes(yes.result, no.result);
    }
    try {
      assertSameStructure(yes.original, no.original, true);
    } catch (again) {
      if (again instanceof TypeError)
        throw new TypeError_(`Incompatible return types of true_fn and false_fn: ${again.message}`);
      if (again instanceof ValueError)
        throw new ValueError(`Incompatible return values of true_fn and false_fn: ${again.message}`);
      throw again;
    }
  }
}

/** Builds both branches and merges their results. */
export function buildCond(
  pred: TensorLike,
  trueFn: () => unknown,
  falseFn: () => unknown,
  name: string | null = null,
  strict = false,
): unknown {
  return scoped(name, "cond", [pred], () => {
    if (typeof pred === "boolean") throw new TypeError_("pred must not be a Python bool");
    const graph = getDefaultGraph();
    const [no, yes] = createOperation("Switch", { data: pred, pred }).outputs as [Tensor, Tensor];
    const pivotTrue = createOp("Identity", { input: yes }, {}, "switch_t");
    const pivotFalse = createOp("Identity", { input: no }, {}, "switch_f");
    const id = createOp("Identity", { input: pred }, {}, "pred_id");
    for (const t of [no, yes, pivotTrue, pivotFalse, id]) graph.prevent_fetching(t.op);

    const contexts: CondContext[] = [];
    const branch = (pivot: Tensor, which: 0 | 1, fn: () => unknown) => {
      const context = new CondContext(graph, id, pivot, which);
      contexts.push(context);
      return context.run(() => {
        const built = context.build(fn, toFlow);
        if (built.original === null)
          throw new ValueError(`${which === 1 ? "true" : "false"}_fn must have a return value.`);
        context.exitResult(flatten(built.result, true).filter((t) => t instanceof Tensor));
        return { original: built.original, result: asList(built.result) };
      });
    };
    const branches: Branches = { yes: branch(pivotTrue, 1, trueFn), no: branch(pivotFalse, 0, falseFn) };
    if (!strict) {
      branches.yes.original = unpacked(branches.yes.original);
      branches.no.original = unpacked(branches.no.original);
    }
    checked(branches);
    const [flatYes, flatNo] = [tensorsOf(branches.yes.result), tensorsOf(branches.no.result)];
    if (flatYes.length === 0) throw new ValueError("true_fn and false_fn must return at least one result.");
    flatYes.forEach((x, i) => {
      const y = flatNo[i]!;
      if (x.dtype.base_dtype !== y.dtype.base_dtype) {
        throw new ValueError(
          `Outputs of true_fn and false_fn must have the same type: ${x.dtype.name}, ${y.dtype.name}`,
        );
      }
    });
    const merged = flatYes.map((x, i) => merge([flatNo[i]!, x])[0]);
    if (contexts[0]!.outer === null) for (const c of contexts) graph.add_to_collection(GraphKeys.COND_CONTEXT, c);
    const { original } = branches.yes;
    const packed = packAs(original, fromFlows(flatten(original, true), merged), true);
    return strict ? packed : unpacked(packed);
  });
}

function tensorsOf(x: unknown): Tensor[] {
  return flatten(x, true).filter((t) => t instanceof Tensor);
}

/** tf.cond: the results of `true_fn` or of `false_fn`, as the bool scalar `pred` says while running. Both build the same structure. */
function cond<T extends Structure>(
  pred: TensorLike,
  true_fn: () => T,
  false_fn: () => Structure,
  keywords?: CondKeywords<Structure>,
): Built<T>;
function cond<T extends Structure>(pred: TensorLike, true_fn: () => T, keywords: CondKeywords<Structure>): Built<T>;
function cond<T extends Structure>(pred: TensorLike, keywords: CondKeywords<T>): Built<T>;
function cond<T extends Structure>(keywords: CondKeywords<T>): Built<T>;
function cond(...args: readonly unknown[]): unknown {
  const p = bindArguments("cond", PARAMETERS, args);
  const pick = (now: string, old: string): (() => unknown) => {
    if (p[old] !== null && p[now] !== null)
      throw new TypeError_(`cond(): ${now} and ${old} may not be set simultaneously.`);
    const fn = p[old] ?? p[now];
    if (fn === null) throw new TypeError_(`cond(): ${now} argument required`);
    if (typeof fn !== "function") throw new TypeError_(`${now} must be callable.`);
    return fn as () => unknown;
  };
  const trueFn = pick("true_fn", "fn1");
  const falseFn = pick("false_fn", "fn2");
  return buildCond(p["pred"] as TensorLike, trueFn, falseFn, p["name"] as string | null, p["strict"] === true);
}

const signedCond = signed(SIGNATURE, cond);

export { signedCond as cond };
