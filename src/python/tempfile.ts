/**
 * Python's module tempfile.
 * Source: Lib/tempfile.py (Python 3.7).
 */
import * as fs from "node:fs";
import { bind, type Call } from "../np/arguments.js";
import { type PyTuple, tuple } from "../np/pytuple.js";
import { BinaryFile } from "./files/binary_file.js";
import { attempt } from "./files/os_errors.js";
import { DiskRaw, parseMode } from "./files/raw.js";
import { TextFile } from "./files/text_file.js";
import * as path from "./os_path.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_";
const randomName = (): string =>
  Array.from({ length: 8 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join("");

export function gettempdir(): string {
  const places = [process.env["TMPDIR"], process.env["TEMP"], process.env["TMP"], "/tmp", "/var/tmp", "/usr/tmp"];
  return places.find((p) => p !== undefined && p !== "" && path.isdir(p)) ?? process.cwd();
}
export function gettempprefix(): string {
  return "tmp";
}

interface Place {
  readonly suffix?: string | null;
  readonly prefix?: string | null;
  readonly dir?: string | null;
}
const PLACE = ["suffix", "prefix", "dir"] as const;
type PlaceCall = Call<[suffix: string | null, prefix: string | null, dir: string | null], Place>;

function fresh(place: Place): string {
  const name = `${place.prefix ?? "tmp"}${randomName()}${place.suffix ?? ""}`;
  return path.abspath(path.join(place.dir ?? gettempdir(), name));
}
export function mkdtemp(...args: PlaceCall): string {
  const folder = fresh(bind<Place>("mkdtemp", PLACE, args));
  attempt(folder, () => fs.mkdirSync(folder, { mode: 0o700 }));
  return folder;
}
export function mkstemp(...args: PlaceCall): [fd: number, path: string] & PyTuple<number | string> {
  const file = fresh(bind<Place>("mkstemp", PLACE, args));
  const fd = attempt(file, () => fs.openSync(file, "wx+", 0o600));
  return tuple<number | string>([fd, file]) as [number, string] & PyTuple<number | string>;
}
export function mktemp(suffix = "", prefix = "tmp", dir: string | null = null): string {
  return fresh({ suffix, prefix, dir });
}

interface NamedOptions extends Place {
  readonly mode?: string;
  readonly delete?: boolean;
  readonly encoding?: string | null;
  readonly newline?: string | null;
}
type NamedCall = Call<[mode: string], NamedOptions & { readonly buffering?: number }>;

/** A file that goes when it is closed, unless `delete` is false. */
export function NamedTemporaryFile(...args: NamedCall): BinaryFile | TextFile {
  const names = ["mode", "buffering", "encoding", "newline", "suffix", "prefix", "dir", "delete"] as const;
  const given = bind<NamedOptions & { buffering: number }>("NamedTemporaryFile", names, args);
  const mode = given.mode ?? "w+b";
  const { binary } = parseMode(mode);
  const file = fresh(given);
  const raw = new DiskRaw(file, "x", true);
  if (given.delete ?? true) {
    const close = raw.close.bind(raw);
    raw.close = () => {
      close();
      fs.rmSync(file, { force: true });
    };
  }
  return binary ? new BinaryFile(raw, file, mode) : new TextFile(raw, file, mode, given);
}
export const TemporaryFile = NamedTemporaryFile;

/** A folder that goes at the end of `with`. */
export class TemporaryDirectory {
  readonly name: string;

  constructor(...args: PlaceCall) {
    this.name = mkdtemp(...args);
  }
  cleanup(): void {
    fs.rmSync(this.name, { recursive: true, force: true });
  }
  __enter__(): string {
    return this.name;
  }
  __exit__(..._error: readonly unknown[]): void {
    this.cleanup();
  }
  [Symbol.dispose](): void {
    this.cleanup();
  }
}
