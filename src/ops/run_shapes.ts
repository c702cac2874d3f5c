/**
 * Shapes at run time: equality, and the text of the runtime's errors.
 * Source: TensorShape::IsSameSize, TensorShape::DebugString (tensorflow/core/framework/tensor_shape.h).
 */
import type { Value } from "../graph/kernel.js";

/** "[2,3]". */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(",")}]`;
}

export function startsWith(shape: readonly number[], prefix: readonly number[]): boolean {
  return prefix.length <= shape.length && prefix.every((d, i) => d === shape[i]);
}

/** Elements of an integer tensor as numbers. */
export function intsOfData({ data }: Value): number[] {
  return Array.from(data as ArrayLike<number | bigint>, Number);
}

/** "[1,0]": where the flat position `at` lies in that shape; "" for a scalar. */
export function placeText(shape: readonly number[], at: number): string {
  if (shape.length === 0) return "";
  const place: number[] = [];
  for (let d = shape.length - 1, rest = at; d >= 0; rest = Math.floor(rest / shape[d]!), d--) {
    place.unshift(rest % shape[d]!);
  }
  return shapeText(place);
}
