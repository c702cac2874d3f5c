/**
 * TensorArrays as operations.
 * Source: core/kernels/tensor_array_ops.cc, core/ops/data_flow_ops.cc.
 */
import type { DType } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { scalarShape, TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import type { Data } from "../../np/dtype.js";
import { sameShape, sizeOf } from "../../np/strided.js";
import { shapeText } from "../run_shapes.js";
import {
  concatGradient,
  gatherGradient,
  readGradient,
  scatterGradient,
  splitGradient,
  writeGradient,
} from "./gradients.js";
import { TensorArrayStorage } from "./storage.js";

function storageOf(handle: Value): TensorArrayStorage {
  return (handle.data as unknown as readonly TensorArrayStorage[])[0]!;
}
function hold(handle: Value, storage: TensorArrayStorage): void {
  (handle.data as unknown[])[0] = storage;
}

/** TensorFlow numbers the arrays of a process. */
let made = 0;

const makeKernel: Kernel = (k) => {
  const size = k.input(0);
  const handle = k.output(0, []);
  const flow = k.output(1, []);
  const name = k.attr<string>("tensor_array_name") || k.name;
  return () => {
    const n = Number(size.data[0]);
    if (n < 0) throw invalidArgument("Size should be >= 0.");
    (flow.data as Float32Array)[0] = 0;
    hold(
      handle,
      new TensorArrayStorage({
        name: `${name}_${made++}`,
        dtype: k.attr<DType>("dtype"),
        size: n,
        dynamic: k.attr<boolean>("dynamic_size"),
        clearAfterRead: k.attr<boolean>("clear_after_read"),
        identicalShapes: k.attr<boolean>("identical_element_shapes"),
        elementShape: k.attr<TensorShape>("element_shape"),
        sums: false,
      }),
    );
  };
};

const gradKernel: Kernel = (k) => {
  const forward = k.input(0);
  const handle = k.output(0, []);
  const flow = k.output(1, []);
  const source = k.attr<string>("source");
  return () => {
    (flow.data as Float32Array)[0] = 0;
    hold(handle, storageOf(forward).gradient(source));
  };
};

/** Operations that write pass the flow on, as a number that nobody reads. */
function writing(write: (storage: TensorArrayStorage, k: KernelContext) => void, flowIn: number): Kernel {
  return (k) => {
    const inputs = Array.from({ length: k.inputCount }, (_, i) => k.input(i));
    k.alias(0, flowIn);
    return () => write(storageOf(inputs[0]!), k);
  };
}

function copy(from: Data, to: Data, at: number): void {
  for (let i = 0; i < from.length; i++) (to as unknown[])[at + i] = from[i];
}

/** Kernels whose output's shape the plan may know; else they bind in every run. */
function reading(
  shapeOf: (k: KernelContext) => readonly number[],
  read: (k: KernelContext, out: Value) => void,
): Kernel {
  return (k) => {
    const inputs = Array.from({ length: k.inputCount }, (_, i) => k.input(i));
    const known = k.knownShape(0);
    if (!known) k.readsData();
    const out = k.output(0, known ?? shapeOf(k));
    return inputs.length > 0 ? () => read(k, out) : undefined;
  };
}

/** The shape that an element will have, without reading it. */
function peek(storage: TensorArrayStorage, index: number): readonly number[] | null {
  return storage.elements[index]?.shape ?? storage.knownShape;
}

const readKernel = reading(
  (k) => peek(storageOf(k.input(0)), Number(k.input(1).data[0])) ?? [],
  (k, out) => {
    const storage = storageOf(k.input(0));
    const { shape, data } = storage.read(Number(k.input(1).data[0]));
    if (!sameShape(shape, out.shape)) throw wrongShape(out.shape, shape);
    copy(data, out.data, 0);
  },
);

function wrongShape(wanted: readonly number[], got: readonly number[]): Error {
  return invalidArgument(`TensorArray has inconsistent shapes: ${shapeText(wanted)} and ${shapeText(got)}`);
}

function indicesOf(v: Value): number[] {
  return Array.from(v.data as ArrayLike<number | bigint>, Number);
}

const gatherKernel = reading(
  (k) => {
    const storage = storageOf(k.input(0));
    const indices = indicesOf(k.input(1));
    const shape = indices.length > 0 ? peek(storage, indices[0]!) : storage.knownShape;
    if (shape === null && indices.length === 0) {
      throw invalidArgument(
        `TensorArray has size zero, but element shape ${storage.shapeText} is not fully defined. Currently only static shapes are supported when packing zero-size TensorArrays.`,
      );
    }
    return [indices.length, ...(shape ?? [])];
  },
  (k, out) => {
    const storage = storageOf(k.input(0));
    const size = out.shape.length > 0 ? sizeOf(out.shape.slice(1)) : 0;
    const per = out.dtype.is_complex ? 2 : 1;
    indicesOf(k.input(1)).forEach((index, i) => {
      const { shape, data } = storage.read(index);
      if (!sameShape(shape, out.shape.slice(1))) {
        throw invalidArgument(
          `TensorArray ${storage.options.name}: Could not gather/pack from TensorArray index 0 because element shapes differ: ${shapeText(out.shape.slice(1))} and ${shapeText(shape)}`,
        );
      }
      copy(data, out.data, i * size * per);
    });
  },
);

const concatKernel: Kernel = (k) => {
  const storage = storageOf(k.input(0));
  k.input(1);
  k.readsData();
  const parts = storage.elements.map((_, i) => storage.read(i));
  if (parts.some((p) => p.shape.length === 0)) {
    throw invalidArgument(
      `Concat saw a scalar shape at index ${parts.findIndex((p) => p.shape.length === 0)} but requires at least vectors.  Did you mean to call pack?`,
    );
  }
  const rest = parts[0]?.shape.slice(1) ?? storage.knownShape?.slice(1) ?? [];
  const odd = parts.findIndex((p) => !sameShape(p.shape.slice(1), rest));
  if (odd >= 0) {
    throw invalidArgument(
      `TensorArray ${storage.options.name} has inconsistent shapes.  Index 0 has (excepting dimension 0) shape: ${shapeText(rest)} but index ${odd} has (excepting dimension 0) shape: ${shapeText(parts[odd]!.shape.slice(1))}`,
    );
  }
  const out = k.output(0, [parts.reduce((n, p) => n + p.shape[0]!, 0), ...rest]);
  const lengths = k.output(1, [parts.length]);
  let at = 0;
  parts.forEach((p, i) => {
    (lengths.data as BigInt64Array)[i] = BigInt(p.shape[0]!);
    copy(p.data, out.data, at);
    at += p.data.length;
  });
  return undefined;
};

const scatterKernel = writing((storage, k) => {
  const value = k.input(2);
  const shape = value.shape.slice(1);
  const size = sizeOf(shape);
  indicesOf(k.input(1)).forEach((index, i) => {
    storage.write(index, value, i * size, shape);
  });
}, 3);

const splitKernel = writing((storage, k) => {
  const value = k.input(1);
  const lengths = indicesOf(k.input(2));
  const total = lengths.reduce((a, b) => a + b, 0);
  if (total !== value.shape[0])
    throw invalidArgument(
      `Expected sum of lengths to be equal to values.shape[0], but sum of lengths is ${total} and value's shape is: ${shapeText(value.shape)} `,
    );
  const row = sizeOf(value.shape.slice(1));
  let at = 0;
  lengths.forEach((n, i) => {
    storage.write(i, value, at * row, [n, ...value.shape.slice(1)]);
    at += n;
  });
}, 3);

const writeKernel = writing((storage, k) => storage.write(Number(k.input(1).data[0]), k.input(2)), 3);

const sizeKernel: Kernel = (k) => {
  const handle = k.input(0);
  const { data } = k.output(0, []);
  return () => {
    (data as Int32Array)[0] = storageOf(handle).size;
  };
};

const unknown: ShapeFn = () => [unknownShape];
const flowShape: ShapeFn = () => [scalarShape];

export const tensorArrayRecords: readonly OpRecord[] = [
  { type: "TensorArrayV3", shape: () => [new TensorShape([2]), scalarShape], kernel: makeKernel, grad: "none" },
  { type: "TensorArrayGradV3", shape: () => [new TensorShape([2]), scalarShape], kernel: gradKernel, grad: "none" },
  { type: "TensorArrayWriteV3", shape: flowShape, kernel: writeKernel, grad: writeGradient },
  { type: "TensorArrayReadV3", shape: unknown, kernel: readKernel, grad: readGradient },
  { type: "TensorArrayGatherV3", shape: unknown, kernel: gatherKernel, grad: gatherGradient },
  { type: "TensorArrayScatterV3", shape: flowShape, kernel: scatterKernel, grad: scatterGradient },
  {
    type: "TensorArrayConcatV3",
    shape: () => [unknownShape, new TensorShape([null])],
    kernel: concatKernel,
    grad: concatGradient,
  },
  { type: "TensorArraySplitV3", shape: flowShape, kernel: splitKernel, grad: splitGradient },
  { type: "TensorArraySizeV3", shape: flowShape, kernel: sizeKernel, grad: "none" },
  { type: "TensorArrayCloseV3", shape: () => [], kernel: () => undefined, grad: "none" },
];
