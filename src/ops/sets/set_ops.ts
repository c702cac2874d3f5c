/**
 * Sets along the last dimension: their sizes, differences, intersections and unions, row by row.
 * Source: tensorflow/core/kernels/set_kernels.cc, core/ops/set_ops.cc.
 */
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { type ShapeContext, ShapeError } from "../../graph/shape_inference.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import type { Data } from "../../np/dtype.js";
import { rowMajor, sameShape, sizeOf } from "../../np/strided.js";
import { subshape } from "../array/dimensions.js";
import { intsOfData } from "../run_shapes.js";
import { merge, mergeDim, withRank, withRankAtLeast } from "../shape_functions.js";
import { Coordinates, writeRows } from "../sparse/entries.js";

/** What a set holds: numbers, or text as one character per byte, which sorts as the bytes do. */
type Element = number | bigint | string;
type Members = Set<Element>;

function elementAt(data: Data, i: number): Element {
  const x: unknown = data[i];
  return x instanceof Uint8Array ? Buffer.from(x).toString("latin1") : (x as number | bigint);
}

function sorted(members: Iterable<Element>): Element[] {
  return [...members].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

const OPERATIONS: Readonly<Record<string, (a: Members, b: Members) => Iterable<Element>>> = {
  "a-b": (a, b) => [...a].filter((x) => !b.has(x)),
  "b-a": (a, b) => [...b].filter((x) => !a.has(x)),
  intersection: (a, b) => [...a].filter((x) => b.has(x)),
  union: (a, b) => new Set([...a, ...b]),
};

/** The rows of one operand: the set of each group, by the number of the group in row-major order. */
class Rows {
  readonly groupShape: readonly number[];
  private readonly sets: ReadonlyMap<number, Members>;

  private constructor(shape: readonly number[], sets: ReadonlyMap<number, Members>) {
    this.groupShape = shape.slice(0, -1);
    this.sets = sets;
  }
  get(group: number): Members {
    return this.sets.get(group) ?? NOTHING;
  }
  entries(): Iterable<[number, Members]> {
    return this.sets.entries();
  }

  static dense(x: Value): Rows {
    requireRank(x.shape);
    const length = x.shape.at(-1)!;
    const sets = new Map<number, Members>();
    for (let g = 0; g < sizeOf(x.shape.slice(0, -1)); g++) {
      const members: Members = new Set();
      for (let i = g * length; i < (g + 1) * length; i++) members.add(elementAt(x.data, i));
      sets.set(g, members);
    }
    return new Rows(x.shape, sets);
  }

  static sparse(indices: Value, values: Value, shape: readonly number[], validate: boolean): Rows {
    if (shape.length < 2) throw invalidArgument(`Invalid rank ${shape.length}.`);
    const at = new Coordinates(indices);
    if (validate) requireOrder(at, shape);
    const strides = rowMajor(shape.slice(0, -1));
    const sets = new Map<number, Members>();
    for (let i = 0; i < at.count; i++) {
      const group = strides.reduce((sum, stride, d) => sum + stride * at.at(i, d), 0);
      const members = sets.get(group) ?? new Set();
      members.add(elementAt(values.data, i));
      sets.set(group, members);
    }
    return new Rows(shape, sets);
  }
}

const NOTHING: Members = new Set();

function requireRank(shape: readonly number[]): void {
  if (shape.length < 2) throw invalidArgument(`Shape [${shape.join(",")}] has rank ${shape.length} < 2`);
}

/** Entries lie inside the shape and are in row-major order, none twice. */
function requireOrder(at: Coordinates, shape: readonly number[]): void {
  const dims = shape.map((_, d) => d);
  for (let i = 0; i < at.count; i++) {
    const place = (): string => `indices[${i}] = [${dims.map((d) => at.at(i, d)).join(",")}]`;
    if (dims.some((d) => at.at(i, d) < 0 || at.at(i, d) >= shape[d]!))
      throw invalidArgument(`${place()} is out of bounds: need 0 <= index < [${shape.join(",")}]`);
    const order = i === 0 ? -1 : at.compare(i - 1, i, dims);
    if (order === 0) throw invalidArgument(`${place()} is repeated`);
    if (order > 0) {
      throw invalidArgument(
        `${place()} is out of order. Many sparse ops require sorted indices.\n    Use \`tf.sparse.reorder\` to create a correctly ordered copy.\n\n`,
      );
    }
  }
}

function sparseInput(k: KernelContext, first: number): Rows {
  const shape = k.input(first + 2);
  if (shape.shape.length !== 1) throw invalidArgument("Shape must be a 1D tensor.");
  return Rows.sparse(k.input(first), k.input(first + 1), intsOfData(shape), k.attr<boolean>("validate_indices"));
}

/** Applies the operation to each pair of rows; the results become the rows of a sparse tensor. */
function emit(k: KernelContext, a: Rows, b: Rows): () => void {
  const { groupShape } = a;
  if (!sameShape(groupShape, b.groupShape))
    throw invalidArgument(`Mismatched shapes [${groupShape.join(",")}] vs [${b.groupShape.join(",")}]`);
  const apply = OPERATIONS[k.attr<string>("set_operation").toLowerCase()];
  if (!apply) throw invalidArgument(`Invalid set_operation ${k.attr<string>("set_operation")}.`);
  const strides = rowMajor(groupShape);
  const places: number[][] = [];
  const members: Element[] = [];
  let longest = 0;
  for (let g = 0; g < sizeOf(groupShape); g++) {
    const set = sorted(apply(a.get(g), b.get(g)));
    const group = strides.map((stride, d) => Math.floor(g / stride) % groupShape[d]!);
    longest = Math.max(longest, set.length);
    set.forEach((x, i) => {
      places.push([...group, i]);
      members.push(x);
    });
  }
  const rank = groupShape.length + 1;
  const indices = k.output(0, [places.length, rank]);
  const values = k.output(1, [members.length]).data as unknown[];
  const shape = k.output(2, [rank]).data as BigInt64Array;
  return () => {
    writeRows(indices, places);
    members.forEach((x, i) => {
      values[i] = typeof x === "string" ? new Uint8Array(Buffer.from(x, "latin1")) : x;
    });
    [...groupShape, longest].forEach((d, i) => {
      shape[i] = BigInt(d);
    });
  };
}

const sizeKernel: Kernel = (k) => {
  k.readsData();
  const rows = sparseInput(k, 0);
  const out = k.output(0, rows.groupShape).data as Int32Array;
  return () => {
    out.fill(0);
    for (const [group, members] of rows.entries()) out[group] = members.size;
  };
};

function operationKernel(operands: (k: KernelContext) => [Rows, Rows]): Kernel {
  return (k) => {
    k.readsData();
    const [a, b] = operands(k);
    return emit(k, a, b);
  };
}

function result(rank: number | null): TensorShape[] {
  return [new TensorShape([null, rank]), new TensorShape([null]), new TensorShape([rank])];
}

/** The rank that three parts of a sparse tensor say it has. */
function sparseRank(c: ShapeContext, first: number): number | null {
  const [count, rank] = withRank(c.input(first), 2);
  mergeDim(count!, withRank(c.input(first + 1), 1)[0]!);
  return mergeDim(rank!, withRank(c.input(first + 2), 1)[0]!);
}

function sameRank(a: number | null, b: number | null): number | null {
  if (a !== null && b !== null && a !== b) throw new ShapeError(`Dimension must be ${a} but is ${b}`);
  return a ?? b;
}

export const setRecords: readonly OpRecord[] = [
  { type: "SetSize", shape: () => [unknownShape], kernel: sizeKernel, grad: "none" },
  {
    type: "DenseToDenseSetOperation",
    shape: (c) => {
      const a = withRankAtLeast(c.input(0), 2);
      if (a.rank === null) return result(withRankAtLeast(c.input(1), 2).rank);
      withRank(c.input(1), a.rank);
      if (c.input(1).rank !== null) merge(subshape(a, 0, a.rank - 1), subshape(c.input(1), 0, a.rank - 1));
      return result(a.rank);
    },
    kernel: operationKernel((k) => [Rows.dense(k.input(0)), Rows.dense(k.input(1))]),
    grad: "none",
  },
  {
    type: "DenseToSparseSetOperation",
    shape: (c) => {
      const rank = sparseRank(c, 1);
      return result(sameRank(withRankAtLeast(c.input(0), 2).rank, rank));
    },
    kernel: operationKernel((k) => [Rows.dense(k.input(0)), sparseInput(k, 1)]),
    grad: "none",
  },
  {
    type: "SparseToSparseSetOperation",
    shape: (c) => {
      const [a, b] = [sparseRank(c, 0), sparseRank(c, 3)];
      [a, b].forEach((rank, i) => {
        if (rank !== null && rank < 2) throw new ShapeError(`Input ${i}, expected rank >= 2, got ${rank}.`);
      });
      return result(sameRank(a, b));
    },
    kernel: operationKernel((k) => [sparseInput(k, 0), sparseInput(k, 3)]),
    grad: "none",
  },
];
