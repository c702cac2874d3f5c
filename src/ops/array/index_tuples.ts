/**
 * Tuples of indices that address elements or slices of a tensor.
 * Source: tensorflow/core/kernels/{gather_nd_op,scatter_nd_op}.cc.
 */
import { invalidArgument } from "../../graph/errors.js";
import type { Value } from "../../graph/kernel.js";
import { rowMajor, sizeOf } from "../../np/strided.js";
import type { Indices } from "../../numerics/reductions/indices.js";
import { placeText } from "../run_shapes.js";

/** How tuples of indices address a tensor: they name its first `depth` dimensions, what is left is moved as one. */
export class Address {
  readonly depth: number;
  readonly count: number;
  readonly inner: number;
  /** Number of the slice that each tuple names. */
  readonly rows: Int32Array;
  private readonly indices: Value;
  private readonly dims: readonly number[];
  private readonly steps: readonly number[];
  /** What the message calls the addressed tensor. */
  private readonly target: string;

  constructor(indices: Value, shape: readonly number[], target: string) {
    this.depth = indices.shape.at(-1) ?? 1;
    this.count = sizeOf(indices.shape.slice(0, -1));
    this.inner = sizeOf(shape.slice(this.depth));
    this.dims = shape.slice(0, this.depth);
    this.steps = rowMajor(this.dims);
    this.rows = new Int32Array(this.count);
    this.indices = indices;
    this.target = target;
  }

  /** Reads all tuples. Raises for the last that lies outside: the kernels note each and report what they noted. */
  resolve(): void {
    const { depth, dims, steps, rows } = this;
    const list = this.indices.data as Indices;
    let bad = -1;
    for (let i = 0; i < rows.length; i++) {
      let row = 0;
      for (let d = 0; d < depth; d++) {
        const index = Number(list[i * depth + d]);
        if (index < 0 || index >= dims[d]!) bad = i;
        row += index * steps[d]!;
      }
      rows[i] = row;
    }
    if (bad >= 0) throw this.outside(bad);
  }

  private outside(i: number): Error {
    const tuple = (this.indices.data as unknown[]).slice(i * this.depth, (i + 1) * this.depth);
    const place = placeText(this.indices.shape.slice(0, -1), i);
    return invalidArgument(`indices${place} = [${tuple.join(", ")}] does not index into ${this.target}`);
  }
}
