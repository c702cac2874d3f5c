/**
 * All op records of the package, for one explicit registration.
 */
import type { OpRecord } from "../graph/registry.js";
import { fillRecords } from "./array/fill.js";
import { identityRecords } from "./array/identity.js";
import { placeholderRecords } from "./array/placeholder.js";
import { reshapeRecords } from "./array/reshape.js";
import { shapeRecords } from "./array/shape.js";
import { matmulRecords } from "./math/matmul.js";
import { reductionRecords } from "./math/reduction_kernels.js";
import { randomRecords } from "./random/random_ops.js";
import { variableRecords } from "./state/variable_ops.js";
import { trainingRecords } from "./training/apply.js";

export const allRecords: readonly OpRecord[] = [
  ...fillRecords,
  ...identityRecords,
  ...placeholderRecords,
  ...reshapeRecords,
  ...shapeRecords,
  ...matmulRecords,
  ...reductionRecords,
  ...randomRecords,
  ...variableRecords,
  ...trainingRecords,
];
