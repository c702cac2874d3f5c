/** Replays optimizers.json: single kernels, and several steps of tf.train optimizers composed of them. */
import type { DType, NumericData } from "../../../../src/np/dtype.js";
import { dtypeOf } from "../../../../src/np/dtype.js";
import type { Floats } from "../../../../src/numerics/matmul/tile.js";
import { precisionOf } from "../../../../src/numerics/optimizers/precision.js";
import {
  bindDenseUpdate,
  bindSparseUpdate,
  UPDATES,
  type UpdateName,
} from "../../../../src/numerics/optimizers/update.js";
import type { Indices } from "../../../../src/numerics/reductions/indices.js";
import { bindUnsortedSegment } from "../../../../src/numerics/reductions/segment.js";
import type { Family } from "../../replay.js";
import { makeArray, sizeOf, Tally } from "./bits.js";
import { type HashedCase, type HashedDocument, type Input, inputsOf } from "./hashed.js";

type Hyper = Readonly<Record<string, number | boolean>>;

function isUpdate(name: string): name is UpdateName {
  return name in UPDATES;
}

function updateName(name: string): UpdateName {
  if (!isUpdate(name)) throw new Error(`no kernel ${name}`);
  return name;
}

const roundTo = (dtype: DType): ((x: number) => number) => (dtype.name === "float32" ? Math.fround : Number);
const attrsOf = (h: Hyper): { useNesterov: boolean; updateSlots: boolean } => ({
  useNesterov: h["nesterov"] === true,
  updateSlots: h["update_slots"] !== false,
});

/** The hyperparameters of a kernel in its order, rounded to the type. */
function scalarsOf(name: UpdateName, h: Hyper, dtype: DType): number[] {
  return UPDATES[name].scalars.map((s) => roundTo(dtype)(Number(h[s])));
}

function applyOnce(c: HashedCase, x: Input[]): NumericData[] {
  const sparse = c.op.startsWith("Sparse");
  const name = updateName(c.op.slice(sparse ? 11 : 5));
  const h = c.attrs?.["hyper"] as Hyper;
  const names = c.attrs?.["state"] as string[];
  const given = new Map(names.map((n, i) => [n, (x[i]!.data as Floats).slice()]));
  const state = UPDATES[name].state.map((n) => given.get(n) as Floats);
  const v = x[0]!;
  const dtype = dtypeOf(v.dtype);
  const g = x[names.length]!;
  const scalars = scalarsOf(name, h, dtype);
  if (sparse) {
    const indices = x[names.length + 1]!.data as Indices;
    bindSparseUpdate(
      name,
      dtype,
      v.shape[0]!,
      sizeOf(v.shape.slice(1)),
      attrsOf(h),
    )(state, scalars, g.data as Floats, indices);
  } else bindDenseUpdate(name, dtype, attrsOf(h))(state, scalars, g.data as Floats, g.data.length);
  return names.map((n) => given.get(n) as Floats);
}

/** Initial value of each slot of a tf.train optimizer; null: its own option. */
const SLOTS: Record<string, readonly (number | null)[]> = {
  GradientDescent: [],
  Momentum: [0],
  Adagrad: [null],
  Adadelta: [0, 0],
  RMSProp: [1, 0],
  Adam: [0, 0],
  Ftrl: [null, 0],
};

/** Sums rows of repeated indices, in order of first appearance. */
function merged(g: Floats, indices: Indices, inner: number, dtype: DType): { g: Floats; indices: Int32Array } {
  const place = new Map<number, number>();
  const ids = Int32Array.from(Array.from<number | bigint>(indices), (index) => {
    const k = Number(index);
    if (!place.has(k)) place.set(k, place.size);
    return place.get(k)!;
  });
  const out = makeArray(dtype.name, place.size * inner) as Floats;
  bindUnsortedSegment("Sum", dtype, inner, place.size, [ids.length])(g, ids, out);
  return { g: out, indices: Int32Array.from(place.keys()) };
}

/** Adam of IndexedSlices, which tf.train composes of dense and scattered steps. */
function sparseAdam(state: Floats[], h: Hyper, g: Floats, indices: Int32Array, inner: number, dtype: DType): void {
  const [v, m, w] = state as [Floats, Floats, Floats];
  const p = precisionOf(dtype);
  const f = p.round;
  const [beta1Power, beta2Power, lr, b1, b2, epsilon] = scalarsOf("Adam", h, dtype) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const alpha = f(f(lr * p.sqrt(f(1 - beta2Power))) / f(1 - beta1Power));
  for (let i = 0; i < v.length; i++) {
    m[i] = f(m[i]! * b1);
    w[i] = f(w[i]! * b2);
  }
  indices.forEach((row, i) => {
    for (let j = 0; j < inner; j++) {
      const d = g[i * inner + j]!;
      const at = row * inner + j;
      m[at] = f(m[at]! + f(d * f(1 - b1)));
      // Written (g * g) * (1 - beta2); the graph optimizer regroups it.
      w[at] = f(w[at]! + f(d * f(d * f(1 - b2))));
    }
  });
  const full = v.length - (v.length % p.lanes);
  for (let i = 0; i < v.length; i++) {
    const root = i < full ? p.packetSqrt(w[i]!) : p.sqrt(w[i]!);
    v[i] = f(v[i]! - f(f(alpha * m[i]!) / f(root + epsilon)));
  }
}

/** Several steps of a tf.train optimizer; hyperparameters pass through float32 tensors. */
function train(c: HashedCase, x: Input[]): NumericData[] {
  const attrs = c.attrs ?? {};
  const name = updateName(String(attrs["optimizer"]));
  const raw = attrs["hyper"] as Hyper;
  const v = x[0]!;
  const dtype = dtypeOf(v.dtype);
  const inner = sizeOf(v.shape.slice(1));
  const steps = Number(attrs["steps"]);
  const indices = attrs["sparse"] === true ? (x[1 + steps]!.data as Indices) : null;
  const h: Record<string, number | boolean> = {};
  for (const [k, value] of Object.entries(raw)) h[k] = typeof value === "number" ? Math.fround(value) : value;
  // This one path multiplies by the Python number.
  if (attrs["resource"] === true && indices && name === "GradientDescent") h["lr"] = raw["lr"] ?? 0;
  const state: Floats[] = [(v.data as Floats).slice()];
  for (const start of SLOTS[name] ?? []) {
    const slot = makeArray(v.dtype, v.data.length) as Floats;
    state.push(slot.fill(start ?? Number(raw["initial"])));
  }
  let powers = [Number(h["beta1"]), Number(h["beta2"])];
  const dense = bindDenseUpdate(name, dtype, attrsOf(h));
  const sparse = bindSparseUpdate(name, dtype, v.shape[0]!, inner, attrsOf(h));
  for (let s = 1; s <= steps; s++) {
    const g = x[s]!.data as Floats;
    h["beta1_power"] = powers[0]!;
    h["beta2_power"] = powers[1]!;
    const scalars = scalarsOf(name, h, dtype);
    if (!indices) dense(state, scalars, g, g.length);
    else if (name === "GradientDescent") sparse(state, scalars, g, indices);
    else {
      const rows = merged(g, indices, inner, dtype);
      if (name === "Adam") sparseAdam(state, h, rows.g, rows.indices, inner, dtype);
      else sparse(state, scalars, rows.g, rows.indices);
    }
    powers = powers.map((p, i) => Math.fround(p * Number(h[i === 0 ? "beta1" : "beta2"])));
  }
  return state;
}

export function replayOptimizers(doc: HashedDocument, only: string | null): Family[] {
  const tally = new Tally();
  for (const c of doc.cases) {
    if (only !== null && !c.id.includes(only)) continue;
    tally.check(`${c.op} ${c.in_dtype}`, c.id, c.out, "big", () => {
      const x = inputsOf(c, doc.arrays);
      return c.op.startsWith("train_") ? train(c, x) : applyOnce(c, x);
    });
  }
  return tally.families;
}
