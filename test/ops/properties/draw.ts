/** Arguments of a case: numbers to vary, numbers that stay, from a small deterministic stream. */

/** A float64 input whose gradient is checked. */
export class Varied {
  readonly shape: readonly number[];
  readonly data: number[];
  constructor(shape: readonly number[], data: number[]) {
    this.shape = shape;
    this.data = data;
  }
}
/** A float64 input that stays as it is: TensorFlow has no gradient for it, or it is no number to differentiate by. */
export class Fixed extends Varied {}

export type Arguments = Readonly<Record<string, unknown>>;
export type Case = (d: Draw) => Arguments;

/** Elements as nested lists of a shape. */
export function nested(data: readonly number[], shape: readonly number[]): unknown {
  const [n, ...rest] = shape;
  if (n === undefined) return data[0];
  const step = data.length / Math.max(n, 1);
  return Array.from({ length: n }, (_, i) => nested(data.slice(i * step, (i + 1) * step), rest));
}

export class Draw {
  private state: number;
  constructor(seed: number) {
    this.state = (seed >>> 0) | 1;
  }
  /** In [0, 1). */
  unit(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }
  /** An integer from `low` to `high`. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }
  ints(n: number, low: number, high: number): number[] {
    return Array.from({ length: n }, () => this.int(low, high));
  }
  one<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }
  permutation(n: number): number[] {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.int(0, i);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }
  /** Numbers apart from each other and from zero, where kinks are, in any order. */
  private spread(shape: readonly number[], low: number, high: number): number[] {
    const n = shape.reduce((a, b) => a * b, 1);
    return this.permutation(n).map((place) => {
      const x = low + ((high - low) * (place + 0.3 + 0.4 * this.unit())) / n;
      return Math.abs(x) < 0.02 ? 0.02 : x;
    });
  }
  v(shape: readonly number[], low = -2, high = 2): Varied {
    return new Varied(shape, this.spread(shape, low, high));
  }
  fixed(shape: readonly number[], low = -2, high = 2): Fixed {
    return new Fixed(shape, this.spread(shape, low, high));
  }
  /** A dimension or two or three, each small. */
  shape(rank = this.int(1, 3)): number[] {
    return this.ints(rank, 1, 3);
  }
  /** Two shapes that broadcast. */
  pair(): [number[], number[]] {
    const full = this.shape();
    const cut = full.map((n) => (this.unit() < 0.3 ? 1 : n)).slice(this.int(0, full.length - 1));
    return this.unit() < 0.5 ? [full, cut] : [cut, full];
  }
  /** A square matrix, well away from singular. */
  matrix(n: number): Varied {
    const x = this.spread([n, n], -0.4, 0.4);
    for (let i = 0; i < n; i++) x[i * n + i] = 2 + i + x[i * n + i]!;
    return new Varied([n, n], x);
  }
}
