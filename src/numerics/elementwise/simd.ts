/**
 * Loops over many float32 that run in WebAssembly, a piece of the operands at a time; the same bits as the loops of the table.
 */
import type { BroadcastPlan } from "../broadcast.js";
import { type ElementsKernel, type Workspace, workspace } from "../wasm/module.js";
import * as float32 from "./float32.js";

/** Floats that are copied at a time: two operands stay in the first-level cache. */
const PIECE = 2048;
/** Fewer elements are not worth the copies. */
const LEAST = 64;

type Unary32 = (x: Float32Array, out: Float32Array, n: number) => void;
type Binary32 = (a: Float32Array, b: Float32Array, out: Float32Array, plan: BroadcastPlan) => void;

/** The first `n` elements of both operands through the kernel. */
function pieces(
  space: Workspace,
  kernel: ElementsKernel,
  x: Float32Array,
  y: Float32Array | null,
  out: Float32Array,
  n: number,
): void {
  for (let at = 0; at < n; at += PIECE) {
    const end = Math.min(n, at + PIECE);
    space.floats.set(x.subarray(at, end), 0);
    if (y) space.floats.set(y.subarray(at, end), PIECE);
    kernel(0, 4 * PIECE, 4 * (end - at));
    out.set(space.floats.subarray(0, end - at), at);
  }
}

/** The loop of an op for n elements; null where the plain one is to run. */
export function simdUnary(op: string, n: number): Unary32 | null {
  if (n < LEAST || (op !== "Tanh" && op !== "Sigmoid")) return null;
  const space = workspace();
  if (!space) return null;
  if (op === "Tanh") return (x, out, n) => pieces(space, space.kernels.tanh, x, null, out, n);
  return (x, out, n) => {
    const whole = n - (n % 8);
    // The elements after the last full packet have code of their own; in place or not, the packets don't touch them.
    pieces(space, space.kernels.sigmoid, x, null, out, whole);
    for (let i = whole; i < n; i++) out[i] = float32.sigmoid(x[i]!);
  };
}

/** As simdUnary, for operands of which neither is repeated. */
export function simdBinary(op: string, plan: BroadcastPlan): Binary32 | null {
  const { size, rows, aStep, bStep } = plan;
  if (op !== "TanhGrad" || size < LEAST || rows !== 1 || aStep !== 1 || bStep !== 1) return null;
  const space = workspace();
  return space && ((a, b, out) => pieces(space, space.kernels.tanhGrad, a, b, out, size));
}
