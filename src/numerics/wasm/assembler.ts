/**
 * Writes WebAssembly modules: instructions as functions that return their bytes, loops, functions, the binary format.
 * Source: the WebAssembly core specification 2.0, chapter 5; only what the kernels beside it use.
 *
 * An assembler and no compiled file: the kernels share their constants with the plain code, and nobody needs a toolchain.
 */

/** Bytes of one or more instructions. */
export type Code = readonly number[];

const TYPES = { i32: 0x7f, v128: 0x7b } as const;
export type ValueType = keyof typeof TYPES;

function unsigned(n: number): number[] {
  const out: number[] = [];
  let rest = n;
  for (; rest > 0x7f; rest >>>= 7) out.push((rest & 0x7f) | 0x80);
  out.push(rest);
  return out;
}

function signed(n: number): number[] {
  const out: number[] = [];
  let rest = n;
  // The last byte's bit 6 is the sign of all bits above it.
  for (; rest < -64 || rest > 63; rest >>= 7) out.push((rest & 0x7f) | 0x80);
  out.push(rest & 0x7f);
  return out;
}

function list(items: readonly Code[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

/** A parameter or a variable of a function. */
export class Local {
  readonly index: Code;
  constructor(index: number) {
    this.index = unsigned(index);
  }
  get get(): Code {
    return [0x20, ...this.index];
  }
  set(value: Code): Code {
    return [...value, 0x21, ...this.index];
  }
  /** Adds to an i32. */
  add(value: Code): Code {
    return this.set(i32.add(this.get, value));
  }
}

const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];

export const i32 = {
  const: (n: number): Code => [0x41, ...signed(n)],
  lessUnsigned: binary(0x49),
  lessSigned: binary(0x48),
  add: binary(0x6a),
  mul: binary(0x6c),
};

const SIMD = 0xfd;
const simd = (opcode: number): number[] => [SIMD, ...unsigned(opcode)];
const simdBinary = (opcode: number) => binary(...simd(opcode));
/** Where memory is read or written; operands are aligned to four bytes, not more. */
const access = (opcode: number, offset = 0): number[] => [...simd(opcode), 2, ...unsigned(offset)];

/** The four bytes of each lane, from a number or from the bits of one. */
function lanes(write: (view: DataView) => void): Code {
  const view = new DataView(new ArrayBuffer(4));
  write(view);
  const lane = [...new Uint8Array(view.buffer)];
  return [...simd(0x0c), ...lane, ...lane, ...lane, ...lane];
}

export const v128 = {
  load: (at: Code): Code => [...at, ...access(0x00)],
  store: (at: Code, value: Code): Code => [...at, ...value, ...access(0x0b)],
  /** One float32 in all lanes. */
  loadSplat: (at: Code): Code => [...at, ...access(0x09)],
  /** One float32 in the first lane, 0 in the others. */
  loadFirst: (at: Code): Code => [...at, ...access(0x5c)],
  storeLane: (at: Code, value: Code, lane: number): Code => [...at, ...value, ...access(0x5a, 4 * lane), lane],
  bits: (n: number): Code => lanes((view) => view.setInt32(0, n, true)),
  and: simdBinary(0x4e),
  /** a & ~b */
  andNot: simdBinary(0x4f),
};

export const f32x4 = {
  const: (x: number): Code => lanes((view) => view.setFloat32(0, x, true)),
  less: simdBinary(0x43),
  abs: (a: Code): Code => [...a, ...simd(0xe0)],
  add: simdBinary(0xe4),
  sub: simdBinary(0xe5),
  mul: simdBinary(0xe6),
  div: simdBinary(0xe7),
  min: simdBinary(0xe8),
  max: simdBinary(0xe9),
};

/** Repeats `body` as long as `condition` holds, which is asked first. */
export function whileLoop(condition: Code, body: Code): Code {
  return [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1, ...body, 0x0c, 0, 0x0b, 0x0b];
}

export function ifElse(condition: Code, then: Code, otherwise: Code = []): Code {
  return [...condition, 0x04, 0x40, ...then, ...(otherwise.length > 0 ? [0x05, ...otherwise] : []), 0x0b];
}

/** A function of i32 parameters without a result; its parameters are named before its variables. */
export class FunctionBuilder {
  private readonly locals: ValueType[] = [];
  private params = 0;
  readonly name: string;
  private code: Code = [];

  constructor(name: string) {
    this.name = name;
  }
  parameter(): Local {
    if (this.locals.length > 0) throw new Error(`${this.name}: a parameter after a variable`);
    return new Local(this.params++);
  }
  local(type: ValueType): Local {
    return new Local(this.params + this.locals.push(type) - 1);
  }
  body(...parts: Code[]): this {
    this.code = parts.flat();
    return this;
  }
  get type(): Code {
    return [0x60, ...list(new Array<Code>(this.params).fill([TYPES.i32])), 0];
  }
  get bytes(): Code {
    const body = [...list(this.locals.map((t) => [1, TYPES[t]])), ...this.code, 0x0b];
    return [...unsigned(body.length), ...body];
  }
}

const text = (s: string): Code => list([...s].map((c) => [c.charCodeAt(0)]));
const section = (id: number, items: readonly Code[]): Code => {
  const content = list(items);
  return [id, ...unsigned(content.length), ...content];
};

/** A module that exports the functions, and its memory of `pages` pages of 64 KiB as "memory". */
export function assemble(functions: readonly FunctionBuilder[], pages: number): Uint8Array<ArrayBuffer> {
  const exported = functions.map((f, i): Code => [...text(f.name), 0, ...unsigned(i)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map((f) => f.type),
    ),
    ...section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    ...section(5, [[0, ...unsigned(pages)]]),
    ...section(7, [...exported, [...text("memory"), 2, 0]]),
    ...section(
      10,
      functions.map((f) => f.bytes),
    ),
  ]);
}
