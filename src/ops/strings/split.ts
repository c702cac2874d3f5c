/**
 * Parts of strings: pieces between separators, ranges of bytes or characters.
 * Source: tf.string_split, tf.strings.split, tf.substr (tensorflow/python/ops/string_ops.py, ragged/ragged_string_ops.py;
 * core/kernels/{string_split_op,substr_op}.cc).
 */
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, createOperation, scoped } from "../../graph/create_op.js";
import { string } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext, Value } from "../../graph/kernel.js";
import { notImplemented } from "../../graph/not_implemented.js";
import type { OpRecord } from "../../graph/registry.js";
import type { ShapeFn } from "../../graph/shape_inference.js";
import { pyFunction } from "../../graph/signature.js";
import { SparseTensor } from "../../graph/sparse_tensor.js";
import { TensorShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { planBroadcast } from "../../numerics/broadcast.js";
import { eitherArgument } from "../array/expand_dims.js";
import { broadcastBinary, withRank } from "../shape_functions.js";
import { bytesOf, stringsOf, textOf } from "./text.js";

type Split = (s: Uint8Array) => Uint8Array[];

/** Any byte of the delimiter separates; an empty one takes every byte apart. */
function byAnyOf(delimiter: Uint8Array, skipEmpty: boolean): Split {
  return (s) => {
    if (delimiter.length === 0) return Array.from(s, (b) => Uint8Array.of(b));
    if (s.length === 0) return [];
    const parts: Uint8Array[] = [];
    let start = 0;
    for (let i = 0; i <= s.length; i++) {
      if (i < s.length && !delimiter.includes(s[i]!)) continue;
      if (!skipEmpty || i > start) parts.push(s.slice(start, i));
      start = i + 1;
    }
    return parts;
  };
}

const isSpace = (b: number): boolean => b === 32 || (b >= 9 && b <= 13);

/** Python's str.split: runs of white space without a separator, else every occurrence of all of it; at most `most` splits. */
function asPython(separator: Uint8Array, most: number): Split {
  return (s) => {
    const parts: Uint8Array[] = [];
    if (separator.length === 0) {
      let i = 0;
      const skip = (): void => {
        while (i < s.length && isSpace(s[i]!)) i++;
      };
      skip();
      while (i < s.length) {
        if (most >= 0 && parts.length === most) {
          parts.push(s.slice(i));
          return parts;
        }
        const start = i;
        while (i < s.length && !isSpace(s[i]!)) i++;
        parts.push(s.slice(start, i));
        skip();
      }
      return parts;
    }
    let start = 0;
    for (let i = 0; i + separator.length <= s.length && (most < 0 || parts.length < most); ) {
      if (separator.every((b, j) => s[i + j] === b)) {
        parts.push(s.slice(start, i));
        i += separator.length;
        start = i;
      } else i++;
    }
    parts.push(s.slice(start));
    return parts;
  };
}

function splitKernel(split: (k: KernelContext, separator: Uint8Array) => Split): Kernel {
  return (k) => {
    const input = k.input(0);
    if (input.shape.length !== 1) throw invalidArgument(`input must be a vector, got shape: [${input.shape}]`);
    const separator = k.input(1);
    if (separator.shape.length !== 0)
      throw invalidArgument(`delimiter must be a scalar, got shape: [${separator.shape}]`);
    // How many pieces there are is in the strings themselves.
    k.readsData();
    const parts = stringsOf(input).map(split(k, stringsOf(separator)[0]!));
    const total = parts.reduce((n, p) => n + p.length, 0);
    const indices = k.output(0, [total, 2]).data as BigInt64Array;
    const values = k.output(1, [total]).data as unknown as Uint8Array[];
    const shape = k.output(2, [2]).data as BigInt64Array;
    let at = 0;
    parts.forEach((row, i) => {
      row.forEach((piece, j) => {
        indices[2 * at] = BigInt(i);
        indices[2 * at + 1] = BigInt(j);
        values[at++] = piece;
      });
    });
    shape[0] = BigInt(parts.length);
    shape[1] = BigInt(Math.max(0, ...parts.map((p) => p.length)));
    return undefined;
  };
}

const splitShape: ShapeFn = (c) => {
  withRank(c.input(0), 1);
  withRank(c.input(1), 0);
  return [new TensorShape([null, 2]), new TensorShape([null]), new TensorShape([2])];
};

/** A range within n units, `pos` counted from the end where negative; null outside. */
function bounds(n: number, pos: number, len: number): readonly [number, number] | null {
  if (pos > n || pos < -n) return null;
  const start = pos < 0 ? n + pos : pos;
  const size = len < 0 ? Math.max(0, n - start + len) : Math.min(len, n - start);
  return [start, start + size];
}

function part(s: Uint8Array, pos: number, len: number, byCharacter: boolean): Uint8Array | null {
  if (!byCharacter) {
    const range = bounds(s.length, pos, len);
    return range && s.slice(...range);
  }
  const characters = [...textOf(s)];
  const range = bounds(characters.length, pos, len);
  return range && bytesOf(characters.slice(...range).join(""));
}

const substrKernel: Kernel = (k) => {
  const [input, pos, len] = [k.input(0), k.input(1), k.input(2)] as [Value, Value, Value];
  if (pos.shape.join() !== len.shape.join())
    throw invalidArgument(`pos and len should have the same shape, got: [${pos.shape}] vs. [${len.shape}]`);
  const byCharacter = k.attr<string>("unit") === "UTF8_CHAR";
  const plan = planBroadcast(input.shape, pos.shape);
  if (!plan) throw invalidArgument(`Incompatible shapes: [${input.shape}] vs. [${pos.shape}]`);
  const out = k.output(0, plan.shape).data as unknown as Uint8Array[];
  const { rows, inner, aStart, bStart, aStep, bStep } = plan;
  return () => {
    const strings = stringsOf(input);
    for (let i = 0; i < rows * inner; i++) {
      const [row, column] = [Math.floor(i / inner), i % inner];
      const s = strings[aStart[row]! + column * aStep]!;
      const at = bStart[row]! + column * bStep;
      const p = Number(pos.data[at]);
      const piece = part(s, p, Number(len.data[at]), byCharacter);
      if (piece === null) {
        const where = plan.shape.length === 0 ? "" : ` at index ${i}`;
        throw invalidArgument(`pos ${p} out of range for string b'${textOf(s)}'${where}`);
      }
      out[i] = piece;
    }
  };
};

export const stringSplitRecords: readonly OpRecord[] = [
  {
    type: "StringSplit",
    shape: splitShape,
    kernel: splitKernel((k, separator) => byAnyOf(separator, k.attr<boolean>("skip_empty"))),
    grad: "none",
  },
  {
    type: "StringSplitV2",
    shape: splitShape,
    kernel: splitKernel((k, separator) => asPython(separator, Number(k.attr<number>("maxsplit")))),
    grad: "none",
  },
  { type: "Substr", shape: broadcastBinary, kernel: substrKernel, grad: "none" },
];

function sparse(
  type: string,
  inputs: Record<string, TensorLike>,
  attrs: Record<string, boolean | number>,
): SparseTensor {
  const [indices, values, shape] = createOperation(type, inputs, attrs).outputs;
  return new SparseTensor(indices!, values!, shape!);
}

function sparseOnly(result: string): void {
  if (result === "SparseTensor") return;
  if (result === "RaggedTensor") throw notImplemented('result_type="RaggedTensor"', "ragged tensors are not there yet");
  throw new ValueError("result_type must be 'RaggedTensor' or 'SparseTensor'.");
}

/** tf.string_split: pieces of each string of a vector between any of the delimiter's bytes, as a SparseTensor of rows. */
export const string_split = pyFunction<{
  source: TensorLike;
  sep: TensorLike | null;
  skip_empty: boolean;
  delimiter: TensorLike | null;
  result_type: string;
  name: string | null;
}>()(
  "string_split",
  "(source, sep=None, skip_empty=True, delimiter=None, result_type='SparseTensor', name=None)",
  (p) =>
    scoped(p.name, "StringSplit", [p.source], () => {
      const delimiter = convertToTensor(eitherArgument("sep", p.sep, "delimiter", p.delimiter) ?? " ", {
        dtype: string,
      });
      const input = convertToTensor(p.source, { dtype: string });
      sparseOnly(p.result_type);
      return sparse("StringSplit", { input, delimiter }, { skip_empty: p.skip_empty });
    }),
);

/** tf.strings.split: as Python's str.split on each string of a vector, as a SparseTensor of rows. */
export const split = pyFunction<{
  input: TensorLike | null;
  sep: TensorLike | null;
  maxsplit: number;
  result_type: string;
  source: TensorLike | null;
  name: string | null;
}>()(
  "strings_split_v1",
  "(input=None, sep=None, maxsplit=-1, result_type='SparseTensor', source=None, name=None)",
  (p) => {
    const given = eitherArgument("input", p.input, "source", p.source);
    return scoped(p.name, "StringSplit", [given], () => {
      const input = convertToTensor(given, { dtype: string, name: "input" });
      sparseOnly(p.result_type);
      if (input.shape.rank !== 1)
        throw notImplemented(
          "tf.strings.split of no vector",
          "it goes through ragged tensors, which are not there yet",
        );
      const sep = convertToTensor(p.sep ?? "", { dtype: string });
      return sparse("StringSplitV2", { input, sep }, { maxsplit: p.maxsplit });
    });
  },
);

interface SubstrArguments {
  input: TensorLike;
  pos: TensorLike;
  len: TensorLike;
  name: string | null;
  unit: string;
}
/** tf.substr: `len` bytes (or characters, unit "UTF8_CHAR") from `pos`, which counts from the end where negative. */
export const substr = pyFunction<SubstrArguments>()(
  "substr",
  "(input, pos, len, name=None, unit='BYTE')",
  ({ input, pos, len, name, unit }) => createOp("Substr", { input, pos, len }, { unit }, name),
);
