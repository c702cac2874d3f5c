/** tf.gfile on a real folder: results and errors as TensorFlow 1.15.5 gives them; and tf.logging. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { tf } from "../../src/compat/index.js";

const g = tf.gfile;
let root = "";
beforeAll(() => {
  root = join(mkdtempSync(join(tmpdir(), "tf1-gfile-")), "t");
});
afterAll(() => rmSync(join(root, ".."), { recursive: true }));

describe("tf.gfile", () => {
  it("makes directories", () => {
    expect(g.Exists(root)).toBe(false);
    g.MakeDirs(`${root}/a/b`);
    g.MakeDirs(`${root}/a/b`);
    g.MkDir(`${root}/a/b`);
    expect(() => g.MkDir(`${root}/q/b`)).toThrow(tf.errors.NotFoundError);
    expect(() => g.MkDir(`${root}/q/b`)).toThrow(`${root}/q/b; No such file or directory`);
    expect([g.IsDirectory(root), g.IsDirectory(`${root}/nope`)]).toEqual([true, false]);
  });

  it("writes and reads", () => {
    const out = g.GFile(`${root}/x.txt`, "w");
    out.write("héllo\nworld\n3");
    expect(out.tell()).toBe(14);
    expect(() => out.read()).toThrow("File isn't open for reading");
    out.close();
    const f = g.GFile(`${root}/x.txt`);
    expect([f.readline(), f.tell(), f.read(3), f.readlines(), f.readline(), f.read()]).toEqual([
      "héllo\n",
      7,
      "wor",
      ["ld\n", "3"],
      "",
      "",
    ]);
    f.seek(0);
    expect([f.read(2), f.read(), f.size()]).toEqual(["hé", "llo\nworld\n3", 14]);
    expect(() => f.write("a")).toThrow("File isn't open for writing");
    expect(() => f.seek(99)).toThrow(tf.errors.OutOfRangeError);
    expect(() => f.seek(-1)).toThrow("Seeking to a negative position: -1");
    expect([...new g.Open(`${root}/x.txt`)]).toEqual(["héllo\n", "world\n", "3"]);
    expect(g.GFile(`${root}/x.txt`, "rb").readline()).toEqual(new TextEncoder().encode("héllo\n"));
    tf.with(g.GFile(`${root}/x.txt`, "a"), (h) => h.write("!"));
    expect(g.FastGFile(`${root}/x.txt`).read()).toBe("héllo\nworld\n3!");
    expect(() => g.GFile(`${root}/nope`).read()).toThrow(`${root}/nope; No such file or directory`);
    expect(() => g.GFile(`${root}/nope`, "z")).toThrow(tf.errors.InvalidArgumentError);
  });

  it("finds", () => {
    expect(g.ListDirectory(root).toSorted()).toEqual(["a", "x.txt"]);
    expect(() => g.ListDirectory(`${root}/no`)).toThrow(`Could not find directory ${root}/no`);
    expect(g.Glob(`${root}/*`).toSorted()).toEqual([`${root}/a`, `${root}/x.txt`]);
    expect(g.Glob(`${root}/x.???`)).toEqual([`${root}/x.txt`]);
    expect(g.Glob([`${root}/a`, `${root}/[xy]*`])).toEqual([`${root}/a`, `${root}/x.txt`]);
    expect([g.Glob(`${root}/*/b`), g.Glob(`${root}/none*`)]).toEqual([[`${root}/a/b`], []]);
    expect([...g.Walk(root)].map((v) => [...v])).toEqual([
      [root, ["a"], ["x.txt"]],
      [`${root}/a`, ["b"], []],
      [`${root}/a/b`, [], []],
    ]);
    expect([...g.Walk(root, { in_order: false })].map(([top]) => top)).toEqual([`${root}/a/b`, `${root}/a`, root]);
    const { length, is_directory } = g.Stat(`${root}/x.txt`);
    expect([length, is_directory]).toEqual([15, false]);
  });

  it("copies, renames and removes", () => {
    g.Copy(`${root}/x.txt`, `${root}/y.txt`);
    expect(() => g.Copy(`${root}/x.txt`, `${root}/y.txt`)).toThrow("file already exists");
    g.Copy(`${root}/x.txt`, `${root}/y.txt`, true);
    expect(() => g.Rename(`${root}/y.txt`, `${root}/x.txt`)).toThrow(tf.errors.AlreadyExistsError);
    g.Rename(`${root}/y.txt`, `${root}/z.txt`, true);
    expect(() => g.Remove(`${root}/nope`)).toThrow(`${root}/nope; No such file or directory`);
    expect(() => g.Remove(`${root}/a`)).toThrow(`${root}/a; Is a directory`);
    g.Remove(`${root}/z.txt`);
    expect(() => g.DeleteRecursively(`${root}/none`)).toThrow(`${root}/none not found`);
    expect(() => g.DeleteRecursively(`${root}/x.txt`)).toThrow(tf.errors.FailedPreconditionError);
    g.DeleteRecursively(root);
    expect(g.Exists(root)).toBe(false);
  });
});

describe("tf.logging", () => {
  it("shows what is at or above the verbosity", () => {
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    tf.logging.info("hidden");
    tf.logging.warn("w %s", 1);
    const before = tf.logging.get_verbosity();
    tf.logging.set_verbosity(tf.logging.INFO);
    tf.logging.info("a %d %s", 3, "b");
    tf.logging.log(tf.logging.ERROR, "50%");
    tf.logging.fatal("f");
    tf.logging.set_verbosity(before);
    const lines = printed.mock.calls.map(String);
    printed.mockRestore();
    expect(lines).toEqual([
      "WARNING:tensorflow:w 1",
      "INFO:tensorflow:a 3 b",
      "ERROR:tensorflow:50%",
      "CRITICAL:tensorflow:f",
    ]);
    expect(before).toBe(30);
  });
});
