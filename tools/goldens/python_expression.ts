/**
 * Evaluates Python expressions, as goldens record them, with this package's values: names are given by the caller,
 * operators and built-ins are those of `py`, keywords become the one trailing plain object.
 * Source: The Python Language Reference 3.7, section 6 (expressions).
 */
import {
  type Call,
  type Comprehension,
  type Constant,
  type ExprNode,
  getSourceSegment,
  PyComplex,
  parse,
} from "py-ast";
import { AttributeError, NotImplementedError, PyError } from "../../src/np/errors.js";
import { typeName } from "../../src/np/printing/type_name.js";
import { PyFloat } from "../../src/np/pyfloat.js";
import * as py from "../../src/py/index.js";

/** What the names of an expression stand for. */
export type Names = Readonly<Record<string, unknown>>;
type Fn = (...args: readonly unknown[]) => unknown;
type Operators<K extends string> = Readonly<Record<K, (x: unknown, y: unknown) => unknown>>;

class NameError extends PyError {
  override name = "NameError";
}

const BINARY: Operators<Extract<ExprNode, { nodeType: "BinOp" }>["op"]["nodeType"]> = {
  Add: py.add,
  Sub: py.sub,
  Mult: py.mul,
  MatMult: py.matmul,
  Div: py.truediv,
  FloorDiv: py.floordiv,
  Mod: py.mod,
  Pow: py.pow,
  LShift: py.lshift,
  RShift: py.rshift,
  BitAnd: py.and_,
  BitOr: py.or_,
  BitXor: py.xor,
};

const COMPARE: Operators<Extract<ExprNode, { nodeType: "Compare" }>["ops"][number]["nodeType"]> = {
  Eq: py.eq,
  NotEq: py.ne,
  Lt: py.lt,
  LtE: py.le,
  Gt: py.gt,
  GtE: py.ge,
  Is: (x, y) => x === y,
  IsNot: (x, y) => x !== y,
  In: (x, y) => py.contains(y, x),
  NotIn: (x, y) => !py.contains(y, x),
};

const UNARY = { UAdd: py.pos, USub: py.neg, Invert: py.invert, Not: py.not_ } as const;
const CONVERSIONS: Readonly<Record<number, (x: unknown) => unknown>> = { 114: py.repr, 115: py.str, 97: py.ascii };

/** Python's methods of values that are JavaScript's own: text, bytes, lists, dicts. */
const METHODS: readonly (readonly [is: (x: unknown) => boolean, methods: Readonly<Record<string, Fn>>])[] = [
  [
    (x) => typeof x === "string",
    {
      format: (text, ...args) => py.format(text as string, ...args),
      join: (text, items) => py.list(items as Iterable<string>).join(text as string),
      encode: (text) => new TextEncoder().encode(text as string),
      upper: (text) => (text as string).toUpperCase(),
      lower: (text) => (text as string).toLowerCase(),
      split: (text, by) => (typeof by === "string" ? (text as string).split(by) : (text as string).trim().split(/\s+/)),
    },
  ],
  [(x) => x instanceof Uint8Array, { decode: (bytes) => new TextDecoder().decode(bytes as Uint8Array) }],
  [
    (x) => x instanceof Map,
    {
      get: (dict, key, other = null) => (dict as Map<unknown, unknown>).get(key) ?? other,
      items: (dict) => Array.from(dict as Map<unknown, unknown>, (pair) => py.tuple(pair)),
      keys: (dict) => [...(dict as Map<unknown, unknown>).keys()],
      values: (dict) => [...(dict as Map<unknown, unknown>).values()],
    },
  ],
];

/** Python's x.name, a method still to be applied to x. */
function attribute(x: unknown, name: string): unknown {
  const own = METHODS.find(([is]) => is(x))?.[1][name];
  if (own) return (...args: readonly unknown[]) => own(x, ...args);
  const found: unknown = x === null || x === undefined ? undefined : Reflect.get(Object(x), name, x);
  if (found !== undefined) return found;
  if (typeof x === "function" && name === "__name__") return x.name;
  throw new AttributeError(`'${typeName(x)}' object has no attribute '${name}'`);
}

/** A class of JavaScript's, which wants `new`. */
function isClass(f: object): f is new (...args: readonly unknown[]) => unknown {
  return /^class\b/.test(Function.prototype.toString.call(f));
}

function literal(node: Constant, source: string): unknown {
  const value: unknown = node.value;
  if (value instanceof PyComplex) return { re: value.real, im: value.imag };
  // The parser's number doesn't say whether it was written as a float.
  if (typeof value === "number" && !/^0[xob]|^[\d_]+$/i.test(getSourceSegment(source, node) ?? "")) {
    return Number.isInteger(value) ? new PyFloat(value) : value;
  }
  if (typeof value === "string" && /b/i.test(node.quote_style ?? ""))
    return Uint8Array.from(value, (c) => c.charCodeAt(0));
  return value;
}

class Evaluator {
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  eval(node: ExprNode, names: Names): unknown {
    switch (node.nodeType) {
      case "Constant":
        return literal(node, this.source);
      case "Name":
        if (Object.hasOwn(names, node.id)) return names[node.id];
        throw new NameError(`name '${node.id}' is not defined`);
      case "List":
        return this.list(node.elts, names);
      case "Tuple":
        return py.tuple(this.list(node.elts, names));
      case "Set":
        return py.set(this.list(node.elts, names));
      case "Dict":
        return new Map(node.keys.flatMap((key, i) => this.entries(key, node.values[i]!, names)));
      case "Attribute":
        return attribute(this.eval(node.value, names), node.attr);
      case "Call":
        return this.call(node, names);
      case "Subscript":
        return py.getitem(this.eval(node.value, names), this.eval(node.slice, names));
      case "Slice": {
        const [start, stop, step] = [node.lower, node.upper, node.step].map((n) => (n ? this.eval(n, names) : null));
        return py.slice(start, stop, step);
      }
      case "BinOp":
        return BINARY[node.op.nodeType](this.eval(node.left, names), this.eval(node.right, names));
      case "UnaryOp":
        return UNARY[node.op.nodeType](this.eval(node.operand, names));
      case "BoolOp":
        return this.logical(node.values, node.op.nodeType === "Or", names);
      case "Compare":
        return this.compare(node, names);
      case "IfExp":
        return this.eval(py.is_true(this.eval(node.test, names)) ? node.body : node.orelse, names);
      case "Lambda": {
        const parameters = [...node.args.posonlyargs, ...node.args.args].map((a) => a.arg);
        const defaults = node.args.defaults.map((d) => this.eval(d, names));
        const first = parameters.length - defaults.length;
        return (...args: readonly unknown[]) => {
          const given = parameters.map((name, i) => [name, i < args.length ? args[i] : defaults[i - first]]);
          return this.eval(node.body, { ...names, ...Object.fromEntries(given) });
        };
      }
      case "ListComp":
      case "GeneratorExp":
        return this.comprehension(node.generators, names, (inner) => this.eval(node.elt, inner));
      case "SetComp":
        return py.set(this.comprehension(node.generators, names, (inner) => this.eval(node.elt, inner)));
      case "DictComp":
        return new Map(
          this.comprehension(node.generators, names, (inner) => [
            this.eval(node.key, inner),
            this.eval(node.value, inner),
          ]),
        );
      case "JoinedStr":
        return node.values.map((part) => py.str(this.eval(part, names))).join("");
      case "FormattedValue": {
        const value = (CONVERSIONS[node.conversion] ?? ((x: unknown) => x))(this.eval(node.value, names));
        return py.format_value(value, node.format_spec ? py.str(this.eval(node.format_spec, names)) : "");
      }
      default:
        throw new NotImplementedError(`no rule for ${node.nodeType}`);
    }
  }

  private list(nodes: readonly ExprNode[], names: Names): unknown[] {
    return nodes.flatMap((n) =>
      n.nodeType === "Starred" ? py.list(this.eval(n.value, names)) : [this.eval(n, names)],
    );
  }

  private entries(key: ExprNode | null, value: ExprNode, names: Names): (readonly [unknown, unknown])[] {
    const item = this.eval(value, names);
    return key === null ? [...(item as Map<unknown, unknown>)] : [[this.eval(key, names), item]];
  }

  private call(node: Call, names: Names): unknown {
    const method = node.func.nodeType === "Attribute" ? node.func : null;
    const receiver = method ? this.eval(method.value, names) : undefined;
    const called = method ? attribute(receiver, method.attr) : this.eval(node.func, names);
    const args = this.list(node.args, names);
    const keywords = new Map(
      node.keywords.flatMap(({ arg, value }) =>
        arg === undefined ? this.entries(null, value, names) : [[arg, this.eval(value, names)] as const],
      ),
    );
    if (keywords.size > 0) args.push(Object.fromEntries(keywords));
    if (typeof called !== "function") throw new py.TypeError(`'${typeName(called)}' object is not callable`);
    return isClass(called) ? Reflect.construct(called, args) : Reflect.apply(called, receiver, args);
  }

  private logical(nodes: readonly ExprNode[], or: boolean, names: Names): unknown {
    let value: unknown = null;
    for (const node of nodes) {
      value = this.eval(node, names);
      if (py.is_true(value) === or) return value;
    }
    return value;
  }

  private compare(node: Extract<ExprNode, { nodeType: "Compare" }>, names: Names): unknown {
    let left = this.eval(node.left, names);
    let result: unknown = true;
    for (const [i, op] of node.ops.entries()) {
      const right = this.eval(node.comparators[i]!, names);
      result = COMPARE[op.nodeType](left, right);
      if (i < node.ops.length - 1 && !py.is_true(result)) return result;
      left = right;
    }
    return result;
  }

  /** Items that the loops of a comprehension give. */
  private comprehension<T>(loops: readonly Comprehension[], names: Names, body: (inner: Names) => T): T[] {
    const [loop, ...rest] = loops;
    if (loop === undefined) return [body(names)];
    return py.list(this.eval(loop.iter, names)).flatMap((item) => {
      const inner = { ...names, ...Object.fromEntries(targets(loop.target, item)) };
      const kept = loop.ifs.every((test) => py.is_true(this.eval(test, inner)));
      return kept ? this.comprehension(rest, inner, body) : [];
    });
  }
}

/** What `for target in …` gives names to. */
function targets(target: ExprNode, item: unknown): (readonly [string, unknown])[] {
  if (target.nodeType === "Name") return [[target.id, item]];
  if (target.nodeType !== "Tuple" && target.nodeType !== "List") throw new NotImplementedError(target.nodeType);
  const items = py.list(item);
  return target.elts.flatMap((t, i) => targets(t, items[i]));
}

/** Python's built-in functions. */
const BUILTINS: Names = {
  ...py,
  format: py.format_value,
};

/** The value of one Python expression. Raises what it raises; SyntaxError of the parser where it is none. */
export function evaluate(source: string, names: Names = {}): unknown {
  const [statement, ...rest] = parse(source.trim()).body;
  if (statement?.nodeType !== "Expr" || rest.length > 0) throw new Error(`not an expression: ${source}`);
  return new Evaluator(source.trim()).eval(statement.value, { ...BUILTINS, ...names });
}
