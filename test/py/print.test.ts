/** print: the sink, its keywords, and how JavaScript's own values come out. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as py from "../../src/py/index.js";

let out = "";
let before: py.PrintSink;
beforeEach(() => {
  out = "";
  before = py.setPrintSink((text) => {
    out += text;
  });
});
afterEach(() => {
  py.setPrintSink(before);
});

describe("print", () => {
  it("puts a space between values and a line break after them", () => {
    py.print("loss:", 0.5, py.float(1), [1, "a"], null);
    py.print();
    expect(out).toBe("loss: 0.5 1.0 [1, 'a'] None\n\n");
  });

  it("takes sep, end and file", () => {
    py.print(1, 2, { sep: ", ", end: "" });
    let written = "";
    py.print("x", { file: { write: (text: string) => (written += text) } });
    expect([out, written]).toEqual(["1, 2", "x\n"]);
  });

  it("prints a dict that is no keyword object", () => {
    py.print({ loss: 0.5 });
    py.print({});
    expect(out).toBe("{'loss': 0.5}\n{}\n");
  });

  it("asks objects for __str__, then __repr__, then toString", () => {
    const both = { __str__: () => "text", __repr__: () => "<both>" };
    const one = { __repr__: () => "<one>" };
    class Own {
      toString(): string {
        return "own";
      }
    }
    class Bare {}
    py.print(both, one, new Own(), new Bare(), [both]);
    expect(out).toMatch(/^text <one> own <__main__\.Bare object at 0x7f[0-9a-f]+> \[<both>\]\n$/);
  });

  it("prints classes and functions by name", () => {
    class Net {}
    function step(): void {}
    py.print(Net, step, () => 1);
    expect(out).toMatch(/^<class 'Net'> <function step at 0x7f[0-9a-f]+> <function <lambda> at 0x7f[0-9a-f]+>\n$/);
  });

  it("marks containers that contain themselves", () => {
    const list: unknown[] = [1];
    list.push(list);
    const map = new Map<string, unknown>();
    map.set("self", map);
    py.print(list, map);
    expect(out).toBe("[1, [...]] {'self': {...}}\n");
  });

  it("prints what was caught", () => {
    py.print(new py.ValueError("bad shape"), new Error("plain"));
    expect(out).toBe("bad shape plain\n");
  });
});

describe("errors", () => {
  it("have Python's names and classes", () => {
    const error = new py.KeyError("a");
    expect([error.name, error instanceof py.LookupError, error instanceof py.Exception]).toEqual([
      "KeyError",
      true,
      true,
    ]);
    expect([py.str(error), py.repr(error)]).toEqual(["'a'", "KeyError('a')"]);
    expect(new py.TypeError("x") instanceof TypeError).toBe(true);
  });
});

describe("with", () => {
  it("leaves the context when the body throws", () => {
    const seen: unknown[] = [];
    const context = new py.SimpleContext(
      () => "value",
      (error) => seen.push(error instanceof Error ? error.message : error),
    );
    expect(py.withContext(context, (v) => v)).toBe("value");
    const fail = () => {
      throw new Error("stop");
    };
    expect(() => py.withContext(context, fail)).toThrow("stop");
    expect(seen).toEqual([undefined, "stop"]);
  });
});
