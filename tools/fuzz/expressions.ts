/**
 * Random Python expressions of a wanted type, over the variables in scope.
 */
import type { Rng } from "./random.js";

export type Kind = "int" | "float" | "str" | "bool" | "ints" | "strs" | "dict" | "pair" | "set";
export const KINDS: readonly Kind[] = [
  "int",
  "int",
  "int",
  "float",
  "str",
  "str",
  "bool",
  "ints",
  "ints",
  "strs",
  "dict",
  "pair",
  "set",
];

export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  /** Of a scope further out: read, not set. */
  readonly isOuter?: boolean;
}
/** Functions that programs define: their name, the kinds of their parameters and of their result. */
export interface Callable {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly kind: Kind; readonly isOptional: boolean }[];
  readonly result: Kind;
}

const WORDS = ["a", "b", "xy", "Hello", "foo bar", "", "z", "ab,cd", "  pad ", "éü", "Q"];

export class Expressions {
  readonly rng: Rng;
  vars: Variable[] = [];
  callables: Callable[] = [];

  constructor(rng: Rng) {
    this.rng = rng;
  }
  variable(kind: Kind): string | null {
    const all = this.vars.filter((v) => v.kind === kind);
    return all.length > 0 ? this.rng.pick(all).name : null;
  }
  /** One that may be set here. */
  own(kind: Kind): string | null {
    const all = this.vars.filter((v) => v.kind === kind && !v.isOuter);
    return all.length > 0 ? this.rng.pick(all).name : null;
  }
  of(kind: Kind, depth = 3): string {
    const { rng } = this;
    if (rng.chance(depth <= 0 ? 0.8 : 0.3)) {
      const name = this.variable(kind);
      if (name !== null) return name;
    }
    if (depth <= 0) return this.leaf(kind);
    if (rng.chance(0.08)) {
      const f = this.callables.filter((c) => c.result === kind);
      if (f.length > 0) return this.callOf(rng.pick(f), depth - 1);
    }
    if (rng.chance(0.07))
      return `(${this.of(kind, depth - 1)} if ${this.of("bool", depth - 1)} else ${this.of(kind, depth - 1)})`;
    return rng.pick(this.forms(kind))(depth - 1);
  }
  callOf(f: Callable, depth: number): string {
    const args: string[] = [];
    let isNamed = false;
    for (const p of f.parameters) {
      if (p.isOptional && this.rng.chance(0.4)) {
        isNamed = true;
        continue;
      }
      isNamed ||= p.isOptional && this.rng.chance(0.3);
      args.push(isNamed ? `${p.name}=${this.of(p.kind, depth)}` : this.of(p.kind, depth));
    }
    return `${f.name}(${args.join(", ")})`;
  }
  leaf(kind: Kind): string {
    const { rng } = this;
    switch (kind) {
      case "int":
        return rng.chance(0.05)
          ? String(rng.pick([2 ** 31, 10 ** 12, 2 ** 53 + 2]))
          : String(rng.below(20) - (rng.chance(0.3) ? 10 : 0));
      case "float":
        return rng.pick(["0.5", "2.0", "1e-3", "3.25", "-1.5", "1e10", "0.1", "7."]);
      case "str":
        return JSON.stringify(rng.pick(WORDS)).replaceAll('"', "'");
      case "bool":
        return rng.pick(["True", "False"]);
      case "ints":
        return `[${Array.from({ length: rng.below(5) }, () => String(rng.below(12) - 3)).join(", ")}]`;
      case "strs":
        return `[${Array.from({ length: rng.below(4) }, () => this.leaf("str")).join(", ")}]`;
      case "dict":
        return `{${["'a'", "'b'", "'k'"]
          .slice(0, rng.below(4))
          .map((k) => `${k}: ${rng.below(9)}`)
          .join(", ")}}`;
      case "pair":
        return `(${this.leaf("int")}, ${this.leaf("str")})`;
      case "set":
        return rng.chance(0.3) ? "set()" : `{${rng.below(5)}, ${rng.below(9)}}`;
    }
  }
  private forms(kind: Kind): ((d: number) => string)[] {
    const { rng } = this;
    const e = (k: Kind, d: number): string => this.of(k, d);
    const binary = (k: Kind, ops: readonly string[]) => (d: number) => `(${e(k, d)} ${rng.pick(ops)} ${e(k, d)})`;
    switch (kind) {
      case "int":
        return [
          binary("int", ["+", "-", "*", "+", "-"]),
          binary("int", ["//", "%"]),
          (d) => `(${e("int", d)} ${rng.pick(["&", "|", "^"])} ${e("int", d)})`,
          (d) => `(-${e("int", d)})`,
          (d) => `abs(${e("int", d)})`,
          (d) => `len(${e(rng.pick(["str", "ints", "strs", "dict", "pair", "set"]), d)})`,
          (d) => `sum(${e("ints", d)})`,
          (d) => `max(${e("int", d)}, ${e("int", d)})`,
          (d) => `min(${e("int", d)}, ${e("int", d)})`,
          (d) => `int(${e("float", d)})`,
          (d) => `${e("ints", d)}[${rng.pick(["0", "-1", "1", e("int", d)])}]`,
          (d) => `${e("dict", d)}.get(${e("str", d)}, ${e("int", d)})`,
          (d) => `${e("dict", d)}[${rng.pick(["'a'", "'b'", e("str", d)])}]`,
          (d) => `${e("str", d)}.count(${this.leaf("str")})`,
          (d) => `${e("str", d)}.find(${e("str", d)})`,
          (d) => `${e("pair", d)}[0]`,
          (d) => `ord(${e("str", d)}[0])`,
          (d) => `round(${e("float", d)})`,
          (d) => `sum(i * 2 for i in ${e("ints", d)} if i ${rng.pick([">", "!=", "<="])} ${this.leaf("int")})`,
          (d) => `(${e("int", d)} ${rng.pick(["<<", ">>"])} ${rng.below(5)})`,
          (d) => `(${e("int", d)} ** ${rng.below(4)})`,
          (d) => `divmod(${e("int", d)}, ${e("int", d)})[${rng.below(2)}]`,
        ];
      case "float":
        return [
          binary("float", ["+", "-", "*"]),
          (d) => `(${e("int", d)} / ${e("int", d)})`,
          (d) => `(${e("float", d)} / ${e("float", d)})`,
          (d) => `float(${e("int", d)})`,
          (d) => `(${e("int", d)} * ${e("float", d)})`,
          (d) => `round(${e("float", d)}, ${rng.below(4)})`,
          (d) => `abs(${e("float", d)})`,
          (d) => `(${e("float", d)} % ${this.leaf("float")})`,
          (d) => `(${e("float", d)} // ${e("int", d)})`,
        ];
      case "str":
        return [
          (d) => `(${e("str", d)} + ${e("str", d)})`,
          (d) => `str(${e(rng.pick(["int", "float", "bool", "ints", "pair", "dict", "strs"]), d)})`,
          (d) => `repr(${e(rng.pick(["str", "strs", "pair", "float"]), d)})`,
          (d) =>
            `${e("str", d)}.${rng.pick(["upper()", "lower()", "strip()", "title()", "capitalize()", "rstrip()", "swapcase()"])}`,
          (d) => `${e("str", d)}.replace(${e("str", d)}, ${e("str", d)})`,
          (d) => `${this.leaf("str")}.join(${e("strs", d)})`,
          (d) => `${e("str", d)}[${rng.pick(["1:", ":2", "::-1", "-2:", ":-1", "1:3"])}]`,
          (d) => `(${e("str", d)} * ${rng.below(4)})`,
          (d) => `('%d-%s' % (${e("int", d)}, ${e("str", d)}))`,
          (d) => `('%${rng.pick(["05d", "+d", "x", "-6d"])}|' % ${e("int", d)})`,
          (d) => `('%.${rng.below(4)}f' % ${e("float", d)})`,
          (d) => `'{}:{}'.format(${e("int", d)}, ${e("str", d)})`,
          (d) => `'{:>${rng.below(9) + 1}}|{:.2f}'.format(${e("str", d)}, ${e("float", d)})`,
          () =>
            `f'{${this.variable("int") ?? "7"} * 2 - 1}+{${this.leaf("float")} + 1:.1f}|{${this.variable("str") ?? "3.0"}!r:>8}'`,
          (d) => `${e("strs", d)}[${rng.pick(["0", "-1"])}]`,
          (d) => `${e("pair", d)}[1]`,
          (d) => `chr(97 + ${e("int", d)} % 26)`,
          (d) => `${e("str", d)}.center(${rng.below(10)}, '*')`,
          (d) => `${e("str", d)}.zfill(${rng.below(6)})`,
        ];
      case "bool":
        return [
          (d) => `(${e("int", d)} ${rng.pick(["<", "<=", ">", ">=", "==", "!="])} ${e("int", d)})`,
          (d) => `(${e("float", d)} ${rng.pick(["<", ">=", "=="])} ${e("int", d)})`,
          (d) => `(${e("str", d)} ${rng.pick(["<", "==", "!=", ">"])} ${e("str", d)})`,
          (d) => `(${e("int", d)} in ${e("ints", d)})`,
          (d) => `(${e("str", d)} not in ${e("str", d)})`,
          (d) => `(${e("str", d)} in ${e("dict", d)})`,
          (d) => `(not ${e(rng.pick(["bool", "int", "str", "ints", "dict", "float"]), d)})`,
          (d) => `(${e("bool", d)} ${rng.pick(["and", "or"])} ${e("bool", d)})`,
          (d) => `(${e("int", d)} < ${e("int", d)} <= ${e("int", d)})`,
          (d) =>
            `${e("str", d)}.${rng.pick(["isdigit()", "isalpha()", "startswith('a')", "endswith('b')", "isupper()"])}`,
          (d) =>
            `isinstance(${e(rng.pick(KINDS), d)}, ${rng.pick(["int", "str", "(int, float)", "list", "dict", "tuple", "bool"])})`,
          (d) => `(${e("ints", d)} == ${e("ints", d)})`,
          (d) => `any(x > ${this.leaf("int")} for x in ${e("ints", d)})`,
          (d) => `all(${e("ints", d)})`,
          (d) => `bool(${e(rng.pick(["int", "str", "ints", "float"]), d)})`,
          (d) => `(${e("pair", d)} < ${e("pair", d)})`,
        ];
      case "ints":
        return [
          (d) => `[${e("int", d)}, ${e("int", d)}]`,
          () => `list(range(${rng.below(7)}))`,
          () => `list(range(${rng.below(5)}, ${rng.below(12)}, ${rng.below(3) + 1}))`,
          (d) => `(${e("ints", d)} + ${e("ints", d)})`,
          (d) => `(${e("ints", d)} * ${rng.below(3)})`,
          (d) =>
            `sorted(${e(rng.pick(["ints", "set"]), d)}${rng.pick(["", ", reverse=True", ", key=lambda q: -q", ", key=abs"])})`,
          (d) => `[x ${rng.pick(["+ 1", "* x", "% 3", "- 2"])} for x in ${e("ints", d)}]`,
          (d) => `[x for x in ${e("ints", d)} if x ${rng.pick(["> 1", "% 2 == 0", "!= 3"])}]`,
          (d) => `[i * len(s) for i, s in enumerate(${e("strs", d)})]`,
          (d) => `[a + b for a in ${e("ints", d)} for b in ${e("ints", d)} if a < b]`,
          (d) => `${e("ints", d)}[${rng.pick(["1:", ":2", "::-1", "::2", "-2:", "1:-1"])}]`,
          (d) => `list(map(lambda v: v * 3, ${e("ints", d)}))`,
          (d) => `list(filter(lambda v: v > 2, ${e("ints", d)}))`,
          (d) => `[a * b for a, b in zip(${e("ints", d)}, ${e("ints", d)})]`,
          (d) => `list(reversed(${e("ints", d)}))`,
          (d) => `list(${e("dict", d)}.values())`,
          (d) => `[len(w) for w in ${e("str", d)}.split()]`,
        ];
      case "strs":
        return [
          (d) => `${e("str", d)}.split(${rng.pick(["','", "' '", "", "'a'"])})`,
          (d) => `[${e("str", d)}, ${e("str", d)}]`,
          (d) => `sorted(${e("strs", d)})`,
          (d) => `list(${e("dict", d)})`,
          (d) => `list(${e("str", d)})`,
          (d) => `[s.upper() for s in ${e("strs", d)}]`,
          (d) => `[str(n) for n in ${e("ints", d)}]`,
          (d) => `(${e("strs", d)} + [${e("str", d)}])`,
          (d) => `sorted(${e("dict", d)}.keys())`,
        ];
      case "dict":
        return [
          (d) => `{'a': ${e("int", d)}, 'b': ${e("int", d)}}`,
          (d) => `dict(k=${e("int", d)}, a=${e("int", d)})`,
          (d) => `{s: len(s) for s in ${e("strs", d)}}`,
          (d) => `dict(zip(${e("strs", d)}, ${e("ints", d)}))`,
          (d) => `{k: v + 1 for k, v in ${e("dict", d)}.items() if v ${rng.pick(["> 0", "< 5"])}}`,
        ];
      case "pair":
        return [(d) => `(${e("int", d)}, ${e("str", d)})`];
      case "set":
        return [
          (d) => `set(${e("ints", d)})`,
          (d) => `(${e("set", d)} ${rng.pick(["|", "&", "-", "^"])} ${e("set", d)})`,
          (d) => `{x % 4 for x in ${e("ints", d)}}`,
        ];
    }
  }
}
