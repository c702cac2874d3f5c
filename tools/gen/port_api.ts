/**
 * Results of the public functions and types of the public values, for the translator: from docs/api.txt; and the names
 * of TensorFlow 1.15 that are not among them.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const HEADER = `/**
 * Paths of the public API and the types of what they give. Made from docs/api.txt by tools/gen/port_api.ts; don't edit.
 */

`;

const read = (path: string): Buffer => readFileSync(new URL(`../../${path}`, import.meta.url));

function quoted(lines: readonly string[]): string {
  return `\`${lines.join("\n").replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\``;
}

export function portApi(): string {
  const lines = read("docs/api.txt")
    .toString()
    .split("\n")
    .flatMap((line) => {
      const m = /^([a-z]\w*\.[\w.]+)(?:\(.*\) -> |: )(.*)$/.exec(line);
      return m ? [`${m[1]}\t${m[2]}`] : [];
    });
  const here = new Set(lines.map((l) => l.split("\t")[0]));
  const original = Object.keys(JSON.parse(text(gunzipSync(read("test/goldens/api/tf-1.15.json.gz")))) as object);
  const missing = original.filter((name) => !here.has(name) && !name.startsWith("tf.contrib.") && !name.startsWith("tf.keras."));
  return `${HEADER}/** A line a path, a tab, the TypeScript type. */
export const RESULTS = ${quoted(lines)};

/** Names of the original that the library lacks. */
export const MISSING = ${quoted(missing)};
`;
}

/** Python writes infinities and NaN as JSON has no words for them. */
function text(json: Buffer): string {
  return json.toString().replace(/(?<=[[,:]\s*)(?:-?Infinity|NaN)(?=\s*[\],}])/g, "null");
}
