/**
 * IdentityN: several tensors passed on by one operation.
 * Source: tf.identity_n (gen_array_ops.py; tensorflow/core/kernels/identity_n_op.h).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOperation } from "../../graph/create_op.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";

export const identityNRecords: readonly OpRecord[] = [
  {
    type: "IdentityN",
    shape: (c) => Array.from({ length: c.inputCount }, (_, i) => c.input(i)),
    kernel: (k) => {
      for (let i = 0; i < k.inputCount; i++) k.alias(i, i);
      return undefined;
    },
    grad: (_, ...grads) => grads,
  },
];

/** tf.identity_n: the same tensors as outputs of one new operation. */
export const identity_n = pyFunction<{ input: readonly TensorLike[]; name: string | null }>()(
  "identity_n",
  "(input, name=None)",
  ({ input, name }) => [...createOperation("IdentityN", { input }, {}, name).outputs],
);
