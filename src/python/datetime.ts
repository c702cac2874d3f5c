/**
 * Python's module datetime.
 * Source: Lib/datetime.py (Python 3.7).
 */
export { date } from "./datetime/date.js";
export { datetime } from "./datetime/datetime.js";
export { time } from "./datetime/time.js";
export { timedelta } from "./datetime/timedelta.js";
export { timezone } from "./datetime/timezone.js";
export const MINYEAR = 1;
export const MAXYEAR = 9999;
