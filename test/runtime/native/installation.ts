/**
 * Where the tests of the native engine find a build of tfjs-node, and how they look at its errors.
 * A build counts as installed if TF1_COMPAT_NATIVE names it or tools/native/build-tfjs-node.sh has made .build/native.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { NativeError } from "../../../src/runtime/native/bridge.js";

const LOCAL_BUILD = join(process.cwd(), ".build", "native");

/** Undefined where nothing is built. */
export const folder = process.env["TF1_COMPAT_NATIVE"] ?? (existsSync(LOCAL_BUILD) ? LOCAL_BUILD : undefined);

export function errorOf(action: () => unknown): NativeError {
  try {
    action();
  } catch (error) {
    if (error instanceof NativeError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
