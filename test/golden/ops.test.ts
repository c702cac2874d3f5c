/** Recorded calls of the public API: values, gradients, static shapes, names, errors. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { functionsNotYet } from "../../tools/gen/ops_not_yet.js";
import { readFamilies, replayCase } from "../../tools/goldens/kinds/ops.js";
import { family } from "../../tools/goldens/replay.js";

const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

/** Functions that do not exist yet; `npx tsx tools/gen/ops_not_yet.ts` writes the list. */
const notYet = json("ops_not_yet.json") as readonly string[];
/** Cases that fail, with the reason; one that passes must leave the list. */
const knownFailures = json("ops_known_failures.json") as Readonly<Record<string, string>>;
const families = readFamilies(fileURLToPath(new URL("../goldens/ops", import.meta.url)));

describe("recorded calls", () => {
  it("names every function that does not exist yet, and no other", () => {
    expect(functionsNotYet(families)).toEqual(notYet);
  });

  it.each([...families])("%s", { timeout: 60_000 }, (name, cases) => {
    const into = { ...family(name), bits: { equal: 0, total: 0 } };
    for (const one of cases) if (!notYet.includes(one.fn)) replayCase(into, one, "");
    const expected = cases.map((c) => c.id).filter((id) => id in knownFailures);
    const reasons = Object.fromEntries(into.failures.map((f) => [f.id, f.reason]));
    const unexpected = Object.keys(reasons).filter((id) => !(id in knownFailures));
    expect(Object.fromEntries(unexpected.map((id) => [id, reasons[id]]))).toEqual({});
    expect(expected.filter((id) => !(id in reasons))).toEqual([]);
  });
});
