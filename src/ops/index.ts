/**
 * All op records of the package, for one explicit registration.
 */
import type { OpRecord } from "../graph/registry.js";
import { fillRecords } from "./array/fill.js";
import { identityRecords } from "./array/identity.js";
import { placeholderRecords } from "./array/placeholder.js";
import { reshapeRecords } from "./array/reshape.js";
import { shapeRecords } from "./array/shape.js";
import { argRecords } from "./math/arg.js";
import { bincountRecords } from "./math/bincount.js";
import { matmulRecords } from "./math/matmul.js";
import { reductionRecords } from "./math/reduction_kernels.js";
import { scanRecords } from "./math/scan.js";
import { segmentRecords } from "./math/segment.js";
import { unsortedSegmentRecords } from "./math/unsorted_segment.js";
import { randomRecords } from "./random/random_ops.js";
import { variableRecords } from "./state/variable_ops.js";
import { trainingRecords } from "./training/apply.js";

export const allRecords: readonly OpRecord[] = [
  ...fillRecords,
  ...identityRecords,
  ...placeholderRecords,
  ...reshapeRecords,
  ...shapeRecords,
  ...argRecords,
  ...bincountRecords,
  ...matmulRecords,
  ...reductionRecords,
  ...scanRecords,
  ...segmentRecords,
  ...unsortedSegmentRecords,
  ...randomRecords,
  ...variableRecords,
  ...trainingRecords,
];
