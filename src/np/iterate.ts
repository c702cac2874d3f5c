/**
 * Walking up to three strided operands together in runs along one axis.
 * Source: the role of numpy.nditer; axes of length 1 are dropped and adjacent axes that lie in one run are merged.
 */

/** n elements from positions a, b, c on, with steps sa, sb, sc. */
export type Run = (n: number, a: number, sa: number, b: number, sb: number, c: number, sc: number) => void;

export interface Placed {
  readonly strides: readonly number[];
  readonly offset: number;
}

const NOWHERE: Placed = { strides: [], offset: 0 };

/** Axes in the order in which they are walked (outermost first): by falling stride of c, then b, then a. */
function walkOrder(axes: number[], a: Placed, b: Placed, c: Placed): void {
  const step = (p: Placed, i: number) => Math.abs(p.strides[i] ?? 0);
  for (let i = 1; i < axes.length; i++) {
    const axis = axes[i]!;
    let j = i - 1;
    while (j >= 0) {
      const other = axes[j]!;
      const d = step(c, other) - step(c, axis) || step(b, other) - step(b, axis) || step(a, other) - step(a, axis);
      if (d >= 0) break;
      axes[j + 1] = other;
      j--;
    }
    axes[j + 1] = axis;
  }
}

/**
 * Calls `run` for every run of elements. With `inOrder` the axes are walked in row-major order (where the order of
 * visits shows in the result), otherwise in the order of c's memory.
 */
export function forRuns(
  shape: readonly number[],
  run: Run,
  a: Placed,
  b: Placed = NOWHERE,
  c: Placed = NOWHERE,
  inOrder = false,
): void {
  const axes: number[] = [];
  for (let i = 0; i < shape.length; i++) {
    if (shape[i] === 0) return;
    if (shape[i] !== 1) axes.push(i);
  }
  if (!inOrder && axes.length > 1) walkOrder(axes, a, b, c);
  const dims: number[] = [];
  const sa: number[] = [];
  const sb: number[] = [];
  const sc: number[] = [];
  for (const axis of axes) {
    const d = shape[axis]!;
    const na = a.strides[axis] ?? 0;
    const nb = b.strides[axis] ?? 0;
    const nc = c.strides[axis] ?? 0;
    const k = dims.length - 1;
    if (k >= 0 && sa[k] === na * d && sb[k] === nb * d && sc[k] === nc * d) {
      dims[k] = dims[k]! * d;
      sa[k] = na;
      sb[k] = nb;
      sc[k] = nc;
    } else {
      dims.push(d);
      sa.push(na);
      sb.push(nb);
      sc.push(nc);
    }
  }
  const inner = dims.length - 1;
  if (inner < 0) {
    run(1, a.offset, 0, b.offset, 0, c.offset, 0);
    return;
  }
  const n = dims[inner]!;
  const ia = sa[inner]!;
  const ib = sb[inner]!;
  const ic = sc[inner]!;
  let pa = a.offset;
  let pb = b.offset;
  let pc = c.offset;
  const index = new Array<number>(inner).fill(0);
  for (;;) {
    run(n, pa, ia, pb, ib, pc, ic);
    let k = inner - 1;
    for (; k >= 0; k--) {
      pa += sa[k]!;
      pb += sb[k]!;
      pc += sc[k]!;
      if (++index[k]! < dims[k]!) break;
      pa -= sa[k]! * dims[k]!;
      pb -= sb[k]! * dims[k]!;
      pc -= sc[k]! * dims[k]!;
      index[k] = 0;
    }
    if (k < 0) return;
  }
}
