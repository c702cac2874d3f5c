/**
 * Names of `tf.image` that are not there yet: reading and writing image files.
 */
import { missing } from "../../graph/missing.js";

export const decode_bmp = missing("tf.image.decode_bmp");
export const decode_gif = missing("tf.image.decode_gif");
export const decode_image = missing("tf.image.decode_image");
export const decode_jpeg = missing("tf.image.decode_jpeg");
export const decode_png = missing("tf.image.decode_png");
export const encode_jpeg = missing("tf.image.encode_jpeg");
export const encode_png = missing("tf.image.encode_png");
