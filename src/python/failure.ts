/**
 * Node's errors as Python's OSError and its kin.
 * Source: errnomap of Objects/exceptions.c (Python 3.7).
 */
import {
  BaseException,
  BlockingIOError,
  BrokenPipeError,
  FileExistsError,
  FileNotFoundError,
  IsADirectoryError,
  NotADirectoryError,
  OSError,
  PermissionError,
} from "../py/errors.js";

type Made = new (...args: readonly unknown[]) => OSError;

const CLASSES: Readonly<Record<string, readonly [Made, number, string]>> = {
  ENOENT: [FileNotFoundError, 2, "No such file or directory"],
  EEXIST: [FileExistsError, 17, "File exists"],
  EISDIR: [IsADirectoryError, 21, "Is a directory"],
  ENOTDIR: [NotADirectoryError, 20, "Not a directory"],
  EACCES: [PermissionError, 13, "Permission denied"],
  EPERM: [PermissionError, 1, "Operation not permitted"],
  EAGAIN: [BlockingIOError, 11, "Resource temporarily unavailable"],
  EPIPE: [BrokenPipeError, 32, "Broken pipe"],
  ENOTEMPTY: [OSError, 39, "Directory not empty"],
  EINVAL: [OSError, 22, "Invalid argument"],
};

/** Does something with the system; what it refuses is raised as Python does. */
export function asPython<T>(filename: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof BaseException || !(error instanceof Error) || !("code" in error)) throw error;
    const [made, errno, text] = CLASSES[String(error.code)] ?? [OSError, 5, error.message];
    throw new made(errno, text, filename, { cause: error });
  }
}
