/** Three properties of any op type, checked on one set of arguments. */
import { expect } from "vitest";
import { tf } from "../../../src/compat/index.js";
import { Operation } from "../../../src/graph/operation.js";
import { rawOp } from "../../../src/graph/raw_op.js";
import { Tensor } from "../../../src/graph/tensor.js";
import { type Arguments, Fixed, nested, Varied } from "./draw.js";

const STEP = 1e-5;
const TOLERANCE = 2e-5;

type Feed = Map<Tensor, unknown>;
/** How an input comes: as a constant, or as a placeholder with more or less of a static shape. */
type Form = "constant" | "known" | "dims" | "unknown";

interface Built {
  readonly outputs: Tensor[];
  readonly xs: { readonly tensor: Tensor; readonly of: Varied }[];
  readonly feed: Feed;
}

function build(type: string, args: Arguments, form: Form): Built {
  const xs: { tensor: Tensor; of: Varied }[] = [];
  const feed: Feed = new Map();
  const enter = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(enter);
    if (!(value instanceof Varied)) return value;
    if (value instanceof Fixed || form === "constant") {
      const tensor = tf.constant(nested(value.data, value.shape), tf.float64, value.shape);
      if (!(value instanceof Fixed)) xs.push({ tensor, of: value });
      return tensor;
    }
    const shape = { known: value.shape, dims: value.shape.map(() => null), unknown: null }[form];
    const tensor = tf.placeholder(tf.float64, shape);
    feed.set(tensor, nested(value.data, value.shape));
    xs.push({ tensor, of: value });
    return tensor;
  };
  const result = rawOp(type, [Object.fromEntries(Object.entries(args).map(([k, a]) => [k, enter(a)]))]);
  const op = result instanceof Operation ? result : result instanceof Tensor ? result.op : flat(result)[0]!.op;
  return { outputs: [...op.outputs], xs, feed };
}

const flat = (result: Iterable<unknown>): Tensor[] =>
  [...result].flatMap((r) => (r instanceof Tensor ? [r] : flat(r as Iterable<unknown>)));

/** Sum of all float outputs, each element weighted differently. */
function weighted(outputs: readonly Tensor[], ignored: ReadonlySet<number>): Tensor | null {
  const sums = outputs.flatMap((y, i) => {
    if (!y.dtype.base_dtype.is_floating || ignored.has(i)) return [];
    const line = tf.reshape(tf.cast(y, tf.float64), [-1]);
    const places = tf.cast(tf.range(tf.size(line)), tf.float64);
    return [tf.reduce_sum(tf.multiply(line, tf.add(tf.sin(places.mul(2.5)), 1.5 + i)))];
  });
  return sums.length === 0 ? null : tf.add_n(sums);
}

const numbers = (array: unknown): number[] => Array.from((array as { data: ArrayLike<number> }).data, Number);

/** tf.gradients against central differences. `ignored`: outputs without a gradient of their own. */
export function checkGradients(type: string, args: Arguments, ignored: ReadonlySet<number> = new Set()): void {
  using _ = new tf.Graph().as_default();
  const { outputs, xs, feed } = build(type, args, "known");
  const loss = weighted(outputs, ignored);
  if (loss === null || xs.length === 0) return;
  const grads = tf.gradients(
    loss,
    xs.map((x) => x.tensor),
  );
  const session = new tf.Session();
  xs.forEach(({ tensor, of }, i) => {
    const grad = grads[i];
    if (grad === null || grad === undefined) throw new Error(`${type}: no gradient for ${tensor.name}`);
    const got = numbers(session.run(tf.convert_to_tensor(grad), feed));
    expect(got.length, `${type}: elements`).toBe(of.data.length);
    const at = (k: number, h: number): number => {
      const moved = of.data.map((x, n) => (n === k ? x + h : x));
      return Number(session.run(loss, new Map([...feed, [tensor, nested(moved, of.shape)]])));
    };
    got.forEach((slope, k) => {
      const difference = (at(k, STEP) - at(k, -STEP)) / (2 * STEP);
      const error = Math.abs(slope - difference) / Math.max(1, Math.abs(difference));
      if (!(error < TOLERANCE)) {
        throw new Error(`${type}: slope ${slope} for ${tensor.name}[${k}], the difference says ${difference}`);
      }
    });
  });
}

/** Whether a shape may be what the static one says. */
function within(shape: readonly number[], stated: readonly (number | null)[] | null): boolean {
  return stated === null || (stated.length === shape.length && stated.every((d, i) => d === null || d === shape[i]));
}

/** Same results however inputs come; each static shape admits the shape at run time. */
export function checkForms(type: string, args: Arguments): void {
  let first: { data: number[]; shape: readonly number[] }[] | null = null;
  for (const form of ["constant", "known", "dims", "unknown"] as const) {
    using _ = new tf.Graph().as_default();
    const { outputs, feed } = build(type, args, form);
    const values = new tf.Session().run(outputs, feed).map((v) => {
      const { shape } = v as { shape: Iterable<number> };
      return { data: numbers(v), shape: [...shape] };
    });
    values.forEach(({ shape }, i) => {
      const stated = outputs[i]!.shape.dims;
      if (!within(shape, stated === null ? null : stated.map((d) => (d === null ? null : Number(d))))) {
        throw new Error(`${type}: output ${i} is ${JSON.stringify(shape)}, stated ${outputs[i]!.shape} (${form})`);
      }
    });
    first ??= values;
    expect(values, `${type}: ${form}`).toEqual(first);
  }
}
