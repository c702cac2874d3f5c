/**
 * datetime.timedelta.
 * Source: Lib/datetime.py (Python 3.7).
 */
import { bind, type Call } from "../../np/arguments.js";
import { OverflowError } from "../../np/errors.js";
import { roundEven } from "../../np/libm/round_even.js";
import { NotImplemented } from "../../py/operators.js";
import { float } from "../support.js";

interface Units {
  readonly days?: number;
  readonly seconds?: number;
  readonly microseconds?: number;
  readonly milliseconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly weeks?: number;
}
const NAMES = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"] as const;
const DAY = 86400000000;

export class timedelta {
  readonly days: number;
  readonly seconds: number;
  readonly microseconds: number;

  constructor(
    ...args: Call<
      [
        days: number,
        seconds: number,
        microseconds: number,
        milliseconds: number,
        minutes: number,
        hours: number,
        weeks: number,
      ],
      Units
    >
  ) {
    const u = bind<Units>("timedelta", NAMES, args);
    const n = (x: number | undefined): number => Number(x ?? 0);
    const days = n(u.days) + 7 * n(u.weeks);
    const rest =
      n(u.seconds) * 1e6 + n(u.microseconds) + n(u.milliseconds) * 1000 + n(u.minutes) * 6e7 + n(u.hours) * 3.6e9;
    const whole = Math.floor(days);
    const micro = roundEven((days - whole) * DAY + rest);
    const carry = Math.floor(micro / DAY);
    const left = micro - carry * DAY;
    this.days = whole + carry;
    this.seconds = Math.floor(left / 1e6);
    this.microseconds = left - this.seconds * 1e6;
    if (Math.abs(this.days) > 999999999) throw new OverflowError(`days=${this.days}; must have magnitude <= 999999999`);
  }
  static of(days: number, microseconds: number): timedelta {
    return new timedelta(days, 0, microseconds);
  }
  private get micro(): number {
    return this.seconds * 1e6 + this.microseconds;
  }
  total_seconds(): number {
    return float(this.days * 86400 + this.seconds + this.microseconds / 1e6);
  }
  add(other: unknown): timedelta {
    return (
      other instanceof timedelta ? timedelta.of(this.days + other.days, this.micro + other.micro) : NotImplemented
    ) as timedelta;
  }
  radd(other: unknown): timedelta {
    return this.add(other);
  }
  sub(other: unknown): timedelta {
    return (
      other instanceof timedelta ? timedelta.of(this.days - other.days, this.micro - other.micro) : NotImplemented
    ) as timedelta;
  }
  mul(k: number): timedelta {
    return timedelta.of(this.days * Number(k), this.micro * Number(k));
  }
  rmul(k: number): timedelta {
    return this.mul(k);
  }
  truediv(other: number | timedelta): number | timedelta {
    if (other instanceof timedelta) return float((this.days * DAY + this.micro) / (other.days * DAY + other.micro));
    return timedelta.of(0, (this.days * DAY + this.micro) / Number(other));
  }
  floordiv(other: number | timedelta): number | timedelta {
    const total = this.days * DAY + this.micro;
    if (other instanceof timedelta) return Math.floor(total / (other.days * DAY + other.micro));
    return timedelta.of(0, Math.floor(total / Number(other)));
  }
  mod(other: timedelta): timedelta {
    const by = other.days * DAY + other.micro;
    return timedelta.of(0, (((this.days * DAY + this.micro) % by) + by) % by);
  }
  neg(): timedelta {
    return timedelta.of(-this.days, -this.micro);
  }
  abs(): timedelta {
    return this.days < 0 ? this.neg() : this;
  }
  __bool__(): boolean {
    return this.days !== 0 || this.micro !== 0;
  }
  private order(other: unknown): number {
    return other instanceof timedelta ? this.days - other.days || this.micro - other.micro : Number.NaN;
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
    return `td${this.days}:${this.micro}`;
  }
  __str__(): string {
    const two = (n: number): string => String(n).padStart(2, "0");
    const [h, m, s] = [Math.floor(this.seconds / 3600), Math.floor(this.seconds / 60) % 60, this.seconds % 60];
    const days = this.days === 0 ? "" : `${this.days} day${Math.abs(this.days) === 1 ? "" : "s"}, `;
    const micro = this.microseconds === 0 ? "" : `.${String(this.microseconds).padStart(6, "0")}`;
    return `${days}${h}:${two(m)}:${two(s)}${micro}`;
  }
  __repr__(): string {
    const args = (["days", "seconds", "microseconds"] as const)
      .filter((k) => this[k] !== 0)
      .map((k) => `${k}=${this[k]}`);
    return `datetime.timedelta(${args.join(", ") || "0"})`;
  }
}
