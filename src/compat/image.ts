/**
 * The `tf.image` namespace.
 */

export { extract_image_patches, extract_patches } from "../ops/array/patches.js";
export {
  adjust_brightness,
  adjust_contrast,
  adjust_gamma,
  adjust_hue,
  adjust_saturation,
  per_image_standardization,
  random_brightness,
  random_contrast,
  random_hue,
  random_saturation,
} from "../ops/image/adjust.js";
export {
  central_crop,
  crop_to_bounding_box,
  pad_to_bounding_box,
  resize_image_with_crop_or_pad,
  resize_image_with_crop_or_pad as resize_with_crop_or_pad,
} from "../ops/image/bounding.js";
export { hsv_to_rgb, rgb_to_hsv } from "../ops/image/colors.js";
export { combined_non_max_suppression } from "../ops/image/combined_suppression.js";
export { convert_image_dtype } from "../ops/image/convert_image_dtype.js";
export { crop_and_resize } from "../ops/image/crop_and_resize.js";
export { sample_distorted_bounding_box } from "../ops/image/distorted_box.js";
export { draw_bounding_boxes } from "../ops/image/drawing.js";
export {
  flip_left_right,
  flip_up_down,
  random_flip_left_right,
  random_flip_up_down,
  rot90,
  transpose,
  transpose as transpose_image,
} from "../ops/image/flips.js";
export { extract_glimpse } from "../ops/image/glimpse.js";
export {
  grayscale_to_rgb,
  rgb_to_grayscale,
  rgb_to_yiq,
  rgb_to_yuv,
  yiq_to_rgb,
  yuv_to_rgb,
} from "../ops/image/linear_colors.js";
export { image_gradients, psnr, sobel_edges, total_variation } from "../ops/image/measures.js";
export { resize_area, resize_bicubic, resize_bilinear, resize_nearest_neighbor } from "../ops/image/resize.js";
export {
  ResizeMethod,
  resize_image_with_pad,
  resize_images,
  resize_images as resize,
} from "../ops/image/resize_images.js";
export { ssim, ssim_multiscale } from "../ops/image/similarity.js";
export {
  non_max_suppression,
  non_max_suppression_overlaps,
  non_max_suppression_padded,
  non_max_suppression_with_scores,
} from "../ops/image/suppression.js";
export { random_crop } from "../ops/random/random_crop.js";
export * from "./missing/image.js";
