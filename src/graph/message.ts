/**
 * Protocol messages from a table of their fields: plain typed records with the text that Python prints of them.
 * Source: google.protobuf message semantics (proto3): a scalar that is zero is not set, a message is set by setting in it.
 */
import { AttributeError, TypeError_, ValueError } from "../np/errors.js";
import { isPlainObject } from "../np/printing/mapping.js";
import { repr } from "../np/printing/repr.js";
import { pythonTypeName } from "./python_type.js";
import { floatText, indent, quote } from "./text_format.js";

export type ScalarKind = "double" | "float" | "int" | "bool" | "string";
export interface EnumKind {
  readonly names: Readonly<Record<string, number>>;
}
/** Several values of a kind. */
export interface Repeated<K extends FieldKind> {
  readonly each: K;
}
/** A dict from strings to integers. */
export type MapKind = "map";
export type FieldKind =
  | ScalarKind
  | MapKind
  | EnumKind
  | Repeated<ScalarKind>
  | Repeated<AnyMessageType>
  | AnyMessageType;
/** Fields in the order of their numbers: the order in which they are printed. */
export type Fields = Readonly<Record<string, FieldKind>>;

interface AnyMessageType {
  readonly fields: Fields;
}

type ScalarOf<K> = K extends "bool" ? boolean : K extends "string" ? string : number;
type ValueOf<K> = K extends MapKind
  ? Record<string, number>
  : K extends Repeated<infer E>
    ? E extends MessageType<infer F>
      ? Message<F>[]
      : ScalarOf<E>[]
    : K extends MessageType<infer F>
      ? Message<F>
      : ScalarOf<K>;
type GivenOf<K> =
  K extends Repeated<infer E>
    ? readonly (E extends MessageType<infer F> ? Message<F> : ScalarOf<E>)[]
    : K extends MessageType<infer F>
      ? Message<F> | MessageFields<F>
      : ValueOf<K>;

/** A message: its fields may be read and, but for lists and messages in it, written. */
export type Message<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> } & object;
/** What a constructor takes: fields by name. */
export type MessageFields<F extends Fields> = { readonly [K in keyof F]?: GivenOf<F[K]> };

/** The class of a message, called with or without `new`; members of its enumerations are its own. */
export interface MessageType<F extends Fields> {
  (fields?: MessageFields<F>): Message<F>;
  new (fields?: MessageFields<F>): Message<F>;
  readonly prototype: Message<F>;
  readonly fields: F;
}

const isEnum = (k: FieldKind): k is EnumKind => typeof k === "object" && "names" in k;
const isRepeated = (k: FieldKind): k is Repeated<ScalarKind> | Repeated<AnyMessageType> =>
  typeof k === "object" && "each" in k;

/** Values of one message, and who has to know when one is set. */
class Content {
  readonly values = new Map<string, unknown>();
  isSet = false;
  parent: Content | null = null;

  touch(): void {
    this.isSet = true;
    this.parent?.touch();
  }
}

const contents = new WeakMap<object, Content>();
const typesOf = new WeakMap<object, Fields>();

function zeroOf(kind: FieldKind): unknown {
  if (kind === "bool") return false;
  if (kind === "string") return "";
  if (kind === "map") return {};
  if (typeof kind === "string" || isEnum(kind)) return 0;
  if (isRepeated(kind)) return [];
  return makeMessage(kind, {});
}

/** Raises TypeError, in Python's words, for a scalar of the wrong type. */
function checked(path: string, kind: ScalarKind | EnumKind, value: unknown): unknown {
  const refuse = (expected: string): TypeError_ =>
    new TypeError_(
      `Cannot set ${path} to ${repr(value)}: ${repr(value)} has type <class '${pythonTypeName(value)}'>, but expected one of: ${expected}`,
    );
  switch (kind) {
    case "bool":
      if (typeof value === "boolean") return value;
      if (typeof value === "number" && Number.isInteger(value)) return value !== 0;
      throw refuse("(<class 'bool'>, <class 'int'>)");
    case "string":
      if (typeof value === "string") return value;
      throw refuse("(<class 'bytes'>, <class 'str'>)");
    case "double":
    case "float":
      if (typeof value === "boolean") return Number(value);
      if (typeof value === "number") return kind === "float" ? Math.fround(value) : value;
      throw refuse("(<class 'numbers.Real'>,)");
    default:
      if (typeof value === "boolean") return Number(value);
      if (typeof value === "number" && Number.isInteger(value)) return value;
      if (isEnum(kind) && typeof value === "string" && value in kind.names) return kind.names[value];
      throw refuse("(<class 'int'>,)");
  }
}

function read(content: Content, name: string, kind: FieldKind): unknown {
  const known = content.values.get(name);
  if (known !== undefined) return known;
  const made = zeroOf(kind);
  // Lists, dicts and messages are what they are from the first look on.
  if (typeof made === "object" && made !== null) content.values.set(name, made);
  const inner = contents.get(Object(made));
  if (inner) inner.parent = content;
  return made;
}

/** `given`: fields by name, or a message of the type to copy. */
function makeMessage({ fields }: AnyMessageType, given: object): object {
  const prototype = prototypes.get(fields);
  if (!prototype) throw new Error("a message type without a prototype");
  const message: object = Object.create(prototype);
  const content = new Content();
  contents.set(message, content);
  typesOf.set(message, fields);
  Object.preventExtensions(message);
  const source = contents.get(given);
  for (const [name, value] of source ? source.values : Object.entries(given)) {
    const kind = fields[name];
    if (kind === undefined) {
      throw new ValueError(`Protocol message ${message.constructor.name} has no "${name}" field.`);
    }
    if (value === undefined || value === null) continue;
    try {
      fill(message, content, name, kind, value);
    } catch (error) {
      // Constructors say which field they were at.
      if (!(error instanceof TypeError_)) throw error;
      throw new TypeError_(`${error.message} for field ${message.constructor.name}.${name}`);
    }
  }
  return message;
}

function fill(message: object, content: Content, name: string, kind: FieldKind, value: unknown): void {
  if (typeof kind === "string" || isEnum(kind)) {
    if (kind === "map") content.values.set(name, { ...(value as Record<string, number>) });
    else {
      const path = `tensorflow.${message.constructor.name}.${name}`;
      content.values.set(name, checked(path, kind, value));
    }
  } else if (isRepeated(kind)) {
    if (!Array.isArray(value)) throw new TypeError_("Value must be iterable");
    content.values.set(name, [...value]);
  } else {
    if (!isPlainObject(value) && typesOf.get(Object(value)) !== kind.fields) {
      throw new TypeError_(`Parameter to MergeFrom() must be instance of same class, got ${pythonTypeName(value)}.`);
    }
    const made = makeMessage(kind, Object(value));
    const inner = contents.get(made)!;
    inner.parent = content;
    inner.isSet = true;
    content.values.set(name, made);
  }
  content.touch();
}

const prototypes = new WeakMap<Fields, object>();

function scalarText(kind: ScalarKind | EnumKind, value: unknown): string {
  if (isEnum(kind)) return Object.keys(kind.names).find((n) => kind.names[n] === value) ?? String(value);
  if (kind === "double" || kind === "float") return floatText(Number(value), kind === "float");
  return kind === "string" ? quote(String(value)) : String(value);
}

const block = (name: string, lines: readonly string[]): string[] => [`${name} {`, ...lines.map((l) => indent(l)), "}"];

function linesOf(message: object): string[] {
  const content = contents.get(message)!;
  return Object.entries(typesOf.get(message)!).flatMap(([name, kind]) => {
    const value = content.values.get(name);
    if (value === undefined) return [];
    if (kind === "map") {
      const entries = Object.entries(value as Record<string, number>).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return entries.flatMap(([k, v]) => block(name, [`key: ${quote(k)}`, ...(v === 0 ? [] : [`value: ${v}`])]));
    }
    if (typeof kind === "string" || isEnum(kind)) {
      return value === 0 || value === false || value === "" ? [] : [`${name}: ${scalarText(kind, value)}`];
    }
    if (isRepeated(kind)) {
      const { each } = kind;
      return (value as readonly unknown[]).flatMap((item) =>
        typeof each === "string" ? [`${name}: ${scalarText(each, item)}`] : block(name, linesOf(Object(item))),
      );
    }
    const inner = linesOf(Object(value));
    return contents.get(Object(value))!.isSet || inner.length > 0 ? block(name, inner) : [];
  });
}

/** Makes the class of a message. `name` as in tf, its fields in the order of their numbers. */
export function messageType<const F extends Fields, const S extends object = object>(
  name: string,
  fields: F,
  statics?: S,
): MessageType<F> & S {
  function make(given: MessageFields<F> = {}): Message<F> {
    return makeMessage({ fields }, given) as Message<F>;
  }
  Object.defineProperty(make, "name", { value: name });
  const text = function (this: object): string {
    return linesOf(this)
      .map((line) => `${line}\n`)
      .join("");
  };
  const prototype: object = { constructor: make, toString: text, __str__: text, __repr__: text };
  for (const key of Object.keys(prototype)) Object.defineProperty(prototype, key, { enumerable: false });
  for (const [field, kind] of Object.entries<FieldKind>(fields)) {
    Object.defineProperty(prototype, field, {
      enumerable: true,
      get(this: object): unknown {
        return read(contents.get(this)!, field, kind);
      },
      set(this: object, value: unknown): void {
        if (kind === "map" || !(typeof kind === "string" || isEnum(kind))) {
          const what = kind === "map" || isRepeated(kind) ? "repeated" : "composite";
          throw new AttributeError(`Assignment not allowed to ${what} field "${field}" in protocol message object.`);
        }
        fill(this, contents.get(this)!, field, kind, value);
      },
    });
  }
  prototypes.set(fields, prototype);
  make.prototype = prototype as Message<F>;
  return Object.assign(make, { fields }, statics) as object as MessageType<F> & S;
}
