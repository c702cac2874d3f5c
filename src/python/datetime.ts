/**
 * Python's datetime: naive dates, times and spans.
 * Source: Lib/datetime.py (Python 3.7).
 */
import { TypeError_ } from "../np/errors.js";
import { ValueError } from "../py/errors.js";
import { floatValue } from "../py/number.js";
import { strftimeOf } from "./strftime.js";

const DAY = 86400_000_000;

interface Span {
  readonly days?: number;
  readonly seconds?: number;
  readonly microseconds?: number;
  readonly milliseconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly weeks?: number;
}

export class timedelta {
  static readonly pythonName = "datetime.timedelta";
  /** All of it. */
  readonly micros: number;

  constructor(days: number | Span = 0, seconds = 0, microseconds = 0) {
    const s: Span = typeof days === "object" ? days : { days, seconds, microseconds };
    const n = (x: number | undefined): number => Number(x ?? 0);
    const whole = n(s.days) + 7 * n(s.weeks);
    const secs = n(s.seconds) + 60 * n(s.minutes) + 3600 * n(s.hours);
    this.micros = Math.round(whole * DAY + secs * 1e6 + n(s.milliseconds) * 1000 + n(s.microseconds));
  }
  static of(micros: number): timedelta {
    return new timedelta({ microseconds: micros });
  }
  get days(): number {
    return Math.floor(this.micros / DAY);
  }
  get seconds(): number {
    return Math.floor((this.micros - this.days * DAY) / 1e6);
  }
  get microseconds(): number {
    return this.micros - this.days * DAY - this.seconds * 1e6;
  }
  total_seconds(): number {
    return floatValue(this.micros / 1e6) as number;
  }
  add(o: timedelta | datetime): timedelta | datetime {
    return o instanceof datetime ? o.add(this) : timedelta.of(this.micros + o.micros);
  }
  sub(o: timedelta): timedelta {
    return timedelta.of(this.micros - o.micros);
  }
  mul(k: unknown): timedelta {
    return timedelta.of(Math.round(this.micros * Number(k)));
  }
  rmul(k: unknown): timedelta {
    return this.mul(k);
  }
  truediv(o: unknown): unknown {
    return o instanceof timedelta
      ? floatValue(this.micros / o.micros)
      : timedelta.of(Math.round(this.micros / Number(o)));
  }
  neg(): timedelta {
    return timedelta.of(-this.micros);
  }
  eq(o: unknown): boolean {
    return o instanceof timedelta && o.micros === this.micros;
  }
  lt(o: timedelta): boolean {
    return this.micros < o.micros;
  }
  gt(o: timedelta): boolean {
    return this.micros > o.micros;
  }
  le(o: timedelta): boolean {
    return this.micros <= o.micros;
  }
  ge(o: timedelta): boolean {
    return this.micros >= o.micros;
  }
  __bool__(): boolean {
    return this.micros !== 0;
  }
  __str__(): string {
    const [h, rest] = [Math.floor(this.seconds / 3600), this.seconds % 3600];
    const two = (n: number): string => String(n).padStart(2, "0");
    const day = this.days === 0 ? "" : `${this.days} day${Math.abs(this.days) === 1 ? "" : "s"}, `;
    const micro = this.microseconds === 0 ? "" : `.${String(this.microseconds).padStart(6, "0")}`;
    return `${day}${h}:${two(Math.floor(rest / 60))}:${two(rest % 60)}${micro}`;
  }
  __repr__(): string {
    const parts = [
      this.days ? `days=${this.days}` : "",
      this.seconds ? `seconds=${this.seconds}` : "",
      this.microseconds ? `microseconds=${this.microseconds}` : "",
    ].filter((p) => p !== "");
    return `datetime.timedelta(${parts.join(", ") || "0"})`;
  }
}

/** A day and a time, without a zone. */
export class datetime {
  static readonly pythonName: string = "datetime.datetime";
  /** Microseconds since 1970 as UTC would count them. */
  readonly micros: number;

  constructor(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, microsecond = 0) {
    const ms = Date.UTC(year, month - 1, day, hour, minute, second);
    const d = new Date(ms);
    if (d.getUTCMonth() !== month - 1) {
      throw new ValueError(month < 1 || month > 12 ? "month must be in 1..12" : "day is out of range for month");
    }
    this.micros = ms * 1000 + microsecond;
  }
  static fromMicros(micros: number): datetime {
    const d = new Date(Math.floor(micros / 1000));
    const rest = micros - Math.floor(micros / 1e6) * 1e6;
    return new datetime(
      d.getUTCFullYear(),
      d.getUTCMonth() + 1,
      d.getUTCDate(),
      d.getUTCHours(),
      d.getUTCMinutes(),
      d.getUTCSeconds(),
      rest,
    );
  }
  static now(): datetime {
    const d = new Date();
    return datetime.fromMicros(
      (d.getTime() - d.getTimezoneOffset() * 60000) * 1000 + (Math.floor(performance.now() * 1000) % 1000),
    );
  }
  static today(): datetime {
    return datetime.now();
  }
  static utcnow(): datetime {
    return datetime.fromMicros(Date.now() * 1000);
  }
  static fromtimestamp(seconds: unknown): datetime {
    const d = new Date(Number(seconds) * 1000);
    return datetime.fromMicros(Math.round(Number(seconds) * 1e6) - d.getTimezoneOffset() * 60e6);
  }
  static strptime(text: string, format: string): datetime {
    return parsed(text, format);
  }
  private get date_(): Date {
    return new Date(Math.floor(this.micros / 1000));
  }
  get year(): number {
    return this.date_.getUTCFullYear();
  }
  get month(): number {
    return this.date_.getUTCMonth() + 1;
  }
  get day(): number {
    return this.date_.getUTCDate();
  }
  get hour(): number {
    return this.date_.getUTCHours();
  }
  get minute(): number {
    return this.date_.getUTCMinutes();
  }
  get second(): number {
    return this.date_.getUTCSeconds();
  }
  get microsecond(): number {
    return this.micros - Math.floor(this.micros / 1e6) * 1e6;
  }
  weekday(): number {
    return (this.date_.getUTCDay() + 6) % 7;
  }
  timestamp(): number {
    return floatValue(this.micros / 1e6 + this.date_.getTimezoneOffset() * 60) as number;
  }
  strftime(format: string): string {
    const first = Date.UTC(this.year, 0, 1);
    const day = Math.floor((this.micros / 1000 - first) / 86400000) + 1;
    return strftimeOf(
      format,
      [this.year, this.month, this.day, this.hour, this.minute, this.second, this.weekday(), day],
      this.microsecond,
    );
  }
  isoformat(sep = "T"): string {
    const micro = this.microsecond === 0 ? "" : ".%f";
    return this.strftime(`%Y-%m-%d${sep}%H:%M:%S${micro}`);
  }
  add(o: unknown): datetime {
    if (!(o instanceof timedelta)) throw new TypeError_("unsupported operand type(s) for +: 'datetime.datetime'");
    return datetime.fromMicros(this.micros + o.micros);
  }
  sub(o: unknown): datetime | timedelta {
    if (o instanceof timedelta) return datetime.fromMicros(this.micros - o.micros);
    if (o instanceof datetime) return timedelta.of(this.micros - o.micros);
    throw new TypeError_("unsupported operand type(s) for -: 'datetime.datetime'");
  }
  eq(o: unknown): boolean {
    return o instanceof datetime && o.micros === this.micros;
  }
  lt(o: datetime): boolean {
    return this.micros < o.micros;
  }
  gt(o: datetime): boolean {
    return this.micros > o.micros;
  }
  le(o: datetime): boolean {
    return this.micros <= o.micros;
  }
  ge(o: datetime): boolean {
    return this.micros >= o.micros;
  }
  __hash__(): number {
    return this.micros;
  }
  __str__(): string {
    return this.isoformat(" ");
  }
  __repr__(): string {
    const parts = [this.year, this.month, this.day, this.hour, this.minute];
    if (this.second || this.microsecond) parts.push(this.second);
    if (this.microsecond) parts.push(this.microsecond);
    return `datetime.datetime(${parts.join(", ")})`;
  }
}

/** A day. */
export class date extends datetime {
  static override readonly pythonName = "datetime.date";

  static override today(): date {
    const d = new Date();
    return new date(d.getFullYear(), d.getMonth() + 1, d.getDate());
  }
  override __str__(): string {
    return this.strftime("%Y-%m-%d");
  }
  override isoformat(): string {
    return this.strftime("%Y-%m-%d");
  }
  override __repr__(): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`;
  }
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function parsed(text: string, format: string): datetime {
  const names: string[] = [];
  const source = format.replace(/%([A-Za-z%])|[.*+?^${}()|[\]\\]/g, (all, c: string | undefined) => {
    if (c === undefined) return `\\${all}`;
    if (c === "%") return "%";
    names.push(c);
    if (c === "b" || c === "B" || c === "a" || c === "A" || c === "p") return "([A-Za-z]+)";
    return c === "Y" ? "(\\d{4})" : c === "f" ? "(\\d{1,6})" : c === "j" ? "(\\d{1,3})" : "(\\d{1,2})";
  });
  const m = new RegExp(`^${source}$`).exec(text);
  if (!m) throw new ValueError(`time data '${text}' does not match format '${format}'`);
  const at = (c: string): string | undefined => (names.includes(c) ? m[names.indexOf(c) + 1] : undefined);
  const number = (c: string, otherwise: number): number => Number(at(c) ?? otherwise);
  const named = at("b") ?? at("B");
  const month = named ? MONTHS.indexOf(named.slice(0, 3).toLowerCase()) + 1 : number("m", 1);
  const short = at("y");
  const year = short === undefined ? number("Y", 1900) : Number(short) + (Number(short) < 69 ? 2000 : 1900);
  const hour =
    at("I") === undefined ? number("H", 0) : (number("I", 0) % 12) + (at("p")?.toLowerCase() === "pm" ? 12 : 0);
  return new datetime(
    year,
    month,
    number("d", 1),
    hour,
    number("M", 0),
    number("S", 0),
    Number((at("f") ?? "0").padEnd(6, "0")),
  );
}
