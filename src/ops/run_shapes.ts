/**
 * Shapes at run time: equality, and the text of the runtime's errors.
 * Source: TensorShape::IsSameSize, TensorShape::DebugString (tensorflow/core/framework/tensor_shape.h).
 */

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((d, i) => d === b[i]);
}

/** "[2,3]". */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(",")}]`;
}
