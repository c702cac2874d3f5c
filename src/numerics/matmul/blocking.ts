/**
 * How a matrix product is cut into pieces, and in which order each piece adds its terms.
 * Source: measured rules of TensorFlow 1.15.5's CPU wheel on an AVX2 machine (Eigen's contraction blocking and
 * block-panel kernel, the float32 sgemm of MKL-DNN).
 *
 * Names here: C[rows, cols] = A[rows, depth] * B[depth, cols], cols being the contiguous dimension of C. Eigen, being
 * column-major, calls cols "m" and rows "n".
 */

/** Data cache sizes in bytes as the recording machine reported them; block sizes follow from them. */
const L1 = 32768;
const L2 = 524288;
const L3 = 33554432;
/** The size that the one-thread heuristic takes for the second-level cache. */
const NOMINAL_L2 = 1572864;

/**
 * A rectangle of C and a range of the contracted dimension. Each value is formed from 0 and then added to C.
 * With `lanes` > 1 term p of the first `main` terms goes to accumulator p mod lanes; these are then joined and the
 * rest follows one by one.
 */
export interface Region {
  r0: number;
  r1: number;
  c0: number;
  c1: number;
  k0: number;
  k1: number;
  /** One rounding per step instead of two (float32 only; float64 code of this build never fuses). */
  fused: boolean;
  lanes: 1 | 2 | 4 | 8;
  main: number;
}

export interface Blocks {
  depth: number;
  cols: number;
  rows: number;
}

/** Values of one 32-byte register. */
export function lanesOf(itemsize: number): number {
  return 32 / itemsize;
}

export function ceilDiv(a: number, b: number): number {
  return Math.ceil(a / b);
}

function floorDiv(a: number, b: number): number {
  return Math.floor(a / b);
}

/** Shortens a block so that the last of `n / block` blocks is not much smaller than the others. */
function evenOut(n: number, block: number, step: number): number {
  if (n % block === 0) return block;
  return block - step * floorDiv(block - (n % block), step * (floorDiv(n, block) + 1));
}

function threadedBlocking(blocks: Blocks, itemsize: number, threads: number): Blocks {
  const mr = 2 * lanesOf(itemsize);
  const nr = 4;
  const perDepth = (mr + nr) * itemsize;
  const panel = mr * nr * itemsize;
  let { depth, cols, rows } = blocks;
  const most = Math.min(floorDiv(L1 - panel, perDepth), 320);
  if (most < depth) depth = most - (most % 8);
  const rowCache = floorDiv(L2 - L1, nr * itemsize * depth);
  const rowShare = ceilDiv(rows, threads);
  rows = rowCache <= rowShare ? rowCache - (rowCache % nr) : Math.min(rows, ceilDiv(rowShare, nr) * nr);
  const colCache = floorDiv(L3 - L2, itemsize * depth * threads);
  const colShare = ceilDiv(cols, threads);
  if (colCache < colShare && colCache >= mr) cols = colCache - (colCache % mr);
  else cols = Math.min(cols, ceilDiv(colShare, mr) * mr);
  return { depth, cols, rows };
}

/** Eigen's evaluateProductBlockingSizesHeuristic. */
export function productBlocking(blocks: Blocks, itemsize: number, threads = 1): Blocks {
  if (threads > 1) return threadedBlocking(blocks, itemsize, threads);
  let { depth, cols, rows } = blocks;
  if (Math.max(depth, cols, rows) < 48) return blocks;
  const mr = 2 * lanesOf(itemsize);
  const nr = 4;
  const panel = mr * nr * itemsize;
  const most = Math.max(floorDiv(floorDiv(L1 - panel, (mr + nr) * itemsize), 8) * 8, 1);
  const whole = depth;
  if (depth > most) {
    depth = depth % most === 0 ? most : most - 8 * floorDiv(most - 1 - (depth % most), 8 * (floorDiv(depth, most) + 1));
  }
  const remaining = L1 - panel - cols * depth * itemsize;
  const mostRows =
    remaining >= nr * itemsize * depth
      ? floorDiv(remaining, depth * itemsize)
      : floorDiv(3 * NOMINAL_L2, 4 * most * itemsize);
  const rowBlock = floorDiv(Math.min(floorDiv(NOMINAL_L2, 2 * depth * itemsize), mostRows), nr) * nr;
  if (rows > rowBlock) return { depth, cols, rows: evenOut(rows, rowBlock, nr) };
  if (whole !== depth) return { depth, cols, rows };
  const bytes = depth * rows * itemsize;
  let level = NOMINAL_L2;
  let mostCols = cols;
  if (bytes <= 1024) level = L1;
  else if (bytes <= 32768) {
    level = L2;
    mostCols = Math.min(576, cols);
  }
  let colBlock = Math.min(floorDiv(level, 3 * depth * itemsize), mostCols);
  if (colBlock > mr) colBlock -= colBlock % mr;
  else if (colBlock === 0) return { depth, cols, rows };
  return { depth, cols: evenOut(cols, colBlock, mr), rows };
}

/** Block sizes of a tensor contraction: those of the product, for float32 rounded to what the sgemm likes. */
export function contractionBlocking(size: Blocks, itemsize: number, threads = 1, byCols = true): Blocks {
  const turned = (b: Blocks): Blocks => (byCols ? b : { depth: b.depth, cols: b.rows, rows: b.cols });
  let { depth, cols, rows } = turned(productBlocking(turned(size), itemsize, threads));
  if (itemsize === 4) {
    cols = ceilDiv(floorDiv(cols * 3, 2), 48) * 48;
    rows = ceilDiv(rows, 24) * 24;
    const slices = Math.max(1, ceilDiv(size.depth, depth));
    depth = Math.min(size.depth, ceilDiv(floorDiv(size.depth, slices), 8) * 8);
  }
  return { depth, cols: Math.min(size.cols, cols), rows: Math.min(size.rows, rows) };
}

/** Piece sizes along one dimension; the last full piece is halved with its rest when the rest is more than `spare`. */
function pieces(total: number, full: number, spare: number): number[] {
  const out: number[] = [];
  for (let rest = total; rest > 0; rest -= out[out.length - 1]!) {
    if (rest >= 2 * full) out.push(full);
    else if (rest > full + spare) out.push(ceilDiv(rest, 2));
    else out.push(rest);
  }
  return out;
}

type Emit = (region: Region) => void;

/** The sgemm driver that reads its operands in place: narrow panels have other rounding than wide ones. */
function sgemmInPlace(block: Region, rowPiece: number, emit: Emit): void {
  let k0 = block.k0;
  for (const depth of pieces(block.k1 - block.k0, 256, 0)) {
    let c0 = block.c0;
    for (const cols of pieces(block.c1 - block.c0, 4032, 2016)) {
      const wide = cols % 16 <= 8 ? cols - (cols % 16) : cols;
      let r0 = block.r0;
      for (const rows of pieces(block.r1 - block.r0, rowPiece, rowPiece / 2)) {
        const rest = rows % 6;
        const panel = (ra: number, rb: number, height: number, ca: number, cb: number, isWide: boolean): void => {
          if (rb <= ra || cb <= ca) return;
          const lanes = isWide && height > 3 ? 1 : 2;
          const main = lanes === 1 ? depth : depth - (depth % 2);
          emit({ r0: ra, r1: rb, c0: ca, c1: cb, k0, k1: k0 + depth, fused: height >= 3, lanes, main });
        };
        for (const [ca, cb, isWide] of [[c0, c0 + wide, true] as const, [c0 + wide, c0 + cols, false] as const]) {
          panel(r0, r0 + rows - rest, 6, ca, cb, isWide);
          panel(r0 + rows - rest, r0 + rows, rest, ca, cb, isWide);
        }
        r0 += rows;
      }
      c0 += cols;
    }
    k0 += depth;
  }
}

/** The sgemm driver that packs its operands first: one fused accumulator, pieces of at most 256 or 192 terms. */
function sgemmPacked(block: Region, emit: Emit): void {
  const depth = block.k1 - block.k0;
  const piece = depth <= 256 ? depth : depth < 384 ? ceilDiv(depth, 2) : 192;
  for (let k0 = block.k0; k0 < block.k1; k0 += piece) {
    const k1 = Math.min(k0 + piece, block.k1);
    emit({ ...block, k0, k1, fused: true, lanes: 1, main: k1 - k0 });
  }
}

function readsInPlace(cols: number, rows: number, depth: number): boolean {
  if (1 / cols + 1 / rows >= 0.0038) return true;
  if (depth >= 378 && ((cols <= 378 && rows <= 378) || cols >= 378)) return false;
  return (cols <= 128 && rows <= 128) || rows <= 16 || depth <= 2 || (cols <= 64 && rows >= 16);
}

/** Regions of one float32 sgemm call. `turned`: the operand with contiguous cols is handed over transposed. */
function sgemmRegions(block: Region, emit: Emit, turned = false): void {
  if (readsInPlace(block.c1 - block.c0, block.r1 - block.r0, block.k1 - block.k0)) {
    sgemmInPlace(block, turned ? 96 : 48, emit);
  } else sgemmPacked(block, emit);
}

/** Regions of Eigen's own block-panel kernel, which never fuses. */
function blockPanelRegions(block: Region, itemsize: number, emit: Emit): void {
  const p = lanesOf(itemsize);
  const depth = block.k1 - block.k0;
  const cols = block.c1 - block.c0;
  const double = block.c0 + cols - (cols % (2 * p));
  const half = double + Math.floor((cols % (2 * p)) / (p / 2)) * (p / 2);
  const fours = block.r1 - ((block.r1 - block.r0) % 4);
  const put = (r0: number, r1: number, c0: number, c1: number, lanes: Region["lanes"], main: number): void => {
    if (r1 > r0 && c1 > c0) emit({ r0, r1, c0, c1, k0: block.k0, k1: block.k1, fused: false, lanes, main });
  };
  put(block.r0, fours, block.c0, double, 1, depth);
  put(block.r0, fours, double, half, 2, depth - (depth % 8));
  if (p === 4) put(block.r0, fours, half, block.c1, 4, depth - (depth % 4));
  else put(block.r0, fours, half, block.c1, 8, depth - (depth % 8));
  put(fours, block.r1, block.c0, block.c1, 1, depth);
}

/** Joins neighbours that are computed alike, so that the loops run over large rectangles. */
function merged(regions: readonly Region[]): Region[] {
  const join = (list: readonly Region[], from: "r0" | "c0", to: "r1" | "c1"): Region[] => {
    const open = new Map<string, Region>();
    const out: Region[] = [];
    for (const region of list) {
      const edge = region[from];
      const key = (at: number): string =>
        [from === "r0" ? `${region.c0},${region.c1}` : `${region.r0},${region.r1}`, region.k0, region.k1].join() +
        `${region.fused}${region.lanes},${region.main}@${at}`;
      const before = open.get(key(edge));
      if (before) {
        open.delete(key(edge));
        before[to] = region[to];
        open.set(key(region[to]), before);
      } else {
        const copy = { ...region };
        out.push(copy);
        open.set(key(copy[to]), copy);
      }
    }
    return out;
  };
  const byRows = join(
    regions.toSorted((a, b) => a.k0 - b.k0 || a.r0 - b.r0),
    "r0",
    "r1",
  );
  // Every value still gets its ranges of the contracted dimension in ascending order: the sort is by k0 first.
  return join(
    byRows.toSorted((a, b) => a.k0 - b.k0 || a.c0 - b.c0),
    "c0",
    "c1",
  );
}

/** All regions of a product cut into blocks, each block by the kernel of its type. */
export function blockedRegions(size: Blocks, blocks: Blocks, itemsize: number, custom: boolean): Region[] {
  const out: Region[] = [];
  const emit = (r: Region): void => void out.push(r);
  for (let c0 = 0; c0 < size.cols; c0 += blocks.cols) {
    const c1 = Math.min(size.cols, c0 + blocks.cols);
    for (let k0 = 0; k0 < size.depth; k0 += blocks.depth) {
      const k1 = Math.min(size.depth, k0 + blocks.depth);
      for (let r0 = 0; r0 < size.rows; r0 += blocks.rows) {
        const r1 = Math.min(size.rows, r0 + blocks.rows);
        const block: Region = { r0, r1, c0, c1, k0, k1, fused: false, lanes: 1, main: 0 };
        if (custom && itemsize === 4) sgemmRegions(block, emit);
        else blockPanelRegions(block, itemsize, emit);
      }
    }
  }
  return merged(out);
}

/** Regions of one sgemm over the whole product. */
export function wholeSgemmRegions(size: Blocks, turned: boolean): Region[] {
  const out: Region[] = [];
  const block = { r0: 0, r1: size.rows, c0: 0, c1: size.cols, k0: 0, k1: size.depth, fused: false, lanes: 1, main: 0 };
  sgemmRegions(block as Region, (r) => void out.push(r), turned);
  return merged(out);
}
