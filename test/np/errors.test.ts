/**
 * The mistakes that porters make most: exception type and text as NumPy 1.18 gives them.
 * Texts follow NumPy 1.18.5's sources (the message's own line in numpy/core or numpy/lib).
 */
import { describe, expect, it } from "vitest";
import {
  AxisError,
  FileNotFoundError,
  IndexError,
  KeyError,
  LookupError,
  OSError,
  OverflowError,
  PyError,
  TypeError_,
  ValueError,
} from "../../src/np/errors.js";
import * as np from "../../src/np/index.js";

const a = np.arange(6).reshape(2, 3);
const INDICES =
  "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices";
const NO_LOOP = "not supported for the input types, and the inputs could not be safely coerced to any supported types";
const SAFE = "according to the casting rule ''safe''";

const mistakes: [code: string, run: () => unknown, type: string, text: string][] = [
  [
    "a + ones(4)",
    () => a.add(np.ones(4)),
    "ValueError",
    "operands could not be broadcast together with shapes (2,3) (4,) ",
  ],
  ["a.sum(axis=2)", () => a.sum({ axis: 2 }), "AxisError", "axis 2 is out of bounds for array of dimension 2"],
  ["np.mean(a, -3)", () => np.mean(a, -3), "AxisError", "axis -3 is out of bounds for array of dimension 2"],
  ["a[2]", () => a.at(2), "IndexError", "index 2 is out of bounds for axis 0 with size 2"],
  ["a[:, -4]", () => a.at(":", -4), "IndexError", "index -4 is out of bounds for axis 1 with size 3"],
  ["a[[0, 5]]", () => a.at([0, 5]), "IndexError", "index 5 is out of bounds for axis 0 with size 2"],
  ["a[0, 0, 0]", () => a.at(0, 0, 0), "IndexError", "too many indices for array"],
  ["a[1.5]", () => a.at(1.5), "IndexError", INDICES],
  ["a['x']", () => a.at("x"), "IndexError", INDICES],
  [
    "a[[0.5, 1.5]]",
    () => a.at([0.5, 1.5]),
    "IndexError",
    "arrays used as indices must be of integer (or boolean) type",
  ],
  [
    "a[:, [True, False]]",
    () => a.at(":", [true, false]),
    "IndexError",
    "boolean index did not match indexed array along dimension 1; dimension is 3 but corresponding boolean dimension is 2",
  ],
  [
    "a[[0, 1], [0, 1, 2]]",
    () => a.at([0, 1], [0, 1, 2]),
    "IndexError",
    "shape mismatch: indexing arrays could not be broadcast together with shapes (2,) (3,) ",
  ],
  ["a[::0]", () => a.at("::0"), "ValueError", "slice step cannot be zero"],
  ["a[..., ...]", () => a.at("...", "..."), "IndexError", "an index can only have a single ellipsis ('...')"],
  ["a.reshape(4, 2)", () => a.reshape(4, 2), "ValueError", "cannot reshape array of size 6 into shape (4,2)"],
  ["a.reshape(4)", () => a.reshape(4), "ValueError", "cannot reshape array of size 6 into shape (4,)"],
  ["a.reshape(4, -1)", () => a.reshape(4, -1), "ValueError", "cannot reshape array of size 6 into shape (4,newaxis)"],
  ["a.reshape(-1, -1)", () => a.reshape(-1, -1), "ValueError", "can only specify one unknown dimension"],
  [
    "np.array(['a']).astype(float)",
    () => np.array(["a"]).astype(np.float),
    "ValueError",
    "could not convert string to float: 'a'",
  ],
  ["np.array(['x'], int)", () => np.array(["x"], "int"), "ValueError", "invalid literal for int() with base 10: 'x'"],
  [
    "np.array([[1, 2], [3]], float)",
    () => np.array([[1, 2], [3]], np.float32),
    "ValueError",
    "setting an array element with a sequence.",
  ],
  [
    "np.zeros(3)[0] = [1, 2]",
    () => np.zeros(3).set_at(0, [1, 2]),
    "ValueError",
    "setting an array element with a sequence.",
  ],
  [
    "np.zeros(2)[:] = [1, 2, 3]",
    () => np.zeros(2).set_at(":", [1, 2, 3]),
    "ValueError",
    "could not broadcast input array from shape (3) into shape (2)",
  ],
  [
    "x[x > 0] = [1, 2]",
    () => a.copy().set_at(a.gt(3), [1, 2, 3]),
    "ValueError",
    "NumPy boolean array indexing assignment cannot assign 3 input values to the 2 output values where the mask is true",
  ],
  [
    "np.concatenate([ones((2, 2)), ones((3, 3))], axis=1)",
    () => np.concatenate([np.ones([2, 2]), np.ones([3, 3])], { axis: 1 }),
    "ValueError",
    "all the input array dimensions for the concatenation axis must match exactly, but along dimension 0, the array at index 0 has size 2 and the array at index 1 has size 3",
  ],
  [
    "np.concatenate([ones(2), ones((2, 2))])",
    () => np.concatenate([np.ones(2), np.ones([2, 2])]),
    "ValueError",
    "all the input arrays must have same number of dimensions, but the array at index 0 has 1 dimension(s) and the array at index 1 has 2 dimension(s)",
  ],
  ["np.concatenate([])", () => np.concatenate([]), "ValueError", "need at least one array to concatenate"],
  [
    "np.stack([ones(2), ones(3)])",
    () => np.stack([np.ones(2), np.ones(3)]),
    "ValueError",
    "all input arrays must have the same shape",
  ],
  [
    "np.split(arange(5), 2)",
    () => np.split(np.arange(5), 2),
    "ValueError",
    "array split does not result in an equal division",
  ],
  ["a.dot(a)", () => a.dot(a), "ValueError", "shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)"],
  [
    "a @ a",
    () => a.matmul(a),
    "ValueError",
    "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)",
  ],
  [
    "if a:",
    () => a.__bool__(),
    "ValueError",
    "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
  ],
  ["a.item()", () => a.item(), "ValueError", "can only convert an array of size 1 to a Python scalar"],
  ["float(a)", () => +a, "TypeError", "only size-1 arrays can be converted to Python scalars"],
  ["len(np.array(3))", () => np.array(3).__len__(), "TypeError", "len() of unsized object"],
  ["for x in np.array(3)", () => [...np.array(3)], "TypeError", "iteration over a 0-d array"],
  ["np.float32(3)[0]", () => np.float32(3).at(0), "IndexError", "invalid index to scalar variable."],
  [
    "np.squeeze(a, 0)",
    () => np.squeeze(a, 0),
    "ValueError",
    "cannot select an axis to squeeze out which has size not equal to one",
  ],
  ["np.transpose(a, (0, 1, 2))", () => np.transpose(a, [0, 1, 2]), "ValueError", "axes don't match array"],
  ["np.transpose(a, (0, 0))", () => np.transpose(a, [0, 0]), "ValueError", "repeated axis in transpose"],
  ["np.argmax([])", () => np.argmax([]), "ValueError", "attempt to get argmax of an empty sequence"],
  [
    "np.max([])",
    () => np.max([]),
    "ValueError",
    "zero-size array to reduction operation maximum which has no identity",
  ],
  [
    "x = arange(3); x += 0.5",
    () => np.arange(3).iadd(0.5),
    "UFuncTypeError",
    "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'",
  ],
  [
    "x = arange(3); x /= 2",
    () => np.arange(3).itruediv(2),
    "UFuncTypeError",
    "Cannot cast ufunc 'true_divide' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'",
  ],
  [
    "np.array(['a']) + np.array(['b'])",
    () => np.array(["a"]).add(np.array(["b"])),
    "UFuncTypeError",
    "ufunc 'add' did not contain a loop with signature matching types (dtype('<U1'), dtype('<U1')) -> dtype('<U1')",
  ],
  ["np.ones(3) & 1", () => np.ones(3).and_(1), "TypeError", `ufunc 'bitwise_and' ${NO_LOOP} ${SAFE}`],
  ["np.sin('a')", () => np.sin("a"), "TypeError", `ufunc 'sin' ${NO_LOOP} ${SAFE}`],
  ["a + None", () => a.add(null), "TypeError", "unsupported operand type(s) for +: 'int' and 'NoneType'"],
  [
    "-np.array([True])",
    () => np.array([true]).neg(),
    "TypeError",
    "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.",
  ],
  [
    "np.array([2]) ** -1",
    () => np.array([2]).pow(-1),
    "ValueError",
    "Integers to negative integer powers are not allowed.",
  ],
  ["np.zeros(3, 'foo')", () => np.zeros(3, "foo"), "TypeError", 'data type "foo" not understood'],
  ["np.zeros(-1)", () => np.zeros(-1), "ValueError", "negative dimensions are not allowed"],
  [
    "np.array([2**70], 'int64')",
    () => np.array([2n ** 70n], "int64"),
    "OverflowError",
    "Python int too large to convert to C long",
  ],
  [
    "np.arange(3)[0] = nan",
    () => np.arange(3).set_at(0, Number.NaN),
    "ValueError",
    "cannot convert float NaN to integer",
  ],
  ["np.linalg.inv(ones((2, 2)))", () => np.linalg.inv(np.ones([2, 2])), "LinAlgError", "Singular matrix"],
  ["np.linalg.inv(a)", () => np.linalg.inv(a), "LinAlgError", "Last 2 dimensions of the array must be square"],
  [
    "np.broadcast_to(a, (4, 3))",
    () => np.broadcast_to(a, [4, 3]),
    "ValueError",
    "operands could not be broadcast together with remapped shapes [original->remapped]: (2,3) and requested shape (4,3)",
  ],
  ["np.linspace(0, 1, -1)", () => np.linspace(0, 1, -1), "ValueError", "Number of samples, -1, must be non-negative."],
];

describe("mistakes", () => {
  it.each(mistakes)("%s", (_code, run, type, text) => {
    let caught: unknown = null;
    try {
      run();
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(PyError);
    expect({ type: (caught as Error).name, text: (caught as Error).message }).toEqual({ type, text });
  });

  it("has Python's classes", () => {
    const axis = new AxisError(2, 2);
    expect([axis instanceof ValueError, axis instanceof IndexError, axis instanceof LookupError]).toEqual([
      true,
      true,
      true,
    ]);
    const type = new TypeError_("x");
    expect([type instanceof TypeError, type instanceof PyError, type instanceof Error]).toEqual([true, true, true]);
    expect([type instanceof ValueError, axis instanceof KeyError, axis instanceof TypeError_]).toEqual([
      false,
      false,
      false,
    ]);
    expect(new FileNotFoundError("x") instanceof OSError).toBe(true);
    expect(new OverflowError("x") instanceof ValueError).toBe(false);
    // What JavaScript calls a TypeError, Python does, too: `except TypeError` takes both.
    expect(new TypeError("x") instanceof TypeError_).toBe(true);
  });
});
