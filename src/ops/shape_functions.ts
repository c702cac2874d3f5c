/**
 * Shape functions that many op types share.
 * Source: common_shape_fns (tensorflow/core/framework/common_shape_fns.cc).
 */
import { type ShapeContext, ShapeError, type ShapeFn } from "../graph/shape_inference.js";
import { type Dims, scalarShape, TensorShape, unknownShape } from "../graph/tensor_shape.js";

/** Every output has the shape of the first input. */
export const unchanged: ShapeFn = (c) => new Array<TensorShape>(c.outputCount).fill(c.input(0));

export const scalar: ShapeFn = (c) => new Array<TensorShape>(c.outputCount).fill(scalarShape);

export const unknown: ShapeFn = (c) => new Array<TensorShape>(c.outputCount).fill(unknownShape);

/** All inputs have one shape, which the output gets. */
export const mergedInputs: ShapeFn = (c) => {
  let shape = c.input(0);
  for (let i = 1; i < c.inputCount; i++) shape = merge(shape, c.input(i));
  return new Array<TensorShape>(c.outputCount).fill(shape);
};

/** Combines two descriptions of one shape. Raises as the runtime's InferenceContext::Merge. */
export function merge(a: TensorShape, b: TensorShape): TensorShape {
  if (a.dims === null) return b;
  if (b.dims === null) return a;
  if (a.dims.length !== b.dims.length) {
    throw new ShapeError(`Shapes must be equal rank, but are ${a.dims.length} and ${b.dims.length}`);
  }
  return new TensorShape(
    a.dims.map((d, i) => {
      const e = b.dims![i]!;
      if (d !== null && e !== null && d !== e) {
        throw new ShapeError(
          `Dimension ${i} in both shapes must be equal, but are ${d} and ${e}. Shapes are ${a.toRuntimeString()} and ${b.toRuntimeString()}.`,
        );
      }
      return d ?? e;
    }),
  );
}

/** Two dimensions that must be equal. */
export function mergeDim(a: number | null, b: number | null): number | null {
  if (a !== null && b !== null && a !== b) throw new ShapeError(`Dimensions must be equal, but are ${a} and ${b}`);
  return a ?? b;
}

export function withRank(shape: TensorShape, rank: number): Dims {
  if (shape.dims === null) return new Array<null>(rank).fill(null);
  if (shape.dims.length !== rank) throw new ShapeError(`Shape must be rank ${rank} but is rank ${shape.dims.length}`);
  return shape.dims;
}

export function withRankAtLeast(shape: TensorShape, rank: number): TensorShape {
  if (shape.dims !== null && shape.dims.length < rank) {
    throw new ShapeError(`Shape must be at least rank ${rank} but is rank ${shape.dims.length}`);
  }
  return shape;
}

export function withRankAtMost(shape: TensorShape, rank: number): TensorShape {
  if (shape.dims !== null && shape.dims.length > rank) {
    throw new ShapeError(`Shape must be at most rank ${rank} but is rank ${shape.dims.length}`);
  }
  return shape;
}

/** Broadcast of two static shapes. Raises where known dimensions can't be broadcast. */
export function broadcastStatic(a: TensorShape, b: TensorShape): TensorShape {
  if (a.dims === null || b.dims === null) return unknownShape;
  const rank = Math.max(a.dims.length, b.dims.length);
  const out: (number | null)[] = [];
  for (let i = 0; i < rank; i++) {
    const x = a.dims[a.dims.length - rank + i];
    const y = b.dims[b.dims.length - rank + i];
    if (x === undefined || y === undefined) out.push(x === undefined ? y! : x);
    else if (x === null || y === null) {
      // An unknown dimension against one above 1 must be that one; against 1 it stays unknown.
      const known = x ?? y;
      out.push(known !== null && known > 1 ? known : null);
    } else if (x === y || y === 1) out.push(x);
    else if (x === 1) out.push(y);
    else throw new ShapeError(`Dimensions must be equal, but are ${x} and ${y}`);
  }
  return new TensorShape(out);
}

/** Elementwise operations of two inputs with broadcasting. */
export const broadcastBinary: ShapeFn = (c: ShapeContext) => [broadcastStatic(c.input(0), c.input(1))];
