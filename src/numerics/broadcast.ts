/**
 * Broadcasting of two operands: the common shape, and a plan that a loop can walk without shape work.
 * Source: tensorflow/core/util/bcast.h.
 */

/** The common shape of two operands; null where a dimension disagrees. */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] | null {
  const rank = Math.max(a.length, b.length);
  const shape = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const m = i <= a.length ? a[a.length - i]! : 1;
    const n = i <= b.length ? b[b.length - i]! : 1;
    if (m !== n && m !== 1 && n !== 1) return null;
    shape[rank - i] = m === 1 ? n : m;
  }
  return shape;
}

/**
 * Where the elements of both operands lie for each element of the result in order: `rows` runs of `inner` elements; run r
 * starts at aStart[r] and bStart[r] and walks by aStep and bStep (1, or 0 where that operand is repeated along the run).
 */
export interface BroadcastPlan {
  readonly shape: readonly number[];
  readonly size: number;
  readonly rows: number;
  readonly inner: number;
  readonly aStart: Int32Array;
  readonly bStart: Int32Array;
  readonly aStep: number;
  readonly bStep: number;
}

/** Result dimensions after merging neighbours along which the same operands are repeated, with element strides of both. */
interface Collapsed {
  readonly dims: number[];
  readonly aStrides: number[];
  readonly bStrides: number[];
}

function collapse(a: readonly number[], b: readonly number[], shape: readonly number[]): Collapsed {
  const dims: number[] = [];
  const aStrides: number[] = [];
  const bStrides: number[] = [];
  let aSize = 1;
  let bSize = 1;
  // From the innermost dimension outwards.
  for (let i = 1; i <= shape.length; i++) {
    const d = shape[shape.length - i]!;
    if (d === 1) continue;
    const aHas = i <= a.length && a[a.length - i] !== 1;
    const bHas = i <= b.length && b[b.length - i] !== 1;
    const last = dims.length - 1;
    if (last >= 0 && (aStrides[last] !== 0) === aHas && (bStrides[last] !== 0) === bHas) {
      dims[last] = dims[last]! * d;
    } else {
      dims.push(d);
      aStrides.push(aHas ? aSize : 0);
      bStrides.push(bHas ? bSize : 0);
    }
    if (aHas) aSize *= d;
    if (bHas) bSize *= d;
  }
  return { dims, aStrides, bStrides };
}

/** First elements of all runs: every combination of the outer dimensions, the innermost of them fastest. */
function starts(dims: readonly number[], strides: readonly number[], rows: number): Int32Array {
  const out = new Int32Array(rows);
  let known = 1;
  for (let d = 1; d < dims.length; d++) {
    const filled = known;
    known *= dims[d]!;
    for (let r = filled; r < known; r++) out[r] = out[r - filled]! + strides[d]!;
  }
  return out;
}

/** The plan of two shapes; null where they don't broadcast. */
export function planBroadcast(a: readonly number[], b: readonly number[]): BroadcastPlan | null {
  const shape = broadcastShapes(a, b);
  if (shape === null) return null;
  const { dims, aStrides, bStrides } = collapse(a, b, shape);
  let size = 1;
  for (const d of dims) size *= d;
  const inner = dims[0] ?? 1;
  const rows = size === 0 ? 0 : size / inner;
  return {
    shape,
    size,
    rows,
    inner,
    aStart: starts(dims, aStrides, rows),
    bStart: starts(dims, bStrides, rows),
    aStep: aStrides[0] ?? 0,
    bStep: bStrides[0] ?? 0,
  };
}
