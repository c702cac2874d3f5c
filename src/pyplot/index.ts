/**
 * tf1-compat/pyplot: matplotlib.pyplot for programs that were translated from Python; figures are SVG files.
 */
export * as plt from "./plt.js";
