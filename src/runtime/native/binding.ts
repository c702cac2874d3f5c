/**
 * Finds and loads the N-API addon of @tensorflow/tfjs-node; nothing happens before it is asked for.
 * Source: binding/tfjs_binding.cc of @tensorflow/tfjs-node 4.22.
 *
 * Only the addon is loaded, not the package's JavaScript: that would register a backend and bring all of tfjs, of which we
 * need nothing, and it calls functions that Node 23 removed. The addon itself runs there.
 */
import { NativeError } from "./native_error.js";

/** An attribute as the addon reads it; `type` is a TF_AttrType. */
export interface RawAttr {
  readonly name: string;
  readonly type: number;
  readonly value: string | number | boolean | number[] | boolean[];
}

export type RawData = Float32Array | Int32Array | BigInt64Array | Uint8Array | Uint8Array[];

/** A tensor that the addon made; `dtype` is a number of types.proto. */
export interface RawOutput {
  readonly id: number;
  readonly shape: number[];
  readonly dtype: number;
}

export interface RawBinding {
  readonly TF_Version: string;
  createTensor(shape: number[], dtype: number, data: RawData): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): RawData;
  executeOp(type: string, attrs: readonly RawAttr[], inputs: number[], numOutputs: number): RawOutput[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(session: number): void;
  runSavedModel(session: number, inputs: number[], inputNames: string, outputNames: string): RawOutput[];
  getNumOfTensors(): number;
}

const PACKAGE = "@tensorflow/tfjs-node";
const FOLDER_VARIABLE = "TF1_COMPAT_NATIVE";

/**
 * Settings that libtensorflow reads once, unless the user has made them: no log lines about the CPU; Eigen's
 * kernels, which TF 1.15 used too, rather than oneDNN's, whose sums round differently; and Eigen's own matrix product
 * rather than the faster one borrowed from oneDNN. During that one, any signal that the process handles (a resized
 * terminal, a profiler's clock) corrupts memory: 20 signals a second end libtensorflow 2.12 within two seconds.
 */
const LOADING = {
  TF_CPP_MIN_LOG_LEVEL: "2",
  TF_ENABLE_ONEDNN_OPTS: "0",
  TENSORFLOW_USE_CUSTOM_CONTRACTION_KERNEL: "false",
};

function unusable(what: string, cause?: unknown): NativeError {
  const text =
    `The native engine needs ${PACKAGE}: ${what}. ` +
    `Install it with \`npm install ${PACKAGE}\`; where that cannot download libtensorflow, run ` +
    `tools/native/build-tfjs-node.sh of this package and set ${FOLDER_VARIABLE} to the folder it names. ` +
    "The embedded engine needs neither: tf.Session() without a target.";
  return new NativeError(text, { cause });
}

/** The built-in module, or an error where there is none (browsers): no import, so that bundlers see nothing of Node. */
function node<K extends "node:fs" | "node:module" | "node:path">(name: K) {
  const builtin = globalThis.process?.getBuiltinModule?.(name);
  if (!builtin) throw unusable("this is not Node");
  return builtin;
}

/** Folder of the package as seen from each place, the first that has it. */
function findPackage(places: readonly string[]): string {
  const { createRequire } = node("node:module");
  const { dirname } = node("node:path");
  for (const place of places) {
    try {
      return dirname(createRequire(place).resolve(`${PACKAGE}/package.json`));
    } catch {
      // Not installed there.
    }
  }
  throw unusable("it was not found");
}

function findAddon(folder: string): string {
  const { existsSync, readdirSync } = node("node:fs");
  const { join } = node("node:path");
  const lib = join(folder, "lib");
  const levels = (existsSync(lib) ? readdirSync(lib) : [])
    .map((name) => Number(/^napi-v(\d+)$/.exec(name)?.[1]))
    .filter((level) => level <= Number(process.versions.napi))
    .sort((a, b) => b - a);
  for (const level of levels) {
    const file = join(lib, `napi-v${level}`, "tfjs_binding.node");
    if (existsSync(file)) return file;
  }
  throw unusable(`${folder} holds no binding for Node ${process.versions.node} (was its install script run?)`);
}

/** The smallest product that is not a special case: with it libtensorflow has read its settings. */
function multiply(binding: RawBinding): void {
  const float32 = 1;
  const square = binding.createTensor([2, 2], float32, new Float32Array(4));
  for (const { id } of binding.executeOp("MatMul", [], [square, square], 1)) binding.deleteTensor(id);
  binding.deleteTensor(square);
}

/**
 * Loads the addon. `folder` (or the environment variable TF1_COMPAT_NATIVE) names the folder whose node_modules holds the
 * package and is then the only place looked at; otherwise the package is resolved from the working folder, then from here.
 */
export function loadBinding(folder = globalThis.process?.env[FOLDER_VARIABLE]): RawBinding {
  const { createRequire } = node("node:module");
  const { join } = node("node:path");
  const places = folder ? [join(folder, "from.js")] : [join(process.cwd(), "from.js"), import.meta.url];
  const file = findAddon(findPackage(places));
  const before = new Map(Object.keys(LOADING).map((name) => [name, process.env[name]]));
  for (const [name, value] of Object.entries(LOADING)) process.env[name] ??= value;
  try {
    const binding: RawBinding = createRequire(file)(file);
    multiply(binding);
    return binding;
  } catch (cause) {
    throw unusable(`${file} does not load (${cause instanceof Error ? cause.message : String(cause)})`, cause);
  } finally {
    for (const [name, value] of before) if (value === undefined) delete process.env[name];
  }
}
