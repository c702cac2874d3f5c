/**
 * The kernels in WebAssembly: float32, four lanes that never meet, so each lane rounds exactly as the plain code does.
 * Addresses and distances between neighbours are in bytes. They are the definitions of direct.ts and packet.ts again, not
 * others: tests compare them bit by bit.
 */
import { TINY32 } from "../../np/libm/flush.js";
import { SIGMOID, TANH } from "../packet.js";
import { assemble, type Code, FunctionBuilder, f32x4, i32, ifElse, type Local, v128, whileLoop } from "./assembler.js";

const { add, mul } = f32x4;
const FLOAT = i32.const(4);
const PACKET = i32.const(16);
const ZERO = f32x4.const(0);

/** to[depth][width] = from[depth][cols]: rows of neighbours, so that products can load four columns at once. */
function pack(): FunctionBuilder {
  const f = new FunctionBuilder("pack");
  const from = f.parameter();
  const stepDepth = f.parameter();
  const step = f.parameter();
  const depth = f.parameter();
  const cols = f.parameter();
  const to = f.parameter();
  const width = f.parameter();
  const p = f.local("i32");
  const j = f.local("i32");
  const s = f.local("i32");
  const t = f.local("i32");
  return f.body(
    p.set(i32.const(0)),
    whileLoop(i32.lessSigned(p.get, depth.get), [
      ...s.set(from.get),
      ...t.set(to.get),
      ...j.set(i32.const(0)),
      ...whileLoop(i32.lessSigned(j.get, cols.get), [
        ...v128.storeLane(t.get, v128.loadFirst(s.get), 0),
        ...s.add(step.get),
        ...t.add(FLOAT),
        ...j.add(i32.const(1)),
      ]),
      ...from.add(stepDepth.get),
      ...to.add(width.get),
      ...p.add(i32.const(1)),
    ]),
  );
}

/** Where a group of four columns stands while its terms are added. */
interface Terms {
  readonly s: Local;
  readonly q: Local;
  readonly stepA: Local;
  readonly width: Local;
}

/** sum += A * B for the next term. */
function term(sum: Local, { s, q, stepA, width }: Terms): Code {
  return [
    ...sum.set(add(sum.get, mul(v128.loadSplat(s.get), v128.load(q.get)))),
    ...s.add(stepA.get),
    ...q.add(width.get),
  ];
}

/**
 * c[rows][cols] = a[rows][depth] * b[depth][cols], b's columns being neighbours `width` apart from term to term. The first
 * `main` terms go to `count` accumulators in turn, `join` adds these up into the first, which takes what follows.
 */
function product(name: string, count: number, join: (sums: readonly Local[], terms: Terms, end: Code) => Code) {
  const f = new FunctionBuilder(name);
  const a = f.parameter();
  const rowA = f.parameter();
  const stepA = f.parameter();
  const b = f.parameter();
  const width = f.parameter();
  const c = f.parameter();
  const rowC = f.parameter();
  const rows = f.parameter();
  const cols = f.parameter();
  const main = f.parameter();
  const depth = f.parameter();
  const s = f.local("i32");
  const q = f.local("i32");
  const t = f.local("i32");
  const column = f.local("i32");
  const left = f.local("i32");
  const endMain = f.local("i32");
  const end = f.local("i32");
  const sums = Array.from({ length: count }, () => f.local("v128"));
  const first = sums[0]!;
  const terms = { s, q, stepA, width };
  const store = (lanes: number): Code =>
    Array.from({ length: lanes }, (_, lane) => v128.storeLane(t.get, first.get, lane)).flat();
  return f.body(
    whileLoop(i32.lessSigned(i32.const(0), rows.get), [
      ...t.set(c.get),
      ...column.set(b.get),
      ...left.set(cols.get),
      ...whileLoop(i32.lessSigned(i32.const(0), left.get), [
        ...sums.flatMap((sum) => sum.set(ZERO)),
        ...s.set(a.get),
        ...q.set(column.get),
        ...endMain.set(i32.add(q.get, i32.mul(main.get, width.get))),
        ...end.set(i32.add(q.get, i32.mul(depth.get, width.get))),
        ...whileLoop(
          i32.lessUnsigned(q.get, endMain.get),
          sums.flatMap((sum) => term(sum, terms)),
        ),
        ...join(sums, terms, end.get),
        ...whileLoop(i32.lessUnsigned(q.get, end.get), term(first, terms)),
        ...ifElse(
          i32.lessSigned(i32.const(3), left.get),
          v128.store(t.get, first.get),
          ifElse(
            i32.lessSigned(i32.const(2), left.get),
            store(3),
            ifElse(i32.lessSigned(i32.const(1), left.get), store(2), store(1)),
          ),
        ),
        ...t.add(PACKET),
        ...column.add(PACKET),
        ...left.add(i32.const(-4)),
      ]),
      ...a.add(rowA.get),
      ...c.add(rowC.get),
      ...rows.add(i32.const(-1)),
    ]),
  );
}

/** pairs32 of direct.ts. */
const pairs = () => product("pairs", 2, ([even, odd]) => even!.set(add(even!.get, odd!.get)));

/** eights32 of direct.ts: even and odd terms stay apart through the rest in pairs. */
const eights = () =>
  product("eights", 8, (sums, terms, end) => {
    const even = sums[0]!;
    const odd = sums[1]!;
    const sum = (i: number): Code => sums[i]!.get;
    return [
      ...even.set(add(add(sum(0), sum(2)), add(sum(4), sum(6)))),
      ...odd.set(add(add(sum(1), sum(3)), add(sum(5), sum(7)))),
      ...whileLoop(i32.lessUnsigned(i32.add(terms.q.get, terms.width.get), end), [
        ...term(even, terms),
        ...term(odd, terms),
      ]),
      ...even.set(add(even.get, odd.get)),
    ];
  });

/** Names for values that every element needs; made before the loop. */
class Constants {
  private readonly made = new Map<string, Local>();
  private readonly code: number[] = [];
  private readonly f: FunctionBuilder;
  constructor(f: FunctionBuilder) {
    this.f = f;
  }
  private keep(value: Code): Code {
    const key = value.join();
    let local = this.made.get(key);
    if (!local) {
      local = this.f.local("v128");
      this.made.set(key, local);
      this.code.push(...local.set(value));
    }
    return local.get;
  }
  float(x: number): Code {
    return this.keep(f32x4.const(x));
  }
  bits(n: number): Code {
    return this.keep(v128.bits(n));
  }
  get setting(): Code {
    return this.code;
  }
}

/** What an elementwise kernel computes of the elements in `x` (and `y`), with a place to keep values. */
type Elements = (x: Local, y: Local, k: Constants, local: () => Local) => { before: Code; result: Code };

/** (x, y, bytes): elements of x replaced by the result, `bytes` rounded up to whole registers. y is read by some. */
function elementwise(name: string, binary: boolean, elements: Elements): FunctionBuilder {
  const f = new FunctionBuilder(name);
  const at = f.parameter();
  const other = f.parameter();
  const bytes = f.parameter();
  const x = f.local("v128");
  const y = f.local("v128");
  const k = new Constants(f);
  const { before, result } = elements(x, y, k, () => f.local("v128"));
  return f.body(
    k.setting,
    bytes.add(at.get),
    whileLoop(i32.lessUnsigned(at.get, bytes.get), [
      ...x.set(v128.load(at.get)),
      ...(binary ? y.set(v128.load(other.get)) : []),
      ...before,
      ...v128.store(at.get, result),
      ...at.add(PACKET),
      ...(binary ? other.add(PACKET) : []),
    ]),
  );
}

/** flush32: denormals become zeros of their sign. `x` is read twice. */
function flush(x: Local, k: Constants): Code {
  const tiny = f32x4.less(f32x4.abs(x.get), k.float(TINY32));
  return v128.andNot(x.get, v128.and(tiny, k.bits(0x7fffffff)));
}

function horner(z: Local, coefficients: readonly number[], k: Constants): Code {
  return coefficients.reduce<Code>((y, c, i) => (i === 0 ? k.float(c) : add(mul(y, z.get), k.float(c))), []);
}

const clamp = (x: Local, limit: number, k: Constants): Code =>
  x.set(f32x4.min(f32x4.max(x.get, k.float(-limit)), k.float(limit)));

const tanh: Elements = (x, _, k, local) => {
  const z = local();
  const p = local();
  return {
    before: [
      ...clamp(x, TANH.limit, k),
      ...z.set(mul(x.get, x.get)),
      ...p.set(mul(flush(x, k), horner(z, TANH.numerator, k))),
    ],
    result: f32x4.div(flush(p, k), horner(z, TANH.denominator, k)),
  };
};

const sigmoid: Elements = (x, _, k, local) => {
  const z = local();
  const quotient = f32x4.div(mul(x.get, horner(z, SIGMOID.numerator, k)), horner(z, SIGMOID.denominator, k));
  return {
    before: [...clamp(x, SIGMOID.limit, k), ...z.set(mul(x.get, x.get))],
    result: f32x4.min(f32x4.max(add(quotient, k.float(0.5)), k.float(0)), k.float(1)),
  };
};

/** x is the output y of tanh, y the gradient that arrives. */
const tanhGrad: Elements = (x, y, k) => ({
  before: [
    ...x.set(f32x4.sub(k.float(1), mul(x.get, x.get))),
    ...x.set(flush(x, k)),
    ...y.set(flush(y, k)),
    ...x.set(mul(y.get, x.get)),
  ],
  result: flush(x, k),
});

/** The module, of a few kilobytes: browsers compile no more than 4 KiB at once on the main thread. */
export function kernelModule(pages: number): Uint8Array<ArrayBuffer> {
  const functions = [
    pack(),
    pairs(),
    eights(),
    elementwise("tanh", false, tanh),
    elementwise("sigmoid", false, sigmoid),
    elementwise("tanhGrad", true, tanhGrad),
  ];
  return assemble(functions, pages);
}
