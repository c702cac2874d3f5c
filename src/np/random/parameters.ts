/**
 * Arguments of the distributions: defaults, checks, broadcasting against each other and against `size`.
 * Source: numpy/random/_common.pyx (check_constraint, cont, disc; NumPy 1.18).
 */
import { bind } from "../arguments.js";
import { broadcastTo, commonShape } from "../broadcast.js";
import { copyAs } from "../casting.js";
import { type ArrayLike, asShape, asStrided, type ShapeLike } from "../convert.js";
import { dtypeOf } from "../dtype.js";
import { TypeError_, ValueError } from "../errors.js";
import { Strided, shapeText, sizeOf } from "../strided.js";
import { putInt64 } from "./bounded.js";
import type { MT19937 } from "./mt19937.js";

export type Size = ShapeLike | null;

/** What a parameter must fulfil; the texts of single values and of arrays differ. */
interface Rule {
  holds(x: number): boolean;
  readonly text: (name: string, many: boolean) => string;
}

const nan = (name: string, many: boolean) => (many ? `${name} contains NaNs` : `${name} is NaN`);

export const RULES = {
  nonNegative: { holds: (x) => !(x < 0 || Object.is(x, -0)), text: (p) => `${p} < 0` },
  positive: { holds: (x) => x > 0, text: (p) => `${p} <= 0` },
  unit: { holds: (x) => x >= 0 && x <= 1, text: (p, many) => `${p} < 0, ${p} > 1 or ${nan(p, many)}` },
  positiveUnit: { holds: (x) => x > 0 && x <= 1, text: (p) => `${p} <= 0, ${p} > 1 or ${p} contains NaNs` },
  aboveOne: { holds: (x) => x > 1, text: (p, many) => `${p} <= 1 or ${nan(p, many)}` },
  fromOne: { holds: (x) => x >= 1, text: (p, many) => `${p} < 1 or ${nan(p, many)}` },
  rate: {
    holds: (x) => x >= 0 && x <= MOST_RATE,
    text: (p, many) => `${p} < 0 or ${nan(p, many)}`,
  },
} satisfies Record<string, Rule>;

/** The largest rate whose counts stay below 2^63. */
const MOST_RATE = 2 ** 63 - 1 - Math.sqrt(2 ** 63 - 1) * 10;

function require(rule: keyof typeof RULES, name: string, x: number, many: boolean): void {
  const r: Rule = RULES[rule];
  if (r.holds(x)) return;
  throw new ValueError(rule === "rate" && x > 0 ? `${name} value too large` : r.text(name, many));
}

export interface Parameter {
  readonly name: string;
  /** Without a default the argument must be given. */
  readonly default?: number;
  readonly rule?: keyof typeof RULES;
  /** Counts are cut off to integers. */
  readonly integer?: true;
}

/** A family of distributions: its parameters and one draw for given values of them. */
export interface Distribution {
  readonly parameters: readonly Parameter[];
  readonly sample: (g: MT19937, a: number, b: number, c: number) => number;
  /** Raises where values that are fine one by one don't go together. */
  readonly together?: (a: number, b: number, c: number) => void;
  /** Draws are integers: arrays of them are int64, else float64. */
  readonly discrete?: true;
}

/** A size as a shape; null stays null: one number, not an array. */
export function shapeOfSize(size: Size | undefined): number[] | null {
  if (size === undefined || size === null) return null;
  const shape = asShape(size);
  if (shape.some((d) => d < 0)) throw new ValueError("negative dimensions are not allowed");
  return shape;
}

/** A number where the argument is one, else the array it stands for. */
function argument(p: Parameter, value: unknown, call: string): number | Strided {
  if (value === undefined) {
    if (p.default !== undefined) return p.default;
    throw new TypeError_(`${call}() missing required argument '${p.name}'`);
  }
  const found = typeof value === "number" ? value : asStrided(value, dtypeOf("float64"));
  if (typeof found === "number" || found.ndim === 0) {
    const x = typeof found === "number" ? found : Number(found.data[found.offset]);
    const whole = p.integer ? Math.trunc(x) : x;
    if (p.rule) require(p.rule, p.name, whole, false);
    return whole;
  }
  const many = copyAs(found);
  const data = many.data as Float64Array;
  for (let i = 0; i < data.length; i++) {
    if (p.integer) data[i] = Math.trunc(data[i]!);
    if (p.rule) require(p.rule, p.name, data[i]!, true);
  }
  return many;
}

/** The shape that arguments and size give together. */
export function jointShape(size: readonly number[] | null, shapes: readonly (readonly number[])[]): readonly number[] {
  const inputs = commonShape(shapes);
  const all = inputs && size ? commonShape([size, inputs]) : inputs;
  if (!all || !inputs) throw new ValueError("shape mismatch: objects cannot be broadcast to a single shape");
  if (size && all.join() !== size.join()) {
    throw new ValueError(
      `Output size ${shapeText(size)} is not compatible with broadcast dimensions of inputs ${shapeText(inputs)}.`,
    );
  }
  return all;
}

/** Draws by a distribution's rule: a plain number for scalar arguments without a size, else an array. */
export function draw(
  g: MT19937,
  call: string,
  { parameters, sample, together, discrete }: Distribution,
  args: readonly unknown[],
): number | Strided {
  const names = [...parameters.map((p) => p.name), "size"];
  const given = bind<Record<string, ArrayLike>>(call, names, args);
  const values = parameters.map((p) => argument(p, given[p.name], call));
  const size = shapeOfSize(given["size"] as Size | undefined);
  const [a = 0, b = 0, c = 0] = values;
  if (typeof a === "number" && typeof b === "number" && typeof c === "number") {
    together?.(a, b, c);
    if (size === null) return sample(g, a, b, c);
    return filled(size, discrete, () => sample(g, a, b, c));
  }
  const shape = jointShape(
    size,
    values.map((v) => (typeof v === "number" ? [] : v.shape)),
  );
  const [x, y, z] = [a, b, c].map((v) => wide(v, shape));
  const n = sizeOf(shape);
  if (together) for (let i = 0; i < n; i++) together(x![i]!, y![i]!, z![i]!);
  return filled(shape, discrete, (i) => sample(g, x![i]!, y![i]!, z![i]!));
}

/** An argument at the full shape. */
function wide(value: number | Strided, shape: readonly number[]): Float64Array {
  if (typeof value === "number") return new Float64Array(sizeOf(shape)).fill(value);
  return copyAs(broadcastTo(value, shape)).data as Float64Array;
}

function filled(shape: readonly number[], discrete: true | undefined, one: (i: number) => number): Strided {
  const n = sizeOf(shape);
  if (discrete) {
    const data = new BigInt64Array(n);
    const words = new Int32Array(data.buffer);
    for (let i = 0; i < n; i++) putInt64(words, i, one(i));
    return new Strided(data, dtypeOf("int64"), shape);
  }
  const data = new Float64Array(n);
  for (let i = 0; i < n; i++) data[i] = one(i);
  return new Strided(data, dtypeOf("float64"), shape);
}
