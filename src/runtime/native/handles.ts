/**
 * Tensors that stay on libtensorflow's side, and when they may be deleted there.
 * Source: InsertHandle and DeleteTensor of tfjs-node's binding/tfjs_backend.cc.
 */
import type { RawBinding, RawOutput } from "./binding.js";
import { NativeError } from "./native_error.js";
import { type NativeDType, nameOf } from "./transport.js";

/** A tensor on libtensorflow's side, until it is released. */
export class NativeTensorHandle {
  /** Null once released. */
  id: number | null;
  /** Null for resources, variants and quantized types: they exist only over there. */
  readonly dtype: NativeDType | null;
  readonly shape: readonly number[];

  constructor(id: number, dtype: NativeDType | null, shape: readonly number[]) {
    this.id = id;
    this.dtype = dtype;
    this.shape = shape;
  }
}

/** All handles of one addon. */
export class Handles {
  readonly #binding: RawBinding;
  /**
   * The addon destroys the characters of a string tensor when one of its handles is deleted, though other handles (what
   * Identity or Reshape returned) may share them. So string handles are deleted when all of them have been released.
   */
  #liveStrings = 0;
  #releasedStrings: number[] = [];

  constructor(binding: RawBinding) {
    this.#binding = binding;
  }

  own(output: RawOutput): NativeTensorHandle {
    const dtype = nameOf(output.dtype);
    if (dtype === "string") this.#liveStrings++;
    return new NativeTensorHandle(output.id, dtype, output.shape);
  }

  idOf(handle: NativeTensorHandle): number {
    if (handle.id === null) throw new NativeError("a tensor was used after it had been released");
    return handle.id;
  }

  /** Frees a tensor; a second call does nothing. */
  release(handle: NativeTensorHandle): void {
    if (handle.id === null) return;
    if (handle.dtype === "string") this.#releaseString(handle.id);
    else this.#binding.deleteTensor(handle.id);
    handle.id = null;
  }

  #releaseString(id: number): void {
    this.#releasedStrings.push(id);
    this.#liveStrings--;
    if (this.#liveStrings > 0) return;
    for (const released of this.#releasedStrings) this.#binding.deleteTensor(released);
    this.#releasedStrings = [];
  }
}
