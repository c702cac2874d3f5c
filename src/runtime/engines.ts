/**
 * What a session's target names: the engine that executes its plans.
 */

import type { Kernel } from "../graph/kernel.js";
import { notImplemented } from "../graph/not_implemented.js";
import type { IrNode } from "./ir.js";
import { openNative } from "./native/bridge.js";
import { NativeEngine } from "./native/engine.js";
import type { Engine, Kernels } from "./plan.js";

/** Typed arrays in this process. */
class EmbeddedEngine implements Engine, Kernels {
  mayFold(): boolean {
    return true;
  }
  open(): Kernels {
    return this;
  }
  close(): void {}
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

let defaultTarget = "";

/** What sessions without a target run on; tests and replayers run programs on another engine without changing them. */
export function setDefaultTarget(target: string): void {
  defaultTarget = target;
}

/** Raises NativeError where a native session finds no libtensorflow. */
export function engineFor(given: string, _config: unknown): Engine {
  const target = given || defaultTarget;
  if (target === "") return new EmbeddedEngine();
  if (target === "native") return new NativeEngine(openNative());
  throw notImplemented(`tf.Session("${target}")`, "sessions on TensorFlow servers come with their own issue");
}
