/**
 * tf.while_loop: repeats a body as long as a condition holds, as nodes of the graph.
 * Source: tf.while_loop, WhileContext.BuildLoop (tensorflow/python/ops/control_flow_ops.py).
 */
import { constant } from "../../graph/constant.js";
import { isLoopEnter } from "../../graph/control_flow.js";
import { convertToTensor, type TensorLike } from "../../graph/convert.js";
import { createOp, scoped } from "../../graph/create_op.js";
import { getDefaultGraph } from "../../graph/graph.js";
import { GraphKeys } from "../../graph/keys.js";
import { assertSameStructure, flatten, isNested, packAs } from "../../graph/nest.js";
import { bindArguments, parseSignature, signed } from "../../graph/signature.js";
import type { Tensor } from "../../graph/tensor.js";
import { as_shape, type ShapeLike, scalarShape, TensorShape } from "../../graph/tensor_shape.js";
import { TypeError_, ValueError } from "../../np/errors.js";
import { tuple } from "../../np/pytuple.js";
import type { Built } from "./cond.js";
import { fromFlows, toFlow } from "./flows.js";
import { addBackEdge, enter, exit, shapeAtMost } from "./loop_nodes.js";
import { merge, switchRefOrTensor } from "./switch_merge.js";
import { WhileContext } from "./while_context.js";

type Call = (...vars: unknown[]) => unknown;

interface Loop {
  readonly pred: Call;
  readonly body: Call;
  /** As the caller nested them. */
  readonly structure: readonly unknown[];
  readonly invariants: readonly TensorShape[] | null;
}

/** Tensors of a structure's leaves, TensorArrays by their flow. */
function tensorsOf(structure: unknown): Tensor[] {
  return flatten(
    flatten(structure).map((x) => convertLeaf(toFlow(x))),
    true,
  ) as Tensor[];
}

function convertLeaf(x: unknown): unknown {
  return flatten(x, true).length > 1 ? x : convertToTensor(x, { asRef: false });
}

function packedLike(structure: unknown, tensors: readonly Tensor[]): unknown[] {
  return packAs(structure, fromFlows(flatten(structure, true), tensors), true) as unknown[];
}

function setInvariants(inputs: readonly Tensor[], enters: readonly Tensor[], shapes: readonly TensorShape[]): void {
  inputs.forEach((input, i) => {
    const shape = shapes[i]!;
    if (!shapeAtMost(input.shape, shape)) {
      throw new ValueError(
        `The shape invariant specified for ${input.name} is not compatible with the initial shape of the loop variable. It enters the loop with shape ${input.shape}, but the specified shape invariant is ${shape}.`,
      );
    }
    enters[i]!.set_shape(shape);
  });
}

/** Builds the loop inside its context; gives the structure that the body returned and the tensors that leave the loop. */
function buildInside(
  context: WhileContext,
  loop: Loop,
  variables: readonly Tensor[],
): { body: unknown; exits: Tensor[] } {
  const { graph, options } = context;
  for (const t of variables) context.values.add(t.name);
  const real = context.outer ? variables.map((t) => context.outer!.addValue(t)) : variables;
  const enters = graph.withControls(null, () =>
    real.map((t) =>
      enter(t, context.name, {
        parallelIterations: options.parallelIterations,
        useInputShape: loop.invariants === null,
      }),
    ),
  );
  for (const e of enters) {
    graph.prevent_feeding(e);
    context.outer?.addInnerOp(e.op);
  }
  let pivot: Tensor | null = null;
  for (let c = context.outer; c && pivot === null; c = c.outer) pivot = c.controlPivot;
  for (const e of enters) {
    const source = e.op.inputs[0]!.op;
    if (pivot && isLoopEnter(source) && source.attr<boolean>("is_constant")) e.op.addControlInput(pivot.op);
  }
  if (loop.invariants) setInvariants(real, enters, loop.invariants);
  context.fixControlInputs(enters);
  context.values.clear();
  for (const e of enters) context.values.add(e.name);
  context.loopEnters.push(...enters);

  const merges = enters.map((e) => merge([e, e])[0]);
  context.pivotForPred = merges[0]!;
  const condition = convertToTensor(loop.pred(...packedLike(loop.structure, merges)));
  context.pivot = createOp("LoopCond", { input: condition }, {}, "LoopCond");
  const switches = merges.map((m) => switchRefOrTensor(m, context.pivot!));
  const inside = switches.map(([, yes]) => createOp(yes.dtype.isRef ? "RefIdentity" : "Identity", { input: yes }));
  context.pivotForBody = inside[0]!;
  const packed = packedLike(loop.structure, inside);

  let result = loop.body(...packed);
  if (!isNested(result) && flatten(result, true).length === 1) result = [result];
  assertSameStructure([...packed], Array.isArray(result) ? [...result] : result, true);
  const next = tensorsOf(result);
  if (next.length !== merges.length) {
    throw new ValueError(`Number of inputs and outputs of body must match loop_vars: ${merges.length}, ${next.length}`);
  }
  merges.forEach((m, i) => {
    addBackEdge(m, next[i]!);
  });
  const exits = switches.map(([no]) => exit(no));
  context.loopExits.push(...exits);
  context.exitResult(exits);
  return { body: result, exits };
}

interface WhileArguments {
  readonly cond: Call;
  readonly body: Call;
  readonly loopVars: readonly unknown[];
  readonly shapeInvariants?: readonly unknown[] | null;
  readonly parallelIterations?: number;
  readonly backProp?: boolean;
  readonly swapMemory?: boolean;
  readonly name?: string | null;
  readonly maximumIterations?: TensorLike | null;
  readonly returnSameStructure?: boolean;
}

function invariantsOf(loopVars: unknown, invariants: unknown): TensorShape[] {
  const shapes = flatten(loopVars).map((_, i) => flatten(invariants)[i]);
  if (!shapes.every((s): s is TensorShape => s instanceof TensorShape))
    throw new ValueError("`shapes` must be a (possibly nested) list of shapes.");
  return shapes;
}

/** The nested list of shapes, where a list may also stand for a shape itself. */
export function buildWhile(p: WhileArguments): unknown {
  const { parallelIterations = 10, returnSameStructure = false } = p;
  let { cond, body, loopVars } = p;
  let invariants = p.shapeInvariants ?? null;
  return scoped(p.name, "while", flatten(loopVars).map(toFlow), () => {
    if (loopVars.length === 0) throw new ValueError("No loop variables provided");
    const graph = getDefaultGraph();
    let maximum: Tensor | null = null;
    if (p.maximumIterations !== undefined && p.maximumIterations !== null) {
      const limit = convertToTensor(p.maximumIterations, { name: "maximum_iterations" });
      if (limit.shape.rank !== 0)
        throw new ValueError(`maximum_iterations must be a scalar, saw shape: ${limit.shape}`);
      maximum = limit;
      const counter = constant(0, { dtype: limit.dtype.base_dtype, name: "iteration_counter" });
      const single = loopVars.length === 1 && !returnSameStructure;
      const [orig, origBody] = [cond, body];
      const call = (f: Call, vars: unknown): unknown => (single ? f(vars) : f(...(vars as unknown[])));
      cond = (i, vars) => createOp("LogicalAnd", { x: (i as Tensor).lt(limit), y: call(orig, vars) });
      body = (i, vars) => tuple([(i as Tensor).add(1), call(origBody, vars)]);
      loopVars = tuple([counter, single ? loopVars[0] : loopVars]);
      if (invariants) invariants = [scalarShape, single ? invariants[0] : invariants];
    }
    const context = new WhileContext(graph, {
      maximumIterations: maximum,
      parallelIterations,
      backProp: p.backProp ?? true,
      swapMemory: p.swapMemory ?? false,
    });
    if (context.outer === null) graph.add_to_collection(GraphKeys.WHILE_CONTEXT, context);
    const variables = tensorsOf(loopVars);
    // Without invariants the shapes are those of the first values, which nothing needs to be told.
    const shapes = invariants ? invariantsOf(loopVars, invariants) : variables.map((t) => t.shape);
    const loop: Loop = { pred: cond, body, structure: loopVars, invariants: shapes };
    const { body: made, exits } = context.run(() => buildInside(context, loop, variables));
    const packed = packAs(made, fromFlows(flatten(made, true), exits), true) as unknown[];
    const result = returnSameStructure || exits.length !== 1 ? packed : packed[0];
    return maximum ? (packed[1] ?? result) : result;
  });
}

/** What the loop variables are inside of the loop and after it. */
type Variables<T extends readonly unknown[]> = { -readonly [K in keyof T]: Built<T[K]> };

export interface WhileKeywords {
  readonly shape_invariants?: readonly ShapeLike[] | null;
  readonly parallel_iterations?: number;
  readonly back_prop?: boolean;
  readonly swap_memory?: boolean;
  readonly name?: string | null;
  readonly maximum_iterations?: TensorLike | null;
  readonly return_same_structure?: boolean;
}

const SIGNATURE =
  "(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None, maximum_iterations=None, return_same_structure=False)";
const PARAMETERS = parseSignature(SIGNATURE);

function requireCallable(x: unknown, name: string): Call {
  if (typeof x !== "function") throw new TypeError_(`${name} must be callable.`);
  return x as Call;
}

/**
 * tf.while_loop: `body` of the loop variables again and again while `cond` of them is true. Gives the variables at the end (the
 * variable itself where there is one). Raises ValueError when a variable's shape changes and no shape invariant allows it.
 */
function while_loop<T extends readonly unknown[]>(
  cond: (...vars: Variables<T>) => TensorLike,
  body: (...vars: Variables<T>) => unknown,
  loop_vars: readonly [...T],
  keywords?: WhileKeywords,
): T extends readonly [infer Only] ? Built<Only> : Variables<T>;
function while_loop(...args: readonly unknown[]): unknown {
  const p = bindArguments("while_loop", PARAMETERS, args);
  const cond = requireCallable(p["cond"], "cond");
  const body = requireCallable(p["body"], "body");
  if (Number(p["parallel_iterations"]) < 1) throw new TypeError_("parallel_iterations must be a positive integer.");
  const invariants = p["shape_invariants"] as readonly unknown[] | null;
  return buildWhile({
    cond,
    body,
    loopVars: (Array.isArray(p["loop_vars"]) ? p["loop_vars"] : [p["loop_vars"]]) as readonly unknown[],
    shapeInvariants: invariants ? invariants.map(shapes) : null,
    parallelIterations: Number(p["parallel_iterations"]),
    backProp: p["back_prop"] === true,
    swapMemory: p["swap_memory"] === true,
    name: p["name"] as string | null,
    maximumIterations: p["maximum_iterations"] as TensorLike | null,
    returnSameStructure: p["return_same_structure"] === true,
  });
}

/** Shapes among nested lists: a TensorShape, or a list of plain dimensions. */
function shapes(x: unknown): unknown {
  if (x instanceof TensorShape) return x;
  if (Array.isArray(x) && x.every((d) => d === null || typeof d === "number")) return as_shape(x as ShapeLike);
  return Array.isArray(x) ? x.map(shapes) : x;
}

const signedLoop = signed(SIGNATURE, while_loop);

export { signedLoop as while_loop };
