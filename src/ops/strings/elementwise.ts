/**
 * Functions of each string: case, length, buckets, numbers, base64.
 * Source: tensorflow/python/ops/string_ops.py; core/kernels/{as_string,string_to_number,string_to_hash_bucket,base64}_op*.cc.
 */
import type { TensorLike } from "../../graph/convert.js";
import { createOp } from "../../graph/create_op.js";
import { as_dtype, type DType, type DTypeLike } from "../../graph/dtypes.js";
import { invalidArgument } from "../../graph/errors.js";
import type { Kernel, KernelContext } from "../../graph/kernel.js";
import type { OpRecord } from "../../graph/registry.js";
import { pyFunction } from "../../graph/signature.js";
import { ValueError } from "../../np/errors.js";
import { fingerprint64, hash64, sipHash } from "../../numerics/strings/hashes.js";
import { percent } from "../../py/percent.js";
import { eitherArgument } from "../array/expand_dims.js";
import { unchanged } from "../shape_functions.js";
import { bytesOf, eachString, textOf } from "./text.js";

/** ASCII letters only, byte by byte; UTF-8 as a whole where the encoding says so. */
function changeCase(upper: boolean): Kernel {
  const [from, to] = upper ? [97, 122] : [65, 90];
  return eachString((k) => {
    const encoding = k.attr<string>("encoding");
    if (encoding !== "" && encoding !== "utf-8")
      throw invalidArgument("only utf-8 or '' (no encoding) is supported, received ".concat(encoding));
    if (encoding === "utf-8") return (s) => bytesOf(upper ? textOf(s).toUpperCase() : textOf(s).toLowerCase());
    return (s) => s.map((b) => (b >= from && b <= to ? b ^ 32 : b));
  });
}

const isSpace = (b: number): boolean => b === 32 || (b >= 9 && b <= 13);

function strip(s: Uint8Array): Uint8Array {
  let start = 0;
  let end = s.length;
  while (start < end && isSpace(s[start]!)) start++;
  while (end > start && isSpace(s[end - 1]!)) end--;
  return s.slice(start, end);
}

/** Characters of UTF-8: bytes that don't continue one. */
function characters(s: Uint8Array): number {
  let n = 0;
  for (const b of s) if ((b & 0xc0) !== 0x80) n++;
  return n;
}

function formatOf(k: KernelContext): (i: number) => string {
  const dtype = k.input(0).dtype.base_dtype;
  const [precision, width] = [k.attr<number>("precision"), k.attr<number>("width")].map(Number) as [number, number];
  const [scientific, shortest] = [k.attr<boolean>("scientific"), k.attr<boolean>("shortest")];
  const fill = k.attr<string>("fill");
  const isFloat = dtype.is_floating || dtype.is_complex;
  const name = dtype.name;
  if (scientific && shortest) throw invalidArgument("Cannot select both scientific and shortest notation");
  if (fill.length > 1) throw invalidArgument("Fill string must be one or fewer characters");
  if (!isFloat) {
    if (scientific || shortest)
      throw invalidArgument(`scientific and shortest format not supported for datatype ${name}`);
    if (precision >= 0) throw invalidArgument(`precision not supported for datatype ${name}`);
  }
  if (fill !== "" && !" +-0#".includes(fill)) throw invalidArgument(`Fill argument not supported: "${fill}"`);
  const kind = !isFloat ? "d" : shortest ? "g" : scientific ? "e" : "f";
  const format = `%${fill}${width > -1 ? width : ""}${precision > -1 ? `.${precision}` : ""}${kind}`;
  const { data } = k.input(0);
  const shown = (x: unknown): string => {
    const value = typeof x === "bigint" ? x : Number(x);
    // C prints these without Python's care for flags.
    return percent(format, value);
  };
  if (dtype.is_bool) return (i) => (data[i] ? "true" : "false");
  if (dtype.is_complex) return (i) => `(${shown(data[2 * i])},${shown(data[2 * i + 1])})`;
  return (i) => shown(data[i]);
}

const asStringKernel: Kernel = (k) => {
  const input = k.input(0);
  const out = k.output(0, input.shape).data as unknown as Uint8Array[];
  const format = formatOf(k);
  return () => {
    for (let i = 0; i < input.size; i++) out[i] = bytesOf(format(i));
  };
};

const HEX = /^([+-]?)0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?\d+))?$/i;

/** C's hexadecimal floats: 0x1.8p3 is 12. */
function hexNumber(text: string): number | null {
  const found = HEX.exec(text);
  if (!found || `${found[2]}${found[3]}` === "") return null;
  const [, sign, whole, fraction, exponent] = found;
  const value = Number.parseInt(`${whole}${fraction}`, 16) * 2 ** (Number(exponent ?? 0) - 4 * fraction!.length);
  return sign === "-" ? -value : value;
}

const FLOAT = /^[+-]?((\d+\.?\d*|\.\d+)(e[+-]?\d+)?|inf(inity)?|nan)$/i;
const LIMITS: Readonly<Record<string, bigint>> = { int32: 2n ** 31n, int64: 2n ** 63n };

function parser(dtype: DType): (text: string) => number | bigint | null {
  const limit = LIMITS[dtype.baseName];
  if (limit === undefined) {
    return (text) => {
      if (!FLOAT.test(text)) return hexNumber(text);
      if (/nan$/i.test(text)) return Number.NaN;
      if (/inf/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
      return Number(text);
    };
  }
  return (text) => {
    if (!/^[+-]?\d+$/.test(text)) return null;
    const value = BigInt(text.replace(/^\+/, ""));
    if (value >= limit || value < -limit) return null;
    return dtype.baseName === "int64" ? value : Number(value);
  };
}

const toNumberKernel: Kernel = (k) => {
  const parse = parser(k.attr<DType>("out_type"));
  return eachString<number | bigint>(() => (s) => {
    const value = parse(textOf(strip(s)));
    if (value === null) throw invalidArgument(`StringToNumberOp could not correctly convert string: ${textOf(s)}`);
    return value;
  })(k);
};

function bucketKernel(hash: (k: KernelContext) => (s: Uint8Array) => bigint): Kernel {
  return eachString((k) => {
    const buckets = BigInt(k.attr<number>("num_buckets"));
    const of = hash(k);
    return (s) => of(s) % buckets;
  });
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Web-safe base64. */
function encode64(s: Uint8Array, pad: boolean): Uint8Array {
  let out = "";
  for (let i = 0; i < s.length; i += 3) {
    const [a, b, c] = [s[i]!, s[i + 1], s[i + 2]];
    out += ALPHABET[a >> 2]! + ALPHABET[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    out += b === undefined ? (pad ? "=" : "") : ALPHABET[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    out += c === undefined ? (pad ? "=" : "") : ALPHABET[c & 63]!;
  }
  return bytesOf(out);
}

function decode64(s: Uint8Array): Uint8Array {
  const text = textOf(s).replace(/={1,2}$/, "");
  if (text.length % 4 === 1) throw invalidArgument("Base64 string length cannot be 1 modulo 4.");
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const c of text) {
    const value = ALPHABET.indexOf(c);
    if (value < 0) throw invalidArgument("Invalid character found in base64.");
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = (held >> bits) & 255;
    }
  }
  return out;
}

const strongKey = (k: KernelContext): readonly [bigint, bigint] => {
  const key = k.attr<readonly number[]>("key");
  if (key.length !== 2) throw invalidArgument("Key must have 2 elements");
  return [BigInt(key[0]!), BigInt(key[1]!)];
};

export const stringRecords: readonly OpRecord[] = [
  { type: "StringLower", shape: unchanged, kernel: changeCase(false), grad: "none" },
  { type: "StringUpper", shape: unchanged, kernel: changeCase(true), grad: "none" },
  { type: "StringStrip", shape: unchanged, kernel: eachString(() => strip), grad: "none" },
  {
    type: "StringLength",
    shape: unchanged,
    kernel: eachString((k) => (k.attr<string>("unit") === "BYTE" ? (s) => s.length : characters)),
    grad: "none",
  },
  { type: "AsString", shape: unchanged, kernel: asStringKernel, grad: "none" },
  { type: "StringToNumber", shape: unchanged, kernel: toNumberKernel, grad: "none" },
  { type: "StringToHashBucketFast", shape: unchanged, kernel: bucketKernel(() => fingerprint64), grad: "none" },
  { type: "StringToHashBucket", shape: unchanged, kernel: bucketKernel(() => hash64), grad: "none" },
  {
    type: "StringToHashBucketStrong",
    shape: unchanged,
    kernel: bucketKernel((k) => {
      const key = strongKey(k);
      return (s) => sipHash(s, key);
    }),
    grad: "none",
  },
  {
    type: "EncodeBase64",
    shape: unchanged,
    kernel: eachString((k) => {
      const pad = k.attr<boolean>("pad");
      return (s) => encode64(s, pad);
    }),
    grad: "none",
  },
  { type: "DecodeBase64", shape: unchanged, kernel: eachString(() => decode64), grad: "none" },
];

type Named<T> = T & { name: string | null };

/** tf.as_string: numbers and bools as text, in C's notation. Raises InvalidArgumentError in a run for options that don't fit the dtype. */
export const as_string = pyFunction<
  Named<{
    input: TensorLike;
    precision: number;
    scientific: boolean;
    shortest: boolean;
    width: number;
    fill: string;
  }>
>()(
  "as_string",
  "(input, precision=-1, scientific=False, shortest=False, width=-1, fill='', name=None)",
  ({ input, name, ...attrs }) => createOp("AsString", { input }, attrs, name),
);

/** tf.strings.lower: ASCII letters in lower case; all letters with encoding "utf-8". */
export const lower = pyFunction<Named<{ input: TensorLike; encoding: string }>>()(
  "string_lower",
  "(input, encoding='', name=None)",
  ({ input, encoding, name }) => createOp("StringLower", { input }, { encoding }, name),
);
/** tf.strings.upper: ASCII letters in upper case; all letters with encoding "utf-8". */
export const upper = pyFunction<Named<{ input: TensorLike; encoding: string }>>()(
  "string_upper",
  "(input, encoding='', name=None)",
  ({ input, encoding, name }) => createOp("StringUpper", { input }, { encoding }, name),
);
/** tf.strings.strip: without white space at both ends. */
export const strip_ = pyFunction<Named<{ input: TensorLike }>>()(
  "string_strip",
  "(input, name=None)",
  ({ input, name }) => createOp("StringStrip", { input }, {}, name),
);
/** tf.strings.length: bytes (unit "BYTE") or characters ("UTF8_CHAR"), int32. */
export const length = pyFunction<Named<{ input: TensorLike; unit: string }>>()(
  "string_length",
  "(input, name=None, unit='BYTE')",
  ({ input, unit, name }) => createOp("StringLength", { input }, { unit }, name),
);

interface FromText {
  string_tensor: TensorLike | null;
  input: TensorLike | null;
}
function given(p: FromText): TensorLike {
  const value = eitherArgument("input", p.input, "string_tensor", p.string_tensor);
  if (value === null) throw new ValueError("None values not supported.");
  return value;
}

/** tf.string_to_number: text as float32, float64, int32 or int64. A run fails with InvalidArgumentError for other text. */
export const string_to_number = pyFunction<Named<FromText & { out_type: DTypeLike }>>()(
  "string_to_number_v1",
  "(string_tensor=None, out_type=tf.float32, name=None, input=None)",
  (p) =>
    createOp("StringToNumber", { string_tensor: given(p) }, { out_type: as_dtype(p.out_type ?? "float32") }, p.name),
);
/** tf.string_to_hash_bucket: a bucket below `num_buckets` for each string, int64. */
export const string_to_hash_bucket = pyFunction<Named<FromText & { num_buckets: number | null }>>()(
  "string_to_hash_bucket_v1",
  "(string_tensor=None, num_buckets=None, name=None, input=None)",
  (p) =>
    createOp("StringToHashBucket", { string_tensor: given(p) }, { num_buckets: p.num_buckets ?? undefined }, p.name),
);
/** tf.strings.to_hash_bucket_fast: a bucket by FarmHash's fingerprint, int64. */
export const to_hash_bucket_fast = pyFunction<Named<{ input: TensorLike; num_buckets: number }>>()(
  "string_to_hash_bucket_fast",
  "(input, num_buckets, name=None)",
  ({ input, num_buckets, name }) => createOp("StringToHashBucketFast", { input }, { num_buckets }, name),
);
/** tf.strings.to_hash_bucket_strong: a bucket by SipHash under a secret `key` of two numbers, int64. */
export const to_hash_bucket_strong = pyFunction<
  Named<{ input: TensorLike; num_buckets: number; key: readonly number[] }>
>()("string_to_hash_bucket_strong", "(input, num_buckets, key, name=None)", ({ input, num_buckets, key, name }) =>
  createOp("StringToHashBucketStrong", { input }, { num_buckets, key }, name),
);
/** tf.encode_base64: web-safe base64, padded with `=` where asked for. */
export const encode_base64 = pyFunction<Named<{ input: TensorLike; pad: boolean }>>()(
  "encode_base64",
  "(input, pad=False, name=None)",
  ({ input, pad, name }) => createOp("EncodeBase64", { input }, { pad }, name),
);
/** tf.decode_base64: the bytes of web-safe base64. */
export const decode_base64 = pyFunction<Named<{ input: TensorLike }>>()(
  "decode_base64",
  "(input, name=None)",
  ({ input, name }) => createOp("DecodeBase64", { input }, {}, name),
);
