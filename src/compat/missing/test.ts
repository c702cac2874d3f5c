/**
 * Names of `tf.test` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const TestCase = missing("tf.test.TestCase");
export const main = missing("tf.test.main");
