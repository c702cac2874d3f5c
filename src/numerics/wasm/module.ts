/**
 * The WebAssembly module as it runs: made at its first use, null where the machine has no SIMD.
 * Operands are copied into its memory and results out of it; a copy costs far less than the arithmetic it saves.
 */
import { kernelModule } from "./kernels.js";

interface Kernels {
  pack(from: number, stepDepth: number, step: number, depth: number, cols: number, to: number, width: number): void;
  pairs: ProductKernel;
  eights: ProductKernel;
  tanh: ElementsKernel;
  sigmoid: ElementsKernel;
  tanhGrad: ElementsKernel;
}

export type ProductKernel = (
  a: number,
  rowA: number,
  stepA: number,
  b: number,
  width: number,
  c: number,
  rowC: number,
  rows: number,
  cols: number,
  main: number,
  depth: number,
) => void;

export type ElementsKernel = (x: number, y: number, bytes: number) => void;

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The part of the standard that is used here; undefined where it is switched off. */
declare const WebAssembly:
  | {
      validate(bytes: Uint8Array<ArrayBuffer>): boolean;
      readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
      readonly Instance: new (module: object) => { readonly exports: Kernels & { readonly memory: Memory } };
      readonly CompileError: new () => Error;
    }
  | undefined;

/** A page has 64 KiB. */
const FLOATS_OF_PAGE = 16384;
const FIRST_PAGES = 16;

/** Most float32 of operands and results together; what needs more runs as plain code. */
export const MOST_FLOATS = 2 ** 26;

export class Workspace {
  readonly kernels: Kernels;
  private readonly memory: Memory;
  /** The whole memory. */
  floats: Float32Array;

  constructor(kernels: Kernels, memory: Memory) {
    this.kernels = kernels;
    this.memory = memory;
    this.floats = new Float32Array(memory.buffer);
  }

  /** Makes the memory at least that large, which moves it; false if the machine does not give so much. */
  reserve(floats: number): boolean {
    const missing = floats - this.floats.length;
    if (missing <= 0) return true;
    try {
      this.memory.grow(Math.ceil(Math.max(missing, this.floats.length) / FLOATS_OF_PAGE));
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
    this.floats = new Float32Array(this.memory.buffer);
    return true;
  }

  /** Gives a part of the memory, wherever that is by then; the view is kept as long as it holds. */
  window(from: number, length: number): () => Float32Array {
    let view = this.floats.subarray(from, from + length);
    return () => {
      if (view.buffer !== this.floats.buffer) view = this.floats.subarray(from, from + length);
      return view;
    };
  }
}

let made: Workspace | null | undefined;

/** The kernels and their memory, or null: then the plain code runs, which gives the same bits. */
export function workspace(): Workspace | null {
  if (made === undefined) made = make();
  return made;
}

function make(): Workspace | null {
  if (typeof WebAssembly === "undefined") return null;
  const bytes = kernelModule(FIRST_PAGES);
  if (!WebAssembly.validate(bytes)) return null;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return new Workspace(exports, exports.memory);
  } catch (error) {
    // The module is valid, so a page's security policy forbids compiling, or there is no address space for the memory.
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return null;
    throw error;
  }
}
