/**
 * The step that training counts.
 * Source: tf.train.get_global_step and others (tensorflow/python/training/training_util.py).
 */
import { int64 } from "../graph/dtypes.js";
import { type Graph, getDefaultGraph } from "../graph/graph.js";
import { GraphKeys } from "../graph/keys.js";
import type { SessionLike } from "../graph/sessions.js";
import { pyFunction } from "../graph/signature.js";
import { Tensor } from "../graph/tensor.js";
import { ValueError } from "../np/errors.js";
import { zeros_initializer } from "../ops/random/initializers.js";
import { get_variable } from "../ops/state/get_variable.js";
import { Variable } from "../ops/state/variable.js";
import { withContext } from "../py/context.js";
import type { Step } from "./optimizer.js";

function checkStep(step: unknown): asserts step is Step {
  if (!(step instanceof Variable || step instanceof Tensor))
    throw new TypeError(`Existing "global_step" must be a Variable or Tensor: ${String(step)}.`);
  if (!step.dtype.base_dtype.is_integer)
    throw new TypeError(`Existing "global_step" does not have integer type: ${step.dtype.__repr__()}`);
  if (step.shape.rank !== 0 && step.shape.isFullyDefined)
    throw new TypeError(`Existing "global_step" is not scalar: ${step.shape}`);
}

function existing(graph: Graph): Step | null {
  const found = graph.get_collection(GraphKeys.GLOBAL_STEP);
  if (found.length > 1) return null;
  const step = found.length === 1 ? found[0] : graph.findOperation("global_step")?.outputs[0];
  if (step === undefined) return null;
  checkStep(step);
  return step;
}

function create(graph: Graph): Variable {
  if (existing(graph) !== null) throw new ValueError('"global_step" already exists.');
  return withContext(graph.as_default(), () =>
    graph.inScope(null, () =>
      get_variable(GraphKeys.GLOBAL_STEP, {
        shape: [],
        dtype: int64,
        initializer: zeros_initializer(),
        trainable: false,
        collections: [GraphKeys.GLOBAL_VARIABLES, GraphKeys.GLOBAL_STEP],
      }),
    ),
  );
}

type InGraph = { graph: Graph | null };

/** tf.train.get_global_step: the one in the collection, or the tensor "global_step:0"; null without. Raises TypeError for what can't be one. */
export const get_global_step = pyFunction<InGraph>()("get_global_step", "(graph=None)", ({ graph }) =>
  existing(graph ?? getDefaultGraph()),
);
/** tf.train.create_global_step: an int64 variable that starts at 0. Raises ValueError when there is one. */
export const create_global_step = pyFunction<InGraph>()("create_global_step", "(graph=None)", ({ graph }) =>
  create(graph ?? getDefaultGraph()),
);
/** tf.train.get_or_create_global_step */
export const get_or_create_global_step = pyFunction<InGraph>()(
  "get_or_create_global_step",
  "(graph=None)",
  ({ graph }): Step => existing(graph ?? getDefaultGraph()) ?? create(graph ?? getDefaultGraph()),
);
/** tf.train.assert_global_step: raises TypeError unless it is an integer scalar. */
export const assert_global_step = pyFunction<{ global_step_tensor: unknown }>()(
  "assert_global_step",
  "(global_step_tensor)",
  ({ global_step_tensor }): void => checkStep(global_step_tensor),
);
/** tf.train.global_step: the step's value in a session, as a number. */
export const global_step = pyFunction<{ sess: SessionLike; global_step_tensor: Step }>()(
  "global_step",
  "(sess, global_step_tensor)",
  ({ sess, global_step_tensor }) => Number(sess.run(global_step_tensor)),
);
