/**
 * What the system refuses, as Python raises it.
 * Source: OSError's subclasses by errno (PEP 3151), texts of glibc's strerror.
 */
import {
  BlockingIOError,
  BrokenPipeError,
  ChildProcessError,
  ConnectionRefusedError,
  FileExistsError,
  FileNotFoundError,
  InterruptedError,
  IsADirectoryError,
  NotADirectoryError,
  OSError,
  PermissionError,
  ProcessLookupError,
} from "../../np/errors.js";

type Made = new (...args: readonly unknown[]) => OSError;

const KNOWN: Readonly<Record<string, readonly [number, string, Made]>> = {
  EPERM: [1, "Operation not permitted", PermissionError],
  ENOENT: [2, "No such file or directory", FileNotFoundError],
  ESRCH: [3, "No such process", ProcessLookupError],
  EINTR: [4, "Interrupted system call", InterruptedError],
  EBADF: [9, "Bad file descriptor", OSError],
  ECHILD: [10, "No child processes", ChildProcessError],
  EAGAIN: [11, "Resource temporarily unavailable", BlockingIOError],
  EACCES: [13, "Permission denied", PermissionError],
  EBUSY: [16, "Device or resource busy", OSError],
  EEXIST: [17, "File exists", FileExistsError],
  EXDEV: [18, "Invalid cross-device link", OSError],
  ENOTDIR: [20, "Not a directory", NotADirectoryError],
  EISDIR: [21, "Is a directory", IsADirectoryError],
  EINVAL: [22, "Invalid argument", OSError],
  EMFILE: [24, "Too many open files", OSError],
  ENOSPC: [28, "No space left on device", OSError],
  EROFS: [30, "Read-only file system", OSError],
  EPIPE: [32, "Broken pipe", BrokenPipeError],
  ENAMETOOLONG: [36, "File name too long", OSError],
  ENOTEMPTY: [39, "Directory not empty", OSError],
  ELOOP: [40, "Too many levels of symbolic links", OSError],
  ECONNREFUSED: [111, "Connection refused", ConnectionRefusedError],
};

/** The Python error of a code. */
export function osError(code: string, ...names: readonly unknown[]): OSError {
  const [errno, text, kind] = KNOWN[code] ?? [0, code, OSError];
  return new kind(errno, text, ...names);
}

/** Does something with files; names the file in what goes wrong. */
export function attempt<T>(name: unknown, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // Node's own code for removing a directory as if it were a file.
    if (code === "ERR_FS_EISDIR") throw osError("EISDIR", name);
    if (!KNOWN[code]) throw error;
    throw osError(code, name);
  }
}
