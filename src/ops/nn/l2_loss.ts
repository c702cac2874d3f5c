/**
 * Half the sum of squares.
 * Source: tf.nn.l2_loss (core/kernels/l2loss_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { dtypeOf, type NumericData } from "../../np/dtype.js";
import { bindL2Loss } from "../../numerics/reductions/sums.js";
import { numpyName } from "../math/elementwise.js";
import { mul } from "../math/operators.js";
import { scalar } from "../shape_functions.js";

const l2LossKernel: Kernel = (k) => {
  const x = k.input(0);
  const run = bindL2Loss(dtypeOf(numpyName(x)), x.size);
  const out = k.output(0, []).data as NumericData;
  return () => run(x.data as NumericData, out);
};

export const l2LossRecords: readonly OpRecord[] = [
  { type: "L2Loss", shape: scalar, kernel: l2LossKernel, grad: (op, dy) => [mul(op.inputs[0], dy)] },
];

/** tf.nn.l2_loss: sum(t ** 2) / 2, a scalar. */
export const l2_loss = pyFunction<{ t: TensorLike; name: string | null }>()(
  "l2_loss",
  "(t, name=None)",
  ({ t, name }) => createOp("L2Loss", { t }, {}, name),
);
