/**
 * The gradient of tf.image.rgb_to_hsv, node by node.
 * Source: _RGBToHSVGrad (tensorflow/python/ops/image_grad.py).
 */
import { createOp } from "../../graph/create_op.js";
import { float32 } from "../../graph/dtypes.js";
import type { GradientFn } from "../../graph/registry.js";
import type { Tensor } from "../../graph/tensor.js";
import { PyFloat } from "../../np/pyfloat.js";
import { stackValues } from "../array/pack.js";
import { div_no_nan } from "../math/binary.js";
import { castTo } from "../math/cast.js";
import { binary, unary } from "../math/gradient_rules.js";

type Color = "r" | "g" | "b";
type Channels = Readonly<Record<Color, Tensor>>;

interface Pixel {
  readonly rgb: Channels;
  /** 1 where the channel is the largest of the three, and where it is the smallest. */
  readonly largest: Channels;
  readonly smallest: Channels;
  readonly saturation: Tensor;
  readonly value: Tensor;
}

const reciprocal = (x: Tensor): Tensor => div_no_nan(new PyFloat(1), x);
const reciprocalOfSquare = (x: Tensor): Tensor => reciprocal(unary("Square", x));
const positive = (x: Tensor): Tensor => castTo(x.gt(0), float32);

type Comparison = "Greater" | "GreaterEqual" | "Less" | "LessEqual";

/** 1 where a channel compares so with both others; of equal ones red comes first, then green. */
function mask(rgb: Channels, of: Color, ...tests: readonly [[Comparison, Color], [Comparison, Color]]): Tensor {
  const [first, second] = tests.map(([type, other]) => createOp(type, { x: rgb[of], y: rgb[other] })) as [
    Tensor,
    Tensor,
  ];
  return castTo(first.and_(second), float32);
}

/** The slope of the saturation along a channel: that of max where it is the smallest, of min over max where it is the largest. */
function saturationSlope(
  p: Pixel,
  of: Color,
  others: readonly [Color, Color],
  othersAsLargest: readonly [Color, Color],
): Tensor {
  const { rgb, largest, smallest } = p;
  const sign = positive(rgb[of]);
  const [low, high] = others.map((c) => smallest[c].mul(rgb[c]));
  const least = largest[of].mul(binary("Add", low, high)).mul(reciprocalOfSquare(rgb[of]));
  const negated = smallest[of].mul(-1);
  const [left, right] = othersAsLargest.map((c) => largest[c].mul(rgb[c])) as [Tensor, Tensor];
  return sign.mul(binary("Add", least, negated.mul(reciprocal(left.add(right)))));
}

/** One case of a hue's slope: which channel is largest and which smallest, and a quotient of differences. */
interface HueCase {
  readonly largest: Color;
  readonly smallest?: Color;
  readonly isNegative?: boolean;
  readonly over?: readonly [Color, Color];
  /** The difference below the line, squared below a numerator; without one saturation and value stand there. */
  readonly under?: readonly [Color, Color];
}

const HUE_CASES: Readonly<Record<Color, readonly HueCase[]>> = {
  r: [
    { largest: "r", isNegative: true, over: ["g", "b"] },
    { largest: "g", smallest: "r", over: ["b", "g"], under: ["r", "g"] },
    { largest: "g", smallest: "b", isNegative: true, under: ["g", "b"] },
    { largest: "b", smallest: "r", over: ["b", "g"], under: ["b", "r"] },
    { largest: "b", smallest: "g", under: ["b", "g"] },
  ],
  g: [
    { largest: "g", isNegative: true, over: ["b", "r"] },
    { largest: "r", smallest: "g", over: ["r", "b"], under: ["r", "g"] },
    { largest: "r", smallest: "b", under: ["r", "b"] },
    { largest: "b", smallest: "g", over: ["r", "b"], under: ["b", "g"] },
    { largest: "b", smallest: "r", isNegative: true, under: ["b", "r"] },
  ],
  b: [
    { largest: "b", isNegative: true, over: ["r", "g"] },
    { largest: "r", smallest: "b", over: ["g", "r"], under: ["r", "b"] },
    { largest: "r", smallest: "g", isNegative: true, under: ["r", "g"] },
    { largest: "g", smallest: "b", over: ["g", "r"], under: ["g", "b"] },
    { largest: "g", smallest: "r", under: ["g", "r"] },
  ],
};

/** Degrees of hue per unit of the channel in one case. */
function hueCase(p: Pixel, c: HueCase): Tensor {
  const { rgb } = p;
  let slope = positive(rgb[c.largest]).mul(p.largest[c.largest]);
  if (c.smallest) slope = slope.mul(p.smallest[c.smallest]);
  if (c.isNegative) slope = slope.mul(-1);
  if (c.over) slope = slope.mul(rgb[c.over[0]].sub(rgb[c.over[1]]));
  if (!c.under) {
    slope = slope.mul(reciprocalOfSquare(p.saturation)).mul(reciprocalOfSquare(p.value));
  } else {
    const difference = rgb[c.under[0]].sub(rgb[c.under[1]]);
    slope = slope.mul(c.over ? reciprocalOfSquare(difference) : reciprocal(difference));
  }
  return slope.rmul(60);
}

function hueSlope(p: Pixel, of: Color): Tensor {
  const cases = HUE_CASES[of].map((c) => hueCase(p, c));
  return cases.reduce((sum, t) => sum.add(t)).truediv(360);
}

export const rgbToHsvGradient: GradientFn = (op, grad) => {
  const input = op.inputs[0]!;
  const output = op.outputs[0]!;
  const dy = grad as Tensor;
  const rgb: Channels = { r: input.at("...", 0), g: input.at("...", 1), b: input.at("...", 2) };
  const saturation = output.at("...", 1);
  const value = output.at("...", 2);
  const largest: Channels = {
    r: mask(rgb, "r", ["GreaterEqual", "b"], ["GreaterEqual", "g"]),
    g: mask(rgb, "g", ["Greater", "r"], ["GreaterEqual", "b"]),
    b: mask(rgb, "b", ["Greater", "r"], ["Greater", "g"]),
  };
  const smallest: Channels = {
    r: mask(rgb, "r", ["Less", "b"], ["Less", "g"]),
    g: mask(rgb, "g", ["LessEqual", "r"], ["Less", "b"]),
    b: mask(rgb, "b", ["LessEqual", "r"], ["LessEqual", "g"]),
  };
  const p: Pixel = { rgb, largest, smallest, saturation, value };
  const saturations = [
    saturationSlope(p, "r", ["g", "b"], ["g", "b"]),
    saturationSlope(p, "g", ["r", "b"], ["r", "b"]),
    saturationSlope(p, "b", ["g", "r"], ["g", "r"]),
  ];
  const hues = [hueSlope(p, "r"), hueSlope(p, "g"), hueSlope(p, "b")];
  const along = (channel: 0 | 1 | 2, slopes: readonly Tensor[]): Tensor =>
    stackValues(
      slopes.map((slope) => dy.at("...", channel).mul(slope)),
      -1,
    );
  const ofValue = along(2, [largest.r, largest.g, largest.b]);
  const ofSaturation = along(1, saturations);
  const ofHue = along(0, hues);
  return [binary("Add", binary("Add", ofValue, ofSaturation), ofHue)];
};
