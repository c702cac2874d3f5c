/**
 * Writes src/numerics/elementwise/loops.generated.ts: for each op that training steps spend their time in, a loop of its own
 * per element type. V8 runs a loop that calls a function value several times slower once it has seen many functions.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { expf } from "../../src/np/libm/expf.js";
import { expm1f } from "../../src/np/libm/expm1f.js";
import { log1p } from "../../src/np/libm/log1p.js";
import { log1pf } from "../../src/np/libm/log1pf.js";
import { logf } from "../../src/np/libm/logf.js";
import { powf } from "../../src/np/libm/powf.js";
import { cosf, sinf } from "../../src/np/libm/sincosf.js";
import { expm1 } from "../../src/np/libm/tanh.js";
import * as float32 from "../../src/numerics/elementwise/float32.js";
import * as float64 from "../../src/numerics/elementwise/float64.js";
import * as int32 from "../../src/numerics/elementwise/int32.js";
import * as int64 from "../../src/numerics/elementwise/int64.js";
import { BINARY, COMPARE, type Lanes, TESTS, UNARY } from "../../src/numerics/elementwise/rows.js";
import * as packet from "../../src/numerics/packet.js";

const HOT_UNARY =
  "Abs Neg Sign Square Reciprocal Inv Sqrt Rsqrt Exp Expm1 Log Log1p Sin Cos Tanh Sigmoid Softplus Softsign Relu Relu6 " +
  "LeakyRelu Elu Selu Floor Round LogicalNot";
const HOT_BINARY =
  "Add AddV2 Sub Mul Div RealDiv FloorDiv FloorMod Pow Maximum Minimum SquaredDifference DivNoNan SigmoidGrad TanhGrad " +
  "SqrtGrad RsqrtGrad ReciprocalGrad InvGrad SoftplusGrad SoftsignGrad ReluGrad Relu6Grad LeakyReluGrad EluGrad SeluGrad " +
  "Equal NotEqual Less LessEqual Greater GreaterEqual LogicalAnd LogicalOr";

const STORAGE = {
  float32: "Float32Array",
  float64: "Float64Array",
  int32: "Int32Array",
  int64: "BigInt64Array",
  bool: "Uint8Array",
} as const;
type Type = keyof typeof STORAGE;
const TYPES: readonly Type[] = ["float32", "float64", "int32", "int64", "bool"];
const PACKET: { readonly [T in Type]?: number } = { float32: 8, float64: 4 };

/** How the written file names each function: module and name. */
type Code = (...args: never[]) => unknown;
const MODULES: Record<string, Readonly<Record<string, Code | object>>> = {
  "./float32.js": float32,
  "./float64.js": float64,
  "./int32.js": int32,
  "./int64.js": int64,
  "../packet.js": packet,
};
const SINGLE: Record<string, Readonly<Record<string, Code>>> = {
  "../../np/libm/expf.js": { expf },
  "../../np/libm/expm1f.js": { expm1f },
  "../../np/libm/log1p.js": { log1p },
  "../../np/libm/log1pf.js": { log1pf },
  "../../np/libm/logf.js": { logf },
  "../../np/libm/powf.js": { powf },
  "../../np/libm/sincosf.js": { cosf, sinf },
  "../../np/libm/tanh.js": { expm1 },
};

const names = new Map<unknown, string>();
for (const [path, functions] of Object.entries(MODULES)) {
  const space = path.replace(/^.*\/|\.js$/g, "");
  for (const [name, f] of Object.entries(functions)) names.set(f, `${space}.${name}`);
}
for (const functions of Object.values(SINGLE)) {
  for (const [name, f] of Object.entries(functions)) names.set(f, name);
}

function nameOf(f: unknown, op: string): string {
  const name = names.get(f);
  if (name === undefined) throw new Error(`${op}: add the module of its function to MODULES`);
  return name;
}

/** Text of the call for one element, packets first. */
function calls(lanes: Lanes<unknown>, op: string, args: string, bool: boolean): string[] {
  const pair: readonly unknown[] = Array.isArray(lanes) ? lanes : [lanes];
  return pair.map((f) => `${nameOf(f, op)}(${args})${bool ? " ? 1 : 0" : ""}`);
}

interface Loop {
  readonly name: string;
  readonly storage: string;
  /** Elements in a packet. */
  readonly width: number;
  /** Calls for one element: of full packets, and of the rest where that differs. */
  readonly calls: readonly string[];
  readonly bool: boolean;
  readonly parameter: boolean;
}

function unaryText({ name, storage, width, calls, bool, parameter }: Loop): string {
  const args = `x: ${storage}, out: ${bool ? "Uint8Array" : storage}, n: number${parameter ? ", parameter: number" : ""}`;
  const line = (from: string, to: string, call: string) => `  for (let i = ${from}; i < ${to}; i++) out[i] = ${call};`;
  const [packetCall, scalarCall] = calls;
  const body = scalarCall
    ? [`  const whole = n - (n % ${width});`, line("0", "whole", packetCall!), line("whole", "n", scalarCall)]
    : [line("0", "n", packetCall!)];
  return [`function ${name}(${args}): void {`, ...body, "}"].join("\n");
}

function binaryText({ name, storage, width, calls, bool, parameter }: Loop): string {
  const [packetCall, scalarCall] = calls;
  const call = scalarCall ? `k < whole ? ${packetCall} : ${scalarCall}` : packetCall!;
  const out = bool ? "Uint8Array" : storage;
  const more = parameter ? ", parameter: number" : "";
  return [
    `function ${name}(a: ${storage}, b: ${storage}, out: ${out}, plan: BroadcastPlan${more}): void {`,
    `  const { ${scalarCall ? "size, " : ""}rows, inner, aStart, bStart, aStep, bStep } = plan;`,
    ...(scalarCall ? [`  const whole = size - (size % ${width});`] : []),
    "  for (let row = 0, k = 0; row < rows; row++) {",
    "    let i = aStart[row]!;",
    "    let j = bStart[row]!;",
    `    for (const end = k + inner; k < end; k++, i += aStep, j += bStep) out[k] = ${call};`,
    "  }",
    "}",
  ].join("\n");
}

interface Row {
  readonly [type: string]: unknown;
}

/** All loops of one arity, and the table that names them. */
function section(
  table: string,
  ops: string,
  binary: boolean,
  rows: Readonly<Record<string, Row>>,
  tests: Readonly<Record<string, Row>>,
) {
  const functions: string[] = [];
  const entries: Record<Type, string[]> = { float32: [], float64: [], int32: [], int64: [], bool: [] };
  const written = new Map<string, string>();
  for (const op of ops.split(" ")) {
    const row = rows[op] ?? tests[op];
    if (!row) throw new Error(`no row for ${op}`);
    const bool = rows[op] === undefined;
    const parameter = row["parameter"] !== undefined;
    const args = (binary ? "a[i]!, b[j]!" : "x[i]!") + (parameter ? ", parameter" : "");
    for (const type of TYPES) {
      const lanes = row[type];
      if (!lanes) continue;
      const code = calls(lanes, op, args, bool);
      const key = [type, ...code].join();
      let name = written.get(key);
      if (name === undefined) {
        name = op.charAt(0).toLowerCase() + op.slice(1) + type.charAt(0).toUpperCase() + type.slice(1);
        written.set(key, name);
        const loop: Loop = { name, storage: STORAGE[type], width: PACKET[type] ?? 1, calls: code, bool, parameter };
        functions.push(binary ? binaryText(loop) : unaryText(loop));
      }
      entries[type].push(`    ${op}: ${name},`);
    }
  }
  const loop = binary ? "BinaryLoop" : "UnaryLoop";
  const head = `export const ${table}: { readonly [T in DTypeName]?: Readonly<Record<string, ${loop}>> } = {`;
  return [...functions, [head, ...TYPES.map((t) => [`  ${t}: {`, ...entries[t], "  },"].join("\n")), "};"].join("\n")];
}

/** Text of the generated file. */
export function elementwiseLoops(): string {
  const parts = [
    ...section("UNARY_LOOPS", HOT_UNARY, false, rowsOf(UNARY), rowsOf(TESTS)),
    ...section("BINARY_LOOPS", HOT_BINARY, true, rowsOf(BINARY), rowsOf(COMPARE)),
  ].join("\n\n");
  const imports = [
    'import type { DTypeName } from "../../np/dtype.js";',
    'import type { BroadcastPlan } from "../broadcast.js";',
    ...Object.entries(SINGLE).map(([path, f]) => `import { ${Object.keys(f).join(", ")} } from "${path}";`),
    'import * as packet from "../packet.js";',
    ...["float32", "float64", "int32", "int64"].map((m) => `import * as ${m} from "./${m}.js";`),
    'import type { BinaryLoop, UnaryLoop } from "./loop.js";',
  ];
  const header = [
    "/**",
    " * A loop per element type for each op that training steps spend their time in.",
    " * Generated by tools/gen/elementwise_loops.ts from rows.ts; do not edit.",
    " */",
  ];
  return `${[...header, ...imports].join("\n")}\n\n${parts}\n`;
}

function rowsOf(table: object): Readonly<Record<string, Row>> {
  return Object.fromEntries(Object.entries(table).map(([op, row]: [string, object]) => [op, { ...row }]));
}

const FILE = new URL("../../src/numerics/elementwise/loops.generated.ts", import.meta.url);
if (process.argv[1]?.endsWith("elementwise_loops.ts")) {
  if (process.argv.includes("--check")) {
    if (readFileSync(FILE, "utf8") !== elementwiseLoops()) throw new Error("loops.generated.ts is stale");
  } else {
    writeFileSync(FILE, elementwiseLoops());
  }
}
