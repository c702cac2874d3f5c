/**
 * Runs single op types, and whole graphs, on libtensorflow, with tensors that stay on its side between ops.
 * Source: TensorFlow's C API as @tensorflow/tfjs-node exposes it.
 */
import { CODES } from "../../graph/errors.js";
import type { NumericData } from "../../np/dtype.js";
import { encodeAttr, type NativeAttr } from "./attrs.js";
import { loadBinding, type RawAttr, type RawBinding, type RawData, type RawOutput } from "./binding.js";
import { Handles, type NativeTensorHandle } from "./handles.js";
import { fromBinding, NativeError } from "./native_error.js";
import { NativeGraph } from "./native_graph.js";
import { folded, type NativeDType, type Row, TRANSPORT } from "./transport.js";

export type { NativeAttr } from "./attrs.js";
export type { NativeTensorHandle } from "./handles.js";
export { NativeError } from "./native_error.js";
export type { NativeGraph } from "./native_graph.js";
export type { NativeDType } from "./transport.js";

/** A value on our side; strings are bytes, complex numbers interleaved, float16 and bfloat16 widened to Float32Array. */
export type NativeTensor =
  | { readonly dtype: Exclude<NativeDType, "string">; readonly shape: readonly number[]; readonly data: NumericData }
  | { readonly dtype: "string"; readonly shape: readonly number[]; readonly data: Uint8Array[] };

/** A node made ready to run many times. */
export interface NativeOp {
  readonly type: string;
  readonly attrs: readonly RawAttr[];
  readonly numOutputs: number;
}

/** Not a TF_AttrType. */
const NO_KIND = 99;

const elements = (shape: readonly number[]): number => shape.reduce((n, d) => n * d, 1);

/**
 * A private copy for the addon, which otherwise lets TensorFlow share the array's memory. It starts 4 bytes behind an
 * aligned address: TensorFlow copies unaligned memory at once, so nothing of V8's outlives the call.
 */
function staged(data: NumericData, carrier: Row): RawData {
  const buffer = new ArrayBuffer(data.byteLength + 4);
  new Uint8Array(buffer, 4).set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  if (carrier.array === Float32Array) return new Float32Array(buffer, 4);
  if (carrier.array === Uint8Array) return new Uint8Array(buffer, 4);
  // int64 too: the addon takes it as pairs of ints.
  return new Int32Array(buffer, 4);
}

/** One libtensorflow in this process. Handles belong to the bridge that made them. */
export class NativeBridge {
  readonly #binding: RawBinding;
  readonly #handles: Handles;

  constructor(binding: RawBinding) {
    this.#binding = binding;
    this.#handles = new Handles(binding);
  }

  /** Version of libtensorflow. */
  get version(): string {
    return this.#binding.TF_Version;
  }

  /** Tensors that libtensorflow holds for us, for leak checks. */
  get numTensors(): number {
    return this.#binding.getNumOfTensors();
  }

  /** Copies a value to libtensorflow. */
  upload(value: NativeTensor): NativeTensorHandle {
    const row = TRANSPORT[value.dtype];
    const { carrier: carrierName, op } = row.up;
    const carrier = TRANSPORT[carrierName];
    const count = elements(value.shape) * row.parts;
    if (value.data.length !== count) {
      throw new NativeError(
        `${value.dtype} tensor of shape [${value.shape}] needs ${count} values, got ${value.data.length}`,
      );
    }
    if (value.dtype === "string") return this.#create(value.shape, carrier.code, value.data);
    if (row.array && !(value.data instanceof row.array)) {
      throw new NativeError(`${value.dtype} values come in ${row.array.name}, got ${value.data.constructor.name}`);
    }
    const data = staged(value.data, carrier);
    if (!op) return this.#create(value.shape, carrier.code, data);
    const shape = op === "Bitcast" ? [...value.shape, ...folded(row, carrier)] : value.shape;
    return this.#convert(this.#create(shape, carrier.code, data), op, row.code, true);
  }

  /** Copies a tensor back. */
  download(handle: NativeTensorHandle): NativeTensor {
    const { dtype, shape } = handle;
    if (dtype === null) throw new NativeError("a resource, variant or quantized tensor cannot be downloaded");
    const row = TRANSPORT[dtype];
    const { carrier, op } = row.down;
    if (dtype === "string") return { dtype, shape, data: this.#read(handle) as Uint8Array[] };
    if (!op) return { dtype, shape, data: this.#read(handle) as NumericData };
    const readable = this.#convert(handle, op, TRANSPORT[carrier].code, false);
    const raw = this.#read(readable) as NumericData;
    this.release(readable);
    if (op === "Bitcast") return { dtype, shape, data: new row.array!(raw.buffer) };
    if (raw instanceof row.array!) return { dtype, shape, data: raw };
    const data = new row.array!(raw.length);
    for (let i = 0; i < raw.length; i++) data[i] = raw[i]!;
    return { dtype, shape, data };
  }

  /** Whether libtensorflow has an op type of that name. Nothing runs: the addon stops at a kind of attribute it doesn't know. */
  knows(type: string): boolean {
    try {
      this.#binding.executeOp(type, [{ name: "", type: NO_KIND, value: 0 }], [], 0);
    } catch (thrown) {
      return fromBinding(thrown).code !== CODES.NOT_FOUND;
    }
    return true;
  }

  /**
   * Makes a node ready. Attributes are those of the OpDef; TensorFlow takes T and the like from the inputs' dtypes where an op
   * has no list inputs, whatever is given here. Ops with state in their kernel (random ones) share it between equal nodes:
   * an attribute of a name of its own, beginning with "_", keeps them apart.
   */
  prepare(type: string, attrs: readonly NativeAttr[], numOutputs: number): NativeOp {
    return { type, attrs: attrs.map(encodeAttr), numOutputs };
  }

  /** Runs a node on tensors of libtensorflow; list inputs are passed one after the other. */
  run(op: NativeOp, inputs: readonly NativeTensorHandle[]): NativeTensorHandle[] {
    const ids = inputs.map((handle) => this.#handles.idOf(handle));
    let made: RawOutput[];
    try {
      made = this.#binding.executeOp(op.type, op.attrs, ids, op.numOutputs);
    } catch (thrown) {
      throw fromBinding(thrown);
    }
    return made.map((output) => this.#handles.own(output));
  }

  /** prepare and run in one. */
  execute(
    type: string,
    attrs: readonly NativeAttr[],
    inputs: readonly NativeTensorHandle[],
    numOutputs: number,
  ): NativeTensorHandle[] {
    return this.run(this.prepare(type, attrs, numOutputs), inputs);
  }

  /** Runs one op on values: uploads, executes, downloads, and leaves nothing behind. */
  executeOp(
    type: string,
    attrs: readonly NativeAttr[],
    inputs: readonly NativeTensor[],
    numOutputs: number,
  ): NativeTensor[] {
    const handles: NativeTensorHandle[] = [];
    try {
      for (const input of inputs) handles.push(this.upload(input));
      const outputs = this.execute(type, attrs, handles, numOutputs);
      handles.push(...outputs);
      return outputs.map((handle) => this.download(handle));
    } finally {
      for (const handle of handles) this.release(handle);
    }
  }

  /** Frees a tensor; a second call does nothing. */
  release(handle: NativeTensorHandle): void {
    this.#handles.release(handle);
  }

  /**
   * Opens a session on a serialized GraphDef as TF 1.15 writes it, reference variables included. `ops` names the ops that
   * runs will ask for without fetching a tensor (train ops, initializers).
   */
  load(graphDef: Uint8Array, ops: readonly string[] = []): NativeGraph {
    return new NativeGraph(this.#binding, this.#handles, graphDef, ops);
  }

  #create(shape: readonly number[], code: number, data: RawData): NativeTensorHandle {
    try {
      const id = this.#binding.createTensor([...shape], code, data);
      return this.#handles.own({ id, shape: [...shape], dtype: code });
    } catch (thrown) {
      throw fromBinding(thrown);
    }
  }

  #read(handle: NativeTensorHandle): RawData {
    try {
      return this.#binding.tensorDataSync(this.#handles.idOf(handle));
    } catch (thrown) {
      throw thrown instanceof NativeError ? thrown : fromBinding(thrown);
    }
  }

  #convert(handle: NativeTensorHandle, op: "Bitcast" | "Cast", code: number, consume: boolean): NativeTensorHandle {
    const attr: NativeAttr = { name: op === "Cast" ? "DstT" : "type", kind: "type", value: code };
    try {
      return this.execute(op, [attr], [handle], 1)[0]!;
    } finally {
      if (consume) this.release(handle);
    }
  }
}

const bridges = new WeakMap<RawBinding, NativeBridge>();

/** The bridge to the installed libtensorflow; throws a NativeError that says what to do where there is none. */
export function openNative(folder?: string): NativeBridge {
  const binding = loadBinding(folder);
  const bridge = bridges.get(binding) ?? new NativeBridge(binding);
  bridges.set(binding, bridge);
  return bridge;
}
