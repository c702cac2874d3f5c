/**
 * Where logs go and how they look.
 * Source: Lib/logging/__init__.py (Python 3.7).
 */
import { percentFormat } from "../np/printing/percent.js";
import { format } from "../py/str_format.js";
import { DiskRaw } from "./files/raw.js";
import { TextFile } from "./files/text_file.js";
import { type LogRecord, levelOf } from "./logging_record.js";
import { abspath } from "./os_path.js";
import { Template } from "./string.js";
import * as sys from "./sys.js";
import { localtime, strftime } from "./time.js";
import { format_exception } from "./traceback.js";

export class Formatter {
  private readonly fmt: string;
  private readonly datefmt: string | null;
  private readonly style: string;

  constructor(
    fmt:
      | string
      | null
      | { readonly fmt?: string | null; readonly datefmt?: string | null; readonly style?: string } = null,
    datefmt: string | null | { readonly datefmt?: string | null } = null,
    style = "%",
  ) {
    const own = typeof fmt === "object" && fmt !== null ? fmt : { fmt };
    const named = typeof datefmt === "object" && datefmt !== null ? datefmt : { datefmt };
    this.style = ("style" in own ? own.style : null) ?? style;
    const plain = this.style === "{" ? "{message}" : this.style === "$" ? "$message" : "%(message)s";
    this.fmt = own.fmt ?? plain;
    this.datefmt = ("datefmt" in own ? own.datefmt : null) ?? named.datefmt ?? null;
  }
  formatTime(record: LogRecord, datefmt: string | null = null): string {
    const t = localtime(record.created);
    if (datefmt) return strftime(datefmt, t);
    return `${strftime("%Y-%m-%d %H:%M:%S", t)},${String(Math.floor(record.msecs)).padStart(3, "0")}`;
  }
  format(record: LogRecord): string {
    record.message = record.getMessage();
    if (this.fmt.includes("asctime")) record.asctime = this.formatTime(record, this.datefmt);
    const values = new Map<string, unknown>(Object.entries(record));
    let text: string;
    if (this.style === "{") text = format(this.fmt, Object.fromEntries(values));
    else if (this.style === "$") text = new Template(this.fmt).substitute(values);
    else text = String(percentFormat(this.fmt, values));
    if (record.exc_info) text += `\n${format_exception(record.exc_info).join("").replace(/\n$/, "")}`;
    return text;
  }
}

const plain = new Formatter();

export class Handler {
  level: number;
  formatter: Formatter | null = null;
  private readonly filters: { filter(record: LogRecord): unknown }[] = [];

  constructor(level: number | string = 0) {
    this.level = levelOf(level);
  }
  setLevel(level: number | string): void {
    this.level = levelOf(level);
  }
  setFormatter(formatter: Formatter): void {
    this.formatter = formatter;
  }
  addFilter(filter: { filter(record: LogRecord): unknown }): void {
    this.filters.push(filter);
  }
  format(record: LogRecord): string {
    return (this.formatter ?? plain).format(record);
  }
  handle(record: LogRecord): void {
    if (this.filters.every((f) => f.filter(record))) this.emit(record);
  }
  emit(_record: LogRecord): void {}
  flush(): void {}
  close(): void {}
}
export class NullHandler extends Handler {}

type Output = { write(text: string): unknown };

export class StreamHandler extends Handler {
  readonly terminator = "\n";
  stream: Output | null;

  constructor(stream: Output | null | { readonly stream?: Output | null } = null) {
    super();
    const own = stream !== null && !("write" in stream) ? (stream.stream ?? null) : (stream as Output | null);
    this.stream = own;
  }
  override emit(record: LogRecord): void {
    (this.stream ?? sys.stderr).write(this.format(record) + this.terminator);
  }
}
export class FileHandler extends StreamHandler {
  readonly baseFilename: string;
  private readonly file: TextFile;

  constructor(filename: string, mode: string | { readonly mode?: string } = "a") {
    const how = typeof mode === "string" ? mode : (mode.mode ?? "a");
    const file = new TextFile(new DiskRaw(filename, how[0]!, how.includes("+")), filename, how);
    super(file);
    this.file = file;
    this.baseFilename = abspath(filename);
  }
  override close(): void {
    this.file.close();
  }
}
