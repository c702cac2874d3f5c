/**
 * The collection of losses.
 * Source: tf.losses.add_loss, get_losses, get_total_loss (tensorflow/python/ops/losses/util.py).
 */
import { constant } from "../../graph/constant.js";
import { createOp } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { ValueError } from "../../np/errors.js";
import { PyFloat } from "../../np/pyfloat.js";

type Scope = string | null;

export function addLoss(loss: Tensor, collection: string | null): void {
  if (collection) getDefaultGraph().add_to_collection(collection, loss);
}

function collected(key: string, scope: Scope): Tensor[] {
  return getDefaultGraph().get_collection(key, scope) as Tensor[];
}

function sumOf(losses: readonly Tensor[], name: string): Tensor {
  const [only] = losses;
  if (!only)
    throw new ValueError("inputs must be a list of at least one Tensor/IndexedSlices with the same dtype and shape");
  return losses.length === 1
    ? createOp("Identity", { input: only }, {}, name)
    : createOp("AddN", { inputs: losses }, {}, name);
}

/** tf.losses.add_loss: adds an own loss to the collection that tf.losses.get_total_loss sums. */
export const add_loss = pyFunction<{ loss: Tensor; loss_collection: string | null }>()(
  "add_loss",
  "(loss, loss_collection='losses')",
  (p) => addLoss(p.loss, p.loss_collection),
);
/** tf.losses.get_losses: the losses of a collection; `scope` keeps names that start with that pattern. */
export const get_losses = pyFunction<{ scope: Scope; loss_collection: string }>()(
  "get_losses",
  "(scope=None, loss_collection='losses')",
  (p) => collected(p.loss_collection, p.scope),
);
/** tf.losses.get_regularization_losses: what regularizers of variables added. */
export const get_regularization_losses = pyFunction<{ scope: Scope }>()(
  "get_regularization_losses",
  "(scope=None)",
  (p) => collected(GraphKeys.REGULARIZATION_LOSSES, p.scope),
);
/** tf.losses.get_regularization_loss: the sum of all regularization losses, 0 without any. */
export const get_regularization_loss = pyFunction<{ scope: Scope; name: string }>()(
  "get_regularization_loss",
  "(scope=None, name='total_regularization_loss')",
  (p) => {
    const losses = collected(GraphKeys.REGULARIZATION_LOSSES, p.scope);
    return losses.length > 0 ? sumOf(losses, p.name) : constant(new PyFloat(0));
  },
);
/** tf.losses.get_total_loss: the sum of all losses, regularization included unless switched off. Raises ValueError for none. */
export const get_total_loss = pyFunction<{ add_regularization_losses: boolean; name: string; scope: Scope }>()(
  "get_total_loss",
  "(add_regularization_losses=True, name='total_loss', scope=None)",
  (p) => {
    const losses = collected(GraphKeys.LOSSES, p.scope);
    const regularization = p.add_regularization_losses ? collected(GraphKeys.REGULARIZATION_LOSSES, p.scope) : [];
    return sumOf([...losses, ...regularization], p.name);
  },
);
