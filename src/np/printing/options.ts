/**
 * Print options in force: np.set_printoptions, get_printoptions, printoptions.
 * Source: numpy/core/arrayprint.py (NumPy 1.18).
 */
import { bind, type Call } from "../arguments.js";
import { TypeError_, ValueError } from "../errors.js";
import { PyFloat } from "../pyfloat.js";

export type FloatMode = "fixed" | "unique" | "maxprec" | "maxprec_equal";
export type SignMode = "-" | "+" | " ";

/** Text of one element, by kind of element (`float_kind`, `int`, `all`, …). */
export type Formatter = Readonly<Record<string, ((x: never) => string) | null | undefined>>;

export interface PrintOptions {
  readonly edgeitems: number;
  readonly threshold: number;
  readonly floatmode: FloatMode;
  /** Digits after the point at most. */
  readonly precision: number;
  readonly suppress: boolean;
  readonly linewidth: number;
  readonly nanstr: string;
  readonly infstr: string;
  readonly sign: SignMode;
  readonly formatter: Formatter | null;
  readonly legacy: false | "1.13";
}

/** Keywords of set_printoptions; null leaves an option as it is. */
export type PrintOptionArgs = { readonly [K in keyof PrintOptions]?: PrintOptions[K] | null };

const DEFAULTS: PrintOptions = {
  edgeitems: 3,
  threshold: 1000,
  floatmode: "maxprec",
  precision: 8,
  suppress: false,
  linewidth: 75,
  nanstr: "nan",
  infstr: "inf",
  sign: "-",
  formatter: null,
  legacy: false,
};

/** In Python a dict of the module arrayprint; the one piece of state that printing has. */
let current: PrintOptions = DEFAULTS;

export function optionsInForce(): PrintOptions {
  return current;
}

const MODES = ["fixed", "unique", "maxprec", "maxprec_equal"];

/** A count that may be left open (-1). Raises ValueError below 0. */
export function nonNegative(count: number | null | undefined, name: string): number {
  if (count === null || count === undefined) return -1;
  if (count < 0) throw new ValueError(`${name} must be >= 0`);
  return count;
}

/** A dict of formatters as an object, a float as a number. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  return value instanceof PyFloat ? value.value : value;
}

/** The options given, nulls left out. Raises ValueError and TypeError as NumPy does. */
export function checkedOptions(given: PrintOptionArgs): Partial<PrintOptions> {
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (value !== null && value !== undefined) out[key] = plain(value);
  }
  const options: Partial<PrintOptions> = out;
  if (options.suppress !== undefined) out["suppress"] = Boolean(options.suppress);
  if (options.floatmode !== undefined && !MODES.includes(options.floatmode)) {
    throw new ValueError(`floatmode option must be one of ${MODES.map((m) => `"${m}"`).join(", ")}`);
  }
  if (options.sign !== undefined && !["-", "+", " "].includes(options.sign)) {
    throw new ValueError("sign option must be one of ' ', '+', or '-'");
  }
  if (options.threshold !== undefined) {
    if (typeof options.threshold !== "number") throw new TypeError_("threshold must be numeric");
    if (Number.isNaN(options.threshold)) {
      throw new ValueError("threshold must be non-NAN, try sys.maxsize for untruncated representation");
    }
  }
  return options;
}

type Positions = [
  precision: number | null,
  threshold: number | null,
  edgeitems: number | null,
  linewidth: number | null,
];

const NAMES: readonly (keyof PrintOptions)[] = [
  "precision",
  "threshold",
  "edgeitems",
  "linewidth",
  "suppress",
  "nanstr",
  "infstr",
  "formatter",
  "sign",
  "floatmode",
  "legacy",
];

/**
 * Changes how arrays print from now on. A formatter that is not given is reset.
 *
 * @example np.set_printoptions({ precision: 3, suppress: true })
 */
export function set_printoptions(...args: Call<Positions, PrintOptionArgs>): void {
  const options = checkedOptions(bind<PrintOptionArgs>("set_printoptions", NAMES, args));
  current = { ...current, ...options, formatter: options.formatter ?? null };
  if (current.legacy === "1.13") current = { ...current, sign: "-" };
}

/** A copy of the options in force. */
export function get_printoptions(): PrintOptions {
  return { ...current };
}

/** Runs with other options and restores the old ones: `np.printoptions({ precision: 2 })` behind `with`. */
export class PrintOptionsContext {
  private readonly wanted: PrintOptionArgs;
  private saved: PrintOptions | null = null;

  constructor(wanted: PrintOptionArgs) {
    this.wanted = wanted;
  }

  __enter__(): PrintOptions {
    this.saved = current;
    set_printoptions(this.wanted);
    return get_printoptions();
  }

  __exit__(): void {
    if (this.saved) current = this.saved;
  }

  /** For `using _ = np.printoptions(…)`: reading the property enters, as in every context of this package. */
  get [Symbol.dispose](): () => void {
    this.__enter__();
    return () => this.__exit__();
  }
}

export function printoptions(options: PrintOptionArgs): PrintOptionsContext {
  return new PrintOptionsContext(options);
}
