/**
 * The np namespace: `import * as np from ".../np/index.js"`.
 * Source: numpy (NumPy 1.18.5).
 */
export * from "./creation.js";
export * from "./elementwise.js";
export { NDArray as ndarray, NDArray, NpScalar } from "./ndarray.js";
export * from "./scalar.js";
