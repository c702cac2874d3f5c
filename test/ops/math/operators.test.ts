/** What Python's operators and the functions of the same meaning emit; the names are those of the goldens' README. */
import { describe, expect, it } from "vitest";
import { py, tf } from "../../../src/compat/index.js";
import type { Tensor } from "../../../src/graph/tensor.js";

function inGraph(body: () => void): void {
  using _ = new tf.Graph().as_default();
  body();
}

const nameAndType = (t: unknown): string => `${(t as Tensor).op.name}:${(t as Tensor).op.type}`;

describe("names and types of operations", () => {
  it("differ between operators and functions", () => {
    inGraph(() => {
      const a = tf.placeholder(tf.float32, [2, 2]);
      const b = tf.placeholder(tf.float32, [2, 2]);
      const made = [a.add(b), a.sub(b), a.mul(b), a.truediv(b), a.floordiv(b), a.mod(b), a.pow(b), a.matmul(b)];
      expect(made.map(nameAndType)).toEqual([
        "add:AddV2",
        "sub:Sub",
        "mul:Mul",
        "truediv:RealDiv",
        "floordiv:FloorDiv",
        "mod:FloorMod",
        "pow:Pow",
        "matmul:MatMul",
      ]);
    });
    inGraph(() => {
      const a = tf.placeholder(tf.float32, [2, 2]);
      const b = tf.placeholder(tf.float32, [2, 2]);
      const made = [
        tf.add(a, b),
        tf.subtract(a, b),
        tf.multiply(a, b),
        tf.divide(a, b),
        tf.div(a, b),
        tf.floordiv(a, b),
        tf.mod(a, b),
        tf.pow(a, b),
      ];
      expect(made.map(nameAndType)).toEqual([
        "Add:Add",
        "Sub:Sub",
        "Mul:Mul",
        "truediv:RealDiv",
        "div:RealDiv",
        "floordiv:FloorDiv",
        "FloorMod:FloorMod",
        "Pow:Pow",
      ]);
    });
  });

  it("of comparisons, logic and signs", () => {
    inGraph(() => {
      const a = tf.placeholder(tf.float32, [2]);
      const made = [a.lt(1), a.le(1), a.gt(1), a.ge(1), a.neg(), a.abs()];
      expect(made.map(nameAndType)).toEqual([
        "Less:Less",
        "LessEqual:LessEqual",
        "Greater:Greater",
        "GreaterEqual:GreaterEqual",
        "Neg:Neg",
        "Abs:Abs",
      ]);
      const p = tf.placeholder(tf.bool, [2]);
      expect([p.and_(p), p.or_(p), p.invert()].map(nameAndType)).toEqual([
        "and:LogicalAnd",
        "or:LogicalOr",
        "LogicalNot:LogicalNot",
      ]);
      const xor = p.xor(p);
      expect(xor.op.type).toBe("LogicalAnd");
      expect(xor.op.name.startsWith("xor")).toBe(true);
    });
  });

  it("asks the right operand where the left one is a number", () => {
    inGraph(() => {
      const a = tf.placeholder(tf.float32, [2]);
      expect(nameAndType(py.sub(1, a))).toBe("sub:Sub");
      expect((py.sub(1, a) as Tensor).op.inputs[1]).toBe(a);
      // 2 < a is a > 2.
      expect(nameAndType(py.lt(2, a))).toBe("Greater:Greater");
    });
  });
});

describe("literals", () => {
  it("take the tensor's type, whole numbers included", () => {
    inGraph(() => {
      const a = tf.placeholder(tf.float64, [2]);
      for (const y of [a.add(1), a.mul(0.5), py.truediv(1, a)]) expect((y as Tensor).dtype).toBe(tf.float64);
    });
  });

  it("must fit it: a fraction does not fit integers", () => {
    inGraph(() => {
      const a = tf.placeholder(tf.int32, [2]);
      expect(() => a.add(0.5)).toThrow(/type float32 that does not match type int32 of argument 'x'/);
      expect(() => tf.pow(2, tf.placeholder(tf.float32, [2]))).toThrow(TypeError);
    });
  });

  it("tf.divide of plain numbers is a number", () => {
    expect(tf.divide(1, 4)).toBe(0.25);
  });

  it("== between tensors compares identity", () => {
    inGraph(() => {
      const a = tf.placeholder(tf.float32, [2]);
      expect(py.eq(a, a)).toBe(true);
      expect(py.eq(a, tf.identity(a))).toBe(false);
    });
  });
});
