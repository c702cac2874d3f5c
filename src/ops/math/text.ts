/**
 * Elementwise operations on text, which share op types with numbers.
 * Source: the string specialisations in tensorflow/core/kernels/cwise_op_add_1.cc, cwise_op_equal_to_1.cc.
 */

import { invalidArgument } from "../../graph/errors.js";
import type { Kernel } from "../../graph/kernel.js";
import { planBroadcast } from "../../numerics/broadcast.js";
import { shapeText } from "../run_shapes.js";

type Text = Uint8Array;
type OnText<R> = (a: Text, b: Text) => R;

/** The kernel `numbers`, or the function where the operands are text. */
export function textOr(numbers: Kernel, onText: OnText<Text> | OnText<number>): Kernel {
  return (k) => {
    const [x, y] = [k.input(0), k.input(1)];
    if (x.dtype.baseName !== "string") return numbers(k);
    const plan = planBroadcast(x.shape, y.shape);
    if (!plan) throw invalidArgument(`Incompatible shapes: ${shapeText(x.shape)} vs. ${shapeText(y.shape)}`);
    const out = k.output(0, plan.shape).data as unknown[];
    const [a, b] = [x.data as readonly Text[], y.data as readonly Text[]];
    return () => {
      for (let row = 0, n = 0; row < plan.rows; row++) {
        let [i, j] = [plan.aStart[row]!, plan.bStart[row]!];
        for (const end = n + plan.inner; n < end; n++, i += plan.aStep, j += plan.bStep) out[n] = onText(a[i]!, b[j]!);
      }
    };
  };
}

export function joined(a: Text, b: Text): Text {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** 1 where all bytes agree, else 0. */
export function sameText(a: Text, b: Text): number {
  if (a.length !== b.length) return 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return 0;
  return 1;
}
