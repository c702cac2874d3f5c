/**
 * Many products in one call: those that have a WebAssembly kernel run in its memory, the others on the arrays themselves.
 */
import { MOST_FLOATS, type ProductKernel, workspace } from "../wasm/module.js";
import type { Region } from "./blocking.js";
import type { Product } from "./matmul.js";
import type { Floats, ProductAt, Strides } from "./tile.js";

/** Fewer multiplications are not worth the copies. */
const LEAST_MULTIPLICATIONS = 512;

/** A product of float32 matrices that lie in the WebAssembly memory; where they start, and room to pack b in, in floats. */
export interface MemoryProduct {
  readonly multiplications: number;
  readonly room: number;
  run(a0: number, b0: number, c0: number, room: number): void;
}

/** One product of a batch. */
export interface BatchedProduct {
  readonly at: ProductAt;
  readonly inMemory: MemoryProduct | null;
}

/** bindDirect of direct.ts in WebAssembly; null on machines without. */
export function bindDirectInMemory(
  size: { readonly rows: number; readonly depth: number; readonly cols: number },
  regions: readonly Region[],
  strides: Strides,
): MemoryProduct | null {
  const space = workspace();
  if (!space) return null;
  const { pack, pairs, eights } = space.kernels;
  const { rows, depth, cols } = size;
  const { aRow, aDepth, bDepth, bCol, cRow } = strides;
  const isPacked = bCol !== 1;
  const width = isPacked ? Math.ceil(cols / 4) * 4 : bDepth;
  const runs = regions.map((region): [Region, ProductKernel, number] => [
    region,
    region.lanes > 2 ? eights : pairs,
    region.lanes === 1 ? 0 : region.main,
  ]);
  return {
    multiplications: rows * depth * cols,
    room: isPacked ? depth * width : 0,
    run: (a0, b0, c0, room) => {
      if (isPacked) pack(4 * b0, 4 * bDepth, 4 * bCol, depth, cols, 4 * room, 4 * width);
      const b = isPacked ? room : b0;
      for (let i = 0; i < runs.length; i++) {
        const [{ r0, r1, c0: j0, c1: j1 }, kernel, main] = runs[i]!;
        const a = 4 * (a0 + r0 * aRow);
        const c = 4 * (c0 + r0 * cRow + j0);
        kernel(a, 4 * aRow, 4 * aDepth, 4 * (b + j0), 4 * width, c, 4 * cRow, r1 - r0, j1 - j0, main, depth);
      }
    },
  };
}

/** Where the operands and the result of each product start, and how long the arrays are that hold all of them. */
export interface BatchLayout {
  readonly a0: ArrayLike<number>;
  readonly b0: ArrayLike<number>;
  readonly c0: ArrayLike<number>;
  readonly lengths: readonly [number, number, number];
}

/** Binds products[k], which must together write all of the result that they are to write, in any order. */
export function bindBatch(products: readonly BatchedProduct[], layout: BatchLayout): Product {
  const { a0, b0, c0 } = layout;
  const floats = layout.lengths[0] + layout.lengths[1] + layout.lengths[2];
  const gain = products.reduce((n, p) => n + (p.inMemory?.multiplications ?? 0), 0);
  const first = gain >= LEAST_MULTIPLICATIONS && floats <= MOST_FLOATS ? bindInMemory(products, layout) : null;
  const rest = products.flatMap((p, k) => (first && p.inMemory ? [] : [k]));
  return (a, b, out) => {
    first?.(a as Floats, b as Floats, out as Floats);
    for (let i = 0; i < rest.length; i++) {
      const k = rest[i]!;
      products[k]!.at(a as Floats, a0[k]!, b as Floats, b0[k]!, out as Floats, c0[k]!);
    }
  };
}

/** Runs the products that can in the memory of WebAssembly; what the others write is left as it lies there. */
function bindInMemory(products: readonly BatchedProduct[], layout: BatchLayout) {
  const { a0, b0, c0 } = layout;
  const [na, nb, nc] = layout.lengths;
  const room = na + nb + nc;
  // A register read at the last column reaches up to three floats further.
  const total = room + products.reduce((n, p) => Math.max(n, p.inMemory?.room ?? 0), 0) + 4;
  const runs = products.map((p) => p.inMemory);
  const space = workspace();
  if (!space?.reserve(total)) return null;
  const result = space.window(na + nb, nc);
  return (a: Floats, b: Floats, out: Floats): void => {
    space.floats.set(a, 0);
    space.floats.set(b, na);
    for (let k = 0; k < runs.length; k++) runs[k]?.run(a0[k]!, na + b0[k]!, na + nb + c0[k]!, room);
    out.set(result());
  };
}
