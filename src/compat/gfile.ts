/**
 * The `tf.gfile` namespace: Node's disk with TensorFlow's names and errors.
 * Source: tensorflow/python/lib/io/file_io.py.
 */
import { AlreadyExistsError, FailedPreconditionError, NotFoundError } from "../graph/errors.js";
import { pyFunction } from "../graph/signature.js";
import { type PyTuple, tuple } from "../np/pytuple.js";

import { disk, onDisk } from "./gfile_disk.js";

export { FastGFile, GFile, GFile as Open } from "./gfile_file.js";

const isDirectory = (path: string): boolean =>
  onDisk(path, (fs) => fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
const exists = (path: string): boolean => disk().existsSync(path);

function refuseExisting(path: string, overwrite: boolean): void {
  if (!overwrite && exists(path)) throw new AlreadyExistsError(null, null, "file already exists");
}

/** tf.gfile.Exists */
export const Exists = pyFunction<{ filename: string }>()("Exists", "(filename)", ({ filename }): boolean =>
  exists(filename),
);

/** tf.gfile.IsDirectory */
export const IsDirectory = pyFunction<{ dirname: string }>()("IsDirectory", "(dirname)", ({ dirname }): boolean =>
  isDirectory(dirname),
);

/** tf.gfile.MkDir. Raises NotFoundError without the directory above; an existing one stays. */
export const MkDir = pyFunction<{ dirname: string }>()("MkDir", "(dirname)", ({ dirname }): void => {
  if (!isDirectory(dirname)) onDisk(dirname, (fs) => fs.mkdirSync(dirname));
});

/** tf.gfile.MakeDirs: with the directories above. */
export const MakeDirs = pyFunction<{ dirname: string }>()("MakeDirs", "(dirname)", ({ dirname }): void => {
  onDisk(dirname, (fs) => fs.mkdirSync(dirname, { recursive: true }));
});

/** tf.gfile.ListDirectory: names, without "." and "..". Raises NotFoundError. */
export const ListDirectory = pyFunction<{ dirname: string }>()(
  "ListDirectory",
  "(dirname)",
  ({ dirname }): string[] => {
    if (!isDirectory(dirname)) throw new NotFoundError(null, null, `Could not find directory ${dirname}`);
    return onDisk(dirname, (fs) => fs.readdirSync(dirname));
  },
);

/** One part of a path pattern: * and ? stay within it, [a-z] and [^a] are sets. */
function partPattern(part: string): RegExp {
  const text = part.replace(/\[[^\]]*\]|[\\^$.*+?()|{}]/g, (m) => {
    if (m === "*") return ".*";
    if (m === "?") return ".";
    if (m.length > 1) return m.replace(/^\[!/, "[^").replace(/\\/g, "\\\\");
    return `\\${m}`;
  });
  return new RegExp(`^${text}$`, "s");
}

function glob(pattern: string): string[] {
  const absolute = pattern.startsWith("/");
  let found = [absolute ? "/" : ""];
  for (const part of pattern.split("/").filter((p) => p !== "")) {
    const wild = /[*?[]/.test(part);
    found = found.flatMap((base) => {
      const join = (name: string): string => (base === "" || base.endsWith("/") ? base + name : `${base}/${name}`);
      if (!wild) return exists(join(part)) ? [join(part)] : [];
      if (!isDirectory(base === "" ? "." : base)) return [];
      const regex = partPattern(part);
      return ListDirectory(base === "" ? "." : base)
        .filter((name) => regex.test(name))
        .map(join);
    });
  }
  return found;
}

/** tf.gfile.Glob: paths that match a pattern, or one of several. */
export const Glob = pyFunction<{ filename: string | readonly string[] }>()(
  "Glob",
  "(filename)",
  ({ filename }): string[] => (typeof filename === "string" ? [filename] : filename).flatMap(glob),
);

/** tf.gfile.Remove: one file. Raises NotFoundError, FailedPreconditionError for a directory. */
export const Remove = pyFunction<{ filename: string }>()("Remove", "(filename)", ({ filename }): void => {
  if (isDirectory(filename)) throw new FailedPreconditionError(null, null, `${filename}; Is a directory`);
  onDisk(filename, (fs) => fs.unlinkSync(filename));
});

/** tf.gfile.DeleteRecursively: a directory and all in it. */
export const DeleteRecursively = pyFunction<{ dirname: string }>()(
  "DeleteRecursively",
  "(dirname)",
  ({ dirname }): void => {
    if (!exists(dirname)) throw new NotFoundError(null, null, `${dirname} not found`);
    if (!isDirectory(dirname)) throw new FailedPreconditionError(null, null, `${dirname}; Not a directory`);
    onDisk(dirname, (fs) => fs.rmSync(dirname, { recursive: true }));
  },
);

/** tf.gfile.Copy. Raises AlreadyExistsError unless `overwrite`. */
export const Copy = pyFunction<{ oldpath: string; newpath: string; overwrite: boolean }>()(
  "Copy",
  "(oldpath, newpath, overwrite=False)",
  ({ oldpath, newpath, overwrite }): void => {
    refuseExisting(newpath, overwrite);
    onDisk(oldpath, (fs) => fs.copyFileSync(oldpath, newpath));
  },
);

/** tf.gfile.Rename. Raises AlreadyExistsError unless `overwrite`. */
export const Rename = pyFunction<{ oldname: string; newname: string; overwrite: boolean }>()(
  "Rename",
  "(oldname, newname, overwrite=False)",
  ({ oldname, newname, overwrite }): void => {
    refuseExisting(newname, overwrite);
    onDisk(oldname, (fs) => fs.renameSync(oldname, newname));
  },
);

/** What Stat gives: a length in bytes, the time of the last change in nanoseconds. */
export interface FileStatistics {
  readonly length: number;
  readonly mtime_nsec: bigint;
  readonly is_directory: boolean;
}

/** tf.gfile.Stat */
export const Stat = pyFunction<{ filename: string }>()("Stat", "(filename)", ({ filename }): FileStatistics => {
  const stat = onDisk(filename, (fs) => fs.statSync(filename, { bigint: true }));
  return { length: Number(stat.size), mtime_nsec: stat.mtimeNs, is_directory: stat.isDirectory() };
});

type Visited = PyTuple<string | string[]>;

/** tf.gfile.Walk: (directory, its directories, its files) for each below `top`, from the top down or the other way round. */
export const Walk = pyFunction<{ top: string; in_order: boolean }>()(
  "Walk",
  "(top, in_order=True)",
  function* walk({ top, in_order }): Generator<Visited> {
    if (!isDirectory(top)) return;
    const names = ListDirectory(top);
    const path = (name: string): string => (top.endsWith("/") ? top + name : `${top}/${name}`);
    const directories = names.filter((name) => isDirectory(path(name)));
    const here = tuple<string | string[]>([top, directories, names.filter((name) => !isDirectory(path(name)))]);
    if (in_order) yield here;
    for (const name of directories) yield* walk({ top: path(name), in_order });
    if (!in_order) yield here;
  },
);
