/**
 * np.ndarray: what isinstance asks for, and a constructor of arrays of a shape.
 * Source: numpy.ndarray.__new__ (NumPy 1.18).
 */
import { bind, type Call } from "./arguments.js";
import { fromBytes } from "./buffers.js";
import { asShape, type ShapeLike } from "./convert.js";
import { asDType, type DTypeLike } from "./dtype_names.js";
import { NDArray } from "./ndarray.js";
import { allocate, sizeOf } from "./strided.js";

interface NdarrayArgs {
  shape: ShapeLike;
  dtype?: DTypeLike;
  buffer?: ArrayBuffer | Uint8Array | null;
  offset?: number;
}
type NdarrayCall = Call<[shape: ShapeLike, dtype: DTypeLike, buffer: ArrayBuffer | Uint8Array | null], NdarrayArgs>;

interface NdarrayType {
  (...args: NdarrayCall): NDArray;
  new (...args: NdarrayCall): NDArray;
  [Symbol.hasInstance](value: unknown): value is NDArray;
}

function constructorOf(): NdarrayType {
  function make(...args: NdarrayCall): NDArray {
    const given = bind<NdarrayArgs>("ndarray", ["shape", "dtype", "buffer", "offset"], args);
    const shape = asShape(given.shape ?? []);
    const dtype = asDType(given.dtype ?? "float64");
    if (!given.buffer) return NDArray.from(allocate(dtype, shape));
    const bytes = given.buffer instanceof Uint8Array ? given.buffer : new Uint8Array(given.buffer);
    return fromBytes(bytes.subarray(given.offset ?? 0), dtype, sizeOf(shape)).reshape(shape);
  }
  Object.defineProperty(make, Symbol.hasInstance, { value: (value: unknown) => value instanceof NDArray });
  return make as NdarrayType;
}

/** `np.ndarray(shape, dtype)` makes an array (zeros where NumPy leaves memory as it is); `x instanceof np.ndarray`. */
export const ndarray: NdarrayType = /* @__PURE__ */ constructorOf();
export type ndarray = NDArray;
