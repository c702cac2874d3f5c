/**
 * datetime.timezone: a fixed distance from UTC.
 * Source: Lib/datetime.py (Python 3.7).
 */
import { timedelta } from "./timedelta.js";

/** "+01:00" */
export function offsetText(of: timedelta, between = ":"): string {
  const total = Number(of.total_seconds());
  const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
  const size = Math.abs(total);
  const seconds = size % 60 === 0 ? "" : between + two(size % 60);
  return `${total < 0 ? "-" : "+"}${two(size / 3600)}${between}${two((size / 60) % 60)}${seconds}`;
}

export class timezone {
  private readonly offset: timedelta;
  private readonly name: string | null;
  static readonly utc: timezone = new timezone(new timedelta(0));

  constructor(offset: timedelta, name: string | null = null) {
    this.offset = offset;
    this.name = name;
  }
  utcoffset(_dt: unknown = null): timedelta {
    return this.offset;
  }
  tzname(_dt: unknown = null): string {
    if (this.name !== null) return this.name;
    return this.offset.__bool__() ? `UTC${offsetText(this.offset)}` : "UTC";
  }
  __eq__(other: unknown): boolean {
    return other instanceof timezone && this.offset.__eq__(other.offset);
  }
  __str__(): string {
    return this.tzname();
  }
  __repr__(): string {
    if (this === timezone.utc) return "datetime.timezone.utc";
    return `datetime.timezone(${this.offset.__repr__()}${this.name === null ? "" : `, '${this.name}'`})`;
  }
}
