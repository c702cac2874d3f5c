/**
 * np.lib: the part of it that scripts name.
 * Source: numpy.lib (NumPy 1.18).
 */
export { pad } from "./joining.js";
