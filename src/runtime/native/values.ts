/**
 * Run-time values across the bridge, quantized ones as the integers that they are stored in.
 * Source: types.proto; NativeDType in transport.ts.
 */
import type { DType, DTypeName } from "../../graph/dtypes.js";
import type { Value } from "../../graph/kernel.js";
import type { NativeBridge, NativeDType, NativeTensor, NativeTensorHandle } from "./bridge.js";
import { NativeError } from "./bridge.js";
import { TRANSPORT } from "./transport.js";

const STORED_AS: Partial<Record<DTypeName, NativeDType>> = {
  qint8: "int8",
  quint8: "uint8",
  qint16: "int16",
  quint16: "uint16",
  qint32: "int32",
};

/** Resources and variants exist only over there. */
export function canCross(dtype: DType): boolean {
  return dtype.baseName in TRANSPORT || dtype.baseName in STORED_AS;
}

function nativeName({ baseName }: DType): NativeDType {
  const name = STORED_AS[baseName] ?? baseName;
  if (name in TRANSPORT) return name as NativeDType;
  throw new NativeError(`a ${baseName} tensor exists in libtensorflow only`);
}

function reinterpret(bridge: NativeBridge, handle: NativeTensorHandle, code: number): NativeTensorHandle {
  return bridge.execute("Bitcast", [{ name: "type", kind: "type", value: code }], [handle], 1)[0]!;
}

/** Copies a value to libtensorflow. */
export function upload(bridge: NativeBridge, { dtype, shape, data }: Value): NativeTensorHandle {
  const name = nativeName(dtype);
  const handle = bridge.upload({ dtype: name, shape, data } as NativeTensor);
  if (!(dtype.baseName in STORED_AS)) return handle;
  try {
    return reinterpret(bridge, handle, dtype.base_dtype.as_datatype_enum);
  } finally {
    bridge.release(handle);
  }
}

function read(bridge: NativeBridge, handle: NativeTensorHandle, dtype: DType): NativeTensor["data"] {
  if (!(dtype.baseName in STORED_AS)) return bridge.download(handle).data;
  const stored = reinterpret(bridge, handle, TRANSPORT[nativeName(dtype)].code);
  try {
    return bridge.download(stored).data;
  } finally {
    bridge.release(stored);
  }
}

/** Copies a tensor into a value's buffer, which has its shape. */
export function download(bridge: NativeBridge, handle: NativeTensorHandle, into: Value): void {
  const source = read(bridge, handle, into.dtype);
  const target = into.data;
  if (Array.isArray(target)) for (let i = 0; i < source.length; i++) target[i] = source[i];
  // The same array type on both sides, whichever it is.
  else target.set(source as Float32Array & BigInt64Array);
}
