/**
 * Small composites that goldens call by name, for what no single function shows.
 * Source: the table FORMS of the goldens' ops_golden.py.
 */
import { IndexedSlices } from "../../../../src/graph/indexed_slices.js";
import type { Tensor } from "../../../../src/graph/tensor.js";
import * as py from "../../../../src/py/index.js";
import { type Callable, find, lookup } from "./functions.js";

function tf(name: string, ...args: unknown[]): unknown {
  return lookup(`tf.${name}`)(...args);
}

function gradient(y: unknown, x: unknown): unknown {
  return (tf("gradients", y, x) as unknown[])[0];
}

function slicesOfGather(x: unknown, indices: unknown, given: unknown = null): unknown {
  const axis = typeof given === "object" && given !== null && "axis" in given ? given.axis : given;
  const y = axis === null || axis === undefined ? tf("gather", x, indices) : tf("gather", x, indices, { axis });
  const grad = gradient(tf("reduce_sum", py.mul(y, y)), x);
  const dense = tf("convert_to_tensor", grad);
  return grad instanceof IndexedSlices ? [grad.values, grad.indices, grad.dense_shape, dense] : [dense];
}

function slicesShared(x: unknown, i: unknown, j: unknown): unknown {
  const gathered = tf("reduce_sum", tf("gather", x, i));
  const looked = tf("reduce_sum", tf("square", tf("nn.embedding_lookup", x, j)));
  return tf("convert_to_tensor", gradient(py.add(gathered, looked), x));
}

/** What a form with an options object at its end was given: positional or by keyword. */
function flag(value: unknown): boolean {
  return typeof value === "object" && value !== null && "full" in value ? Boolean(value.full) : Boolean(value);
}

function rebuilt(scale: unknown, left: unknown, right: unknown): unknown {
  const scaled = py.mul(left, tf("expand_dims", scale, -2));
  return tf("matmul", scaled, right, { adjoint_b: true });
}

function sparseMask(x: unknown, i: unknown, mask: unknown): unknown {
  const s = tf("sparse_mask", new IndexedSlices(x as Tensor, i as Tensor), mask) as IndexedSlices;
  return [s.values, s.indices];
}

function secondGradient(name: unknown, x: unknown): unknown {
  const first = gradient(lookup(String(name))(x), x);
  return [first, gradient(first, x)];
}

const FORMS: Readonly<Record<string, Callable>> = {
  indexed_slices_of_gather: slicesOfGather,
  indexed_slices_shared: slicesShared,
  gradients_wrt_sparse_tensor: (sp) => tf("gradients", tf("reduce_sum", tf("sparse_tensor_to_dense", sp)), [sp]),
  sparse_mul_operator: (sp, d) => py.mul(sp, d),
  sparse_div_operator: (sp, d) => py.truediv(sp, d),
  sparse_dense_mul_rhs: (d, sp) => py.mul(d, sp),
  sparse_mask: sparseMask,
  second_gradient: secondGradient,
  sparse_in_session: (sp) => sp,
  eval_attr: (x, what) => Reflect.get(x as object, String(what)),
  indexed_slices_to_dense: (v, i, s) =>
    tf(
      "convert_to_tensor",
      new IndexedSlices(v as Tensor, i as Tensor, tf("constant", s, tf("as_dtype", "int64")) as Tensor),
    ),
  unique_first: (x) => (tf("unique", x) as unknown[])[0],
  fused_batch_norm_inference: (x, scale, offset, mean, variance) =>
    (tf("nn.fused_batch_norm", x, scale, offset, { mean, variance, is_training: false }) as unknown[])[0],
  svd_values: (x, full) => tf("svd", x, { full_matrices: flag(full), compute_uv: false }),
  svd_rebuilt: (x) => {
    const [s, u, v] = tf("svd", x) as unknown[];
    return rebuilt(s, u, v);
  },
  eigh_values: (x) => tf("self_adjoint_eigvals", x),
  eigh_rebuilt: (x) => {
    const [e, v] = tf("self_adjoint_eig", x) as unknown[];
    return rebuilt(e, v, v);
  },
  qr_abs: (x, full) => (tf("qr", x, { full_matrices: flag(full) }) as unknown[]).map((t) => tf("abs", t)),
  qr_rebuilt: (x) => {
    const [q, r] = tf("qr", x) as unknown[];
    return tf("matmul", q, r);
  },
};

/** The function that a golden calls, null where there is none. */
export function findCalled(path: string): Callable | null {
  return path.startsWith("form.") ? (FORMS[path.slice(5)] ?? null) : find(path);
}
