/**
 * The exponential of square matrices, by scaling and squaring with Padé approximants.
 * Source: tf.linalg.expm (tensorflow/python/ops/linalg/linalg_impl.py); Higham, "The scaling and squaring method for the
 * matrix exponential revisited" (2005).
 */
import { constant } from "../../graph/constant.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import type { DType } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { float } from "../../py/convert.js";
import { concatValues } from "../array/concat.js";
import { reshapeTo } from "../array/reshape.js";
import { shapeInternal, sizeInternal } from "../array/shape.js";
import { where } from "../array/where.js";
import { buildWhile } from "../control/while_loop.js";
import { binary, unary } from "../math/gradient_rules.js";
import { matmulOf } from "../math/matmul.js";
import { add, neg } from "../math/operators.js";
import { reduceMax, reduceSum } from "../math/reductions.js";
import { eyeOf } from "./diagonals.js";

/** Coefficients of the approximant of each order; the last belongs to a power that has the factor 1. */
const PADE: Readonly<Record<number, readonly number[]>> = {
  3: [120, 60, 12],
  5: [30240, 15120, 3360, 420, 30],
  7: [17297280, 8648640, 1995840, 277200, 25200, 1512, 56],
  9: [17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90],
  13: [
    64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
    670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182,
  ],
};

/** The norms below which an order is enough, ascending, with the order for all others last. */
const SMALL = { orders: [3, 5, 7], limits: [0.4258730016922831, 1.880152677804762], largest: 3.92572478313866 };
const LARGE = {
  orders: [3, 5, 7, 9, 13],
  limits: [0.01495585217958292, 0.253939833006323, 0.9504178996162932, 2.097847961257068],
  largest: 5.371920351148152,
};

function constants(values: readonly number[], dtype: DType): Tensor[] {
  return values.map((x) => constant(float(x), { dtype }));
}

/** Numerator and denominator are v + u and v - u. */
function pade(matrix: Tensor, order: number): [u: Tensor, v: Tensor] {
  const b = constants(PADE[order]!, matrix.dtype);
  const size = shapeInternal(matrix).at(-2);
  const identity = eyeOf(size, { batchShape: shapeInternal(matrix).at(":-2"), dtype: matrix.dtype });
  const powers: Tensor[] = [];
  const count = order === 13 ? 3 : (order - 1) / 2;
  for (let i = 0; i < count; i++)
    powers.push(i === 0 ? matmulOf(matrix, matrix) : matmulOf(powers[i - 1]!, powers[i === 1 ? i - 1 : 0]!));
  /** b[k] M^k and so on down to the identity, added to what is there. */
  const sum = (first: Tensor | null, k: number): Tensor => {
    let total = first;
    for (let i = k; i >= 0; i -= 2) {
      const term = b[i]!.mul(i < 2 ? identity : powers[(i >> 1) - 1]!);
      total = total === null ? term : add(total, term);
    }
    return total!;
  };
  if (order < 13) {
    const u = matmulOf(matrix, sum(powers.at(-1)!, order - 2));
    return [u, sum(null, order - 1)];
  }
  const [m2, m4, m6] = powers as [Tensor, Tensor, Tensor];
  const inner = add(add(m6, b[11]!.mul(m4)), b[9]!.mul(m2));
  const u = matmulOf(matrix, sum(matmulOf(m6, inner), 7));
  const tail = add(add(b[12]!.mul(m6), b[10]!.mul(m4)), b[8]!.mul(m2));
  return [u, sum(matmulOf(m6, tail), 6)];
}

/** tf.linalg.expm: the exponential of square matrices, the innermost two dimensions of `input`. Raises ValueError for integers. */
export const expm = pyFunction<{ input: TensorLike; name: string | null }>()(
  "matrix_exponential",
  "(input, name=None)",
  ({ input, name }): Tensor =>
    scoped(name, "matrix_exponential", [input], () => {
      const given = convertToTensor(input, { name: "input" });
      const { dims } = given.shape;
      if (dims && dims.length >= 2 && dims.at(-1) === 0 && dims.at(-2) === 0) return given;
      const batch = given.shape.at(":-2");
      const batchShape = batch.is_fully_defined() ? null : shapeInternal(given).at(":-2");
      const tail = shapeInternal(given).at("-2:");
      const matrix = reshapeTo(given, concatValues([[-1], tail], 0));
      const lengths = reduceSum(unary("Abs", matrix), sizeInternal(shapeInternal(matrix)).sub(2));
      const norm = reduceMax(lengths, -1);
      const ofNorm = (x: number): Tensor => constant(float(x), { dtype: norm.dtype });

      const { baseName } = matrix.dtype;
      const isSmall = baseName === "float16" || baseName === "float32" || baseName === "complex64";
      if (!isSmall && baseName !== "float64" && baseName !== "complex128")
        throw new ValueError(`tf.linalg.expm does not support matrices of type ${matrix.dtype}`);
      const { orders, limits, largest } = isSmall ? SMALL : LARGE;
      const ratio = unary("Log", norm.truediv(ofNorm(largest)));
      const halvings = ratio.truediv(unary("Log", ofNorm(2)));
      const squarings = binary("Maximum", unary("Floor", halvings), 0);
      const parts = orders.slice(0, -1).map((order) => pade(matrix, order));
      const base = constant(float(2), { dtype: matrix.dtype });
      const exponent =
        norm.dtype === matrix.dtype ? squarings : createOp("Cast", { x: squarings }, { DstT: matrix.dtype });
      const scale = binary("Pow", base, exponent).at("...", null, null);
      parts.push(pade(matrix.truediv(scale), orders.at(-1)!));
      const pick = (cases: readonly Tensor[], from = 0): Tensor => {
        const isLess = binary("Less", norm, ofNorm(limits[from]!));
        const rest = from === limits.length - 1 ? cases[from + 1]! : pick(cases, from + 1);
        return where(isLess, cases[from]!, rest) as Tensor;
      };
      const u = pick(parts.map(([p]) => p));
      const v = pick(parts.map(([, q]) => q));
      const numerator = u.add(v);
      const denominator = neg(u).add(v);
      const quotient = createOp("MatrixSolve", { matrix: denominator, rhs: numerator });
      const most = reduceMax(squarings);
      const [, result] = buildWhile({
        loopVars: [ofNorm(0), quotient],
        cond: (i) => binary("Less", i, most),
        body: (i, r) => {
          const next = (i as Tensor).add(1);
          const isOpen = binary("Less", i, squarings);
          return [next, where(isOpen, matmulOf(r as Tensor, r as Tensor), r as Tensor)];
        },
      }) as [Tensor, Tensor];
      if (!matrix.shape.is_fully_defined()) {
        const end = shapeInternal(result).at("-2:");
        return reshapeTo(result, concatValues([batchShape ?? (batch.as_list() as number[]), end], 0));
      }
      return reshapeTo(result, batch.concatenate(result.shape.at("-2:")).as_list() as number[]);
    }),
);
