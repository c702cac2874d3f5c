/**
 * datetime.date.
 * Source: Lib/datetime.py (Python 3.7).
 */

import { bind, type Call } from "../../np/arguments.js";
import { ValueError } from "../../np/errors.js";
import { repr } from "../../np/printing/repr.js";
import { type PyTuple, tuple } from "../../np/pytuple.js";
import { NotImplemented } from "../../py/operators.js";
import { format_time, isoWeek, utcDay, weekdayOf } from "../files/time_format.js";
import { index } from "../support.js";
import { struct_time } from "../time.js";
import { timedelta } from "./timedelta.js";

export interface DateFields {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}
/** Ordinal 1 is the first of January of year 1. */
const EPOCH = 719163;
const two = (n: number): string => String(n).padStart(2, "0");

export class date {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(...args: Call<[year: number, month: number, day: number], DateFields>) {
    const f = bind<DateFields>("date", ["year", "month", "day"], args);
    const [y, m, d] = [index(f.year), index(f.month), index(f.day)];
    if (y < 1 || y > 9999) throw new ValueError(`year ${y} is out of range`);
    if (m < 1 || m > 12) throw new ValueError("month must be in 1..12");
    if (d < 1 || utcDay(y, m, d) >= utcDay(y, m + 1, 1)) throw new ValueError("day is out of range for month");
    this.year = y;
    this.month = m;
    this.day = d;
  }
  static today(): date {
    const t = new Date();
    return new date(t.getFullYear(), t.getMonth() + 1, t.getDate());
  }
  static fromtimestamp(timestamp: number): date {
    const t = new Date(Number(timestamp) * 1000);
    return new date(t.getFullYear(), t.getMonth() + 1, t.getDate());
  }
  static fromordinal(n: number): date {
    const t = new Date((n - EPOCH) * 86400000);
    return new date(t.getUTCFullYear(), t.getUTCMonth() + 1, t.getUTCDate());
  }
  static fromisoformat(text: string): date {
    const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    if (!m) throw new ValueError(`Invalid isoformat string: ${repr(text)}`);
    return new date(Number(m[1]), Number(m[2]), Number(m[3]));
  }
  toordinal(): number {
    return utcDay(this.year, this.month, this.day) + EPOCH;
  }
  weekday(): number {
    return weekdayOf(this.year, this.month, this.day);
  }
  isoweekday(): number {
    return this.weekday() + 1;
  }
  isocalendar(): [year: number, week: number, weekday: number] & PyTuple<number> {
    return tuple(isoWeek(this.year, this.month, this.day)) as [number, number, number] & PyTuple<number>;
  }
  isoformat(): string {
    return `${String(this.year).padStart(4, "0")}-${two(this.month)}-${two(this.day)}`;
  }
  ctime(): string {
    return this.strftime("%a %b %e %H:%M:%S %Y");
  }
  strftime(format: string): string {
    const midnight = { hour: 0, minute: 0, second: 0, microsecond: 0 };
    return format_time(
      format,
      { year: this.year, month: this.month, day: this.day, ...midnight },
      { offset: "", name: "" },
    );
  }
  timetuple(): struct_time {
    const out = new struct_time();
    const yday = utcDay(this.year, this.month, this.day) - utcDay(this.year, 1, 1) + 1;
    out.push(this.year, this.month, this.day, 0, 0, 0, this.weekday(), yday, -1);
    return out;
  }
  replace(fields: DateFields = {}): date {
    return new date(fields.year ?? this.year, fields.month ?? this.month, fields.day ?? this.day);
  }
  add(other: timedelta): date {
    return (other instanceof timedelta ? date.fromordinal(this.toordinal() + other.days) : NotImplemented) as date;
  }
  radd(other: timedelta): date {
    return this.add(other);
  }
  sub(other: date): timedelta;
  sub(other: timedelta): date;
  sub(other: unknown): unknown {
    if (other instanceof date) return new timedelta(this.toordinal() - other.toordinal());
    return other instanceof timedelta ? this.add(other.neg()) : NotImplemented;
  }
  protected order(other: unknown): number {
    return other instanceof date ? this.toordinal() - other.toordinal() : Number.NaN;
  }
  __eq__(other: unknown): boolean {
    return this.order(other) === 0;
  }
  __lt__(other: unknown): boolean {
    return this.order(other) < 0;
  }
  __le__(other: unknown): boolean {
    return this.order(other) <= 0;
  }
  __gt__(other: unknown): boolean {
    return this.order(other) > 0;
  }
  __ge__(other: unknown): boolean {
    return this.order(other) >= 0;
  }
  __hash__(): string {
    return this.isoformat();
  }
  __format__(spec: string): string {
    return spec === "" ? this.__str__() : this.strftime(spec);
  }
  __str__(): string {
    return this.isoformat();
  }
  __repr__(): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`;
  }
}
