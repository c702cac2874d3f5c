/**
 * Python's sys, as far as scripts use it.
 * Source: sys (Python 3.7).
 */

import { tuple } from "../py/containers.js";
import { SystemExit } from "../py/errors.js";
import { printed } from "../py/print.js";

/** A stream of text. */
export interface TextStream {
  write(text: string): number;
  flush(): void;
  isatty(): boolean;
}

function stream(put: (text: string) => void): TextStream {
  return {
    write(text: string): number {
      put(text);
      return text.length;
    },
    flush(): void {},
    isatty: () => false,
  };
}

/** What print writes to. */
export const stdout: TextStream = /* @__PURE__ */ stream(printed);
export const stderr: TextStream = /* @__PURE__ */ stream((text) => {
  process.stderr.write(text);
});

/** The script's name and what follows it on the command line. */
export const argv: string[] = /* @__PURE__ */ process.argv.slice(1);

/** Ends the program: raises SystemExit. */
export function exit(code: unknown = null): never {
  throw new SystemExit(...(code === null ? [] : [code]));
}

export const version = "3.7.9 (tf1-compat)";
export const version_info = /* @__PURE__ */ tuple([3, 7, 9, "final", 0]);
export const maxsize = 9223372036854775807n;
export const platform: string = process.platform;
export const byteorder = "little";
export const executable: string = process.execPath;
export const path: string[] = [""];
export const modules = /* @__PURE__ */ new Map<string, unknown>();

/** Takes a limit that JavaScript has not. */
export function setrecursionlimit(_limit: number): void {}
export function getrecursionlimit(): number {
  return 1000;
}
export function getsizeof(_value: unknown): number {
  return 64;
}
