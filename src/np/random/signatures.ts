/**
 * Types of the distributions' calls: positional arguments or keywords, and a number or an array as the result.
 * Source: numpy/random/mtrand.pyx (NumPy 1.18).
 */
import type { Call } from "../arguments.js";
import type { ArrayLike as Values } from "../convert.js";
import type { DTypeLike } from "../dtype_names.js";
import type { NDArray } from "../ndarray.js";
import type { PyFloat } from "../pyfloat.js";
import type { Size } from "./parameters.js";

type Single = number | bigint | boolean | PyFloat | null | undefined;

/** number for scalar arguments without a size (the positional one has index N), else an array. */
export type Drawn<A extends readonly unknown[], N extends string> = [Exclude<A[number], Single>] extends [never]
  ? N extends keyof A
    ? A[N] extends null | undefined
      ? number
      : NDArray
    : number
  : Exclude<A[number], Single> extends { readonly [keyword: string]: Single }
    ? Exclude<A[number], Single> extends { readonly size: number | bigint }
      ? NDArray
      : number
    : NDArray;

type Sized<Names extends string> = { readonly [K in Names]?: Values } & { readonly size?: Size };
export type Of0 = Call<[size: Size], { readonly size?: Size }>;
export type Of1<A extends string> = Call<[Values, size: Size], Sized<A>>;
export type Of2<A extends string, B extends string> = Call<[Values, Values, size: Size], Sized<A | B>>;
export type Of3<A extends string, B extends string, C extends string> = Call<
  [Values, Values, Values, size: Size],
  Sized<A | B | C>
>;

export interface RandintOptions {
  readonly high?: Values | null;
  readonly size?: Size;
  readonly dtype?: DTypeLike;
}
export interface ChoiceOptions {
  readonly size?: Size;
  readonly replace?: boolean;
  readonly p?: Values | null;
}
