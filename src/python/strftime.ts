/**
 * Dates as text.
 * Source: strftime (C library, as Python's time and datetime use it; English names).
 */

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");

type Parts = readonly number[];

export function strftimeOf(format: string, t: Parts, micros = 0): string {
  const [year, month, day, hour, minute, second, weekday, yearday] = t as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const two = (n: number): string => String(n).padStart(2, "0");
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  const texts: Readonly<Record<string, string>> = {
    Y: String(year).padStart(4, "0"),
    y: two(year % 100),
    m: two(month),
    d: two(day),
    e: String(day).padStart(2, " "),
    H: two(hour),
    I: two(hour12),
    M: two(minute),
    S: two(second),
    f: String(micros).padStart(6, "0"),
    p: hour < 12 ? "AM" : "PM",
    a: DAYS[weekday]!.slice(0, 3),
    A: DAYS[weekday]!,
    b: MONTHS[month - 1]!.slice(0, 3),
    B: MONTHS[month - 1]!,
    j: String(yearday).padStart(3, "0"),
    w: String((weekday + 1) % 7),
    Z: "",
    z: "",
    n: "\n",
    t: "\t",
    "%": "%",
    c: `${DAYS[weekday]!.slice(0, 3)} ${MONTHS[month - 1]!.slice(0, 3)} ${String(day).padStart(2, " ")} ${two(hour)}:${two(minute)}:${two(second)} ${year}`,
    x: `${two(month)}/${two(day)}/${two(year % 100)}`,
    X: `${two(hour)}:${two(minute)}:${two(second)}`,
    D: `${two(month)}/${two(day)}/${two(year % 100)}`,
    F: `${year}-${two(month)}-${two(day)}`,
    T: `${two(hour)}:${two(minute)}:${two(second)}`,
  };
  return format.replace(/%([A-Za-z%])/g, (all, c: string) => texts[c] ?? all);
}
