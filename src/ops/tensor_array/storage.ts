/**
 * What is behind a TensorArray's handle during a run: elements that are written once and read, and arrays of their gradients.
 * Source: core/kernels/tensor_array.{h,cc}.
 */
import type { DType } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Value } from "../../graph/kernel.js";
import type { TensorShape } from "../../graph/tensor_shape.js";
import type { Data } from "../../np/dtype.js";
import { dtypeOf } from "../../np/dtype.js";
import { sameShape, sizeOf } from "../../np/strided.js";
import { shapeText } from "../run_shapes.js";

interface Element {
  shape: readonly number[] | null;
  data: Data | null;
  written: boolean;
  cleared: boolean;
}

export interface StorageOptions {
  readonly name: string;
  readonly dtype: DType;
  readonly size: number;
  readonly dynamic: boolean;
  readonly clearAfterRead: boolean;
  readonly identicalShapes: boolean;
  readonly elementShape: TensorShape;
  /** Gradients that arrive for one element are summed. */
  readonly sums: boolean;
}

export class TensorArrayStorage {
  readonly options: StorageOptions;
  readonly elements: Element[];
  private elementShape: TensorShape;
  private readonly gradients = new Map<string, TensorArrayStorage>();

  constructor(options: StorageOptions) {
    this.options = options;
    this.elementShape = options.elementShape;
    this.elements = Array.from({ length: options.size }, empty);
  }

  get size(): number {
    return this.elements.length;
  }
  private fail(text: string): Error {
    return invalidArgument(`TensorArray ${this.options.name}: ${text}`);
  }

  /** The array of gradients for one call of tf.gradients; the same for everyone who asks. */
  gradient(source: string): TensorArrayStorage {
    let found = this.gradients.get(source);
    if (!found) {
      found = new TensorArrayStorage({
        ...this.options,
        name: `${this.options.name}@${source}`,
        size: this.size,
        dynamic: false,
        sums: true,
        elementShape: this.elementShape,
      });
      // An element whose gradient nobody writes has zeros of its shape.
      this.elements.forEach((e, i) => {
        found!.elements[i]!.shape = e.shape;
      });
      this.gradients.set(source, found);
    }
    return found;
  }

  write(index: number, value: Value, offset = 0, shape: readonly number[] = value.shape): void {
    const { options } = this;
    if (value.dtype.base_dtype !== options.dtype) {
      throw invalidArgument(
        `TensorArray dtype is ${options.dtype.cppName} but Op is trying to write dtype ${value.dtype.base_dtype.cppName}.`,
      );
    }
    if (!this.elementShape.is_compatible_with(shape)) {
      throw this.fail(
        `Could not write to TensorArray index ${index} because the value shape is ${shapeText(shape)} which is incompatible with the TensorArray's inferred element shape: ${this.elementShape.toRuntimeString()} (consider setting infer_shape=False).`,
      );
    }
    if (options.identicalShapes && !this.elementShape.isFullyDefined)
      this.elementShape = this.elementShape.merge_with(shape);
    if (index < 0) throw this.fail(`Tried to write to index ${index} but array size is: ${this.size}`);
    if (index >= this.size) {
      if (!options.dynamic)
        throw this.fail(`Tried to write to index ${index} but array is not resizeable and size is: ${this.size}`);
      while (this.size <= index) this.elements.push(empty());
    }
    const element = this.elements[index]!;
    if (element.cleared)
      throw this.fail(`Could not write to TensorArray index ${index} because it has already been read.`);
    const per = value.dtype.is_complex ? 2 : 1;
    const data = value.data.slice(offset * per, (offset + sizeOf(shape)) * per) as Data;
    if (element.written && !options.sums)
      throw this.fail(`Could not write to TensorArray index ${index} because it has already been written to.`);
    if (element.written && element.data) {
      if (!sameShape(element.shape!, shape)) {
        throw this.fail(
          `Could not aggregate to TensorArray index ${index} because the existing shape is ${shapeText(element.shape!)} but the new input shape is ${shapeText(shape)}.`,
        );
      }
      addInto(element.data, data);
    } else {
      element.data = data;
      element.shape = shape;
      element.written = true;
    }
  }

  /** An element and its shape; what was never written is zeros where its shape is known. */
  read(index: number): { readonly shape: readonly number[]; readonly data: Data } {
    const { options } = this;
    const element = this.elements[index];
    if (index < 0 || !element) throw this.fail(`Tried to read from index ${index} but array size is: ${this.size}`);
    if (element.cleared) {
      throw this.fail(
        `Could not read index ${index} twice because it was cleared after a previous read (perhaps try setting clear_after_read = false?).`,
      );
    }
    if (!element.written) {
      const shape = element.shape ?? this.elementShape.known;
      if (shape === null) {
        throw this.fail(
          `Could not read from TensorArray index ${index}.  Furthermore, the element shape is not fully defined: ${this.elementShape.toRuntimeString()}.  It is possible you are working with a resizeable TensorArray and stop_gradients is not allowing the gradients to be written.  If you set the full element_shape property on the forward TensorArray, the proper all-zeros tensor will be returned instead of incurring this error.`,
        );
      }
      element.shape = shape;
      element.data = dtypeOf(options.dtype.numpyName ?? "object").make(sizeOf(shape));
      element.written = true;
    }
    const out = { shape: element.shape!, data: element.data! };
    if (options.clearAfterRead) {
      element.data = null;
      element.cleared = true;
    }
    return out;
  }

  /** Shape of the elements where it is known before any is written. */
  get knownShape(): readonly number[] | null {
    return this.elementShape.known;
  }
  get shapeText(): string {
    return this.elementShape.toRuntimeString();
  }
}

function empty(): Element {
  return { shape: null, data: null, written: false, cleared: false };
}

function addInto(sum: Data, more: Data): void {
  if (sum instanceof BigInt64Array || sum instanceof BigUint64Array) {
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + (more as BigInt64Array)[i]!;
    return;
  }
  const numbers = sum as Float64Array;
  for (let i = 0; i < numbers.length; i++) numbers[i] = numbers[i]! + (more as Float64Array)[i]!;
}
