/**
 * The bits of a tensor read as another type.
 * Source: tf.bitcast (core/ops/array_ops.cc, core/kernels/bitcast_op.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import type { NumericData } from "../../np/dtype.js";
import { halfBits, halfFromBits } from "../../np/half.js";
import { shapeText } from "../run_shapes.js";

/** Bytes of an element in TensorFlow, whatever our storage. */
function widthOf(dtype: DType): number {
  return dtype.baseName === "float16" || dtype.baseName === "bfloat16" ? 2 : dtype.size;
}

function bitcastShape(c: ShapeContext): TensorShape[] {
  const { dims } = c.input(0);
  const [from, to] = [widthOf(c.inputDType(0)), widthOf(c.outputDType(0))];
  if (dims === null) return [unknownShape];
  if (from === to) return [c.input(0)];
  if (from > to) return [new TensorShape([...dims, from / to])];
  const last = dims.at(-1);
  if (last === undefined || (last !== null && last !== to / from)) {
    throw new ShapeError(`Cannot bitcast due to shape. ${last ?? "?"} does not match ${to / from}`);
  }
  return [new TensorShape(dims.slice(0, -1))];
}

/** Types whose storage is wider than the type itself: values are turned into their 16 bits and back. */
interface Narrow {
  toBits(x: number): number;
  fromBits(bits: number): number;
}

const word = new Uint32Array(1);
const single = new Float32Array(word.buffer);

const NARROW: Readonly<Record<string, Narrow>> = {
  float16: { toBits: halfBits, fromBits: halfFromBits },
  bfloat16: {
    toBits: (x) => {
      single[0] = x;
      return word[0]! >>> 16;
    },
    fromBits: (bits) => {
      word[0] = bits << 16;
      return single[0]!;
    },
  },
};

function bytesOf(data: NumericData): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Reads the bytes of `input` in each run; they lie in `bytes` afterwards. */
function bindRead(input: Value): { bytes: Uint8Array; read: () => void } {
  const narrow = NARROW[input.dtype.baseName];
  const data = input.data as NumericData;
  if (!narrow) return { bytes: bytesOf(data), read: () => {} };
  const bits = new Uint16Array(input.size);
  const values = data as Float32Array;
  return {
    bytes: bytesOf(bits),
    read: () => {
      for (let i = 0; i < bits.length; i++) bits[i] = narrow.toBits(values[i]!);
    },
  };
}

const bitcastKernel: Kernel = (k) => {
  const input = k.input(0);
  const [from, to] = [widthOf(input.dtype), widthOf(k.outputTypes[0]!.base_dtype)];
  let shape: readonly number[] = input.shape;
  if (from > to) shape = [...shape, from / to];
  else if (from < to) {
    if (shape.at(-1) !== to / from) {
      throw invalidArgument(
        `Cannot bitcast from ${input.dtype.cppName} to ${k.outputTypes[0]!.base_dtype.cppName}: shape ${shapeText(shape)}`,
      );
    }
    shape = shape.slice(0, -1);
  }
  const out = k.output(0, shape);
  const { bytes, read } = bindRead(input);
  const narrow = NARROW[out.dtype.baseName];
  if (!narrow) {
    const target = bytesOf(out.data as NumericData);
    return () => {
      read();
      target.set(bytes);
    };
  }
  const bits = new Uint16Array(out.size);
  const target = bytesOf(bits);
  const values = out.data as Float32Array;
  return () => {
    read();
    target.set(bytes);
    for (let i = 0; i < bits.length; i++) values[i] = narrow.fromBits(bits[i]!);
  };
};

export const bitcastRecords: readonly OpRecord[] = [{ type: "Bitcast", shape: bitcastShape, kernel: bitcastKernel }];

/** tf.bitcast: the same bits as `type`; the last dimension shrinks or grows where the widths differ. */
export const bitcast = pyFunction<{ input: TensorLike; type: DTypeLike; name: string | null }>()(
  "bitcast",
  "(input, type, name=None)",
  ({ input, type, name }) => createOp("Bitcast", { input }, { type: as_dtype(type) }, name),
);
