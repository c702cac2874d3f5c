/**
 * Strings as tensors of other types: raw bytes, lines of CSV.
 * Source: tf.decode_raw, tf.decode_csv (tensorflow/python/ops/parsing_ops.py; core/kernels/{decode_raw_op,decode_csv_op}.cc).
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp, createOperation } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { TensorShape, unknownShape } from "../../graph/tensor_shape.js";
import { ValueError } from "../../np/errors.js";
import { halfFromBits } from "../../np/half.js";
import { eitherArgument } from "../array/expand_dims.js";
import { bytesOf, stringsOf, textOf } from "./text.js";

type Reader = (view: DataView, at: number, little: boolean) => number | bigint;
const READERS: Readonly<Record<string, readonly [number, Reader]>> = {
  bool: [1, (v, i) => v.getUint8(i)],
  uint8: [1, (v, i) => v.getUint8(i)],
  int8: [1, (v, i) => v.getInt8(i)],
  int16: [2, (v, i, l) => v.getInt16(i, l)],
  uint16: [2, (v, i, l) => v.getUint16(i, l)],
  int32: [4, (v, i, l) => v.getInt32(i, l)],
  int64: [8, (v, i, l) => v.getBigInt64(i, l)],
  float16: [2, (v, i, l) => halfFromBits(v.getUint16(i, l))],
  float32: [4, (v, i, l) => v.getFloat32(i, l)],
  float64: [8, (v, i, l) => v.getFloat64(i, l)],
  complex64: [4, (v, i, l) => v.getFloat32(i, l)],
  complex128: [8, (v, i, l) => v.getFloat64(i, l)],
};

const rawKernel: Kernel = (k) => {
  const input = k.input(0);
  k.readsData();
  const strings = stringsOf(input);
  const dtype = k.attr<DType>("out_type");
  const [size, read] = READERS[dtype.baseName]!;
  const per = dtype.is_complex ? 2 : 1;
  const length = strings[0]?.length ?? 0;
  for (const [i, s] of strings.entries()) {
    if (s.length !== length) {
      throw invalidArgument(
        `DecodeRaw requires input strings to all be the same size, but element ${i} has size ${length} != ${s.length}`,
      );
    }
  }
  if (length % (size * per) !== 0) {
    throw invalidArgument(
      `Input to DecodeRaw has length ${length} that is not a multiple of ${size * per}, the size of ${dtype.cppName}`,
    );
  }
  const each = length / (size * per);
  const out = k.output(0, [...input.shape, each]).data as unknown as (number | bigint)[];
  const little = k.attr<boolean>("little_endian");
  strings.forEach((s, i) => {
    const view = new DataView(s.buffer, s.byteOffset, s.byteLength);
    for (let j = 0; j < each * per; j++) out[i * each * per + j] = read(view, j * size, little);
  });
  return undefined;
};

/** Fields of one record. Raises InvalidArgumentError for quotes in wrong places. */
function fieldsOf(record: string, delimiter: string, useQuotes: boolean): string[] {
  const fields: string[] = [];
  let i = 0;
  for (;;) {
    if (!useQuotes || record[i] !== '"') {
      let end = record.indexOf(delimiter, i);
      if (end < 0) end = record.length;
      const field = record.slice(i, end);
      if (useQuotes && field.includes('"')) throw invalidArgument("Unquoted fields cannot have quotes/CRLFs inside");
      fields.push(field);
      i = end;
    } else {
      let field = "";
      for (i++; ; i++) {
        if (i >= record.length) throw invalidArgument("Quoted field has to end with quote followed by delim or end");
        if (record[i] !== '"') field += record[i];
        else if (record[i + 1] === '"') {
          field += '"';
          i++;
        } else break;
      }
      i++;
      if (i < record.length && record[i] !== delimiter)
        throw invalidArgument("Quoted field has to end with quote followed by delim or end");
      fields.push(field);
    }
    if (i >= record.length) return fields;
    i++;
  }
}

function parseField(text: string, dtype: DType, record: number): unknown {
  const fail = (): Error =>
    invalidArgument(`Field ${record} in record ${record} is not a valid ${dtype.name}: ${text}`);
  const trimmed = text.trim();
  if (dtype.baseName === "string") return bytesOf(text);
  if (dtype.is_integer) {
    if (!/^[+-]?\d+$/.test(trimmed)) throw fail();
    return dtype.baseName === "int64" ? BigInt(trimmed) : Number(trimmed);
  }
  if (trimmed === "" || Number.isNaN(Number(trimmed))) throw fail();
  return Number(trimmed);
}

const csvKernel: Kernel = (k) => {
  const records = k.input(0);
  const defaults = k.outputTypes.map((_, i) => k.input(i + 1));
  const delimiter = k.attr<string>("field_delim");
  const quotes = k.attr<boolean>("use_quote_delim");
  const missing = k.attr<string>("na_value");
  const selected = k.attr<readonly number[]>("select_cols").map(Number);
  const outputs = k.outputTypes.map((_, i) => k.output(i, records.shape).data as unknown as unknown[]);
  return () => {
    stringsOf(records).forEach((record, row) => {
      let fields = fieldsOf(textOf(record), delimiter, quotes);
      if (selected.length > 0) fields = selected.filter((c) => c < fields.length).map((c) => fields[c]!);
      if (fields.length !== outputs.length)
        throw invalidArgument(`Expect ${outputs.length} fields but have ${fields.length} in record ${row}`);
      fields.forEach((field, i) => {
        const isMissing = field === "" || field === missing;
        if (!isMissing) {
          try {
            outputs[i]![row] = parseField(field, k.outputTypes[i]!, row);
          } catch (error) {
            throw error instanceof Error && error.message.startsWith("Field")
              ? invalidArgument(`Field ${i} in record ${row} is not a valid ${k.outputTypes[i]!.name}: ${field}`)
              : error;
          }
        } else if (defaults[i]!.size !== 1) {
          throw invalidArgument(`Field ${i} is required but missing in record ${row}!`);
        } else outputs[i]![row] = defaults[i]!.data[0];
      });
    });
  };
};

export const decodeRecords: readonly OpRecord[] = [
  {
    type: "DecodeRaw",
    shape: (c) => {
      const { dims } = c.input(0);
      return [dims ? new TensorShape([...dims, null]) : unknownShape];
    },
    kernel: rawKernel,
    grad: "none",
  },
  {
    type: "DecodeCSV",
    shape: (c) => Array.from({ length: c.outputCount }, () => c.input(0)),
    kernel: csvKernel,
    grad: "none",
  },
];

/** tf.decode_raw: the bytes of strings of equal length as numbers, along a new last dimension. */
export const decode_raw = pyFunction<{
  input_bytes: TensorLike | null;
  out_type: DTypeLike | null;
  little_endian: boolean;
  name: string | null;
  bytes: TensorLike | null;
}>()(
  "decode_raw_v1",
  "(input_bytes=None, out_type=None, little_endian=True, name=None, bytes=None)",
  ({ input_bytes, out_type, little_endian, name, bytes: old }) => {
    const bytes = eitherArgument("input_bytes", input_bytes, "bytes", old);
    if (out_type === null) throw new ValueError("decode_raw_v1() missing 1 positional argument: 'out_type'");
    return createOp("DecodeRaw", { bytes }, { out_type: as_dtype(out_type), little_endian }, name);
  },
);

/** tf.decode_csv: a tensor for each column; `record_defaults` has a value, or none where a field is required, for each. */
export const decode_csv = pyFunction<{
  records: TensorLike;
  record_defaults: readonly TensorLike[];
  field_delim: string;
  use_quote_delim: boolean;
  name: string | null;
  na_value: string;
  select_cols: readonly number[] | null;
}>()(
  "decode_csv",
  "(records, record_defaults, field_delim=',', use_quote_delim=True, name=None, na_value='', select_cols=None)",
  ({ records, record_defaults, field_delim, use_quote_delim, name, na_value, select_cols }): Tensor[] => {
    if (select_cols && select_cols.some((c, i) => i > 0 && c <= select_cols[i - 1]!))
      throw new ValueError("select_cols is not strictly increasing.");
    if (select_cols && select_cols.length > 0 && select_cols[0]! < 0)
      throw new ValueError("select_cols contains negative values.");
    if (select_cols && select_cols.length !== record_defaults.length)
      throw new ValueError("Length of select_cols and record_defaults do not match.");
    const attrs = { field_delim, use_quote_delim, na_value, select_cols: select_cols ?? [] };
    return [...createOperation("DecodeCSV", { records, record_defaults }, attrs, name).outputs];
  },
);
