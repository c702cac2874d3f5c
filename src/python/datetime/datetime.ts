/**
 * datetime.datetime.
 * Source: Lib/datetime.py (Python 3.7).
 */
import { bind, type Call } from "../../np/arguments.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { roundEven } from "../../np/libm/round_even.js";
import { repr } from "../../np/printing/repr.js";
import { NotImplemented } from "../../py/operators.js";
import { format_time, parse_time } from "../files/time_format.js";
import { float } from "../support.js";
import type { struct_time } from "../time.js";
import { type DateFields, date } from "./date.js";
import { checkClock, clockText, type TimeOptions, time } from "./time.js";
import { timedelta } from "./timedelta.js";
import { offsetText, timezone } from "./timezone.js";

type Fields = DateFields & TimeOptions;
const NAMES = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo"] as const;

export class datetime extends date {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: timezone | null;

  constructor(
    ...args: Call<
      [
        year: number,
        month: number,
        day: number,
        hour: number,
        minute: number,
        second: number,
        microsecond: number,
        tzinfo: timezone | null,
      ],
      Fields
    >
  ) {
    const f = bind<Fields>("datetime", NAMES, args);
    super(f.year!, f.month!, f.day!);
    this.hour = f.hour ?? 0;
    this.minute = f.minute ?? 0;
    this.second = f.second ?? 0;
    this.microsecond = f.microsecond ?? 0;
    this.tzinfo = f.tzinfo ?? null;
    checkClock(this.hour, this.minute, this.second, this.microsecond);
  }
  /** Of microseconds since the epoch, as the clock of a zone reads; null is the process's own. */
  private static read(micro: number, tz: timezone | null, isLocal: boolean): datetime {
    const shift = tz ? Number(tz.utcoffset().total_seconds()) * 1e6 : 0;
    const at = micro + shift;
    const t = new Date(Math.floor(at / 1000));
    const us = at - Math.floor(at / 1e6) * 1e6;
    if (isLocal && !tz)
      return new datetime(
        t.getFullYear(),
        t.getMonth() + 1,
        t.getDate(),
        t.getHours(),
        t.getMinutes(),
        t.getSeconds(),
        us,
      );
    return new datetime(
      t.getUTCFullYear(),
      t.getUTCMonth() + 1,
      t.getUTCDate(),
      t.getUTCHours(),
      t.getUTCMinutes(),
      t.getUTCSeconds(),
      us,
      tz,
    );
  }
  static now(tz: timezone | null | { readonly tz?: timezone | null } = null): datetime {
    const zone = tz instanceof timezone || tz === null ? tz : (tz.tz ?? null);
    return datetime.read(Math.floor((performance.timeOrigin + performance.now()) * 1000), zone, true);
  }
  static utcnow(): datetime {
    return datetime.read(Math.floor((performance.timeOrigin + performance.now()) * 1000), null, false);
  }
  static override today(): datetime {
    return datetime.now();
  }
  static override fromtimestamp(timestamp: number, tz: timezone | null = null): datetime {
    return datetime.read(roundEven(Number(timestamp) * 1e6), tz, true);
  }
  static utcfromtimestamp(timestamp: number): datetime {
    return datetime.read(roundEven(Number(timestamp) * 1e6), null, false);
  }
  static override fromordinal(n: number): datetime {
    const d = date.fromordinal(n);
    return new datetime(d.year, d.month, d.day);
  }
  static combine(d: date, t: time): datetime {
    return new datetime(d.year, d.month, d.day, t.hour, t.minute, t.second, t.microsecond, t.tzinfo);
  }
  static strptime(text: string, format: string): datetime {
    const f = parse_time(text, format);
    let zone: timezone | null = null;
    if (f.zone === "Z") zone = timezone.utc;
    else if (f.zone !== null) {
      const m = /([+-])(\d\d):?(\d\d)/.exec(f.zone)!;
      const minutes = Number(m[2]) * 60 + Number(m[3]);
      zone = new timezone(new timedelta({ minutes: m[1] === "-" ? -minutes : minutes }));
    }
    return new datetime(f.year, f.month, f.day, f.hour, f.minute, f.second, f.microsecond, zone);
  }
  static override fromisoformat(text: string): datetime {
    const m = /^(\d{4})-(\d\d)-(\d\d)(?:.(\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{3}|\d{6}))?)?)?([+-]\d\d:\d\d)?)?$/.exec(
      text,
    );
    if (!m) throw new ValueError(`Invalid isoformat string: ${repr(text)}`);
    const n = (i: number): number => Number(m[i] ?? 0);
    const minutes = m[8] ? Number(m[8].slice(1, 3)) * 60 + Number(m[8].slice(4)) : 0;
    const zone = m[8] ? new timezone(new timedelta({ minutes: m[8].startsWith("-") ? -minutes : minutes })) : null;
    return new datetime(n(1), n(2), n(3), n(4), n(5), n(6), Number((m[7] ?? "0").padEnd(6, "0")), zone);
  }
  date(): date {
    return new date(this.year, this.month, this.day);
  }
  time(): time {
    return new time(this.hour, this.minute, this.second, this.microsecond);
  }
  private get micro(): number {
    return ((this.hour * 60 + this.minute) * 60 + this.second) * 1e6 + this.microsecond;
  }
  timestamp(): number {
    const days = this.toordinal() - 719163;
    if (this.tzinfo)
      return float(days * 86400 + (this.micro - Number(this.tzinfo.utcoffset().total_seconds()) * 1e6) / 1e6);
    const t = new Date(this.year, this.month - 1, this.day, this.hour, this.minute, this.second);
    return float((t.getTime() * 1000 + this.microsecond) / 1e6);
  }
  override timetuple(): struct_time {
    const out = super.timetuple();
    [out[3], out[4], out[5]] = [this.hour, this.minute, this.second];
    return out;
  }
  utcoffset(): timedelta | null {
    return this.tzinfo?.utcoffset() ?? null;
  }
  tzname(): string | null {
    return this.tzinfo?.tzname() ?? null;
  }
  astimezone(tz: timezone): datetime {
    return datetime.read(roundEven(Number(this.timestamp()) * 1e6), tz, false);
  }
  override isoformat(sep: string | { readonly sep?: string } = "T"): string {
    const between = typeof sep === "string" ? sep : (sep.sep ?? "T");
    return super.isoformat() + between + clockText(this) + (this.tzinfo ? offsetText(this.tzinfo.utcoffset()) : "");
  }
  override strftime(format: string): string {
    const zone = this.tzinfo
      ? { offset: offsetText(this.tzinfo.utcoffset(), ""), name: this.tzinfo.tzname() }
      : { offset: "", name: "" };
    return format_time(format, this, zone);
  }
  override replace(fields: Fields = {}): datetime {
    const f = { ...fields };
    return new datetime(
      f.year ?? this.year,
      f.month ?? this.month,
      f.day ?? this.day,
      f.hour ?? this.hour,
      f.minute ?? this.minute,
      f.second ?? this.second,
      f.microsecond ?? this.microsecond,
      f.tzinfo === undefined ? this.tzinfo : f.tzinfo,
    );
  }
  override add(other: timedelta): datetime {
    if (!(other instanceof timedelta)) return NotImplemented as unknown as datetime;
    const micro = this.micro + other.seconds * 1e6 + other.microseconds;
    const day = Math.floor(micro / 86400e6);
    const d = date.fromordinal(this.toordinal() + other.days + day);
    const left = micro - day * 86400e6;
    const s = Math.floor(left / 1e6);
    return new datetime(
      d.year,
      d.month,
      d.day,
      Math.floor(s / 3600),
      Math.floor(s / 60) % 60,
      s % 60,
      left - s * 1e6,
      this.tzinfo,
    );
  }
  override sub(other: date): timedelta;
  override sub(other: timedelta): datetime;
  override sub(other: unknown): unknown {
    if (other instanceof timedelta) return this.add(other.neg());
    if (!(other instanceof datetime)) return NotImplemented;
    return timedelta.of(0, this.distance(other));
  }
  /** Microseconds from another on. */
  private distance(other: datetime): number {
    if ((this.tzinfo === null) !== (other.tzinfo === null))
      throw new TypeError_("can't subtract offset-naive and offset-aware datetimes");
    const zone = (t: datetime): number => Number(t.utcoffset()?.total_seconds() ?? 0) * 1e6;
    return (this.toordinal() - other.toordinal()) * 86400e6 + (this.micro - zone(this)) - (other.micro - zone(other));
  }
  protected override order(other: unknown): number {
    return other instanceof datetime ? this.distance(other) : Number.NaN;
  }
  override __str__(): string {
    return this.isoformat(" ");
  }
  override __repr__(): string {
    const tail = this.microsecond ? [this.second, this.microsecond] : this.second ? [this.second] : [];
    const zone = this.tzinfo ? `, tzinfo=${this.tzinfo.__repr__()}` : "";
    return `datetime.datetime(${[this.year, this.month, this.day, this.hour, this.minute, ...tail].join(", ")}${zone})`;
  }
}
