/**
 * Python's names as the goldens write them: `tf.…` in the public namespace, `operator.…` and `builtins.…` as Python's
 * operators and conversions.
 */
import * as compat from "../../../../src/compat/index.js";
import type { Index } from "../../../../src/graph/operators.js";
import type { Tensor } from "../../../../src/graph/tensor.js";
import * as py from "../../../../src/py/index.js";

export type Callable = (...args: readonly unknown[]) => unknown;

/** The name has nothing behind it yet. */
export class NotThere extends Error {
  constructor(path: string) {
    super(`not implemented: ${path}`);
  }
}

/** x[index]; Python writes a tuple of indices where the goldens have a list. */
function getitem(x: Tensor, index: Index | readonly Index[]): Tensor {
  return Array.isArray(index) ? x.at(...(index as Index[])) : x.at(index as Index);
}

const OPERATORS: Readonly<Record<string, unknown>> = {
  ...py,
  getitem,
  contains: (x: Iterable<unknown>, y: unknown) => [...x].includes(y),
};

const BUILTINS: Readonly<Record<string, unknown>> = {
  ...py,
  bool: py.is_true,
  list: (x: Iterable<unknown>) => [...x],
};

function rootOf(head: string): unknown {
  if (head === "tf") return compat.tf;
  return head === "operator" ? OPERATORS : BUILTINS;
}

/** The function behind a path, null where there is none. */
export function find(path: string): Callable | null {
  const [head = "", ...parts] = path.split(".");
  let at: unknown = rootOf(head);
  for (const part of parts) {
    if ((typeof at !== "object" && typeof at !== "function") || at === null) return null;
    at = Reflect.get(at, part);
  }
  return typeof at === "function" ? (at as Callable) : null;
}

/** Raises NotThere where there is no such function. */
export function lookup(path: string): Callable {
  const found = find(path);
  if (!found) throw new NotThere(path);
  return found;
}
