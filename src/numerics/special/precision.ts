/**
 * What a special function needs to know of the float type it is computed in.
 * Source: cephes_helper and the template parameter Scalar of Eigen's SpecialFunctionsImpl.h.
 */

import { digamma } from "../../np/libm/digamma.js";
import { digammaf } from "../../np/libm/digammaf.js";
import { exp } from "../../np/libm/exp.js";
import { expf } from "../../np/libm/expf.js";
import { lgamma } from "../../np/libm/lgamma.js";
import { lgammaf } from "../../np/libm/lgammaf.js";
import { log } from "../../np/libm/log.js";
import { log1pf } from "../../np/libm/log1pf.js";
import { logf } from "../../np/libm/logf.js";
import { pow } from "../../np/libm/pow.js";
import { powf } from "../../np/libm/powf.js";

export interface Precision {
  /** Rounds the result of one operation. */
  readonly r: (x: number) => number;
  /** Half the distance from 1 to the next number. */
  readonly epsilon: number;
  /** Where continued fractions are scaled down, and the factor. */
  readonly big: number;
  readonly bigInverse: number;
  /** Steps of an expansion that is differentiated. */
  readonly derivativeSteps: number;
  readonly exp: (x: number) => number;
  readonly log: (x: number) => number;
  readonly log1p: (x: number) => number;
  readonly pow: (x: number, y: number) => number;
  readonly lgamma: (x: number) => number;
  readonly digamma: (x: number) => number;
}

export const SINGLE: Precision = {
  r: Math.fround,
  epsilon: 2 ** -24,
  big: 2 ** 24,
  bigInverse: 2 ** -24,
  derivativeSteps: 200,
  exp: expf,
  log: logf,
  log1p: log1pf,
  pow: powf,
  lgamma: lgammaf,
  digamma: digammaf,
};

export const DOUBLE: Precision = {
  r: (x) => x,
  epsilon: 2 ** -53,
  big: 2 ** 52,
  bigInverse: 2 ** -52,
  derivativeSteps: 500,
  exp,
  log,
  log1p: Math.log1p,
  pow,
  lgamma,
  digamma,
};
