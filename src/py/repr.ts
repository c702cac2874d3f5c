/**
 * Python's repr, str and ascii of any value; the rules live with NumPy's printing, whose object arrays need them too.
 * Source: Python 3.7 (object.__repr__ of each built-in type).
 */
export { ascii, repr, str } from "../np/printing/repr.js";
