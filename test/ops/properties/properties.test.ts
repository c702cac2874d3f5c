/**
 * Properties of op types beyond recordings: the gradient is the slope, a static shape admits what comes at run time, and it
 * makes no difference whether an input is a constant or fed.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import "../../../src/compat/index.js";
import { recordOf, registeredTypes } from "../../../src/graph/registry.js";
import { CASES, FLAT_CASES, IGNORED, WITHOUT } from "./cases.js";
import { type Case, Draw } from "./draw.js";
import { checkForms, checkGradients } from "./harness.js";

const RUNS = { seed: 20191015, numRuns: 3, endOnFailure: true } as const;

function always(make: Case, check: (args: ReturnType<Case>) => void): void {
  fc.assert(
    fc.property(fc.nat(1e6), (seed) => check(make(new Draw(seed)))),
    RUNS,
  );
}

describe("the table", () => {
  const differentiable = registeredTypes().filter((type) => typeof recordOf(type)!.grad === "function");
  it("has a case, or a reason against one, for every record with a gradient", () => {
    expect(differentiable.filter((type) => !(type in CASES) && !(type in WITHOUT))).toEqual([]);
  });
  it("has no case and no reason for anything else", () => {
    expect(Object.keys(CASES).filter((type) => !differentiable.includes(type))).toEqual([]);
    expect(Object.keys(WITHOUT).filter((type) => !differentiable.includes(type) || type in CASES)).toEqual([]);
  });
});

describe("the gradient is the slope", () => {
  it.each(Object.keys(CASES))("%s", (type) => {
    always(CASES[type]!, (args) => checkGradients(type, args, new Set(IGNORED[type])));
  });
});

describe("shapes and results don't depend on how inputs come", () => {
  const all = { ...CASES, ...FLAT_CASES };
  it.each(Object.keys(all))("%s", (type) => {
    always(all[type]!, (args) => checkForms(type, args));
  });
});
