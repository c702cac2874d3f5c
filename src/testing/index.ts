/**
 * Regression tests of ports in vitest: `import "tf1-compat/testing"` adds the matchers.
 *
 *   await expect("ports/legacy.ts").toReplay("legacy.golden.json", { rtol: 1e-5 });
 *   expect(array).toMatchNumpy([[1, 2], [3, 4]], { rtol: 1e-6 });
 */
import { expect } from "vitest";
import { differenceFromNumpy, type NumpyOptions } from "./match_numpy.js";
import { type ReplayOptions, replay } from "./replay.js";

export { type PortRecord, recordRun, runPort } from "./record.js";
export { compareToGolden, type Replay, type ReplayOptions, replay } from "./replay.js";
export { differenceFromNumpy, type NumpyOptions };

interface PortMatchers<R> {
  /** The port, a path or a function, does what its original was recorded to do. */
  toReplay(golden: string, options?: ReplayOptions): Promise<R>;
  /** The array is this one: nested lists, a golden's entry, or a .npy file. */
  toMatchNumpy(want: unknown, options?: NumpyOptions): R;
}

declare module "vitest" {
  interface Matchers<T> extends PortMatchers<T> {}
}

expect.extend({
  async toReplay(port: string | (() => unknown), golden: string, options: ReplayOptions = {}) {
    const { difference, bits } = await replay(port, golden, options);
    return {
      pass: difference === null,
      message: () =>
        difference ?? `the port does what the original did: ${bits.equal} of ${bits.total} floats have its bits`,
    };
  },
  toMatchNumpy(got: unknown, want: unknown, options: NumpyOptions = {}) {
    const difference = differenceFromNumpy(got, want, options);
    return { pass: difference === null, message: () => difference ?? "the arrays are equal" };
  },
});
