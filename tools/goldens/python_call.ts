/**
 * Reads a call written in Python, as the random goldens record it: `normal(0, 0.1, (2, 3))`, `randint(0, 2**40, size=5)`.
 * Numbers, text, lists, tuples, True/False/None, + - * / ** on them, keywords, np.arange(n), np.array(x), .reshape(…).
 */
import type { ArrayLike as Values } from "../../src/np/convert.js";
import { asStrided } from "../../src/np/convert.js";
import { NDArray } from "../../src/np/ndarray.js";
import { PyFloat } from "../../src/np/pyfloat.js";
import { tuple } from "../../src/np/pytuple.js";

export interface PythonCall {
  /** Without what stands before the last dot. */
  readonly name: string;
  readonly args: readonly unknown[];
}

const TOKEN = /\s*(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+|'[^']*'|"[^"]*"|[A-Za-z_][\w.]*|\*\*|[-+*/()[\],=.])/y;

function tokens(text: string): string[] {
  const out: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const m = TOKEN.exec(text);
    if (!m) throw new Error(`can't read ${text.slice(at)}`);
    out.push(m[1]!);
  }
  return out;
}

const isFloat = (x: unknown) => x instanceof PyFloat || (typeof x === "number" && !Number.isInteger(x));

/** A float stays one where its value is integral. */
function number(x: number, float: boolean): unknown {
  if (float) return Number.isInteger(x) ? new PyFloat(x) : x;
  return Number.isSafeInteger(x) ? x : BigInt(x);
}

class Reader {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(text: string) {
    this.tokens = tokens(text);
  }

  private next(): string {
    return this.tokens[this.at++] ?? "";
  }
  private peek(text: string): boolean {
    return this.tokens[this.at] === text;
  }
  private skip(text: string): boolean {
    if (!this.peek(text)) return false;
    this.at++;
    return true;
  }

  call(): PythonCall {
    const name = this.next();
    if (!this.skip("(")) throw new Error(`no call: ${name}`);
    return { name: name.slice(name.lastIndexOf(".") + 1), args: this.list(")") };
  }

  /** Items up to the closing token; keywords become one object at the end. */
  private list(close: string): unknown[] {
    const items: unknown[] = [];
    const keywords: Record<string, unknown> = {};
    while (!this.skip(close)) {
      if (this.tokens[this.at + 1] === "=") {
        const key = this.next();
        this.next();
        keywords[key] = this.sum();
      } else items.push(this.sum());
      if (!this.peek(close) && !this.skip(",")) throw new Error(`expected , or ${close}`);
    }
    return Object.keys(keywords).length > 0 ? [...items, keywords] : items;
  }

  private sum(): unknown {
    let left = this.product();
    for (;;) {
      if (this.skip("+")) left = this.combine(left, this.product(), (a, b) => a + b);
      else if (this.skip("-")) left = this.combine(left, this.product(), (a, b) => a - b);
      else return left;
    }
  }

  private product(): unknown {
    let left = this.sign();
    for (;;) {
      if (this.skip("*")) {
        const right = this.sign();
        left = Array.isArray(left)
          ? Array.from({ length: Number(right) }, () => left as unknown[]).flat()
          : this.combine(left, right, (a, b) => a * b);
      } else if (this.skip("/")) {
        left = number(Number(left) / Number(this.sign()), true);
      } else return left;
    }
  }

  private sign(): unknown {
    if (!this.skip("-")) return this.power();
    const x = this.sign();
    return typeof x === "bigint" ? -x : number(-Number(x), isFloat(x));
  }

  private power(): unknown {
    const base = this.primary();
    return this.skip("**") ? this.combine(base, this.sign(), (a, b) => a ** b) : base;
  }

  private combine(a: unknown, b: unknown, f: (a: number, b: number) => number): unknown {
    return number(f(Number(a), Number(b)), isFloat(a) || isFloat(b));
  }

  private primary(): unknown {
    let value = this.atom();
    while (value instanceof NDArray && this.skip(".")) {
      if (this.next() !== "reshape" || !this.skip("(")) throw new Error("only .reshape(…) is known");
      value = value.reshape(...(this.list(")") as number[]));
    }
    return value;
  }

  private atom(): unknown {
    const t = this.next();
    if (t === "[") return this.list("]");
    if (t === "(") {
      const items = this.list(")");
      return items.length === 1 && this.tokens[this.at - 2] !== "," ? items[0] : tuple(items);
    }
    if (/^[\d.]/.test(t)) return number(Number(t), /[.eE]/.test(t));
    if (/^['"]/.test(t)) return t.slice(1, -1);
    if (t === "True" || t === "False") return t === "True";
    if (t === "None") return null;
    if (t === "int" || t === "float" || t === "bool" || t === "str") return t;
    if (t.startsWith("np.")) return this.numpy(t.slice(3));
    throw new Error(`unknown name ${t}`);
  }

  private numpy(name: string): unknown {
    if (!this.skip("(")) return name;
    const args = this.list(")");
    if (name === "array") return NDArray.from(asStrided(args[0] as Values));
    if (name !== "arange" || args.length !== 1) throw new Error(`unknown function np.${name}`);
    return NDArray.of(
      "int64",
      BigInt64Array.from({ length: Number(args[0]) }, (_, i) => BigInt(i)),
      [Number(args[0])],
    );
  }
}

/** The call that a line of Python makes. Raises Error for what it doesn't understand. */
export function readCall(text: string): PythonCall {
  return new Reader(text).call();
}
