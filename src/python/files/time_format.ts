/**
 * Texts of dates and times: strftime and strptime.
 * Source: C's strftime in the "C" locale; Lib/_strptime.py (Python 3.7).
 */
import { ValueError } from "../../np/errors.js";
import { repr } from "../../np/printing/repr.js";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

export interface TimeFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}
export interface Zone {
  /** "+0100", empty without a zone. */
  readonly offset: string;
  readonly name: string;
}

export const utcDay = (y: number, m: number, d: number): number => {
  const t = new Date(Date.UTC(2000, m - 1, d));
  t.setUTCFullYear(y, m - 1, d);
  return Math.round(t.getTime() / 86400000);
};
/** Monday is 0. */
export const weekdayOf = (y: number, m: number, d: number): number => (((utcDay(y, m, d) + 3) % 7) + 7) % 7;

/** ISO year, week and weekday. */
export function isoWeek(y: number, m: number, d: number): [number, number, number] {
  const weekday = weekdayOf(y, m, d);
  const thursday = new Date((utcDay(y, m, d) - weekday + 3) * 86400000);
  const year = thursday.getUTCFullYear();
  return [
    year,
    Math.floor((utcDay(year, thursday.getUTCMonth() + 1, thursday.getUTCDate()) - utcDay(year, 1, 1)) / 7) + 1,
    weekday + 1,
  ];
}

const pad = (n: number, width = 2, fill = "0"): string => String(n).padStart(width, fill);

export function format_time(format: string, t: TimeFields, zone: Zone): string {
  const weekday = weekdayOf(t.year, t.month, t.day);
  const yday = utcDay(t.year, t.month, t.day) - utcDay(t.year, 1, 1);
  const hour12 = t.hour % 12 === 0 ? 12 : t.hour % 12;
  const [isoYear, week] = isoWeek(t.year, t.month, t.day);
  const one = (c: string): string | null => {
    switch (c) {
      case "a":
        return WEEKDAYS[weekday]!.slice(0, 3);
      case "A":
        return WEEKDAYS[weekday]!;
      case "b":
      case "h":
        return MONTHS[t.month - 1]!.slice(0, 3);
      case "B":
        return MONTHS[t.month - 1]!;
      case "c":
        return all("%a %b %e %H:%M:%S %Y");
      case "C":
        return pad(Math.floor(t.year / 100));
      case "d":
        return pad(t.day);
      case "D":
      case "x":
        return all("%m/%d/%y");
      case "e":
        return pad(t.day, 2, " ");
      case "f":
        return pad(t.microsecond, 6);
      case "F":
        return all("%Y-%m-%d");
      case "G":
        return String(isoYear);
      case "H":
        return pad(t.hour);
      case "I":
        return pad(hour12);
      case "j":
        return pad(yday + 1, 3);
      case "k":
        return pad(t.hour, 2, " ");
      case "l":
        return pad(hour12, 2, " ");
      case "m":
        return pad(t.month);
      case "M":
        return pad(t.minute);
      case "n":
        return "\n";
      case "p":
        return t.hour < 12 ? "AM" : "PM";
      case "r":
        return all("%I:%M:%S %p");
      case "R":
        return all("%H:%M");
      case "s":
        return String(Math.floor(new Date(t.year, t.month - 1, t.day, t.hour, t.minute, t.second).getTime() / 1000));
      case "S":
        return pad(t.second);
      case "t":
        return "\t";
      case "T":
      case "X":
        return all("%H:%M:%S");
      case "u":
        return String(weekday + 1);
      case "U":
        return pad(Math.floor((yday + 7 - ((weekday + 1) % 7)) / 7));
      case "V":
        return pad(week);
      case "w":
        return String((weekday + 1) % 7);
      case "W":
        return pad(Math.floor((yday + 7 - weekday) / 7));
      case "y":
        return pad(t.year % 100);
      case "Y":
        return String(t.year);
      case "z":
        return zone.offset;
      case "Z":
        return zone.name;
      case "%":
        return "%";
      default:
        return null;
    }
  };
  const all = (f: string): string =>
    f.replace(/%-?([a-zA-Z%])/g, (whole, c: string) => {
      const text = one(c);
      if (text === null) return whole;
      return whole[1] === "-" ? text.replace(/^[0 ](?=.)/, "") : text;
    });
  return all(format);
}

const names = (list: readonly string[]): string => list.map((n) => n).join("|");
const PATTERNS: Readonly<Record<string, string>> = {
  d: "3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]",
  f: "[0-9]{1,6}",
  H: "2[0-3]|[0-1]\\d|\\d",
  I: "1[0-2]|0[1-9]|[1-9]",
  j: "36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]",
  m: "1[0-2]|0[1-9]|[1-9]",
  M: "[0-5]\\d|\\d",
  S: "6[0-1]|[0-5]\\d|\\d",
  w: "[0-6]",
  y: "\\d\\d",
  Y: "\\d\\d\\d\\d",
  z: "[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d)?|Z",
  A: names(WEEKDAYS),
  a: WEEKDAYS.map((n) => n.slice(0, 3)).join("|"),
  B: names(MONTHS),
  b: MONTHS.map((n) => n.slice(0, 3)).join("|"),
  p: "am|pm",
  Z: "utc|gmt",
};
const WHOLE: Readonly<Record<string, string>> = {
  c: "%a %b %d %H:%M:%S %Y",
  x: "%m/%d/%y",
  X: "%H:%M:%S",
  T: "%H:%M:%S",
  D: "%m/%d/%y",
};

/** Raises ValueError for text that doesn't follow the format. */
export function parse_time(text: string, format: string): TimeFields & { readonly zone: string | null } {
  const full = format.replace(/%([cxXTD])/g, (_, c: string) => WHOLE[c]!);
  const source = full
    .replace(/[\\.^$*+?(){}[\]|]/g, "\\$&")
    .replace(/\s+/g, "\\s+")
    .replace(/%(.)/g, (_, c: string) => {
      if (c === "%") return "%";
      if (PATTERNS[c] === undefined) throw new ValueError(`'${c}' is a bad directive in format ${repr(format)}`);
      return `(?<${c}>${PATTERNS[c]})`;
    });
  const m = new RegExp(`^${source}`, "i").exec(text);
  if (!m) throw new ValueError(`time data ${repr(text)} does not match format ${repr(format)}`);
  if (m[0].length < text.length) throw new ValueError(`unconverted data remains: ${text.slice(m[0].length)}`);
  const g = m.groups ?? {};
  const int = (c: string, otherwise: number): number => (g[c] === undefined ? otherwise : Number(g[c]));
  const place = (list: readonly string[], found: string | undefined, n?: number): number =>
    list.findIndex((x) => x.slice(0, n).toLowerCase() === found?.toLowerCase());
  let month = int("m", 1);
  if (g["B"] !== undefined) month = place(MONTHS, g["B"]) + 1;
  if (g["b"] !== undefined) month = place(MONTHS, g["b"], 3) + 1;
  const short = int("y", -1);
  let year = int("Y", short < 0 ? 1900 : short + (short <= 68 ? 2000 : 1900));
  let hour = int("H", 0);
  if (g["I"] !== undefined) hour = (Number(g["I"]) % 12) + (g["p"]?.toLowerCase() === "pm" ? 12 : 0);
  let day = int("d", 1);
  if (g["j"] !== undefined) {
    const t = new Date(Date.UTC(year, 0, Number(g["j"])));
    [year, month, day] = [t.getUTCFullYear(), t.getUTCMonth() + 1, t.getUTCDate()];
  }
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) throw new ValueError("day is out of range for month");
  const microsecond = Number((g["f"] ?? "0").padEnd(6, "0"));
  const zone = g["z"] ?? (g["Z"] ? "Z" : null);
  return { year, month, day, hour, minute: int("M", 0), second: int("S", 0), microsecond, zone };
}
