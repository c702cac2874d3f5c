/**
 * Random Python programs: statements, functions, classes, generators, exceptions. What they print, they print the same
 * way on every run.
 */
import { type Callable, Expressions, KINDS, type Kind } from "./expressions.js";
import { Rng } from "./random.js";

const BUILTIN_ERRORS = [
  "ZeroDivisionError",
  "IndexError",
  "KeyError",
  "ValueError",
  "TypeError",
  "Exception",
  "(KeyError, IndexError)",
  "LookupError",
  "ArithmeticError",
];

export function program(seed: number): string {
  return new Writer(new Rng(seed)).write();
}

class Writer {
  private readonly rng: Rng;
  private readonly ex: Expressions;
  private lines: string[] = [];
  private depth = 0;
  private count = 0;
  private inLoop = 0;
  private inFunction = 0;

  constructor(rng: Rng) {
    this.rng = rng;
    this.ex = new Expressions(rng);
  }
  write(): string {
    const n = 6 + this.rng.below(10);
    for (let i = 0; i < n; i++) this.statement(3);
    this.put(
      `print(${
        this.ex.vars
          .slice(-6)
          .map((v) => this.shown(v.name, v.kind))
          .join(", ") || "'end'"
      })`,
    );
    return `${this.lines.join("\n")}\n`;
  }
  private put(line: string): void {
    this.lines.push("    ".repeat(this.depth) + line);
  }
  private name(base: string): string {
    return `${base}${this.count++}`;
  }
  /** Sets have no order of their own. */
  private shown(text: string, kind: Kind): string {
    return kind === "set" ? `sorted(${text})` : text;
  }
  private block(body: () => void): void {
    this.depth++;
    const at = this.lines.length;
    const { vars } = this.ex;
    this.ex.vars = [...vars];
    body();
    if (this.lines.length === at) this.put("pass");
    // What is set inside may not be there outside.
    this.ex.vars = vars;
    this.depth--;
  }
  private several(most: number, budget: number): void {
    const n = 1 + this.rng.below(most);
    for (let i = 0; i < n; i++) this.statement(budget - 1);
  }

  private statement(budget: number): void {
    const { rng } = this;
    if (budget <= 0) {
      if (rng.chance(0.5)) this.print();
      else this.assign();
      return;
    }
    const all: (() => void)[] = [
      () => this.assign(),
      () => this.assign(),
      () => this.print(),
      () => this.print(),
      () => this.augment(),
      () => this.mutate(),
      () => this.unpack(),
      () => this.branch(budget),
      () => this.forLoop(budget),
      () => this.whileLoop(budget),
      () => this.tryBlock(budget),
      () => this.functionDef(budget),
      () => this.generatorDef(),
      () => this.classDef(),
      () => this.closure(),
      () => this.varargs(),
    ];
    if (this.inLoop > 0) all.push(() => this.put(`if ${this.ex.of("bool", 1)}: ${rng.pick(["break", "continue"])}`));
    rng.pick(all)();
  }
  private assign(): void {
    const { rng } = this;
    const kind = rng.pick(KINDS);
    const known = this.ex.own(kind);
    const name = known !== null && rng.chance(0.3) ? known : this.name("v");
    this.put(`${name} = ${this.ex.of(kind)}`);
    if (name !== known) this.ex.vars.push({ name, kind });
  }
  private print(): void {
    const { rng } = this;
    const parts = Array.from({ length: 1 + rng.below(3) }, () => {
      const kind = rng.pick(KINDS);
      return this.shown(this.ex.of(kind), kind);
    });
    this.put(`print(${parts.join(", ")}${rng.pick(["", "", "", ", sep='|'", ", end='.\\n'"])})`);
  }
  private augment(): void {
    const { rng } = this;
    const kind = rng.pick<Kind>(["int", "float", "str", "ints"]);
    const name = this.ex.own(kind);
    if (name === null) {
      this.assign();
      return;
    }
    const op =
      kind === "int"
        ? rng.pick(["+=", "-=", "*=", "//=", "%="])
        : kind === "float"
          ? rng.pick(["+=", "*=", "-=", "/="])
          : "+=";
    this.put(`${name} ${op} ${this.ex.of(kind, 2)}`);
  }
  private mutate(): void {
    const { rng } = this;
    const name = this.ex.variable("ints");
    const dict = this.ex.variable("dict");
    if (dict !== null && rng.chance(0.4)) {
      this.put(
        rng.pick([
          `${dict}[${this.ex.of("str", 1)}] = ${this.ex.of("int", 2)}`,
          `${dict}.update({'u': ${this.ex.of("int", 1)}})`,
          `${dict}.setdefault('s', ${this.ex.of("int", 1)})`,
          `${dict}.pop('a', None)`,
        ]),
      );
      return;
    }
    if (name === null) {
      this.assign();
      return;
    }
    this.put(
      rng.pick([
        `${name}.append(${this.ex.of("int", 2)})`,
        `${name}.extend(${this.ex.of("ints", 1)})`,
        `${name}.insert(${rng.below(3)}, ${this.ex.of("int", 1)})`,
        `${name}.sort(${rng.pick(["", "reverse=True"])})`,
        `${name}.reverse()`,
        `${name}[${rng.pick(["0", "-1", "1"])}] = ${this.ex.of("int", 2)}`,
        `${name}[${rng.pick(["1:2", ":1", "::2", "5:"])}] = ${this.ex.of("ints", 1)}`,
        `del ${name}[${rng.pick(["0", "-1", "1:"])}]`,
        `${name}.pop(${rng.pick(["", "0"])})`,
        `${name}.remove(${this.ex.of("int", 1)})`,
      ]),
    );
  }
  private unpack(): void {
    const { rng } = this;
    const [a, b] = [this.name("v"), this.name("v")];
    const form = rng.below(4);
    if (form === 0) this.put(`${a}, ${b} = ${this.ex.of("pair")}`);
    else if (form === 1) this.put(`${a}, ${b} = ${this.ex.of("int")}, ${this.ex.of("str")}`);
    else if (form === 2) {
      this.put(`${a}, *${b} = ${this.ex.of("ints")}`);
      this.ex.vars.push({ name: a, kind: "int" }, { name: b, kind: "ints" });
      return;
    } else {
      this.put(`(${a}, ${b}) = divmod(${this.ex.of("int", 1)}, ${this.ex.of("int", 1)})`);
      this.ex.vars.push({ name: a, kind: "int" }, { name: b, kind: "int" });
      return;
    }
    this.ex.vars.push({ name: a, kind: "int" }, { name: b, kind: "str" });
    const ints = this.ex.vars.filter((v) => v.kind === "int" && !v.isOuter);
    if (ints.length >= 2 && rng.chance(0.4))
      this.put(`${ints[0]!.name}, ${ints.at(-1)!.name} = ${ints.at(-1)!.name}, ${ints[0]!.name}`);
  }
  private branch(budget: number): void {
    this.put(`if ${this.ex.of(this.rng.pick(["bool", "bool", "int", "ints", "str"]), 2)}:`);
    this.block(() => this.several(2, budget));
    if (this.rng.chance(0.4)) {
      this.put(`elif ${this.ex.of("bool", 2)}:`);
      this.block(() => this.several(2, budget));
    }
    if (this.rng.chance(0.5)) {
      this.put("else:");
      this.block(() => this.several(2, budget));
    }
  }
  private loopBody(budget: number, vars: readonly { readonly name: string; readonly kind: Kind }[]): void {
    this.inLoop++;
    this.block(() => {
      this.ex.vars.push(...vars);
      this.several(3, budget);
    });
    this.inLoop--;
    if (this.rng.chance(0.2)) {
      this.put("else:");
      this.block(() => this.several(1, budget));
    }
  }
  private forLoop(budget: number): void {
    const { rng } = this;
    const [a, b] = [this.name("i"), this.name("j")];
    const forms: (() => readonly { name: string; kind: Kind }[])[] = [
      () => {
        this.put(`for ${a} in range(${1 + rng.below(4)}):`);
        return [{ name: a, kind: "int" }];
      },
      () => {
        this.put(`for ${a} in ${this.ex.of("ints", 2)}[:5]:`);
        return [{ name: a, kind: "int" }];
      },
      () => {
        this.put(`for ${a}, ${b} in enumerate(${this.ex.of("strs", 2)}[:4]):`);
        return [
          { name: a, kind: "int" },
          { name: b, kind: "str" },
        ];
      },
      () => {
        this.put(`for ${a}, ${b} in ${this.ex.of("dict", 2)}.items():`);
        return [
          { name: a, kind: "str" },
          { name: b, kind: "int" },
        ];
      },
      () => {
        this.put(`for ${a}, ${b} in zip(${this.ex.of("ints", 1)}[:4], ${this.ex.of("str", 1)}):`);
        return [
          { name: a, kind: "int" },
          { name: b, kind: "str" },
        ];
      },
      () => {
        this.put(`for ${a} in ${this.ex.of("str", 1)}[:4]:`);
        return [{ name: a, kind: "str" }];
      },
    ];
    this.loopBody(budget, rng.pick(forms)());
  }
  private whileLoop(budget: number): void {
    const w = this.name("w");
    this.put(`${w} = 0`);
    this.put(`while ${w} < ${1 + this.rng.below(4)}:`);
    this.inLoop++;
    this.block(() => {
      this.put(`${w} += 1`);
      this.several(2, budget);
    });
    this.inLoop--;
    this.ex.vars.push({ name: w, kind: "int" });
  }
  private tryBlock(budget: number): void {
    const { rng } = this;
    this.put("try:");
    this.block(() => {
      this.several(2, budget);
      if (rng.chance(0.5))
        this.put(
          rng.pick([
            `raise ValueError('bad', ${this.ex.of("int", 1)})`,
            `print(1 / ${this.ex.of("int", 1)})`,
            `int(${this.ex.of("str", 1)})`,
            `{}['nope']`,
            `[][${rng.below(3)}]`,
            `assert ${this.ex.of("bool", 1)}, ${this.ex.of("str", 1)}`,
            "'a' + 1",
          ]),
        );
    });
    const n = 1 + rng.below(2);
    for (let i = 0; i < n; i++) {
      const e = this.name("e");
      this.put(`except ${i === n - 1 && rng.chance(0.6) ? "Exception" : rng.pick(BUILTIN_ERRORS)} as ${e}:`);
      this.block(() => {
        this.put(`print(type(${e}).__name__, ${e}${rng.chance(0.3) ? `, ${e}.args` : ""})`);
        if (rng.chance(0.1)) this.put("raise");
      });
    }
    if (rng.chance(0.3)) {
      this.put("else:");
      this.block(() => this.print());
    }
    if (rng.chance(0.3)) {
      this.put("finally:");
      this.block(() => this.print());
    }
  }
  private functionDef(budget: number): void {
    const { rng } = this;
    if (this.inFunction > 1) {
      this.print();
      return;
    }
    const f = this.name("f");
    const result = rng.pick(KINDS);
    const parameters = Array.from({ length: rng.below(4) }, (_, i) => ({
      name: `p${i}`,
      kind: rng.pick(KINDS),
      isOptional: false,
    }));
    let isOptional = false;
    const full = parameters.map((p) => {
      isOptional ||= rng.chance(0.4);
      return { ...p, isOptional };
    });
    const list = full.map((p) => (p.isOptional ? `${p.name}=${this.ex.leaf(p.kind)}` : p.name)).join(", ");
    this.put(`def ${f}(${list}):`);
    const { inLoop } = this;
    this.inLoop = 0;
    this.inFunction++;
    this.block(() => {
      this.ex.vars = [...this.ex.vars.map((v) => ({ ...v, isOuter: true })), ...full];
      this.several(3, budget - 1);
      this.put(`return ${this.ex.of(result, 2)}`);
    });
    this.inFunction--;
    this.inLoop = inLoop;
    const made: Callable = { name: f, parameters: full, result };
    if (this.depth === 0) this.ex.callables.push(made);
    this.put(`print(${this.shown(this.ex.callOf(made, 2), result)})`);
  }
  private generatorDef(): void {
    const { rng } = this;
    const g = this.name("g");
    this.put(`def ${g}(n):`);
    this.block(() => {
      this.put("for k in range(n):");
      this.depth++;
      this.put(`if k == ${rng.below(5)}: ${rng.pick(["continue", "return", "pass"])}`);
      this.put(`yield k ${rng.pick(["* 2", "+ 1", "- n"])}`);
      this.depth--;
    });
    this.put(`print(list(${g}(${rng.below(6)})), sum(${g}(3)), next(${g}(${1 + rng.below(2)}), 'none'))`);
  }
  private classDef(): void {
    const { rng } = this;
    const c = this.name("C");
    const d = this.name("D");
    this.put(`class ${c}(object):`);
    this.block(() => {
      this.put(`shared = ${this.ex.leaf("ints")}`);
      this.put(`total = ${rng.below(9)}`);
      this.put(`def __init__(self, x, y=${rng.below(9)}):`);
      this.depth++;
      this.put("self.x = x");
      this.put("self.y = y");
      this.put(`${c}.total += 1`);
      this.depth--;
      this.put("def get(self, k=1):");
      this.put(`    return self.x ${rng.pick(["+", "*", "-"])} k`);
      this.put("@property");
      this.put("def both(self):");
      this.put("    return (self.x, self.y)");
      this.put("@staticmethod");
      this.put("def make(z):");
      this.put(`    return ${c}(z, z + 1)`);
      this.put("def __str__(self):");
      this.put(`    return '${c}<%s>' % self.x`);
      this.put("def __eq__(self, other):");
      this.put("    return self.x == other.x");
      this.put("def __len__(self):");
      this.put("    return self.y % 5");
      this.put("def __add__(self, other):");
      this.put(`    return ${c}(self.x + other.x)`);
      this.put("def __getitem__(self, i):");
      this.put("    return self.x * i");
    });
    this.put(`class ${d}(${c}):`);
    this.block(() => {
      this.put("def __init__(self, x):");
      this.put(`    super(${d}, self).__init__(x, y=2)`);
      this.put("    self.extra = []");
      this.put("def get(self, k=3):");
      this.put("    self.extra.append(k)");
      this.put(`    return ${c}.get(self, k) + len(self.extra)`);
    });
    const [a, b] = [this.name("o"), this.name("o")];
    this.put(`${a} = ${c}(${this.ex.of("int", 1)})`);
    this.put(`${b} = ${d}(${this.ex.of("int", 1)})`);
    this.put(
      `print(${a}, ${b}, ${a}.get(), ${b}.get(), ${b}.get(k=2), ${a}.both, ${a} == ${b}, len(${a}), ${c}.total, ${b}.total)`,
    );
    this.put(
      `print((${a} + ${b}).x, ${a}[2], ${c}.make(4).get(2), isinstance(${b}, ${c}), hasattr(${a}, 'extra'), getattr(${b}, 'y', 0), bool(${a}), ${b}.shared)`,
    );
  }
  private closure(): void {
    const { rng } = this;
    const f = this.name("f");
    const form = rng.below(3);
    if (form === 0) {
      this.put(`def ${f}(start):`);
      this.block(() => {
        this.put("count = start");
        this.put("def step(by=1):");
        this.put("    nonlocal count");
        this.put("    count += by");
        this.put("    return count");
        this.put("return step");
      });
      const s = this.name("s");
      this.put(`${s} = ${f}(${this.ex.of("int", 1)})`);
      this.put(`print(${s}(), ${s}(5), ${s}())`);
    } else if (form === 1) {
      this.put(`${f} = [lambda q, i=i: q + i for i in range(3)]`);
      this.put(`print([h(10) for h in ${f}])`);
    } else {
      this.put(`${f} = []`);
      this.put(`for n_${f} in range(3):`);
      this.put(`    ${f}.append(lambda: n_${f})`);
      this.put(`print([h() for h in ${f}])`);
    }
  }
  private varargs(): void {
    const f = this.name("f");
    this.put(`def ${f}(a, *rest, **kw):`);
    this.block(() => {
      this.put("return a, rest, sorted(kw.items())");
    });
    this.put(
      `print(${f}(${this.ex.of("int", 1)}), ${f}(1, ${this.ex.of("str", 1)}, 3), ${f}(1, *${this.ex.of("ints", 1)}, z=${this.ex.of("int", 1)}))`,
    );
    const d = this.ex.variable("dict");
    if (d !== null) this.put(`print(${f}(0, **${d}))`);
  }
}
