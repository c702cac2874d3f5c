/**
 * Results of the public functions and types of the public values, for the translator: from docs/api.txt; and the names
 * of TensorFlow 1.15 that are not among them.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { np, py, tf } from "../../src/compat/index.js";
import * as python from "../../src/python/index.js";

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
      const m = /^([a-z]\w*\.[\w.]+)(\(.*\) -> |: )(.*)$/.exec(line);
      return m ? [`${m[1]}\t${m[2] === ": " ? "=" : ""}${m[3]}`] : [];
    });
  const here = new Set(lines.map((l) => l.split("\t")[0]));
  const original = Object.keys(JSON.parse(text(gunzipSync(read("test/goldens/api/tf-1.15.json.gz")))) as object);
  const missing = original.filter(
    (name) => !here.has(name) && !name.startsWith("tf.contrib.") && !name.startsWith("tf.keras."),
  );
  return `${HEADER}/** A line a path, a tab, the type of what a call gives; behind an equals sign, of what it is. */
export const RESULTS = ${quoted(lines)};

/** Classes that want new. */
export const CLASSES = ${quoted(classes().sort())};

/** Names of the original that the library lacks. */
export const MISSING = ${quoted(missing)};
`;
}

/** Paths of what only `new` calls. */
function classes(): string[] {
  const out: string[] = [];
  const seen = new Set<unknown>();
  const walk = (path: string, names: object): void => {
    if (seen.has(names)) return;
    seen.add(names);
    for (const [name, value] of Object.entries(names) as [string, unknown][]) {
      const isModule = Object.prototype.toString.call(value) === "[object Module]";
      if (isModule && typeof value === "object" && value !== null) walk(`${path}.${name}`, value);
      else if (isClass(value)) {
        out.push(`${path}.${name}`);
        for (const [inner, member] of Object.entries(value)) if (isClass(member)) out.push(`${path}.${name}.${inner}`);
      }
    }
  };
  for (const [path, names] of Object.entries({ tf, np, py, ...python }).filter(([, x]) => typeof x === "object"))
    walk(path, names);
  return out;
}

function isClass(value: unknown): value is abstract new () => unknown {
  return typeof value === "function" && /^class\b/.test(Function.prototype.toString.call(value));
}

/** Python writes infinities and NaN as JSON has no words for them. */
function text(json: Buffer): string {
  return json.toString().replace(/(?<=[[,:]\s*)(?:-?Infinity|NaN)(?=\s*[\],}])/g, "null");
}
