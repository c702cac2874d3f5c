/** Print options as state, and printing of views. Recorded texts: test/golden/printing.test.ts. */
import { describe, expect, it } from "vitest";
import * as np from "../../src/np/index.js";
import { get_printoptions, printoptions, set_printoptions } from "../../src/np/printing/index.js";
import { withContext } from "../../src/py/context.js";

describe("print options", () => {
  const x = np.array([0.123456, 1e-9]);

  it("holds inside a context and not after it", () => {
    const before = get_printoptions();
    const inside = withContext(printoptions({ precision: 2, suppress: true }), () => String(x));
    expect(inside).toBe("[0.12 0.  ]");
    expect(get_printoptions()).toEqual(before);
  });

  it("is restored when the body throws", () => {
    const before = get_printoptions();
    const fail = () => {
      throw new Error("stop");
    };
    expect(() => withContext(printoptions({ precision: 1 }), fail)).toThrow("stop");
    expect(get_printoptions()).toEqual(before);
  });

  it("takes positional and keyword parameters, and resets the formatter", () => {
    const before = get_printoptions();
    try {
      set_printoptions(3, { linewidth: 40, formatter: { int: String } });
      expect(get_printoptions()).toMatchObject({ precision: 3, linewidth: 40 });
      expect(get_printoptions().formatter).not.toBeNull();
      set_printoptions({ suppress: true });
      expect(get_printoptions()).toMatchObject({ precision: 3, suppress: true, formatter: null });
    } finally {
      set_printoptions({ ...before });
    }
  });
});

describe("views", () => {
  it("prints through strides", () => {
    const a = np.arange(12).reshape([3, 4]);
    expect(String(a.T.at("::-1", "::2"))).toBe(
      String(
        np.array([
          [3, 11],
          [2, 10],
          [1, 9],
          [0, 8],
        ]),
      ),
    );
  });
});
