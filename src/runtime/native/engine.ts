/**
 * The engine of tf.Session("native"): ops run on libtensorflow one by one; what has state in our session runs with our kernels.
 * Source: TFE_Execute of TensorFlow's C API, through the bridge.
 */
import type { Ir, IrNode } from "../ir.js";
import type { Engine, Kernels } from "../plan.js";
import type { NativeBridge } from "./bridge.js";
import { NativePlan } from "./native_plan.js";
import { ALIASES, Placer } from "./placement.js";

let sessions = 0;

export class NativeEngine implements Engine {
  private readonly bridge: NativeBridge;
  private readonly placer: Placer;

  constructor(bridge: NativeBridge) {
    this.bridge = bridge;
    this.placer = new Placer(bridge, `session${sessions++}`);
  }

  /** What has nothing to round is the same wherever it is computed. */
  mayFold(node: IrNode): boolean {
    if (node.type === "Const" || node.record?.shapeOnly || ALIASES.has(node.type)) return true;
    const types = [...node.inputs.map((e) => e.node.outputTypes[e.index]!), ...node.outputTypes];
    return !types.some((t) => t.is_floating || t.is_complex || t.is_quantized);
  }

  open(ir: Ir): Kernels {
    return new NativePlan(this.bridge, this.placer, ir);
  }
}
