/** Replays matmul.json: products of matrices, one family per op and type. */
import type { DTypeName, NumericData } from "../../../../src/np/dtype.js";
import { dtypeOf } from "../../../../src/np/dtype.js";
import { bindBatchMatMul } from "../../../../src/numerics/matmul/batch_matmul.js";
import { bindMatMul } from "../../../../src/numerics/matmul/matmul.js";
import { bindSparseTensorDenseMatMul } from "../../../../src/numerics/matmul/sparse_dense.js";
import type { Family } from "../../replay.js";
import { fromHex, makeArray, type Recorded, sizeOf, Tally } from "./bits.js";

/** Input as a literal or as the seed of the recorder's congruential generator. */
export interface LcgInput {
  readonly dtype: DTypeName;
  readonly shape: readonly number[];
  readonly lcg?: number;
  readonly mod?: number;
  readonly abs?: boolean;
  readonly ints?: readonly number[];
  readonly hex?: string;
}

export interface LcgCase {
  readonly id: string;
  readonly op: string;
  readonly attrs: Readonly<Record<string, number | boolean | string>>;
  readonly inputs: readonly LcgInput[];
  readonly outputs: readonly Recorded[];
}

export interface LcgDocument {
  readonly cases: readonly LcgCase[];
}

/** The input array of a case. */
export function makeInput(spec: LcgInput): NumericData {
  const n = sizeOf(spec.shape);
  if (spec.hex !== undefined) return fromHex(spec.hex, spec.dtype, n);
  const out = makeArray(spec.dtype, n);
  const put = (i: number, value: number): void => {
    if (out instanceof BigInt64Array || out instanceof BigUint64Array) out[i] = BigInt(value);
    else out[i] = value;
  };
  if (spec.ints) {
    spec.ints.forEach((v, i) => {
      put(i, v);
    });
    return out;
  }
  let x = (spec.lcg ?? 0) >>> 0;
  const draw = (): number => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return x;
  };
  for (let i = 0; i < n; i++) {
    let value: number;
    if (spec.mod !== undefined) value = (draw() >>> 8) % spec.mod;
    else if (spec.dtype === "float32") value = ((draw() >>> 8) - 8388608) / 8388608;
    else {
      const high = draw() >>> 5;
      value = ((high * 67108864 + (draw() >>> 6)) / 9007199254740992) * 2 - 1;
    }
    put(i, spec.abs ? Math.abs(value) : value);
  }
  return out;
}

type Model = (c: LcgCase, x: NumericData[], out: NumericData) => void;

const flag = (c: LcgCase, name: string): boolean => c.attrs[name] === true;
const threadsOf = (c: LcgCase): number => Number(c.attrs["threads"] ?? 1);

const MODELS: Record<string, Model> = {
  MatMul: (c, x, out) => {
    const [a, b] = c.inputs as [LcgInput, LcgInput];
    const [ta, tb] = [flag(c, "transpose_a"), flag(c, "transpose_b")];
    const [m, k] = ta ? [a.shape[1]!, a.shape[0]!] : [a.shape[0]!, a.shape[1]!];
    const n = b.shape[tb ? 0 : 1]!;
    bindMatMul(dtypeOf(a.dtype), m, k, n, ta, tb, threadsOf(c))(x[0]!, x[1]!, out);
  },
  BatchMatMulV2: (c, x, out) => {
    const [a, b] = c.inputs as [LcgInput, LcgInput];
    const product = bindBatchMatMul(
      dtypeOf(a.dtype),
      a.shape,
      b.shape,
      flag(c, "adj_x"),
      flag(c, "adj_y"),
      threadsOf(c),
    );
    product(x[0]!, x[1]!, out);
  },
  SparseTensorDenseMatMul: (c, x, out) => {
    const [adjA, adjB] = [flag(c, "adjoint_a"), flag(c, "adjoint_b")];
    const b = c.inputs[3]!;
    const shape = Array.from(x[2]!, Number);
    const depth = shape[adjA ? 0 : 1]!;
    const product = bindSparseTensorDenseMatMul(
      dtypeOf(b.dtype),
      shape[adjA ? 1 : 0]!,
      depth,
      b.shape[adjB ? 0 : 1]!,
      adjA,
      adjB,
    );
    product(x[0] as BigInt64Array, x[1]!, x[3]!, out);
  },
};

export function replayMatmul(doc: LcgDocument, only: string | null): Family[] {
  const tally = new Tally();
  for (const c of doc.cases) {
    if (only !== null && !c.id.includes(only)) continue;
    const dtype = c.inputs[c.inputs.length - 1]!.dtype;
    tally.check(`${c.op} ${dtype}`, c.id, c.outputs, "little", () => {
      const out = makeArray(dtype, sizeOf(c.outputs[0]!.shape));
      const model = MODELS[c.op];
      if (!model) throw new Error(`no model of ${c.op}`);
      model(c, c.inputs.map(makeInput), out);
      return [out];
    });
  }
  return tally.families;
}
