/** tf.app.flags and tf.app.run: what TensorFlow 1.15.5 with absl does with the same command lines. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { registry } from "../../src/compat/flag_values.js";
import { tf } from "../../src/compat/index.js";

const { flags } = tf.app;
const { FLAGS } = flags;
flags.DEFINE_string("s", "a", "help s");
flags.DEFINE_integer("n", 3, "help n");
flags.DEFINE_float("f", 0.5, "f");
flags.DEFINE_bool("b", true, "b");
flags.DEFINE_list("l", ["a", "b"], "l");
flags.DEFINE_enum("e", "x", ["x", "y"], "e");
flags.DEFINE_multi_integer("m", [1], "m");
flags.DEFINE_multi_string("ms", null, "m");
flags.DEFINE_integer("none", null, "none");
flags.DEFINE_spaceseplist("sp", "a b", "sp");
flags.DEFINE_integer("within", 3, "h", 1, 5);
flags.DEFINE_float("positive", 1, "h", { lower_bound: 0 });

afterEach(() => registry.unparse_flags());

describe("the command line", () => {
  it.each([
    [["--s=q", "--nob", "--l=a,b,c", "rest", "--n", "4"], ["rest"], { s: "q", b: false, l: ["a", "b", "c"], n: 4 }],
    [["--b=false"], [], { b: false }],
    [["-n", "5"], [], { n: 5 }],
    [["--n=0x10"], [], { n: 16 }],
    [["--m=2", "--m=3"], [], { m: [2, 3] }],
    [["--ms=a", "--ms=b"], [], { ms: ["a", "b"] }],
    [["--", "--n=9"], ["--n=9"], { n: 3 }],
    [["--sp=a  b c", "--f=1e-3", "--e=y"], [], { sp: ["a", "b", "c"], f: 0.001, e: "y" }],
  ])("%j", (args, left, values) => {
    expect(FLAGS(["p", ...args])).toEqual(["p", ...left]);
    for (const [name, value] of Object.entries(values)) expect(FLAGS[name]).toEqual(value);
  });

  it.each([
    [["--n=x"], "IllegalFlagValueError", "flag --n=x: invalid literal for int() with base 10: 'x'"],
    [["--f=x"], "IllegalFlagValueError", "flag --f=x: could not convert string to float: 'x'"],
    [["--e=z"], "IllegalFlagValueError", "flag --e=z: value should be one of <x|y>"],
    [["--b=maybe"], "IllegalFlagValueError", "flag --b=maybe: ('Non-boolean argument to boolean flag', 'maybe')"],
    [["--within=7"], "IllegalFlagValueError", "flag --within=7: 7 is not an integer in the range [1, 5]"],
    [["--positive=-1"], "IllegalFlagValueError", "flag --positive=-1: -1.0 is not a non-negative number"],
    [["--unknown=1"], "UnrecognizedFlagError", "Unknown command line flag 'unknown'"],
    [["--n"], "Error", "Missing value for flag --n"],
  ])("%j is refused", (args, name, message) => {
    const error = flags[name as "Error"];
    expect(() => FLAGS(["p", ...args])).toThrow(error);
    expect(() => FLAGS(["p", ...args])).toThrow(message);
  });

  it("unknown flags stay where only known ones are wanted", () => {
    expect(FLAGS(["p", "--unknown=1", "--", "x"], true)).toEqual(["p", "--unknown=1", "--", "x"]);
  });
});

describe("FLAGS", () => {
  it("reads, writes, and knows what is defined", () => {
    FLAGS(["p"]);
    FLAGS.n = 7;
    expect([FLAGS.n, FLAGS.none, "s" in FLAGS, "nope" in FLAGS]).toEqual([7, null, true, false]);
    expect(() => FLAGS.nope).toThrow("nope");
    expect(() => flags.DEFINE_string("s", "a", "b")).toThrow("The flag 's' is defined twice.");
    expect(() => flags.DEFINE_integer("bad", "x", "h")).toThrow("flag --bad=x: invalid literal for int()");
  });
});

describe("tf.app.run", () => {
  it("hands what is left to main; its result is the exit status", () => {
    const before = process.exitCode;
    const seen: unknown[] = [];
    tf.app.run(
      (argv) => {
        seen.push(argv, FLAGS.n);
        return 3;
      },
      ["p", "--n=8", "rest", "--strange"],
    );
    expect([...seen, process.exitCode]).toEqual([["p", "rest", "--strange"], 8, 3]);
    process.exitCode = before;
  });

  it("doesn't start with wrong flags", () => {
    const before = process.exitCode;
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    const main = vi.fn();
    tf.app.run(main, ["p", "--n=x"]);
    expect([main.mock.calls.length, process.exitCode]).toEqual([0, 1]);
    expect(String(printed.mock.calls[0])).toContain("flag --n=x: invalid literal");
    printed.mockRestore();
    process.exitCode = before;
  });
});
