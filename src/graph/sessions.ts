/**
 * The default-session stack, and the little of a session that graph elements need to know.
 * Source: tf.get_default_session, Tensor.eval, Operation.run (tensorflow/python/framework/ops.py).
 */

import { AssertionError, ValueError } from "../np/errors.js";
import type { Graph } from "./graph.js";
import { pySignature } from "./signature.js";

export interface SessionLike {
  readonly graph: Graph;
  run(fetches: unknown, feed_dict?: unknown): unknown;
}

const stack: SessionLike[] = [];

export function getDefaultSession(): SessionLike | null {
  return stack.at(-1) ?? null;
}

export function pushSession(session: SessionLike): void {
  stack.push(session);
}

/** Takes a session off the stack. Raises AssertionError when it isn't the innermost one. */
export function popSession(session: SessionLike): void {
  if (stack.at(-1) !== session) {
    throw new AssertionError(`Nesting violated for default stack of ${session.constructor.name} objects`);
  }
  stack.pop();
}

/** Takes a session off the stack wherever it stands (an InteractiveSession that is closed late). */
export function forgetSession(session: SessionLike): void {
  const i = stack.lastIndexOf(session);
  if (i >= 0) stack.splice(i, 1);
}

/** The arguments of `eval` and `run` of tensors and operations. */
export const EVAL = pySignature<{ feed_dict: unknown; session: SessionLike | null }>()(
  "eval",
  "(feed_dict=None, session=None)",
);

export function evaluateIn(
  graph: Graph,
  fetch: unknown,
  feed_dict: unknown,
  session: SessionLike | null | undefined,
): unknown {
  const found = session ?? getDefaultSession();
  if (found === null) {
    throw new ValueError(
      "Cannot evaluate tensor using `eval()`: No default session is registered. Use `with sess.as_default()` or pass an explicit session to `eval(session=sess)`",
    );
  }
  if (found.graph !== graph) {
    const how = session
      ? "Cannot use the given session to evaluate tensor: the tensor's graph is different from the session's graph."
      : "Cannot use the default session to evaluate tensor: the tensor's graph is different from the session's graph. Pass an explicit session to `eval(session=sess)`.";
    throw new ValueError(how);
  }
  return found.run(fetch, feed_dict);
}

export function runIn(
  graph: Graph,
  operation: unknown,
  feed_dict: unknown,
  session: SessionLike | null | undefined,
): void {
  const found = session ?? getDefaultSession();
  if (found === null) {
    throw new ValueError(
      "Cannot execute operation using `run()`: No default session is registered. Use `with sess.as_default():` or pass an explicit session to `run(session=sess)`",
    );
  }
  if (found.graph !== graph) {
    const how = session
      ? "Cannot use the given session to execute operation: the operation's graph is different from the session's graph."
      : "Cannot use the default session to execute operation: the operation's graph is different from the session's graph. Pass an explicit session to run(session=sess).";
    throw new ValueError(how);
  }
  found.run(operation, feed_dict);
}
