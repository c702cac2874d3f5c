/**
 * One recorded call of the public API, as the goldens store it.
 * Source: the section "A case" of the goldens' README.
 */
import type { Json } from "../../values.js";

/** The contents of {"$t"}. */
export interface RecordedTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: readonly Json[];
}

/** The tensor that an encoded value is, null where it is something else. */
export function tensorIn(value: Json | undefined): RecordedTensor | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const t = "$t" in value ? value["$t"] : null;
  if (typeof t !== "object" || t === null || Array.isArray(t) || !("data" in t)) return null;
  return { dtype: String(t["dtype"]), shape: t["shape"] as readonly number[], data: t["data"] as readonly Json[] };
}

export interface Failed {
  readonly type: string;
  readonly message: string;
  /** "build" is the Python call, "run" is Session.run. */
  readonly stage: "build" | "run";
}

export type Feeds = "const" | "placeholder" | "placeholder_unknown_rank";

/** What to call. */
export interface Call {
  readonly fn: string;
  readonly args: readonly Json[];
  readonly kwargs: { readonly [name: string]: Json };
  readonly feeds: Feeds;
}

/** What came of it. Outputs and gradients are JSON values of the goldens' encoding. */
export interface Outcome {
  readonly out: readonly Json[];
  readonly static_shape: readonly ((number | null)[] | null)[];
  readonly dtype: readonly (string | null)[];
  readonly op_name: string | null;
  readonly op_type: string | null;
  readonly op_names?: readonly (string | null)[];
  readonly op_types?: readonly (string | null)[];
  readonly grads: readonly Json[];
  readonly grad_kinds?: readonly string[];
  readonly grad_error?: Failed | null;
  readonly error: Failed | null;
}

export interface Case extends Call, Outcome {
  readonly id: string;
}
