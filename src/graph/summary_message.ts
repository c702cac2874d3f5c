/**
 * Summary messages: what event files hold, as objects with the text of protocol buffers.
 * Source: tf.Summary (tensorflow/core/framework/summary.proto). Images, sounds and tensors are not there yet.
 */
import { floatText, indent, quote } from "./text_format.js";

/** Messages in a repeated field; `add` makes one from its fields. */
export class RepeatedMessages<T, F> extends Array<T> {
  private readonly make: (fields: F) => T;

  constructor(make: (fields: F) => T, items: readonly T[] = []) {
    super();
    this.make = make;
    // A method of the list, not an element of what Python would print.
    Object.defineProperty(this, "make", { enumerable: false });
    this.push(...items);
  }
  /** map, filter and slice give plain lists. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
  add(fields: F): T {
    const made = this.make(fields);
    this.push(made);
    return made;
  }
}

/** Text of the fields that are set, in the order of their numbers. */
abstract class Message {
  protected abstract lines(): string[];

  toString(): string {
    return this.lines()
      .map((line) => `${line}\n`)
      .join("");
  }
  __repr__(): string {
    return this.toString();
  }
  __str__(): string {
    return this.toString();
  }
}

function block(name: string, message: Message | null): string[] {
  return message === null ? [] : [`${name} {`, ...indent(String(message)).trimEnd().split("\n").filter(Boolean), "}"];
}

export interface HistogramFields {
  readonly min?: number;
  readonly max?: number;
  readonly num?: number;
  readonly sum?: number;
  readonly sum_squares?: number;
  readonly bucket_limit?: readonly number[];
  readonly bucket?: readonly number[];
}

/** tf.HistogramProto */
export class HistogramProto extends Message {
  min: number;
  max: number;
  num: number;
  sum: number;
  sum_squares: number;
  readonly bucket_limit: number[];
  readonly bucket: number[];

  constructor(fields: HistogramFields = {}) {
    super();
    this.min = fields.min ?? 0;
    this.max = fields.max ?? 0;
    this.num = fields.num ?? 0;
    this.sum = fields.sum ?? 0;
    this.sum_squares = fields.sum_squares ?? 0;
    this.bucket_limit = [...(fields.bucket_limit ?? [])];
    this.bucket = [...(fields.bucket ?? [])];
  }
  protected lines(): string[] {
    const { min, max, num, sum, sum_squares } = this;
    // A number that is zero is left out, as one that was never set.
    const numbers = Object.entries({ min, max, num, sum, sum_squares }).filter(([, x]) => x !== 0);
    return [
      ...numbers.map(([name, x]) => `${name}: ${floatText(x, false)}`),
      ...this.bucket_limit.map((x) => `bucket_limit: ${floatText(x, false)}`),
      ...this.bucket.map((x) => `bucket: ${floatText(x, false)}`),
    ];
  }
}

export interface SummaryValueFields {
  readonly tag?: string;
  readonly simple_value?: number;
  readonly histo?: HistogramProto;
  readonly node_name?: string;
}

/** tf.Summary.Value: one of a number and a histogram, under a tag. */
export class SummaryValue extends Message {
  tag: string;
  node_name: string;
  private content: { simple_value: number } | { histo: HistogramProto } | null = null;

  constructor(fields: SummaryValueFields = {}) {
    super();
    this.tag = fields.tag ?? "";
    this.node_name = fields.node_name ?? "";
    if (fields.simple_value !== undefined) this.simple_value = fields.simple_value;
    if (fields.histo !== undefined) this.histo = fields.histo;
  }
  /** float32; 0 where something else, or nothing, is set. */
  get simple_value(): number {
    return this.content && "simple_value" in this.content ? this.content.simple_value : 0;
  }
  set simple_value(x: number) {
    this.content = { simple_value: Math.fround(Number(x)) };
  }
  get histo(): HistogramProto {
    return this.content && "histo" in this.content ? this.content.histo : new HistogramProto();
  }
  set histo(x: HistogramProto) {
    this.content = { histo: x };
  }
  protected lines(): string[] {
    const { content } = this;
    return [
      ...(this.tag === "" ? [] : [`tag: ${quote(this.tag)}`]),
      ...(content && "simple_value" in content ? [`simple_value: ${floatText(content.simple_value, true)}`] : []),
      ...block("histo", content && "histo" in content ? content.histo : null),
      ...(this.node_name === "" ? [] : [`node_name: ${quote(this.node_name)}`]),
    ];
  }
}

/** tf.Summary: a list of values. */
export class Summary extends Message {
  static readonly Value = SummaryValue;
  readonly value: RepeatedMessages<SummaryValue, SummaryValueFields>;

  constructor(fields: { readonly value?: readonly SummaryValue[] } = {}) {
    super();
    this.value = new RepeatedMessages((f) => new SummaryValue(f), fields.value);
  }
  protected lines(): string[] {
    return this.value.flatMap((v) => block("value", v));
  }
}
