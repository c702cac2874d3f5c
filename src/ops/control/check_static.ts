/**
 * Checks of ranks and types: mostly decided while the graph is built.
 * Source: tf.assert_rank …, tf.assert_type … (tensorflow/python/ops/check_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { as_dtype, type DTypeLike, float32, int32 } from "../../graph/dtypes.js";
import type { Operation } from "../../graph/operation.js";
import { pyFunction } from "../../graph/signature.js";
import { staticValue } from "../../graph/static_value.js";
import { Tensor } from "../../graph/tensor.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { tuple } from "../../np/pytuple.js";
import { str } from "../../py/convert.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { buildAssert } from "./assert.js";
import type { CheckOptions } from "./check_comparisons.js";
import { withDependencies } from "./dependencies.js";

function decided(name: string): Operation {
  return createOperation("NoOp", {}, {}, name);
}

/** Thrown where ranks are known not to fit; the caller words it. */
class RankMismatch extends ValueError {
  readonly actual: number;
  readonly wanted: readonly number[];
  constructor(actual: number, wanted: readonly number[]) {
    super("Static rank condition failed");
    this.actual = actual;
    this.wanted = wanted;
  }
}

interface RankRule {
  /** Whether a known rank fits. */
  fits(actual: number, wanted: readonly number[]): boolean;
  /** The same as a node. */
  condition(rank: Tensor, wanted: readonly Tensor[]): Tensor;
}

function rankCheck(
  x: Tensor,
  wanted: readonly Tensor[],
  rule: RankRule,
  data: readonly TensorLike[],
  summarize: number | null,
): Operation {
  // The original's check of each rank's type leaves an operation behind.
  for (const rank of wanted) assert_type(rank, int32);
  const known = wanted.map(staticValue);
  if (known.every((k) => k !== null)) {
    if (known.some((k) => k.ndim !== 0)) throw new ValueError("Rank must be a scalar.");
    const actual = x.shape.rank;
    if (actual !== null) {
      const ranks = known.map((k) => Number(k.data[k.offset]));
      if (!rule.fits(actual, ranks)) throw new RankMismatch(actual, ranks);
      return decided("static_checks_determined_all_ok");
    }
  }
  let condition = rule.condition(rankInternal(x, null), wanted);
  wanted.forEach((rank, i) => {
    if (known[i]) return;
    const check = assert_rank(rank, 0, { data: ["Rank must be a scalar. Received rank: ", rank] });
    condition = withDependencies([check], condition);
  });
  return buildAssert(condition, data, summarize);
}

type RankOptions = CheckOptions & { x: TensorLike };

function checkRank(
  name: string,
  words: string,
  p: RankOptions,
  given: readonly TensorLike[],
  rule: RankRule,
  listed: boolean,
): Operation {
  return scoped(p.name, name, [p.x, ...given, ...(p.data ?? [])], () => {
    const x = convertToTensor(p.x, { name: "x" });
    const wanted = given.map((r) => convertToTensor(r, { name: "rank" }));
    const message = p.message ?? "";
    const data = p.data ?? [
      message,
      `Tensor ${x.name} must have rank${words}`,
      ...wanted,
      "Received shape: ",
      shapeInternal(x),
    ];
    try {
      return rankCheck(x, wanted, rule, data, p.summarize);
    } catch (error) {
      if (!(error instanceof RankMismatch)) throw error;
      const ranks = listed ? str(tuple(error.wanted)) : str(error.wanted[0]);
      throw new ValueError(
        `${message}.  Tensor ${x.name} must have rank${words} ${ranks}.  Received rank ${error.actual}, shape ${x.shape}`,
      );
    }
  });
}

const RANK = "(x, rank, data=None, summarize=None, message=None, name=None)";

/** tf.assert_rank: fails unless `x` has that rank (an int32 scalar). Raises ValueError where that is known. */
export const assert_rank = pyFunction<RankOptions & { rank: TensorLike }>()(
  "assert_rank",
  RANK,
  (p): Operation =>
    checkRank(
      "assert_rank",
      "",
      p,
      [p.rank],
      {
        fits: (actual, [wanted]) => actual === wanted,
        condition: (rank, [wanted]) => createOp("Equal", { x: rank, y: wanted }),
      },
      false,
    ),
);

/** tf.assert_rank_at_least: fails unless the rank of `x` is `rank` or more. */
export const assert_rank_at_least = pyFunction<RankOptions & { rank: TensorLike }>()(
  "assert_rank_at_least",
  RANK,
  (p): Operation =>
    checkRank(
      "assert_rank_at_least",
      " at least",
      p,
      [p.rank],
      {
        fits: (actual, [wanted]) => actual >= wanted!,
        condition: (rank, [wanted]) => createOp("GreaterEqual", { x: rank, y: wanted }),
      },
      false,
    ),
);

/** tf.assert_rank_in: fails unless the rank of `x` is one of `ranks`. */
export const assert_rank_in = pyFunction<RankOptions & { ranks: readonly TensorLike[] }>()(
  "assert_rank_in",
  "(x, ranks, data=None, summarize=None, message=None, name=None)",
  (p): Operation =>
    checkRank(
      "assert_rank_in",
      " in",
      p,
      p.ranks,
      {
        fits: (actual, wanted) => wanted.includes(actual),
        condition: (rank, [first, ...more]) =>
          first === undefined
            ? convertToTensor(false)
            : more.reduce(
                (any, r) => createOp("LogicalOr", { x: any, y: createOp("Equal", { x: r, y: rank }) }),
                createOp("Equal", { x: first, y: rank }),
              ),
      },
      true,
    ),
);

/** tf.assert_type: raises TypeError unless `tensor` has that dtype. */
export const assert_type = pyFunction<{
  tensor: TensorLike;
  tf_type: DTypeLike;
  message: string | null;
  name: string | null;
}>()("assert_type", "(tensor, tf_type, message=None, name=None)", ({ tensor: given, tf_type, message, name }) =>
  scoped(name, "assert_type", [given], () => {
    const tensor = convertToTensor(given, { name: "tensor" });
    const wanted = as_dtype(tf_type);
    if (tensor.dtype !== wanted)
      throw new TypeError_(`${message ?? ""}  ${tensor.name} must be of type ${str(wanted)}`);
    return decided("statically_determined_correct_type");
  }),
);

/** tf.assert_integer: raises TypeError unless `x` has an integer dtype. */
export const assert_integer = pyFunction<{ x: TensorLike; message: string | null; name: string | null }>()(
  "assert_integer",
  "(x, message=None, name=None)",
  ({ x: given, message, name }) =>
    scoped(name, "assert_integer", [given], () => {
      const x = convertToTensor(given, { name: "x" });
      if (!x.dtype.is_integer) {
        throw new TypeError_(
          `${message ?? ""}  Expected "x" to be integer type.  Found: ${x.name} of dtype ${str(x.dtype)}`,
        );
      }
      return decided("statically_determined_was_integer");
    }),
);

/** tf.assert_scalar: `tensor`, or ValueError where its rank is not known to be 0. */
export const assert_scalar = pyFunction<{ tensor: TensorLike; name: string | null; message: string | null }>()(
  "assert_scalar",
  "(tensor, name=None, message=None)",
  ({ tensor: given, name, message }) =>
    scoped(name, "assert_scalar", [given], (scope) => {
      const tensor = convertToTensor(given, { name: scope });
      if (tensor.shape.rank !== 0) {
        throw new ValueError(`${message ?? ""}Expected scalar shape for ${tensor.name}, saw shape: ${tensor.shape}.`);
      }
      return tensor;
    }),
);

/** tf.assert_same_float_dtype: the floating dtype that all share (float32 without any). Raises ValueError where they differ. */
export const assert_same_float_dtype = pyFunction<{
  tensors: readonly (Tensor | null)[] | null;
  dtype: DTypeLike | null;
}>()("assert_same_float_dtype", "(tensors=None, dtype=None)", ({ tensors, dtype }) => {
  let expected = dtype === null ? null : as_dtype(dtype);
  let first: Tensor | null = null;
  for (const t of tensors ?? []) {
    if (t === null) continue;
    const own = t.dtype.base_dtype;
    if (expected === null) {
      expected = own;
      first = t;
    } else if (expected !== own) {
      const like = first ? ` as ${first.name}` : "";
      throw new ValueError(`${t.name}, type=${str(own)}, must be of the same type (${str(expected)})${like}.`);
    }
  }
  if (expected === null) return float32;
  if (!expected.is_floating) throw new ValueError(`Expected floating point type, got ${str(expected)}.`);
  return expected;
});

/** tf.assert_proper_iterable: raises TypeError for text, arrays and tensors, which only look like lists. */
export const assert_proper_iterable = pyFunction<{ values: unknown }>()(
  "assert_proper_iterable",
  "(values)",
  ({ values }) => {
    const kind = typeof values === "object" && values !== null ? values.constructor.name : typeof values;
    const isIterable = typeof values === "object" && values !== null && Symbol.iterator in values;
    const isWrong = typeof values === "string" || values instanceof Uint8Array || values instanceof Tensor;
    if (isWrong || kind === "NDArray" || kind === "SparseTensor")
      throw new TypeError_(`Expected argument "values" to be a "proper" iterable.  Found: <class '${kind}'>`);
    if (!isIterable) throw new TypeError_(`Expected argument "values" to be iterable.  Found: <class '${kind}'>`);
  },
);
