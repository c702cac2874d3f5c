/** Replays conv.json: convolutions, pooling, batch norm, bias gradient, LRN; one family per op and type. */
import type { DType, NumericData } from "../../../../src/np/dtype.js";
import { dtypeOf } from "../../../../src/np/dtype.js";
import {
  bindBatchNormGradient,
  bindBatchNormInference,
  bindBatchNormTraining,
} from "../../../../src/numerics/conv/batch_norm.js";
import {
  bindConv,
  bindConvFilterGradient,
  bindConvInputGradient,
  type ConvAttrs,
  type Convolution,
} from "../../../../src/numerics/conv/conv.js";
import {
  bindDepthwiseConv,
  bindDepthwiseFilterGradient,
  bindDepthwiseInputGradient,
} from "../../../../src/numerics/conv/depthwise.js";
import { bindLrn } from "../../../../src/numerics/conv/lrn.js";
import { bindAvgPool, bindAvgPoolGrad, bindMaxPoolGrad, type PoolAttrs } from "../../../../src/numerics/conv/pool.js";
import type { Padding } from "../../../../src/numerics/conv/window.js";
import { bindBiasAddGrad } from "../../../../src/numerics/reductions/sums.js";
import type { Family } from "../../replay.js";
import { makeArray, sizeOf, Tally } from "./bits.js";
import { type LcgCase, type LcgDocument, makeInput } from "./matmul.js";

type Bind = (
  dtype: DType,
  x: readonly number[],
  f: readonly number[],
  attrs: ConvAttrs,
  threads?: number,
) => Convolution;

const FORWARD: Record<string, Bind> = { Conv2D: bindConv, Conv3D: bindConv, DepthwiseConv2dNative: bindDepthwiseConv };
const TO_INPUT: Record<string, Bind> = {
  Conv2DBackpropInput: bindConvInputGradient,
  DepthwiseConv2dNativeBackpropInput: bindDepthwiseInputGradient,
};
const TO_FILTER: Record<string, Bind> = {
  Conv2DBackpropFilter: bindConvFilterGradient,
  DepthwiseConv2dNativeBackpropFilter: bindDepthwiseFilterGradient,
};

function run(c: LcgCase, x: NumericData[]): NumericData[] {
  const { attrs, inputs, op } = c;
  const dtype = dtypeOf(inputs[inputs.length - 1]!.dtype);
  const out = c.outputs.map((o) => makeArray(o.dtype, sizeOf(o.shape)));
  const o = out[0]!;
  const padding = attrs["padding"] as Padding;
  const stride = Number(attrs["stride"] ?? 1);
  const threads = Number(attrs["threads"] ?? 1);
  const conv: ConvAttrs = { strides: [stride, stride, stride], padding };
  const pool = (): PoolAttrs => {
    const k = Number(attrs["ksize"]);
    return { ksize: [k, k], strides: [stride, stride], padding };
  };
  const ints = (i: number): number[] => Array.from(x[i]!, Number);
  const f = x as Float32Array[];
  const depth = inputs[0]!.shape[inputs[0]!.shape.length - 1]!;
  const rows = x[0]!.length / depth;
  const epsilon = Number(attrs["epsilon"]);
  const forward = FORWARD[op];
  const toInput = TO_INPUT[op];
  const toFilter = TO_FILTER[op];
  if (forward) forward(dtype, inputs[0]!.shape, inputs[1]!.shape, conv, threads).run(x[0]!, x[1]!, o);
  else if (toInput) toInput(dtype, ints(0), inputs[1]!.shape, conv, threads).run(x[1]!, x[2]!, o);
  else if (toFilter) toFilter(dtype, inputs[0]!.shape, ints(1), conv, threads).run(x[0]!, x[2]!, o);
  else if (op === "AvgPool") bindAvgPool(dtype, inputs[0]!.shape, pool()).run(x[0]!, o);
  else if (op === "AvgPoolGrad") bindAvgPoolGrad(dtype, ints(0), pool()).run(x[1]!, o);
  else if (op === "MaxPoolGrad") bindMaxPoolGrad(dtype, inputs[0]!.shape, pool()).run(x[0]!, x[1]!, o);
  else if (op === "BiasAddGrad") bindBiasAddGrad(dtype, inputs[0]!.shape)(x[0]!, o);
  else if (op === "LRN") {
    const [radius, bias] = [Number(attrs["depth_radius"]), Number(attrs["bias"])];
    bindLrn(
      rows,
      depth,
      radius,
      bias,
      Number(attrs["alpha"]),
      Number(attrs["beta"]),
      threads,
    )(f[0]!, o as Float32Array);
  } else if (op === "FusedBatchNormV3" && attrs["is_training"] === true) {
    const [y, mean, corrected] = out as Float32Array[];
    const moments = { mean: mean!, variance: new Float32Array(depth), corrected: corrected! };
    bindBatchNormTraining(rows, depth, epsilon)(f[0]!, f[1]!, f[2]!, y!, moments);
    return [y!, mean!, corrected!, mean!, moments.variance];
  } else if (op === "FusedBatchNormV3") {
    bindBatchNormInference(rows, depth, epsilon)(f[0]!, f[1]!, f[2]!, f[3]!, f[4]!, o as Float32Array);
  } else if (op === "FusedBatchNormGradV3") {
    const [dx, dScale, dOffset] = out as Float32Array[];
    bindBatchNormGradient(rows, depth, epsilon)(f[0]!, f[1]!, f[2]!, f[3]!, f[4]!, dx!, dScale!, dOffset!);
  } else throw new Error(`no model of ${op}`);
  return out;
}

export function replayConv(doc: LcgDocument, only: string | null): Family[] {
  const tally = new Tally();
  for (const c of doc.cases) {
    if (only !== null && !c.id.includes(only)) continue;
    const { dtype } = c.inputs[c.inputs.length - 1]!;
    tally.check(`${c.op} ${dtype}`, c.id, c.outputs, "little", () => run(c, c.inputs.map(makeInput)));
  }
  return tally.families;
}
