/**
 * Writes test/port/errors_known_failures.json: snippets whose error differs today, with what differs.
 *
 *   npx tsx tools/gen/errors_known_failures.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { errors } from "../goldens/kinds/errors.js";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const families = await errors.replay(at("test/goldens/errors"), { only: null, flags: new Set(), target: "" });
const failed = families.flatMap((f) => f.failures).sort((a, b) => (a.id < b.id ? -1 : 1));
const rows = Object.fromEntries(failed.map((f) => [f.id, f.reason.split("\n")[0]!.slice(0, 200)]));
writeFileSync(at("test/port/errors_known_failures.json"), `${JSON.stringify(rows, null, 2)}\n`);
console.log(`${failed.length} known failures`);
