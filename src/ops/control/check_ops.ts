/**
 * Checks that fail a run: comparisons of all elements, ranks, types. What is known already is checked at once.
 * Source: tensorflow/python/ops/check_ops.py.
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { type DType, int32 } from "../../graph/dtypes.js";
import { makeOpError } from "../../graph/errors.js";
import type { Operation } from "../../graph/operation.js";
import { constantValue, intsOf } from "../../graph/shape_inference.js";
import { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { arrayStr } from "../../np/printing/array_text.js";
import { rankInternal, shapeInternal } from "../array/shape.js";
import { binary } from "../math/gradient_rules.js";
import { reduce } from "../math/reductions.js";
import { staticValue } from "../static_value.js";
import { buildAssert } from "./assert.js";
import { withDependencies } from "./dependencies.js";

export interface CheckOptions {
  /** What the error shows, instead of the compared values. */
  readonly data?: readonly (string | Tensor)[] | null;
  readonly summarize?: number | null;
  readonly message?: string | null;
  readonly name?: string | null;
}

/** Text as it is, tensors by their value where that is known. */
function shown(x: string | Tensor): string {
  if (!(x instanceof Tensor)) return x;
  const value = staticValue(x);
  return value ? arrayStr(value) : String(x);
}

function comparison(name: string, sign: string, type: string) {
  return (givenX: TensorLike, givenY: TensorLike, o: CheckOptions = {}): Operation =>
    scoped(o.name ?? null, name, [givenX, givenY, ...(o.data ?? [])], () => {
      const x = convertToTensor(givenX, { name: "x" });
      const y = convertToTensor(givenY, { name: "y" });
      const both = [`x (${x.name}) = `, x, `y (${y.name}) = `, y];
      let data = o.data ?? [`Condition x ${sign} y did not hold element-wise:`, ...both];
      if (o.message != null) data = [o.message, ...data];
      const condition = reduce("All", binary(type, x, y));
      if (staticValue(x) && staticValue(y)) {
        const holds = constantValue(condition);
        if (holds && !holds.data[holds.offset])
          throw makeOpError("INVALID_ARGUMENT", null, null, data.map(shown).join("\n"));
      }
      return buildAssert(condition, data, o.summarize);
    });
}

export const assertLess = comparison("assert_less", "<", "Less");
export const assertLessEqual = comparison("assert_less_equal", "<=", "LessEqual");
export const assertGreater = comparison("assert_greater", ">", "Greater");
export const assertGreaterEqual = comparison("assert_greater_equal", ">=", "GreaterEqual");

/** No element is below zero. */
export function assertNonNegative(given: TensorLike, o: CheckOptions = {}): Operation {
  return scoped(o.name ?? null, "assert_non_negative", [given, ...(o.data ?? [])], () => {
    const x = convertToTensor(given, { name: "x" });
    const data = o.data ?? [o.message ?? "", "Condition x >= 0 did not hold element-wise:", `x (${x.name}) = `, x];
    const zero = convertToTensor(0, { dtype: x.dtype });
    return assertLessEqual(zero, x, { data, summarize: o.summarize ?? null });
  });
}

/** Raises TypeError for a tensor of another type. */
export function assertType(given: TensorLike, type: DType, o: CheckOptions = {}): Operation {
  return scoped(o.name ?? null, "assert_type", [given], () => {
    const tensor = convertToTensor(given, { name: "tensor" });
    if (tensor.dtype !== type)
      throw new TypeError(`${o.message ?? ""}  ${tensor.name} must be of type ${type.__repr__()}`);
    return createOperation("NoOp", {}, {}, "statically_determined_correct_type");
  });
}

/** The only element of a rank; null where it isn't known. Raises ValueError for what is no scalar. */
function knownRank(rank: Tensor): number | null {
  assertType(rank, int32);
  const value = staticValue(rank);
  if (value && value.ndim !== 0) throw new ValueError("Rank must be a scalar.");
  return value && intsOf(value)[0]!;
}

/** Thrown with the rank that was found. */
class WrongRank extends Error {
  readonly found: number;
  constructor(found: number) {
    super();
    this.found = found;
  }
}

/** `condition` holds, and ranks that only a run knows are scalars. */
function checkRank(
  x: Tensor,
  ranks: readonly Tensor[],
  data: readonly (string | Tensor)[],
  condition: (rank: Tensor) => Tensor,
  summarize: number | null,
): Operation {
  const known = ranks.map(knownRank);
  const found = x.shape.rank;
  if (found !== null && !known.includes(null)) {
    if (!known.includes(found)) throw new WrongRank(found);
    return createOperation("NoOp", {}, {}, "static_checks_determined_all_ok");
  }
  let holds = condition(rankInternal(x));
  ranks.forEach((rank, i) => {
    if (known[i] !== null) return;
    const check = assertRank(rank, 0, { data: ["Rank must be a scalar. Received rank: ", rank] });
    holds = withDependencies([check], holds);
  });
  return buildAssert(holds, data, summarize);
}

/** `x` has that rank. Raises ValueError where it is known not to. */
export function assertRank(given: TensorLike, givenRank: TensorLike, o: CheckOptions = {}): Operation {
  return scoped(o.name ?? null, "assert_rank", [given, givenRank, ...(o.data ?? [])], () => {
    const x = convertToTensor(given, { name: "x" });
    const rank = convertToTensor(givenRank, { name: "rank" });
    const message = o.message ?? "";
    const data = o.data ?? [message, `Tensor ${x.name} must have rank`, rank, "Received shape: ", shapeInternal(x)];
    try {
      return checkRank(x, [rank], data, (actual) => binary("Equal", actual, rank), o.summarize ?? null);
    } catch (error) {
      if (!(error instanceof WrongRank)) throw error;
      throw new ValueError(
        `${message}.  Tensor ${x.name} must have rank ${knownRank(rank)}.  Received rank ${error.found}, shape ${x.shape}`,
      );
    }
  });
}

/** `x` has one of those ranks. Raises ValueError where it is known not to. */
export function assertRankIn(given: TensorLike, givenRanks: readonly TensorLike[], o: CheckOptions = {}): Operation {
  return scoped(o.name ?? null, "assert_rank_in", [given, ...givenRanks, ...(o.data ?? [])], () => {
    const x = convertToTensor(given, { name: "x" });
    const ranks = givenRanks.map((rank) => convertToTensor(rank, { name: "rank" }));
    const message = o.message ?? "";
    const data = o.data ?? [
      message,
      `Tensor ${x.name} must have rank in`,
      ...ranks,
      "Received shape: ",
      shapeInternal(x),
    ];
    const any = (actual: Tensor): Tensor =>
      ranks
        .slice(1)
        .reduce(
          (sum, rank) => createOp("LogicalOr", { x: sum, y: binary("Equal", rank, actual) }),
          binary("Equal", ranks[0], actual),
        );
    try {
      return checkRank(x, ranks, data, any, o.summarize ?? null);
    } catch (error) {
      if (!(error instanceof WrongRank)) throw error;
      const list = ranks.map((rank) => knownRank(rank)).join(", ");
      throw new ValueError(
        `${message}.  Tensor ${x.name} must have rank in (${list}${ranks.length === 1 ? "," : ""}).  Received rank ${error.found}, shape ${x.shape}`,
      );
    }
  });
}
