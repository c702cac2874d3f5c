/**
 * Public entry: `import { tf, np, py, print } from "tf1-compat"`.
 */
import { setUp } from "./setup.js";

setUp();

export * as np from "../np/index.js";
export * as py from "../py/index.js";
export { print } from "../py/print.js";
export * as sparse from "../sparse/index.js";
export * as tf from "./tf.js";
