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
    }
  | undefined;

const PAGE = 65536;
const FIRST_PAGES = 16;

/** Most float32 of operands and results together; what needs more runs as plain code. */
export const MOST_FLOATS = 2 ** 26;

/** A part of the memory; the array is made again when the memory has moved. */
export interface Window {
  readonly array: () => Float32Array;
}

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

  /** Makes the memory at least that large. Growing moves it. */
  reserve(floats: number): void {
    const missing = floats - this.floats.length;
    if (missing <= 0) return;
    this.memory.grow(Math.ceil(Math.max(missing, this.floats.length) / (PAGE / 4)));
    this.floats = new Float32Array(this.memory.buffer);
  }

  window(from: number, length: number): Window {
    let array = this.floats.subarray(from, from + length);
    return {
      array: () => {
        if (array.buffer !== this.floats.buffer) array = this.floats.subarray(from, from + length);
        return array;
      },
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
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return new Workspace(exports, exports.memory);
}
