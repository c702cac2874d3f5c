/**
 * Errors of libtensorflow as errors of a kernel.
 * Source: error_codes.proto.
 */
import { CODES, KernelError, type StatusName } from "../../graph/errors.js";
import type { NativeError } from "./bridge.js";

const NAMES = new Map<number, StatusName>();
for (const [name, code] of Object.entries(CODES)) if (name !== "OK") NAMES.set(code, name as StatusName);

/** The error with the code that libtensorflow gave, or that of a wrong argument where the addon lost it. */
export function kernelError({ code, message }: NativeError): KernelError {
  return new KernelError(NAMES.get(code ?? CODES.INVALID_ARGUMENT) ?? "UNKNOWN", message);
}

/** Nothing runs the op on a CPU, at least not for these element types. */
export function lacksKernel({ code, message }: NativeError): boolean {
  if (code === CODES.NOT_FOUND) return message.startsWith("Could not find device for node");
  return (
    code === CODES.INVALID_ARGUMENT && /^Value for attr '\w+' of \w+ is not in the list of allowed values/.test(message)
  );
}
