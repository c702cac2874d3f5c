/**
 * One plan on libtensorflow: tensors stay there between native nodes and come back where our side reads them.
 * Source: TFE_Execute of TensorFlow's C API, through the bridge.
 */
import { KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import { notImplemented } from "../../graph/not_implemented.js";
import { type Ir, type IrEdge, type IrNode, knownValue } from "../ir.js";
import type { Kernels } from "../plan.js";
import { sameShape } from "../value.js";
import { type NativeBridge, NativeError, type NativeOp, type NativeTensorHandle } from "./bridge.js";
import { kernelError, lacksKernel } from "./failure.js";
import type { Place, Placer } from "./placement.js";
import { download, upload } from "./values.js";

/** A tensor over there: what the last run left of a node's output, or a constant. */
class Resident {
  handle: NativeTensorHandle | null = null;
  /** The same in every run. */
  readonly isFixed: boolean;

  constructor(isFixed: boolean) {
    this.isFixed = isFixed;
  }
}

/** An input of a native node: over there already, or to be copied in every run. */
type Source = Resident | Value;

export class NativePlan implements Kernels {
  private readonly bridge: NativeBridge;
  private readonly placer: Placer;
  private readonly places: ReadonlyMap<IrNode, Place>;
  private readonly outputs = new Map<IrNode, readonly Resident[]>();
  private readonly constants = new Map<Value, Resident>();

  constructor(bridge: NativeBridge, placer: Placer, ir: Ir) {
    this.bridge = bridge;
    this.placer = placer;
    this.places = placer.place(ir);
  }

  kernelFor(node: IrNode): Kernel {
    const place = this.places.get(node)!;
    if (place.op) return this.native(node, place.op, place.onHost);
    const kernel = node.record?.kernel;
    if (!kernel) throw gap(node, this.placer.reasonAgainst(node));
    return kernel;
  }

  close(): void {
    for (const resident of [...this.outputs.values(), ...this.constants.values()].flat()) this.put(resident, null);
  }

  private native(node: IrNode, op: NativeOp, onHost: readonly boolean[]): Kernel {
    const isFixed = !node.def!.isStateful && node.inputs.every((e) => this.isFixed(e));
    const residents = node.outputTypes.map(() => new Resident(isFixed));
    this.outputs.set(node, residents);
    return (k) => {
      const shapes = node.shapes.map((s) => s.known);
      const isStatic = shapes.every((s) => s !== null);
      // Otherwise the shapes of the outputs are known only once the op has run.
      if (!isStatic) k.readsData();
      const sources = node.inputs.map((e, i) => this.source(e, k, i));
      const execute = () => this.execute(node, op, sources, residents);
      if (!isStatic) {
        execute();
        residents.forEach(({ handle }, i) => {
          const value = k.output(i, handle!.shape);
          if (onHost[i]) download(this.bridge, handle!, value);
        });
        return undefined;
      }
      const values = shapes.map((shape, i) => k.output(i, shape!));
      return () => {
        if (!isFixed || residents.some((r) => r.handle === null)) execute();
        for (let i = 0; i < values.length; i++) this.deliver(residents[i]!.handle!, values[i]!, onHost[i]!);
      };
    };
  }

  private isFixed(e: IrEdge): boolean {
    return knownValue(e) !== null || (this.outputs.get(e.node)?.[e.index]?.isFixed ?? false);
  }

  private source(e: IrEdge, k: KernelContext, i: number): Source {
    const constant = knownValue(e);
    if (constant) return this.constant(constant);
    return this.outputs.get(e.node)?.[e.index] ?? k.input(i);
  }

  private constant(value: Value): Resident {
    let resident = this.constants.get(value);
    if (!resident) {
      resident = new Resident(true);
      resident.handle = upload(this.bridge, value);
      this.constants.set(value, resident);
    }
    return resident;
  }

  private execute(node: IrNode, op: NativeOp, sources: readonly Source[], residents: readonly Resident[]): void {
    const copies: NativeTensorHandle[] = [];
    try {
      const inputs = sources.map((source) => {
        if (source instanceof Resident) return source.handle!;
        const copy = upload(this.bridge, source);
        copies.push(copy);
        return copy;
      });
      const made = this.bridge.run(op, inputs);
      for (let i = 0; i < made.length; i++) this.put(residents[i]!, made[i]!);
    } catch (error) {
      if (!(error instanceof NativeError)) throw error;
      throw lacksKernel(error) ? gap(node, "libtensorflow has no CPU kernel for it") : kernelError(error);
    } finally {
      for (const copy of copies) this.bridge.release(copy);
    }
  }

  private put(resident: Resident, handle: NativeTensorHandle | null): void {
    if (resident.handle) this.bridge.release(resident.handle);
    resident.handle = handle;
  }

  /** Into the buffer that the plan has for an output of known shape. */
  private deliver(handle: NativeTensorHandle, value: Value, onHost: boolean): void {
    if (!sameShape(handle.shape, value.shape)) {
      const text = `libtensorflow gave shape [${handle.shape}] where the graph says [${value.shape}]`;
      throw new KernelError("INTERNAL", text);
    }
    if (onHost) download(this.bridge, handle, value);
  }
}

function gap({ type }: IrNode, reason: string): Error {
  return notImplemented(
    `op type ${type}`,
    `the native engine can't run it (${reason}), and the embedded engine has no kernel for it`,
  );
}
