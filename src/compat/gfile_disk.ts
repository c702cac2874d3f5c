/**
 * The disk under tf.gfile, with TensorFlow's errors.
 * Source: IOError (tensorflow/core/platform/posix/error.cc).
 */
import {
  AlreadyExistsError,
  FailedPreconditionError,
  InvalidArgumentError,
  NotFoundError,
  OpError,
  PermissionDeniedError,
  UnknownError,
} from "../graph/errors.js";
import { NotImplementedError } from "../np/errors.js";

/** Node's own module; the rest of the package runs without one. Raises NotImplementedError where there is no disk. */
export function disk(): typeof import("node:fs") {
  const load = globalThis.process?.getBuiltinModule;
  if (!load) throw new NotImplementedError("tf.gfile needs Node: there are no files here");
  return load("node:fs");
}

const STATUS: Readonly<Record<string, readonly [new (n: null, o: null, m: string) => OpError, string]>> = {
  ENOENT: [NotFoundError, "No such file or directory"],
  EEXIST: [AlreadyExistsError, "File exists"],
  EISDIR: [FailedPreconditionError, "Is a directory"],
  ENOTDIR: [FailedPreconditionError, "Not a directory"],
  ENOTEMPTY: [FailedPreconditionError, "Directory not empty"],
  EACCES: [PermissionDeniedError, "Permission denied"],
  EPERM: [PermissionDeniedError, "Operation not permitted"],
  EINVAL: [InvalidArgumentError, "Invalid argument"],
};

/** Does something with the disk; what the system refuses is raised as TensorFlow does. */
export function onDisk<T>(path: string, action: (fs: typeof import("node:fs")) => T): T {
  const fs = disk();
  try {
    return action(fs);
  } catch (error) {
    if (error instanceof OpError || !(error instanceof Error) || !("code" in error)) throw error;
    const known = STATUS[String(error.code)];
    if (!known) throw new UnknownError(null, null, `${path}; ${error.message}`);
    throw new known[0](null, null, `${path}; ${known[1]}`);
  }
}
