/**
 * Results of the public functions and types of the public values, for the translator: from docs/api.txt.
 */
import { readFileSync } from "node:fs";

const HEADER = `/**
 * Paths of the public API and the types of what they give. Made from docs/api.txt by tools/gen/port_api.ts; don't edit.
 */

/** A line a path, a tab, the TypeScript type. */
export const RESULTS = `;

export function portApi(): string {
  const text = readFileSync(new URL("../../docs/api.txt", import.meta.url), "utf8");
  const lines = text.split("\n").flatMap((line) => {
    const m = /^((?:tf|np|py)\.[\w.]+)(?:\(.*\) -> |: )(.*)$/.exec(line);
    return m ? [`${m[1]}\t${m[2]}`] : [];
  });
  return `${HEADER}\`${lines.join("\n").replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\`;\n`;
}
