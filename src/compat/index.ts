/**
 * Public entry: `import { tf, np, py, print } from "tf1-compat"`.
 */
import { setUp } from "./setup.js";

setUp();

export * as tf from "./tf.js";
