/**
 * datetime.time.
 * Source: Lib/datetime.py (Python 3.7).
 */
import { bind, type Call } from "../../np/arguments.js";
import { ValueError } from "../../np/errors.js";
import { format_time } from "../files/time_format.js";
import { offsetText, type timezone } from "./timezone.js";

export interface TimeOptions {
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly microsecond?: number;
  readonly tzinfo?: timezone | null;
}
const two = (n: number): string => String(n).padStart(2, "0");

/** "10:20:30.000001" */
export function clockText(t: {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}): string {
  const micro = t.microsecond === 0 ? "" : `.${String(t.microsecond).padStart(6, "0")}`;
  return `${two(t.hour)}:${two(t.minute)}:${two(t.second)}${micro}`;
}
export function checkClock(h: number, m: number, s: number, us: number): void {
  if (!(h >= 0 && h < 24)) throw new ValueError("hour must be in 0..23");
  if (!(m >= 0 && m < 60)) throw new ValueError("minute must be in 0..59");
  if (!(s >= 0 && s < 60)) throw new ValueError("second must be in 0..59");
  if (!(us >= 0 && us < 1e6)) throw new ValueError("microsecond must be in 0..999999");
}

export class time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly tzinfo: timezone | null;

  constructor(
    ...args: Call<
      [hour: number, minute: number, second: number, microsecond: number, tzinfo: timezone | null],
      TimeOptions
    >
  ) {
    const f = bind<TimeOptions>("time", ["hour", "minute", "second", "microsecond", "tzinfo"], args);
    this.hour = f.hour ?? 0;
    this.minute = f.minute ?? 0;
    this.second = f.second ?? 0;
    this.microsecond = f.microsecond ?? 0;
    this.tzinfo = f.tzinfo ?? null;
    checkClock(this.hour, this.minute, this.second, this.microsecond);
  }
  isoformat(): string {
    return clockText(this) + (this.tzinfo ? offsetText(this.tzinfo.utcoffset()) : "");
  }
  strftime(format: string): string {
    const { hour, minute, second, microsecond } = this;
    return format_time(
      format,
      { year: 1900, month: 1, day: 1, hour, minute, second, microsecond },
      { offset: "", name: "" },
    );
  }
  private order(other: unknown): number {
    const n = (t: time): number => ((t.hour * 60 + t.minute) * 60 + t.second) * 1e6 + t.microsecond;
    return other instanceof time ? n(this) - n(other) : Number.NaN;
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
  __str__(): string {
    return this.isoformat();
  }
  __repr__(): string {
    const tail = this.microsecond ? [this.second, this.microsecond] : this.second ? [this.second] : [];
    const zone = this.tzinfo ? `, tzinfo=${this.tzinfo.__repr__()}` : "";
    return `datetime.time(${[this.hour, this.minute, ...tail].join(", ")}${zone})`;
  }
}
