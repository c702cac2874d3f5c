/**
 * Element types of arrays: name, kind, size and the JavaScript storage behind each.
 * Source: numpy.dtype (NumPy 1.18).
 */

/** NumPy's one-letter kinds: bool, signed, unsigned, float, complex, bytes, text, Python object. */
export type Kind = "b" | "i" | "u" | "f" | "c" | "S" | "U" | "O";

export type NumericName =
  | "bool"
  | "int8"
  | "uint8"
  | "int16"
  | "uint16"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "float16"
  | "float32"
  | "float64"
  | "complex64"
  | "complex128";
export type DTypeName = NumericName | "bytes" | "str" | "object";

/** Interleaved re, im pairs: `data[2 * i]`, `data[2 * i + 1]`. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export function isComplex(value: unknown): value is Complex {
  return typeof value === "object" && value !== null && "re" in value && "im" in value;
}

/**
 * Storage per dtype. bool is 0/1 in a Uint8Array; float16 keeps values already rounded to half precision in a
 * Float32Array (Node 20 has no Float16Array); complex is interleaved; text, bytes and objects are plain arrays.
 */
export type NumericData =
  | Uint8Array
  | Int8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;
export type Data = NumericData | unknown[];

interface Row {
  readonly kind: Kind;
  readonly itemsize: number;
  readonly char: string;
  readonly make: (n: number) => Data;
}

const ROWS: Record<DTypeName, Row> = {
  bool: { kind: "b", itemsize: 1, char: "?", make: (n) => new Uint8Array(n) },
  int8: { kind: "i", itemsize: 1, char: "b", make: (n) => new Int8Array(n) },
  uint8: { kind: "u", itemsize: 1, char: "B", make: (n) => new Uint8Array(n) },
  int16: { kind: "i", itemsize: 2, char: "h", make: (n) => new Int16Array(n) },
  uint16: { kind: "u", itemsize: 2, char: "H", make: (n) => new Uint16Array(n) },
  int32: { kind: "i", itemsize: 4, char: "i", make: (n) => new Int32Array(n) },
  uint32: { kind: "u", itemsize: 4, char: "I", make: (n) => new Uint32Array(n) },
  int64: { kind: "i", itemsize: 8, char: "l", make: (n) => new BigInt64Array(n) },
  uint64: { kind: "u", itemsize: 8, char: "L", make: (n) => new BigUint64Array(n) },
  float16: { kind: "f", itemsize: 2, char: "e", make: (n) => new Float32Array(n) },
  float32: { kind: "f", itemsize: 4, char: "f", make: (n) => new Float32Array(n) },
  float64: { kind: "f", itemsize: 8, char: "d", make: (n) => new Float64Array(n) },
  complex64: { kind: "c", itemsize: 8, char: "F", make: (n) => new Float32Array(2 * n) },
  complex128: { kind: "c", itemsize: 16, char: "D", make: (n) => new Float64Array(2 * n) },
  bytes: { kind: "S", itemsize: 0, char: "S", make: (n) => new Array<unknown>(n).fill(new Uint8Array(0)) },
  str: { kind: "U", itemsize: 0, char: "U", make: (n) => new Array<unknown>(n).fill("") },
  object: { kind: "O", itemsize: 8, char: "O", make: (n) => new Array<unknown>(n).fill(null) },
};

/** One element type. Numeric ones are singletons (compare with ===); str and bytes carry their width in `itemsize`. */
export class DType {
  readonly name: DTypeName;
  readonly kind: Kind;
  /** Bytes an element takes in NumPy (not necessarily in our storage); 4 per character for str. */
  readonly itemsize: number;
  readonly char: string;
  /** True for a byte order other than the machine's; only `frombuffer` and `fromfile` read such elements. */
  readonly swapped: boolean;

  constructor(name: DTypeName, itemsize?: number, swapped = false) {
    const row = ROWS[name];
    this.name = name;
    this.kind = row.kind;
    this.itemsize = itemsize ?? row.itemsize;
    this.char = row.char;
    this.swapped = swapped;
    Object.freeze(this);
  }

  /** Zeroed storage for n elements. */
  make(n: number): Data {
    return ROWS[this.name].make(n);
  }

  get isInteger(): boolean {
    return this.kind === "i" || this.kind === "u";
  }

  /** True where elements are BigInts (int64, uint64). */
  get isBig(): boolean {
    return this.name === "int64" || this.name === "uint64";
  }

  /** Python's `==`: a dtype, or a scalar type such as `np.float32`. */
  equals(other: DType | { readonly dtype: DType }): boolean {
    const that = other instanceof DType ? other : other.dtype;
    return (
      this === that || (this.name === that.name && this.itemsize === that.itemsize && this.swapped === that.swapped)
    );
  }

  /** The same type with its bytes in the given order: "<" little, ">" big, "=" the machine's (little), "S" swapped. */
  newbyteorder(order = "S"): DType {
    const first = order.charAt(0).toUpperCase();
    const swapped = first === "S" ? !this.swapped : first === ">" || first === "B";
    return swapped ? new DType(this.name, this.itemsize, true) : sized(this.name, this.itemsize);
  }

  toString(): string {
    if (this.kind === "U") return `<U${this.itemsize / 4}`;
    if (this.kind === "S") return `|S${this.itemsize}`;
    return this.name;
  }
}

const singletons = new Map<DTypeName, DType>();
for (const name of Object.keys(ROWS)) {
  const key = name as DTypeName;
  singletons.set(key, new DType(key));
}

/** The singleton of a name. */
export function dtypeOf(name: DTypeName): DType {
  const found = singletons.get(name);
  if (!found) throw new TypeError(`data type "${name}" not understood`);
  return found;
}

/** The dtype of a name and element width: str and bytes have one dtype per width, all others one. */
export function sized(name: DTypeName, itemsize: number): DType {
  return name === "str" || name === "bytes" ? new DType(name, itemsize) : dtypeOf(name);
}
