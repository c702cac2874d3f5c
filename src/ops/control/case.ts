/**
 * tf.case: the first branch whose predicate is true, as conditionals inside each other.
 * Source: tf.case (tensorflow/python/ops/control_flow_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { getDefaultGraph } from "../../graph/graph.js";
import type { Operation } from "../../graph/operation.js";
import { bindArguments, parseSignature, signed } from "../../graph/signature.js";
import { Tensor } from "../../graph/tensor.js";
import { TypeError_ } from "../../np/errors.js";
import { isPlainObject } from "../../np/printing/mapping.js";
import { PyOrderedDict } from "../../py/collections.js";
import { str } from "../../py/convert.js";
import { stack } from "../array/pack.js";
import { reduce_sum } from "../math/reductions.js";
import { buildAssert } from "./assert.js";
import { type Built, buildCond, type Structure } from "./cond.js";

type Branch = readonly [Tensor, () => unknown];

function atMost(predicates: readonly Tensor[], n: number, message: string): Operation {
  const all = stack(predicates, { name: "preds_c" });
  const count = reduce_sum(createOp("Cast", { x: all }, { DstT: int32 }), { name: "num_true_conds" });
  const condition = createOp("LessEqual", { x: count, y: constant(n, { name: "n_true_conds" }) });
  const names = predicates.map((p) => p.name).join(", ");
  return buildAssert(
    condition,
    [`${message}: more than ${n} conditions (${names}) evaluated as True:`, all],
    predicates.length,
  );
}

function branchesOf(given: unknown): Branch[] {
  let pairs: readonly unknown[];
  if (given instanceof PyOrderedDict) pairs = [...given];
  else if (given instanceof Map) {
    pairs = [...given].sort(([a], [b]) => ((a as Tensor).name < (b as Tensor).name ? -1 : 1));
  } else if (Array.isArray(given)) pairs = given;
  else if (isPlainObject(given)) pairs = Object.entries(given);
  else throw new TypeError_("fns must be a list, tuple, or dict");
  return pairs.map((pair) => {
    if (!Array.isArray(pair) || pair.length !== 2)
      throw new TypeError_("Each entry in pred_fn_pairs must be a 2-tuple");
    const [pred, fn] = pair as [unknown, unknown];
    if (!(pred instanceof Tensor)) throw new TypeError_(`pred must be a Tensor, got: ${str(pred)}`);
    if (!pred.dtype.is_bool) throw new TypeError_(`pred must be Tensor of type bool: ${pred.name}`);
    if (typeof fn !== "function") throw new TypeError_(`fn for pred ${pred.name} must be callable.`);
    return [pred, fn as () => unknown] as const;
  });
}

/** Without a default the last branch is it, and a run in which its predicate is false fails. */
function withDefault(branches: readonly Branch[], given: (() => unknown) | null): [readonly Branch[], () => unknown] {
  if (given) return [branches, given];
  const others = branches.slice(0, -1);
  const [predicate, action] = branches.at(-1)!;
  const message = `Implementation error: selected default action #${others.length} was called, but some of other predicates are True: `;
  return [
    others,
    () => {
      const all = stack(
        branches.map(([p]) => p),
        { name: "preds_c" },
      );
      const checks = [
        atMost(
          others.map(([p]) => p),
          0,
          message,
        ),
        buildAssert(predicate, ["Input error: None of conditions evaluated as True:", all]),
      ];
      return getDefaultGraph().withControls(checks, action);
    },
  ];
}

const SIGNATURE = "(pred_fn_pairs, default=None, exclusive=False, strict=False, name='case')";
const PARAMETERS = parseSignature(SIGNATURE);

export interface CaseKeywords<T> {
  /** `default` in Python. */
  readonly default?: (() => T) | null;
  readonly exclusive?: boolean;
  readonly strict?: boolean;
  readonly name?: string;
}
type Pairs<T> = readonly (readonly [Tensor, () => T])[] | ReadonlyMap<Tensor, () => T>;

/** tf.case: the result of the first function whose predicate (a bool scalar) is true; of `default` where none is. */
function case_<T extends Structure>(
  pred_fn_pairs: Pairs<T>,
  default_?: (() => Structure) | null,
  keywords?: CaseKeywords<Structure>,
): Built<T>;
function case_<T extends Structure>(pred_fn_pairs: Pairs<T>, keywords: CaseKeywords<Structure>): Built<T>;
function case_(...args: readonly unknown[]): unknown {
  const p = bindArguments("case", PARAMETERS, args);
  const all = branchesOf(p["pred_fn_pairs"]);
  return scoped(p["name"] as string, "case", [all.map(([t]) => t)], () => {
    const [branches, otherwise] = withDefault(all, p["default"] as (() => unknown) | null);
    const fn = branches.reduceRight<() => unknown>(
      (next, [pred, action]) =>
        () =>
          buildCond(pred, action, next, null, p["strict"] === true),
      otherwise,
    );
    if (p["exclusive"] !== true) return fn();
    const check = atMost(
      branches.map(([t]) => t),
      1,
      "Input error: exclusive=True",
    );
    return getDefaultGraph().withControls([check], fn);
  });
}

const signedCase = signed(SIGNATURE, case_);

export { signedCase as case_ };
