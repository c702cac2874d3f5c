/**
 * Public names of TensorFlow 1.15 that are known, typed and not there yet.
 *
 * Calling one raises NotImplementedError, which names it and says what it comes with. `tools/gen/planned.ts` has the table;
 * `npm run gen` writes the modules of `planned/` from it; `npm run coverage` lists them.
 */
import { notImplemented } from "../graph/not_implemented.js";
import { type PyClass, type PyFunction, pyClass, pyFunction } from "../graph/signature.js";

/** A member of a class that is not there yet. */
export type PlannedMember = (...args: readonly unknown[]) => never;
/** An object of such a class: none exists, since constructing one raises. The type lets ports compile. */
export type PlannedObject<M extends string> = { readonly [K in M]: PlannedMember };

type Anything = Record<string, unknown>;
/** What a function has of its own. */
type Own = "name" | "length";
export type PlannedClass<S extends string, M extends string> = PyClass<S, Anything, PlannedObject<M>> &
  PlannedObject<Exclude<M, Own>>;
/** A class or function that takes anything: Python doesn't say what. */
export type PlannedOpenClass<M extends string> = {
  new (...args: readonly unknown[]): PlannedObject<M>;
  (...args: readonly unknown[]): PlannedObject<M>;
} & PlannedObject<Exclude<M, Own>>;

const plans = new WeakMap<object, string>();

/** What a public name comes with; null for everything that is there. */
export function planOf(value: unknown): string | null {
  return typeof value === "function" ? (plans.get(value) ?? null) : null;
}

function planned<T extends object>(value: T, plan: string): T {
  plans.set(value, plan);
  return value;
}

const refusal = (name: string, plan: string) => (): never => {
  throw notImplemented(name, `it comes with ${plan}`);
};
const lastOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

/** A function with Python's signature; `R` is what it will return. */
export function plannedFunction<R = never>() {
  return <const S extends string>(name: string, signature: S, plan: string): PyFunction<S, Anything, R> =>
    planned(pyFunction<Anything>()(lastOf(name), signature, refusal(name, plan)), plan);
}

function membersOf<M extends string>(name: string, members: readonly M[], plan: string): PlannedObject<M> {
  return Object.fromEntries(members.map((m) => [m, planned(refusal(`${name}.${m}`, plan), plan)])) as PlannedObject<M>;
}

function withStatics<T extends object, M extends string>(
  cls: T,
  members: PlannedObject<M>,
): T & PlannedObject<Exclude<M, Own>> {
  const { name: _, length: __, ...statics } = { name: null, length: null, ...members };
  return Object.assign(cls, statics);
}

/** A class with Python's signature and members; its static ones are among them. */
export function plannedClass<const S extends string, const M extends string>(
  name: string,
  signature: S,
  members: readonly M[],
  plan: string,
): PlannedClass<S, M> {
  const all = membersOf(name, members, plan);
  return planned(withStatics(pyClass<Anything>()(lastOf(name), signature, all, refusal(name, plan)), all), plan);
}

/** A class whose constructor takes anything. */
export function plannedOpenClass<const M extends string>(
  name: string,
  members: readonly M[],
  plan: string,
): PlannedOpenClass<M> {
  const refuse = refusal(name, plan);
  // A plain function: `new` and a call without it both end in the error.
  function call(): PlannedObject<M> {
    return refuse();
  }
  Object.defineProperty(call, "name", { value: lastOf(name) });
  return planned(
    withStatics(call as { new (): PlannedObject<M>; (): PlannedObject<M> }, membersOf(name, members, plan)),
    plan,
  );
}
