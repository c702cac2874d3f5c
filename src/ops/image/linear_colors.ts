/**
 * Colors as other linear mixes: gray, YIQ and YUV.
 * Source: tf.image.rgb_to_grayscale, tf.image.rgb_to_yiq … (tensorflow/python/ops/image_ops_impl.py).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { scoped } from "../../graph/create_op.js";
import { float32, int32 } from "../../graph/dtypes.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { TypeError_ } from "../../np/errors.js";
import { concatValues } from "../array/concat.js";
import { expandDims } from "../array/expand_dims.js";
import { onesOf } from "../array/fill.js";
import { rankInternal } from "../array/shape.js";
import { tileBy } from "../array/tile.js";
import { tensordot } from "../math/tensordot.js";
import { convertImageDtype } from "./convert_image_dtype.js";
import { assertGrayscale } from "./image_checks.js";

interface ImagesArguments {
  images: TensorLike;
  name: string | null;
}

/** Shares of red, green and blue in the brightness that is seen. */
const LUMINANCE = [0.2989, 0.587, 0.114];

/** tf.image.rgb_to_grayscale: colors [..., 3] as shades of gray [..., 1], of the same dtype. */
export const rgb_to_grayscale = pyFunction<ImagesArguments>()("rgb_to_grayscale", "(images, name=None)", (p) =>
  scoped(p.name, "rgb_to_grayscale", [p.images], (scope) => {
    const images = convertToTensor(p.images, { name: "images" });
    const floats = convertImageDtype(images, float32);
    const gray = tensordot(floats, LUMINANCE, [-1, -1]);
    return convertImageDtype(expandDims(gray, -1), images.dtype, false, scope);
  }),
);

/** tf.image.grayscale_to_rgb: shades of gray [..., 1] as colors [..., 3]. */
export const grayscale_to_rgb = pyFunction<{ images: Tensor; name: string | null }>()(
  "grayscale_to_rgb",
  "(images, name=None)",
  (p) =>
    scoped(p.name, "grayscale_to_rgb", [p.images], (scope) => {
      const images = convertToTensor(assertGrayscale(p.images), { name: "images" });
      const leading = expandDims(rankInternal(images).sub(1), 0);
      const multiples = concatValues([onesOf(leading, int32), expandDims(3, 0)], 0);
      const rgb = tileBy(images, multiples, scope);
      const { dims } = images.shape;
      rgb.set_shape(dims === null ? new TensorShape(null) : [...dims.slice(0, -1), 3]);
      return rgb;
    }),
);

const RGB_TO_YIQ = [
  [0.299, 0.59590059, 0.2115],
  [0.587, -0.27455667, -0.52273617],
  [0.114, -0.32134392, 0.31119955],
];
const YIQ_TO_RGB = [
  [1, 1, 1],
  [0.95598634, -0.27201283, -1.10674021],
  [0.6208248, -0.64720424, 1.70423049],
];
const RGB_TO_YUV = [
  [0.299, -0.14714119, 0.61497538],
  [0.587, -0.28886916, -0.51496512],
  [0.114, 0.43601035, -0.10001026],
];
const YUV_TO_RGB = [
  [1, 1, 1],
  [0, -0.394642334, 2.03206185],
  [1.13988303, -0.58062185, 0],
];

function byMatrix(name: string, matrix: readonly (readonly number[])[]) {
  return pyFunction<{ images: TensorLike }>()(name, "(images)", (p) => {
    const images = convertToTensor(p.images, { name: "images" });
    const kernel = convertToTensor(matrix, { dtype: images.dtype, name: "kernel" });
    const { rank } = images.shape;
    if (rank === null) throw new TypeError_("unsupported operand type(s) for -: 'NoneType' and 'int'");
    return tensordot(images, kernel, [[rank - 1], [0]]);
  });
}

/** tf.image.rgb_to_yiq: colors [..., 3] as brightness and two differences of color, as NTSC sends them. */
export const rgb_to_yiq = byMatrix("rgb_to_yiq", RGB_TO_YIQ);
/** tf.image.yiq_to_rgb: the inverse of tf.image.rgb_to_yiq. */
export const yiq_to_rgb = byMatrix("yiq_to_rgb", YIQ_TO_RGB);
/** tf.image.rgb_to_yuv: colors [..., 3] as brightness and two differences of color, as PAL sends them. */
export const rgb_to_yuv = byMatrix("rgb_to_yuv", RGB_TO_YUV);
/** tf.image.yuv_to_rgb: the inverse of tf.image.rgb_to_yuv. */
export const yuv_to_rgb = byMatrix("yuv_to_rgb", YUV_TO_RGB);
