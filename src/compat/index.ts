/**
 * Public entry: `import { tf, np, py, print } from "tf1-compat"`.
 */
import { setUp } from "./setup.js";

setUp();

declare global {
  // For compilers whose libraries don't have `using` yet, tslab's among them; elsewhere it merges with theirs.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

export * as np from "../np/index.js";
export * as py from "../py/index.js";
export { print } from "../py/print.js";
export * as sparse from "../sparse/index.js";
export * as tf from "./tf.js";
