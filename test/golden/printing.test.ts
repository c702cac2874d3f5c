/** Recorded texts of Python 3.7, NumPy 1.18.5 and TensorFlow 1.15.5: str, repr, formats, print. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { printing } from "../../tools/goldens/kinds/printing.js";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

/** Cases that fail, with the reason; one that passes must leave the list. */
const knownFailures = JSON.parse(read("printing_known_failures.json")) as Readonly<Record<string, string>>;

describe("recorded texts", async () => {
  const dir = fileURLToPath(new URL("../goldens/printing", import.meta.url));
  const families = await printing.replay(dir, { only: null, target: "", flags: new Set() });

  it("has every file", () => {
    expect(families.map((f) => f.name)).toEqual(["values", "array_fuzz", "scalar_fuzz", "tf_objects"]);
  });
  it.each(families)("$name prints as recorded", ({ name, passed, failures }) => {
    const unexpected = failures.filter((f) => !(f.id in knownFailures));
    expect(unexpected).toEqual([]);
    const expected = Object.keys(knownFailures).filter((id) => id.startsWith(`${name}/`));
    expect(failures.map((f) => f.id).sort()).toEqual(expected.sort());
    expect(passed).toBeGreaterThan(100);
  });
});
