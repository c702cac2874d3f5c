/**
 * A part of a tensor cut out at a place drawn by chance.
 * Source: tf.random_crop (tensorflow/python/ops/random_ops.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import { shapeInternal } from "../array/shape.js";
import { buildAssert } from "../control/assert.js";
import { withDependencies } from "../control/dependencies.js";
import { reduce_all } from "../math/reductions.js";
import { random_uniform } from "./random_ops.js";
import type { Seed } from "./seed.js";

/** tf.random_crop: a part of `value` of that `size` (one int32 per dimension), each place as likely as any other. */
export const random_crop = pyFunction<{
  value: TensorLike;
  size: TensorLike;
  seed: Seed | null;
  name: string | null;
}>()("random_crop", "(value, size, seed=None, name=None)", (p) =>
  scoped(p.name, "random_crop", [p.value, p.size], (scope) => {
    const value = convertToTensor(p.value, { name: "value" });
    const size = convertToTensor(p.size, { dtype: int32, name: "size" });
    const whole = shapeInternal(value);
    const fits = reduce_all(whole.ge(size));
    const check = buildAssert(fits, ["Need value.shape >= size, got ", whole, size], 1000);
    const shape = withDependencies([check], whole);
    const limit = shape.sub(size).add(1);
    const draw = random_uniform(shapeInternal(shape), 0, 2 ** 31 - 1, { dtype: size.dtype, seed: p.seed });
    return createOp("Slice", { input: value, begin: draw.mod(limit), size }, {}, scope);
  }),
);
