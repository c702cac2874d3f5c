/**
 * Types that TypeScript has words for.
 */
import type { Type } from "../types.js";

export function plainType(type: Type | null): string | null {
  if (type?.kind === "int" || type?.kind === "float") return "number";
  if (type?.kind === "str") return "string";
  if (type?.kind === "bool") return "boolean";
  return null;
}
