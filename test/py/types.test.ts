/** What the compiler infers of operators and built-ins: an array or tensor on either side gives its own type. */
import { expect, expectTypeOf, it } from "vitest";
import * as np from "../../src/np/index.js";
import * as py from "../../src/py/index.js";

/** Stands for a tensor: an object that knows both sides of `+` and `-`. */
class Node {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  add(other: Node | number): Node {
    return new Node(`(${this.name} + ${other instanceof Node ? other.name : other})`);
  }
  radd(other: number): Node {
    return new Node(`(${other} + ${this.name})`);
  }
  neg(): Node {
    return new Node(`-${this.name}`);
  }
}

it("infers the operand's type", () => {
  const x = np.array([1, 2]);
  const node = new Node("x");
  expectTypeOf(py.sub(1, x)).toEqualTypeOf<np.NDArray>();
  expectTypeOf(py.lt(x, 2)).toEqualTypeOf<np.NDArray>();
  expectTypeOf(py.lt(1, 2)).toEqualTypeOf<boolean>();
  expectTypeOf(py.add(1, node)).toEqualTypeOf<Node>();
  expectTypeOf(py.neg(node)).toEqualTypeOf<Node>();
  expectTypeOf(py.add("a", "b")).toEqualTypeOf<string>();
  expectTypeOf(py.mul([0], 3)).toEqualTypeOf<number[]>();
  expectTypeOf(py.truediv(1, 2)).toEqualTypeOf<py.PyNumber>();
  expectTypeOf(py.sorted([2, 1])).toEqualTypeOf<number[]>();
  expectTypeOf(py.max([1, 2])).toEqualTypeOf<number>();
  expectTypeOf(py.list(py.zip([1], ["a"]))[0]![1]).toEqualTypeOf<string>();
  expect([py.add(1, node).name, py.add(node, 1).name, py.neg(node).name]).toEqual(["(1 + x)", "(x + 1)", "-x"]);
});

it("adds up own objects from the left", () => {
  const total = py.sum([new Node("a"), new Node("b")]);
  expectTypeOf(total).toEqualTypeOf<Node>();
  expect(total.name).toBe("((0 + a) + b)");
});
