/**
 * What counts as a graph element: tensors, operations, and objects that stand for one.
 * Source: _as_graph_element (tensorflow/python/framework/ops.py).
 */
import { Operation } from "./operation.js";
import { Tensor } from "./tensor.js";

/** An object that stands for a tensor or operation, such as a variable. */
export interface GraphElementHolder {
  asGraphElement(): Tensor | Operation;
}
export type GraphElementLike = Tensor | Operation | GraphElementHolder | string;

export function isElementHolder(x: unknown): x is GraphElementHolder {
  return (
    typeof x === "object" && x !== null && typeof (x as { asGraphElement?: unknown }).asGraphElement === "function"
  );
}

/** The tensor or operation behind an object; null when there is none. */
export function asGraphElement(x: unknown): Tensor | Operation | null {
  if (x instanceof Tensor || x instanceof Operation) return x;
  return isElementHolder(x) ? x.asGraphElement() : null;
}
