/**
 * Public names of TensorFlow 1.15 that are known and not there yet: scripts compile, and learn what is missing when they
 * reach it.
 */
import { notImplemented } from "./not_implemented.js";

/** A function, class or value that is not there: calling it, or constructing it, raises NotImplementedError. */
export interface Missing {
  (...args: readonly unknown[]): never;
  new (...args: readonly unknown[]): never;
  /** Members are missing, too. */
  readonly [member: string]: Missing;
}

const PATH = Symbol("path of a missing name");

/** The stand-in for a name, "tf.train.Saver". */
export function missing(path: string): Missing {
  const refuse = (): never => {
    throw notImplemented(path, "it is listed, and planned for a later version");
  };
  const target = Object.assign(function missing() {}, { [PATH]: path });
  return new Proxy(target as unknown as Missing, {
    apply: refuse,
    construct: refuse,
    get: (owner, key) =>
      typeof key === "symbol" || key === "prototype" ? Reflect.get(owner, key) : missing(`${path}.${key}`),
  });
}

/** The path that a stand-in stands for; null for anything else. */
export function missingPath(value: unknown): string | null {
  if (typeof value !== "function") return null;
  const path: unknown = Reflect.get(value, PATH);
  return typeof path === "string" ? path : null;
}
