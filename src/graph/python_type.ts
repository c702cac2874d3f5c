/**
 * Python's names of the types of values, as error texts quote them.
 * Source: type(x).__name__.
 */
import { typeName } from "../np/element.js";

export function pythonTypeName(value: unknown): string {
  return typeName(value);
}
