/**
 * What a special function needs to know of the float type it is computed in.
 * Source: cephes_helper and the template parameter Scalar of Eigen's SpecialFunctionsImpl.h.
 */
import { exp } from "../../np/libm/exp.js";
import { log } from "../../np/libm/log.js";
import { pow } from "../../np/libm/pow.js";
import { digamma } from "../libm/digamma.js";
import { digammaf } from "../libm/digammaf.js";
import { expf } from "../libm/expf.js";
import { lgamma } from "../libm/lgamma.js";
import { lgammaf } from "../libm/lgammaf.js";
import { log1pf } from "../libm/log1pf.js";
import { logf } from "../libm/logf.js";
import { powf } from "../libm/powf.js";

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
