/**
 * tf.gfile.GFile: an open file.
 * Source: FileIO (tensorflow/python/lib/io/file_io.py): nothing is opened before the first read or write.
 */
import { InvalidArgumentError, OutOfRangeError, PermissionDeniedError } from "../graph/errors.js";
import { pyClass } from "../graph/signature.js";
import { SimpleContext } from "../py/context.js";
import { onDisk } from "./gfile_disk.js";

const MODES = ["r", "w", "a", "r+", "w+", "a+"];
const NEWLINE = 10;

/** Texts are UTF-8; with "b" in the mode what is read are bytes. */
class File extends SimpleContext<File> {
  readonly name: string;
  readonly mode: string;
  private readonly binary: boolean;
  private content: Uint8Array | null = null;
  private position = 0;
  private written: Uint8Array[] | null = null;

  constructor(name: string, mode: string) {
    super(
      () => this,
      () => this.close(),
    );
    this.name = name;
    this.mode = mode;
    this.binary = mode.includes("b");
    const plain = mode.replace("b", "");
    if (!MODES.includes(plain)) {
      throw new InvalidArgumentError(null, null, "mode is not 'r' or 'w' or 'a' or 'r+' or 'w+' or 'a+'");
    }
    this.reads = plain === "r" || plain.endsWith("+");
    this.writes = plain !== "r";
  }
  private readonly reads: boolean;
  private readonly writes: boolean;

  private bytes(): Uint8Array {
    if (!this.reads) throw new PermissionDeniedError(null, null, "File isn't open for reading");
    this.content ??= onDisk(this.name, (fs) => new Uint8Array(fs.readFileSync(this.name)));
    return this.content;
  }
  private take(end: number): string | Uint8Array {
    const bytes = this.bytes().slice(this.position, end);
    this.position += bytes.length;
    return this.binary ? bytes : new TextDecoder().decode(bytes);
  }

  /** Bytes of the whole file. */
  size(): number {
    return onDisk(this.name, (fs) => fs.statSync(this.name).size);
  }
  /** Everything from here on, or `n` characters of it (bytes in a binary mode). */
  read(n = -1): string | Uint8Array {
    const bytes = this.bytes();
    if (n < 0) return this.take(bytes.length);
    if (this.binary) return this.take(this.position + n);
    // Up to the n-th character: bytes 10xxxxxx continue one.
    let end = this.position;
    for (let left = n; end < bytes.length; end++) {
      if ((bytes[end]! & 0xc0) !== 0x80 && left-- === 0) break;
    }
    return this.take(end);
  }
  /** One line with its end; empty at the end of the file. */
  readline(): string | Uint8Array {
    const bytes = this.bytes();
    const end = bytes.indexOf(NEWLINE, this.position);
    return this.take(end < 0 ? bytes.length : end + 1);
  }
  readlines(): (string | Uint8Array)[] {
    return [...this];
  }
  *[Symbol.iterator](): Generator<string | Uint8Array> {
    for (let line = this.readline(); line.length > 0; line = this.readline()) yield line;
  }
  tell(): number {
    return this.written ? this.written.reduce((n, w) => n + w.length, 0) : this.position;
  }
  seek(offset: number | null = null, whence = 0, position: number | null = null): void {
    // `position` is what older versions called it.
    const bytes = this.bytes();
    const from = whence === 1 ? this.position : whence === 2 ? bytes.length : 0;
    const to = from + (position ?? offset ?? 0);
    if (to < 0) throw new InvalidArgumentError(null, null, `Seeking to a negative position: ${to}`);
    if (to > bytes.length) throw new OutOfRangeError(null, null, "reached end of file");
    this.position = to;
  }
  seekable(): boolean {
    return true;
  }
  write(file_content: string | Uint8Array): void {
    if (!this.writes) throw new PermissionDeniedError(null, null, "File isn't open for writing");
    if (this.written === null) {
      const fresh = this.mode.startsWith("w");
      onDisk(this.name, (fs) => (fresh ? fs.writeFileSync(this.name, "") : fs.appendFileSync(this.name, "")));
      this.written = [];
    }
    const bytes = typeof file_content === "string" ? new TextEncoder().encode(file_content) : file_content;
    onDisk(this.name, (fs) => fs.appendFileSync(this.name, bytes));
    this.written.push(bytes);
    this.content = null;
  }
  /** Writes go to the disk at once. */
  flush(): void {}
  close(): void {
    this.content = null;
    this.position = 0;
    this.written = null;
  }
}

interface Arguments {
  name: string;
  mode: string;
}

/** tf.gfile.GFile, tf.gfile.Open. Errors come with the first read or write: NotFoundError, PermissionDeniedError … */
export const GFile = pyClass<Arguments>()("GFile", "(name, mode='r')", File.prototype, (p) => new File(p.name, p.mode));
/** tf.gfile.FastGFile: another name from older versions. */
export const FastGFile = pyClass<Arguments>()(
  "FastGFile",
  "(name, mode='r')",
  File.prototype,
  (p) => new File(p.name, p.mode),
);
