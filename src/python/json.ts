/**
 * Python's module json.
 * Source: Lib/json (Python 3.7).
 */
import { bind, type Call } from "../np/arguments.js";
import { decode } from "./files/text_file.js";
import { type LoadOptions, Scanner } from "./json_decoder.js";
import { type DumpOptions, JSONEncoder } from "./json_encoder.js";
import { bytesOf } from "./support.js";

export { JSONDecodeError } from "./json_decoder.js";
export { JSONEncoder } from "./json_encoder.js";

const DUMP = [
  "skipkeys",
  "ensure_ascii",
  "check_circular",
  "allow_nan",
  "cls",
  "indent",
  "separators",
  "default",
  "sort_keys",
  "encoding",
] as const;

type DumpKeywords = DumpOptions & { readonly cls?: (new (options: DumpOptions) => JSONEncoder) | null };

/** The JSON text of a value. */
export function dumps(obj: unknown, options: DumpKeywords = {}): string {
  const { cls = null, ...rest } = bind<DumpKeywords>("dumps", DUMP, [options]);
  return new (cls ?? JSONEncoder)(rest as DumpOptions).encode(obj);
}
export function dump(obj: unknown, fp: { write(text: string): unknown }, options: DumpKeywords = {}): void {
  fp.write(dumps(obj, options));
}

/** The value of a JSON text: objects are dicts, numbers with a point floats. Raises JSONDecodeError. */
export function loads(s: string | Uint8Array, options: LoadOptions = {}): unknown {
  const text = typeof s === "string" ? s : decode(bytesOf(s), "utf-8-sig");
  return new Scanner(text, options).document();
}
export function load(fp: { read(): string | Uint8Array }, options: LoadOptions = {}): unknown {
  return loads(fp.read(), options);
}

/** json.JSONDecoder. */
export class JSONDecoder {
  private readonly options: LoadOptions;

  constructor(...args: Call<[], LoadOptions>) {
    this.options = args[0] ?? {};
  }
  decode(s: string): unknown {
    return loads(s, this.options);
  }
}
