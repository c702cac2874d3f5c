/**
 * What a session's target names: the engine that executes its plans.
 */

import type { Kernel } from "../graph/kernel.js";
import { notImplemented } from "../graph/not_implemented.js";
import type { IrNode } from "./ir.js";
import type { Engine } from "./plan.js";

/** Typed arrays in this process. */
class EmbeddedEngine implements Engine {
  kernelFor(node: IrNode): Kernel {
    const kernel = node.record?.kernel;
    if (!kernel)
      throw notImplemented(
        `op type ${node.type}`,
        'the embedded engine has no kernel for it; tf.Session("native") may run it',
      );
    return kernel;
  }
}

export function engineFor(target: string, _config: unknown): Engine {
  if (target === "") return new EmbeddedEngine();
  throw notImplemented(`tf.Session("${target}")`, "sessions on TensorFlow servers come with their own issue");
}
