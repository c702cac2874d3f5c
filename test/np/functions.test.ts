/**
 * Calls of np functions, operators and methods against results recorded from NumPy, bit for bit.
 * Recorded by tools/np_fixtures.py; the NumPy version is in the file.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { halfFromBits, roundHalf } from "../../src/np/half.js";
import * as np from "../../src/np/index.js";
import { returned } from "../../src/np/ndarray.js";
import { PyFloat } from "../../src/np/pyfloat.js";
import { PyTuple } from "../../src/np/pytuple.js";

interface Encoded {
  readonly dtype: string;
  readonly shape: number[];
  readonly hex?: string;
  readonly text?: string[];
  /** True for a NumPy scalar. */
  readonly scalar: boolean;
}
interface View {
  readonly shape: number[];
  readonly strides: number[];
  readonly offset: number;
}
interface Case {
  readonly fn: string;
  readonly args: unknown[];
  readonly kwargs: Record<string, unknown>;
  readonly out?: unknown;
  readonly raises?: string;
}

const path = new URL("../goldens/np/functions.json.gz", import.meta.url);
const file = JSON.parse(gunzipSync(readFileSync(path)).toString()) as { cases: Case[]; pool: Encoded[] };

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (h) => Number.parseInt(h, 16));
}

function decode(v: unknown): unknown {
  if (Array.isArray(v)) return v.map(decode);
  if (typeof v !== "object" || v === null) return v;
  if ("$ref" in v) {
    const { dtype, shape, hex, text, scalar } = file.pool[v.$ref as number]!;
    const a = text ? np.array(text) : np.frombuffer(bytesOf(hex!), dtype).reshape(shape);
    if ("strides" in v) {
      const view = JSON.parse(JSON.stringify(v)) as View;
      return new np.NDArray(a.data, a.dtype, view.shape, view.strides, view.offset);
    }
    return scalar ? returned(a) : a;
  }
  if ("$float" in v) {
    const x = v.$float === "inf" ? Infinity : v.$float === "nan" ? NaN : Number(v.$float);
    return new PyFloat(x);
  }
  if ("$tuple" in v) return PyTuple.from((v.$tuple as unknown[]).map(decode));
  if ("$complex" in v) return { re: (v.$complex as number[])[0]!, im: (v.$complex as number[])[1]! };
  throw new Error(`unknown encoding ${JSON.stringify(v)}`);
}

const OPERATORS: Record<string, string> = { and_: "and_", or_: "or_" };

function call({ fn, args, kwargs }: Case): unknown {
  const a = args.map(decode);
  const options = Object.fromEntries(Object.entries(kwargs).map(([k, v]) => [k, decode(v)]));
  const rest = Object.keys(options).length > 0 ? [options] : [];
  const self = a[0] as Record<string, (...x: unknown[]) => unknown>;
  if (fn === "getitem") return self["at"]!(...(a[1] as unknown[]));
  if (fn === "setitem") {
    const copy = (a[0] as np.NDArray).copy();
    copy.set_at(a[1] as number[], a[2] as number);
    return copy;
  }
  if (fn.startsWith("op:")) {
    const name = fn.slice(3);
    return self[OPERATORS[name] ?? name]!(a[1]);
  }
  if (fn.startsWith(".")) return self[fn.slice(1)]!(...a.slice(1), ...rest);
  let f: unknown = np;
  for (const part of fn.split(".")) f = (f as Record<string, unknown>)[part];
  return (f as (...x: unknown[]) => unknown)(...a, ...rest);
}

/** An element's value for comparison: all nans are equal, zeros keep their sign. */
function elements(hex: string, dtype: string): unknown[] {
  const b = bytesOf(hex);
  const view = new DataView(b.buffer);
  const part = dtype === "complex64" ? "float32" : dtype === "complex128" ? "float64" : dtype;
  const size =
    { bool: 1, int8: 1, uint8: 1, int16: 2, uint16: 2, float16: 2, int32: 4, uint32: 4, float32: 4 }[part] ?? 8;
  const out: unknown[] = [];
  for (let i = 0; i < b.length; i += size) {
    if (part === "float64") out.push(view.getFloat64(i, true));
    else if (part === "float32") out.push(view.getFloat32(i, true));
    else if (part === "float16") out.push(halfFromBits(view.getUint16(i, true)));
    else if (part === "int64") out.push(view.getBigInt64(i, true));
    else if (part === "uint64") out.push(view.getBigUint64(i, true));
    else if (part === "int32") out.push(view.getInt32(i, true));
    else if (part === "uint32") out.push(view.getUint32(i, true));
    else if (part === "int16") out.push(view.getInt16(i, true));
    else if (part === "uint16") out.push(view.getUint16(i, true));
    else if (part === "int8") out.push(view.getInt8(i));
    else out.push(b[i]);
  }
  return out;
}

function compare(got: unknown, want: unknown): void {
  if (typeof want === "object" && want !== null && "$tuple" in want) {
    const list = want.$tuple as unknown[];
    expect(Array.from(got as unknown[]).length).toBe(list.length);
    for (const [i, w] of list.entries()) compare((got as unknown[])[i], w);
    return;
  }
  if (Array.isArray(want)) {
    expect((got as unknown[]).length).toBe(want.length);
    for (const [i, w] of want.entries()) compare((got as unknown[])[i], w);
    return;
  }
  if (typeof want === "object" && want !== null && "$ref" in want) {
    const { dtype, shape, hex, text, scalar } = file.pool[want.$ref as number]!;
    const a = got as np.NDArray;
    expect([...a.shape]).toEqual(shape);
    expect(got instanceof np.NpScalar).toBe(scalar);
    if (text) return void expect(Array.from(a.copy().data as unknown[])).toEqual(text);
    expect(a.dtype.name).toBe(dtype);
    const data = Array.from(a.copy().data as Float64Array);
    const wanted = elements(hex!, dtype);
    const at = data.findIndex((x, i) => !Object.is(x, wanted[i]));
    expect(at, `element ${at} is ${data[at]}, want ${wanted[at]}`).toBe(-1);
    return;
  }
  if (typeof want === "object" && want !== null && "$float" in want) {
    expect(Number(got)).toBe(Number(want.$float));
    return;
  }
  expect(got instanceof np.NpScalar ? got.item() : got).toEqual(want);
}

const groups = new Map<string, Case[]>();
for (const c of file.cases) groups.set(c.fn, [...(groups.get(c.fn) ?? []), c]);

describe("np against NumPy", () => {
  for (const [fn, list] of groups) {
    it(`${fn} (${list.length} calls)`, () => {
      const failures: string[] = [];
      list.forEach((c, i) => {
        try {
          if (c.raises) {
            let name = "nothing";
            try {
              call(c);
            } catch (error) {
              name = (error as Error).name;
            }
            expect(name).toBe(c.raises);
          } else compare(call(c), c.out);
        } catch (error) {
          const text = JSON.stringify({ args: c.args, kwargs: c.kwargs }).slice(0, 300);
          failures.push(`#${i} ${text}: ${(error as Error).message.slice(0, 400)}`);
        }
      });
      expect(failures.length, failures.slice(0, 3).join("\n")).toBe(0);
    });
  }
});

describe("half precision", () => {
  it("rounds every half to itself", () => {
    for (let bits = 0; bits < 65536; bits++) {
      const x = halfFromBits(bits);
      expect(Object.is(roundHalf(x), x)).toBe(true);
    }
  });
});
