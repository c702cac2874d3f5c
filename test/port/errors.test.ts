/** Snippets that raise, translated: class, line and text of the original. Those listed must fail. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { errors } from "../../tools/goldens/kinds/errors.js";

const known = JSON.parse(readFileSync(new URL("./errors_known_failures.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;

it("errors", { timeout: 120_000 }, async () => {
  const dir = fileURLToPath(new URL("../goldens/errors", import.meta.url));
  const families = await errors.replay(dir, { only: null, flags: new Set(), target: "" });
  const failed = families.flatMap((f) => f.failures);
  const surprises = failed.filter((f) => !(f.id in known)).map((f) => `${f.id}: ${f.reason}`);
  expect(surprises).toEqual([]);
  const ids = new Set(failed.map((f) => f.id));
  expect(
    Object.keys(known).filter((id) => !ids.has(id)),
    "no longer fails: take it off the list",
  ).toEqual([]);
});
