/**
 * logf: natural logarithm of a float32, with the last bit the C library gives.
 * Source: glibc 2.36 logf (ARM optimized routines): double arithmetic, a table of 16 intervals, rounded once.
 */

/** 1 / c for a point c in each sixteenth of the mantissa's range. */
// biome-ignore format: a table
const INVERSE = new Float64Array([
  1.398907162146528, 1.3403141896637998, 1.286432210124115, 1.2367150214269895,
  1.1906977166711752, 1.1479821020556429, 1.1082251448272158, 1.0711297413057381,
  1.036437278977283, 1, 0.9492859795739057, 0.8951049428609004,
  0.8476821620351103, 0.8050314851692001, 0.7664671008843108, 0.731428603316328,
]);
/** log(c) of the same points. */
// biome-ignore format: a table
const LOG = new Float64Array([
  -0.33569133332882284, -0.2929040563774074, -0.2518726580937369, -0.21245868807117255,
  -0.17453945183745634, -0.1380057072319758, -0.10275976698545139, -0.06871392447020525,
  -0.0357891387398228, 0, 0.05204517742929496, 0.11081431298787942,
  0.1652495223695143, 0.21687389031699977, 0.2659635028121397, 0.3127556664073557,
]);
const A0 = -0.25089342214237154;
const A1 = 0.333456765744066;
const A2 = -0.4999997485802103;
/** Bits of the float32 where the table's range of one octave starts. */
const OFFSET = 0x3f330000;
const SMALLEST_NORMAL = 2 ** -126;

const value = new Float32Array(1);
const bits = new Int32Array(value.buffer);

/**
 * log(x) of a float32 x. Denormals count as zero, because the kernels that call it run with denormals off.
 */
export function logf(x: number): number {
  if (!(x >= SMALLEST_NORMAL)) return x > -SMALLEST_NORMAL ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x === 1) return 0;
  value[0] = x;
  const ix = bits[0]!;
  const t = (ix - OFFSET) | 0;
  const i = (t >>> 19) & 15;
  bits[0] = ix - (t & 0xff800000);
  const r = value[0]! * INVERSE[i]! - 1;
  const r2 = r * r;
  const y = A0 * r2 + (A1 * r + A2);
  return Math.fround(y * r2 + (LOG[i]! + (t >> 23) * Math.LN2 + r));
}
