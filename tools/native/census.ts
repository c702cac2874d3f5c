/**
 * Which op types of TF 1.15 the native engine runs one by one: `tsx tools/native/census.ts [FILE of op types, one a line]`.
 * Source: src/graph/op_defs.generated.ts for signatures; each type is tried on small guessed inputs by libtensorflow itself.
 *
 * Prints a line per type (tab separated: type, verdict, detail) and a count per verdict. Verdicts:
 *   runs       some guessed inputs gave a result
 *   reached    the kernel ran and found the guessed inputs unfit
 *   attribute  a required attribute has a kind that the addon cannot set
 *   reference  an input or output is a reference (a TF1 variable), which has no meaning outside a session
 *   function   unknown to this libtensorflow (contrib ops, removed ops)
 *   kernel     known, but without a CPU kernel for the dtypes tried
 *   dies       the process crashed or had to be stopped after five seconds (ops that wait, or abort)
 */
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import type { DType } from "../../src/graph/dtypes.js";
import { type ArgDef, type AttrDef, type OpDef, opDefOf, opTypes } from "../../src/graph/op_def.js";
import {
  type NativeAttr,
  type NativeBridge,
  type NativeDType,
  NativeError,
  type NativeTensor,
  openNative,
} from "../../src/runtime/native/bridge.js";
import { TRANSPORT } from "../../src/runtime/native/transport.js";

interface Verdict {
  readonly type: string;
  readonly verdict: string;
  readonly detail: string;
}

const LIST_LENGTH = 2;
const SHAPES: readonly (readonly number[])[] = [[2, 2], [], [2], [1], [1, 2, 2, 1], [1, 2, 2], [1, 1, 2, 2, 1], [0]];
const PREFERRED = ["float32", "int32", "int64", "string", "bool"];
const WAIT_MS = 5000;

/** A setting for each attribute without a default, or the name of one that cannot be set. */
function guessAttrs(def: OpDef): NativeAttr[] | string {
  const attrs: NativeAttr[] = [];
  for (const attr of def.attrs) {
    if (attr.default !== undefined) continue;
    const value = guessValue(attr);
    if (value === null) return `${attr.name}: ${attr.type}`;
    attrs.push({ name: attr.name, kind: attr.type, value } as NativeAttr);
  }
  return attrs;
}

function guessValue(attr: AttrDef): unknown {
  switch (attr.type) {
    case "type": {
      const allowed = attr.allowed?.map((dtype) => (dtype as DType).baseName as string) ?? PREFERRED;
      return PREFERRED.find((name) => allowed.includes(name)) ?? allowed.find((name) => name in TRANSPORT) ?? null;
    }
    case "int":
      return Math.max(attr.minimum ?? 0, LIST_LENGTH);
    case "float":
      return 0.5;
    case "bool":
      return false;
    case "string":
      return attr.allowed?.[0] ?? "";
    case "shape":
      return [2, 2];
    case "list(int)":
      return [1, 1, 1, 1];
    case "list(float)":
      return [0.25, 0.5];
    default:
      return null;
  }
}

function dtypeOf(arg: ArgDef, def: OpDef, attrs: readonly NativeAttr[]): string {
  if (arg.typeAttr === null) return arg.type?.baseName ?? "";
  const given = attrs.find((attr) => attr.name === arg.typeAttr)?.value;
  return (given as string | undefined) ?? (def.attrs.find((a) => a.name === arg.typeAttr)!.default as DType).baseName;
}

const lengthOf = (arg: ArgDef, attrs: readonly NativeAttr[]): number =>
  arg.numberAttr === null ? 1 : Number(attrs.find((attr) => attr.name === arg.numberAttr)?.value ?? 1);

function guessInput(dtype: NativeDType, shape: readonly number[]): NativeTensor {
  const { array, parts } = TRANSPORT[dtype];
  const n = shape.reduce((a, b) => a * b, 1) * parts;
  if (array === null) return { dtype: "string", shape, data: new Array<Uint8Array>(n).fill(Uint8Array.of(49)) };
  const data = new array(n);
  const isBig = data instanceof BigInt64Array || data instanceof BigUint64Array;
  data.fill((isBig ? 1n : 1) as never);
  return { dtype, shape, data } as NativeTensor;
}

/** Tries one op type with inputs of one shape after the other, then each input of another. */
function examine(native: NativeBridge, type: string): Omit<Verdict, "type"> {
  const def = opDefOf(type);
  if (!def) return { verdict: "function", detail: "not an op type of TF 1.15" };
  const reference = [...def.inputs, ...def.outputs].find((arg) => arg.isRef);
  if (reference) return { verdict: "reference", detail: reference.name };
  const attrs = guessAttrs(def);
  if (typeof attrs === "string") return { verdict: "attribute", detail: attrs };
  const outputs = def.outputs.reduce((n, arg) => n + lengthOf(arg, attrs), 0);
  const dtypes = def.inputs.flatMap((arg) => new Array<string>(lengthOf(arg, attrs)).fill(dtypeOf(arg, def, attrs)));
  const foreign = dtypes.find((dtype) => !(dtype in TRANSPORT));
  if (foreign !== undefined) return { verdict: "reached", detail: `needs a ${foreign} made by another op` };
  let last = new NativeError("nothing was tried");
  for (const shapes of combinations(dtypes.length)) {
    try {
      native.executeOp(
        type,
        attrs,
        dtypes.map((dtype, i) => guessInput(dtype as NativeDType, shapes[i]!)),
        outputs,
      );
      return { verdict: "runs", detail: shapes.map((shape) => `[${shape}]`).join(" ") };
    } catch (error) {
      if (!(error instanceof NativeError)) throw error;
      // What was computed cannot be downloaded, but it was computed.
      if (error.message.startsWith("a resource, variant"))
        return { verdict: "runs", detail: "gives a resource or variant" };
      last = error;
      if (error.message.includes("is neither a type of a primitive operation"))
        return { verdict: "function", detail: "" };
      if (error.message.includes("Could not find device for node")) return { verdict: "kernel", detail: "" };
    }
  }
  return { verdict: "reached", detail: last.message.split("\n")[0]! };
}

function* combinations(inputs: number): Generator<(readonly number[])[]> {
  if (inputs === 0) return void (yield []);
  for (const shape of SHAPES) yield new Array<readonly number[]>(inputs).fill(shape);
  if (inputs < 2 || inputs > 4) return;
  const total = SHAPES.length ** inputs;
  for (let k = 0; k < total; k++) {
    yield Array.from({ length: inputs }, (_, i) => SHAPES[Math.floor(k / SHAPES.length ** i) % SHAPES.length]!);
  }
}

/** The process that may die: answers each op type it is sent. */
function serve(): void {
  const native = openNative();
  process.on("message", (type: string) => process.send!({ type, ...examine(native, type) } satisfies Verdict));
}

/** Asks a child process, a fresh one whenever it died of the question before. */
async function census(types: readonly string[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let child = fork(import.meta.filename, ["--serve"], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  for (const type of types) {
    const verdict = await new Promise<Verdict>((resolve) => {
      const timer = setTimeout(() => child.kill("SIGKILL"), WAIT_MS);
      const finish = (answer: Verdict) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(answer);
      };
      child.once("message", (answer) => finish(answer as Verdict));
      child.once("exit", (code, signal) => finish({ type, verdict: "dies", detail: String(signal ?? code) }));
      child.send(type);
    });
    verdicts.push(verdict);
    if (verdict.verdict === "dies") {
      child = fork(import.meta.filename, ["--serve"], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    }
  }
  child.disconnect();
  return verdicts;
}

if (process.argv[2] === "--serve") {
  serve();
} else {
  const file = process.argv[2];
  const types = file ? readFileSync(file, "utf8").split("\n").filter(Boolean) : opTypes();
  const counts = new Map<string, number>();
  for (const { type, verdict, detail } of await census(types)) {
    console.log([type, verdict, detail].join("\t"));
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  for (const [verdict, count] of counts) console.log(`${verdict}: ${count}`);
}
