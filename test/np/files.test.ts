import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { copyAs } from "../../src/np/casting.js";
import { asStrided } from "../../src/np/convert.js";
import { asDType } from "../../src/np/dtype_names.js";
import { FileNotFoundError, KeyError, NotImplementedError, ValueError } from "../../src/np/errors.js";
import * as files from "../../src/np/files/index.js";
import { decodeNpy, encodeNpy } from "../../src/np/files/npy.js";
import { NDArray } from "../../src/np/ndarray.js";
import { readGolden } from "../../tools/goldens/kinds/numerics.js";
import { readCall } from "../../tools/goldens/python_call.js";
import { difference, type Recorded } from "../../tools/goldens/rng_values.js";

const GOLDENS = "test/goldens/files/numpy";
const folder = mkdtempSync(join(tmpdir(), "np-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface NpyRecord {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: readonly unknown[];
  readonly np_dtype: string;
  readonly fortran_order: boolean;
}

const expected = JSON.parse(readFileSync(join(GOLDENS, "expected.json"), "utf8")) as {
  files: Record<string, unknown>;
  loads: Record<string, NpyRecord | Recorded | Record<string, Recorded>>;
  savetxt_texts: Record<string, string>;
};

/** Elements in the goldens' form: pairs for complex numbers, text for byte strings. */
function elements(a: NDArray): unknown[] {
  const { data, dtype } = copyAs(a);
  if (dtype.kind === "c") return Array.from({ length: a.size }, (_, i) => [data[2 * i], data[2 * i + 1]]);
  if (dtype.kind === "b") return Array.from(data as Uint8Array, Boolean);
  return Array.from(data as ArrayLike<unknown>, (x) =>
    typeof x === "bigint" ? Number(x) : x instanceof Uint8Array ? new TextDecoder().decode(x) : x,
  );
}

function rounded(record: NpyRecord): unknown[] {
  if (record.dtype === "float32" || record.dtype === "float16") {
    return elements(
      new NDArray(asStrided(record.data, asDType(record.dtype)).data, asDType(record.dtype), record.shape),
    );
  }
  return [...record.data];
}

const npy = Object.entries(expected.loads).filter(([name]) => name.endsWith(".npy")) as [string, NpyRecord][];

test.each(npy)("%s", (name, record) => {
  const bytes = new Uint8Array(readFileSync(join(GOLDENS, name)));
  const a = files.load(join(GOLDENS, name));
  expect(a.dtype.name).toBe(
    record.dtype === "string" ? (record.np_dtype.includes("U") ? "str" : "bytes") : record.dtype,
  );
  expect([...a.shape]).toEqual(record.shape);
  expect(elements(a)).toEqual(rounded(record));
  // Big-endian files are read into this machine's order and written in it.
  if (!record.np_dtype.startsWith(">")) expect(Buffer.from(encodeNpy(a)).equals(bytes)).toBe(true);
});

function same(recorded: Recorded, got: NDArray): string | null {
  return difference(recorded, {
    dtype: got.dtype.name,
    shape: got.shape,
    data: copyAs(got).data as ArrayLike<number | bigint>,
  });
}

test.each(["pack.npz", "pack_z.npz"] as const)("%s", (name) => {
  const archive = files.load(`${GOLDENS}/${name}`);
  const record = expected.loads[name] as Record<string, Recorded>;
  expect([...archive.files].sort()).toEqual(Object.keys(record).sort());
  for (const [key, recorded] of Object.entries(record)) {
    expect(same(recorded, archive.at(key))).toBeNull();
    expect(same(recorded, archive.at(`${key}.npy`))).toBeNull();
  }
  expect(() => archive.at("nothing")).toThrow(new KeyError("nothing is not a file in the archive"));
});

const READERS = new Map<string, unknown>(Object.entries(files));

test.each(Object.entries(expected.loads).filter(([name]) => name.startsWith("np.")))("%s", (line, recorded) => {
  const { name, args } = readCall(line);
  const read = READERS.get(name);
  if (typeof read !== "function") throw new Error(`no np.${name}`);
  const got: unknown = read(join(GOLDENS, String(args[0])), ...args.slice(1));
  if (!(got instanceof NDArray)) throw new Error(`no array: ${String(got)}`);
  expect(same(recorded as Recorded, got)).toBeNull();
});

const { cases: texts } = readGolden("test/goldens/np", "text_files") as {
  cases: { call: string; text: string; value: Recorded }[];
};

test.each(texts)("$call of $text", ({ call, text, value }) => {
  const { name, args } = readCall(call);
  const read = READERS.get(name);
  if (typeof read !== "function") throw new Error(`no np.${name}`);
  const got: unknown = read(new TextEncoder().encode(text), ...args);
  if (!(got instanceof NDArray)) throw new Error(`no array: ${String(got)}`);
  if (got.dtype.kind === "U") expect([[...got.shape], elements(got)]).toEqual([value.$t?.shape, value.$t?.data]);
  else expect(same(value, got)).toBeNull();
});

test.each(Object.entries(expected.savetxt_texts))("savetxt writes %s", (name, text) => {
  const delimiter = name === "fmt.csv" ? ";" : name === "t.csv" ? "," : " ";
  const a = files.loadtxt(join(GOLDENS, name), { delimiter });
  const path = join(folder, name);
  if (name === "fmt.csv") files.savetxt(path, a, { fmt: "%d", delimiter, header: "a b c" });
  else files.savetxt(path, a, { delimiter });
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("every recorded file takes part", () => {
  const named = new Set(Object.keys(expected.loads).map((key) => /'([^']+)'/.exec(key)?.[1] ?? key));
  expect(Object.keys(expected.files).filter((name) => !named.has(name))).toEqual([]);
});

describe("writing", () => {
  test("endings are added, nothing else is left in the folder", () => {
    files.save(join(folder, "one"), [1, 2.5]);
    files.savez(join(folder, "two"), [1], { x: [[true]], y: "text" });
    files.savez_compressed(join(folder, "three.npz"), { z: new Float32Array(1000) });
    const left = readdirSync(folder).filter((name) => /one|two|three|tmp/.test(name));
    expect(left.sort()).toEqual(["one.npy", "three.npz", "two.npz"]);
    expect(String(files.load(join(folder, "one.npy")))).toBe("[1.  2.5]");
    const two = files.load<files.NpzFile>(join(folder, "two.npz"));
    expect(two.keys()).toEqual(["x", "y", "arr_0"]);
    expect(two.at("x").dtype.name).toBe("bool");
    expect(String(two.at("y").item())).toBe("text");
    expect(files.load<files.NpzFile>(join(folder, "three.npz")).at("z").shape).toEqual([1000]);
  });

  test("a name that is taken", () => {
    expect(() => files.savez(join(folder, "x"), [1], { arr_0: [2] })).toThrow(
      new ValueError("Cannot use un-named variables and keyword arr_0"),
    );
  });

  test("every numeric dtype comes back", () => {
    for (const name of ["bool", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"] as const) {
      const a = NDArray.from(
        asStrided(
          [
            [0, 1, 1],
            [1, 0, 1],
          ],
          asDType(name),
        ),
      );
      const b = decodeNpy(encodeNpy(a));
      expect([b.dtype, [...b.shape], elements(b)]).toEqual([a.dtype, [2, 3], elements(a)]);
    }
  });

  test("a transposed array is written as it lies, a strided one row by row", () => {
    const a = NDArray.from(
      asStrided([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    );
    const header = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes.subarray(10, 80));
    expect(header(encodeNpy(a.T))).toContain("'fortran_order': True, 'shape': (3, 2)");
    expect(elements(decodeNpy(encodeNpy(a.T)))).toEqual([1, 4, 2, 5, 3, 6]);
    expect(elements(decodeNpy(encodeNpy(a.at(":", "::2"))))).toEqual([1, 3, 4, 6]);
  });

  test("a header beyond 64 KiB takes format 2.0", () => {
    const shape = new Array<number>(30000).fill(1);
    const bytes = encodeNpy(NDArray.of("int8", Int8Array.of(7), shape));
    expect(bytes[6]).toBe(2);
    expect(decodeNpy(bytes).shape.length).toBe(30000);
  });
});

describe("errors", () => {
  const bytes = encodeNpy(asStrided([1, 2, 3, 4]));
  test("no such file", () => {
    expect(() => files.load("no/such/file.npy")).toThrow(FileNotFoundError);
    expect(() => files.load("no/such/file.npy")).toThrow("[Errno 2] No such file or directory: 'no/such/file.npy'");
  });
  test("cut off, foreign and object files", () => {
    expect(() => files.load(bytes.subarray(0, bytes.length - 8))).toThrow(
      "cannot reshape array of size 3 into shape (4,)",
    );
    expect(() => files.load(bytes.subarray(0, 40))).toThrow("EOF: reading array header");
    expect(() => files.load(Uint8Array.of(1, 2, 3))).toThrow(
      "Cannot load file containing pickled data when allow_pickle=False",
    );
    const text = new TextDecoder("latin1").decode(bytes).replace("'<i8'", "'|O' ");
    const object = Uint8Array.from(text, (c) => c.charCodeAt(0) & 0xff);
    object[0] = 0x93;
    expect(() => files.load(object)).toThrow("Object arrays cannot be loaded when allow_pickle=False");
    expect(() => files.save(join(folder, "o"), asStrided([null]))).toThrow(NotImplementedError);
  });
  test("texts that don't fit", () => {
    const lines = ["1 2", "3 4 5"];
    expect(() => files.loadtxt(lines)).toThrow("Wrong number of columns at line 2");
    expect(() => files.loadtxt(["1 x"])).toThrow("could not convert string to float: 'x'");
    expect(() => files.genfromtxt(lines)).toThrow(
      "Some errors were detected !\n    Line #2 (got 3 columns instead of 2)",
    );
    expect(() => files.savetxt(join(folder, "t"), [[[1]]])).toThrow("Expected 1D or 2D array, got 3D array instead");
    expect(() => files.savetxt(join(folder, "t"), ["a"])).toThrow(
      "Mismatch between array dtype ('<U1') and format specifier ('%.18e')",
    );
  });
});

test("another file system takes the disk's place", () => {
  const store = new Map<string, Uint8Array>();
  files.setFileSystem({
    read: (path) => store.get(path) ?? new Uint8Array(),
    write: (path, bytes) => void store.set(path, bytes),
  });
  try {
    files.save("a", [1, 2]);
    expect([...store.keys()]).toEqual(["a.npy"]);
    expect(String(files.load("a.npy"))).toBe("[1 2]");
  } finally {
    files.setFileSystem(null);
  }
});
