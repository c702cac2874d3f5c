/**
 * tf1-compat/python: Python's standard library for programs that were translated from Python.
 * Source: Python 3.7.
 */
export * as math from "./math.js";
export { input, open } from "./open.js";
export * as os from "./os.js";
export * as sys from "./sys.js";
export * as time from "./time.js";
