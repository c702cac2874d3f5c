/**
 * Python's operators as methods, for everything that stands for a tensor (tensors, variables).
 * Source: Tensor.OVERLOADABLE_OPERATORS (tensorflow/python/framework/ops.py).
 *
 * The graph layer knows the verbs, the ops layer what they emit: `installOperators` joins the two.
 */
import type { TensorLike } from "./convert.js";
import type { SparseTensor } from "./sparse_tensor.js";
import type { Tensor } from "./tensor.js";

/** One item of Python's x[...]: an int, a slice text such as "1:-1", "...", null for a new axis, or a tensor. */
export type Index =
  | number
  | bigint
  | string
  | null
  | Tensor
  | { readonly start: unknown; readonly stop: unknown; readonly step: unknown };

export type BinaryVerb =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "truediv"
  | "floordiv"
  | "mod"
  | "pow"
  | "matmul"
  | "and"
  | "or"
  | "xor"
  | "lt"
  | "le"
  | "gt"
  | "ge";
export type UnaryVerb = "neg" | "abs" | "invert";

export interface OperatorTable {
  binary(verb: BinaryVerb, x: TensorLike, y: TensorLike): Tensor;
  /** Left operand is not a tensor: Python's __radd__ and the like. */
  reflected(verb: BinaryVerb, x: TensorLike, y: Tensor): Tensor;
  unary(verb: UnaryVerb, x: Tensor): Tensor;
  getitem(x: Tensor, index: readonly Index[]): Tensor;
  timesSparse(x: Tensor, y: SparseTensor): SparseTensor;
}

/** Without the class itself, which is made of tensors. */
function isSparse(y: unknown): y is SparseTensor {
  return typeof y === "object" && y !== null && "isSparseTensor" in y && y.isSparseTensor === true;
}

let table: OperatorTable | null = null;

export function installOperators(operators: OperatorTable): void {
  table = operators;
}

function operators(): OperatorTable {
  if (table === null) throw new Error("tensor operators are not installed: import the package's entry");
  return table;
}

export abstract class Operators {
  /** For the operators: the tensor that they work on. */
  abstract operand(): Tensor;

  private two(verb: BinaryVerb, y: TensorLike): Tensor {
    return operators().binary(verb, this.operand(), y);
  }
  private right(verb: BinaryVerb, x: TensorLike): Tensor {
    return operators().reflected(verb, x, this.operand());
  }

  /** x + y, op name `add`. */
  add(y: TensorLike): Tensor {
    return this.two("add", y);
  }
  sub(y: TensorLike): Tensor {
    return this.two("sub", y);
  }
  mul(y: SparseTensor): SparseTensor;
  mul(y: TensorLike): Tensor;
  mul(y: TensorLike | SparseTensor): Tensor | SparseTensor {
    return isSparse(y) ? operators().timesSparse(this.operand(), y) : this.two("mul", y);
  }
  /** x / y as Python 3 divides: integers become floats. */
  truediv(y: TensorLike): Tensor {
    return this.two("truediv", y);
  }
  /** x / y as Python 2 divides: integers stay integers. */
  div(y: TensorLike): Tensor {
    return this.two("div", y);
  }
  floordiv(y: TensorLike): Tensor {
    return this.two("floordiv", y);
  }
  mod(y: TensorLike): Tensor {
    return this.two("mod", y);
  }
  pow(y: TensorLike): Tensor {
    return this.two("pow", y);
  }
  matmul(y: TensorLike): Tensor {
    return this.two("matmul", y);
  }
  and_(y: TensorLike): Tensor {
    return this.two("and", y);
  }
  or_(y: TensorLike): Tensor {
    return this.two("or", y);
  }
  xor(y: TensorLike): Tensor {
    return this.two("xor", y);
  }
  lt(y: TensorLike): Tensor {
    return this.two("lt", y);
  }
  le(y: TensorLike): Tensor {
    return this.two("le", y);
  }
  gt(y: TensorLike): Tensor {
    return this.two("gt", y);
  }
  ge(y: TensorLike): Tensor {
    return this.two("ge", y);
  }
  neg(): Tensor {
    return operators().unary("neg", this.operand());
  }
  abs(): Tensor {
    return operators().unary("abs", this.operand());
  }
  invert(): Tensor {
    return operators().unary("invert", this.operand());
  }
  radd(x: TensorLike): Tensor {
    return this.right("add", x);
  }
  rsub(x: TensorLike): Tensor {
    return this.right("sub", x);
  }
  rmul(x: TensorLike): Tensor {
    return this.right("mul", x);
  }
  rtruediv(x: TensorLike): Tensor {
    return this.right("truediv", x);
  }
  rdiv(x: TensorLike): Tensor {
    return this.right("div", x);
  }
  rfloordiv(x: TensorLike): Tensor {
    return this.right("floordiv", x);
  }
  rmod(x: TensorLike): Tensor {
    return this.right("mod", x);
  }
  rpow(x: TensorLike): Tensor {
    return this.right("pow", x);
  }
  rmatmul(x: TensorLike): Tensor {
    return this.right("matmul", x);
  }
  rand_(x: TensorLike): Tensor {
    return this.right("and", x);
  }
  ror_(x: TensorLike): Tensor {
    return this.right("or", x);
  }
  rxor(x: TensorLike): Tensor {
    return this.right("xor", x);
  }
  /** Python's x[i, a:b, ..., newaxis]: `x.at(0)`, `x.at(":", "1:-1")`, `x.at("...", null)`. */
  at(...index: Index[]): Tensor {
    return operators().getitem(this.operand(), index);
  }
}
