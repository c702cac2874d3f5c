/**
 * PyFloat: a Python float whose value may be integral, which a JavaScript number can't say.
 * Source: Python's float; convention: a JavaScript number with an integral value is a Python int.
 */

export class PyFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  valueOf(): number {
    return this.value;
  }

  toJSON(): number {
    return this.value;
  }
}

const floatLists = new WeakSet<object>();

/** Marks a list whose plain numbers are all Python floats (what `tolist()` of a float array gives), and returns it. */
export function markFloats<T extends object>(list: T): T {
  floatLists.add(list);
  return list;
}

/** True for a list whose numbers are all floats, integral ones included: `[1, 2]` there means Python's `[1.0, 2.0]`. */
export function isFloatList(list: object): boolean {
  return floatLists.has(list);
}

/** True for what Python calls a float: PyFloat, or a number that no int can be. */
export function isPyFloat(value: unknown): value is number | PyFloat {
  return value instanceof PyFloat || (typeof value === "number" && !Number.isInteger(value));
}
