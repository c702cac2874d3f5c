import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scripts } from "../../tools/goldens/kinds/scripts.js";

const STORIES = [
  "assign_and_control_deps",
  "block_diag_outputs",
  "learning_rate_schedules",
  "linear_regression",
  "metrics_streaming",
  "mlp_adaptive_family",
  "mlp_proximal_family",
  "mlp_sgd_family",
  "moving_average_wrappers",
  "resource_variables",
  "seed_mask_dtype_error",
  "variable_scope_reuse",
  "variable_updates",
  "xor_mask_variable",
  "xor_mask_where",
  "xor_sparse_frozen",
  "xor_sparse_variable_values",
];
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe("ports against what TensorFlow 1.15.5 did", () => {
  it.each(STORIES)("%s: graph, trace and stdout", async (name) => {
    // A recording that went missing must not look like a pass.
    const recorded = [`${name}.golden.json`, `${name}.golden.json.gz`].some((f) =>
      existsSync(at(`../goldens/scripts/${f}`)),
    );
    expect(recorded).toBe(true);
    const families = await scripts.replay(at("../goldens/scripts"), { only: name, flags: new Set(), target: "" });
    const [family] = families.filter((f) => f.name === name);
    expect(family?.failures).toEqual([]);
    expect(family?.passed).toBe(4);
  });
});
