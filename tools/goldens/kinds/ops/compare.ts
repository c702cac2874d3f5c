/**
 * Compares what came of a call with what was recorded: floats within the family's tolerance, everything else exactly.
 * Source: the table "Tolerances" of the goldens' README.
 */
import { roundHalf } from "../../../../src/np/half.js";
import { decodeNumber, type Json } from "../../values.js";
import { correctValues } from "./acceptance.js";
import { type Case, type Failed, type Outcome, type RecordedTensor, tensorIn } from "./case.js";

/** Largest error, as a part of the largest magnitude in the tensor. */
const TOLERANCES: Readonly<Record<string, number>> = {
  math_unary: 5e-6,
  math_binary: 5e-6,
  reductions: 1e-6,
  matmul: 5e-6,
  shape: 1e-6,
  nn: 3e-6,
  losses_metrics: 1e-6,
  sparse: 2e-6,
  image: 1e-6,
  strings: 0,
};

export function toleranceOf(family: string): number {
  return TOLERANCES[family] ?? 1e-6;
}

export interface Bits {
  equal: number;
  total: number;
}

const ROUND: Readonly<Record<string, (x: number) => number>> = {
  float16: roundHalf,
  float32: Math.fround,
  float64: (x) => x,
};

function show(x: unknown): string {
  const text = JSON.stringify(x) ?? String(x);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isClose(x: number, y: number, allowed: number): boolean {
  return x === y || (Number.isFinite(x) && Number.isFinite(y) && Math.abs(x - y) <= allowed);
}

function floatProblem(
  want: RecordedTensor,
  got: RecordedTensor,
  tolerance: number,
  bits: Bits,
  correct: readonly number[] | null,
): string | null {
  const round = ROUND[want.dtype]!;
  const w = want.data.map((x) => round(decodeNumber(x)));
  const g = got.data.map(decodeNumber);
  let largest = 0;
  for (const x of w) if (Number.isFinite(x)) largest = Math.max(largest, Math.abs(x));
  const allowed = (want.dtype === "float64" ? Math.min(tolerance, 1e-12) : tolerance) * Math.max(1e-6, largest);
  let problem: string | null = null;
  bits.total += w.length;
  w.forEach((x, i) => {
    const y = g[i]!;
    if (Object.is(x, y)) {
      bits.equal++;
      return;
    }
    const truth = correct?.[i];
    if (truth !== undefined && isClose(truth, y, tolerance * Math.abs(truth))) return;
    if (!isClose(x, y, allowed)) problem ??= `[${i}] is ${y}, recorded ${x}; all: ${show(g)}, recorded ${show(w)}`;
  });
  return problem;
}

function tensorProblem(
  want: RecordedTensor,
  got: RecordedTensor,
  tolerance: number,
  bits: Bits,
  correct: readonly number[] | null,
): string | null {
  if (want.dtype !== got.dtype) return `dtype ${got.dtype}, recorded ${want.dtype}`;
  if (!same(want.shape, got.shape)) return `shape ${show(got.shape)}, recorded ${show(want.shape)}`;
  if (want.data.length !== got.data.length) return `${got.data.length} elements, recorded ${want.data.length}`;
  if (want.dtype in ROUND) return floatProblem(want, got, tolerance, bits, correct);
  const i = want.data.findIndex((x, k) => !same(x, got.data[k]));
  return i < 0
    ? null
    : `[${i}] is ${show(got.data[i])}, recorded ${show(want.data[i])}; all: ${show(got.data)}, recorded ${show(want.data)}`;
}

type Marked = { readonly [key: string]: Json };

/** Problem of one encoded value: a tensor, the parts of a sparse one, or anything else. */
function valueProblem(
  want: Json,
  got: Json,
  tolerance: number,
  bits: Bits,
  correct: readonly number[] | null = null,
): string | null {
  const isMarked = (x: Json): x is Marked => typeof x === "object" && x !== null && !Array.isArray(x);
  if (!isMarked(want) || !isMarked(got)) return same(want, got) ? null : `is ${show(got)}, recorded ${show(want)}`;
  const [w, g] = [tensorIn(want), tensorIn(got)];
  if (w && g) return tensorProblem(w, g, tolerance, bits, correct);
  for (const mark of ["$sparse", "$slices"]) {
    const parts = want[mark] as Marked | undefined;
    const ours = got[mark] as Marked | undefined;
    if (!parts || !ours) continue;
    for (const part of Object.keys(parts)) {
      const problem = valueProblem(parts[part]!, ours[part] ?? null, tolerance, bits);
      if (problem !== null) return `${part}: ${problem}`;
    }
    return null;
  }
  return same(want, got) ? null : `is ${show(got)}, recorded ${show(want)}`;
}

const UNFED = /^You must feed a value for placeholder tensor '[^']*'/;

function errorProblem(want: Failed | null, got: Failed | null): string | null {
  if (!want && !got) return null;
  const text = (e: Failed) => `${e.type} at ${e.stage}: ${e.message}`;
  if (!want) return `raised ${text(got!)}`;
  if (!got) return `did not raise ${text(want)}`;
  const equal = want.type === got.type && want.stage === got.stage && want.message === got.message;
  // Which of several missing placeholders is named first is a race in the original.
  if (equal || (UNFED.test(want.message) && UNFED.test(got.message) && want.type === got.type)) return null;
  return `raised ${text(got)}\nrecorded ${text(want)}`;
}

/** All that differs, one text each; empty when the call did what was recorded. */
export function problems(want: Case, got: Outcome, tolerance: number, bits: Bits): string[] {
  const out: string[] = [];
  const add = (what: string, problem: string | null) => {
    if (problem !== null) out.push(`${what} ${problem}`);
  };
  const exact = (what: string, w: unknown, g: unknown) =>
    add(what, same(w, g) ? null : `${show(g)}, recorded ${show(w)}`);
  add("call", errorProblem(want.error, got.error));
  if (want.error || got.error) return out;
  for (const key of ["static_shape", "dtype", "op_name", "op_type"] as const) exact(key, want[key], got[key]);
  exact("op_names", want.op_names ?? null, got.op_names ?? null);
  exact("op_types", want.op_types ?? null, got.op_types ?? null);
  add("gradient", errorProblem(want.grad_error ?? null, got.grad_error ?? null));
  const lists = want.grad_error || got.grad_error ? (["out"] as const) : (["out", "grads"] as const);
  for (const key of lists) {
    if (want[key].length !== got[key].length) {
      out.push(`${key}: ${got[key].length} values, recorded ${want[key].length}`);
      continue;
    }
    want[key].forEach((w, i) => {
      add(`${key}[${i}]`, valueProblem(w, got[key][i]!, tolerance, bits, correctValues(want, key)));
    });
  }
  if (lists.length === 2) exact("grad_kinds", want.grad_kinds ?? null, got.grad_kinds ?? null);
  return out;
}
