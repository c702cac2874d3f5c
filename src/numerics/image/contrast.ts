/**
 * Contrast: distances from each channel's mean, scaled.
 * Source: tensorflow/core/kernels/adjust_contrast_op.cc (AdjustContrastOpv2).
 */
const f = Math.fround;

/** Binds the contrast of `batch` images of `size` pixels; means are sums folded by halves. */
export function bindAdjustContrast(
  batch: number,
  size: number,
  channels: number,
): (images: Float32Array, factor: Float32Array, out: Float32Array) => void {
  const inverse = f(1 / size);
  const plane = size * channels;
  const sums = new Float32Array(plane);
  return (images, factor, out) => {
    const by = factor[0]!;
    for (let b = 0; b < batch; b++) {
      const at = b * plane;
      for (let i = 0; i < plane; i++) sums[i] = images[at + i]!;
      for (let left = size; left > 1; ) {
        const right = left >> 1;
        left -= right;
        for (let i = 0, j = left * channels; i < right * channels; i++, j++) sums[i] = f(sums[i]! + sums[j]!);
      }
      for (let c = 0; c < channels; c++) {
        const mean = f(sums[c]! * inverse);
        for (let i = at + c; i < at + plane; i += channels) out[i] = f(mean + f(by * f(images[i]! - mean)));
      }
    }
  };
}
