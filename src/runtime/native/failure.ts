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

/** The op type is known, but nothing runs it on a CPU. */
export function lacksKernel({ code, message }: NativeError): boolean {
  return code === CODES.NOT_FOUND && message.includes("<no registered kernels>");
}
