/**
 * The `tf.app.flags` and `tf.flags` namespaces.
 * Source: tensorflow/python/platform/flags.py.
 */
import { pyFunction } from "../graph/signature.js";
import {
  DuplicateFlagError,
  enumParser,
  Flag,
  FlagError,
  type FlagParser,
  type FlagValue,
  IllegalFlagValueError,
  PARSERS,
  registry,
  UnrecognizedFlagError,
  withBounds,
} from "./flag_values.js";

export { DuplicateFlagError, FlagError as Error, IllegalFlagValueError, UnrecognizedFlagError };

declare global {
  /** Types of a program's flags: `declare global { interface TensorFlowFlags { learning_rate: number } }`. */
  interface TensorFlowFlags {}
}

/** `FLAGS.name` reads and writes a flag; the object itself, called with a command line, parses it. */
export type Flags = TensorFlowFlags & { [name: string]: FlagValue } & ((
    argv: readonly string[],
    known_only?: boolean,
  ) => string[]);

/** tf.app.flags.FLAGS: the first read parses the command line. Raises AttributeError for a name that is not defined. */
export const FLAGS: Flags = new Proxy(
  ((argv: readonly string[], known_only = false) => registry.parse(argv, known_only)) as Flags,
  {
    get: (target, name) => {
      if (typeof name === "symbol") return Reflect.get(target, name);
      if (name === "is_parsed") return () => registry.is_parsed();
      if (name === "unparse_flags") return () => registry.unparse_flags();
      return registry.read(name);
    },
    set: (_, name, value: FlagValue) => {
      registry.write(String(name), value);
      return true;
    },
    has: (_, name) => typeof name === "string" && registry.flags.has(name),
  },
);

interface Definition {
  name: string;
  default: unknown;
  help: string | null;
  /** Ours are all in one place. */
  flag_values: unknown;
  required: boolean;
}
interface Bounded extends Definition {
  lower_bound: number | null;
  upper_bound: number | null;
}

function define(p: Definition, parser: FlagParser): void {
  const flag = new Flag(p.name, parser, p.default, p.help ?? "");
  flag.required = p.required;
  registry.define(flag);
}

const PLAIN = "(name, default, help, flag_values=…, required=False)";
const WITH_MODULE = "(name, default, help, flag_values=…, module_name=None, required=False)";
const BOUNDED = "(name, default, help, lower_bound=None, upper_bound=None, flag_values=…, required=False)";

const plain = (name: string, parser: FlagParser) =>
  pyFunction<Definition>()(name, PLAIN, (p): void => define(p, parser));
const bounded = (name: string, parser: FlagParser) =>
  pyFunction<Bounded>()(name, BOUNDED, (p): void =>
    define(p, withBounds(parser, p.lower_bound, p.upper_bound, name.endsWith("float") ? "number" : "integer")),
  );

export const DEFINE_string = plain("DEFINE_string", PARSERS.string);
export const DEFINE_list = plain("DEFINE_list", PARSERS.list);
export const DEFINE_multi_string = plain("DEFINE_multi_string", PARSERS.multi_string);
export const DEFINE_integer = bounded("DEFINE_integer", PARSERS.integer);
export const DEFINE_float = bounded("DEFINE_float", PARSERS.float);
export const DEFINE_multi_integer = bounded("DEFINE_multi_integer", PARSERS.multi_integer);
export const DEFINE_multi_float = bounded("DEFINE_multi_float", PARSERS.multi_float);

/** --name or --name=true, --noname or --name=false. */
export const DEFINE_boolean = pyFunction<Definition & { module_name: string | null }>()(
  "DEFINE_boolean",
  WITH_MODULE,
  (p): void => define(p, PARSERS.boolean),
);
export { DEFINE_boolean as DEFINE_bool };

export const DEFINE_enum = pyFunction<Definition & { enum_values: readonly string[]; module_name: string | null }>()(
  "DEFINE_enum",
  "(name, default, enum_values, help, flag_values=…, module_name=None, required=False)",
  (p): void => define(p, enumParser(p.enum_values)),
);

export const DEFINE_spaceseplist = pyFunction<Definition & { comma_compat: boolean }>()(
  "DEFINE_spaceseplist",
  "(name, default, help, comma_compat=False, flag_values=…, required=False)",
  (p): void => define(p, p.comma_compat ? PARSERS.list_or_spaces : PARSERS.spaceseplist),
);

/** tf.app.flags.mark_flag_as_required: parsing without it raises IllegalFlagValueError. */
export const mark_flag_as_required = pyFunction<{ flag_name: string; flag_values: unknown }>()(
  "mark_flag_as_required",
  "(flag_name, flag_values=…)",
  ({ flag_name }): void => registry.require(flag_name),
);
/** tf.app.flags.mark_flags_as_required: each of them. */
export const mark_flags_as_required = pyFunction<{ flag_names: readonly string[]; flag_values: unknown }>()(
  "mark_flags_as_required",
  "(flag_names, flag_values=…)",
  ({ flag_names }): void => {
    for (const name of flag_names) registry.require(name);
  },
);
