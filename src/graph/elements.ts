/**
 * What counts as a graph element: tensors, operations, and objects that stand for one.
 * Source: _as_graph_element (tensorflow/python/framework/ops.py).
 */
import { Operation } from "./operation.js";
import { Tensor } from "./tensor.js";

/** An object that stands for a tensor or operation, such as a variable. */
export interface GraphElementHolder {
  asGraphElement(): Tensor | Operation;
  /** What a control dependency on the object waits for, where that is not the element itself. */
  controlOperation?(): Operation;
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

/** The operation that a control dependency on the object waits for; null when there is none. */
export function controlOperationOf(x: unknown): Operation | null {
  if (isElementHolder(x) && x.controlOperation) return x.controlOperation();
  const element = asGraphElement(x);
  return element instanceof Tensor ? element.op : element;
}
