/**
 * Replays elementwise.json: every op's cases element by element, one family per op and type.
 * A case passes when each element has the recorded bits, or is a defect of the build listed in CORRECTED.
 */
import type { DTypeName, NumericData } from "../../../../src/np/dtype.js";
import { bindBinary } from "../../../../src/numerics/elementwise/binary.js";
import { bindUnary } from "../../../../src/numerics/elementwise/unary.js";
import { type Family, family } from "../../replay.js";
import { fromHex, makeArray, sizeOf } from "./bits.js";

interface Case {
  readonly kind: string;
  readonly shape: readonly number[];
  readonly in: readonly string[];
  readonly out: string;
}

interface Op {
  readonly op: string;
  readonly dtype: DTypeName;
  readonly cases: readonly Case[];
}

export interface ElementwiseDocument {
  readonly ops: Readonly<Record<string, Op>>;
}

/** From here the square of the processor's estimate of 1/√x is denormal, so the Newton step of a full packet loses it. */
const ESTIMATE_LOST = 2 ** 125;

/** Where the recorded build itself is wrong (the goldens' README says so) and the value of the function is given instead. */
const CORRECTED: Readonly<Record<string, (x: number, got: number) => boolean>> = {
  Sqrt: (x, got) => x > ESTIMATE_LOST && got === Math.fround(Math.sqrt(x)),
  Rsqrt: (x, got) => x > ESTIMATE_LOST && got === Math.fround(1 / Math.fround(Math.sqrt(x))),
};

/** The goldens' LeakyRelu cases were recorded with this slope. */
const ATTRS = { alpha: 0.2 };

function compute(op: Op, inputs: readonly NumericData[], shape: readonly number[]): NumericData {
  const n = sizeOf(shape);
  const out = makeArray(op.dtype, n);
  const [a, b] = inputs as [NumericData, NumericData | undefined];
  if (b === undefined) {
    const run = bindUnary(op.op, op.dtype, n, ATTRS);
    if (!run) throw new Error(`no kernel of ${op.op} for ${op.dtype}`);
    run(a, out);
  } else {
    const bound = bindBinary(op.op, op.dtype, shape, shape, ATTRS);
    if (!bound) throw new Error(`no kernel of ${op.op} for ${op.dtype}`);
    bound.run(a, b, out);
  }
  return out;
}

interface Compared {
  readonly equal: number;
  /** Neither equal nor corrected: where, what came, what was recorded. */
  readonly different: readonly string[];
}

function compare(op: Op, inputs: readonly NumericData[], got: NumericData, want: NumericData): Compared {
  const corrected = CORRECTED[op.op];
  const different: string[] = [];
  let equal = 0;
  for (let i = 0; i < want.length; i++) {
    // Object.is tells zeros apart and holds one nan for all.
    if (Object.is(got[i], want[i])) equal++;
    else if (!corrected?.(Number(inputs[0]![i]), Number(got[i]))) {
      const from = inputs.map((x) => String(x[i])).join(", ");
      different.push(`element ${i} of ${want.length}, input ${from}: ${got[i]}, recorded ${want[i]}`);
    }
  }
  return { equal, different };
}

export function replayElementwise(doc: ElementwiseDocument, only: string | null): Family[] {
  const families: Family[] = [];
  for (const [key, op] of Object.entries(doc.ops)) {
    const bits = { equal: 0, total: 0 };
    const into: Family = { ...family(`${op.op} ${op.dtype}`), bits };
    op.cases.forEach((c, at) => {
      const id = `${key}/${c.kind}/${at}`;
      if (only !== null && !id.includes(only)) return;
      const n = sizeOf(c.shape);
      bits.total += n;
      try {
        const inputs = c.in.map((hex) => fromHex(hex, op.dtype, n));
        const { equal, different } = compare(op, inputs, compute(op, inputs, c.shape), fromHex(c.out, op.dtype, n));
        bits.equal += equal;
        if (different.length === 0) into.passed++;
        else into.failures.push({ id, reason: `${different.length} differ; ${different[0]}` });
      } catch (error) {
        into.failures.push({ id, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    });
    if (bits.total > 0) families.push(into);
  }
  return families;
}
