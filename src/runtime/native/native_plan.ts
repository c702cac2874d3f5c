/**
 * One plan on libtensorflow: tensors stay there between native nodes and come back where our side reads them.
 * Source: TFE_Execute of TensorFlow's C API, through the bridge.
 */
import { KernelError } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import { notImplemented } from "../../graph/not_implemented.js";
import { sameShape } from "../../np/strided.js";
import { compute } from "../fold.js";
import { type Ir, type IrEdge, type IrNode, knownValue } from "../ir.js";
import type { Kernels } from "../plan.js";
import { makeValue } from "../value.js";
import { type NativeBridge, NativeError, type NativeTensorHandle } from "./bridge.js";
import { kernelError, lacksKernel } from "./failure.js";
import type { NativeNode, Place, Placer } from "./placement.js";
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
  /** Nodes that libtensorflow turned out to have no kernel for. */
  private readonly refused = new Set<IrNode>();

  constructor(bridge: NativeBridge, placer: Placer, ir: Ir) {
    this.bridge = bridge;
    this.placer = placer;
    this.places = placer.place(ir);
  }

  kernelFor(node: IrNode): Kernel {
    const place = this.places.get(node)!;
    if (place.native) return this.native(node, place.native, place.onHost);
    const kernel = node.record?.kernel;
    if (kernel) return kernel;
    // Nobody gets the plan, so nobody else will close it.
    this.close();
    throw gap(node, place.reason);
  }

  close(): void {
    for (const resident of [...this.outputs.values(), ...this.constants.values()].flat()) this.put(resident, null);
    for (const { native } of this.places.values()) native?.close();
  }

  private native(node: IrNode, native: NativeNode, onHost: readonly boolean[]): Kernel {
    const isFixed = !node.def!.isStateful && node.inputs.every((e) => this.isFixed(e));
    const residents = node.outputTypes.map(() => new Resident(isFixed));
    this.outputs.set(node, residents);
    return (k) => {
      const shapes = node.shapes.map((s) => s.known);
      const isStatic = shapes.every((s) => s !== null);
      // Otherwise the shapes of the outputs are known only once the op has run.
      if (!isStatic) k.readsData();
      const sources = node.inputs.map((e, i) => this.source(e, k, i));
      if (!isStatic) {
        this.execute(node, native, sources, residents);
        residents.forEach((resident, i) => {
          const value = k.output(i, resident.handle!.shape);
          if (onHost[i]) this.deliver(resident, value);
        });
        return undefined;
      }
      const values = shapes.map((shape, i) => k.output(i, shape!));
      const wanted = values.map((_, i) => i).filter((i) => onHost[i]);
      return () => {
        if (!isFixed || residents.some((r) => r.handle === null)) this.execute(node, native, sources, residents);
        for (const i of wanted) this.deliver(residents[i]!, values[i]!);
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

  private execute(node: IrNode, native: NativeNode, sources: readonly Source[], residents: readonly Resident[]): void {
    if (this.refused.has(node)) {
      this.substitute(node, sources, residents);
      return;
    }
    const copies: NativeTensorHandle[] = [];
    try {
      const inputs = sources.map((source) => {
        if (source instanceof Resident) return source.handle!;
        const copy = upload(this.bridge, source);
        copies.push(copy);
        return copy;
      });
      const made = native.run(inputs);
      for (let i = 0; i < made.length; i++) this.put(residents[i]!, made[i]!);
    } catch (error) {
      if (!(error instanceof NativeError)) throw error;
      if (!lacksKernel(error)) throw kernelError(error);
      if (!node.record?.kernel) throw gap(node, "libtensorflow has no CPU kernel for its element types");
      this.placer.refuse(node);
      this.refused.add(node);
      this.substitute(node, sources, residents);
    } finally {
      for (const copy of copies) this.bridge.release(copy);
    }
  }

  /** Computes on our side what was planned for libtensorflow. */
  private substitute(node: IrNode, sources: readonly Source[], residents: readonly Resident[]): void {
    const inputs = sources.map((source, i) => {
      if (!(source instanceof Resident)) return source;
      const { node: from, index } = node.inputs[i]!;
      const value = makeValue(from.outputTypes[index]!.base_dtype, source.handle!.shape);
      download(this.bridge, source.handle!, value);
      return value;
    });
    compute(node, inputs).forEach((value, i) => {
      this.put(residents[i]!, upload(this.bridge, value));
    });
  }

  private put(resident: Resident, handle: NativeTensorHandle | null): void {
    if (resident.handle) this.bridge.release(resident.handle);
    resident.handle = handle;
  }

  /** Into the buffer that the plan has for the output. */
  private deliver({ handle }: Resident, value: Value): void {
    if (!sameShape(handle!.shape, value.shape)) {
      const text = `libtensorflow gave shape [${handle!.shape}] where the graph says [${value.shape}]`;
      throw new KernelError("INTERNAL", text);
    }
    try {
      download(this.bridge, handle!, value);
    } catch (error) {
      throw error instanceof NativeError ? kernelError(error) : error;
    }
  }
}

function gap({ type }: IrNode, reason: string): Error {
  return notImplemented(
    `op type ${type}`,
    `the native engine can't run it (${reason}), and the embedded engine has no kernel for it`,
  );
}
