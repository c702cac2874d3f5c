/**
 * Python calling convention for TypeScript: positional arguments, then at most one plain object of keyword arguments.
 *
 * A signature is written as Python writes it, `"(x, y, name=None)"`: the binder, the static types and the comparison with
 * TensorFlow's own signatures all read that one text.
 */
import { isPlainObject } from "../np/printing/mapping.js";

type Trim<S extends string> = S extends ` ${infer R}` ? Trim<R> : S;
/** "(a, b=None)" -> ["a", "b="]; the mark says that the parameter has a default. */
type Params<S extends string> = S extends `(${infer Inner})` ? SplitParams<Inner> : never;
type SplitParams<S extends string> = S extends ""
  ? []
  : S extends `${infer Head}, ${infer Tail}`
    ? [Mark<Head>, ...SplitParams<Tail>]
    : [Mark<S>];
type Mark<S extends string> = Trim<S> extends `${infer N}=${string}` ? `${N}=` : Trim<S>;
type NameOf<P> = P extends `${infer N}=` ? N : P;

type Required_<P extends readonly string[]> = P extends readonly [infer H, ...infer T extends readonly string[]]
  ? H extends `${string}=`
    ? Required_<T>
    : (H & string) | Required_<T>
  : never;
type Names<P extends readonly string[]> = NameOf<P[number]>;

/** Keyword arguments for the parameters that are left. */
type Keywords<A, P extends readonly string[]> = { [K in Extract<Required_<P>, keyof A>]: A[K] } & {
  [K in Extract<Exclude<Names<P>, Required_<P>>, keyof A>]?: A[K] | undefined;
};

/** All ways to call: the first k arguments by position, the rest by name. */
type Calls<A, P extends readonly string[], Done extends unknown[] = []> =
  | (Required_<P> extends never ? Done : never)
  | (P extends readonly [] ? never : [...Done, kwargs: Keywords<A, P>])
  | (P extends readonly [infer H, ...infer T extends readonly string[]]
      ? Calls<
          A,
          T,
          [
            ...Done,
            NameOf<H> extends keyof A
              ? H extends `${string}=`
                ? A[NameOf<H> & keyof A] | undefined
                : A[NameOf<H> & keyof A]
              : never,
          ]
        >
      : never);

/** A function that takes Python's arguments. */
export interface PyFunction<S extends string, A, R> {
  (...args: Calls<A, Params<S>>): R;
  readonly signature: S;
}

type Default = null | boolean | number | string | undefined;

interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly byDefault: Default;
}

/** Defaults that are literals; others (dtypes, enums) stay undefined for the function itself to fill in. */
function literal(text: string): Default {
  if (text === "None") return null;
  if (text === "True") return true;
  if (text === "False") return false;
  if (/^-?[\d.]+(e-?\d+)?$/.test(text)) return Number(text);
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  return undefined;
}

export function parseSignature(signature: string): readonly Parameter[] {
  const inner = signature.slice(1, -1);
  if (inner === "") return [];
  return inner.split(", ").map((part) => {
    const [name = "", value] = part.split(/=(.*)/s);
    return { name, required: value === undefined, byDefault: value === undefined ? undefined : literal(value) };
  });
}

/** Binds call arguments to parameters. Raises TypeError with Python's texts. */
export function bindArguments(
  name: string,
  params: readonly Parameter[],
  args: readonly unknown[],
  /** 1 for what Python gives a `self`, which its texts count. */
  own = 0,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  let n = args.length;
  while (n > 0 && args[n - 1] === undefined) n--;
  const last = args[n - 1];
  // A dict may also be the value of a parameter (a feed_dict): it is keywords if it names parameters only, or can't be a value.
  const dictIsValue =
    n <= params.length &&
    isPlainObject(last) &&
    Object.keys(last).length > 0 &&
    Object.keys(last).every((k) => !params.some((p) => p.name === k)) &&
    takesDict(params[n - 1]);
  const keywords = isPlainObject(last) && !dictIsValue ? last : null;
  if (keywords) n--;
  if (n > params.length) {
    throw new TypeError(
      `${name}() takes ${countText(params, own)} but ${n + own} ${n + own === 1 ? "was" : "were"} given`,
    );
  }
  for (let i = 0; i < n; i++) if (args[i] !== undefined) out[params[i]!.name] = args[i];
  for (const key of keywords ? Object.keys(keywords) : []) {
    if (!params.some((p) => p.name === key))
      throw new TypeError(`${name}() got an unexpected keyword argument '${key}'`);
    if (key in out) throw new TypeError(`${name}() got multiple values for argument '${key}'`);
    if (keywords![key] !== undefined) out[key] = keywords![key];
  }
  const missing = params.filter((p) => p.required && !(p.name in out)).map((p) => `'${p.name}'`);
  if (missing.length > 0) {
    const list =
      missing.length > 2 ? `${missing.slice(0, -1).join(", ")}, and ${missing.at(-1)}` : missing.join(" and ");
    throw new TypeError(
      `${name}() missing ${missing.length} required positional argument${missing.length > 1 ? "s" : ""}: ${list}`,
    );
  }
  for (const p of params) if (!(p.name in out)) out[p.name] = p.byDefault;
  return out;
}

const DICTS = new Set(["feed_dict", "features", "feature_map", "structure", "input_map", "var_list", "assignment_map"]);

function takesDict(p: Parameter | undefined): boolean {
  return p !== undefined && DICTS.has(p.name);
}

function countText(params: readonly Parameter[], own: number): string {
  const required = params.filter((p) => p.required).length + own;
  const plural = (k: number) => `${k} positional argument${k === 1 ? "" : "s"}`;
  const all = params.length + own;
  return required === all ? plural(required) : `from ${required} to ${plural(all)}`;
}

/**
 * Makes a public function from Python's signature and an implementation that gets every parameter by name.
 * `A` gives each parameter's type; parameters with a default are optional for callers.
 */
export function pyFunction<A>() {
  return <const S extends string, R>(
    name: string,
    signature: S,
    implementation: (args: A) => R,
  ): PyFunction<S, A, R> => {
    const params = parseSignature(signature);
    const call = (...args: readonly unknown[]): R => implementation(bindArguments(name, params, args) as A);
    Object.defineProperty(call, "name", { value: name });
    return Object.assign(call, { signature }) as PyFunction<S, A, R>;
  };
}

/** Keeps Python's signature with a function whose overloads alone can say its types; it binds its arguments itself. */
export function signed<const S extends string, F extends (...args: never) => unknown>(
  signature: S,
  call: F,
): F & { readonly signature: S } {
  return Object.assign(call, { signature });
}

/** Python's parameters of a method, shared by all instances. */
export interface PySignature<S extends string, A> {
  readonly signature: S;
  /** Every parameter by name. Raises TypeError with Python's texts. */
  bind(args: Calls<A, Params<S>>): A;
}
/** All ways to call a method of that signature, for its rest parameter. */
export type CallsOf<T> = T extends PySignature<infer S, infer A> ? Calls<A, Params<S>> : never;

/** Like pyFunction, for a method: `method(...args: CallsOf<typeof SIGNATURE>)` binds them with `SIGNATURE.bind(args)`. */
export function pySignature<A>() {
  return <const S extends string>(name: string, signature: S): PySignature<S, A> => {
    const params = parseSignature(signature);
    return { signature, bind: (args) => bindArguments(name, params, args) as A };
  };
}

/** A class that is called as Python calls it, with or without `new`. `x instanceof tf.Name` works. */
export type PyClass<S extends string, A, R> = PyFunction<S, A, R> & {
  new (...args: Calls<A, Params<S>>): R;
  readonly prototype: R;
};

/** Like pyFunction, for a class: `construct` gets every parameter by name; `prototype` is the class's own. */
export function pyClass<A>() {
  return <const S extends string, R extends object>(
    name: string,
    signature: S,
    prototype: R,
    construct: (args: A) => R,
  ): PyClass<S, A, R> => {
    const params = parseSignature(signature);
    // A plain function: what it returns is the result of `new`, too.
    function call(...args: readonly unknown[]): R {
      return construct(bindArguments("__init__", params, args, 1) as A);
    }
    Object.defineProperty(call, "name", { value: name });
    call.prototype = prototype;
    return Object.assign(call, { signature }) as PyFunction<S, A, R> as PyClass<S, A, R>;
  };
}
